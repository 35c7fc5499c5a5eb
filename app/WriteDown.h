// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QQmlEngine>

#include "app/DraftKeeper.h"
#include "app/Environment.h"

namespace rapport::app {

class Cards;

/// The line that is always there to write on. What is typed stays in the field
/// and in the draft until the database has it.
class WriteDown : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged FINAL)

public:
    enum State { Writing, Keeping, Failed };
    Q_ENUM(State)

    /// The place is the draft's, see storage::DraftRepository.
    WriteDown(const Environment &environment, Cards &cards, QObject *parent,
              const QString &place = QStringLiteral("today"));

    QString text() const { return m_text; }
    void setText(const QString &text);
    State state() const { return m_state; }
    QString problem() const { return m_problem; }

    /// Keeps the text as a card. On success the field is empty and kept() is
    /// emitted; else the state is Failed, problem says why, the text stays.
    Q_INVOKABLE void keep();

    /// Keeps a text that was typed before there was a vault.
    void keepText(const QString &text);

    /// Writes what waits to the draft at once.
    void flush() { m_draft.flush(); }

Q_SIGNALS:
    void textChanged();
    void stateChanged();
    void kept();

private:
    void setState(State state, const QString &problem = {});

    Environment m_environment;
    Cards &m_cards;
    DraftKeeper m_draft;
    QString m_text;
    QString m_problem;
    State m_state = Writing;
};

} // namespace rapport::app
