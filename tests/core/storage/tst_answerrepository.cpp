// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/domain/Text.h"
#include "core/storage/AnswerRepository.h"
#include "core/storage/CardRepository.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::domain;
using namespace rapport::storage;
using namespace rapport::tests;

class TestAnswerRepository : public QObject
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

    void whatHappenedSince()
    {
        const Card untouched = stored("untouched");
        const Card earlier = stored("earlier");
        const Card twice = stored("twice");
        const Card edited = stored("edited");
        become(earlier, CardState::Chosen, -10);
        become(twice, CardState::Chosen, -10);
        become(twice, CardState::Said, 0); // at that very instant
        become(twice, CardState::SomeOfIt, 5);
        Card changed = edited;
        changed.text = QStringLiteral("other words");
        QVERIFY(CardRepository(*m_database).update(changed, momentAt(5)));
        QVERIFY(answers().saveAgreed(earlier.record.uid, QStringLiteral("again"), momentAt(6)));

        const auto since = answers().since(momentAt(0)).value();
        QCOMPARE(since.size(), 2);
        QCOMPARE(since.value(twice.record.uid), (CardSince{CardState::Chosen, {}}));
        QCOMPARE(since.value(earlier.record.uid), (CardSince{std::nullopt, QStringLiteral("again")}));
        QVERIFY(!since.contains(untouched.record.uid));
        QVERIFY(answers().since(momentAt(7))->isEmpty());
    }

    void aTravellersDayIsFound()
    {
        const Card card = stored("far away");
        Card said = card;
        said.state = CardState::Said;
        Moment west = momentAt(1); // a minute after nine in Madrid, the day before in Honolulu
        west.offsetMin = -600;
        QVERIFY(west.localDay() < momentAt(0).localDay());
        QVERIFY(CardRepository(*m_database).update(said, west));
        QVERIFY(answers().since(momentAt(0))->contains(card.record.uid));
    }

    void deletedCardsTellNothing()
    {
        const Card card = stored("gone");
        become(card, CardState::Said, 1);
        QVERIFY(CardRepository(*m_database).remove(card.record.uid, momentAt(2)));
        QVERIFY(answers().since(momentAt(0))->isEmpty());
        QCOMPARE(answers().saveAgreed(card.record.uid, QStringLiteral("x"), momentAt(3)).error().kind,
                 Error::NotFound);
    }

    void agreedIsKeptAsHistory()
    {
        const Card card = stored("mornings are hard");
        const Uid uid = card.record.uid;
        QCOMPARE(answers().agreed(uid).value(), QString());
        QCOMPARE(answers().saveAgreed(uid, QStringLiteral("  we move to \n"), momentAt(1)).value(),
                 QStringLiteral("we move to"));
        QCOMPARE(answers().saveAgreed(uid, QStringLiteral("we move to"), momentAt(2)).value(),
                 QStringLiteral("we move to"));
        QVERIFY(answers().saveAgreed(uid, QStringLiteral("we move to noon"), momentAt(3)));
        QCOMPARE(answers().agreed(uid).value(), QStringLiteral("we move to noon"));
        QVERIFY(answers().saveAgreed(uid, QStringLiteral(" "), momentAt(4)));
        QCOMPARE(answers().agreed(uid).value(), QString());

        const auto history = CardRepository(*m_database).history(uid).value();
        QCOMPARE(history.size(), 3); // the same again is no change
        for (const CardChange &change : history)
            QCOMPARE(change.field, QStringLiteral("agreed"));
        QCOMPARE(history.at(1).from, QStringLiteral("we move to"));
        QCOMPARE(history.at(1).to, QStringLiteral("we move to noon"));
        QCOMPARE(history.at(2).to, QString());
    }

    void whatCannotBeKeptIsRefused()
    {
        const Card card = stored("words");
        const QString nul = QStringLiteral("a") + QChar(u'\0');
        for (const QString &text : {nul, QString(maxCodePoints + 1, u'a')})
            QCOMPARE(answers().saveAgreed(card.record.uid, text, momentAt(1)).error().kind, Error::Refused);
        QCOMPARE(answers().saveAgreed(m_vault->newUid(), QStringLiteral("x"), momentAt(1)).error().kind,
                 Error::NotFound);
    }

    void agreedGoesWithItsCard()
    {
        const Card card = stored("words");
        QVERIFY(answers().saveAgreed(card.record.uid, QStringLiteral("quitealoneword"), momentAt(1)));
        QVERIFY(pagesHold(*m_database, "quitealoneword"));
        CardRepository cards(*m_database);
        QVERIFY(cards.remove(card.record.uid, momentAt(2)));
        QCOMPARE(cards.purge(momentAt(3).utcMs).value(), 1);
        QVERIFY(!pagesHold(*m_database, "quitealoneword"));
    }

private:
    AnswerRepository answers() { return AnswerRepository(*m_database); }

    Card stored(const char *text)
    {
        return CardRepository(*m_database).add(m_vault->card(QString::fromLatin1(text), -100)).value();
    }

    void become(const Card &card, CardState state, qint64 minutesLater)
    {
        CardRepository cards(*m_database);
        Card changed = cards.find(card.record.uid).value();
        changed.state = state;
        QVERIFY(cards.update(changed, momentAt(minutesLater)));
    }

    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestAnswerRepository)
#include "tst_answerrepository.moc"
