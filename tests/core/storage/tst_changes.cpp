// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/domain/Session.h"
#include "core/storage/CardRepository.h"
#include "core/storage/Changes.h"
#include "core/storage/CheckInRepository.h"
#include "core/storage/SessionRepository.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::domain;
using namespace rapport::storage;
using namespace rapport::tests;

namespace {

constexpr qint64 day = qint64{24} * 60;

} // namespace

class TestChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<Vault>();
        m_database = m_vault->open();
        QVERIFY(m_database);
    }

    void cleanup()
    {
        m_database.reset();
        m_vault.reset();
    }

    void nothingIsThere()
    {
        QCOMPARE(firstKept(*m_database).value(), std::nullopt);
        QCOMPARE(changedAfter(*m_database, 0).value(), false);
    }

    void theOldestOfWhatIsThere()
    {
        CardRepository cards(*m_database);
        const Card gone = cards.add(m_vault->card(QStringLiteral("gone"), -30 * day)).value();
        QVERIFY(CheckInRepository(*m_database).add(m_vault->checkIn(40, -20 * day)));
        QVERIFY(cards.add(m_vault->card(QStringLiteral("there"), -10 * day)));
        QCOMPARE(firstKept(*m_database).value(), momentAt(-30 * day).utcMs);
        QVERIFY(cards.remove(gone.record.uid, momentAt(0)));
        QCOMPARE(firstKept(*m_database).value(), momentAt(-20 * day).utcMs);
    }

    void changed_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("a card") << 0;
        QTest::newRow("a mood") << 1;
        QTest::newRow("a session") << 2;
    }
    void changed()
    {
        QFETCH(const int, what);
        if (what == 0) {
            QVERIFY(CardRepository(*m_database).add(m_vault->card(QStringLiteral("one"))));
        } else if (what == 1) {
            QVERIFY(CheckInRepository(*m_database).add(m_vault->checkIn(40)));
        } else {
            Session session;
            session.record = m_vault->card({}).record;
            session.date = QDate(2026, 3, 9);
            session.time = QTime(14, 0);
            QVERIFY(SessionRepository(*m_database).save(session));
        }
        QCOMPARE(changedAfter(*m_database, momentAt(0).utcMs - 1).value(), true);
        QCOMPARE(changedAfter(*m_database, momentAt(0).utcMs).value(), false);
    }

    void anEditCountsAndADeletionDoesNot()
    {
        CardRepository cards(*m_database);
        const Card made = cards.add(m_vault->card(QStringLiteral("one"))).value();
        QCOMPARE(changedAfter(*m_database, momentAt(0).utcMs).value(), false);
        Card edited = made;
        edited.text = QStringLiteral("one, better");
        QVERIFY(cards.update(edited, momentAt(day)));
        QCOMPARE(changedAfter(*m_database, momentAt(0).utcMs).value(), true);
        QVERIFY(cards.remove(made.record.uid, momentAt(2 * day)));
        QCOMPARE(changedAfter(*m_database, momentAt(0).utcMs).value(), false);
    }

    // A start asks for it, in a vault of whatever size.
    void theDaysHaveAnIndex()
    {
        QSqlQuery plan(m_database->sql());
        QVERIFY(plan.exec(QStringLiteral("EXPLAIN QUERY PLAN SELECT created_utc_ms FROM check_in "
                                         "WHERE deleted_at IS NULL ORDER BY local_day LIMIT 1")));
        QVERIFY(plan.next());
        QVERIFY2(plan.value(3).toString().contains(QLatin1String("check_in_by_day")),
                 qPrintable(plan.value(3).toString()));
    }

private:
    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
