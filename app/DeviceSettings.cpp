// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/DeviceSettings.h"

#include <algorithm>
#include <array>

namespace rapport::app {

namespace {

const QString helpRegionKey = QStringLiteral("help/region");
const QString darkKey = QStringLiteral("look/dark");
const QString contrastKey = QStringLiteral("look/contrast");
const QString stillKey = QStringLiteral("look/still");
const QString lettersKey = QStringLiteral("look/letters");
const QString coversKey = QStringLiteral("privacy/cover");
const QString veilsAllKey = QStringLiteral("privacy/veilAll");
const QString backupFolderKey = QStringLiteral("backup/folder");
const QString autoLockKey = QStringLiteral("privacy/autoLock");

/// As they stand in the file, in the order of domain::AutoLockWish.
constexpr std::array autoLockWords{"at-once",      "half-a-minute", "minute",
                                   "five-minutes", "in-background", "never"};

std::optional<bool> flag(const QSettings &settings, const QString &key)
{
    const QString value = settings.value(key).toString();
    if (value == QLatin1String("true"))
        return true;
    return value == QLatin1String("false") ? std::optional(false) : std::nullopt;
}

void write(QSettings &settings, const QString &key, const std::optional<QVariant> &value)
{
    if (value)
        settings.setValue(key, *value);
    else
        settings.remove(key);
}

} // namespace

DeviceSettings::DeviceSettings(const QString &folder)
    : m_settings(folder + QLatin1String("/settings.ini"), QSettings::IniFormat)
{}

QString DeviceSettings::helpRegion() const
{
    return m_settings.value(helpRegionKey).toString();
}

void DeviceSettings::setHelpRegion(const QString &region)
{
    m_settings.setValue(helpRegionKey, region);
}

LookWishes DeviceSettings::lookWishes() const
{
    LookWishes wishes{flag(m_settings, darkKey), flag(m_settings, contrastKey), flag(m_settings, stillKey),
                      std::nullopt};
    bool isNumber = false;
    const int percent = m_settings.value(lettersKey).toInt(&isNumber);
    if (isNumber && percent >= smallestLetters && percent <= largestLetters)
        wishes.letterPercent = percent;
    return wishes;
}

void DeviceSettings::setLookWishes(const LookWishes &wishes)
{
    write(m_settings, darkKey, wishes.dark);
    write(m_settings, contrastKey, wishes.highContrast);
    write(m_settings, stillKey, wishes.reducedMotion);
    write(m_settings, lettersKey, wishes.letterPercent);
}

std::optional<bool> DeviceSettings::covers() const
{
    return flag(m_settings, coversKey);
}

void DeviceSettings::setCovers(const std::optional<bool> &covers)
{
    write(m_settings, coversKey, covers);
}

bool DeviceSettings::veilsAll() const
{
    return flag(m_settings, veilsAllKey).value_or(false);
}

void DeviceSettings::setVeilsAll(bool veils)
{
    m_settings.setValue(veilsAllKey, veils);
}

std::optional<domain::AutoLockWish> DeviceSettings::autoLock() const
{
    const QString word = m_settings.value(autoLockKey).toString();
    const auto found = std::find_if(autoLockWords.begin(), autoLockWords.end(),
                                    [&word](const char *known) { return word == QLatin1String(known); });
    if (found == autoLockWords.end())
        return std::nullopt;
    return static_cast<domain::AutoLockWish>(found - autoLockWords.begin());
}

void DeviceSettings::setAutoLock(domain::AutoLockWish wish)
{
    m_settings.setValue(autoLockKey, QLatin1String(autoLockWords.at(static_cast<size_t>(wish))));
}

QString DeviceSettings::backupFolder() const
{
    return m_settings.value(backupFolderKey).toString();
}

void DeviceSettings::setBackupFolder(const QString &folder)
{
    write(m_settings, backupFolderKey, folder.isEmpty() ? std::nullopt : std::optional<QVariant>(folder));
}

bool DeviceSettings::kept() const
{
    return m_settings.status() != QSettings::AccessError;
}

} // namespace rapport::app
