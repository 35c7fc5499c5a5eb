// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Settings.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <QCoreApplication>
#include <QLocale>

#include "app/Version.h"

namespace rapport::app {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

constexpr std::array letterSteps{100, 125, 150, 175, 200};

/// The answers to a question of two are: as the device, yes, no.
int indexOf(const std::optional<bool> &wish)
{
    return wish ? (*wish ? 1 : 2) : 0;
}

std::optional<bool> wishAt(int index)
{
    return index == 0 ? std::nullopt : std::optional(index == 1);
}

bool isAnswer(int index)
{
    return index >= 0 && index <= 2;
}

} // namespace

Settings::Settings(DeviceSettings &settings, Look &look, QString backupFolder, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_look(look)
    , m_backupFolder(std::move(backupFolder))
{}

QString Settings::problem() const
{
    return m_kept ? QString()
                  : Words::tr("This device did not take the setting. It holds until you close Rapport. See "
                              "that there is space left, then choose once more.");
}

QStringList Settings::colourAnswers() const
{
    return {Words::tr("As on this device"), Words::tr("Dark"), Words::tr("Light")};
}

int Settings::colourIndex() const
{
    return indexOf(m_look.wishes().dark);
}

void Settings::setColourIndex(int index)
{
    LookWishes wishes = m_look.wishes();
    wishes.dark = wishAt(index);
    if (isAnswer(index))
        wish(wishes);
}

QStringList Settings::letterAnswers() const
{
    QStringList answers{Words::tr("As on this device")};
    for (int percent : letterSteps)
        answers.append(Words::tr("%1 %", "size of the letters").arg(QLocale().toString(percent)));
    return answers;
}

int Settings::letterIndex() const
{
    const auto percent = m_look.wishes().letterPercent;
    if (!percent)
        return 0;
    const auto nearest =
        std::min_element(letterSteps.begin(), letterSteps.end(), [&percent](int left, int right) {
            return std::abs(left - *percent) < std::abs(right - *percent);
        });
    return static_cast<int>(nearest - letterSteps.begin()) + 1;
}

void Settings::setLetterIndex(int index)
{
    if (index < 0 || index > static_cast<int>(letterSteps.size()))
        return;
    LookWishes wishes = m_look.wishes();
    wishes.letterPercent =
        index == 0 ? std::nullopt : std::optional(letterSteps.at(static_cast<size_t>(index - 1)));
    wish(wishes);
}

QStringList Settings::contrastAnswers() const
{
    return {Words::tr("As on this device"), Words::tr("Strong"), Words::tr("Ordinary")};
}

int Settings::contrastIndex() const
{
    return indexOf(m_look.wishes().highContrast);
}

void Settings::setContrastIndex(int index)
{
    LookWishes wishes = m_look.wishes();
    wishes.highContrast = wishAt(index);
    if (isAnswer(index))
        wish(wishes);
}

QStringList Settings::motionAnswers() const
{
    return {Words::tr("As on this device"), Words::tr("Keep still"), Words::tr("Move softly")};
}

int Settings::motionIndex() const
{
    return indexOf(m_look.wishes().reducedMotion);
}

void Settings::setMotionIndex(int index)
{
    LookWishes wishes = m_look.wishes();
    wishes.reducedMotion = wishAt(index);
    if (isAnswer(index))
        wish(wishes);
}

QStringList Settings::coverAnswers() const
{
    return {Words::tr("If there is a lock"), Words::tr("Always"),
            Words::tr("Never", "the screen is covered")};
}

int Settings::coverIndex() const
{
    return indexOf(m_settings.covers());
}

void Settings::setCoverIndex(int index)
{
    if (!isAnswer(index) || index == coverIndex())
        return;
    m_settings.setCovers(wishAt(index));
    told();
}

QStringList Settings::veilAnswers() const
{
    return {Words::tr("On Today"), Words::tr("In every list")};
}

int Settings::veilIndex() const
{
    return veilsAll() ? 1 : 0;
}

void Settings::setVeilIndex(int index)
{
    if (index < 0 || index > 1 || index == veilIndex())
        return;
    m_settings.setVeilsAll(index == 1);
    told();
}

QStringList Settings::autoLockAnswers() const
{
    return {Words::tr("At once"),         Words::tr("After 30 seconds"),    Words::tr("After a minute"),
            Words::tr("After 5 minutes"), Words::tr("When I go elsewhere"), Words::tr("Never by itself")};
}

domain::AutoLockWish Settings::autoLock() const
{
    return m_settings.autoLock().value_or(domain::usualAutoLock);
}

int Settings::autoLockIndex() const
{
    return static_cast<int>(autoLock());
}

void Settings::setAutoLockIndex(int index)
{
    if (index < 0 || index >= autoLockAnswers().size() || index == autoLockIndex())
        return;
    m_settings.setAutoLock(static_cast<domain::AutoLockWish>(index));
    told();
}

QString Settings::autoLockWords() const
{
    switch (autoLock()) {
    case domain::AutoLockWish::AtOnce:
        return Words::tr(
            "It locks as soon as something else is in front, and when you leave it alone for half a minute.");
    case domain::AutoLockWish::HalfAMinute:
        return Words::tr("It locks when you leave it alone for half a minute.");
    case domain::AutoLockWish::Minute:
        return Words::tr("It locks when you leave it alone for a minute.");
    case domain::AutoLockWish::FiveMinutes:
        return Words::tr("It locks when you leave it alone for five minutes.");
    case domain::AutoLockWish::InBackground:
        return Words::tr(
            "It locks as soon as something else is in front. While you look at it, it stays open.");
    case domain::AutoLockWish::Never:
        break;
    }
    return Words::tr("It stays open until you lock it or close it.");
}

QString Settings::backupFolder() const
{
    const QString chosen = m_settings.backupFolder();
    return chosen.isEmpty() ? m_backupFolder : chosen;
}

void Settings::setBackupFolder(const QString &folder)
{
    if (folder == backupFolder())
        return;
    m_settings.setBackupFolder(folder);
    told();
}

QString Settings::version() const
{
    return QStringLiteral(RAPPORT_VERSION);
}

void Settings::wish(const LookWishes &wishes)
{
    m_look.setWishes(wishes);
    told();
}

void Settings::told()
{
    Q_EMIT changed();
    // The file is written when the loop comes round; what came of it is known
    // right after.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_kept == m_settings.kept())
                return;
            m_kept = m_settings.kept();
            Q_EMIT stateChanged();
        },
        Qt::QueuedConnection);
}

} // namespace rapport::app
