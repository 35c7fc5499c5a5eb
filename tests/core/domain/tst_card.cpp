// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/domain/Card.h"

using namespace rapport::domain;
using enum CardState;

namespace {

constexpr std::array allStates{Written, Chosen, Said, Shown, Sent, SomeOfIt, NotToday};

} // namespace

class TestCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kindIds_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("boundary") << int(CardKind::Boundary);
        QTest::newRow("honesty") << int(CardKind::Honesty);
        QTest::newRow("need") << int(CardKind::Need);
        QTest::newRow("question") << int(CardKind::Question);
        QTest::newRow("thanks") << int(CardKind::Thanks);
        QTest::newRow("put-right") << int(CardKind::PutRight);
    }

    void kindIds()
    {
        QFETCH(int, kind);
        const QString id = QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(QString(idOf(static_cast<CardKind>(kind))), id);
        QCOMPARE(cardKindFromId(id), std::optional(static_cast<CardKind>(kind)));
    }

    void stateIds_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("written") << int(Written);
        QTest::newRow("chosen") << int(Chosen);
        QTest::newRow("said") << int(Said);
        QTest::newRow("shown") << int(Shown);
        QTest::newRow("sent") << int(Sent);
        QTest::newRow("some-of-it") << int(SomeOfIt);
        QTest::newRow("not-today") << int(NotToday);
    }

    void stateIds()
    {
        QFETCH(int, state);
        const QString id = QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(QString(idOf(static_cast<CardState>(state))), id);
        QCOMPARE(cardStateFromId(id), std::optional(static_cast<CardState>(state)));
    }

    void unknownIds_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("null") << QString();
        QTest::newRow("upper case") << QStringLiteral("Need");
        QTest::newRow("a longer one") << QStringLiteral("needs");
        QTest::newRow("white space") << QStringLiteral("need ");
        QTest::newRow("a number") << QStringLiteral("1");
    }

    void unknownIds()
    {
        QFETCH(QString, id);
        QCOMPARE(cardKindFromId(id), std::nullopt);
        QCOMPARE(cardStateFromId(id), std::nullopt);
    }

    /// Every pair: a row per state, with all that it may become.
    void theWay_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<QList<int>>("allowed");
        const auto row = [](CardState from, std::initializer_list<CardState> allowed) {
            QList<int> list;
            for (const CardState to : allowed)
                list += int(to);
            QTest::newRow(idOf(from).data()) << int(from) << list;
        };
        row(Written, {Chosen, Said, Shown, Sent, SomeOfIt});
        row(Chosen, {Written, Said, Shown, Sent, SomeOfIt, NotToday});
        row(NotToday, {Written, Chosen, Said, Shown, Sent, SomeOfIt});
        row(Said, {Chosen, Shown, Sent, SomeOfIt});
        row(Shown, {Chosen, Said, Sent, SomeOfIt});
        row(Sent, {Chosen, Said, Shown, SomeOfIt});
        row(SomeOfIt, {Chosen, Said, Shown, Sent});
    }

    void theWay()
    {
        QFETCH(int, from);
        QFETCH(QList<int>, allowed);
        for (const CardState to : allStates) {
            QVERIFY2(canBecome(static_cast<CardState>(from), to) == allowed.contains(int(to)),
                     idOf(to).data());
        }
    }

    void everyStateIsReached()
    {
        for (const CardState from : allStates) {
            for (const CardState to : allStates) {
                CardState at = from;
                for (const CardState step : stepsBetween(from, to)) {
                    QVERIFY2(canBecome(at, step), idOf(to).data());
                    at = step;
                }
                QCOMPARE(at, to);
            }
        }
        QCOMPARE(stepsBetween(Chosen, Said), QList{Said});
        QCOMPARE(stepsBetween(Said, Said), QList<CardState>{});
        QCOMPARE(stepsBetween(Said, Written), (QList{Chosen, Written}));
        QCOMPARE(stepsBetween(NotToday, NotToday), (QList{Chosen, NotToday}));
    }

    void waitingToBeSaid()
    {
        for (const CardState state : allStates) {
            QCOMPARE(isOpen(state), state == Written || state == Chosen || state == NotToday);
            QCOMPARE(isForNextSession(state), state == Chosen || state == NotToday);
        }
    }

    void sharing()
    {
        Card card;
        QVERIFY(canBeShared(card));
        card.record.isPrivate = true;
        QVERIFY(!canBeShared(card));
        card.record.isPrivate = false;
        card.record.deletedMs = 0;
        QVERIFY(!canBeShared(card));
    }
};

QTEST_GUILESS_MAIN(TestCard)
#include "tst_card.moc"
