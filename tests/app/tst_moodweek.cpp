// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QAbstractItemModelTester>
#include <QTest>

#include "app/MoodWeek.h"
#include "core/storage/CheckInRepository.h"
#include "tests/app/OpenVault.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::domain;
using namespace rapport::tests;

// Today is Monday, 2 March 2026.
class TestMoodWeek : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_vault = std::make_unique<OpenVault>();
    }

    void cleanup()
    {
        m_tester.reset();
        m_week.reset();
        m_vault.reset();
    }

    void aWeekWithoutCheckInsIsEmpty()
    {
        start();
        QCOMPARE(m_week->status(), MoodWeek::Loading);
        m_week->showLatest();
        QTRY_COMPARE(m_week->status(), MoodWeek::Empty);
        QCOMPARE(m_week->rowCount(), 7);
        QCOMPARE(m_week->title(), QStringLiteral("This week"));
        QVERIFY(m_week->isLatest());
        for (int day = 0; day < 7; ++day) {
            QCOMPARE(of(day, MoodWeek::ThereRole).toBool(), false);
            QCOMPARE(of(day, MoodWeek::LowestRole).toInt(), -1);
            QCOMPARE(of(day, MoodWeek::SentenceRole).toString(), QString()); // nothing about absence
        }
    }

    void onlyDaysThatAreThereAreFilled()
    {
        store(QDate(2026, 3, 2), {-40, 40, 0});
        store(QDate(2026, 3, 4), {80});
        store(QDate(2026, 3, 1), {-80}); // Sunday, the week before
        start();
        m_week->showLatest();
        QTRY_COMPARE(m_week->status(), MoodWeek::Ready);
        QCOMPARE(there(), QStringLiteral("x.x...."));
        QCOMPARE(of(0, MoodWeek::LowestRole).toInt(), 1);
        QCOMPARE(of(0, MoodWeek::HighestRole).toInt(), 3);
        QCOMPARE(of(0, MoodWeek::MeanRole).toInt(), 2);
        QCOMPARE(of(0, MoodWeek::ShortNameRole).toString(), QStringLiteral("Mon"));
        QCOMPARE(of(0, MoodWeek::DayRole).toString(), QStringLiteral("Monday 2 March"));
        QVERIFY(of(2, MoodWeek::WordsRole).toString().startsWith(QStringLiteral("very good; 1 check-in")));
        QVERIFY(of(2, MoodWeek::SentenceRole)
                    .toString()
                    .startsWith(QStringLiteral("Wednesday 4 March: very good")));
        const auto roles = m_week->roleNames();
        for (auto role = roles.keyBegin(); role != roles.keyEnd(); ++role)
            QVERIFY2(of(0, *role).isValid(), roles.value(*role).constData());
    }

    void earlierAndLater()
    {
        store(QDate(2026, 3, 1), {-80});
        store(QDate(2026, 2, 16), {40});
        start();
        m_week->showLatest();
        QTRY_COMPARE(m_week->status(), MoodWeek::Empty);
        m_week->later(); // there is none yet
        m_week->earlier();
        QTRY_COMPARE(m_week->status(), MoodWeek::Ready);
        QCOMPARE(m_week->title(), QStringLiteral("Last week"));
        QVERIFY(!m_week->isLatest());
        QCOMPARE(there(), QStringLiteral("......x"));
        m_week->earlier();
        QTRY_COMPARE(there(), QStringLiteral("x......"));
        QCOMPARE(m_week->title(), QStringLiteral("16 February to 22 February"));
        m_week->later();
        m_week->later();
        QTRY_VERIFY(m_week->isLatest());
        QTRY_COMPARE(m_week->status(), MoodWeek::Empty);
    }

    void whoPressesQuicklyGetsTheLastWeek()
    {
        store(QDate(2026, 2, 16), {40});
        start();
        m_week->showLatest();
        m_week->earlier();
        m_week->earlier();
        QTRY_COMPARE(m_week->status(), MoodWeek::Ready);
        m_vault->settle();
        QCOMPARE(there(), QStringLiteral("x......"));
    }

    void theWeekBeginsAsTheCountryHasIt()
    {
        store(QDate(2026, 3, 1), {-80});
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); // Sunday
        start();
        m_week->showLatest();
        QTRY_COMPARE(m_week->status(), MoodWeek::Ready);
        QCOMPARE(there(), QStringLiteral("x......"));
        QCOMPARE(of(0, MoodWeek::ShortNameRole).toString(), QStringLiteral("Sun"));
    }

    void aChangeIsReadAnew()
    {
        start();
        m_week->showLatest();
        QTRY_COMPARE(m_week->status(), MoodWeek::Empty);
        store(QDate(2026, 3, 2), {0});
        m_week->load();
        QTRY_COMPARE(m_week->status(), MoodWeek::Ready);
    }

    void aClosedVaultFailsAndCanBeReadAgain()
    {
        start();
        m_vault->close();
        m_week->showLatest();
        QTRY_COMPARE(m_week->status(), MoodWeek::Failed);
        QVERIFY(!m_week->problem().isEmpty());
        m_vault->open();
        m_week->load();
        QTRY_COMPARE(m_week->status(), MoodWeek::Empty);
        QCOMPARE(m_week->problem(), QString());
    }

private:
    void start()
    {
        m_week = std::make_unique<MoodWeek>(m_vault->environment, nullptr);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_week.get());
    }

    QVariant of(int day, int role) const { return m_week->index(day).data(role); }

    QString there() const
    {
        QString days;
        for (int day = 0; day < m_week->rowCount(); ++day)
            days += of(day, MoodWeek::ThereRole).toBool() ? u'x' : u'.';
        return days;
    }

    void store(QDate date, const QList<int> &felt)
    {
        for (int value : felt) {
            CheckIn checkIn;
            checkIn.felt = {QDateTime(date, QTime(12, 0), Qt::UTC).toMSecsSinceEpoch(), 0};
            checkIn.record.created = checkIn.felt;
            checkIn.record.uid = Uid::create(checkIn.felt.utcMs, m_vault->chance);
            checkIn.pleasantness = value;
            QVERIFY(m_vault->ask<CheckIn>(
                [checkIn](storage::Database &db) { return storage::CheckInRepository(db).add(checkIn); }));
        }
    }

    std::unique_ptr<OpenVault> m_vault;
    std::unique_ptr<MoodWeek> m_week;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestMoodWeek)
#include "tst_moodweek.moc"
