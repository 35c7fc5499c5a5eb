// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/linux/DesktopKeepAwake.h"

#include <utility>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QPointer>
#include <QRandomGenerator>

#include "platform/linux/Portal.h"

namespace rapport::platform {

namespace {

// Of the portal: 4 for sleep, 8 for the screen going dark.
constexpr uint sleepAndIdle = 4 | 8;

const QString screenSaver = QStringLiteral("org.freedesktop.ScreenSaver");
const QString screenSaverPath = QStringLiteral("/org/freedesktop/ScreenSaver");
const QString logind = QStringLiteral("org.freedesktop.login1");
const QString appName = QStringLiteral("Rapport");

/// Sends without waiting. The answer is taken even when what it is for is no
/// longer wanted, so that it can be given back at once.
template<typename Reply, typename Taken, typename Refused>
void ask(const QDBusConnection &bus, const QDBusMessage &call, Taken taken, Refused refused)
{
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call));
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher,
                     [watcher, taken, refused](QDBusPendingCallWatcher *) {
                         watcher->deleteLater();
                         const QDBusPendingReply<Reply> reply = *watcher;
                         if (reply.isError())
                             refused();
                         else
                             taken(reply.value());
                     });
}

void closeRequest(const QString &path)
{
    QDBusConnection::sessionBus().send(QDBusMessage::createMethodCall(
        portal::service, path, QStringLiteral("org.freedesktop.portal.Request"), QStringLiteral("Close")));
}

void uninhibit(uint cookie)
{
    QDBusMessage call = QDBusMessage::createMethodCall(screenSaver, screenSaverPath, screenSaver,
                                                       QStringLiteral("UnInhibit"));
    call.setArguments({cookie});
    QDBusConnection::sessionBus().send(call);
}

/// Gives back when the inhibition ends; at once if it has.
template<typename GiveBack>
void keep(const QPointer<Inhibition> &held, GiveBack giveBack)
{
    if (held)
        QObject::connect(held, &QObject::destroyed, giveBack);
    else
        giveBack();
}

} // namespace

DesktopKeepAwake::DesktopKeepAwake(std::shared_ptr<Undumpable> guard)
    : m_guard(std::move(guard))
{}

DesktopKeepAwake::~DesktopKeepAwake()
{
    release();
}

void DesktopKeepAwake::hold(const QString &reason)
{
    if (m_held)
        return;
    m_held = new Inhibition;
    if (QDBusConnection::sessionBus().isConnected())
        askPortal(reason);
    else
        askLogind(reason);
}

void DesktopKeepAwake::release()
{
    delete std::exchange(m_held, nullptr);
}

void DesktopKeepAwake::askPortal(const QString &reason)
{
    QDBusMessage call = QDBusMessage::createMethodCall(portal::service, portal::path, portal::inhibit,
                                                       QStringLiteral("Inhibit"));
    const QString token =
        QStringLiteral("rapport") + QString::number(QRandomGenerator::system()->generate64(), 16);
    call.setArguments(
        {QString(), sleepAndIdle,
         QVariantMap{{QStringLiteral("reason"), reason}, {QStringLiteral("handle_token"), token}}});
    ask<QDBusObjectPath>(
        QDBusConnection::sessionBus(), call,
        [held = QPointer(m_held), lifted = m_guard->lift()](const QDBusObjectPath &request) {
            keep(held, [path = request.path()] { closeRequest(path); });
        },
        [this, held = QPointer(m_held), reason] {
            if (!held)
                return; // let go meanwhile; this object may be gone with it
            askScreenSaver(reason);
            askLogind(reason);
        });
}

void DesktopKeepAwake::askScreenSaver(const QString &reason)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(screenSaver, screenSaverPath, screenSaver, QStringLiteral("Inhibit"));
    call.setArguments({appName, reason});
    ask<uint>(
        QDBusConnection::sessionBus(), call,
        [held = QPointer(m_held)](uint cookie) { keep(held, [cookie] { uninhibit(cookie); }); }, [] {});
}

void DesktopKeepAwake::askLogind(const QString &reason)
{
    const QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected())
        return;
    QDBusMessage call =
        QDBusMessage::createMethodCall(logind, QStringLiteral("/org/freedesktop/login1"),
                                       logind + QStringLiteral(".Manager"), QStringLiteral("Inhibit"));
    call.setArguments({QStringLiteral("sleep:idle"), appName, reason, QStringLiteral("block")});
    // Held as long as the descriptor is open.
    ask<QDBusUnixFileDescriptor>(
        bus, call,
        [held = QPointer(m_held)](const QDBusUnixFileDescriptor &lock) {
            if (held)
                held->lock = lock;
        },
        [] {});
}

} // namespace rapport::platform
