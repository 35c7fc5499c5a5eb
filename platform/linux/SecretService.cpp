// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/linux/SecretService.h"

#include <memory>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include "platform/linux/BusError.h"

namespace rapport::platform {

namespace {

using keychain::Condition;
using Attributes = QMap<QString, QString>;
using Answer = std::function<void(Condition)>;

Condition conditionOf(const QDBusError &error)
{
    if (nobodyAnswersTo(error))
        return Condition::NoService;
    switch (error.type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return Condition::NoAnswer;
    default:
        return Condition::Unknown;
    }
}

// One round of questions; deletes itself when it has answered.
class Inquiry : public QObject
{
public:
    Inquiry(std::chrono::milliseconds limit, Answer answer)
        : m_deadline{limit}
        , m_answer{std::move(answer)}
    {}

    // The attributes are those under which QtKeychain stores an entry.
    void start(const QString &service, const QString &key)
    {
        const Attributes attributes{{QStringLiteral("server"), service}, {QStringLiteral("user"), key}};
        ask(QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service"),
            QStringLiteral("SearchItems"), {QVariant::fromValue(attributes)},
            [this](const QDBusMessage &reply) { foundItems(reply); });
    }

private:
    void foundItems(const QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>> &reply)
    {
        if (!reply.isError() && !reply.argumentAt<1>().isEmpty())
            end(Condition::Locked);
        else if (!reply.isError() && !reply.argumentAt<0>().isEmpty())
            end(Condition::Open);
        else
            ask(QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service"),
                QStringLiteral("ReadAlias"), {QStringLiteral("default")},
                [this](const QDBusMessage &answer) { foundDefault(answer); });
    }

    void foundDefault(const QDBusPendingReply<QDBusObjectPath> &reply)
    {
        const QString path = reply.isError() ? QString{} : reply.value().path();
        if (reply.isError())
            end(Condition::Unknown);
        else if (path == QStringLiteral("/"))
            end(Condition::Open); // there is no collection yet, thus no entry
        else
            ask(path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
                {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")},
                [this](const QDBusMessage &answer) { foundLocked(answer); });
    }

    void foundLocked(const QDBusPendingReply<QDBusVariant> &reply)
    {
        const bool known = !reply.isError() && reply.value().variant().typeId() == QMetaType::Bool;
        if (!known)
            end(Condition::Unknown);
        else
            end(reply.value().variant().toBool() ? Condition::Locked : Condition::Open);
    }

    void ask(const QString &path, const QString &interface, const QString &method,
             const QVariantList &arguments, std::function<void(const QDBusMessage &)> then)
    {
        QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), path,
                                                           interface, method);
        call.setArguments(arguments);
        const int limit = static_cast<int>(std::max<qint64>(1, m_deadline.remainingTime()));
        auto *watcher =
            new QDBusPendingCallWatcher{QDBusConnection::sessionBus().asyncCall(call, limit), this};
        connect(watcher, &QDBusPendingCallWatcher::finished, this,
                [this, then = std::move(then)](QDBusPendingCallWatcher *done) {
                    done->deleteLater();
                    const Condition condition =
                        done->isError() ? conditionOf(done->error()) : Condition::Open;
                    if (condition == Condition::NoService || condition == Condition::NoAnswer)
                        end(condition);
                    else
                        then(done->reply());
                });
    }

    void end(Condition condition)
    {
        deleteLater();
        m_answer(condition);
    }

    const QDeadlineTimer m_deadline;
    const Answer m_answer;
};

} // namespace

keychain::Diagnosis secretServiceDiagnosis()
{
    qDBusRegisterMetaType<Attributes>();
    return [](const QString &service, const QString &key, std::chrono::milliseconds limit, Answer answer) {
        if (!QDBusConnection::sessionBus().isConnected()) {
            answer(Condition::NoService);
            return;
        }
        (new Inquiry{limit, std::move(answer)})->start(service, key);
    };
}

} // namespace rapport::platform
