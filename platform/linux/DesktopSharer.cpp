// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/linux/DesktopSharer.h"

#include <fcntl.h>

#include <QDBusMetaType>
#include <QDBusUnixFileDescriptor>
#include <QFile>
#include <QFutureWatcher>
#include <QPointer>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>
#include <QUrl>

#include "platform/linux/Opener.h"
#include "platform/linux/Portal.h"

namespace rapport::platform {

namespace {

using Result = Sharer::Result;
using Descriptors = QList<QDBusUnixFileDescriptor>;

Result resultOf(portal::Outcome outcome)
{
    switch (outcome) {
    case portal::Outcome::Done:
        return Result::Done;
    case portal::Outcome::Cancelled:
        return Result::Cancelled;
    case portal::Outcome::Missing:
        return Result::Unavailable;
    case portal::Outcome::Failed:
        break;
    }
    return Result::Failed;
}

void answerLater(QObject *context, Sharer::Answer answer, Result result)
{
    QMetaObject::invokeMethod(
        context, [answer = std::move(answer), result] { answer(result); }, Qt::QueuedConnection);
}

Sharer::Answer guarded(QObject *context, Sharer::Answer answer)
{
    return [context = QPointer{context}, answer = std::move(answer)](Result result) {
        if (context)
            answer(result);
    };
}

// Empty when one of the files cannot be opened.
Descriptors openAll(const QList<QString> &paths)
{
    Descriptors descriptors;
    for (const QString &path : paths) {
        QFile file{path};
        if (!file.open(QIODevice::ReadOnly))
            return {};
        descriptors << QDBusUnixFileDescriptor{file.handle()}; // a duplicate
    }
    return descriptors;
}

bool writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file{path};
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

// Writes on a pool thread: a person may choose a slow stick or a network.
void write(const QString &path, const QByteArray &bytes, QObject *owner, const Sharer::Answer &answer)
{
    auto promise = std::make_shared<QPromise<bool>>();
    auto *watcher = new QFutureWatcher<bool>{owner};
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, answer] {
        watcher->deleteLater();
        answer(watcher->result() ? Result::Done : Result::Failed);
    });
    watcher->setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, path, bytes] {
        promise->addResult(writeWhole(path, bytes));
        promise->finish();
    });
}

} // namespace

DesktopSharer::DesktopSharer(std::chrono::milliseconds clipboardDelay, std::shared_ptr<Undumpable> guard)
    : m_guard{std::move(guard)}
    , m_clipboard{clipboardDelay}
{
    qDBusRegisterMetaType<Descriptors>();
}

void DesktopSharer::composeEmail(const QString &subject, const QString &body,
                                 const QList<Attachment> &attachments, QWindow *parent, QObject *context,
                                 Answer answer)
{
    QVariantMap options{{QStringLiteral("subject"), subject}, {QStringLiteral("body"), body}};
    if (!attachments.isEmpty()) {
        const auto paths = m_attachments.add(attachments);
        const Descriptors descriptors = paths ? openAll(*paths) : Descriptors{};
        if (descriptors.size() != attachments.size()) {
            answerLater(context, std::move(answer), Result::Failed);
            return;
        }
        options.insert(QStringLiteral("attachment_fds"), QVariant::fromValue(descriptors));
    }
    portal::Request::send(portal::email, QStringLiteral("ComposeEmail"), {portal::windowHandle(parent)},
                          options, *m_guard, &m_open,
                          [done = guarded(context, std::move(answer))](
                              portal::Outcome outcome, const QVariantMap &) { done(resultOf(outcome)); });
}

void DesktopSharer::saveFile(const QString &suggestedName, const QByteArray &bytes, QWindow *parent,
                             QObject *context, Answer answer)
{
    const auto chosen = [this, bytes, done = guarded(context, std::move(answer))](
                            portal::Outcome outcome, const QVariantMap &results) {
        const QString path = portal::chosenPath(results);
        if (outcome != portal::Outcome::Done)
            done(resultOf(outcome));
        else if (path.isEmpty())
            done(Result::Failed);
        else
            write(path, bytes, &m_open, done);
    };
    // The file's name is the dialog's title: it says what is saved, in any language.
    portal::Request::send(portal::fileChooser, QStringLiteral("SaveFile"),
                          {portal::windowHandle(parent), suggestedName},
                          {{QStringLiteral("current_name"), suggestedName}}, *m_guard, &m_open, chosen);
}

void DesktopSharer::copyText(const QString &text, QObject *context, Answer answer)
{
    answerLater(context, std::move(answer), m_clipboard.set(text) ? Result::Done : Result::Unavailable);
}

void DesktopSharer::clearCopied()
{
    m_clipboard.clear();
}

void DesktopSharer::openUri(const QUrl &uri, QWindow *parent, QObject *context, Answer answer)
{
    const QStringList ours{QStringLiteral("https"), QStringLiteral("tel"), QStringLiteral("sms"),
                           QStringLiteral("mailto")};
    if (!uri.isValid() || !ours.contains(uri.scheme())) {
        answerLater(context, std::move(answer), Result::Unavailable);
        return;
    }
    const QString encoded = uri.toString(QUrl::FullyEncoded);
    const auto tried = [encoded, done = guarded(context, std::move(answer))](portal::Outcome outcome,
                                                                             const QVariantMap &) {
        if (outcome == portal::Outcome::Missing)
            openByCommand(encoded, done);
        else
            done(resultOf(outcome));
    };
    portal::Request::send(portal::openUri, QStringLiteral("OpenURI"), {portal::windowHandle(parent), encoded},
                          {}, *m_guard, &m_open, tried);
}

} // namespace rapport::platform
