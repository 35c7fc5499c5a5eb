// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>

#include <QObject>
#include <QString>

namespace rapport::platform {

/// Sees to it that one process at a time uses a data folder, and lets a
/// further one hand its wish to the first. Lives on the GUI thread.
///
/// Whether another one runs is decided by the lock alone. Activation is a
/// courtesy on top: without a way to reach the first instance everything else
/// still works.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    enum class Claim {
        Acquired,       ///< ours until this object ends or the process does, however it ends
        AlreadyRunning, ///< another process has it
        CannotWrite,    ///< the folder cannot be made or written to
    };

    /// Makes the folder (0700) if need be and locks the file "lock" (0600) in
    /// it; the file stays there for good. Does not wait for the other process.
    /// Where the system runs one process of an app at a time nothing is locked;
    /// where it can be told so, the folder is left out of its backups.
    virtual Claim claim(const QString &folder) = 0;

    /// For the first instance, once it can act on a wish: from here on
    /// activated() is emitted, first for the wish this process was started with
    /// where no command line brings it. False where nobody can reach us.
    virtual bool listen() = 0;

    /// For a further instance, which has nothing else to do: asks the first
    /// one to come to the front, with an action ("new-need") or without one
    /// (empty). Waits until it was heard, also for a first instance that is
    /// only just starting, but no longer than the limit. False when nobody
    /// listened.
    virtual bool passOn(const QString &action, std::chrono::milliseconds limit = std::chrono::seconds(2)) = 0;

Q_SIGNALS:
    /// Another instance, or the desktop, asks this one to come to the front.
    /// The action is empty or an identifier of ASCII letters, digits, '-' and
    /// '.', at most 64 long. It comes from outside: act only on known ones.
    void activated(const QString &action);

protected:
    using QObject::QObject;
};

} // namespace rapport::platform
