// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/DraftRepository.h"
#include "core/storage/SessionRepository.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::domain;
using namespace rapport::storage;
using namespace rapport::tests;

/// Sessions, and the small tables beside them: drafts and settings.
class TestSessionRepository : public QObject
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

    void savedAndMoved()
    {
        SessionRepository sessions(*m_database);
        Session session = sessionOn(QDate(2026, 3, 5), QTime(10, 30));
        QCOMPARE(sessions.save(session).value(), session);
        session.date = QDate(2026, 7, 6);
        session.time = QTime(0, 5);
        session.zone = "America/New_York";
        session.record.modifiedUtcMs += 5;
        QCOMPARE(sessions.save(session).value(), session);
        QCOMPARE(ask(*m_database, QStringLiteral("SELECT count(*) FROM session")).toInt(), 1);
        QCOMPARE(ask(*m_database, QStringLiteral("SELECT utc_ms FROM session")).toLongLong(),
                 session.utcMs());
        QCOMPARE(ask(*m_database, QStringLiteral("SELECT date || time || zone FROM session")).toString(),
                 QStringLiteral("2026-07-0600:05America/New_York"));
    }

    void previousIsTheLastThatBegan()
    {
        SessionRepository sessions(*m_database);
        const Moment now = momentAt(0); // 2 March 2026, 09:00 in Madrid
        QCOMPARE(sessions.previous(now).value(), std::nullopt);
        const Session older = sessionOn(QDate(2026, 2, 20), QTime(9, 0));
        const Session last = sessionOn(QDate(2026, 2, 27), QTime(9, 0));
        for (const Session &session : {last, older, sessionOn(QDate(2026, 3, 2), QTime(9, 0)),
                                       sessionOn(QDate(2026, 3, 9), QTime(9, 0))})
            QVERIFY(sessions.save(session));
        QCOMPARE(sessions.previous(now).value(), last);
        QVERIFY(sessions.remove(last.record.uid, now));
        QCOMPARE(sessions.previous(now).value(), older);
    }

    void withoutADateOrTimeRefused()
    {
        SessionRepository sessions(*m_database);
        QCOMPARE(sessions.save(sessionOn({}, QTime(10, 0))).error().kind, Error::Refused);
        QCOMPARE(sessions.save(sessionOn(QDate(2026, 3, 5), {})).error().kind, Error::Refused);
    }

    void currentIsTheOneTodaySpeaksOf()
    {
        SessionRepository sessions(*m_database);
        const Moment now = momentAt(0); // 2 March 2026, 09:00 in Madrid
        QCOMPARE(sessions.current(now).value(), std::nullopt);
        const Session longAgo = sessionOn(QDate(2026, 2, 20), QTime(9, 0));
        const Session next = sessionOn(QDate(2026, 3, 9), QTime(9, 0));
        const Session later = sessionOn(QDate(2026, 3, 16), QTime(9, 0));
        for (const Session &session : {later, longAgo, next})
            QVERIFY(sessions.save(session));
        QCOMPARE(sessions.current(now).value(), std::optional(next));

        const Session yesterday = sessionOn(QDate(2026, 3, 1), QTime(18, 0));
        QVERIFY(sessions.save(yesterday));
        QCOMPARE(sessions.current(now).value(), std::optional(yesterday));
        const Session soon = sessionOn(QDate(2026, 3, 2), QTime(9, 20));
        QVERIFY(sessions.save(soon));
        QCOMPARE(sessions.current(now).value(), std::optional(soon));

        QVERIFY(sessions.remove(soon.record.uid, now));
        QCOMPARE(sessions.remove(soon.record.uid, now).error().kind, Error::NotFound);
        QCOMPARE(sessions.current(now).value(), std::optional(yesterday));
        QVERIFY(sessions.save(soon)); // back again
        QCOMPARE(sessions.current(now).value(), std::optional(soon));
        QVERIFY(sessions.remove(soon.record.uid, now));
        QCOMPARE(sessions.purge(now.utcMs + 1).value(), 1);
    }

    void currentReadsTheRulesOfTodayNotTheCache()
    {
        SessionRepository sessions(*m_database);
        const Session session = sessionOn(QDate(2026, 3, 2), QTime(9, 20));
        QVERIFY(sessions.save(session));
        QCOMPARE(tryRun(*m_database, QStringLiteral("UPDATE session SET utc_ms = 0")), QString());
        QCOMPARE(sessions.current(momentAt(0)).value(), std::optional(session));
    }

    void cancelledIsNotCurrent()
    {
        SessionRepository sessions(*m_database);
        QVERIFY(sessions.save(sessionOn(QDate(2026, 3, 2), QTime(9, 20))));
        QCOMPARE(tryRun(*m_database, QStringLiteral("UPDATE session SET status = 'cancelled'")), QString());
        QCOMPARE(sessions.current(momentAt(0)).value(), std::nullopt);
    }

    void drafts()
    {
        DraftRepository drafts(*m_database);
        const QString today = QStringLiteral("today");
        QCOMPARE(drafts.text(today).value(), QString());
        const QString typed =
            QString::fromUtf8("half a sen 🙂\n ") + QChar(u'\0') + QStringLiteral("after NUL");
        QVERIFY(drafts.save(today, QStringLiteral("half"), 1));
        QVERIFY(drafts.save(today, typed, 2));
        QVERIFY(drafts.save(QStringLiteral("card:x"), QStringLiteral("other"), 2));
        m_database.reset();
        m_database = m_vault->open();
        DraftRepository again(*m_database);
        QCOMPARE(again.text(today).value(), typed);
        QVERIFY(again.save(today, {}, 3));
        QCOMPARE(again.text(today).value(), QString());
        QCOMPARE(ask(*m_database, QStringLiteral("SELECT count(*) FROM draft")).toInt(), 1);
        QVERIFY(!pagesHold(*m_database, "half a sen"));
    }

    void settings()
    {
        SettingRepository settings(*m_database);
        QCOMPARE(settings.value(QStringLiteral("a")).value(), QString());
        QVERIFY(settings.save(QStringLiteral("a"), QStringLiteral("1")));
        QVERIFY(settings.save(QStringLiteral("a"), QStringLiteral("2")));
        QVERIFY(settings.save(QStringLiteral("b"), QString()));
        QCOMPARE(settings.value(QStringLiteral("a")).value(), QStringLiteral("2"));
        QCOMPARE(settings.value(QStringLiteral("b")).value(), QString());
    }

private:
    Session sessionOn(const QDate &date, const QTime &time)
    {
        Session session;
        session.record.uid = m_vault->newUid();
        session.record.created = momentAt(-1000);
        session.date = date;
        session.time = time;
        session.zone = "Europe/Madrid";
        return session;
    }

    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestSessionRepository)
#include "tst_sessionrepository.moc"
