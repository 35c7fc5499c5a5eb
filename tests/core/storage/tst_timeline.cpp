// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/CardRepository.h"
#include "core/storage/CheckInRepository.h"
#include "core/storage/PauseRepository.h"
#include "core/storage/SessionRepository.h"
#include "core/storage/Timeline.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::domain;
using namespace rapport::storage;
using namespace rapport::tests;

namespace {

constexpr qint64 minutesPerDay = 24LL * 60;
constexpr qint32 farAhead = 2'932'896;

/// 2026-03-02.
qint32 firstDay()
{
    return momentAt(0).localDay();
}

} // namespace

class TestTimeline : public QObject
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

    void nothingHappened()
    {
        QVERIFY(timeline().daysBefore(farAhead, 10, momentAt(0))->isEmpty());
        QVERIFY(timeline().cards(0, farAhead)->isEmpty());
        QVERIFY(timeline().sessions(0, farAhead, momentAt(0))->isEmpty());
    }

    void daysOfEveryKindOnceAndInOrder()
    {
        QVERIFY(CheckInRepository(*m_database).add(m_vault->checkIn(0, 0)));
        addCard("a", 10); // the same day
        addCard("b", 3 * minutesPerDay);
        say(addCard("c", 3 * minutesPerDay), CardState::Said, 5 * minutesPerDay);
        addPause(6 * minutesPerDay, true);
        addPause(7 * minutesPerDay, false); // it runs
        addSession(QDate(2026, 3, 10));
        addSession(QDate(2026, 3, 20)); // not yet
        const Moment now = momentAt(10LL * minutesPerDay);
        const QList<qint32> all = timeline().daysBefore(farAhead, 10, now).value();
        QCOMPARE(all,
                 (QList<qint32>{firstDay() + 8, firstDay() + 6, firstDay() + 5, firstDay() + 3, firstDay()}));
        QCOMPARE(timeline().daysBefore(farAhead, 2, now).value(), all.mid(0, 2));
        QCOMPARE(timeline().daysBefore(firstDay() + 5, 9, now).value(), all.mid(3));
        QVERIFY(timeline().daysBefore(firstDay(), 9, now)->isEmpty());
        QVERIFY(timeline().daysBefore(farAhead, 0, now)->isEmpty());
    }

    void aCardIsThereWhenWrittenAndWhenSaid()
    {
        const Card said = addCard("said", 0);
        say(said, CardState::Said, 60);
        addCard("written", 30);
        const auto events = timeline().cards(firstDay(), firstDay());
        QCOMPARE(words(events), (QStringList{QStringLiteral("said said"), QStringLiteral("written written"),
                                             QStringLiteral("said written")}));
        QCOMPARE(events->first().card, said.record.uid);
        QCOMPARE(events->first().when, momentAt(60));
        QVERIFY(timeline().cards(firstDay() + 1, farAhead)->isEmpty());
        QVERIFY(timeline().cards(0, firstDay() - 1)->isEmpty());
    }

    void ways_data()
    {
        QTest::addColumn<QList<int>>("way");
        QTest::addColumn<QStringList>("shown");
        const auto way = [](std::initializer_list<CardState> states) {
            QList<int> numbers;
            for (CardState state : states)
                numbers.append(static_cast<int>(state));
            return numbers;
        };
        using enum CardState;
        QTest::newRow("chosen only") << way({Chosen}) << QStringList{QStringLiteral("x written")};
        QTest::newRow("moved on stays uncounted")
            << way({Chosen, NotToday, NotToday}) << QStringList{QStringLiteral("x written")};
        QTest::newRow("shown") << way({Chosen, Shown})
                               << QStringList{QStringLiteral("x shown"), QStringLiteral("x written")};
        QTest::newRow("sent") << way({Sent})
                              << QStringList{QStringLiteral("x sent"), QStringLiteral("x written")};
        QTest::newRow("a part") << way({SomeOfIt})
                                << QStringList{QStringLiteral("x some-of-it"), QStringLiteral("x written")};
        QTest::newRow("taken back") << way({Said, Chosen}) << QStringList{QStringLiteral("x written")};
        QTest::newRow("a part, then all")
            << way({SomeOfIt, Said}) << QStringList{QStringLiteral("x said"), QStringLiteral("x written")};
        QTest::newRow("said twice") << way({Said, Chosen, Said})
                                    << QStringList{QStringLiteral("x said"), QStringLiteral("x written")};
    }

    void ways()
    {
        QFETCH(QList<int>, way);
        Card card = addCard("x", 0);
        int minute = 0;
        for (int state : way) {
            if (static_cast<CardState>(state) == card.state)
                continue;
            card = say(card, static_cast<CardState>(state), ++minute);
        }
        QTEST(words(timeline().cards(0, farAhead)), "shown");
    }

    void deletedThingsAreNotThere()
    {
        const Card card = addCard("gone", 0);
        say(card, CardState::Said, minutesPerDay);
        QVERIFY(CardRepository(*m_database).remove(card.record.uid, momentAt(2LL * minutesPerDay)));
        const Session session = addSession(QDate(2026, 3, 2));
        QVERIFY(SessionRepository(*m_database).remove(session.record.uid, momentAt(9)));
        QVERIFY(timeline().cards(0, farAhead)->isEmpty());
        QVERIFY(timeline().sessions(0, farAhead, momentAt(minutesPerDay * 30))->isEmpty());
    }

    void sessionsThatHaveBeen()
    {
        const Session today = addSession(QDate(2026, 3, 2)); // 14:00; it is 09:00
        const Session later = addSession(QDate(2026, 3, 9));
        QVERIFY(timeline().sessions(0, farAhead, momentAt(0))->isEmpty());
        QCOMPARE(timeline().sessions(0, farAhead, momentAt(5LL * 60)).value(), QList<Session>{today});
        const Moment month = momentAt(30LL * minutesPerDay);
        QCOMPARE(timeline().sessions(0, farAhead, month).value(), (QList<Session>{later, today}));
        QCOMPARE(timeline().sessions(firstDay() + 7, firstDay() + 7, month).value(), QList<Session>{later});
    }

private:
    Timeline timeline() { return Timeline(*m_database); }

    Card addCard(const char *text, qint64 minutesLater)
    {
        return CardRepository(*m_database).add(m_vault->card(QString::fromUtf8(text), minutesLater)).value();
    }

    Card say(Card card, CardState state, qint64 minutesLater)
    {
        card.state = state;
        return CardRepository(*m_database).update(card, momentAt(minutesLater)).value();
    }

    void addPause(qint64 minutesLater, bool over)
    {
        Pause pause;
        pause.record.created = momentAt(minutesLater);
        pause.record.uid = m_vault->newUid(pause.record.created.utcMs);
        pause.starter = QStringLiteral("sounds");
        if (over)
            pause.end = Pause::End{momentAt(minutesLater + 5), PauseEnd::Finished, pause.plannedMs};
        QVERIFY(PauseRepository(*m_database).save(pause));
    }

    Session addSession(QDate date)
    {
        Session session;
        session.record.uid = m_vault->newUid();
        session.record.created = momentAt(0);
        session.date = date;
        session.time = QTime(14, 0);
        session.zone = "Europe/Madrid";
        return SessionRepository(*m_database).save(session).value();
    }

    static QStringList words(const Result<QList<CardEvent>> &events)
    {
        QStringList words;
        for (const CardEvent &event : events.value())
            words.append(event.text + u' ' + idOf(event.state));
        return words;
    }

    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
