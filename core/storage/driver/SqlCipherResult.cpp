// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/driver/SqlCipherResult.h"

#include <QHash>
#include <QSqlDriver>
#include <QSqlError>

#include <sqlcipher/sqlite3.h>

#include "core/storage/driver/Binding.h"
#include "core/storage/driver/Column.h"
#include "core/storage/driver/Connection.h"
#include "core/storage/driver/SqlCipherDriver.h"

namespace rapport::storage {

SqlCipherResult::SqlCipherResult(const QSqlDriver *driver, std::shared_ptr<Connection> connection)
    : QSqlResult(driver)
    , m_connection(std::move(connection))
{
    m_connection->results.append(this);
}

SqlCipherResult::~SqlCipherResult()
{
    m_connection->results.removeOne(this);
    finalize();
}

QVariant SqlCipherResult::handle() const
{
    return QVariant::fromValue(m_statement);
}

void SqlCipherResult::finalize()
{
    sqlite3_finalize(m_statement);
    m_statement = nullptr;
    m_run = Run::Ended;
    m_bound.clear();
}

// ---- preparing ------------------------------------------------------------

bool SqlCipherResult::prepare(const QString &)
{
    // QSqlResult hands over a text in which it has put names in the place of
    // each "?", "?7" among them. SQLite reads all spellings itself, so what is
    // compiled is the text as it was written.
    return compile(lastQuery());
}

bool SqlCipherResult::reset(const QString &query)
{
    return compile(query) && exec();
}

bool SqlCipherResult::compile(const QString &query)
{
    finalize();
    m_columns.clear();
    setAt(QSql::BeforeFirstRow);
    setActive(false);
    setSelect(false);
    if (!m_connection->handle)
        return false;

    const QByteArray text = query.toUtf8();
    const char *rest = nullptr;
    const int code =
        sqlite3_prepare_v2(m_connection->handle, text.constData(), int(text.size()) + 1, &m_statement, &rest);
    if (code != SQLITE_OK) {
        setLastError(makeError(m_connection->handle, QStringLiteral("Unable to execute statement"),
                               QSqlError::StatementError, code));
        return false;
    }
    if (!QByteArrayView(rest, text.constEnd()).trimmed().isEmpty()) {
        finalize();
        setLastError(makeError(m_connection->handle,
                               QStringLiteral("Unable to execute multiple statements at a time"),
                               QSqlError::StatementError, SQLITE_MISUSE));
        return false;
    }
    return true;
}

// ---- binding --------------------------------------------------------------

/// One value for each of SQLite's parameters, or nothing if they do not match.
std::optional<QList<QVariant>> SqlCipherResult::parameters() const
{
    const int wanted = sqlite3_bind_parameter_count(m_statement);
    const QList<QVariant> &values = boundValues();
    if (values.size() == wanted)
        return values;
    if (values.size() < wanted || wanted == 0)
        return std::nullopt;

    // A name written twice is two places for Qt and one parameter for SQLite.
    QHash<QString, QVariant> byName;
    for (int i = 0; i < values.size(); ++i) {
        const QString name = boundValueName(i);
        if (!byName.contains(name))
            byName.insert(name, values.at(i));
        else if (byName.value(name) != values.at(i))
            return std::nullopt;
    }
    QList<QVariant> matched;
    for (int i = 1; i <= wanted; ++i) {
        const auto found = byName.constFind(QString::fromUtf8(sqlite3_bind_parameter_name(m_statement, i)));
        if (found == byName.constEnd())
            return std::nullopt;
        matched.append(*found);
    }
    return byName.size() == wanted ? std::optional(matched) : std::nullopt;
}

bool SqlCipherResult::bind()
{
    auto matched = parameters();
    if (!matched) {
        setLastError(
            QSqlError(QStringLiteral("Parameter count mismatch"), QString(), QSqlError::StatementError));
        return false;
    }
    m_bound = std::move(*matched);
    for (int i = 0; i < m_bound.size(); ++i) {
        const int code = bindParameter(m_statement, i + 1, m_bound.at(i));
        if (code == SQLITE_OK)
            continue;
        QSqlError error = makeError(m_connection->handle, QStringLiteral("Unable to bind parameters"),
                                    QSqlError::StatementError, code);
        finalize();
        setLastError(error);
        return false;
    }
    return true;
}

// ---- running --------------------------------------------------------------

bool SqlCipherResult::exec()
{
    endRun();
    m_cells.clear();
    m_columns.clear();
    m_keepsRows = !isForwardOnly();
    setAt(QSql::BeforeFirstRow);
    setLastError(QSqlError());
    if (!m_statement) {
        setLastError(QSqlError(QStringLiteral("Unable to fetch row"), QStringLiteral("No query"),
                               QSqlError::ConnectionError));
        setAt(QSql::AfterLastRow);
    }
    const bool ran = m_statement && bind() && start();
    setSelect(ran && !m_columns.isEmpty());
    setActive(ran);
    return ran;
}

/// Makes the first step, so that a statement without rows is done after exec()
/// and an error shows there.
bool SqlCipherResult::start()
{
    m_rowsAffected = -1;
    const bool row = step();
    if (lastError().isValid())
        return false;
    if (row && sqlite3_stmt_readonly(m_statement))
        m_rowsAffected = sqlite3_changes(m_connection->handle);
    m_columns = columnsOf(m_statement, row);
    m_lastInsertId = sqlite3_last_insert_rowid(m_connection->handle);
    m_run = row ? Run::AtFirst : Run::Ended;
    return true;
}

/// Whether there is a next row. Without one the run has ended and the place is
/// after the last row; if it was an error, lastError() says so.
bool SqlCipherResult::step()
{
    m_run = Run::Going;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE) {
        setLastError(makeError(m_connection->handle, QStringLiteral("Unable to fetch row"),
                               QSqlError::ConnectionError, code));
    }
    endRun();
    setAt(QSql::AfterLastRow);
    return false;
}

/// Frees SQLite's locks and the values bound, and notes how much was changed.
/// As with Qt's driver that is the number of the last change, after a SELECT too.
void SqlCipherResult::endRun()
{
    if (m_run == Run::Ended)
        return;
    m_run = Run::Ended;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_bound.clear();
    if (m_rowsAffected < 0)
        m_rowsAffected = sqlite3_changes(m_connection->handle);
}

bool SqlCipherResult::execBatch(bool)
{
    const QList<QVariant> columns = boundValues();
    if (columns.isEmpty())
        return false;
    QList<QVariantList> lists;
    for (const QVariant &column : columns) {
        lists.append(column.toList());
        if (lists.last().size() == lists.first().size())
            continue;
        setLastError(
            QSqlError(QStringLiteral("Parameter count mismatch"), QString(), QSqlError::StatementError));
        return false;
    }
    bool ok = true;
    for (qsizetype row = 0; ok && row < lists.first().size(); ++row) {
        for (qsizetype i = 0; i < lists.size(); ++i)
            boundValues()[i] = lists.at(i).at(row);
        ok = exec();
    }
    boundValues() = columns;
    return ok;
}

/// Called by QSqlQuery::finish(), and by QSqlTableModel before it writes, so that
/// no lock of a read stands in its way. The model goes on reading afterwards: so
/// if a reader is under way (finish() has gone back before the first row), the
/// rows still to come are taken over first. To step a statement again after its
/// reset would begin anew and give the same rows twice.
void SqlCipherResult::detachFromResultSet()
{
    if (m_keepsRows && at() != QSql::BeforeFirstRow) {
        while (take()) {
        }
    }
    endRun();
}

void SqlCipherResult::setActive(bool active)
{
    QSqlResult::setActive(active);
    if (!active)
        m_cells = {}; // clear() would keep the list's memory
}

// ---- reading --------------------------------------------------------------

/// Takes one more row over from SQLite.
bool SqlCipherResult::take()
{
    if (m_run == Run::Ended)
        return false;
    if (m_run == Run::AtFirst)
        m_run = Run::Going;
    else if (!step())
        return false;
    if (!m_keepsRows)
        m_cells.clear();
    const int columns = int(m_columns.count());
    for (int i = 0; i < columns; ++i)
        m_cells.append(columnValue(m_statement, i, numericalPrecisionPolicy()));
    return true;
}

qsizetype SqlCipherResult::rowsKept() const
{
    return m_columns.isEmpty() ? 0 : m_cells.size() / m_columns.count();
}

bool SqlCipherResult::takeUpTo(qsizetype row)
{
    while (rowsKept() <= row) {
        if (!take())
            return false;
    }
    return true;
}

bool SqlCipherResult::fetch(int row)
{
    if (!isActive() || row < 0)
        return false;
    if (at() == row)
        return true;
    if (m_keepsRows) {
        const bool found = takeUpTo(row);
        if (found)
            setAt(row);
        return found;
    }
    if (at() > row || at() == QSql::AfterLastRow)
        return false;
    while (at() < row) {
        if (!fetchNext())
            return false;
    }
    return true;
}

bool SqlCipherResult::fetchNext()
{
    if (m_keepsRows)
        return fetch(at() + 1);
    const int next = at() + 1;
    const bool found = take();
    if (found)
        setAt(next);
    return found;
}

bool SqlCipherResult::fetchPrevious()
{
    return fetch(at() - 1);
}

bool SqlCipherResult::fetchFirst()
{
    if (m_keepsRows)
        return fetch(0);
    return at() == QSql::BeforeFirstRow && fetchNext();
}

bool SqlCipherResult::fetchLast()
{
    if (m_keepsRows) {
        while (take()) {
        }
        return fetch(int(rowsKept()) - 1);
    }
    // The last row's cells stay after SQLite has none left.
    int last = at();
    if (last == QSql::AfterLastRow)
        return false;
    while (take())
        ++last;
    setAt(last);
    return last >= 0;
}

const QVariant *SqlCipherResult::cell(int column) const
{
    if (column < 0 || column >= m_columns.count() || at() < 0)
        return nullptr;
    const qsizetype row = m_keepsRows ? at() : 0;
    const qsizetype index = row * m_columns.count() + column;
    return index < m_cells.size() ? &m_cells.at(index) : nullptr;
}

QVariant SqlCipherResult::data(int column)
{
    const QVariant *found = cell(column);
    return found ? *found : QVariant();
}

bool SqlCipherResult::isNull(int column)
{
    const QVariant *found = cell(column);
    return !found || found->isNull();
}

// ---- telling about --------------------------------------------------------

int SqlCipherResult::size()
{
    return -1;
}

int SqlCipherResult::numRowsAffected()
{
    return m_rowsAffected;
}

QVariant SqlCipherResult::lastInsertId() const
{
    return isActive() && m_lastInsertId != 0 ? QVariant(m_lastInsertId) : QVariant();
}

QSqlRecord SqlCipherResult::record() const
{
    return isActive() && isSelect() ? m_columns : QSqlRecord();
}

} // namespace rapport::storage
