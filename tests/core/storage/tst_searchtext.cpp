// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/CardRepository.h"
#include "core/storage/SearchText.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::domain;
using namespace rapport::storage;
using namespace rapport::tests;

class TestSearchText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void found_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("hit");
        const auto row = [](const char *name, const char *body, const char *words, bool hit = true) {
            QTest::newRow(name) << QString::fromUtf8(body) << QString::fromUtf8(words) << hit;
        };
        row("word", "I need a slower pace", "slower");
        row("beginning of a word", "I need a slower pace", "slo");
        row("two words in any order", "I need a slower pace", "pace need");
        row("both must be there", "I need a slower pace", "pace faster", false);
        row("not the middle of a word", "I need a slower pace", "lower", false);
        row("case", "I NEED a Pause", "need pause");
        row("Spanish accents left out", "Mañana también", "manana tambien");
        row("Spanish accents typed", "manana tambien", "mañana también");
        row("French ligature", "mon cœur", "coeur");
        row("German sharp s", "Ich heiße", "heisse");
        row("German sharp s typed", "Ich heisse", "heiße");
        row("German umlaut", "später", "spater");
        row("decomposed", "cafe\u0301", "café");
        row("presentation form", "\uFB01ne", "fine");
        row("full width", "Ｎｅｅｄ", "need");
        row("alef with hamza above", "أحتاج إلى وقت", "احتاج");
        row("alef with hamza below", "أحتاج إلى وقت", "الى");
        row("alef typed with hamza", "احتاج الى وقت", "أحتاج إلى");
        row("alef with madda", "آسف", "اسف");
        row("alef wasla", "ٱلسلام", "السلام");
        row("hamza on waw", "مسؤول", "مسوول");
        row("hamza on yeh", "أسئلة", "اسيله");
        row("teh marbuta", "جلسة", "جلسه");
        row("alef maqsura", "على", "علي");
        row("vowel signs", "مُعَلِّم", "معلم");
        row("vowel signs typed", "معلم", "مُعَلِّم");
        row("tatweel", "سـلام", "سلام");
        row("Persian yeh and keheh", "یک", "يك");
        row("Arabic digits", "٥ دقائق", "5");
        row("Hebrew", "שלום לך", "שלום");
        row("punctuation about words", "(well-being), isn't it?", "well being isn");
        row("query language is only words", "this AND that", "this AND that");
        row("quotes", "say \"stop\" now", "\"stop\"");
        row("operators", "one two", "one* -two NEAR(", false);
        row("column filter", "body text", "body:text");
        row("caret", "one two", "^two");
    }

    void found()
    {
        QFETCH(QString, body);
        QFETCH(QString, words);
        QFETCH(bool, hit);
        static Vault vault; // one for all rows: each looks for its own card
        static const auto database = vault.open();
        QVERIFY(database);
        CardRepository cards(*database);
        const Card card = cards.add(vault.card(body)).value();
        const auto hits = cards.search(words, 1000);
        QVERIFY(hits);
        QCOMPARE(hits->contains(card), hit);
    }

    void nothingIsFoundByNothing_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("empty") << QString();
        QTest::newRow("white space") << QStringLiteral(" \n ");
        QTest::newRow("signs") << QStringLiteral("\"*^():-+ \\");
        QTest::newRow("emoji") << QString::fromUtf8("😀");
        QTest::newRow("an accent alone") << QString::fromUtf8("\u0301");
        QTest::newRow("a lone surrogate") << QString(QChar(0xD800));
    }

    void nothingIsFoundByNothing()
    {
        QFETCH(QString, words);
        Vault vault;
        const auto database = vault.open();
        CardRepository cards(*database);
        QVERIFY(cards.add(vault.card(QString::fromUtf8("some 😀 text"))));
        const auto hits = cards.search(words, 10);
        QVERIFY(hits);
        QVERIFY(hits->isEmpty());
    }

    void newestFirstAndLimited()
    {
        Vault vault;
        const auto database = vault.open();
        CardRepository cards(*database);
        for (const int minute : {20, 5, 40, 5, 5})
            QVERIFY(cards.add(vault.card(QStringLiteral("said at %1").arg(minute), minute)));
        const auto hits = cards.search(QStringLiteral("said"), 3).value();
        QCOMPARE(hits.size(), 3);
        QCOMPARE(hits.at(0).text, QStringLiteral("said at 40"));
        QCOMPARE(hits.at(1).text, QStringLiteral("said at 20"));
        QCOMPARE(hits.at(2).text, QStringLiteral("said at 5"));
        QVERIFY(cards.search(QStringLiteral("said"), 0)->isEmpty());
        QVERIFY(cards.search(QStringLiteral("said"), -1)->isEmpty());
    }

    void moreThanOneMillisecondHolds()
    {
        Vault vault;
        const auto database = vault.open();
        QVERIFY(database->sql().transaction());
        for (int i = 0; i < 2100; ++i)
            QVERIFY(indexText(*database, QStringLiteral("test"), i, -7, QStringLiteral("same time")));
        QVERIFY(database->sql().commit());
        QCOMPARE(ask(*database, QStringLiteral("SELECT count(*) FROM search_text")).toInt(), 2100);
        QCOMPARE(ask(*database, QStringLiteral("SELECT min(id) FROM search_text")).toLongLong(), -7 * 1024);
        QCOMPARE(ask(*database, QStringLiteral("SELECT max(id) FROM search_text")).toLongLong(),
                 -7 * 1024 + 2099);
    }

    void changedTextReplacesTheOld()
    {
        Vault vault;
        const auto database = vault.open();
        CardRepository cards(*database);
        Card card = cards.add(vault.card(QStringLiteral("before"))).value();
        card.text = QStringLiteral("after");
        QVERIFY(cards.update(card, momentAt(1)));
        QVERIFY(cards.search(QStringLiteral("before"), 9)->isEmpty());
        QCOMPARE(cards.search(QStringLiteral("after"), 9)->size(), 1);
        QCOMPARE(ask(*database, QStringLiteral("SELECT count(*) FROM search_text")).toInt(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_searchtext.moc"
