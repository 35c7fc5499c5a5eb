// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <random>

#include "tests/core/storage/StorageFixture.h"

using namespace rapport::storage;
using namespace rapport::tests;

namespace {

/// Every row as one text, to compare two results.
QStringList rows(const Database &database, const QString &sql)
{
    QStringList lines;
    QSqlQuery query(database.sql());
    if (!query.exec(sql))
        return {query.lastError().text()};
    while (query.next()) {
        QStringList values;
        for (int i = 0; i < 7; ++i)
            values += query.value(i).toString();
        lines += values.join(u'|');
    }
    return lines;
}

} // namespace

class TestMoodDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rollupEqualsARecomputation()
    {
        Vault vault;
        const auto database = vault.open();
        QVERIFY(database);
        std::mt19937 chance(7);
        const auto upTo = [&](int count) {
            return static_cast<int>(chance() % static_cast<unsigned>(count));
        };
        QVERIFY(database->sql().transaction());
        for (int i = 0; i < 1500; ++i) {
            change(*database, vault, upTo(6), upTo(40) + 1, upTo(12) - 6, upTo(201) - 100, upTo(2) == 0);
            if (i % 25 == 0)
                compare(*database);
        }
        QVERIFY(database->sql().commit());
        compare(*database);
        QVERIFY(ask(*database, QStringLiteral("SELECT count(*) FROM mood_day")).toInt() > 3);
        QCOMPARE(tryRun(*database, QStringLiteral("DELETE FROM check_in")), QString());
        QCOMPARE(ask(*database, QStringLiteral("SELECT count(*) FROM mood_day")).toInt(), 0);
    }

    void refusedValues_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("too pleasant") << QStringLiteral("pleasantness = 101");
        QTest::newRow("too unpleasant") << QStringLiteral("pleasantness = -101");
        QTest::newRow("energy without steps") << QStringLiteral("energy = 5");
        QTest::newRow("one step") << QStringLiteral("steps = 1");
        QTest::newRow("a text") << QStringLiteral("pleasantness = 'good'");
        QTest::newRow("a day that is not the moment's") << QStringLiteral("felt_day = felt_day + 1");
        QTest::newRow("an offset beyond the world") << QStringLiteral("felt_offset_min = 1081");
    }

    void refusedValues()
    {
        QFETCH(QString, change);
        Vault vault;
        const auto database = vault.open();
        insert(*database, vault, 0, 40, false);
        QVERIFY(!tryRun(*database, QStringLiteral("UPDATE check_in SET ") + change).isEmpty());
        compare(*database);
    }

private:
    static void compare(const Database &database)
    {
        QCOMPARE(rows(database, QStringLiteral("SELECT * FROM mood_day ORDER BY 1")),
                 rows(database,
                      QStringLiteral("SELECT felt_day, count(*), sum(pleasantness), min(pleasantness), "
                                     "max(pleasantness), count(energy), coalesce(sum(energy), 0) "
                                     "FROM check_in WHERE deleted_at IS NULL GROUP BY felt_day ORDER BY 1")));
    }

    static void insert(const Database &database, Vault &vault, int day, int mood, bool energy)
    {
        const rapport::domain::Moment felt{day * 86'400'000LL + mood * 1000LL, -600 + mood};
        QSqlQuery query(database.sql());
        QVERIFY(query.prepare(
            QStringLiteral("INSERT INTO check_in (uid, created_utc_ms, created_offset_min, local_day, "
                           "modified_utc_ms, felt_utc_ms, "
                           "felt_offset_min, felt_day, pleasantness, steps, energy, energy_steps) "
                           "VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, 5, ?, ?)")));
        query.addBindValue(vault.newUid().toBytes());
        for (int i = 0; i < 2; ++i) {
            for (const QVariant &value : QVariantList{felt.utcMs, felt.offsetMin, felt.localDay()})
                query.addBindValue(value);
        }
        for (const QVariant &value :
             {QVariant(mood), energy ? QVariant(-mood) : QVariant(), energy ? QVariant(5) : QVariant()})
            query.addBindValue(value);
        QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
    }

    /// One of six things that can happen to a check-in.
    static void change(const Database &database, Vault &vault, int what, int row, int day, int mood,
                       bool energy)
    {
        const auto id = QString::number(row);
        switch (what) {
        case 0:
        case 1:
            insert(database, vault, day, mood, energy);
            break;
        case 2:
            QCOMPARE(tryRun(database, QStringLiteral("UPDATE check_in SET pleasantness = %2 WHERE id = %1")
                                          .arg(id, QString::number(mood))),
                     QString());
            break;
        case 3: // back-dated: to another day
            QCOMPARE(tryRun(database,
                            QStringLiteral("UPDATE check_in SET felt_utc_ms = felt_utc_ms + 86400000 * %2, "
                                           "felt_day = felt_day + %2 WHERE id = %1")
                                .arg(id, QString::number(day))),
                     QString());
            break;
        case 4: // deleted, or brought back
            QCOMPARE(
                tryRun(database, QStringLiteral("UPDATE check_in SET deleted_at = iif(deleted_at IS NULL, 1, "
                                                "NULL) WHERE id = %1")
                                     .arg(id)),
                QString());
            break;
        default:
            QCOMPARE(tryRun(database, QStringLiteral("DELETE FROM check_in WHERE id = %1").arg(id)),
                     QString());
        }
    }
};

QTEST_GUILESS_MAIN(TestMoodDay)
#include "tst_moodday.moc"
