// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>

#include <QMutex>
#include <QPointer>
#include <QTimer>

#include "platform/keychain/Worker.h"
#include "platform/KeyStore.h"

class QThread;

namespace rapport::platform::keychain {

/// The KeyStore over QtKeychain. Keeps the time limits on the caller's side,
/// so that they hold even when the keychain thread itself is stuck. One per
/// process (see Worker).
class KeychainStore : public KeyStore
{
public:
    KeychainStore(std::chrono::milliseconds limit, Diagnosis diagnosis);
    ~KeychainStore() override;

    void read(const QString &key, QObject *context, ReadAnswer answer) override;
    void write(const QString &key, std::span<const std::byte> secret, QObject *context,
               Answer answer) override;
    void remove(const QString &key, QObject *context, Answer answer) override;
    void probe(QObject *context, Answer answer) override;

private:
    struct Pending
    {
        QPointer<QObject> context;
        ReadAnswer answer;
        QDeadlineTimer deadline;
    };

    // Where the worker leaves its replies: it may outlive the store when the
    // keychain thread is stuck at the end.
    struct Mailbox
    {
        QMutex mutex;
        QObject *home = nullptr; // null once the store has gone
    };

    void ask(Errand errand, const QString &key, SecretPointer secret, QObject *context, ReadAnswer answer);
    void answerWith(quint64 id, Result result, const SecretPointer &secret);
    void watchFirst();
    void startThread();

    const std::chrono::milliseconds m_limit;
    const Diagnosis m_diagnosis;
    QObject m_home; // lives on the caller's thread
    QTimer m_firstDeadline;
    std::map<quint64, Pending> m_pending; // by age, thus by deadline
    quint64 m_lastId = 0;
    std::shared_ptr<Mailbox> m_mailbox = std::make_shared<Mailbox>();
    QThread *m_thread = nullptr; // started with the first call
    Worker *m_worker = nullptr;  // lives on m_thread
};

} // namespace rapport::platform::keychain
