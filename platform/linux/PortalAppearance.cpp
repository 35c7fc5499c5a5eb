// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/linux/PortalAppearance.h"

#include <algorithm>
#include <cmath>

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include "platform/linux/Portal.h"

namespace rapport::platform {

namespace {

const QString appearance = QStringLiteral("org.freedesktop.appearance");
// Portals pass these on as well. They serve where the portal is older than
// its own "contrast" (2022) and "reduced-motion" (2024), and for the text
// size, for which it has no setting of its own.
const QString gnome = QStringLiteral("org.gnome.desktop.interface");
const QString gnomeAccess = QStringLiteral("org.gnome.desktop.a11y.interface");

constexpr double minTextScale = 0.5;
constexpr double maxTextScale = 3.0;

Appearance::ColorScheme colorSchemeFrom(const QVariant &value)
{
    switch (value.toUInt()) {
    case 1:
        return Appearance::ColorScheme::Dark;
    case 2:
        return Appearance::ColorScheme::Light;
    default:
        return Appearance::ColorScheme::NoPreference;
    }
}

double textScaleFrom(const QVariant &value)
{
    const double scale = value.toDouble();
    return std::isfinite(scale) && scale > 0 ? std::clamp(scale, minTextScale, maxTextScale) : 1.0;
}

} // namespace

PortalAppearance::PortalAppearance(std::shared_ptr<Undumpable> guard)
    : m_guard(std::move(guard))
{
    qDBusRegisterMetaType<Groups>();
    if (!QDBusConnection::sessionBus().isConnected())
        return;
    // Before the question, so that no change falls between.
    QDBusConnection::sessionBus().connect(portal::service, portal::path, portal::settings,
                                          QStringLiteral("SettingChanged"), this,
                                          SLOT(settingChanged(QString, QString, QDBusVariant)));
    readAll();
}

Appearance::Values PortalAppearance::values() const
{
    return m_values;
}

void PortalAppearance::readAll()
{
    QDBusMessage call = QDBusMessage::createMethodCall(portal::service, portal::path, portal::settings,
                                                       QStringLiteral("ReadAll"));
    call.setArguments({QStringList{appearance, gnome, gnomeAccess}});
    auto *watcher = new QDBusPendingCallWatcher{QDBusConnection::sessionBus().asyncCall(call), this};
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, lifted = m_guard->lift()](QDBusPendingCallWatcher *done) mutable {
                done->deleteLater();
                lifted.reset();
                const QDBusPendingReply<Groups> reply = *done;
                if (reply.isError())
                    return; // the defaults stay
                m_settings = reply.value();
                update();
            });
}

void PortalAppearance::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != appearance && group != gnome && group != gnomeAccess)
        return;
    m_settings[group].insert(key, value.variant());
    update();
}

void PortalAppearance::update()
{
    const QVariantMap own = m_settings.value(appearance);
    const QVariantMap desktop = m_settings.value(gnome);
    const QVariantMap access = m_settings.value(gnomeAccess);
    const Values values{
        .colorScheme = colorSchemeFrom(own.value(QStringLiteral("color-scheme"))),
        .highContrast = own.value(QStringLiteral("contrast")).toUInt() == 1 ||
                        access.value(QStringLiteral("high-contrast")).toBool(),
        .reducedMotion = own.value(QStringLiteral("reduced-motion")).toUInt() == 1 ||
                         !desktop.value(QStringLiteral("enable-animations"), true).toBool(),
        .textScale = textScaleFrom(desktop.value(QStringLiteral("text-scaling-factor"))),
    };
    if (values == m_values)
        return;
    m_values = values;
    Q_EMIT changed();
}

} // namespace rapport::platform
