// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <optional>

#include <QList>
#include <QSqlRecord>
#include <QSqlResult>
#include <QVariant>

struct sqlite3_stmt;

namespace rapport::storage {

struct Connection;

/// The result of one statement. Rows are fetched from SQLite when they are asked
/// for; they are kept only where the query is not forward-only, because then a
/// reader may go back. Reached through QSqlQuery.
class SqlCipherResult : public QSqlResult
{
public:
    SqlCipherResult(const QSqlDriver *driver, std::shared_ptr<Connection> connection);
    ~SqlCipherResult() override;

    /// The sqlite3_stmt *, null before a statement is prepared.
    QVariant handle() const override;

    /// Lets go of the statement, for the driver that is about to close.
    void finalize();

protected:
    bool reset(const QString &query) override;
    bool prepare(const QString &query) override;
    bool exec() override;
    bool execBatch(bool arrayBind) override;

    QVariant data(int column) override;
    bool isNull(int column) override;
    bool fetch(int row) override;
    bool fetchNext() override;
    bool fetchPrevious() override;
    bool fetchFirst() override;
    bool fetchLast() override;

    int size() override;
    int numRowsAffected() override;
    QVariant lastInsertId() const override;
    QSqlRecord record() const override;
    void detachFromResultSet() override;
    void setActive(bool active) override;

private:
    enum class Run {
        Ended,   ///< no row is to be had from SQLite
        AtFirst, ///< SQLite stands on the first row, which nobody has taken yet
        Going,
    };

    bool compile(const QString &query);
    std::optional<QList<QVariant>> parameters() const;
    bool bind();
    bool start();
    bool step();
    void endRun();
    bool take();
    bool takeUpTo(qsizetype row);
    qsizetype rowsKept() const;
    const QVariant *cell(int column) const;

    std::shared_ptr<Connection> m_connection;
    sqlite3_stmt *m_statement = nullptr;
    Run m_run = Run::Ended;
    bool m_keepsRows = true; // as isForwardOnly() was when the run began
    QList<QVariant> m_bound; // what SQLite points into while the statement runs
    QList<QVariant> m_cells; // the rows kept, one after the other; or the one row
    QSqlRecord m_columns;
    int m_rowsAffected = -1; // -1 while a writing statement still has rows to give
    qint64 m_lastInsertId = 0;
};

} // namespace rapport::storage
