// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/platform/FakePortal.h"

#include <sys/prctl.h>

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QDBusVariant>
#include <QFile>

namespace {

const QString busName = QStringLiteral("fake portal");
const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString root = QStringLiteral("/org/freedesktop/portal/desktop");
const QString requestInterface = QStringLiteral("org.freedesktop.portal.Request");
const QString propertiesInterface = QStringLiteral("org.freedesktop.DBus.Properties");
const QString settingsInterface = QStringLiteral("org.freedesktop.portal.Settings");

} // namespace

FakePortal::FakePortal()
    : m_bus{QDBusConnection::connectToBus(QDBusConnection::SessionBus, busName)}
{
    qDBusRegisterMetaType<Groups>();
    qDBusRegisterMetaType<QList<QDBusUnixFileDescriptor>>();
    m_bus.registerVirtualObject(root, this, QDBusConnection::SubPath);
    m_bus.registerService(service);
}

FakePortal::~FakePortal()
{
    m_bus.unregisterObject(root, QDBusConnection::UnregisterTree);
    QDBusConnection::disconnectFromBus(busName);
}

void FakePortal::setAnswer(uint code, const QVariantMap &results, Manner manner)
{
    m_code = code;
    m_results = results;
    m_manner = manner;
    m_calls.clear();
}

void FakePortal::changeSetting(const QString &group, const QString &key, const QVariant &value)
{
    QDBusMessage signal =
        QDBusMessage::createSignal(root, settingsInterface, QStringLiteral("SettingChanged"));
    signal.setArguments({group, key, QVariant::fromValue(QDBusVariant{value})});
    m_bus.send(signal);
}

QString FakePortal::introspect(const QString & /*path*/) const
{
    return {};
}

bool FakePortal::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    message.setDelayedReply(true);
    // It lives in the process that calls, so the caller's mark is its own.
    if (message.interface() != requestInterface && prctl(PR_GET_DUMPABLE, 0UL, 0UL, 0UL, 0UL) != 1)
        m_sawItsCallers = false;
    if (message.interface() == settingsInterface) {
        Groups wanted;
        for (const QString &group : message.arguments().constFirst().toStringList())
            wanted.insert(group, m_settings.value(group));
        return connection.send(message.createReply(QVariant::fromValue(wanted)));
    }
    if (message.interface() == propertiesInterface) {
        const bool known =
            m_chooserVersion > 0 &&
            message.arguments().value(0) == QStringLiteral("org.freedesktop.portal.FileChooser") &&
            message.arguments().value(1) == QStringLiteral("version");
        return connection.send(
            known ? message.createReply(QVariant::fromValue(QDBusVariant{m_chooserVersion}))
                  : message.createErrorReply(QDBusError::InvalidArgs, QStringLiteral("No such interface")));
    }
    m_calls << taken(message);
    if (message.interface() == requestInterface)
        return connection.send(message.createReply());
    if (m_manner == NoInterface) {
        return connection.send(message.createErrorReply(
            QDBusError::UnknownMethod, QStringLiteral("No such interface on object at path")));
    }
    QString sender = message.service().mid(1);
    const QString requestPath = root + QStringLiteral("/request/") +
                                sender.replace(QLatin1Char{'.'}, QLatin1Char{'_'}) + QLatin1Char{'/'} +
                                m_calls.constLast().options.value(QStringLiteral("handle_token")).toString();
    if (m_manner == AnswersEarly)
        respond(requestPath);
    connection.send(message.createReply(QVariant::fromValue(QDBusObjectPath{requestPath})));
    if (m_manner == Answers)
        respond(requestPath);
    else if (m_manner == Dies)
        m_bus.unregisterService(service);
    return true;
}

FakePortal::Call FakePortal::taken(const QDBusMessage &message) const
{
    Call call{message.interface(), message.member(), message.arguments(), {}, {}, {}};
    if (call.arguments.isEmpty())
        return call; // to a request, which takes no options
    call.options = qdbus_cast<QVariantMap>(call.arguments.takeLast());
    const QVariant descriptors = call.options.value(QStringLiteral("attachment_fds"));
    for (const auto &descriptor : qdbus_cast<QList<QDBusUnixFileDescriptor>>(descriptors)) {
        // The real portal learns the path in the same way.
        const QString link = QStringLiteral("/proc/self/fd/%1").arg(descriptor.fileDescriptor());
        call.attachmentPaths << QFile::symLinkTarget(link);
        QFile file{call.attachmentPaths.constLast()};
        if (file.open(QIODevice::ReadOnly))
            call.attachments << file.readAll();
    }
    return call;
}

void FakePortal::respond(const QString &requestPath)
{
    QDBusMessage signal =
        QDBusMessage::createSignal(requestPath, requestInterface, QStringLiteral("Response"));
    signal.setArguments({m_code, m_results});
    m_bus.send(signal);
}
