// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/none/Nothing.h"

#include <chrono>

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QUrl>

namespace rapport::platform {

namespace {

// Also an answer known at once comes later: callers rely on it.
void answerLater(QObject *context, std::function<void()> answer)
{
    QMetaObject::invokeMethod(context, std::move(answer), Qt::QueuedConnection);
}

void unavailable(QObject *context, Sharer::Answer answer)
{
    answerLater(context, [answer = std::move(answer)] { answer(Sharer::Result::Unavailable); });
}

void unavailable(QObject *context, KeyStore::Answer answer)
{
    answerLater(context, [answer = std::move(answer)] { answer(KeyStore::Result::Unavailable); });
}

} // namespace

void NoKeyStore::read(const QString & /*key*/, QObject *context, ReadAnswer answer)
{
    answerLater(context, [answer = std::move(answer)] { answer(Result::Unavailable, {}); });
}

void NoKeyStore::write(const QString & /*key*/, std::span<const std::byte> /*secret*/, QObject *context,
                       Answer answer)
{
    unavailable(context, std::move(answer));
}

void NoKeyStore::remove(const QString & /*key*/, QObject *context, Answer answer)
{
    unavailable(context, std::move(answer));
}

void NoKeyStore::probe(QObject *context, Answer answer)
{
    unavailable(context, std::move(answer));
}

void NoSharer::composeEmail(const QString & /*subject*/, const QString & /*body*/,
                            const QList<Attachment> & /*attachments*/, QWindow * /*parent*/, QObject *context,
                            Answer answer)
{
    unavailable(context, std::move(answer));
}

void NoSharer::saveFile(const QString & /*suggestedName*/, const QByteArray & /*bytes*/, QWindow * /*parent*/,
                        QObject *context, Answer answer)
{
    unavailable(context, std::move(answer));
}

void NoSharer::copyText(const QString & /*text*/, QObject *context, Answer answer)
{
    unavailable(context, std::move(answer));
}

void NoSharer::openUri(const QUrl & /*uri*/, QWindow * /*parent*/, QObject *context, Answer answer)
{
    unavailable(context, std::move(answer));
}

void NoFileChooser::probe(QObject *context, std::function<void(bool available)> answer)
{
    answerLater(context, [answer = std::move(answer)] { answer(false); });
}

void NoFileChooser::chooseFolder(const QString & /*title*/, const QString & /*beginIn*/, QWindow * /*parent*/,
                                 QObject *context, Answer answer)
{
    answerLater(context, [answer = std::move(answer)] { answer(Result::Unavailable, {}); });
}

void NoFileChooser::chooseFile(const QString & /*title*/, const Kind & /*kind*/, const QString & /*beginIn*/,
                               QWindow * /*parent*/, QObject *context, Answer answer)
{
    answerLater(context, [answer = std::move(answer)] { answer(Result::Unavailable, {}); });
}

SteadyClock::SteadyClock()
    : m_id("process-" + QByteArray::number(QRandomGenerator::system()->generate64(), 16))
{}

qint64 SteadyClock::nowNs() const
{
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(since).count();
}

void SteadyClock::waitUntil(qint64 markNs)
{
    const std::chrono::steady_clock::time_point mark{std::chrono::nanoseconds(markNs)};
    std::unique_lock lock(m_mutex);
    while (!m_woken && nowNs() < markNs) {
        if (markNs == never)
            m_changed.wait(lock);
        else
            m_changed.wait_until(lock, mark);
    }
    m_woken = false;
}

void SteadyClock::wake()
{
    const std::lock_guard lock(m_mutex);
    m_woken = true;
    m_changed.notify_all();
}

void NoBell::prepare(QObject *context, Answer answer)
{
    answerLater(context, [answer = std::move(answer)] { answer(false); });
}

void NoVoice::probe(QObject *context, Answer answer)
{
    answerLater(context, [answer = std::move(answer)] { answer(false); });
}

void NoVoice::say(const QString & /*text*/, const QLocale & /*language*/)
{
    answerLater(this, [this] { Q_EMIT finished(Ending::Failed); });
}

SingleInstance::Claim NoSingleInstance::claim(const QString &folder)
{
    const bool usable = QDir{}.mkpath(folder) && QFileInfo{folder}.isWritable();
    return usable ? Claim::Acquired : Claim::CannotWrite;
}

bool NoSingleInstance::passOn(const QString & /*action*/, std::chrono::milliseconds /*limit*/)
{
    return false;
}

} // namespace rapport::platform
