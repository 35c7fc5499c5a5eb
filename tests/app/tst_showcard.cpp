// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <memory>

#include <QSignalSpy>
#include <QTest>

#include "app/Cards.h"
#include "app/ShowCard.h"
#include "tests/app/OpenVault.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::tests;
using domain::Card;
using domain::CardState;
using Ending = platform::Voice::Ending;

Q_DECLARE_METATYPE(rapport::domain::CardState)

class TestShowCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<OpenVault>();
        m_voice = std::make_unique<FakeVoice>();
    }
    void cleanup()
    {
        m_show.reset();
        m_cards.reset();
        m_vault.reset();
    }

    void showsACard()
    {
        const Card card = m_vault->store(QStringLiteral("I need time."));
        start();
        QCOMPARE(m_show->state(), ShowCard::Closed);
        open(card);
        QCOMPARE(m_show->state(), ShowCard::Ready);
        QCOMPARE(m_show->text(), QStringLiteral("I need time."));
        m_show->close();
        QCOMPARE(m_show->state(), ShowCard::Closed);
        QCOMPARE(m_show->text(), QString());
    }

    void privateCardsToo()
    {
        Card card = m_vault->card(QStringLiteral("Just between us."));
        card.record.isPrivate = true;
        card = m_vault->store(card);
        start();
        open(card);
        QCOMPARE(m_show->state(), ShowCard::Ready);
    }

    void waitsForTheCards()
    {
        const Card card = m_vault->store(QStringLiteral("I need time."));
        m_cards = std::make_unique<Cards>(m_vault->environment, nullptr);
        m_show = std::make_unique<ShowCard>(*m_cards, *m_voice, nullptr);
        open(card);
        QCOMPARE(m_show->state(), ShowCard::Loading);
        QTRY_COMPARE(m_show->state(), ShowCard::Ready);
    }

    void saysWhatIsNotThere_data()
    {
        QTest::addColumn<QString>("uid");
        QTest::newRow("no uid") << QStringLiteral("nothing");
        QTest::newRow("none of ours") << QStringLiteral("0190f7c8-0000-7000-8000-000000000000");
    }
    void saysWhatIsNotThere()
    {
        QFETCH(const QString, uid);
        start();
        m_show->open(uid);
        QCOMPARE(m_show->state(), ShowCard::Gone);
        QVERIFY(!m_show->problem().isEmpty());
        m_show->markShown();
        QCOMPARE(m_show->state(), ShowCard::Gone);
    }

    void saysWhenNothingCanBeRead()
    {
        const Card card = m_vault->store(QStringLiteral("I need time."));
        m_vault->close();
        start();
        open(card);
        QCOMPARE(m_show->state(), ShowCard::Failed);
        QVERIFY(!m_show->problem().isEmpty());
    }

    void marksAndTakesBack_data()
    {
        QTest::addColumn<CardState>("before");
        QTest::addColumn<bool>("waits");
        QTest::newRow("written") << CardState::Written << true;
        QTest::newRow("chosen") << CardState::Chosen << true;
        QTest::newRow("not today") << CardState::NotToday << true;
        QTest::newRow("said") << CardState::Said << false;
        QTest::newRow("sent") << CardState::Sent << false;
        QTest::newRow("some of it") << CardState::SomeOfIt << false;
    }
    void marksAndTakesBack()
    {
        QFETCH(const CardState, before);
        QFETCH(const bool, waits);
        const Card card = m_vault->store(QStringLiteral("I need time."), before);
        start();
        open(card);
        QCOMPARE(m_show->waits(), waits);
        QVERIFY(!m_show->canUndo());
        mark();
        QCOMPARE(m_show->state(), ShowCard::Ready);
        QCOMPARE(stored().state, CardState::Shown);
        QVERIFY(m_show->canUndo());
        m_show->close();
        QVERIFY(m_show->canUndo());

        m_show->undo();
        QTRY_VERIFY(!m_show->canUndo());
        QCOMPARE(stored().state, before);
        QCOMPARE(m_show->problem(), QString());
    }

    void oneThatWasShownStaysShown()
    {
        const Card card = m_vault->store(QStringLiteral("I need time."), CardState::Shown);
        start();
        open(card);
        QVERIFY(!m_show->waits());
        mark();
        QVERIFY(!m_show->canUndo());
    }

    void undoKeepsWhatWasWrittenSince()
    {
        const Card card = m_vault->store(QStringLiteral("I need time."));
        start();
        open(card);
        mark();
        Card edited = *m_cards->find(card.record.uid);
        edited.text = QStringLiteral("I need more time.");
        update(edited);
        QVERIFY(m_show->canUndo());
        m_show->undo();
        QTRY_VERIFY(!m_show->canUndo());
        QCOMPARE(stored().text, QStringLiteral("I need more time."));
        QCOMPARE(stored().state, CardState::Written);
    }

    void undoEndsWhenTheCardWentOn()
    {
        const Card card = m_vault->store(QStringLiteral("I need time."));
        start();
        open(card);
        mark();
        Card said = *m_cards->find(card.record.uid);
        said.state = CardState::Said;
        update(said);
        QVERIFY(!m_show->canUndo());
        m_show->undo();
        m_vault->settle();
        QCOMPARE(stored().state, CardState::Said);
    }

    void undoEndsWhenTheCardIsDeleted()
    {
        const Card card = m_vault->store(QStringLiteral("I need time."));
        start();
        open(card);
        mark();
        m_cards->remove(card.record.uid.toString());
        QTRY_VERIFY(!m_show->canUndo());
    }

    void failuresAreSaid()
    {
        const Card card = m_vault->store(QStringLiteral("I need time."));
        start();
        open(card);
        mark();
        m_vault->close();
        m_show->undo();
        QTRY_VERIFY(!m_show->problem().isEmpty());
        QVERIFY(m_show->canUndo()); // to be tried again
    }

    void aFailedMarkKeepsTheCardOpen()
    {
        const Card card = m_vault->store(QStringLiteral("I need time."));
        start();
        open(card);
        m_vault->close();
        QSignalSpy marked(m_show.get(), &ShowCard::marked);
        m_show->markShown();
        QCOMPARE(m_show->state(), ShowCard::Marking);
        QTRY_COMPARE(m_show->state(), ShowCard::Ready);
        QVERIFY(!m_show->problem().isEmpty());
        QCOMPARE(marked.size(), 0);
        QVERIFY(!m_show->canUndo());
    }

    void readsOnlyWhenAsked()
    {
        const Card card = m_vault->store(QStringLiteral("I need time."));
        start();
        open(card);
        QVERIFY(!m_show->canRead());
        m_show->readAloud(); // nobody knows yet whether there is a voice
        QVERIFY(m_voice->said.isEmpty());
        QTRY_VERIFY(m_show->canRead());
        QVERIFY(m_voice->said.isEmpty());
        m_show->readAloud();
        QCOMPARE(m_voice->said, QStringList{QStringLiteral("I need time.")});
        QVERIFY(m_show->reading());
        m_voice->end(Ending::Spoken);
        QVERIFY(!m_show->reading());
        QVERIFY(m_show->canRead());
    }

    void fallsSilent_data()
    {
        QTest::addColumn<QString>("by");
        for (const char *by : {"stop", "close", "another card", "lock"})
            QTest::newRow(by) << QString::fromLatin1(by);
    }
    void fallsSilent()
    {
        QFETCH(const QString, by);
        const Card card = m_vault->store(QStringLiteral("I need time."));
        start();
        open(card);
        QTRY_VERIFY(m_show->canRead());
        m_show->readAloud();
        if (by == QLatin1String("stop"))
            m_show->stopReading();
        else if (by == QLatin1String("close"))
            m_show->close();
        else if (by == QLatin1String("another card"))
            open(card);
        else
            m_show.reset();
        QCOMPARE(m_voice->stops, 1);
        QVERIFY(!m_show || !m_show->reading());
    }

    void noVoiceNoButton()
    {
        m_voice->available = false;
        const Card card = m_vault->store(QStringLiteral("I need time."));
        start();
        open(card);
        m_vault->settle();
        QVERIFY(!m_show->canRead());
        m_show->readAloud();
        QVERIFY(m_voice->said.isEmpty());
    }

    void aVoiceThatFailsIsSaid()
    {
        const Card card = m_vault->store(QStringLiteral("I need time."));
        start();
        open(card);
        QTRY_VERIFY(m_show->canRead());
        m_show->readAloud();
        m_voice->end(Ending::Failed);
        QVERIFY(!m_show->canRead());
        QVERIFY(!m_show->problem().isEmpty());
        QCOMPARE(m_show->state(), ShowCard::Ready);
    }

private:
    void start()
    {
        m_cards = std::make_unique<Cards>(m_vault->environment, nullptr);
        QTRY_VERIFY(m_cards->status() != Cards::Loading);
        m_show = std::make_unique<ShowCard>(*m_cards, *m_voice, nullptr);
    }
    void open(const Card &card) { m_show->open(card.record.uid.toString()); }
    void mark()
    {
        QSignalSpy marked(m_show.get(), &ShowCard::marked);
        m_show->markShown();
        QTRY_COMPARE(marked.size(), 1);
    }
    void update(const Card &card)
    {
        bool done = false;
        m_cards->update(card, [&done](const storage::Result<Card> &) { done = true; });
        QTRY_VERIFY(done);
    }
    Card stored() { return m_vault->storedCards().first(); }

    std::unique_ptr<OpenVault> m_vault;
    std::unique_ptr<FakeVoice> m_voice;
    std::unique_ptr<Cards> m_cards;
    std::unique_ptr<ShowCard> m_show;
};

QTEST_GUILESS_MAIN(TestShowCard)
#include "tst_showcard.moc"
