// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QList>
#include <QObject>
#include <QTimer>

#include "core/domain/AutoLock.h"
#include "core/domain/Clock.h"
#include "core/domain/Session.h"
#include "platform/BootClock.h"

namespace rapport::app {

/// Says when the notes are to be locked because nobody is there; what that
/// means is domain::lockAtMs()'s affair. It learns from the application's
/// events when Rapport was touched, and watches them only while there is
/// something to lock. A device that slept over the time locks with the first
/// touch, which goes nowhere else, or within ten seconds. What assistive
/// technology presses without a key is seen only as far as the focus moves.
/// GUI thread.
class AutoLock : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    AutoLock(const platform::BootClock &bootClock, const domain::Clock &clock, QObject *parent = nullptr);

    void setWish(domain::AutoLockWish wish);

    /// The notes are open, and there is a way to lock them. Begins anew.
    void setLockable(bool lockable);

    /// Whether Rapport is what the person looks at; false before it is said.
    void setInFront(bool inFront);
    void setDialogOpen(bool open);
    void setPauseRuns(bool runs);

    /// The sessions that a grace may be around; `goingIn`: the person said so.
    void setSessions(const QList<domain::Session> &sessions, bool goingIn);

    /// Rapport was used.
    void touch();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Now. Comes again ten seconds later where it is not done.
    void lockNow();

private:
    qint64 nowMs() const;
    std::optional<qint64> leftMs() const;
    bool lockWhenDue();
    void follow();

    const platform::BootClock &m_bootClock;
    const domain::Clock &m_clock;
    domain::AutoLockFacts m_facts;
    QList<domain::Session> m_sessions;
    std::optional<qint64> m_goingInSinceMs;
    bool m_lockable = false;
    bool m_inFront = false;
    QTimer m_look;
};

} // namespace rapport::app
