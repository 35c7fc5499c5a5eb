// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/SessionCards.h"
#include "tests/app/OpenVault.h"

using namespace rapport::app;
using namespace rapport::domain;
using namespace rapport::tests;

class TestSessionCards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<OpenVault>();
        m_cards = std::make_unique<Cards>(m_vault->environment, nullptr);
        m_rows = std::make_unique<SessionCards>(*m_cards, nullptr);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_rows.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_rows.reset();
        m_cards.reset();
        m_vault.reset();
    }

    void whichOnes_data()
    {
        QTest::addColumn<QList<int>>("states");
        QTest::addColumn<QList<int>>("shown"); // their places in the list before
        QTest::addColumn<bool>("more");
        constexpr int w = int(CardState::Written);
        constexpr int c = int(CardState::Chosen);
        constexpr int n = int(CardState::NotToday);
        constexpr int s = int(CardState::Said);
        QTest::newRow("none") << QList<int>{} << QList<int>{} << false;
        QTest::newRow("all said") << QList<int>{s, s} << QList<int>{} << false;
        QTest::newRow("the chosen ones") << QList<int>{w, c, s, c} << QList<int>{1, 3} << true;
        QTest::newRow("the one moved on") << QList<int>{n, w} << QList<int>{0} << true;
        QTest::newRow("nothing chosen: all that wait") << QList<int>{w, s, w} << QList<int>{0, 2} << false;
        QTest::newRow("a few at most") << QList<int>(9, w) << QList<int>{0, 1, 2, 3, 4, 5, 6} << true;
    }

    void whichOnes()
    {
        QFETCH(QList<int>, states);
        QFETCH(QList<int>, shown);
        QFETCH(bool, more);
        for (int i = 0; i < states.size(); ++i)
            m_vault->store(QString::number(i), static_cast<CardState>(states.at(i)));
        m_cards->load();
        m_vault->settle();
        QList<int> found;
        for (int row = 0; row < m_rows->rowCount(); ++row)
            found.append(m_rows->index(row).data(SessionCards::TextRole).toInt());
        QCOMPARE(found, shown);
        QCOMPARE(m_rows->count(), shown.size());
        QCOMPARE(m_rows->more(), more);
    }

    void rowsStayWhereNothingChanged()
    {
        const Card card = m_vault->store(QStringLiteral("a"), CardState::Chosen);
        m_cards->load();
        m_vault->settle();
        QSignalSpy reset(m_rows.get(), &SessionCards::modelReset);
        Card changed = card;
        changed.hardness = 3;
        m_cards->update(changed, [](const auto &) {});
        m_vault->settle();
        QCOMPARE(reset.size(), 0);
        changed.text = QStringLiteral("b");
        m_cards->update(changed, [](const auto &) {});
        m_vault->settle();
        QCOMPARE(reset.size(), 1);
        QCOMPARE(m_rows->index(0).data(SessionCards::TextRole).toString(), QStringLiteral("b"));
        QCOMPARE(m_rows->index(0).data(SessionCards::UidRole).toString(), card.record.uid.toString());
    }

private:
    std::unique_ptr<OpenVault> m_vault;
    std::unique_ptr<Cards> m_cards;
    std::unique_ptr<SessionCards> m_rows;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestSessionCards)
#include "tst_sessioncards.moc"
