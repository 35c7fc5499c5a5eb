// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <span>

class QObject;
class QString;

namespace rapport::platform {

/// A few small secrets in the key store of the operating system (Secret
/// Service or KWallet, Keychain, Keystore), all under the service "rapport".
/// There is never a fallback to a plain file. The secrets stay on this device
/// and are in no backup of it.
///
/// Threading: call from the thread that made the store; answers come on that
/// thread, later, once for every call. An answer is dropped when its context no
/// longer exists. The calls are served one after the other. No call waits for the key
/// store, and none stays unanswered longer than the store's time limit (20 s
/// unless told otherwise), however long the service hangs or a person looks
/// for the password of their keyring.
///
/// A person may see a prompt of the operating system; it belongs to the
/// service, and an answer given to it after the limit serves the next call.
class KeyStore
{
public:
    /// The bytes a secret may have: 1 to maxSize.
    static constexpr std::size_t maxSize = 64;

    enum class Result {
        Ok,
        NotFound,    ///< the store is open and has no such entry; never the sign of a new user
        Locked,      ///< the store, or the part of it that matters, is locked: unlock it, try again
        Denied,      ///< the store refused, or the person did
        Unavailable, ///< no key store answers here
        TimedOut,    ///< no answer within the time limit; a write may still take effect
        Unusable,    ///< not a secret of ours: empty or longer than maxSize
        Failed,      ///< something else, or a store that did not keep what it said it kept
    };

    using Answer = std::function<void(Result)>;
    /// The secret is empty unless the result is Ok. It is wiped when the
    /// callback returns: copy it into a type that wipes itself.
    using ReadAnswer = std::function<void(Result, std::span<const std::byte> secret)>;

    virtual ~KeyStore() = default;

    virtual void read(const QString &key, QObject *context, ReadAnswer answer) = 0;

    /// Replaces what is stored under the key. Ok means that it was read back
    /// and was equal. The bytes are copied before the call returns.
    virtual void write(const QString &key, std::span<const std::byte> secret, QObject *context,
                       Answer answer) = 0;

    /// Ok also when there was nothing: afterwards the entry is not there.
    virtual void remove(const QString &key, QObject *context, Answer answer) = 0;

    /// Whether the store can be relied upon: writes a random secret under a
    /// key of its own, reads it back and removes it.
    virtual void probe(QObject *context, Answer answer) = 0;
};

} // namespace rapport::platform
