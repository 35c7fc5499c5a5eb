// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include <QAbstractListModel>
#include <QQmlEngine>

#include "app/DraftKeeper.h"
#include "app/Environment.h"
#include "app/WriteDown.h"
#include "core/domain/Card.h"
#include "core/storage/AnswerRepository.h"

namespace rapport::app {

class Cards;
class NextSession;

/// "Did you get to say it?": what was to come up in the session that was, and
/// what became of each. An answer is stored as soon as it is given, what was
/// agreed when the person leaves; all of it can be taken back.
class AfterSession : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(Status status READ status NOTIFY statusChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged FINAL)
    Q_PROPERTY(QList<QString> answers READ answers CONSTANT FINAL)
    Q_PROPERTY(rapport::app::WriteDown *line READ line CONSTANT FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY undoChanged FINAL)

public:
    enum Status { Loading, Empty, Ready, Failed };
    Q_ENUM(Status)

    enum Role {
        UidRole = Qt::UserRole + 1, ///< QString, the card's uid
        TextRole,                   ///< QString, the person's words
        AnswerRole,                 ///< int, which of `answers`, or −1 for none
        StateWordsRole,             ///< QString, "Shown", "Sent": what the app knows itself; else empty
        TellsAgreedRole,            ///< bool, it came up, so that something may have been agreed
        AgreedRole,                 ///< QString, what was agreed
    };

    AfterSession(const Environment &environment, Cards &cards, NextSession &session, QObject *parent);

    Status status() const { return m_status; }
    QString problem() const { return m_problem; }
    QStringList answers() const; ///< "Yes", "Some", "Not today"
    WriteDown *line() { return &m_line; }
    bool canUndo() const { return m_canUndo; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Reads what was to come up, and what was answered already.
    Q_INVOKABLE void begin();

    /// −1 takes the answer back.
    Q_INVOKABLE void answer(const QString &uid, int index);
    Q_INVOKABLE void setAgreed(const QString &uid, const QString &text);

    /// Keeps what was agreed and the line, and asks no more about this session.
    Q_INVOKABLE void finish();

    /// Keeps what was agreed and asks again another day.
    Q_INVOKABLE void putOff();

    /// Keeps what was agreed; Today goes on asking.
    Q_INVOKABLE void leave();

    /// After finish(): Today asks again.
    Q_INVOKABLE void undo();
    Q_INVOKABLE void dismissUndo();

    void flush();

Q_SIGNALS:
    void statusChanged();
    void problemChanged();
    void undoChanged();
    /// All is kept: the screen can go.
    void finished();

private:
    struct Row
    {
        domain::Card card;
        std::optional<domain::CardState> before; ///< when the session began, if it changed since
        QString storedAgreed;
        QString agreed;
        std::shared_ptr<DraftKeeper> draft; ///< of what was agreed, once something is typed
    };

    int answerOf(const Row &row) const;
    bool anythingTold() const;
    bool tellsAgreed(const Row &row) const;
    Row *rowOf(const QString &uid);
    void changed(const Row &row);
    void keepAgreed(const std::function<void()> &done);
    void complete();
    void setStatus(Status status);
    void setProblem(const QString &problem);

    Environment m_environment;
    Cards &m_cards;
    NextSession &m_session;
    WriteDown m_line;
    QList<Row> m_rows;
    Status m_status = Loading;
    QString m_problem;
    bool m_finishing = false;
    bool m_canUndo = false;
};

} // namespace rapport::app
