// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/platform/FakeSecretService.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>

namespace {

const QString root = QStringLiteral("/org/freedesktop/secrets");
const QString session = QStringLiteral("/org/freedesktop/secrets/session/s1");
const QString collection = QStringLiteral("/org/freedesktop/secrets/collection/login");
const QString prompt = QStringLiteral("/org/freedesktop/secrets/prompt/p1");
const QString noPrompt = QStringLiteral("/");
const QString busName = QStringLiteral("fake secret service");

using Attributes = QMap<QString, QString>;

QVariant path(const QString &text)
{
    return QVariant::fromValue(QDBusObjectPath{text});
}

} // namespace

// (oayays) of the specification.
struct WireSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};
Q_DECLARE_METATYPE(WireSecret)

QDBusArgument &operator<<(QDBusArgument &argument, const WireSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, WireSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

FakeSecretService::FakeSecretService(Fault fault)
    : m_fault{fault}
    , m_bus{QDBusConnection::connectToBus(QDBusConnection::SessionBus, busName)}
{
    qDBusRegisterMetaType<Attributes>();
    qDBusRegisterMetaType<WireSecret>();
    qDBusRegisterMetaType<QMap<QDBusObjectPath, WireSecret>>();
    m_running = m_bus.registerVirtualObject(root, this, QDBusConnection::SubPath) &&
                m_bus.registerService(QStringLiteral("org.freedesktop.secrets"));
}

FakeSecretService::~FakeSecretService()
{
    m_bus.unregisterObject(root, QDBusConnection::UnregisterTree);
    QDBusConnection::disconnectFromBus(busName);
}

QString FakeSecretService::introspect(const QString & /*path*/) const
{
    return {};
}

bool FakeSecretService::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    message.setDelayedReply(true);
    if (m_fault == Silent)
        return true;
    QString error;
    const QVariantList answer = answerTo(message, &error);
    if (error.isEmpty())
        return connection.send(message.createReply(answer));
    return connection.send(message.createErrorReply(error, error));
}

QVariantList FakeSecretService::answerTo(const QDBusMessage &message, QString *error)
{
    const QString member = message.member();
    if (member == QStringLiteral("OpenSession")) {
        if (message.arguments().constFirst().toString() == QStringLiteral("plain"))
            return {QVariant::fromValue(QDBusVariant{QString{}}), path(session)};
        *error = QStringLiteral("org.freedesktop.DBus.Error.NotSupported");
    } else if (member == QStringLiteral("SearchItems")) {
        return searched(message);
    } else if (member == QStringLiteral("ReadAlias")) {
        return {path(collection)};
    } else if (member == QStringLiteral("CreateItem")) {
        return created(message, error);
    } else if (member == QStringLiteral("GetSecrets")) {
        return secrets(message);
    } else if (member == QStringLiteral("Delete")) {
        if (m_fault != Keeps)
            m_items.remove(message.path());
        return {path(noPrompt)};
    } else if (member == QStringLiteral("Unlock") && m_fault == Dismisses) {
        return {QVariant::fromValue(QList<QDBusObjectPath>{}), path(prompt)};
    } else if (member == QStringLiteral("Prompt")) {
        QMetaObject::invokeMethod(this, &FakeSecretService::dismiss,
                                  Qt::QueuedConnection); // after the answer
    } else if (member == QStringLiteral("Unlock")) {
        return {message.arguments().constFirst(), path(noPrompt)};
    } else if (member == QStringLiteral("Get")) {
        return {QVariant::fromValue(QDBusVariant{false})}; // Locked is all that is asked
    } else if (member == QStringLiteral("GetAll")) {
        return {QVariantMap{}};
    } else {
        *error = QStringLiteral("org.freedesktop.DBus.Error.UnknownMethod");
    }
    return {};
}

void FakeSecretService::dismiss()
{
    QDBusMessage signal = QDBusMessage::createSignal(prompt, QStringLiteral("org.freedesktop.Secret.Prompt"),
                                                     QStringLiteral("Completed"));
    const QDBusVariant unlocked{QVariant::fromValue(QList<QDBusObjectPath>{})};
    signal.setArguments({true, QVariant::fromValue(unlocked)});
    m_bus.send(signal);
}

QVariantList FakeSecretService::searched(const QDBusMessage &message) const
{
    const auto wanted = qdbus_cast<Attributes>(message.arguments().constFirst());
    QList<QDBusObjectPath> found;
    for (auto item = m_items.begin(); item != m_items.end(); ++item) {
        bool fits = true;
        for (auto one = wanted.begin(); one != wanted.end(); ++one)
            fits = fits && item->attributes.value(one.key()) == one.value();
        if (fits)
            found << QDBusObjectPath{item.key()};
    }
    const QList<QDBusObjectPath> none;
    if (m_fault == Dismisses)
        return {QVariant::fromValue(none), QVariant::fromValue(found)};
    return {QVariant::fromValue(found), QVariant::fromValue(none)};
}

QVariantList FakeSecretService::created(const QDBusMessage &message, QString *error)
{
    if (m_fault == Refuses || m_fault == Dismisses) {
        *error = QStringLiteral("org.freedesktop.Secret.Error.IsLocked");
        return {};
    }
    const auto properties = qdbus_cast<QVariantMap>(message.arguments().at(0));
    const auto secret = qdbus_cast<WireSecret>(message.arguments().at(1));
    Item item{
        qdbus_cast<Attributes>(properties.value(QStringLiteral("org.freedesktop.Secret.Item.Attributes"))),
        secret.value};
    if (m_fault == Alters)
        item.value = QByteArrayLiteral("something else").toBase64();
    const QString newPath = collection + QLatin1Char{'/'} + QString::number(++m_lastItem);
    if (m_fault != Forgets)
        m_items.insert(newPath, item);
    return {path(newPath), path(noPrompt)};
}

QVariantList FakeSecretService::secrets(const QDBusMessage &message) const
{
    QMap<QDBusObjectPath, WireSecret> answer;
    for (const auto &wanted : qdbus_cast<QList<QDBusObjectPath>>(message.arguments().constFirst())) {
        QByteArray value = m_items.value(wanted.path()).value;
        if (m_fault == Oversized)
            value = QByteArray(65, 'x').toBase64();
        else if (m_fault == Empty)
            value.clear();
        answer.insert(wanted, {QDBusObjectPath{session}, {}, value, QStringLiteral("text/plain")});
    }
    return {QVariant::fromValue(answer)};
}
