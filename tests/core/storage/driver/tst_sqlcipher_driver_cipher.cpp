// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
// The library behind the driver is SQLCipher even where libsqlite3, which
// exports the same names, is in the process too; and its names stay inside.
#include <dlfcn.h>

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sqlcipher/sqlite3.h>

#include "tests/core/storage/driver/Connections.h"

using namespace Qt::StringLiterals;
using rapport::storage::SqlCipherDriver;
using rapport::storage::test::OpenDatabase;

namespace {

/// A driver around a keyed connection, made the way storage::Database does it.
SqlCipherDriver *keyedDriver(const QString &file, const QByteArray &key)
{
    sqlite3 *handle = nullptr;
    if (sqlite3_open(file.toUtf8().constData(), &handle) != SQLITE_OK ||
        sqlite3_key(handle, key.constData(), int(key.size())) != SQLITE_OK)
        return nullptr;
    return new SqlCipherDriver(handle, SqlCipherDriver::Ownership::Take);
}

const QByteArray key = QByteArray("x'").append(QByteArray(48, 'k').toHex()).append('\'');
const QByteArray wrongKey = QByteArray("x'").append(QByteArray(48, 'w').toHex()).append('\'');

} // namespace

class tst_sqlcipher_driver_cipher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isSqlCipher();
    void encryptsKeyedFiles();
    void leavesQtsDriverIntact();
    void refusesAWrongKey();
    void exportsNoName();

private:
    QTemporaryDir m_dir;
};

void tst_sqlcipher_driver_cipher::initTestCase()
{
    const OpenDatabase stock(u":memory:"_s, QString(), u"QSQLITE"_s);
    QVERIFY2((*stock).isOpen(), "this test needs Qt's own SQLite plugin in the process");
    QFile maps(u"/proc/self/maps"_s);
    QVERIFY(maps.open(QIODevice::ReadOnly));
    QVERIFY2(maps.readAll().contains("libsqlite3.so"), "this test needs libsqlite3 in the process");
}

void tst_sqlcipher_driver_cipher::isSqlCipher()
{
    const OpenDatabase ours;
    const OpenDatabase stock(u":memory:"_s, QString(), u"QSQLITE"_s);
    const QString version = ours.run(u"PRAGMA cipher_version"_s).toString();
    qInfo("SQLCipher %s (SQLite %s) beside SQLite %s", qPrintable(version),
          qPrintable(ours.run(u"SELECT sqlite_version()"_s).toString()),
          qPrintable(stock.run(u"SELECT sqlite_version()"_s).toString()));
    QVERIFY(!version.isEmpty());
    QVERIFY(version.section(u'.', 0, 0).toInt() >= 4);
    QVERIFY(!stock.run(u"PRAGMA cipher_version"_s).isValid());
}

void tst_sqlcipher_driver_cipher::encryptsKeyedFiles()
{
    const QString file = m_dir.filePath(u"keyed.db"_s);
    SqlCipherDriver *driver = keyedDriver(file, key);
    QVERIFY(driver);
    {
        const OpenDatabase db(driver);
        db.run(u"CREATE TABLE secret (word)"_s);
        db.run(u"INSERT INTO secret VALUES ('canary-6f1d')"_s);
        QCOMPARE((*db).tables(), QStringList{u"secret"_s});
    }
    QFile bytes(file);
    QVERIFY(bytes.open(QIODevice::ReadOnly));
    const QByteArray content = bytes.readAll();
    QVERIFY(content.size() >= 4096);
    QVERIFY(!content.startsWith("SQLite format 3"));
    QVERIFY(!content.contains("canary-6f1d"));
    QVERIFY(!content.contains("secret"));
    const OpenDatabase again(keyedDriver(file, key));
    QCOMPARE(again.run(u"SELECT word FROM secret"_s).toString(), u"canary-6f1d"_s);
}

void tst_sqlcipher_driver_cipher::leavesQtsDriverIntact()
{
    const QString file = m_dir.filePath(u"plain.db"_s);
    const OpenDatabase ours;
    ours.run(u"CREATE TABLE t (v)"_s);
    {
        const OpenDatabase stock(file, QString(), u"QSQLITE"_s);
        stock.run(u"CREATE TABLE t (v)"_s);
        stock.run(u"INSERT INTO t VALUES ('plain')"_s);
        QCOMPARE(stock.run(u"SELECT v FROM t"_s).toString(), u"plain"_s);
    }
    QFile bytes(file);
    QVERIFY(bytes.open(QIODevice::ReadOnly));
    QVERIFY(bytes.readAll().startsWith("SQLite format 3"));
    QCOMPARE(ours.run(u"SELECT count(*) FROM t"_s).toInt(), 0);
}

void tst_sqlcipher_driver_cipher::refusesAWrongKey()
{
    const QString file = m_dir.filePath(u"other.db"_s);
    {
        const OpenDatabase db(keyedDriver(file, key));
        db.run(u"CREATE TABLE t (v)"_s);
    }
    const OpenDatabase wrong(keyedDriver(file, wrongKey));
    QSqlQuery query(*wrong);
    QVERIFY(!query.exec(u"SELECT * FROM t"_s));
    QCOMPARE(query.lastError().nativeErrorCode(), u"26"_s);
    QVERIFY((*wrong).tables().isEmpty());
    const OpenDatabase none(file);
    QSqlQuery unkeyed(*none);
    QVERIFY(!unkeyed.exec(u"SELECT * FROM t"_s));
    QCOMPARE(unkeyed.lastError().nativeErrorCode(), u"26"_s);
}

void tst_sqlcipher_driver_cipher::exportsNoName()
{
    // The names that this process offers to libraries it loads are libsqlite3's.
    void *offered = dlsym(RTLD_DEFAULT, "sqlite3_open_v2");
    QVERIFY(offered != reinterpret_cast<void *>(&sqlite3_open_v2));

    const QString nm = QStandardPaths::findExecutable(u"nm"_s);
    if (nm.isEmpty())
        QSKIP("needs nm (binutils)");
    QProcess process;
    process.start(nm, {u"-D"_s, u"--defined-only"_s, QCoreApplication::applicationFilePath()});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(!process.readAllStandardOutput().contains("sqlite3"));
    // The control: they are in there, only not offered.
    process.start(nm, {QCoreApplication::applicationFilePath()});
    QVERIFY(process.waitForFinished());
    QVERIFY(process.readAllStandardOutput().contains("sqlite3_open_v2"));
}

QTEST_GUILESS_MAIN(tst_sqlcipher_driver_cipher)
#include "tst_sqlcipher_driver_cipher.moc"
