// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include <QMutex>
#include <QObject>
#include <QThread>

#include "core/domain/Pause.h"
#include "core/domain/PausePlan.h"
#include "platform/Bell.h"
#include "platform/BootClock.h"
#include "platform/KeepAwake.h"

namespace rapport::app {

/// What a pause plays, and where it stands.
struct CueRun
{
    domain::Uid pause;
    QList<domain::Cue> cues;
    qint64 plannedMs = 0;
    domain::PauseMark mark;
    qint64 doneMs = -1; ///< what comes up to here was played before, or is not to be
};

/// The thread that waits for the cues of a pause and rings its bells. It needs
/// neither the window nor the unlocked rooms: a bell rings at its time also
/// while the app is locked or busy. The interface is for the GUI thread.
class CueThread : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        platform::BootClock &clock;
        platform::Bell &bell;
        platform::KeepAwake &keepAwake;
        std::function<QByteArray(domain::CueKind)> samples; ///< asked on the cue thread
    };

    explicit CueThread(const Parts &parts, QObject *parent = nullptr);

    /// A pause that runs goes on without its bell.
    ~CueThread() override;

    const platform::BootClock &clock() const { return m_parts.clock; }

    /// From here on these cues come, in the place of others. The device stays
    /// awake until the end bell or stop().
    void run(const CueRun &run);

    /// No more cues: held, or ended by the person.
    void stop();

    /// How loud the bells are, 0 … 1; at 0 there are none. Before run().
    void setVolume(double volume);

    /// Rings once, so that the volume can be judged.
    void tryBell();

    /// Whether bells are known to be heard by nobody.
    bool isSilent() const { return m_silent; }

    /// Whether the end bell of this pause has come, also while nobody listened.
    bool hasEnded(const domain::Uid &pause) const { return m_ended && *m_ended == pause; }

Q_SIGNALS:
    /// A cue came, so many nanoseconds after its mark.
    void cueCame(const rapport::domain::Uid &pause, const rapport::domain::Cue &cue, qint64 lateNs);
    void silentChanged();

private:
    void begin();
    void loop();
    qint64 play(CueRun &run, int number);
    void deliver(int number, const domain::Uid &pause, const domain::Cue &cue, qint64 lateNs);
    void give(const std::optional<CueRun> &run);
    void prepare();

    Parts m_parts;
    std::unique_ptr<QThread> m_thread; // from the first pause on
    std::optional<domain::Uid> m_ended;
    bool m_silent = false;
    std::atomic<double> m_volume = 1;

    QMutex m_mutex; // for what both threads see
    std::optional<CueRun> m_given;
    int m_number = 0; // of what was given: a cue of an earlier one is not delivered
    bool m_quit = false;
};

} // namespace rapport::app
