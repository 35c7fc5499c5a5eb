// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QObject>
#include <QQmlEngine>
#include <QTimer>

#include "app/DraftKeeper.h"
#include "app/Environment.h"
#include "core/domain/CheckIn.h"

namespace rapport::app {

/// How it is right now: one tap is a whole check-in. What follows it, a way
/// back and a note, is offered and never asked for.
class Moods : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged FINAL)
    Q_PROPERTY(QList<QString> words READ words CONSTANT FINAL)
    Q_PROPERTY(QList<QString> names READ names CONSTANT FINAL)
    Q_PROPERTY(int lastStep READ lastStep NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString lastWord READ lastWord NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString lastNote READ lastNote NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool gentle READ isGentle NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY noteChanged FINAL)

public:
    enum State {
        Asking,      ///< nothing was tapped lately
        Keeping,     ///< a tap is on its way into the vault
        Kept,        ///< it is there, and can be taken back
        KeepingNote, ///< its note is on its way, too
    };
    Q_ENUM(State)

    Moods(const Environment &environment, QObject *parent);

    State state() const { return m_state; }
    /// Why the last step did not go through; the state is what it was before.
    QString problem() const { return m_problem; }

    /// The five steps from very bad to very good, for eyes and for ears.
    QStringList words() const;
    QStringList names() const;

    /// What was tapped last, as long as it can be taken back; −1 and empty else.
    int lastStep() const;
    QString lastWord() const;
    QString lastNote() const;
    bool canUndo() const { return m_last.has_value(); }
    /// It was one of the two lowest: help may be offered, in one quiet line.
    bool isGentle() const;

    /// What is being written about it, kept as a draft.
    QString note() const { return m_note; }
    void setNote(const QString &note);

    /// Keeps a check-in of this moment; the step is 0 … 4.
    Q_INVOKABLE void checkIn(int step);

    /// Takes the last one back, for ten minutes and also after a restart. What
    /// was written about it stays for the next tap.
    Q_INVOKABLE void undo();

    /// Puts the last one away, with what was written about it.
    Q_INVOKABLE void dismiss();

    /// Keeps what was written with the last check-in.
    Q_INVOKABLE void keepNote();

    /// It was deleted, or changed, elsewhere.
    void forget(const domain::Uid &uid);
    void takeOver(const domain::CheckIn &checkIn);

    /// Writes what waits to the draft at once.
    void flush() { m_draft.flush(); }

Q_SIGNALS:
    void stateChanged();
    void noteChanged();
    void kept();
    void undone();
    void noteKept();

private:
    void load();
    void rest();
    void writeNote(bool thenRest);
    void setLast(const domain::CheckIn &checkIn);
    void setState(State state, const QString &problem = {});

    Environment m_environment;
    DraftKeeper m_draft;
    std::optional<domain::CheckIn> m_last;
    QString m_note;
    QString m_problem;
    State m_state = Asking;
    QTimer m_undoWindow;
    QTimer m_purge;
};

} // namespace rapport::app
