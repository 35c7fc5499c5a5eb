// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include <QByteArray>

class QObject;

namespace rapport::platform {

/// Plays short sounds through the device's loudspeaker. The way to it is open
/// only between prepare() and release(), since an open one costs the battery.
///
/// Threading: from any thread. Nothing is waited for: what opens, plays and
/// closes is a thread of the bell's own, in the order in which it was asked to.
/// A sound server that hangs keeps nobody waiting.
class Bell
{
public:
    /// What sounds are made of: 16-bit samples, little-endian, one channel.
    static constexpr int samplesPerSecond = 48'000;

    using Answer = std::function<void(bool audible)>;

    virtual ~Bell() = default;

    /// Opens the way. From the context's thread, on which the answer comes,
    /// once: whether there is something that sounds. Without it ring() does nothing.
    virtual void prepare(QObject *context, Answer answer) = 0;

    /// Plays the samples at a volume of 0 … 1, within the system's own. What
    /// still sounds is heard to its end first.
    virtual void ring(const QByteArray &samples, double volume) = 0;

    /// Closes the way when what sounds has come to its end.
    virtual void release() = 0;
};

} // namespace rapport::platform
