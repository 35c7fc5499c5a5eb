// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/keychain/KeychainStore.h"

#include <QThread>

namespace rapport::platform::keychain {

namespace {

// Long enough for a thread that sits in its event loop, hung job or not.
constexpr std::chrono::milliseconds endLimit{1000};

KeyStore::ReadAnswer withoutSecret(KeyStore::Answer answer)
{
    return [answer = std::move(answer)](Result result, std::span<const std::byte>) { answer(result); };
}

} // namespace

KeychainStore::KeychainStore(std::chrono::milliseconds limit, Diagnosis diagnosis)
    : m_limit{limit}
    , m_diagnosis{std::move(diagnosis)}
{
    m_mailbox->home = &m_home;
    m_firstDeadline.setSingleShot(true);
    m_firstDeadline.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_firstDeadline, &QTimer::timeout, &m_home, [this] {
        if (!m_pending.empty() && m_pending.begin()->second.deadline.hasExpired())
            answerWith(m_pending.begin()->first, Result::TimedOut, {});
        else
            watchFirst();
    });
}

KeychainStore::~KeychainStore()
{
    {
        const QMutexLocker lock{&m_mailbox->mutex};
        m_mailbox->home = nullptr;
    }
    if (!m_thread)
        return;
    m_thread->quit();
    // QtKeychain makes some D-Bus calls that block. To wait for them would
    // keep the app from closing, and to delete a running thread is fatal: a
    // stuck one is left to the end of the process.
    if (m_thread->wait(QDeadlineTimer{endLimit}))
        delete m_thread;
}

void KeychainStore::read(const QString &key, QObject *context, ReadAnswer answer)
{
    ask(Errand::Read, key, {}, context, std::move(answer));
}

void KeychainStore::write(const QString &key, std::span<const std::byte> secret, QObject *context,
                          Answer answer)
{
    if (secret.empty() || secret.size() > maxSize) {
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer)] { answer(Result::Unusable); }, Qt::QueuedConnection);
        return;
    }
    ask(Errand::Write, key, std::make_shared<const SecretBytes>(secret), context,
        withoutSecret(std::move(answer)));
}

void KeychainStore::remove(const QString &key, QObject *context, Answer answer)
{
    ask(Errand::Remove, key, {}, context, withoutSecret(std::move(answer)));
}

void KeychainStore::probe(QObject *context, Answer answer)
{
    ask(Errand::Probe, {}, {}, context, withoutSecret(std::move(answer)));
}

void KeychainStore::ask(Errand errand, const QString &key, SecretPointer secret, QObject *context,
                        ReadAnswer answer)
{
    startThread();
    const QDeadlineTimer deadline{m_limit, Qt::PreciseTimer};
    const quint64 id = ++m_lastId;
    m_pending.emplace(id, Pending{context, std::move(answer), deadline});
    watchFirst();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, request = Request{id, errand, key, std::move(secret), deadline}] {
            worker->take(request);
        },
        Qt::QueuedConnection);
}

void KeychainStore::answerWith(quint64 id, Result result, const SecretPointer &secret)
{
    const auto found = m_pending.find(id);
    if (found == m_pending.end())
        return; // was answered with TimedOut
    const Pending pending = std::move(found->second);
    m_pending.erase(found);
    watchFirst();
    // Last, since the callback may make a further call or end this store.
    if (pending.context)
        pending.answer(result, secret ? secret->bytes() : std::span<const std::byte>{});
}

void KeychainStore::watchFirst()
{
    if (m_pending.empty())
        m_firstDeadline.stop();
    else
        m_firstDeadline.start(static_cast<int>(m_pending.begin()->second.deadline.remainingTime()));
}

void KeychainStore::startThread()
{
    if (m_thread)
        return;
    m_worker = new Worker{
        m_diagnosis, [this, mailbox = m_mailbox](quint64 id, Result result, const SecretPointer &secret) {
            const QMutexLocker lock{&mailbox->mutex};
            if (mailbox->home) {
                QMetaObject::invokeMethod(
                    mailbox->home, [this, id, result, secret] { answerWith(id, result, secret); },
                    Qt::QueuedConnection);
            }
        }};
    m_thread = new QThread;
    m_thread->setObjectName(QStringLiteral("keychain"));
    m_worker->moveToThread(m_thread);
    QObject::connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
}

} // namespace rapport::platform::keychain
