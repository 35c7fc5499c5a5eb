// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QGuiApplication>
#include <QSignalSpy>

#include "tests/app/NoteFixture.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::domain;
using namespace rapport::tests;
using Answer = platform::Sharer::Result;

class TestNoteMaker : public NoteFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void nothingIsTickedAtTheBeginning()
    {
        m_vault->store(QStringLiteral("a"), CardState::Chosen);
        m_vault->store(QStringLiteral("b"));
        start();
        QCOMPARE(m_maker->tickedCount(), 0);
        tick("a b");
        m_maker->setAskMeFirst(true);
        m_maker->preview();
        QCOMPARE(m_handover->state(), NoteHandover::Previewing);
        m_maker->begin();
        QCOMPARE(m_handover->state(), NoteHandover::Nothing);
        QCOMPARE(m_maker->tickedCount(), 0);
        QCOMPARE(ticked(), QString());
        QVERIFY(!m_maker->askMeFirst() && !m_maker->giveMeTime() && !m_maker->readThenWait());
        QCOMPARE(m_handover->plainText(), QString());
        QCOMPARE(m_handover->lines()->rowCount(), 0);
        QCOMPARE(m_maker->count(), 2);
    }

    void privateAndSaidCardsAreNeverOffered()
    {
        m_vault->store(QStringLiteral("a"));
        const Card secret = storePrivate("secret", CardState::Chosen);
        storePrivate("hidden", CardState::Written);
        storePrivate("gone", CardState::Said);
        m_vault->store(QStringLiteral("said"), CardState::Said);
        start();
        QCOMPARE(offered(), QStringLiteral("a"));
        QCOMPARE(m_maker->count(), 1);
        QCOMPARE(m_maker->privateCount(), 2); // those that would otherwise be offered
        QCOMPARE(m_maker->chosenCount(), 0);
        m_maker->putInChosen();
        m_maker->setTicked(secret.record.uid.toString(), true);
        QCOMPARE(m_maker->tickedCount(), 0);
        m_maker->preview(); // of nothing
        QCOMPARE(m_handover->state(), NoteHandover::Nothing);
    }

    void aCardMadePrivateLeavesTheChoice()
    {
        m_vault->store(QStringLiteral("a"));
        m_vault->store(QStringLiteral("b"));
        start();
        tick("a b");
        Card card = m_cards->list().first();
        card.record.isPrivate = true;
        m_cards->update(card, [](const auto &) {});
        QTRY_COMPARE(offered(), QStringLiteral("b"));
        QCOMPARE(ticked(), QStringLiteral("b"));
    }

    void aNoteIsFullAtThree()
    {
        for (const char *text : {"a", "b", "c", "d"})
            m_vault->store(QString::fromLatin1(text));
        start();
        tick("a b c");
        QVERIFY(m_maker->full());
        tick("d");
        QCOMPARE(ticked(), QStringLiteral("a b c"));
        m_maker->setTicked(uidOf("b"), false);
        QVERIFY(!m_maker->full());
        tick("d");
        QCOMPARE(ticked(), QStringLiteral("a c d"));
    }

    void chosenOnesGoInAsFarAsThereIsRoom()
    {
        for (const char *text : {"a", "b", "c", "d"})
            m_vault->store(QString::fromLatin1(text), CardState::Chosen);
        m_vault->store(QStringLiteral("e"));
        start();
        QCOMPARE(m_maker->chosenCount(), 4);
        tick("e");
        m_maker->putInChosen();
        QCOMPARE(ticked(), QStringLiteral("a b e"));
        QCOMPARE(m_maker->tickedCount(), maxTopics);
    }

    void topicsStandInThePersonsOrder()
    {
        for (const char *text : {"a", "b", "c"})
            m_vault->store(QString::fromLatin1(text));
        start();
        tick("c a b"); // in whatever order they were ticked
        m_cards->moveUp(uidOf("c"));
        m_vault->settle();
        QCOMPARE(offered(), QStringLiteral("a c b"));
        m_maker->preview();
        QCOMPARE(topics(), QStringLiteral("a c b"));
    }

    void aSessionThatIsOverIsNotInTheTitle()
    {
        storeSession(QDate(2026, 3, 1)); // yesterday
        m_vault->store(QStringLiteral("a"));
        start();
        tick("a");
        m_maker->preview();
        QCOMPARE(m_handover->lines()->index(0).data(NoteLines::TextRole).toString(),
                 QStringLiteral("For our next session"));
    }

    void viewsSeeEachRowOnlyWhileItIsThere()
    {
        m_vault->store(QStringLiteral("a"));
        m_vault->store(QStringLiteral("b"));
        start();
        // What a view does: it knows as many rows as it was told of.
        int known = m_maker->rowCount();
        connect(m_maker.get(), &QAbstractItemModel::modelReset, this, [&] { known = m_maker->rowCount(); });
        bool everWrong = false;
        const auto look = [&] { everWrong = everWrong || known != m_maker->rowCount(); };
        connect(m_handover.get(), &NoteHandover::stateChanged, this, look);
        connect(m_maker.get(), &QAbstractItemModel::modelAboutToBeReset, this, look);
        tick("a");
        m_maker->preview();
        m_maker->begin();
        QVERIFY(!everWrong);
    }

    void whatHappenedSinceGoesInOnlyWhenTicked()
    {
        m_vault->store(QStringLiteral("a"));
        start();
        QCOMPARE(m_maker->sinceLastTime(), QString());
        storeMoods();
        m_maker->begin();
        m_vault->settle();
        const QString sentence = m_maker->sinceLastTime();
        QVERIFY2(sentence.startsWith(QStringLiteral("1 check-in")), qPrintable(sentence));
        QVERIFY(!m_maker->withSinceLastTime());
        tick("a");
        m_maker->preview();
        QVERIFY(!m_handover->plainText().contains(sentence));
        m_maker->backToChoosing();
        m_maker->setWithSinceLastTime(true);
        m_maker->preview();
        QVERIFY(m_handover->plainText().contains(QStringLiteral("Since last time\n") + sentence));
        m_maker->begin(); // and another note begins without it
        m_vault->settle();
        QVERIFY(!m_maker->withSinceLastTime());
        QCOMPARE(m_maker->sinceLastTime(), sentence);
    }

    void aNoteOnItsWayIsNotChanged()
    {
        m_vault->store(QStringLiteral("a"));
        start();
        tick("a");
        m_maker->preview();
        m_cards->remove(uidOf("a"));
        m_vault->settle();
        QCOMPARE(offered(), QStringLiteral("a"));
        m_maker->backToChoosing();
        QCOMPARE(offered(), QString());
        QCOMPARE(m_maker->tickedCount(), 0);
    }
};

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    TestNoteMaker test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_notemaker.moc"
