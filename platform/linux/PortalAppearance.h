// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QDBusMessage>
#include <QDBusVariant>
#include <QMap>
#include <QString>
#include <QVariantMap>

#include "platform/Appearance.h"
#include "platform/linux/Undumpable.h"

namespace rapport::platform {

/// Appearance by the settings portal. Asks once, without waiting, and listens
/// from then on.
class PortalAppearance : public Appearance
{
    Q_OBJECT
public:
    explicit PortalAppearance(std::shared_ptr<Undumpable> guard);

    Values values() const override;

private Q_SLOTS:
    // By name, since a D-Bus signal can only be connected to a named slot.
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    using Groups = QMap<QString, QVariantMap>; // a{sa{sv}}

    void readAll();
    void update();

    std::shared_ptr<Undumpable> m_guard;
    Groups m_settings;
    Values m_values;
};

} // namespace rapport::platform
