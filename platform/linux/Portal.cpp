// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/linux/Portal.h"

#include <utility>

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QGuiApplication>
#include <QRandomGenerator>
#include <QUrl>
#include <QWindow>

#include "platform/linux/BusError.h"

namespace rapport::platform::portal {

namespace {

Outcome outcomeOf(const QDBusError &error)
{
    if (nobodyAnswersTo(error))
        return Outcome::Missing;
    switch (error.type()) {
    case QDBusError::UnknownInterface:
    case QDBusError::UnknownMethod:
    case QDBusError::UnknownObject:
        return Outcome::Missing;
    default:
        return Outcome::Failed;
    }
}

} // namespace

QString windowHandle(const QWindow *window)
{
    // On Wayland a handle would have to be exported by a protocol that Qt does
    // not offer; the dialog is then a window of its own.
    if (!window || QGuiApplication::platformName() != QStringLiteral("xcb"))
        return {};
    return QStringLiteral("x11:") + QString::number(window->winId(), 16);
}

QString chosenPath(const QVariantMap &results)
{
    const QStringList uris = results.value(QStringLiteral("uris")).toStringList();
    return uris.isEmpty() ? QString{} : QUrl{uris.constFirst()}.toLocalFile();
}

Request::Request(Undumpable::Lifted lifted, QObject *parent, Answer answer)
    : QObject{parent}
    , m_lifted{std::move(lifted)}
    , m_answer{std::move(answer)}
    , m_token{QStringLiteral("rapport") + QString::number(QRandomGenerator::system()->generate64(), 16)}
{}

void Request::send(QLatin1StringView interface, const QString &method, const QVariantList &arguments,
                   QVariantMap options, Undumpable &guard, QObject *parent, Answer answer)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    auto *request = new Request{guard.lift(), parent, std::move(answer)};
    if (!bus.isConnected()) {
        QMetaObject::invokeMethod(
            request, [request] { request->end(Outcome::Missing); }, Qt::QueuedConnection);
        return;
    }
    // A portal that dies with the dialog open would otherwise never answer.
    auto *watcher =
        new QDBusServiceWatcher{service, bus, QDBusServiceWatcher::WatchForUnregistration, request};
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, request,
            [request] { request->end(Outcome::Failed); });

    // The path of the answer follows from our token, so that listening can
    // start before the call: an answer may come before the call's own reply.
    request->listenAt(request->expectedPath());
    options.insert(QStringLiteral("handle_token"), request->m_token);
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, method);
    call.setArguments(arguments + QVariantList{options});
    auto *pending = new QDBusPendingCallWatcher{bus.asyncCall(call), request};
    connect(pending, &QDBusPendingCallWatcher::finished, request, &Request::called);
}

QString Request::expectedPath() const
{
    const QString sender = QDBusConnection::sessionBus()
                               .baseService()
                               .remove(QLatin1Char{':'})
                               .replace(QLatin1Char{'.'}, QLatin1Char{'_'});
    return path + QStringLiteral("/request/") + sender + QLatin1Char{'/'} + m_token;
}

void Request::listenAt(const QString &newPath)
{
    m_path = newPath;
    QDBusConnection::sessionBus().connect(service, m_path, QStringLiteral("org.freedesktop.portal.Request"),
                                          QStringLiteral("Response"), this,
                                          SLOT(responded(uint, QVariantMap)));
}

void Request::called(QDBusPendingCallWatcher *call)
{
    call->deleteLater();
    m_lifted.reset(); // it knows who called
    const QDBusPendingReply<QDBusObjectPath> reply = *call;
    if (reply.isError())
        end(outcomeOf(reply.error()));
    else if (reply.value().path() != m_path)
        listenAt(reply.value().path()); // portals before 0.9 choose their own
}

void Request::responded(uint code, const QVariantMap &results)
{
    switch (code) {
    case 0:
        end(Outcome::Done, results);
        break;
    case 1:
        end(Outcome::Cancelled);
        break;
    default:
        end(Outcome::Failed);
    }
}

void Request::end(Outcome outcome, const QVariantMap &results)
{
    // Taken out first: a reply and the portal's end may both lead here.
    if (const Answer answer = std::exchange(m_answer, {})) {
        m_lifted.reset();
        deleteLater();
        answer(outcome, results);
    }
}

} // namespace rapport::platform::portal
