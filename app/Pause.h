// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QObject>
#include <QQmlEngine>
#include <QTimer>

#include "app/CueThread.h"
#include "app/Environment.h"
#include "core/domain/Pause.h"
#include "core/domain/PausePlan.h"

namespace rapport::app {

/// A quiet time with written prompts. It begins at once, is written down by
/// itself, and nothing that the disk does can keep anybody from pausing. When
/// this object ends, the bells still ring; a new one finds the pause again.
class Pause : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool inProgress READ inProgress NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool open READ isOpen NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged FINAL)
    Q_PROPERTY(QList<QString> titles READ titles CONSTANT FINAL)
    Q_PROPERTY(int chosen READ chosen NOTIFY settingsChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY settingsChanged FINAL)
    Q_PROPERTY(QString opening READ opening NOTIFY settingsChanged FINAL)
    Q_PROPERTY(bool breathing READ breathing NOTIFY settingsChanged FINAL)
    Q_PROPERTY(int minutes READ minutes NOTIFY settingsChanged FINAL)
    Q_PROPERTY(QString minutesText READ minutesText NOTIFY settingsChanged FINAL)
    Q_PROPERTY(Loudness loudness READ loudness NOTIFY settingsChanged FINAL)
    Q_PROPERTY(bool silent READ silent NOTIFY silentChanged FINAL)
    Q_PROPERTY(int quietAfterBell READ quietAfterBell NOTIFY silentChanged FINAL)
    Q_PROPERTY(QString prompt READ prompt NOTIFY promptChanged FINAL)
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged FINAL)
    Q_PROPERTY(QString remaining READ remaining NOTIFY progressChanged FINAL)
    Q_PROPERTY(QString remainingWords READ remainingWords NOTIFY progressChanged FINAL)

public:
    enum State {
        Loading,  ///< whether one runs is being looked up
        Ready,    ///< to begin
        Running,  ///< until the end bell
        Held,     ///< until the person goes on
        Finished, ///< the end bell rang; until the person leaves
        Failed,   ///< whether one runs could not be read; one can begin all the same
    };
    Q_ENUM(State)

    /// Of the bells.
    enum Loudness { NoBell, Quiet, Clear };
    Q_ENUM(Loudness)

    Pause(const Environment &environment, CueThread &cues, const QList<domain::Starter> &starters,
          QObject *parent);

    State state() const { return m_state; }
    bool inProgress() const { return m_state == Running || m_state == Held; }
    bool isOpen() const { return inProgress() || m_state == Finished; }
    QString problem() const { return m_problem; }
    QList<QString> titles() const;
    int chosen() const { return m_chosen; }
    QString title() const { return starter().title; }
    QString opening() const { return starter().opening; }
    bool breathing() const;
    int minutes() const { return m_minutes; }
    QString minutesText() const;
    Loudness loudness() const { return m_loudness; }

    /// Bells were asked for and nothing here sounds.
    bool silent() const { return m_loudness != NoBell && m_cues.isSilent(); }

    /// How long nothing is to be said after a bell, in milliseconds.
    int quietAfterBell() const;

    /// The sentence to read now; empty while there is only silence.
    QString prompt() const { return m_prompt; }
    double progress() const; ///< 0 … 1
    QString remaining() const;
    QString remainingWords() const;

    /// Looks for a pause that runs; after a failure, again.
    Q_INVOKABLE void load();

    Q_INVOKABLE void choose(int starter);
    Q_INVOKABLE void stepMinutes(int steps);
    Q_INVOKABLE void setLoudness(int loudness); ///< rings once

    Q_INVOKABLE void start();
    Q_INVOKABLE void hold();
    Q_INVOKABLE void goOn();

    /// Ends it, at any time and without a question; from Finished, leaves.
    Q_INVOKABLE void end();

Q_SIGNALS:
    void stateChanged();
    void problemChanged();
    void settingsChanged();
    void silentChanged();
    void promptChanged();
    void progressChanged();
    void bellRang();                        ///< for eyes
    void promptCame(const QString &prompt); ///< at its time, for ears
    void began();                           ///< also found again

private:
    struct Loaded
    {
        std::optional<domain::Pause> running;
        QString starter;
        QString minutes;
        QString loudness;
    };

    const domain::Starter &starter() const;
    qint64 elapsedMs() const;
    void take(const Loaded &loaded);
    void takeUp(const domain::Pause &pause);
    void begin();
    void takeCue(const domain::Uid &pause, const domain::Cue &cue, qint64 lateNs);
    void runCues(qint64 doneMs);
    void finish(domain::PauseEnd how, const domain::Moment &when, qint64 lastedMs);
    void follow();
    void save(const domain::Pause &pause);
    void remember(const char *name, const QString &value);
    void setState(State state);
    void setProblem(const QString &problem);

    Environment m_environment;
    CueThread &m_cues;
    QList<domain::Starter> m_starters;
    QList<domain::Cue> m_plan;
    domain::Pause m_pause;
    State m_state = Loading;
    Loudness m_loudness = Clear;
    int m_chosen = 0;
    int m_minutes = domain::usualPauseMinutes;
    bool m_startWanted = false; ///< before it was known whether one runs
    QString m_prompt;
    QString m_problem;
    QTimer m_tick;
};

} // namespace rapport::app
