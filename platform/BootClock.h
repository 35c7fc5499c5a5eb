// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace rapport::platform {

/// The clock that counts from the device's start and goes on while the device
/// sleeps. Nobody can set it. Callable from any thread; at most one thread
/// waits at a time.
class BootClock
{
public:
    virtual ~BootClock() = default;

    /// Nanoseconds since the device was started.
    virtual qint64 nowNs() const = 0;

    /// Tells one start of the device from another; the clock's numbers mean
    /// something only together with it. ASCII, never empty.
    virtual QByteArray bootId() const = 0;

    /// Blocks until the clock has come to the mark, or until wake(). Where the
    /// device slept over the mark, it returns as soon as the device, or an app
    /// that the device had put to rest, wakes.
    virtual void waitUntil(qint64 markNs) = 0;

    /// Ends the wait of another thread; without one, ends the next at once.
    virtual void wake() = 0;

    /// A mark that never comes.
    static constexpr qint64 never = Q_INT64_C(0x7fffffffffffffff);
};

} // namespace rapport::platform
