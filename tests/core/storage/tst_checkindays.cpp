// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <limits>

#include "core/storage/CheckInRepository.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::domain;
using namespace rapport::storage;
using namespace rapport::tests;

namespace {

constexpr qint64 msPerMinute = 60'000;
constexpr qint64 msPerDay = 24LL * 60 * msPerMinute;

QList<int> pleasantnessesOf(const Result<QList<CheckIn>> &checkIns)
{
    QList<int> values;
    for (const CheckIn &checkIn : checkIns.value())
        values += checkIn.pleasantness;
    return values;
}

} // namespace

// The days that check-ins lie on, and the pages in which they are read.
class TestCheckInDays : public QObject
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

    void theDayIsThatOfThePlace_data()
    {
        QTest::addColumn<qint64>("utcMs");
        QTest::addColumn<int>("offsetMin");
        QTest::addColumn<int>("day");
        QTest::newRow("midnight, Greenwich") << msPerDay << 0 << 1;
        QTest::newRow("a moment before") << msPerDay - 1 << 0 << 0;
        QTest::newRow("evening in Los Angeles") << msPerDay << -480 << 0;
        QTest::newRow("morning in Kathmandu") << msPerDay - 345 * msPerMinute << 345 << 1;
        QTest::newRow("before 1970") << qint64(-1) << 0 << -1;
        QTest::newRow("before 1970, east of it") << qint64(-1) << 1 << 0;
        QTest::newRow("farthest west, before 1970") << -6LL * 60 * msPerMinute << -1080 << -1;
        QTest::newRow("that, 1 ms earlier") << -6LL * 60 * msPerMinute - 1 << -1080 << -2;
    }

    void theDayIsThatOfThePlace()
    {
        QFETCH(qint64, utcMs);
        QFETCH(int, offsetMin);
        QFETCH(int, day);
        CheckIn given = m_vault->checkIn(40);
        given.felt = {utcMs, offsetMin};
        given.note = QStringLiteral("long ago");
        QVERIFY(checkIns().add(given));
        QCOMPARE(checkIns().days(day, day).value(), QList<CheckIn>{given});
        QCOMPARE(checkIns().moodDays(day, day)->size(), 1);
        QCOMPARE(checkIns().days(day + 1, day + 9)->size(), 0);
        QCOMPARE(checkIns().days(day - 9, day - 1)->size(), 0);
    }

    void aTravellersDaysNeverMerge()
    {
        // Flying west: the later moment lies on the earlier day.
        CheckIn tokyo = m_vault->checkIn(40);
        tokyo.felt = {20'000LL * msPerDay - 60 * msPerMinute, 540}; // 08:00
        CheckIn hawaii = m_vault->checkIn(-40);
        hawaii.felt = {20'000LL * msPerDay + 5LL * 60 * msPerMinute, -600}; // 19:00 the day before
        QVERIFY(checkIns().add(tokyo));
        QVERIFY(checkIns().add(hawaii));
        QCOMPARE(pleasantnessesOf(checkIns().page(std::nullopt, 9)), (QList<int>{40, -40}));
        const auto days = checkIns().moodDays(19'990, 20'010);
        QCOMPARE(days->size(), 2);
        QCOMPARE(days->at(0), (MoodDay{19'999, 1, -40, -40, -40, 0, 0}));
        QCOMPARE(days->at(1), (MoodDay{20'000, 1, 40, 40, 40, 0, 0}));
    }

    void theOnlyOneOfADayTakesTheDayWithIt()
    {
        const CheckIn only = add(0, 0);
        QVERIFY(checkIns().remove(only.record.uid, momentAt(1)));
        QVERIFY(checkIns().moodDays(0, 100'000)->isEmpty());
        QVERIFY(checkIns().daysBefore(100'000, 9)->isEmpty());
    }

    void oneThousandInPages()
    {
        constexpr int count = 1'000;
        QVERIFY(fill(count));
        QList<CheckIn> all;
        std::optional<CheckIn> last;
        int pages = 0;
        for (;; ++pages) {
            const auto page = checkIns().page(last, 64);
            QVERIFY(page);
            if (page->isEmpty())
                break;
            all += *page;
            last = page->last();
        }
        QCOMPARE(pages, 16);
        QCOMPARE(all.size(), count);
        for (int i = 0; i < count; ++i)
            QCOMPARE(all.at(i).felt, momentAt((count - 1LL - i) * 97));
        QCOMPARE(checkIns().days(0, 100'000).value(), all);

        // And the days, in pages as well.
        QList<qint32> days;
        for (qint32 before = std::numeric_limits<qint32>::max();;) {
            const auto page = checkIns().daysBefore(before, 10);
            if (page->isEmpty())
                break;
            days += *page;
            before = page->last();
        }
        QList<qint32> counted;
        const auto moodDays = checkIns().moodDays(0, 100'000);
        for (const MoodDay &day : *moodDays)
            counted.prepend(day.day);
        QCOMPARE(days, counted);
        QCOMPARE(days.size(), 68);
    }

    void aPageGoesOnAfterADeletedOne()
    {
        for (int i = 0; i < 4; ++i)
            add(i, i);
        const auto firstPage = checkIns().page(std::nullopt, 2);
        QVERIFY(checkIns().remove(firstPage->last().record.uid, momentAt(9)));
        QCOMPARE(pleasantnessesOf(checkIns().page(firstPage->last(), 9)), (QList<int>{1, 0}));
        QVERIFY(checkIns().page(std::nullopt, 0)->isEmpty());
        QVERIFY(checkIns().page(std::nullopt, -1)->isEmpty());
    }

    void severalInOneMillisecond()
    {
        // An import knows minutes at best.
        for (int i = 0; i < 5; ++i)
            add(i, 0);
        const auto all = checkIns().page(std::nullopt, 9);
        QCOMPARE(all->size(), 5);
        QList<CheckIn> paged = checkIns().page(std::nullopt, 2).value();
        paged += checkIns().page(paged.last(), 9).value();
        QCOMPARE(paged, *all);
    }

private:
    CheckInRepository checkIns() { return CheckInRepository(*m_database); }

    CheckIn add(int pleasantness, qint64 minutesLater)
    {
        return checkIns().add(m_vault->checkIn(pleasantness, minutesLater)).value();
    }

    /// Puts in check-ins 97 minutes apart past the repository, in one transaction.
    bool fill(int count)
    {
        QSqlQuery query(m_database->sql());
        bool fine = m_database->sql().transaction() &&
                    query.prepare(QStringLiteral(
                        "INSERT INTO check_in (uid, created_utc_ms, created_offset_min, local_day, "
                        "modified_utc_ms, felt_utc_ms, felt_offset_min, felt_day, pleasantness, steps) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 5)"));
        for (int i = 0; fine && i < count; ++i) {
            const CheckIn row = m_vault->checkIn(i % 201 - 100, i * 97LL);
            const QVariantList moment{row.felt.utcMs, row.felt.offsetMin, row.felt.localDay()};
            for (const QVariant &value : QVariantList{row.record.uid.toBytes()} + moment +
                                             QVariantList{row.felt.utcMs} + moment +
                                             QVariantList{row.pleasantness})
                query.addBindValue(value);
            fine = query.exec();
        }
        return fine && m_database->sql().commit();
    }

    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestCheckInDays)
#include "tst_checkindays.moc"
