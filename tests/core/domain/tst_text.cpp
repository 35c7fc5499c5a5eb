// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/domain/Text.h"

using namespace rapport::domain;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kept_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *typed, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(text);
        };
        row("as it is", "I need a pause.", "I need a pause.");
        row("white space at both ends", " \t\n a b \n", "a b");
        row("a blank line inside", "a\n\n  b", "a\n\n  b");
        row("line ends of other systems", "a\r\nb\rc", "a\nb\nc");
        row("paragraph separator", "a\u2029b", "a\nb");
        row("composed", "cafe\u0301", "caf\u00e9");
        row("Hangul composed", "\u1112\u1161\u11ab", "\ud55c");
        row("compatibility forms stay", "\ufb01 \u2460", "\ufb01 \u2460");
        row("emoji with joiners", "👩🏽\u200d🚀", "👩🏽\u200d🚀");
        row("right to left with marks", "\u2067أهلًا\u2069", "\u2067أهلًا\u2069");
    }

    void kept()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QCOMPARE(normalizedText(typed).value(), text);
        QCOMPARE(normalizedText(text).value(), text); // once is enough
    }

    void loneSurrogatesAreReplaced()
    {
        const QString typed = QStringLiteral("a") + QChar(0xD83D) + QStringLiteral("b") + QChar(0xDE00);
        QCOMPARE(normalizedText(typed).value(), QString::fromUtf8("a\ufffdb\ufffd"));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("error");
        QTest::newRow("null") << QString() << int(TextError::Empty);
        QTest::newRow("white space") << QStringLiteral(" \t\r\n ") << int(TextError::Empty);
        QTest::newRow("zero-width space") << QStringLiteral("\u200B\u200B") << int(TextError::Empty);
        QTest::newRow("byte order mark, joiner") << QStringLiteral("\uFEFF \u200D") << int(TextError::Empty);
        QTest::newRow("variation selector") << QString(QChar(0xFE0F)) << int(TextError::Empty);
        QTest::newRow("no-break space") << QString(QChar(0xA0)) << int(TextError::Empty);
        QTest::newRow("NUL inside") << QString(QStringLiteral("a") + QChar(u'\0'))
                                    << int(TextError::ContainsNul);
        QTest::newRow("nothing but NUL") << QString(QChar(u'\0')) << int(TextError::ContainsNul);
        QTest::newRow("100,001 letters") << QString(100'001, u'a') << int(TextError::TooLong);
        QTest::newRow("100,001 emoji") << QString::fromUtf8("😀").repeated(100'001) << int(TextError::TooLong);
    }

    void refused()
    {
        QFETCH(QString, typed);
        QFETCH(int, error);
        const auto text = normalizedText(typed);
        QVERIFY(!text);
        QCOMPARE(int(text.error()), error);
    }

    void theLongest_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("letters") << QString(100'000, u'a');
        QTest::newRow("emoji, two units each") << QString::fromUtf8("😀").repeated(100'000);
    }

    void theLongest()
    {
        QFETCH(QString, text);
        QCOMPARE(codePointCount(text), maxCodePoints);
        QCOMPARE(normalizedText(text).value(), text);
        QCOMPARE(normalizedText(QStringLiteral(" ") + text + QStringLiteral("\n")).value(), text);
    }

    void codePoints_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("empty") << QString() << 0;
        QTest::newRow("pair") << QString::fromUtf8("😀") << 1;
        QTest::newRow("lone high at the end") << QString(QChar(0xD83D)) << 1;
        QTest::newRow("two highs, one low") << QString(QString(QChar(0xD83D)) + QString::fromUtf8("😀")) << 2;
        QTest::newRow("family") << QString::fromUtf8("👨\u200d👩\u200d👧") << 5;
    }

    void codePoints()
    {
        QFETCH(QString, text);
        QFETCH(int, count);
        QCOMPARE(codePointCount(text), count);
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
