// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include <QSet>
#include <QTest>
#include <QTimeZone>

#include "core/domain/DemoLife.h"

using namespace rapport::domain;

namespace {

const QByteArray zone = "Europe/Madrid";

Moment at(const QDate &day, const QTime &time)
{
    return Moment::fromDateTime(QDateTime(day, time, QTimeZone(zone)));
}

} // namespace

class TestDemoLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameDayGivesTheSameLife()
    {
        const Moment now = at({2026, 11, 23}, {18, 40});
        const DemoLife one = demoLife(now, zone);
        const DemoLife other = demoLife(now, zone);
        QCOMPARE(one.sessions, other.sessions);
        QCOMPARE(one.checkIns, other.checkIns);
        QCOMPARE(one.pauses, other.pauses);
        QCOMPARE(one.cards.size(), other.cards.size());
        for (qsizetype i = 0; i < one.cards.size(); ++i)
            QCOMPARE(one.cards.at(i).card, other.cards.at(i).card);
    }

    void itIsWholeOnAnyDay_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QTime>("time");
        QTest::newRow("a day in autumn") << QDate(2026, 11, 23) << QTime(18, 40);
        QTest::newRow("just after midnight") << QDate(2026, 3, 1) << QTime(0, 1);
        QTest::newRow("the hour that is left out") << QDate(2026, 3, 29) << QTime(3, 0);
        QTest::newRow("the hour that comes twice") << QDate(2026, 10, 25) << QTime(2, 30);
        QTest::newRow("a leap day") << QDate(2028, 2, 29) << QTime(12, 0);
    }

    void itIsWholeOnAnyDay()
    {
        QFETCH(QDate, day);
        QFETCH(QTime, time);
        const Moment now = at(day, time);
        const DemoLife life = demoLife(now, zone);

        QVERIFY(life.cards.size() >= 40);
        QVERIFY(life.sessions.size() >= 38);
        QCOMPARE(life.sessions.last().date, day.addDays(1));
        QVERIFY2(life.checkIns.size() > 350 && life.checkIns.size() < 550,
                 qPrintable(QString::number(life.checkIns.size())));
        QVERIFY(life.pauses.size() > 20);
        QVERIFY(life.notes.size() >= 2);
        QVERIFY(life.checkIns.first().felt.localDate() < day.addMonths(-9));

        QSet<QByteArray> uids;
        const auto isNew = [&uids, now](const Record &record) {
            const bool fresh = !uids.contains(record.uid.toBytes());
            uids.insert(record.uid.toBytes());
            return fresh && record.created.utcMs <= now.utcMs && record.modifiedUtcMs <= now.utcMs;
        };
        for (const DemoCard &card : life.cards) {
            QVERIFY(isNew(card.card.record));
            CardState state = card.card.state;
            Moment when = card.card.record.created;
            for (const DemoStep &step : card.steps) {
                QVERIFY2(canBecome(state, step.state), qPrintable(card.card.text));
                QVERIFY2(when.utcMs <= step.when.utcMs && step.when.utcMs <= now.utcMs,
                         qPrintable(card.card.text));
                state = step.state;
                when = step.when;
            }
        }
        for (const Session &session : life.sessions)
            QVERIFY(isNew(session.record));
        for (const CheckIn &checkIn : life.checkIns) {
            QVERIFY(isNew(checkIn.record));
            QVERIFY(isValid(checkIn));
            QVERIFY(checkIn.felt.utcMs <= now.utcMs);
        }
        for (const Pause &pause : life.pauses) {
            QVERIFY(isNew(pause.record));
            QVERIFY(pause.end && pause.end->when.utcMs <= now.utcMs);
        }
    }

    void everyStateIsThere()
    {
        QSet<CardState> states;
        QSet<int> kinds;
        for (const DemoCard &card : demoLife(at({2026, 11, 23}, {18, 40}), zone).cards) {
            states.insert(card.steps.isEmpty() ? card.card.state : card.steps.last().state);
            kinds.insert(card.card.kind ? static_cast<int>(*card.card.kind) : -1);
        }
        QCOMPARE(states.size(), 7);
        QCOMPARE(kinds.size(), 7);
    }

    /// No picture of this life may look as if it had become better by an app.
    void itLeadsNowhere()
    {
        const QList<CheckIn> all = demoLife(at({2026, 11, 23}, {18, 40}), zone).checkIns;
        const auto mean = [&all](qsizetype from, qsizetype to) {
            int sum = 0;
            for (qsizetype i = from; i < to; ++i)
                sum += all.at(i).pleasantness;
            return sum / static_cast<int>(to - from);
        };
        const int difference = mean(all.size() / 2, all.size()) - mean(0, all.size() / 2);
        QVERIFY2(std::abs(difference) < 15, qPrintable(QString::number(difference)));
    }

    void asManyCheckInsAsAskedFor()
    {
        const Moment now = at({2026, 11, 23}, {18, 40});
        const QList<CheckIn> all = demoCheckIns(now, zone, 20'000);
        QCOMPARE(all.size(), 20'000);
        QVERIFY(std::is_sorted(all.begin(), all.end(), [](const CheckIn &left, const CheckIn &right) {
            return left.felt < right.felt;
        }));
        QVERIFY(all.last().felt.utcMs <= now.utcMs);
    }
};

QTEST_GUILESS_MAIN(TestDemoLife)
#include "tst_demolife.moc"
