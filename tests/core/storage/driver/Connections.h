// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QTest>
#include <QUuid>

#include "core/storage/driver/SqlCipherDriver.h"

namespace rapport::storage::test {

/// A connection that is removed from Qt's list when it goes out of scope.
class OpenDatabase
{
public:
    explicit OpenDatabase(const QString &file = QStringLiteral(":memory:"), const QString &options = {},
                          const QString &driver = QStringLiteral("QSQLCIPHER"))
        : m_name(QUuid::createUuid().toString())
    {
        if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLCIPHER")))
            registerSqlCipherDriver();
        QSqlDatabase added = QSqlDatabase::addDatabase(driver, m_name);
        added.setDatabaseName(file);
        added.setConnectOptions(options);
        added.open();
    }

    /// Around a driver that is open already.
    explicit OpenDatabase(QSqlDriver *driver)
        : m_name(QUuid::createUuid().toString())
    {
        QSqlDatabase::addDatabase(driver, m_name);
    }

    ~OpenDatabase() { QSqlDatabase::removeDatabase(m_name); }
    Q_DISABLE_COPY_MOVE(OpenDatabase)

    QSqlDatabase operator*() const { return QSqlDatabase::database(m_name, false); }

    /// Runs a statement that must succeed, and gives the first value of its
    /// first row, if any.
    QVariant run(const QString &statement) const
    {
        QSqlQuery query(**this);
        if (!query.exec(statement))
            QTest::qFail(qPrintable(statement + QStringLiteral(": ") + query.lastError().text()), __FILE__,
                         __LINE__);
        return query.next() ? query.value(0) : QVariant();
    }

private:
    QString m_name;
};

} // namespace rapport::storage::test
