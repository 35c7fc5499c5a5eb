// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QSettings>
#include <QString>

namespace rapport::app {

/// The few settings that belong to the device and not to the vault, so that
/// they are there before it is open: never anything personal.
class DeviceSettings
{
public:
    /// The folder holds the file settings.ini; it is made when first written.
    explicit DeviceSettings(const QString &folder);

    /// The region of Help now as an ISO 3166 code, empty until confirmed.
    QString helpRegion() const;
    void setHelpRegion(const QString &region);

private:
    QSettings m_settings;
};

} // namespace rapport::app
