// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QAbstractListModel>
#include <QDate>
#include <QQmlEngine>

#include "app/Environment.h"
#include "core/domain/CheckIn.h"

namespace rapport::app {

/// The moods of one week, a row a day. Days without check-ins have a name and
/// nothing else: nothing is said about them.
class MoodWeek : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(Status status READ status NOTIFY statusChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY statusChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY statusChanged FINAL)
    Q_PROPERTY(bool latest READ isLatest NOTIFY statusChanged FINAL)
    Q_PROPERTY(QString average READ average CONSTANT FINAL)

public:
    enum Status { Loading, Empty, Ready, Failed };
    Q_ENUM(Status)

    enum Role {
        ShortNameRole = Qt::UserRole + 1, ///< QString, "Tue"
        LetterRole,                       ///< QString, "T", where there is little room
        ThereRole,                        ///< bool, it has check-ins
        LowestRole,                       ///< int, the lowest step, 0 … 4; −1 where there is none
        HighestRole,                      ///< int, the highest
        MeanRole,                         ///< int, the step nearest to the average
        DayRole,                          ///< QString, "Tuesday 24 November"
        WordsRole,                        ///< QString, "from bad to good, on average in between; 3 check-ins"
        SentenceRole,                     ///< QString, both of them
    };

    MoodWeek(const Environment &environment, QObject *parent);

    Status status() const { return m_status; }
    QString problem() const { return m_problem; }
    QString title() const; ///< "This week", "16 November to 22 November"
    bool isLatest() const; ///< there is no later week yet
    QString average() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Shows the week of today.
    Q_INVOKABLE void showLatest();
    Q_INVOKABLE void earlier();
    Q_INVOKABLE void later();

    /// Reads the week shown anew.
    Q_INVOKABLE void load();

Q_SIGNALS:
    void statusChanged();

private:
    QDate latestFirst() const;
    void show(QDate first);

    Environment m_environment;
    QDate m_first;
    QList<domain::MoodDay> m_days; // seven; those without check-ins count none
    Status m_status = Loading;
    QString m_problem;
};

} // namespace rapport::app
