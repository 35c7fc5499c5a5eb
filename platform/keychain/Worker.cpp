// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/keychain/Worker.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>
#include <QRandomGenerator>
#include <qt6keychain/keychain.h>
#include <QThread>

namespace rapport::platform::keychain {

namespace {

QString serviceName()
{
    return QStringLiteral("rapport");
}

// Wipes the array's own bytes and thereby those of everyone it shares them
// with: QtKeychain's job keeps such a copy. What lies in the buffers of D-Bus
// and GLib is out of reach.
void wipeShared(const QByteArray &array)
{
    wipe(std::as_writable_bytes(
        std::span{const_cast<char *>(array.constData()), static_cast<std::size_t>(array.size())}));
}

// Null when the bytes cannot be a secret of ours.
SecretPointer takeSecret(const QByteArray &array)
{
    const auto bytes = std::as_bytes(std::span{array.constData(), static_cast<std::size_t>(array.size())});
    SecretPointer secret;
    if (!bytes.empty() && bytes.size() <= KeyStore::maxSize)
        secret = std::make_shared<const SecretBytes>(bytes);
    if (!bytes.empty())
        wipeShared(array);
    return secret;
}

SecretPointer randomSecret()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return std::make_shared<const SecretBytes>(std::as_bytes(std::span{words}));
}

} // namespace

Worker::Worker(Diagnosis diagnosis, Reply reply)
    : m_diagnosis{std::move(diagnosis)}
    , m_reply{std::move(reply)}
{}

void Worker::take(Request request)
{
    Q_ASSERT_X(!QCoreApplication::instance() ||
                   QThread::currentThread() != QCoreApplication::instance()->thread(),
               "the key store", "asked on the thread that draws");
    m_waiting.push_back(std::move(request));
    startNext();
}

void Worker::startNext()
{
    if (m_busy || m_waiting.empty())
        return;
    m_busy = true;
    m_current = std::move(m_waiting.front());
    m_waiting.pop_front();
    // Above all a write that nobody waits for any more must not happen.
    if (m_current.deadline.hasExpired()) {
        finish(Result::TimedOut);
        return;
    }
    const Continuation done = [this](Result result, const SecretPointer &secret) { finish(result, secret); };
    switch (m_current.errand) {
    case Errand::Read:
        read(m_current.key, done);
        break;
    case Errand::Write:
        write(m_current.key, m_current.secret, done);
        break;
    case Errand::Remove:
        remove(m_current.key, done);
        break;
    case Errand::Probe:
        probe(done);
        break;
    }
}

void Worker::finish(Result result, const SecretPointer &secret)
{
    m_reply(m_current.id, result, result == Result::Ok ? secret : SecretPointer{});
    m_current = {};
    m_busy = false;
    // By way of the event loop: this may be inside the job's own "finished",
    // and QtKeychain loses its place when another one starts there.
    QMetaObject::invokeMethod(this, &Worker::startNext, Qt::QueuedConnection);
}

void Worker::read(const QString &key, const Continuation &then)
{
    run(new QKeychain::ReadPasswordJob{serviceName()}, key,
        [this, key, then](int error, const SecretPointer &secret) {
            if (error == QKeychain::NoError)
                then(secret ? Result::Ok : Result::Unusable, secret);
            else
                explain(error, key, [then](Result result) { then(result, {}); });
        });
}

// KWallet jobs report success after a failure, and other services may: only
// what can be read back was written.
void Worker::write(const QString &key, const SecretPointer &secret, const Continuation &then)
{
    auto *job = new QKeychain::WritePasswordJob{serviceName()};
    const auto bytes = secret->bytes();
    const QByteArray handedOver{reinterpret_cast<const char *>(bytes.data()),
                                static_cast<qsizetype>(bytes.size())};
    job->setBinaryData(handedOver);
    connect(job, &QObject::destroyed, this, [handedOver] { wipeShared(handedOver); });
    run(job, key, [this, key, secret, then](int error, const SecretPointer &) {
        if (error != QKeychain::NoError) {
            // There is nothing to find in a write: EntryNotFound comes from a
            // store without a place to write to.
            explain(error, key, [then](Result result) {
                then(result == Result::NotFound ? Result::Failed : result, {});
            });
            return;
        }
        read(key, [secret, then](Result result, const SecretPointer &stored) {
            if (result == Result::Ok && *stored == *secret)
                then(Result::Ok, {});
            else if (result == Result::Ok || result == Result::NotFound || result == Result::Unusable)
                then(Result::Failed, {});
            else
                then(result, {});
        });
    });
}

// A locked Secret Service answers a removal with success: only what can no
// longer be read, from an open store, is removed.
void Worker::remove(const QString &key, const Continuation &then)
{
    run(new QKeychain::DeletePasswordJob{serviceName()}, key,
        [this, key, then](int error, const SecretPointer &) {
            if (error != QKeychain::NoError && error != QKeychain::EntryNotFound) {
                explain(error, key, [then](Result result) { then(result, {}); });
                return;
            }
            read(key, [then](Result result, const SecretPointer &) {
                if (result == Result::NotFound)
                    then(Result::Ok, {});
                else if (result == Result::Ok || result == Result::Unusable)
                    then(Result::Failed, {});
                else
                    then(result, {});
            });
        });
}

void Worker::probe(const Continuation &then)
{
    const QString key = QStringLiteral("probe");
    write(key, randomSecret(), [this, key, then](Result result, const SecretPointer &) {
        if (result == Result::Ok)
            remove(key, then);
        else
            then(result, {});
    });
}

void Worker::run(QKeychain::Job *job, const QString &key, std::function<void(int, SecretPointer)> then)
{
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [this, then = std::move(then)](QKeychain::Job *finished) {
        const int error = finished->error();
        SecretPointer secret;
        if (auto *reader = qobject_cast<QKeychain::ReadPasswordJob *>(finished))
            secret = takeSecret(reader->binaryData());
        // See finish() for why this goes through the event loop.
        QMetaObject::invokeMethod(
            this, [then, error, secret] { then(error, secret); }, Qt::QueuedConnection);
    });
    job->start();
}

void Worker::explain(int error, const QString &key, std::function<void(Result)> then)
{
    if (error == QKeychain::NoBackendAvailable || error == QKeychain::NotImplemented) {
        then(Result::Unavailable);
        return;
    }
    const auto limit = std::max(m_current.deadline.remainingTimeAsDuration(), std::chrono::nanoseconds{0});
    m_diagnosis(serviceName(), key, std::chrono::duration_cast<std::chrono::milliseconds>(limit),
                [error, then = std::move(then)](Condition condition) {
                    const bool denied =
                        error == QKeychain::AccessDenied || error == QKeychain::AccessDeniedByUser;
                    if (condition == Condition::Locked)
                        then(Result::Locked);
                    else if (denied)
                        then(Result::Denied);
                    else if (condition == Condition::NoAnswer)
                        then(Result::TimedOut);
                    else if (error == QKeychain::EntryNotFound)
                        then(Result::NotFound);
                    else
                        then(condition == Condition::NoService ? Result::Unavailable : Result::Failed);
                });
}

} // namespace rapport::platform::keychain
