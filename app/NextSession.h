// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QDate>
#include <QObject>
#include <QQmlEngine>
#include <QTimer>

#include "app/Environment.h"
#include "app/SessionMarks.h"
#include "app/Therapist.h"
#include "core/domain/Session.h"

namespace rapport::app {

/// The sessions: the one Today speaks of, and where the person is in time
/// because of it; and the next one, whose date can be set and changed even
/// while Today still speaks of the last.
class NextSession : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(Nearness nearness READ nearness NOTIFY changed FINAL)
    Q_PROPERTY(bool goingIn READ goingIn NOTIFY changed FINAL)
    Q_PROPERTY(bool asksAfter READ asksAfter NOTIFY changed FINAL)
    Q_PROPERTY(bool canStillTell READ canStillTell NOTIFY changed FINAL)
    Q_PROPERTY(bool nextKnown READ nextKnown NOTIFY changed FINAL)
    Q_PROPERTY(QString nextWords READ nextWords NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString dayName READ dayName NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged FINAL)
    Q_PROPERTY(QString editDay READ editDay NOTIFY editChanged FINAL)
    Q_PROPERTY(QString editTime READ editTime NOTIFY editChanged FINAL)
    Q_PROPERTY(bool editIsPast READ editIsPast NOTIFY editChanged FINAL)
    Q_PROPERTY(rapport::app::Therapist *therapist READ therapist CONSTANT FINAL)

public:
    enum Nearness { None, Far, Within24h, AboutTo, After };
    Q_ENUM(Nearness)

    NextSession(const Environment &environment, QObject *parent);

    Nearness nearness() const;
    /// AboutTo because the person said so, which can be taken back.
    bool goingIn() const;
    /// "Did you get to say it?" leads Today.
    bool asksAfter() const;
    /// It does not lead, but the answer can still be given.
    bool canStillTell() const;
    bool nextKnown() const { return m_at.next.has_value(); }
    QString nextWords() const; ///< "Next session tomorrow, 14:00"; empty for none
    QString headline() const;
    QString dayName() const;
    QString problem() const { return m_problem; }

    /// The one Today speaks of, the one ahead, and the one that was a day or
    /// less ago.
    const std::optional<domain::Session> &session() const { return m_session; }
    const std::optional<domain::Session> &next() const { return m_at.next; }
    const std::optional<domain::Session> &last() const { return m_at.last; }

    Therapist *therapist() { return &m_therapist; }

    QDate editDate() const { return m_editDate; }
    QString editDay() const;  ///< "Tuesday 24 November"
    QString editTime() const; ///< "14:00"
    bool editIsPast() const;

    /// Sessions run early: from here on until it begins Today is about going in.
    Q_INVOKABLE void goIn();
    Q_INVOKABLE void stayOut();

    /// "Did you get to say it?": not today, that is answered, or ask again.
    Q_INVOKABLE void askLater();
    void settle();
    void askAgain();

    /// Begins to set the next date: from the one known, else a week from today
    /// at the time the last one had, else 14:00.
    Q_INVOKABLE void edit();
    Q_INVOKABLE void stepDays(int days);
    Q_INVOKABLE void stepWeeks(int weeks);
    Q_INVOKABLE void stepQuarters(int quarters); ///< of an hour
    Q_INVOKABLE void save();
    Q_INVOKABLE void remove();

    /// The clock moved on, or the app came to the front.
    void refresh();

Q_SIGNALS:
    void changed();
    void editChanged();
    void problemChanged();
    void saved();

private:
    struct Loaded
    {
        QList<domain::Session> sessions;
        SessionMarks marks;
    };

    void load();
    void choose();
    void setMarks(const SessionMarks &marks);
    domain::Session edited() const;
    void setProblem(const QString &problem);

    Environment m_environment;
    Therapist m_therapist;
    QList<domain::Session> m_sessions;
    SessionMarks m_marks;
    domain::SessionsAt m_at;
    std::optional<domain::Session> m_session; ///< the one Today speaks of
    QDate m_editDate;
    QTime m_editTime;
    QString m_problem;
    QTimer m_minute;
};

} // namespace rapport::app
