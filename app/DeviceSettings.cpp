// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/DeviceSettings.h"

namespace rapport::app {

namespace {
const QString helpRegionKey = QStringLiteral("help/region");
}

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

} // namespace rapport::app
