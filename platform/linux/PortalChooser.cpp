// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/linux/PortalChooser.h"

#include <utility>

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QDir>
#include <QFile>
#include <QPointer>

#include "platform/linux/Portal.h"

namespace rapport::platform {

namespace {

using Result = FileChooser::Result;

/// Since when the portal chooses folders, too.
constexpr uint versionWithFolders = 3;

// The portal's a(sa(us)): a name, and what it stands for.
struct Pattern
{
    uint kind = 0; // of file names; 1 would be a MIME type
    QString text;
};
struct Filter
{
    QString name;
    QList<Pattern> patterns;
};

QDBusArgument &operator<<(QDBusArgument &argument, const Pattern &pattern)
{
    argument.beginStructure();
    argument << pattern.kind << pattern.text;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Pattern &pattern)
{
    argument.beginStructure();
    argument >> pattern.kind >> pattern.text;
    argument.endStructure();
    return argument;
}

QDBusArgument &operator<<(QDBusArgument &argument, const Filter &filter)
{
    argument.beginStructure();
    argument << filter.name << filter.patterns;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Filter &filter)
{
    argument.beginStructure();
    argument >> filter.name >> filter.patterns;
    argument.endStructure();
    return argument;
}

Result resultOf(portal::Outcome outcome)
{
    switch (outcome) {
    case portal::Outcome::Done:
        return Result::Chosen;
    case portal::Outcome::Cancelled:
        return Result::Cancelled;
    case portal::Outcome::Missing:
        return Result::Unavailable;
    case portal::Outcome::Failed:
        break;
    }
    return Result::Failed;
}

} // namespace

PortalChooser::PortalChooser(std::shared_ptr<Undumpable> guard)
    : m_guard{std::move(guard)}
{}

void PortalChooser::probe(QObject *context, std::function<void(bool available)> answer)
{
    const auto done = [context = QPointer{context}, answer = std::move(answer)](bool available) {
        if (context)
            answer(available);
    };
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        QMetaObject::invokeMethod(
            &m_open, [done] { done(false); }, Qt::QueuedConnection);
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(portal::service, portal::path,
                                                       QStringLiteral("org.freedesktop.DBus.Properties"),
                                                       QStringLiteral("Get"));
    call.setArguments({QString{portal::fileChooser}, QStringLiteral("version")});
    Undumpable::Lifted mayLook = m_guard->lift(); // before it can hear of us
    auto *watcher = new QDBusPendingCallWatcher{bus.asyncCall(call), &m_open};
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, &m_open,
                     [done, lifted = std::move(mayLook)](QDBusPendingCallWatcher *ended) mutable {
                         ended->deleteLater();
                         lifted.reset(); // it knows who called
                         const QDBusPendingReply<QDBusVariant> reply = *ended;
                         done(!reply.isError() && reply.value().variant().toUInt() >= versionWithFolders);
                     });
}

void PortalChooser::chooseFolder(const QString &title, const QString &beginIn, QWindow *parent,
                                 QObject *context, Answer answer)
{
    open(title, {{QStringLiteral("directory"), true}}, beginIn, parent, context, std::move(answer));
}

void PortalChooser::chooseFile(const QString &title, const Kind &kind, const QString &beginIn,
                               QWindow *parent, QObject *context, Answer answer)
{
    static const bool registered [[maybe_unused]] = [] {
        qDBusRegisterMetaType<Pattern>();
        qDBusRegisterMetaType<QList<Pattern>>();
        qDBusRegisterMetaType<Filter>();
        qDBusRegisterMetaType<QList<Filter>>();
        return true;
    }();
    const QList<Filter> filters{{kind.name, {{0, kind.pattern}}}};
    open(title, {{QStringLiteral("filters"), QVariant::fromValue(filters)}}, beginIn, parent, context,
         std::move(answer));
}

void PortalChooser::open(const QString &title, QVariantMap options, const QString &beginIn, QWindow *parent,
                         QObject *context, Answer answer)
{
    if (QDir::isAbsolutePath(beginIn)) {
        // The portal wants the bytes of a path, and the zero at its end.
        options.insert(QStringLiteral("current_folder"), QFile::encodeName(beginIn) + '\0');
    }
    portal::Request::send(portal::fileChooser, QStringLiteral("OpenFile"),
                          {portal::windowHandle(parent), title}, options, *m_guard, &m_open,
                          [context = QPointer{context},
                           answer = std::move(answer)](portal::Outcome outcome, const QVariantMap &results) {
                              if (!context)
                                  return;
                              if (outcome != portal::Outcome::Done)
                                  return answer(resultOf(outcome), {});
                              const QString path = portal::chosenPath(results);
                              answer(path.isEmpty() ? Result::Failed : Result::Chosen, path);
                          });
}

} // namespace rapport::platform
