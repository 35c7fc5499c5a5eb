// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <memory>

#include <QDeadlineTimer>
#include <QObject>
#include <QString>

#include "platform/keychain/SecretBytes.h"
#include "platform/KeyStore.h"

namespace QKeychain {
class Job;
}

namespace rapport::platform::keychain {

using Result = KeyStore::Result;
using SecretPointer = std::shared_ptr<const SecretBytes>;

/// What the key store's service says about itself when QtKeychain's answer
/// leaves it open.
enum class Condition {
    Open,      ///< it answers, and nothing that matters is locked
    Locked,    ///< the entry or the place for it is locked
    NoService, ///< nobody answers to its name
    NoAnswer,  ///< it is there and does not answer in time
    Unknown,   ///< this system has no way to ask
};

/// Asks for the condition as far as it concerns one entry. Called on the
/// keychain thread, answers there, later or at once; must not block.
using Diagnosis = std::function<void(const QString &service, const QString &key,
                                     std::chrono::milliseconds limit, std::function<void(Condition)> answer)>;

enum class Errand { Read, Write, Remove, Probe };

struct Request
{
    quint64 id = 0;
    Errand errand = Errand::Read;
    QString key;
    SecretPointer secret; // to be written
    QDeadlineTimer deadline;
};

/// Talks to QtKeychain on a thread with an event loop of its own, one request
/// after the other. A job that hangs holds up the requests behind it; their
/// callers get their time-out from the KeychainStore, and the requests are
/// dropped here when their turn comes too late.
///
/// QtKeychain's job queue belongs, for the life of the process, to the thread
/// that ran the first job: there can be only one of these in a process.
class Worker : public QObject
{
    Q_OBJECT
public:
    /// The reply is called on the keychain thread, once for every request.
    using Reply = std::function<void(quint64 id, Result, SecretPointer)>;

    Worker(Diagnosis diagnosis, Reply reply);

    void take(Request request);

private:
    using Continuation = std::function<void(Result, SecretPointer)>;

    void startNext();
    void finish(Result result, const SecretPointer &secret = {});
    void write(const QString &key, const SecretPointer &secret, const Continuation &then);
    void remove(const QString &key, const Continuation &then);
    void probe(const Continuation &then);
    void read(const QString &key, const Continuation &then);
    void run(QKeychain::Job *job, const QString &key, std::function<void(int error, SecretPointer)> then);
    void explain(int error, const QString &key, std::function<void(Result)> then);

    Diagnosis m_diagnosis;
    Reply m_reply;
    std::deque<Request> m_waiting;
    Request m_current;
    bool m_busy = false;
};

} // namespace rapport::platform::keychain
