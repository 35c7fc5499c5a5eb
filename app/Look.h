// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QQmlEngine>

#include "platform/Appearance.h"

namespace rapport::app {

/// How the person told their device that things should look and move.
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
    explicit Look(platform::Appearance &appearance, QObject *parent = nullptr);

    bool dark() const;
    bool highContrast() const;
    bool reducedMotion() const;

    /// 1.0 … 2.0
    double textScale() const;

Q_SIGNALS:
    void changed();

private:
    platform::Appearance &m_appearance;
};

} // namespace rapport::app
