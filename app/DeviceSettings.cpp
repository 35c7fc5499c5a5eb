// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/DeviceSettings.h"

namespace rapport::app {

namespace {

const QString helpRegionKey = QStringLiteral("help/region");
const QString darkKey = QStringLiteral("look/dark");
const QString contrastKey = QStringLiteral("look/contrast");
const QString stillKey = QStringLiteral("look/still");
const QString lettersKey = QStringLiteral("look/letters");

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

bool DeviceSettings::kept() const
{
    return m_settings.status() != QSettings::AccessError;
}

} // namespace rapport::app
