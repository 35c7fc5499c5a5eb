// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QLocale>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTest>

#include "app/NextSession.h"
#include "tests/app/OpenVault.h"

using namespace rapport::app;
using namespace rapport::tests;

// The clock begins on Monday, 2 March 2026, 09:00.

class TestNextSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<OpenVault>();
        start();
    }

    void cleanup()
    {
        m_session.reset();
        m_vault.reset();
    }

    void nothingIsKnownAtFirst()
    {
        QVERIFY(!m_session->nextKnown());
        QCOMPARE(m_session->nearness(), NextSession::None);
        QCOMPARE(m_session->headline(), QStringLiteral("Monday 2 March"));
        QCOMPARE(m_session->dayName(), QStringLiteral("Monday"));
        QVERIFY(!m_session->editIsPast());
    }

    void editingBeginsAWeekFromToday()
    {
        QSignalSpy edits(m_session.get(), &NextSession::editChanged);
        m_session->edit();
        QCOMPARE(edits.size(), 1);
        QCOMPARE(m_session->editDate(), QDate(2026, 3, 9));
        QCOMPARE(m_session->editDay(), QStringLiteral("Monday 9 March"));
        QCOMPARE(m_session->editTime(), QStringLiteral("14:00"));
        QVERIFY(!m_session->editIsPast());
    }

    void steps_data()
    {
        QTest::addColumn<QString>("steps"); // days d, weeks w, quarters q
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("time");
        QTest::newRow("a day on") << "d1" << QDate(2026, 3, 10) << "14:00";
        QTest::newRow("a day back") << "d-1" << QDate(2026, 3, 8) << "14:00";
        QTest::newRow("a week on") << "w1" << QDate(2026, 3, 16) << "14:00";
        QTest::newRow("back to today") << "w-1" << QDate(2026, 3, 2) << "14:00";
        QTest::newRow("not before today") << "w-2" << QDate(2026, 3, 2) << "14:00";
        QTest::newRow("not before today by days") << "d-8" << QDate(2026, 3, 2) << "14:00";
        QTest::newRow("a quarter on") << "q1" << QDate(2026, 3, 9) << "14:15";
        QTest::newRow("a quarter back") << "q-1" << QDate(2026, 3, 9) << "13:45";
        QTest::newRow("round midnight") << "q40" << QDate(2026, 3, 9) << "00:00";
        QTest::newRow("round midnight back") << "q-57" << QDate(2026, 3, 9) << "23:45";
        QTest::newRow("several days round") << "q200" << QDate(2026, 3, 9) << "16:00";
        QTest::newRow("several days back") << "q-200" << QDate(2026, 3, 9) << "12:00";
        QTest::newRow("together") << "w1 d2 q2" << QDate(2026, 3, 18) << "14:30";
        QTest::newRow("into another month") << "w4" << QDate(2026, 4, 6) << "14:00";
    }

    void steps()
    {
        QFETCH(QString, steps);
        QFETCH(QDate, day);
        QFETCH(QString, time);
        m_session->edit();
        step(steps);
        QCOMPARE(m_session->editDate(), day);
        QCOMPARE(m_session->editTime(), time);
    }

    void savingKeepsItForLater()
    {
        set("d-6 q-12"); // tomorrow at eleven
        QVERIFY(m_session->nextKnown());
        QCOMPARE(m_session->headline(), QStringLiteral("Next session tomorrow, 11:00"));
        QCOMPARE(m_session->session()->zone, QByteArray("Europe/Madrid"));
        start();
        QCOMPARE(m_session->headline(), QStringLiteral("Next session tomorrow, 11:00"));
    }

    void savingAgainMovesTheSameSession()
    {
        set("");
        const auto first = *m_session->session();
        m_session->edit();
        QCOMPARE(m_session->editDate(), QDate(2026, 3, 9));
        set("d3 q1");
        QCOMPARE(m_session->session()->record.uid, first.record.uid);
        QCOMPARE(m_session->session()->date, QDate(2026, 3, 12));
        QCOMPARE(m_session->session()->time, QTime(14, 15));
        QCOMPARE(sessions(), 1);
    }

    void afterASessionTheNextIsANewOne()
    {
        set("w-1 q-8"); // today at noon
        const auto first = *m_session->session();
        m_vault->clock.set(QDate(2026, 3, 2), QTime(13, 0));
        m_session->edit();
        QCOMPARE(m_session->editDate(), QDate(2026, 3, 9)); // a week on, at the time it had
        QCOMPARE(m_session->editTime(), QStringLiteral("12:00"));
        set("");
        QCOMPARE(sessions(), 2);
        QCOMPARE(m_session->session()->record.uid, first.record.uid); // it was today
        QCOMPARE(m_session->nearness(), NextSession::After);
        QCOMPARE(m_session->nextWords(), QStringLiteral("Next session 9 March, 12:00"));
    }

    void afterASessionTheNextOneCanBeChanged()
    {
        set("w-1 q-8"); // today at noon
        m_vault->clock.set(QDate(2026, 3, 2), QTime(13, 0));
        set("");
        const auto next = *m_session->next();
        m_session->edit();
        QCOMPARE(m_session->editDate(), next.date);
        set("d1 q4");
        QCOMPARE(sessions(), 2); // and not a third
        QCOMPARE(m_session->next()->record.uid, next.record.uid);
        QCOMPARE(m_session->next()->date, QDate(2026, 3, 10));
        QCOMPARE(m_session->next()->time, QTime(13, 0));
        QCOMPARE(m_session->nearness(), NextSession::After);

        m_session->remove();
        QTRY_VERIFY(!m_session->nextKnown());
        QCOMPARE(sessions(), 1);
        QCOMPARE(m_session->nearness(), NextSession::After); // the one that was stays
        QCOMPARE(m_session->nextWords(), QString());
    }

    void goingInEarlyAndBack()
    {
        set("d-6 q-20"); // tomorrow at nine
        QCOMPARE(m_session->nearness(), NextSession::Within24h);
        QVERIFY(!m_session->goingIn());
        m_session->goIn();
        QCOMPARE(m_session->nearness(), NextSession::AboutTo);
        QVERIFY(m_session->goingIn());
        start(); // after a restart, too
        QCOMPARE(m_session->nearness(), NextSession::AboutTo);
        m_session->stayOut();
        QCOMPARE(m_session->nearness(), NextSession::Within24h);
        start();
        QCOMPARE(m_session->nearness(), NextSession::Within24h);

        m_session->goIn();
        m_vault->clock.set(QDate(2026, 3, 3), QTime(8, 45));
        m_session->refresh();
        QCOMPARE(m_session->nearness(), NextSession::AboutTo);
        QVERIFY(!m_session->goingIn()); // by the clock now: nothing to take back
        m_vault->clock.set(QDate(2026, 3, 3), QTime(9, 0));
        m_session->refresh();
        QCOMPARE(m_session->nearness(), NextSession::After);
    }

    void goingInIsOverOnceTheSessionIsMoved()
    {
        set("d-6 q-20"); // tomorrow at nine
        m_session->goIn();
        set("q-4");
        QCOMPARE(m_session->nearness(), NextSession::Within24h);
    }

    void askedAfterItUntilItIsTold()
    {
        set("w-1 q-8"); // today at noon
        QVERIFY(!m_session->asksAfter());
        m_vault->clock.set(QDate(2026, 3, 2), QTime(13, 0));
        m_session->refresh();
        QVERIFY(m_session->asksAfter());
        QVERIFY(!m_session->canStillTell());

        m_session->askLater();
        QVERIFY(!m_session->asksAfter());
        QVERIFY(m_session->canStillTell());
        start(); // a restart does not ask again
        QVERIFY(!m_session->asksAfter());
        m_vault->clock.set(QDate(2026, 3, 3), QTime(8, 0));
        m_session->refresh(); // but the next day does
        QVERIFY(m_session->asksAfter());

        m_session->settle();
        QVERIFY(!m_session->asksAfter());
        QVERIFY(!m_session->canStillTell());
        start();
        QVERIFY(!m_session->asksAfter());
        m_session->askAgain();
        QVERIFY(m_session->asksAfter());
        m_vault->clock.set(QDate(2026, 3, 4), QTime(0, 0));
        m_session->refresh(); // it is over for good
        QVERIFY(!m_session->asksAfter());
        QVERIFY(!m_session->canStillTell());
    }

    void onceItIsToldTheNextOneLeads()
    {
        set("w-1 q-8"); // today at noon
        m_vault->clock.set(QDate(2026, 3, 2), QTime(13, 0));
        set(""); // and in a week
        QCOMPARE(m_session->nearness(), NextSession::After);
        m_session->settle();
        QCOMPARE(m_session->nearness(), NextSession::Far);
        QCOMPARE(m_session->headline(), QStringLiteral("Next session 9 March, 12:00"));
        m_session->askAgain();
        QCOMPARE(m_session->nearness(), NextSession::After);
    }

    void aMarkThatCannotBeKeptHoldsNobodyUp()
    {
        set("d-6 q-20");
        m_vault->close();
        m_session->goIn();
        QCOMPARE(m_session->nearness(), NextSession::AboutTo);
        QTRY_VERIFY(!m_session->problem().isEmpty());
        QCOMPARE(m_session->nearness(), NextSession::AboutTo);
    }

    void removing()
    {
        set("");
        QSignalSpy saved(m_session.get(), &NextSession::saved);
        m_session->remove();
        QTRY_VERIFY(!m_session->nextKnown());
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(m_session->headline(), QStringLiteral("Monday 2 March"));
        start();
        QVERIFY(!m_session->nextKnown());
        m_session->remove(); // of nothing
        m_vault->settle();
        QCOMPARE(m_session->problem(), QString());
    }

    void theHeadlineGoesWithTheClock_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<int>("nearness");
        QTest::addColumn<QString>("headline");
        // the session is on Wednesday, 18 March, 14:00
        const QDate wednesday(2026, 3, 18);
        QTest::newRow("weeks ahead") << QDate(2026, 3, 2) << QTime(9, 0) << int(NextSession::Far)
                                     << "Next session 18 March, 14:00";
        QTest::newRow("a week ahead")
            << QDate(2026, 3, 11) << QTime(9, 0) << int(NextSession::Far) << "Next session 18 March, 14:00";
        QTest::newRow("six days ahead")
            << QDate(2026, 3, 12) << QTime(9, 0) << int(NextSession::Far) << "Next session Wednesday, 14:00";
        QTest::newRow("over a day") << QDate(2026, 3, 17) << QTime(13, 59) << int(NextSession::Far)
                                    << "Next session tomorrow, 14:00";
        QTest::newRow("a day") << QDate(2026, 3, 17) << QTime(14, 0) << int(NextSession::Within24h)
                               << "Next session tomorrow, 14:00";
        QTest::newRow("that morning")
            << wednesday << QTime(8, 0) << int(NextSession::Within24h) << "Next session today, 14:00";
        QTest::newRow("half an hour")
            << wednesday << QTime(13, 30) << int(NextSession::AboutTo) << "Next session today, 14:00";
        QTest::newRow("a minute") << wednesday << QTime(13, 59) << int(NextSession::AboutTo)
                                  << "Next session today, 14:00";
        QTest::newRow("it begins") << wednesday << QTime(14, 0) << int(NextSession::After)
                                   << "Your session was today";
        QTest::newRow("late that night")
            << wednesday << QTime(23, 59) << int(NextSession::After) << "Your session was today";
        QTest::newRow("the day after")
            << QDate(2026, 3, 19) << QTime(23, 59) << int(NextSession::After) << "Your session was yesterday";
        QTest::newRow("it is over") << QDate(2026, 3, 20) << QTime(0, 0) << int(NextSession::None)
                                    << "Friday 20 March";
    }

    void theHeadlineGoesWithTheClock()
    {
        QFETCH(QDate, day);
        QFETCH(QTime, time);
        QFETCH(int, nearness);
        QFETCH(QString, headline);
        set("d9");
        QCOMPARE(m_session->session()->date, QDate(2026, 3, 18));
        QSignalSpy changes(m_session.get(), &NextSession::changed);
        m_vault->clock.set(day, time);
        m_session->refresh();
        QTRY_VERIFY(!changes.isEmpty());
        QCOMPARE(int(m_session->nearness()), nearness);
        QCOMPARE(m_session->headline(), headline);
    }

    void theNextOneTakesOverInTime()
    {
        set("w-1 q-8"); // today at noon
        m_vault->clock.set(QDate(2026, 3, 2), QTime(13, 0));
        m_session->edit();
        set("d-6 q-8"); // tomorrow at ten
        QCOMPARE(m_session->headline(), QStringLiteral("Your session was today"));
        m_vault->clock.set(QDate(2026, 3, 3), QTime(9, 29));
        m_session->refresh();
        m_vault->settle();
        QCOMPARE(m_session->headline(), QStringLiteral("Your session was yesterday"));
        m_vault->clock.set(QDate(2026, 3, 3), QTime(9, 30));
        m_session->refresh();
        QTRY_COMPARE(m_session->nearness(), NextSession::AboutTo);
        QCOMPARE(m_session->headline(), QStringLiteral("Next session today, 10:00"));
    }

    void aDateInThePastShowsAsTheClockMoves()
    {
        m_session->edit();
        step(QStringLiteral("w-1 q-19")); // today, 09:15
        QCOMPARE(m_session->editTime(), QStringLiteral("09:15"));
        QVERIFY(!m_session->editIsPast());
        QSignalSpy edits(m_session.get(), &NextSession::editChanged);
        m_vault->clock.advance(15 * 60);
        m_session->refresh();
        QVERIFY(m_session->editIsPast());
        QCOMPARE(edits.size(), 1); // or a screen that shows it would not know
        m_session->stepQuarters(1);
        QVERIFY(!m_session->editIsPast());
    }

    void failuresAreSaid()
    {
        m_session->edit();
        m_vault->close();
        QSignalSpy saved(m_session.get(), &NextSession::saved);
        m_session->save();
        QTRY_VERIFY(!m_session->problem().isEmpty());
        QVERIFY(saved.isEmpty());
        QVERIFY(!m_session->nextKnown());
        QCOMPARE(m_session->editDate(), QDate(2026, 3, 9));
        m_vault->open();
        m_session->edit();
        QCOMPARE(m_session->problem(), QString());
    }

private:
    /// As after a start of the app.
    void start()
    {
        m_session = std::make_unique<NextSession>(m_vault->environment, nullptr);
        m_vault->settle();
    }

    void step(const QString &steps)
    {
        for (const QString &one : steps.split(u' ', Qt::SkipEmptyParts)) {
            const int by = one.mid(1).toInt();
            if (one.startsWith(u'd'))
                m_session->stepDays(by);
            else if (one.startsWith(u'w'))
                m_session->stepWeeks(by);
            else
                m_session->stepQuarters(by);
        }
    }

    void set(const char *steps)
    {
        QSignalSpy saved(m_session.get(), &NextSession::saved);
        m_session->edit();
        step(QString::fromLatin1(steps));
        m_session->save();
        QTRY_COMPARE(saved.size(), 1);
        m_vault->settle();
        QCOMPARE(m_session->problem(), QString());
    }

    int sessions()
    {
        return m_vault
            ->ask<int>([](rapport::storage::Database &db) -> rapport::storage::Result<int> {
                QSqlQuery query(db.sql());
                query.exec(QStringLiteral("SELECT count(*) FROM session WHERE deleted_at IS NULL"));
                return query.next() ? query.value(0).toInt() : -1;
            })
            .value();
    }

    std::unique_ptr<OpenVault> m_vault;
    std::unique_ptr<NextSession> m_session;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    TestNextSession test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_nextsession.moc"
