// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QElapsedTimer>

#include "core/domain/Text.h"
#include "core/storage/CardRepository.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::domain;
using namespace rapport::storage;
using namespace rapport::tests;

namespace {

QStringList textsOf(const Result<QList<Card>> &cards)
{
    QStringList texts;
    for (const Card &card : cards.value())
        texts += card.text;
    return texts;
}

} // namespace

class TestCardRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<Vault>();
        reopen();
    }

    void cleanup()
    {
        if (m_database)
            QVERIFY(m_database->verify());
        m_database.reset();
        m_vault.reset();
    }

    void cardsComeBackAsGiven_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QStringLiteral("I need a slower pace");
        QTest::newRow("lines") << QStringLiteral("one\ntwo\n\nthree");
        QTest::newRow("quotes") << QStringLiteral("Robert'); DROP TABLE card; --\" \\ %1 ?1 :a");
        QTest::newRow("emoji") << QString::fromUtf8("👩🏽‍🚀🫶🏿 then 𝒳 and 🇪🇸");
        QTest::newRow("right to left") << QString::fromUtf8("أحتاج إلى وقت (5 دقائق) قبل أن أتكلم");
        QTest::newRow("mixed") << QString::fromUtf8("say \u2067שלום\u2069 ok");
        QTest::newRow("one character") << QStringLiteral("x");
        QTest::newRow("100,000 letters") << QString(100'000, u'ä');
        QTest::newRow("100,000 emoji") << QString::fromUtf8("😀").repeated(100'000);
    }

    void cardsComeBackAsGiven()
    {
        QFETCH(QString, text);
        Card card = m_vault->card(text);
        card.kind = CardKind::Boundary;
        card.hardness = 7;
        card.record.isPrivate = true;
        const auto added = cards().add(card);
        QVERIFY(added);
        card.position = added->position;
        QCOMPARE(*added, card);
        reopen();
        QCOMPARE(cards().find(card.record.uid).value(), card);
        QCOMPARE(cards().all().value(), QList<Card>{card});
    }

    void textsAreKeptNormalised()
    {
        const auto added = cards().add(m_vault->card(QString::fromUtf8("  cafe\u0301\r\n")));
        QVERIFY(added);
        QCOMPARE(added->text, QString::fromUtf8("caf\u00e9"));
    }

    void textsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("null") << QString();
        QTest::newRow("white space") << QStringLiteral(" \n\t");
        QTest::newRow("NUL") << QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b");
        QTest::newRow("100,001 letters") << QString(100'001, u'a');
    }

    void textsRefused()
    {
        QFETCH(QString, text);
        QCOMPARE(cards().add(m_vault->card(text)).error().kind, Error::Refused);
        Card card = cards().add(m_vault->card(QStringLiteral("fine"))).value();
        card.text = text;
        QCOMPARE(cards().update(card, momentAt(1)).error().kind, Error::Refused);
        QCOMPARE(cards().find(card.record.uid)->text, QStringLiteral("fine"));
    }

    void theSameCardTwiceIsRefused()
    {
        const Card card = m_vault->card(QStringLiteral("once"));
        QVERIFY(cards().add(card));
        QCOMPARE(cards().add(card).error().kind, Error::Refused);
        QCOMPARE(cards().all()->size(), 1);
    }

    void unknownCardsAreNotFound()
    {
        const Card stranger = m_vault->card(QStringLiteral("not stored"));
        QCOMPARE(cards().find(stranger.record.uid).error().kind, Error::NotFound);
        QCOMPARE(cards().update(stranger, momentAt(1)).error().kind, Error::NotFound);
        QCOMPARE(cards().remove(stranger.record.uid, momentAt(1)).error().kind, Error::NotFound);
        QCOMPARE(cards().restore(stranger.record.uid, momentAt(1)).error().kind, Error::NotFound);
        QCOMPARE(cards().move(stranger.record.uid, std::nullopt).error().kind, Error::NotFound);
        QVERIFY(cards().history(stranger.record.uid)->isEmpty());
    }

    void updateWritesHistory()
    {
        Card card = cards().add(m_vault->card(QStringLiteral("first"))).value();
        QVERIFY(cards().history(card.record.uid)->isEmpty());
        card.text = QStringLiteral("second");
        card.kind = CardKind::PutRight;
        card.hardness = 0;
        card.state = CardState::Chosen;
        card.record.isPrivate = true;
        card.position = 99; // not update's to change
        const Moment when{momentAt(30).utcMs, -330};
        const auto updated = cards().update(card, when);
        QVERIFY(updated);
        QCOMPARE(updated->record.modifiedUtcMs, when.utcMs);
        QCOMPARE(updated->position, 1.0);

        const auto history = cards().history(card.record.uid).value();
        const QList<CardChange> expected{
            {QStringLiteral("text"), QStringLiteral("first"), QStringLiteral("second"), when, {}},
            {QStringLiteral("kind"), {}, QStringLiteral("put-right"), when, {}},
            {QStringLiteral("hardness"), {}, QStringLiteral("0"), when, {}},
            {QStringLiteral("state"), QStringLiteral("written"), QStringLiteral("chosen"), when, {}},
            {QStringLiteral("private"), QStringLiteral("0"), QStringLiteral("1"), when, {}},
        };
        QCOMPARE(history, expected);
        // nothing new, nothing noted
        QCOMPARE(cards().update(*updated, momentAt(60)).value(), *updated);
        QCOMPARE(cards().history(card.record.uid)->size(), 5);
    }

    void stepsThatTheWayRefuses()
    {
        Card card = cards().add(m_vault->card(QStringLiteral("x"))).value();
        card.state = CardState::NotToday;
        card.text = QStringLiteral("y");
        QCOMPARE(cards().update(card, momentAt(1)).error().kind, Error::Refused);
        QCOMPARE(cards().find(card.record.uid)->text, QStringLiteral("x"));
        QVERIFY(cards().history(card.record.uid)->isEmpty());
    }

    void historyIsAppendOnly_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("update") << QStringLiteral("UPDATE card_change SET new_value = 'x'");
        QTest::newRow("delete") << QStringLiteral("DELETE FROM card_change");
        QTest::newRow("replace") << QStringLiteral("INSERT OR REPLACE INTO card_change SELECT id, card, "
                                                   "changed_utc_ms, changed_offset_min, local_day, "
                                                   "field, old_value, 'x', remark FROM card_change");
        QTest::newRow("purge of a living card") << QStringLiteral("DELETE FROM card");
        QTest::newRow("replace of a card") << QStringLiteral("REPLACE INTO card SELECT * FROM card");
    }

    void historyIsAppendOnly()
    {
        QFETCH(QString, sql);
        Card card = cards().add(m_vault->card(QStringLiteral("first"))).value();
        card.state = CardState::Chosen;
        QVERIFY(cards().update(card, momentAt(1)));
        const auto before = cards().history(card.record.uid).value();
        QVERIFY(!tryRun(*m_database, sql).isEmpty());
        QCOMPARE(cards().history(card.record.uid).value(), before);
    }

    void undoSurvivesReopening()
    {
        const Card card = cards().add(m_vault->card(QStringLiteral("gone and back"))).value();
        QVERIFY(cards().remove(card.record.uid, momentAt(5)));
        QCOMPARE(cards().remove(card.record.uid, momentAt(6)).error().kind, Error::NotFound);
        QCOMPARE(cards().find(card.record.uid).error().kind, Error::NotFound);
        QVERIFY(cards().all()->isEmpty());
        QVERIFY(cards().search(QStringLiteral("gone"), 9)->isEmpty());
        reopen();
        const auto deleted = cards().deleted().value();
        QCOMPARE(deleted.size(), 1);
        QCOMPARE(deleted.first().record.deletedMs, std::optional(momentAt(5).utcMs));
        const auto restored = cards().restore(card.record.uid, momentAt(7));
        QVERIFY(restored);
        QVERIFY(!restored->record.deletedMs);
        QCOMPARE(textsOf(cards().all()), QStringList{QStringLiteral("gone and back")});
        QCOMPARE(textsOf(cards().search(QStringLiteral("gone"), 9)).size(), 1);
        QCOMPARE(cards().history(card.record.uid)->size(), 2);
        QCOMPARE(cards().restore(card.record.uid, momentAt(8)).value(), *restored);
        reopen();
        QVERIFY(cards().deleted()->isEmpty());
    }

    void purgeForgetsWordsForGood()
    {
        // Enough other cards that the index has many pages, before and after.
        QVERIFY(fill(3000));
        Card card = cards().add(m_vault->card(QStringLiteral("xylophonecanary said once"))).value();
        card.text = QStringLiteral("quetzalcanary said twice");
        QVERIFY(cards().update(card, momentAt(1)));
        for (int i = 0; i < 20; ++i) // so that the index has merged its segments
            add("something else, said later");
        QVERIFY(pagesHold(*m_database, "quetzalcanary"));
        QVERIFY(pagesHold(*m_database, "xylophonecanary")); // in the history
        QVERIFY(cards().search(QStringLiteral("xylophonecanary"), 9)->isEmpty());

        QVERIFY(cards().remove(card.record.uid, momentAt(10)));
        QCOMPARE(cards().purge(momentAt(10).utcMs).value(), 0); // not yet before it
        QCOMPARE(cards().purge(momentAt(10).utcMs + 1).value(), 1);

        QVERIFY(!pagesHold(*m_database, "quetzal"));
        QVERIFY(!pagesHold(*m_database, "xylophone"));
        QCOMPARE(ask(*m_database, QStringLiteral("SELECT count(*) FROM card_change")).toInt(), 0);
        QCOMPARE(ask(*m_database, QStringLiteral("SELECT count(*) FROM search_text")).toInt(), 3020);
        QCOMPARE(tryRun(*m_database,
                        QStringLiteral(
                            "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")),
                 QString());
        reopen();
        QVERIFY(cards().deleted()->isEmpty());
        QCOMPARE(cards().restore(card.record.uid, momentAt(11)).error().kind, Error::NotFound);
        QVERIFY(!pagesHold(*m_database, "quetzal"));
    }

    void orderIsTheirOwn()
    {
        const Uid a = add("a"), b = add("b"), c = add("c");
        QCOMPARE(order(), QStringLiteral("abc"));
        QVERIFY(cards().move(c, a));
        QCOMPARE(order(), QStringLiteral("cab"));
        QVERIFY(cards().move(c, std::nullopt));
        QCOMPARE(order(), QStringLiteral("abc"));
        QVERIFY(cards().move(a, c));
        QCOMPARE(order(), QStringLiteral("bac"));
        QVERIFY(cards().move(a, a));
        QVERIFY(cards().move(a, c));
        QCOMPARE(order(), QStringLiteral("bac"));
        QVERIFY(cards().remove(c, momentAt(1)));
        QCOMPARE(cards().move(a, c).error().kind, Error::NotFound);
        add("d");
        QVERIFY(cards().restore(c, momentAt(2)));
        QCOMPARE(order(), QStringLiteral("bacd")); // back in its place
        reopen();
        QCOMPARE(order(), QStringLiteral("bacd"));
        QVERIFY(cards().find(b));
    }

    void orderSurvivesManyMovesIntoOneGap()
    {
        const Uid first = add("a"), second = add("b");
        add("z");
        // Each halves the gap before z: a double would run out after fifty.
        for (int i = 0; i < 120; ++i) {
            const Uid moved = i % 2 == 0 ? first : second;
            const Uid z = cards().all()->last().record.uid;
            QVERIFY(cards().move(moved, z));
            QCOMPARE(order(), i % 2 == 0 ? QStringLiteral("baz") : QStringLiteral("abz"));
        }
        QVERIFY(cards().move(second, first));
        QCOMPARE(order(), QStringLiteral("baz"));
    }

    void tenThousandCards()
    {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(fill(10'000));
        qInfo("10,000 cards put in directly: %lld ms", timer.restart());
        QCOMPARE(cards().all()->size(), 10'000);
        qInfo("all() of 10,000 cards: %lld ms", timer.restart());
        QCOMPARE(cards().search(QStringLiteral("boundary"), 50)->size(), 50);
        qInfo("50 newest hits of a word in all of them: %lld us", timer.nsecsElapsed() / 1000);
        timer.restart();
        QCOMPARE(cards().search(QStringLiteral("number7777"), 50)->size(), 1);
        qInfo("one hit of a rare word: %lld us", timer.nsecsElapsed() / 1000);
        timer.restart();
        QVERIFY(cards().add(m_vault->card(QStringLiteral("one more"))));
        qInfo("add() as number 10,001: %lld us", timer.nsecsElapsed() / 1000);
        timer.restart();
        const auto last = cards().all()->last().record.uid;
        timer.restart();
        QVERIFY(cards().move(last, cards().all()->first().record.uid));
        qInfo("move() to the top, with one all(): %lld us", timer.nsecsElapsed() / 1000);
    }

private:
    void reopen()
    {
        m_database.reset();
        m_database = m_vault->open();
        QVERIFY(m_database);
    }

    CardRepository cards() { return CardRepository(*m_database); }

    Uid add(const char *text) { return cards().add(m_vault->card(QString::fromUtf8(text)))->record.uid; }

    QString order() { return textsOf(cards().all()).join(QString()); }

    /// Puts in cards past the repository, all in one transaction.
    bool fill(int count)
    {
        if (!m_database->sql().transaction())
            return false;
        QSqlQuery card(m_database->sql());
        QSqlQuery index(m_database->sql());
        bool fine = card.prepare(QStringLiteral("INSERT INTO card (uid, created_utc_ms, created_offset_min, "
                                                "local_day, modified_utc_ms, text, state, position) "
                                                "VALUES (?, ?, 60, ?, ?, ?, 'written', ?)")) &&
                    index.prepare(QStringLiteral("INSERT INTO search_text VALUES (?, 'card', ?, ?)"));
        for (int i = 0; fine && i < count; ++i) {
            const Moment when = momentAt(i);
            const QString text = QStringLiteral("A boundary, number%1: I need it to be said slowly").arg(i);
            card.addBindValue(m_vault->newUid(when.utcMs).toBytes());
            for (const QVariant &value :
                 QVariantList{when.utcMs, when.localDay(), when.utcMs, text, double(i + 1)})
                card.addBindValue(value);
            fine = card.exec();
            index.addBindValue(when.utcMs * 1024);
            index.addBindValue(card.lastInsertId());
            index.addBindValue(text);
            fine = fine && index.exec();
        }
        return fine && m_database->sql().commit();
    }

    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestCardRepository)
#include "tst_cardrepository.moc"
