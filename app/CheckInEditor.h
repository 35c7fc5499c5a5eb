// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include <QObject>
#include <QQmlEngine>

#include "app/DraftKeeper.h"
#include "app/Environment.h"
#include "core/domain/CheckIn.h"

namespace rapport::app {

/// One check-in, open to have its note changed. Nothing is stored until
/// save(); what is typed is kept as a draft meanwhile.
class CheckInEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString uid READ uid NOTIFY opened FINAL)
    Q_PROPERTY(int step READ step NOTIFY opened FINAL)
    Q_PROPERTY(QString word READ word NOTIFY opened FINAL)
    Q_PROPERTY(QString when READ when NOTIFY opened FINAL)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY noteChanged FINAL)
    Q_PROPERTY(bool isPrivate READ isPrivate WRITE setPrivate NOTIFY noteChanged FINAL)
    Q_PROPERTY(bool changed READ changed NOTIFY noteChanged FINAL)

public:
    enum State { Closed, Opening, Editing, Saving, Failed, Gone };
    Q_ENUM(State)

    CheckInEditor(const Environment &environment, QObject *parent);

    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QString uid() const { return m_stored.record.uid.toString(); }
    int step() const;
    QString word() const;
    QString when() const; ///< "Tuesday 24 November, 18:40"
    QString note() const { return m_note; }
    void setNote(const QString &note);
    bool isPrivate() const { return m_private; }
    void setPrivate(bool isPrivate);
    bool changed() const;

    Q_INVOKABLE void open(const QString &uid);
    Q_INVOKABLE void save();

    /// Back to what is stored; the draft is forgotten.
    Q_INVOKABLE void discard();

    void flush();

Q_SIGNALS:
    void stateChanged();
    void opened();
    void noteChanged();
    void saved();
    void stored(const rapport::domain::CheckIn &checkIn);

private:
    void show(const domain::CheckIn &checkIn);
    void setState(State state, const QString &problem = {});

    Environment m_environment;
    std::shared_ptr<DraftKeeper> m_draft; // also held by a save on its way
    std::shared_ptr<DraftKeeper> m_privateDraft;
    domain::CheckIn m_stored;
    QString m_note;
    bool m_private = false;
    State m_state = Closed;
    QString m_problem;
};

} // namespace rapport::app
