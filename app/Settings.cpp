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

Settings::Settings(const DeviceSettings &settings, Look &look, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_look(look)
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

QString Settings::version() const
{
    return QStringLiteral(RAPPORT_VERSION);
}

void Settings::wish(const LookWishes &wishes)
{
    m_look.setWishes(wishes);
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
