// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QDate>
#include <QObject>
#include <QQmlEngine>
#include <QTimer>

#include "app/Environment.h"
#include "core/domain/Session.h"

namespace rapport::app {

/// When the next session is, and where the person is in time because of it.
class NextSession : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(Nearness nearness READ nearness NOTIFY changed FINAL)
    Q_PROPERTY(bool known READ known NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString dayName READ dayName NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged FINAL)
    Q_PROPERTY(QDate editDate READ editDate NOTIFY editChanged FINAL)
    Q_PROPERTY(QString editDay READ editDay NOTIFY editChanged FINAL)
    Q_PROPERTY(QString editTime READ editTime NOTIFY editChanged FINAL)
    Q_PROPERTY(bool editIsPast READ editIsPast NOTIFY editChanged FINAL)

public:
    enum Nearness { None, Far, Within24h, AboutTo, After };
    Q_ENUM(Nearness)

    NextSession(const Environment &environment, QObject *parent);

    Nearness nearness() const;
    bool known() const { return m_session.has_value(); }
    QString headline() const;
    QString dayName() const;
    QString problem() const { return m_problem; }
    const std::optional<domain::Session> &session() const { return m_session; }

    QDate editDate() const { return m_editDate; }
    QString editDay() const;  ///< "Tuesday 24 November"
    QString editTime() const; ///< "14:00"
    bool editIsPast() const;

    /// Begins to set the date: from the session known, else a week from today
    /// at 14:00.
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
    void load();
    domain::Session edited() const;
    void setProblem(const QString &problem);

    Environment m_environment;
    std::optional<domain::Session> m_session;
    QDate m_editDate;
    QTime m_editTime;
    QString m_problem;
    QTimer m_minute;
};

} // namespace rapport::app
