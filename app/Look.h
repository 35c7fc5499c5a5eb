// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QQmlEngine>

#include "app/DeviceSettings.h"
#include "platform/Appearance.h"

namespace rapport::app {

/// How things look and move: as the person told their device, and where they
/// told Rapport otherwise, as they told Rapport.
class Look : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("main gives it")
    Q_PROPERTY(bool dark READ dark NOTIFY changed FINAL)
    Q_PROPERTY(bool highContrast READ highContrast NOTIFY changed FINAL)
    Q_PROPERTY(bool reducedMotion READ reducedMotion NOTIFY changed FINAL)
    Q_PROPERTY(double textScale READ textScale NOTIFY changed FINAL)

public:
    Look(platform::Appearance &appearance, DeviceSettings &settings, QObject *parent = nullptr);

    bool dark() const;
    bool highContrast() const;
    bool reducedMotion() const;

    /// 1.0 … 2.0
    double textScale() const;

    const LookWishes &wishes() const { return m_wishes; }

    /// Holds at once, on every open screen, and after a restart.
    void setWishes(const LookWishes &wishes);

Q_SIGNALS:
    void changed();

private:
    platform::Appearance &m_appearance;
    DeviceSettings &m_settings;
    LookWishes m_wishes;
};

} // namespace rapport::app
