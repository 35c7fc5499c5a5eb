// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QAbstractListModel>
#include <QQmlEngine>
#include <QTimer>

#include "app/Environment.h"
#include "app/LookingBackRow.h"

namespace rapport::app {

/// What was, day by day, the newest first. Only what is there; read in pages.
class LookingBack : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(Status status READ status NOTIFY statusChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY countChanged FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY undoChanged FINAL)

public:
    enum Status { Loading, Empty, Ready, Failed };
    Q_ENUM(Status)

    enum Role {
        KindRole = Qt::UserRole + 1, ///< LookingBackKind::Value
        UidRole,                     ///< QString, of the check-in, card, pause or session
        DayRole,                     ///< QString, "Yesterday", "Tuesday 24 November"
        FirstOfDayRole,              ///< bool, the day's name stands above this row
        TimeRole,                    ///< QString, "18:40"
        WordsRole,                   ///< QString, "bad", "Said", "Session"
        NameRole,                    ///< QString, the whole row for ears, own words left out
        OwnWordsRole,                ///< QString, what the person wrote; often empty
        StepRole,                    ///< int, 0 … 4 for a mood, else −1
    };

    LookingBack(const Environment &environment, QObject *parent);

    Status status() const { return m_status; }
    QString problem() const { return m_problem; }
    int count() const { return static_cast<int>(m_rows.size()); }
    bool hasMore() const { return m_hasMore; }
    bool canUndo() const { return !m_removed.isEmpty(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Reads the newest days anew; the screen asks for it when it opens.
    Q_INVOKABLE void load();
    /// Reads the days before those.
    Q_INVOKABLE void loadMore();

    /// Deletes a check-in; undo() brings it back for ten minutes.
    Q_INVOKABLE void remove(const QString &uid);
    Q_INVOKABLE void undo();
    Q_INVOKABLE void dismissUndo();
    Q_INVOKABLE void dismissProblem();

    /// A check-in was changed elsewhere.
    void place(const domain::CheckIn &checkIn);

Q_SIGNALS:
    void statusChanged();
    void problemChanged();
    void countChanged();
    void undoChanged();
    void checkInsChanged();
    void checkInRemoved(const rapport::domain::Uid &uid);

private:
    void readRemoved();
    void insert(const LookingBackRow &row);
    int indexOf(const domain::Uid &uid) const;
    bool isFirstOfDay(int row) const;
    void take(int row);
    void purge();
    void settle(Status status);
    void setProblem(const QString &problem);

    Environment m_environment;
    QList<LookingBackRow> m_rows;
    QList<domain::Uid> m_removed; // newest first
    qint32 m_oldestDay = 0;
    bool m_hasMore = false;
    bool m_reading = false;
    int m_readings = 0; // load() overtakes a page that is still on its way
    Status m_status = Loading;
    QString m_problem;
    QTimer m_purge;
};

} // namespace rapport::app
