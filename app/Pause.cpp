// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Pause.h"

#include <algorithm>
#include <array>
#include <chrono>

#include <QCoreApplication>
#include <QLocale>

#include "app/Sentences.h"
#include "core/storage/DraftRepository.h"
#include "core/storage/PauseRepository.h"
#include "core/wording/PauseWording.h"

namespace rapport::app {

namespace {

using domain::CueKind;
using domain::Moment;
using domain::PauseEnd;
using storage::Result;

constexpr qint64 nsPerMs = 1'000'000;

// How the settings are stored.
constexpr char starterSetting[] = "pause-starter";
constexpr char minutesSetting[] = "pause-minutes";
constexpr char bellSetting[] = "pause-bell";
constexpr std::array loudnessIds{"none", "quiet", "clear"};
constexpr std::array<double, loudnessIds.size()> volumes{0.0, 0.3, 0.9};

// So long the first sentence stands where nothing follows it.
constexpr qint64 openingMs = 20'000;

constexpr std::chrono::milliseconds tick{500};

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Pause)
};

} // namespace

Pause::Pause(const Environment &environment, CueThread &cues, const QList<domain::Starter> &starters,
             QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_cues(cues)
    , m_starters(starters)
{
    // A file of starters that cannot be read leaves a pause without words.
    if (m_starters.isEmpty())
        m_starters.append({QStringLiteral("silent"), Words::tr("Silence"), {}, {}, {}});
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, &Pause::follow);
    connect(&m_cues, &CueThread::cueCame, this, &Pause::takeCue);
    connect(&m_cues, &CueThread::silentChanged, this, &Pause::silentChanged);
    load();
}

QList<QString> Pause::titles() const
{
    QList<QString> titles;
    for (const domain::Starter &starter : m_starters)
        titles.append(starter.title);
    return titles;
}

const domain::Starter &Pause::starter() const
{
    return m_starters.at(m_chosen);
}

bool Pause::breathing() const
{
    return starter().id == QLatin1String("breath");
}

QString Pause::minutesText() const
{
    return wording::minutesLong(m_minutes);
}

int Pause::quietAfterBell() const
{
    return m_loudness == NoBell || m_cues.isSilent() ? 0 : static_cast<int>(domain::bellMs);
}

qint64 Pause::elapsedMs() const
{
    return domain::elapsedNs(m_pause.mark, m_pause.plannedMs, m_cues.clock().nowNs()) / nsPerMs;
}

double Pause::progress() const
{
    if (m_state == Finished)
        return 1;
    return inProgress() ? double(elapsedMs()) / double(m_pause.plannedMs) : 0;
}

QString Pause::remaining() const
{
    return wording::remainingDigits(inProgress() ? m_pause.plannedMs - elapsedMs() : 0, QLocale());
}

QString Pause::remainingWords() const
{
    return wording::remainingWords(inProgress() ? m_pause.plannedMs - elapsedMs() : 0);
}

void Pause::load()
{
    setState(Loading);
    auto future = m_environment.database.run<Loaded>([](storage::Database &database) -> Result<Loaded> {
        auto running = storage::PauseRepository(database).running();
        if (!running)
            return tl::unexpected(running.error());
        const storage::SettingRepository settings(database);
        Loaded loaded{std::move(*running), {}, {}, {}};
        for (const auto &[name, value] :
             {std::pair(starterSetting, &loaded.starter), std::pair(minutesSetting, &loaded.minutes),
              std::pair(bellSetting, &loaded.loudness)}) {
            auto stored = settings.value(QLatin1String(name));
            if (!stored)
                return tl::unexpected(stored.error());
            *value = std::move(*stored);
        }
        return loaded;
    });
    storage::whenDone(this, future, [this](const Result<Loaded> &loaded) {
        if (m_state != Loading)
            return; // somebody began meanwhile
        if (loaded) {
            setProblem({});
            take(*loaded);
        } else {
            setProblem(sentence(loaded.error()));
            setState(Failed);
        }
        if (std::exchange(m_startWanted, false) && !inProgress())
            begin();
    });
}

void Pause::take(const Loaded &loaded)
{
    const auto byId = [this](const QString &id) {
        return std::find_if(m_starters.begin(), m_starters.end(),
                            [&id](const domain::Starter &starter) { return starter.id == id; });
    };
    const QString id = loaded.running ? loaded.running->starter : loaded.starter;
    if (const auto found = byId(id); found != m_starters.end())
        m_chosen = static_cast<int>(found - m_starters.begin());
    if (const int minutes = loaded.minutes.toInt())
        m_minutes = std::clamp(minutes, domain::shortestPauseMinutes, domain::longestPauseMinutes);
    const auto loudness = std::find_if(loudnessIds.begin(), loudnessIds.end(), [&loaded](const char *name) {
        return loaded.loudness == QLatin1String(name);
    });
    if (loudness != loudnessIds.end())
        m_loudness = static_cast<Loudness>(loudness - loudnessIds.begin());
    Q_EMIT settingsChanged();
    Q_EMIT silentChanged();
    if (loaded.running)
        return takeUp(*loaded.running);
    setState(Ready);
}

/// A pause that was running when the app was killed, or locked.
void Pause::takeUp(const domain::Pause &pause)
{
    const QByteArray bootId = m_cues.clock().bootId();
    const qint64 nowNs = m_cues.clock().nowNs();
    const Moment now = m_environment.clock.now();
    const bool rang = m_cues.hasEnded(pause.record.uid);
    if (rang || domain::found(pause, bootId, nowNs, now) == domain::PauseFound::Passed) {
        save(domain::endedUnseen(pause, rang));
        return setState(Ready);
    }
    m_pause = pause;
    if (pause.mark.bootId != bootId) {
        m_pause.mark = domain::markedAnew(pause, bootId, nowNs, now);
        save(m_pause);
    }
    m_plan = domain::planCues(starter(), pause.plannedMs);
    if (m_pause.mark.heldSinceNs) {
        setState(Held);
    } else {
        // What is past stays past; an end that was missed by moments still rings.
        runCues(std::min(elapsedMs(), pause.plannedMs - 1));
        setState(Running);
    }
    follow();
    Q_EMIT began();
}

void Pause::choose(int starter)
{
    if (inProgress() || starter < 0 || starter >= m_starters.size() || starter == m_chosen)
        return;
    m_chosen = starter;
    remember(starterSetting, m_starters.at(starter).id);
    Q_EMIT settingsChanged();
}

void Pause::stepMinutes(int steps)
{
    const int minutes =
        std::clamp(m_minutes + steps, domain::shortestPauseMinutes, domain::longestPauseMinutes);
    if (inProgress() || minutes == m_minutes)
        return;
    m_minutes = minutes;
    remember(minutesSetting, QString::number(minutes));
    Q_EMIT settingsChanged();
}

void Pause::setLoudness(int loudness)
{
    if (loudness < NoBell || loudness > Clear)
        return;
    if (loudness != m_loudness) {
        m_loudness = static_cast<Loudness>(loudness);
        remember(bellSetting, QLatin1String(loudnessIds[size_t(loudness)]));
        Q_EMIT settingsChanged();
        Q_EMIT silentChanged();
    }
    m_cues.setVolume(volumes[size_t(loudness)]);
    if (!inProgress())
        m_cues.tryBell();
}

void Pause::start()
{
    if (m_state == Loading)
        m_startWanted = true;
    else if (!inProgress())
        begin();
}

void Pause::begin()
{
    const Moment now = m_environment.clock.now();
    m_pause = {};
    m_pause.record.uid = domain::Uid::create(now.utcMs, m_environment.random);
    m_pause.record.created = now;
    m_pause.record.modifiedUtcMs = now.utcMs;
    m_pause.starter = starter().id;
    m_pause.plannedMs = m_minutes * domain::msPerPauseMinute;
    m_pause.mark = {m_cues.clock().bootId(), m_cues.clock().nowNs(), 0, std::nullopt};
    m_plan = domain::planCues(starter(), m_pause.plannedMs);
    setProblem({});
    runCues(-1);
    save(m_pause);
    setState(Running);
    follow();
    Q_EMIT began();
}

void Pause::runCues(qint64 doneMs)
{
    m_cues.setVolume(volumes[size_t(m_loudness)]);
    m_cues.run({m_pause.record.uid, m_plan, m_pause.plannedMs, m_pause.mark, doneMs});
}

void Pause::hold()
{
    const qint64 elapsed = elapsedMs();
    if (m_state != Running || elapsed >= m_pause.plannedMs) // its end is on its way
        return;
    m_cues.stop();
    m_pause.mark.heldSinceNs = m_cues.clock().nowNs();
    save(m_pause);
    setState(Held);
    follow();
}

void Pause::goOn()
{
    if (m_state != Held)
        return;
    domain::PauseMark &mark = m_pause.mark;
    mark.heldNs += m_cues.clock().nowNs() - mark.heldSinceNs.value_or(m_cues.clock().nowNs());
    mark.heldSinceNs.reset();
    runCues(elapsedMs());
    save(m_pause);
    setState(Running);
    follow();
}

void Pause::end()
{
    if (m_state == Finished)
        return setState(Ready);
    if (!inProgress())
        return;
    m_cues.stop();
    finish(PauseEnd::Stopped, m_environment.clock.now(), elapsedMs());
    setState(Ready);
}

void Pause::takeCue(const domain::Uid &pause, const domain::Cue &cue, qint64 lateNs)
{
    if (m_state != Running || pause != m_pause.record.uid)
        return;
    follow();
    switch (cue.kind) {
    case CueKind::Prompt:
        Q_EMIT promptCame(m_prompt);
        return;
    case CueKind::EndBell: {
        Moment when = m_environment.clock.now();
        when.utcMs -= lateNs / nsPerMs; // after a sleep it is later than its end
        finish(PauseEnd::Finished, when, m_pause.plannedMs);
        setState(Finished);
        break;
    }
    case CueKind::StartBell:
    case CueKind::IntervalBell:
        break;
    }
    Q_EMIT bellRang();
}

void Pause::finish(PauseEnd how, const Moment &when, qint64 lastedMs)
{
    m_pause.mark.heldSinceNs.reset();
    m_pause.end = domain::Pause::End{when, how, lastedMs};
    save(m_pause);
}

/// What is to be seen goes with the clock.
void Pause::follow()
{
    const qint64 elapsed = inProgress() ? elapsedMs() : 0;
    const int at = domain::promptAt(m_plan, elapsed);
    QString prompt;
    if (at >= 0)
        prompt = starter().prompts.at(at).text;
    else if (elapsed < openingMs || !starter().prompts.isEmpty())
        prompt = starter().opening;
    if (prompt != m_prompt) {
        m_prompt = prompt;
        Q_EMIT promptChanged();
    }
    Q_EMIT progressChanged();
}

void Pause::save(const domain::Pause &pause)
{
    domain::Pause changed = pause;
    changed.record.modifiedUtcMs = m_environment.clock.now().utcMs;
    auto future = m_environment.database.run<void>(
        [changed](storage::Database &database) { return storage::PauseRepository(database).save(changed); });
    storage::whenDone(this, future, [this](const Result<void> &saved) {
        setProblem(saved ? QString()
                         : Words::tr("Rapport could not write this pause down. Nothing else is lost, and "
                                     "there is nothing you need to do."));
    });
}

void Pause::remember(const char *name, const QString &value)
{
    auto future =
        m_environment.database.run<void>([name = QLatin1String(name), value](storage::Database &database) {
            return storage::SettingRepository(database).save(name, value);
        });
    storage::whenDone(this, future, [this](const Result<void> &saved) {
        if (!saved)
            setProblem(
                Words::tr("Rapport could not remember this choice. It counts until you close Rapport."));
    });
}

void Pause::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    if (state == Running)
        m_tick.start();
    else
        m_tick.stop();
    Q_EMIT stateChanged();
    Q_EMIT progressChanged();
}

void Pause::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

} // namespace rapport::app
