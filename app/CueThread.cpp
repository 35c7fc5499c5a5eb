// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/CueThread.h"

#include <algorithm>

#include <QCoreApplication>

namespace rapport::app {

namespace {

using domain::Cue;
using domain::CueKind;
using domain::Uid;

constexpr qint64 nsPerMs = 1'000'000;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CueThread)
};

} // namespace

CueThread::CueThread(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{}

CueThread::~CueThread()
{
    if (!m_thread)
        return;
    {
        const QMutexLocker lock(&m_mutex);
        m_quit = true;
    }
    m_parts.clock.wake();
    m_thread->wait();
    m_parts.bell.release();
    m_parts.keepAwake.release();
}

void CueThread::run(const CueRun &run)
{
    prepare();
    // Told to whoever asks what keeps the device awake: nothing about a pause.
    m_parts.keepAwake.hold(Words::tr("Rapport is in use"));
    give(run);
    begin();
}

void CueThread::stop()
{
    give(std::nullopt);
    m_parts.bell.release();
    m_parts.keepAwake.release();
}

void CueThread::setVolume(double volume)
{
    m_volume = volume;
}

void CueThread::tryBell()
{
    if (m_volume <= 0)
        return;
    prepare();
    m_parts.bell.ring(m_parts.samples(CueKind::StartBell), m_volume);
    m_parts.bell.release();
}

void CueThread::prepare()
{
    if (m_volume <= 0)
        return;
    m_parts.bell.prepare(this, [this](bool audible) {
        if (m_silent == !audible)
            return;
        m_silent = !audible;
        Q_EMIT silentChanged();
    });
}

void CueThread::give(const std::optional<CueRun> &run)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_given = run;
        ++m_number;
    }
    m_parts.clock.wake();
}

void CueThread::begin()
{
    if (m_thread)
        return;
    m_thread.reset(QThread::create([this] { loop(); }));
    m_thread->setObjectName(QStringLiteral("cues"));
    m_thread->start();
}

void CueThread::loop()
{
    std::optional<CueRun> run;
    for (int number = -1;;) {
        {
            const QMutexLocker lock(&m_mutex);
            if (m_quit)
                return;
            if (m_number != number) {
                number = m_number;
                run = m_given;
            }
        }
        m_parts.clock.waitUntil(run ? play(*run, number) : platform::BootClock::never);
    }
}

/// Plays what is due and tells when the next cue comes.
qint64 CueThread::play(CueRun &run, int number)
{
    const auto markOf = [&run](qint64 offsetMs) {
        return run.mark.startNs + run.mark.heldNs + offsetMs * nsPerMs;
    };
    const qint64 elapsedMs = domain::elapsedNs(run.mark, run.plannedMs, m_parts.clock.nowNs()) / nsPerMs;
    const QList<Cue> due = domain::dueCues(run.cues, run.doneMs, elapsedMs);
    for (const Cue &cue : due) {
        const qint64 lateNs = m_parts.clock.nowNs() - markOf(cue.offsetMs);
        if (cue.kind != CueKind::Prompt && m_volume > 0)
            m_parts.bell.ring(m_parts.samples(cue.kind), m_volume);
        QMetaObject::invokeMethod(
            this, [this, number, pause = run.pause, cue, lateNs] { deliver(number, pause, cue, lateNs); },
            Qt::QueuedConnection);
    }
    run.doneMs = std::max(run.doneMs, elapsedMs);
    const qint64 next = domain::nextCueMs(run.cues, run.doneMs);
    return next < 0 ? platform::BootClock::never : markOf(next);
}

void CueThread::deliver(int number, const Uid &pause, const Cue &cue, qint64 lateNs)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (number != m_number)
            return;
    }
    if (cue.kind == CueKind::EndBell) {
        m_ended = pause;
        stop();
    }
    Q_EMIT cueCame(pause, cue, lateNs);
}

} // namespace rapport::app
