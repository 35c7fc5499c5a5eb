// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include <QObject>

class QLocale;

namespace rapport::platform {

/// The voice of this device. Speaks only when told to, and gives way to a
/// screen reader that speaks by the same service. What is spoken goes to that
/// service alone: never to a log, a command line or a network.
///
/// Threading: GUI thread; nothing waits. What costs time happens on a thread of
/// its own, which starts with the first call.
class Voice : public QObject
{
    Q_OBJECT
public:
    enum class Ending {
        Spoken,  ///< to its last word
        Stopped, ///< by stop(), or because something else had to be said
        Failed,  ///< there is no voice after all
    };
    Q_ENUM(Ending)

    using Answer = std::function<void(bool available)>;

    /// Asks whether something here can speak. The answer comes later, once, and
    /// is dropped when its context no longer exists.
    virtual void probe(QObject *context, Answer answer) = 0;

    /// Speaks a text in a language. What is being spoken ends without a word:
    /// finished() comes once, for the last text.
    virtual void say(const QString &text, const QLocale &language) = 0;

    /// Falls silent. finished() comes if something was being spoken.
    virtual void stop() = 0;

Q_SIGNALS:
    void finished(rapport::platform::Voice::Ending ending);

protected:
    using QObject::QObject;
};

} // namespace rapport::platform
