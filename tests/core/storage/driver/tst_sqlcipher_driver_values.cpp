// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
// What goes into a statement comes out again: types, NULL, placeholders, batches.
#include <limits>

#include <QDateTime>
#include <QTest>
#include <QUrl>
#include <QUuid>

#include "tests/core/storage/driver/Connections.h"

using namespace Qt::StringLiterals;
using rapport::storage::test::OpenDatabase;

class tst_sqlcipher_driver_values : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bindsEveryType_data();
    void bindsEveryType();
    void refusesWhatHasNoText();
    void appliesColumnTypes();
    void fillsPlaceholders_data();
    void fillsPlaceholders();
    void keepsValuesWhileRowsAreRead();
    void rebindsAfterExec();
    void refusesWrongCounts_data();
    void refusesWrongCounts();
    void runsBatches();
    void runsBatchesOfRepeatedNames();
    void stopsABatchAtItsFirstError();
    void refusesUnevenBatches();
    void followsPrecisionPolicy_data();
    void followsPrecisionPolicy();
};

void tst_sqlcipher_driver_values::bindsEveryType_data()
{
    QTest::addColumn<QVariant>("bound");
    QTest::addColumn<QString>("storedAs");
    QTest::addColumn<QVariant>("read");

    const QVariant null = QVariant(QMetaType(QMetaType::QString));
    const QByteArray bytes("\0\xff'\n\0", 5);
    const QString text = u"Zeit für «mich» 🌿 שלום"_s + QChar(0) + u"danach"_s;
    const QDate day(2026, 2, 28);
    const QTime clock(23, 59, 59, 7);
    const auto moment = [](const QString &iso) { return QDateTime::fromString(iso, Qt::ISODateWithMs); };

    QTest::newRow("bool true") << QVariant(true) << u"integer"_s << QVariant(1LL);
    QTest::newRow("bool false") << QVariant(false) << u"integer"_s << QVariant(0LL);
    QTest::newRow("int min") << QVariant(std::numeric_limits<int>::min()) << u"integer"_s
                             << QVariant(-2147483648LL);
    QTest::newRow("uint max") << QVariant(std::numeric_limits<uint>::max()) << u"integer"_s
                              << QVariant(4294967295LL);
    QTest::newRow("qlonglong min") << QVariant(std::numeric_limits<qint64>::min()) << u"integer"_s
                                   << QVariant(std::numeric_limits<qint64>::min());
    QTest::newRow("qlonglong max") << QVariant(std::numeric_limits<qint64>::max()) << u"integer"_s
                                   << QVariant(std::numeric_limits<qint64>::max());
    QTest::newRow("qulonglong that fits")
        << QVariant(quint64(9223372036854775807ULL)) << u"integer"_s << QVariant(9223372036854775807LL);
    QTest::newRow("qulonglong that does not fit")
        << QVariant(std::numeric_limits<quint64>::max()) << u"text"_s << QVariant(u"18446744073709551615"_s);
    QTest::newRow("short") << QVariant::fromValue(short(-3)) << u"integer"_s << QVariant(-3LL);
    QTest::newRow("uchar") << QVariant::fromValue(uchar(200)) << u"integer"_s << QVariant(200LL);
    QTest::newRow("long") << QVariant::fromValue(long(5)) << u"integer"_s << QVariant(5LL);
    QTest::newRow("double") << QVariant(0.1) << u"real"_s << QVariant(0.1);
    QTest::newRow("double tiny") << QVariant(5e-324) << u"real"_s << QVariant(5e-324);
    QTest::newRow("float") << QVariant(0.25F) << u"real"_s << QVariant(0.25);
    QTest::newRow("text with NUL, emoji, right-to-left") << QVariant(text) << u"text"_s << QVariant(text);
    QTest::newRow("empty text is not NULL") << QVariant(u""_s) << u"text"_s << QVariant(u""_s);
    QTest::newRow("null text is NULL") << QVariant(QString()) << u"null"_s << null;
    QTest::newRow("blob") << QVariant(bytes) << u"blob"_s << QVariant(bytes);
    QTest::newRow("empty blob is not NULL")
        << QVariant(QByteArray("")) << u"blob"_s << QVariant(QByteArray(""));
    QTest::newRow("null blob is NULL") << QVariant(QByteArray()) << u"null"_s << null;
    QTest::newRow("invalid variant") << QVariant() << u"null"_s << null;
    QTest::newRow("typed null") << QVariant(QMetaType(QMetaType::Int)) << u"null"_s << null;
    QTest::newRow("string view") << QVariant::fromValue(QStringView(u"view")) << u"text"_s
                                 << QVariant(u"view"_s);
    QTest::newRow("empty string view")
        << QVariant::fromValue(QStringView(u"")) << u"text"_s << QVariant(u""_s);
    QTest::newRow("latin-1 view") << QVariant::fromValue("caf\xe9"_L1) << u"text"_s << QVariant(u"café"_s);
    QTest::newRow("byte view") << QVariant::fromValue(QByteArrayView("ab")) << u"blob"_s
                               << QVariant(QByteArray("ab"));
    QTest::newRow("char") << QVariant(QChar(u'x')) << u"text"_s << QVariant(u"x"_s);
    QTest::newRow("url") << QVariant(QUrl(u"about:blank"_s)) << u"text"_s << QVariant(u"about:blank"_s);
    QTest::newRow("date") << QVariant(day) << u"text"_s << QVariant(u"2026-02-28"_s);
    QTest::newRow("invalid date") << QVariant(QDate()) << u"null"_s << null;
    QTest::newRow("time") << QVariant(clock) << u"text"_s << QVariant(u"23:59:59.007"_s);
    QTest::newRow("invalid time") << QVariant(QTime(25, 0)) << u"null"_s << null;
    QTest::newRow("local date-time") << QVariant(QDateTime(day, clock)) << u"text"_s
                                     << QVariant(u"2026-02-28T23:59:59.007"_s);
    QTest::newRow("UTC date-time") << QVariant(moment(u"2026-02-28T23:59:59.007Z"_s)) << u"text"_s
                                   << QVariant(u"2026-02-28T23:59:59.007Z"_s);
    QTest::newRow("date-time with offset") << QVariant(moment(u"2026-02-28T23:59:59.007-01:30"_s))
                                           << u"text"_s << QVariant(u"2026-02-28T23:59:59.007-01:30"_s);
    QTest::newRow("invalid date-time") << QVariant(QDateTime()) << u"null"_s << null;
    QTest::newRow("null uuid") << QVariant(QUuid()) << u"null"_s << null;
    QTest::newRow("uuid") << QVariant(QUuid(u"{67c8770b-44f1-410a-ab9a-f9b5446f13ee}"_s)) << u"text"_s
                          << QVariant(u"{67c8770b-44f1-410a-ab9a-f9b5446f13ee}"_s);
}

void tst_sqlcipher_driver_values::bindsEveryType()
{
    QFETCH(QVariant, bound);
    QFETCH(QString, storedAs);
    QFETCH(QVariant, read);
    const OpenDatabase db;
    db.run(u"CREATE TABLE t (v)"_s);
    QSqlQuery query(*db);
    QVERIFY(query.prepare(u"INSERT INTO t VALUES (?)"_s));
    query.addBindValue(bound);
    QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
    QVERIFY(query.exec(u"SELECT v, typeof(v) FROM t"_s));
    QVERIFY(query.next());
    QCOMPARE(query.value(1).toString(), storedAs);
    QCOMPARE(query.value(0).metaType(), read.metaType());
    QCOMPARE(query.value(0), read);
    QCOMPARE(query.isNull(0), storedAs == u"null");
    QCOMPARE(query.value(0).toString().isNull(), read.toString().isNull());
}

void tst_sqlcipher_driver_values::refusesWhatHasNoText()
{
    const OpenDatabase db;
    QSqlQuery query(*db);
    QVERIFY(query.prepare(u"SELECT ?"_s));
    query.addBindValue(QVariantMap{{u"a"_s, 1}});
    QVERIFY(!query.exec());
    QCOMPARE(query.lastError().type(), QSqlError::StatementError);
    QCOMPARE(query.lastError().driverText(), u"Unable to bind parameters"_s);
    QCOMPARE(query.lastError().nativeErrorCode(), u"20"_s);
}

void tst_sqlcipher_driver_values::appliesColumnTypes()
{
    const OpenDatabase db;
    db.run(u"CREATE TABLE t (i INTEGER, r REAL, s TEXT, b BLOB, f BOOLEAN)"_s);
    QSqlQuery query(*db);
    QVERIFY(query.prepare(u"INSERT INTO t VALUES (?, ?, ?, ?, ?)"_s));
    for (const QVariant &value : {QVariant(u"7"_s), QVariant(7), QVariant(7), QVariant(7), QVariant(true)})
        query.addBindValue(value);
    QVERIFY(query.exec());
    QVERIFY(query.exec(u"SELECT * FROM t"_s) && query.next());
    QCOMPARE(query.value(0), QVariant(7LL));
    QCOMPARE(query.value(1), QVariant(7.0));
    QCOMPARE(query.value(2), QVariant(u"7"_s));
    QCOMPARE(query.value(3), QVariant(7LL));
    QCOMPARE(query.value(4), QVariant(1LL));
}

void tst_sqlcipher_driver_values::fillsPlaceholders_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QVariantList>("positional");
    QTest::addColumn<QVariantMap>("named");
    QTest::addColumn<QString>("result");

    const QVariantList abc{u"a"_s, u"b"_s, u"c"_s};
    const QVariantMap names{{u":a"_s, u"a"_s}, {u":b"_s, u"b"_s}};
    QTest::newRow("question marks") << u"? || ? || ?"_s << abc << QVariantMap() << u"abc"_s;
    QTest::newRow("numbered") << u"?3 || ?1 || ?2"_s << abc << QVariantMap() << u"cab"_s;
    QTest::newRow("numbered, repeated") << u"?1 || ?2 || ?1 || ?3"_s << abc << QVariantMap() << u"abac"_s;
    QTest::newRow("named by position") << u":x || :y || :z"_s << abc << QVariantMap() << u"abc"_s;
    QTest::newRow("at and dollar") << u"@x || $y || @z"_s << abc << QVariantMap() << u"abc"_s;
    QTest::newRow("named") << u":b || :a"_s << QVariantList() << names << u"ba"_s;
    QTest::newRow("named, repeated") << u":b || :a || :b || :b"_s << QVariantList() << names << u"babb"_s;
    QTest::newRow("not in quotes") << u"':a?' || :b || \":a\" || :a FROM (SELECT '-' AS \":a\")"_s
                                   << QVariantList() << names << u":a?b-a"_s;
    QTest::newRow("question mark in a comment")
        << u"? /* ? */ || ? || ?"_s << abc << QVariantMap() << u"abc"_s;
    QTest::newRow("none") << u"'x'"_s << QVariantList() << QVariantMap() << u"x"_s;
}

void tst_sqlcipher_driver_values::fillsPlaceholders()
{
    QFETCH(QString, expression);
    QFETCH(QVariantList, positional);
    QFETCH(QVariantMap, named);
    QFETCH(QString, result);
    const OpenDatabase db;
    QSqlQuery query(*db);
    QVERIFY2(query.prepare(u"SELECT "_s + expression), qPrintable(query.lastError().text()));
    for (const QVariant &value : std::as_const(positional))
        query.addBindValue(value);
    for (auto it = named.cbegin(); it != named.cend(); ++it)
        query.bindValue(it.key(), it.value());
    for (int round = 0; round < 2; ++round) { // a prepared statement can run again
        QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toString(), result);
        QVERIFY(!query.next());
    }
    QCOMPARE(query.lastQuery(), QString(u"SELECT "_s + expression));
}

void tst_sqlcipher_driver_values::keepsValuesWhileRowsAreRead()
{
    const OpenDatabase db;
    QSqlQuery query(*db);
    query.setForwardOnly(true);
    QVERIFY(query.prepare(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50) "
                          "SELECT i, :word FROM n"_s));
    query.bindValue(u":word"_s, QString(1000, u'w'));
    QVERIFY(query.exec());
    // The query's own copy goes; SQLite still points to the first value.
    query.bindValue(u":word"_s, QString(1000, u'x'));
    int rows = 0;
    for (; query.next(); ++rows)
        QCOMPARE(query.value(1).toString(), QString(1000, u'w'));
    QCOMPARE(rows, 50);
}

void tst_sqlcipher_driver_values::rebindsAfterExec()
{
    const OpenDatabase db;
    QSqlQuery query(*db);
    QVERIFY(query.prepare(u"SELECT ?, ?"_s));
    for (int i = 0; i < 3; ++i) {
        query.addBindValue(i);
        query.addBindValue(-i);
        QVERIFY(query.exec() && query.next());
        QCOMPARE(query.value(0).toInt(), i);
        QCOMPARE(query.value(1).toInt(), -i);
    }
    query.bindValue(1, u"only the second"_s);
    QVERIFY(query.exec() && query.next());
    QCOMPARE(query.value(0).toInt(), 2);
    QCOMPARE(query.value(1).toString(), u"only the second"_s);
}

void tst_sqlcipher_driver_values::refusesWrongCounts_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<int>("values");
    QTest::newRow("too few") << u"SELECT ?, ?"_s << 1;
    QTest::newRow("none") << u"SELECT ?"_s << 0;
    QTest::newRow("too many") << u"SELECT ?"_s << 2;
    QTest::newRow("not wanted") << u"SELECT 1"_s << 1;
    QTest::newRow("different values for one name") << u"SELECT :a, :a"_s << 2;
}

void tst_sqlcipher_driver_values::refusesWrongCounts()
{
    QFETCH(QString, statement);
    QFETCH(int, values);
    const OpenDatabase db;
    QSqlQuery query(*db);
    QVERIFY(query.prepare(statement));
    for (int i = 0; i < values; ++i)
        query.addBindValue(i);
    QVERIFY(!query.exec());
    QCOMPARE(query.lastError().type(), QSqlError::StatementError);
    QCOMPARE(query.lastError().driverText(), u"Parameter count mismatch"_s);
    QVERIFY(!query.isActive());
}

void tst_sqlcipher_driver_values::runsBatches()
{
    const OpenDatabase db;
    db.run(u"CREATE TABLE t (i INTEGER, s TEXT, b BLOB)"_s);
    const QVariantList numbers{std::numeric_limits<qint64>::max(), QVariant(QMetaType(QMetaType::LongLong)),
                               -1};
    const QVariantList texts{u"one"_s, QString(), u""_s};
    const QVariantList blobs{QByteArray("\0x", 2), QByteArray(""), QByteArray()};
    QSqlQuery query(*db);
    QVERIFY(query.prepare(u"INSERT INTO t VALUES (?, ?, ?)"_s));
    query.addBindValue(numbers);
    query.addBindValue(texts);
    query.addBindValue(blobs);
    QVERIFY2(query.execBatch(), qPrintable(query.lastError().text()));
    QVERIFY(query.exec(u"SELECT i, s, b FROM t ORDER BY rowid"_s));
    for (int row = 0; row < 3; ++row) {
        QVERIFY(query.next());
        QCOMPARE(query.isNull(0), row == 1);
        QCOMPARE(query.isNull(1), row == 1);
        QCOMPARE(query.isNull(2), row == 2);
        QCOMPARE(query.value(0).toLongLong(), numbers.at(row).toLongLong());
        QCOMPARE(query.value(2).toByteArray(), blobs.at(row).toByteArray());
    }
}

void tst_sqlcipher_driver_values::runsBatchesOfRepeatedNames()
{
    const OpenDatabase db;
    db.run(u"CREATE TABLE t (a, b, c)"_s);
    QSqlQuery query(*db);
    QVERIFY(query.prepare(u"INSERT INTO t VALUES (:x, :y, :x)"_s));
    query.bindValue(u":x"_s, QVariantList{1, 2});
    query.bindValue(u":y"_s, QVariantList{3, 4});
    QVERIFY2(query.execBatch(), qPrintable(query.lastError().text()));
    QCOMPARE(query.boundValue(u":y"_s).toList(), (QVariantList{3, 4}));
    QCOMPARE(db.run(u"SELECT group_concat(a || b || c) FROM t"_s).toString(), u"131,242"_s);
}

void tst_sqlcipher_driver_values::stopsABatchAtItsFirstError()
{
    const OpenDatabase db;
    db.run(u"CREATE TABLE t (v UNIQUE)"_s);
    QSqlQuery query(*db);
    QVERIFY(query.prepare(u"INSERT INTO t VALUES (?)"_s));
    query.addBindValue(QVariantList{1, 2, 1, 3});
    QVERIFY(!query.execBatch());
    QCOMPARE(query.lastError().nativeErrorCode(), u"2067"_s);
    QCOMPARE(db.run(u"SELECT count(*) FROM t"_s).toInt(), 2);
}

void tst_sqlcipher_driver_values::refusesUnevenBatches()
{
    const OpenDatabase db;
    db.run(u"CREATE TABLE t (a, b)"_s);
    QSqlQuery query(*db);
    QVERIFY(query.prepare(u"INSERT INTO t VALUES (?, ?)"_s));
    query.addBindValue(QVariantList{1, 2});
    query.addBindValue(QVariantList{1});
    QVERIFY(!query.execBatch());
    QCOMPARE(query.lastError().driverText(), u"Parameter count mismatch"_s);
    QCOMPARE(db.run(u"SELECT count(*) FROM t"_s).toInt(), 0);
}

void tst_sqlcipher_driver_values::followsPrecisionPolicy_data()
{
    QTest::addColumn<QSql::NumericalPrecisionPolicy>("policy");
    QTest::addColumn<QVariant>("read");
    QTest::newRow("double") << QSql::LowPrecisionDouble << QVariant(3000000000.75);
    QTest::newRow("high") << QSql::HighPrecision << QVariant(3000000000.75);
    QTest::newRow("int64") << QSql::LowPrecisionInt64 << QVariant(3000000000LL);
    QTest::newRow("int32") << QSql::LowPrecisionInt32 << QVariant(-1294967296);
}

void tst_sqlcipher_driver_values::followsPrecisionPolicy()
{
    QFETCH(QSql::NumericalPrecisionPolicy, policy);
    QFETCH(QVariant, read);
    const OpenDatabase db;
    QSqlQuery query(*db);
    query.setNumericalPrecisionPolicy(policy);
    QVERIFY(query.exec(u"SELECT 3000000000.75, 9007199254740993"_s) && query.next());
    QCOMPARE(query.value(0), read);
    QCOMPARE(query.value(1), QVariant(9007199254740993LL)); // integers are never narrowed
    (*db).setNumericalPrecisionPolicy(policy);
    QSqlQuery later(*db);
    QCOMPARE(later.numericalPrecisionPolicy(), policy);
    QVERIFY(later.exec(u"SELECT 3000000000.75"_s) && later.next());
    QCOMPARE(later.value(0), read);
}

QTEST_GUILESS_MAIN(tst_sqlcipher_driver_values)
#include "tst_sqlcipher_driver_values.moc"
