// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// Long because one editor, and every way in and out of it, in one table of cases.
#include <QSignalSpy>
#include <QTest>

#include "app/CardEditor.h"
#include "app/Cards.h"
#include "app/Sentences.h"
#include "tests/app/OpenVault.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::domain;
using namespace rapport::tests;

namespace {

constexpr std::array everyState{CardState::Written, CardState::Chosen,   CardState::Said,    CardState::Shown,
                                CardState::Sent,    CardState::SomeOfIt, CardState::NotToday};

QString placeOf(const Card &card)
{
    return QLatin1String("card:") + card.record.uid.toString();
}

} // namespace

class TestCardEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_vault = std::make_unique<OpenVault>(); }

    void cleanup()
    {
        m_editor.reset();
        m_cards.reset();
        m_vault.reset();
    }

    void closedUntilACardIsOpened()
    {
        start();
        QCOMPARE(m_editor->state(), CardEditor::Closed);
        QVERIFY(!m_editor->changed());
        m_editor->save();
        m_editor->discard();
        m_vault->settle();
        QCOMPARE(m_editor->state(), CardEditor::Closed);
        QVERIFY(m_vault->storedCards().isEmpty());
    }

    void aCardThatIsNotThereIsGone()
    {
        const Card card = m_vault->store(QStringLiteral("a"));
        start();
        m_editor->open(Uid::create(1, m_vault->chance).toString());
        QCOMPARE(m_editor->state(), CardEditor::Gone);
        QVERIFY(!m_editor->problem().isEmpty());
        m_editor->open(QStringLiteral("no id"));
        QCOMPARE(m_editor->state(), CardEditor::Gone);
        m_editor->save();
        m_editor->discard();
        QCOMPARE(m_editor->state(), CardEditor::Gone);
        open(card);
        QCOMPARE(m_editor->state(), CardEditor::Editing);
        QCOMPARE(m_editor->problem(), QString());
    }

    void onlyPossibleStepsAreOffered_data()
    {
        QTest::addColumn<int>("from");
        for (CardState state : everyState)
            QTest::newRow(idOf(state).data()) << int(state);
    }

    void onlyPossibleStepsAreOffered()
    {
        QFETCH(int, from);
        const CardState state = static_cast<CardState>(from);
        const Card card = m_vault->store(QStringLiteral("a"), state);
        start();
        open(card);
        QStringList expected;
        for (CardState to : everyState) {
            if (to == state || canBecome(state, to))
                expected += words(to);
        }
        QCOMPARE(m_editor->wayAnswers(), expected);
        QCOMPARE(m_editor->wayAnswers().value(m_editor->wayIndex()), words(state));
        m_editor->setWayIndex(-1);
        m_editor->setWayIndex(int(expected.size()));
        QVERIFY(!m_editor->changed());

        // each of them can be saved, and taken for what it says
        for (qsizetype i = 0; i < expected.size(); ++i) {
            const Card fresh = m_vault->store(QStringLiteral("b"), state);
            start();
            open(fresh);
            m_editor->setWayIndex(int(i));
            QCOMPARE(m_editor->wayIndex(), int(i));
            save();
            QCOMPARE(words(stored(fresh).state), expected.at(i));
        }
    }

    void kinds_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("id");
        QTest::newRow("none") << -1 << QString();
        const char *ids[]{"boundary", "honesty", "need", "question", "thanks", "put-right"};
        for (int i = 0; i < 6; ++i)
            QTest::newRow(ids[i]) << i << QString::fromLatin1(ids[i]);
    }

    void kinds()
    {
        QFETCH(int, index);
        QFETCH(QString, id);
        const Card card = m_vault->store(QStringLiteral("a"));
        start();
        open(card);
        QCOMPARE(m_editor->kindIndex(), -1);
        m_editor->setKindIndex(3);
        m_editor->setKindIndex(index);
        QCOMPARE(m_editor->kindIndex(), index);
        QCOMPARE(m_editor->changed(), index >= 0);
        save();
        QCOMPARE(stored(card).kind, cardKindFromId(id));
        QCOMPARE(m_editor->kindIndex(), index);
        if (index >= 0)
            QCOMPARE(m_editor->kindAnswers().at(index), words(*stored(card).kind));
        QCOMPARE(m_editor->kindAnswers().size(), 6);
    }

    void hardness_data()
    {
        QTest::addColumn<int>("steps"); // of the eleven; -1 for none
        QTest::addColumn<int>("index");
        const int nearest[]{0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4};
        QTest::newRow("none") << -1 << -1;
        for (int i = 0; i <= 10; ++i)
            QTest::addRow("%d", i) << i << nearest[i];
    }

    void hardness()
    {
        QFETCH(int, steps);
        QFETCH(int, index);
        Card card = m_vault->card(QStringLiteral("a"));
        if (steps >= 0)
            card.hardness = steps;
        card = m_vault->store(card);
        start();
        open(card);
        QCOMPARE(m_editor->hardnessIndex(), index);
        QCOMPARE(m_editor->hardnessAnswers().size(), 5);
        QVERIFY(!m_editor->changed());
        m_editor->setText(QStringLiteral("b"));
        save();
        QCOMPARE(stored(card).hardness, card.hardness); // looked at, not changed
    }

    void hardnessIsGivenAndTakenBack()
    {
        const Card card = m_vault->store(QStringLiteral("a"));
        start();
        open(card);
        const int steps[]{0, 3, 5, 8, 10};
        for (int i = 0; i < 5; ++i) {
            m_editor->setHardnessIndex(i);
            QCOMPARE(m_editor->hardnessIndex(), i);
            save();
            QCOMPARE(stored(card).hardness, std::optional(steps[i]));
        }
        m_editor->setHardnessIndex(-1);
        save();
        QCOMPARE(stored(card).hardness, std::nullopt);
    }

    void aCardCanBeMadePrivateAndBack()
    {
        const Card card = m_vault->store(QStringLiteral("a"));
        start();
        open(card);
        QSignalSpy changes(m_editor.get(), &CardEditor::detailsChanged);
        m_editor->setPrivate(true);
        m_editor->setPrivate(true);
        QCOMPARE(changes.size(), 1);
        save();
        QVERIFY(stored(card).record.isPrivate);
        m_editor->setPrivate(false);
        QVERIFY(m_editor->changed());
        save();
        QVERIFY(!stored(card).record.isPrivate);
    }

    void savingStoresAndNothingElseIsChanged()
    {
        const Card card = m_vault->store(QStringLiteral("a"));
        start();
        open(card);
        QVERIFY(!m_editor->changed());
        m_editor->setText(QStringLiteral("  what I mean \n"));
        QVERIFY(m_editor->changed());
        m_vault->clock.advance(60);
        save();
        QVERIFY(!m_editor->changed());
        QCOMPARE(m_editor->text(), QStringLiteral("what I mean"));
        Card expected = card;
        expected.text = QStringLiteral("what I mean");
        expected.record.modifiedUtcMs += 60'000;
        QCOMPARE(stored(card), expected);
        QCOMPARE(m_cards->list().first(), expected);
        QCOMPARE(m_vault->draft(placeOf(card)), QString());
    }

    void discardingGoesBackToWhatIsStored()
    {
        Card card = m_vault->card(QStringLiteral("a"));
        card.kind = CardKind::Need;
        card.hardness = 4;
        card = m_vault->store(card);
        start();
        open(card);
        m_editor->setText(QStringLiteral("b"));
        m_editor->setWayIndex(1);
        m_editor->setKindIndex(-1);
        m_editor->setHardnessIndex(4);
        m_editor->setPrivate(true);
        m_editor->flush();
        QCOMPARE(m_vault->draft(placeOf(card)), QStringLiteral("b"));
        m_editor->discard();
        QVERIFY(!m_editor->changed());
        QCOMPARE(m_editor->text(), QStringLiteral("a"));
        QCOMPARE(m_editor->kindIndex(), 2);
        QCOMPARE(stored(card), card);
        QCOMPARE(m_vault->draft(placeOf(card)), QString());
    }

    void aDraftIsFoundAgain()
    {
        const Card card = m_vault->store(QStringLiteral("a"));
        start();
        open(card);
        m_editor->setText(QStringLiteral("half"));
        m_editor->flush();
        start();
        open(card);
        QTRY_VERIFY(m_editor->draftFound());
        QCOMPARE(m_editor->text(), QStringLiteral("half"));
        QVERIFY(m_editor->changed());
        QCOMPARE(stored(card).text, QStringLiteral("a"));
        save();
        QVERIFY(!m_editor->draftFound()); // it found its place
        QCOMPARE(stored(card).text, QStringLiteral("half"));
    }

    void aDraftBelongsToItsCard()
    {
        const Card card = m_vault->store(QStringLiteral("a"));
        const Card other = m_vault->store(QStringLiteral("b"));
        start();
        open(card);
        m_editor->setText(QStringLiteral("half"));
        open(other); // without a pause: the draft is written now
        QCOMPARE(m_editor->text(), QStringLiteral("b"));
        QVERIFY(!m_editor->draftFound());
        QCOMPARE(m_vault->draft(placeOf(card)), QStringLiteral("half"));
        open(card);
        QTRY_VERIFY(m_editor->draftFound());
        m_editor->discard();
        QVERIFY(!m_editor->draftFound());
    }

    void typingBackToWhatIsStoredLeavesNoDraft()
    {
        const Card card = m_vault->store(QStringLiteral("a"));
        start();
        open(card);
        m_editor->setText(QStringLiteral("ab"));
        m_editor->flush();
        m_editor->setText(QStringLiteral("a"));
        m_editor->flush();
        QCOMPARE(m_vault->draft(placeOf(card)), QString());
    }

    void whatCannotBeSavedStays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("white space") << QStringLiteral(" \n");
        QTest::newRow("a NUL") << QStringLiteral("a") + QChar(u'\0');
    }

    void whatCannotBeSavedStays()
    {
        QFETCH(QString, text);
        const Card card = m_vault->store(QStringLiteral("a"));
        start();
        open(card);
        m_editor->setText(text);
        m_editor->save();
        QCOMPARE(m_editor->state(), CardEditor::Failed);
        QVERIFY(!m_editor->problem().isEmpty());
        QCOMPARE(m_editor->text(), text);
        QCOMPARE(stored(card), card);
        m_editor->setText(QStringLiteral("b"));
        QCOMPARE(m_editor->state(), CardEditor::Editing);
    }

    void aClosedDatabaseLosesNothing()
    {
        const Card card = m_vault->store(QStringLiteral("a"));
        start();
        open(card);
        m_editor->setText(QStringLiteral("b"));
        m_vault->close();
        m_editor->save();
        QTRY_COMPARE(m_editor->state(), CardEditor::Failed);
        QCOMPARE(m_editor->text(), QStringLiteral("b"));
        m_vault->open();
        save();
        QCOMPARE(stored(card).text, QStringLiteral("b"));
    }

    void aCardDeletedMeanwhileIsGone()
    {
        const Card card = m_vault->store(QStringLiteral("a"));
        start();
        open(card);
        m_editor->setText(QStringLiteral("b"));
        QVERIFY(m_vault->ask<void>([&](storage::Database &db) {
            return storage::CardRepository(db).remove(card.record.uid, m_vault->clock.now());
        }));
        m_editor->save();
        QTRY_COMPARE(m_editor->state(), CardEditor::Gone);
        QVERIFY(!m_editor->problem().isEmpty());
        QCOMPARE(m_editor->text(), QStringLiteral("b"));
        m_editor->flush();
        QCOMPARE(m_vault->draft(placeOf(card)), QStringLiteral("b"));
        m_editor->discard();
        QCOMPARE(m_editor->state(), CardEditor::Gone);
        QCOMPARE(m_vault->draft(placeOf(card)), QString());
    }

    void aStrangeIdLeavesTheDraftOfTheLastCard()
    {
        const Card card = m_vault->store(QStringLiteral("a"));
        start();
        open(card);
        m_editor->setText(QStringLiteral("half"));
        m_editor->open(QStringLiteral("no id"));
        QCOMPARE(m_editor->state(), CardEditor::Gone);
        QCOMPARE(m_editor->text(), QString());
        m_editor->discard();
        QCOMPARE(m_vault->draft(placeOf(card)), QStringLiteral("half"));
    }

    void typingDuringSavingIsNotLost()
    {
        const Card card = m_vault->store(QStringLiteral("a"));
        start();
        open(card);
        m_editor->setText(QStringLiteral("first"));
        QSignalSpy saved(m_editor.get(), &CardEditor::saved);
        m_editor->save();
        m_editor->setText(QStringLiteral("second"));
        m_editor->setKindIndex(1);
        QVERIFY(saved.wait());
        QCOMPARE(m_editor->state(), CardEditor::Editing);
        QCOMPARE(m_editor->text(), QStringLiteral("second"));
        QCOMPARE(m_editor->kindIndex(), 1);
        QVERIFY(m_editor->changed());
        QCOMPARE(stored(card).text, QStringLiteral("first"));
        m_editor->flush();
        QCOMPARE(m_vault->draft(placeOf(card)), QStringLiteral("second"));
        save();
        QCOMPARE(stored(card).text, QStringLiteral("second"));
    }

    void anotherCardOpenedDuringSavingStaysOpen()
    {
        const Card card = m_vault->store(QStringLiteral("a"));
        const Card other = m_vault->store(QStringLiteral("b"));
        start();
        open(card);
        m_editor->setText(QStringLiteral("changed"));
        m_editor->save();
        open(other);
        m_vault->settle();
        QCOMPARE(m_editor->uid(), other.record.uid.toString());
        QCOMPARE(m_editor->text(), QStringLiteral("b"));
        QCOMPARE(m_editor->state(), CardEditor::Editing);
        QCOMPARE(stored(card).text, QStringLiteral("changed"));
        QCOMPARE(m_vault->draft(placeOf(card)), QString()); // it is a card, no draft
    }

private:
    /// As after a start of the app.
    void start()
    {
        m_editor.reset();
        m_cards = std::make_unique<Cards>(m_vault->environment, nullptr);
        m_editor = std::make_unique<CardEditor>(m_vault->environment, *m_cards, nullptr);
        m_vault->settle();
        QVERIFY(m_cards->status() != Cards::Loading);
    }

    void open(const Card &card)
    {
        m_editor->open(card.record.uid.toString());
        QCOMPARE(m_editor->uid(), card.record.uid.toString());
        QCOMPARE(m_editor->state(), CardEditor::Editing);
    }

    void save()
    {
        QSignalSpy saved(m_editor.get(), &CardEditor::saved);
        m_editor->save();
        QCOMPARE(m_editor->state(), CardEditor::Saving);
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(m_editor->state(), CardEditor::Editing);
    }

    Card stored(const Card &card)
    {
        return m_vault
            ->ask<Card>([uid = card.record.uid](storage::Database &db) {
                return storage::CardRepository(db).find(uid);
            })
            .value();
    }

    std::unique_ptr<OpenVault> m_vault;
    std::unique_ptr<Cards> m_cards;
    std::unique_ptr<CardEditor> m_editor;
};

QTEST_GUILESS_MAIN(TestCardEditor)
#include "tst_cardeditor.moc"
