// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <array>

#include <QRandomGenerator>
#include <QTest>

#include "core/vault/Pin.h"

using namespace rapport::vault;

class PinTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void problem_data();
    void problem();
    void shareOfSixDigitsRefused();
    void from_data();
    void from();
    void sharedTextIsLeftAlone();
    void hostile();
};

void PinTest::problem_data()
{
    using P = PinProblem;
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const char *typed, P expected) {
        QTest::newRow(name) << QString::fromUtf8(typed) << static_cast<int>(expected);
    };
    row("nothing", "", P::TooShort);
    row("five", "40718", P::TooShort);
    row("six", "407182", P::None);
    row("twelve", "407182593064", P::None);
    row("thirteen", "4071825930642", P::TooLong);
    row("a letter", "40718a", P::NotDigits);
    row("a space", "407 182", P::NotDigits);
    row("a sign", "-407182", P::NotDigits);
    row("an exponent is no digit", "40718\u00b2", P::NotDigits);
    row("a circled one is none", "40718\u2461", P::NotDigits);
    row("Arabic digits", "\u0664\u0660\u0667\u0661\u0668\u0662", P::None);
    row("Arabic run", "\u0661\u0662\u0663\u0664\u0665\u0666", P::Run);
    row("mixed scripts are one",
        "1\u0662"
        "3\uff14"
        "5\u096c",
        P::Run);
    row("mathematical digits", "\U0001d7d2\U0001d7ce\U0001d7d5\U0001d7cf\U0001d7d6\U0001d7d0", P::None);
    row("one digit", "777777", P::Repeats);
    row("two in turn", "838383", P::Repeats);
    row("three in turn", "407407", P::Repeats);
    row("three in turn and a bit", "4074074", P::Repeats);
    row("half of eight", "40714071", P::Repeats);
    row("pairs", "449911", P::Pairs);
    row("pairs and one", "4499117", P::Pairs);
    row("up", "345678", P::Run);
    row("down", "876543", P::Run);
    row("round the end", "789012", P::Run);
    row("by twos", "135791", P::Run);
    row("by threes down", "963074", P::Run);
    row("twelve up", "123456789012", P::Run);
    row("day, month, year", "260587", P::DateLike);
    row("month, day, year", "052687", P::DateLike);
    row("year, month, day", "870526", P::DateLike);
    row("a whole date", "26051987", P::DateLike);
    row("a whole date, year first", "19870526", P::DateLike);
    row("a year first", "198774", P::DateLike);
    row("a year last", "742003", P::DateLike);
    row("no such day", "407187", P::None);
    row("a year in a longer one", "407219875", P::None);
    row("no year of anybody", "184074", P::None);
    row("down the keypad", "147258", P::TooCommon);
    row("a cross on the keypad", "159753", P::TooCommon);
    row("a number that people like", "314159", P::TooCommon);
    row("there and back", "123321", P::TooCommon);
    QTest::newRow("far too long") << QString(5'000'000, QLatin1Char('4')) << static_cast<int>(P::TooLong);
    QTest::newRow("half pairs") << QString(6, QChar(0xd835)) << static_cast<int>(P::NotDigits);
}

void PinTest::problem()
{
    QFETCH(QString, typed);
    QFETCH(int, expected);
    QCOMPARE(static_cast<int>(pinProblem(typed)), expected);
}

/// All of them. What is refused narrows what is left to be guessed.
void PinTest::shareOfSixDigitsRefused()
{
    std::array<int, static_cast<std::size_t>(PinProblem::TooCommon) + 1> counts{};
    QString pin(6, Qt::Uninitialized);
    for (int number = 0; number < 1'000'000; ++number) {
        int rest = number;
        for (qsizetype place = 5; place >= 0; --place) {
            pin[place] = QLatin1Char(static_cast<char>('0' + rest % 10));
            rest /= 10;
        }
        ++counts[static_cast<std::size_t>(pinProblem(pin))];
    }
    const auto count = [&](PinProblem problem) { return counts[static_cast<std::size_t>(problem)]; };
    qInfo("taken %d, repeats %d, pairs %d, runs %d, dates %d, common %d", count(PinProblem::None),
          count(PinProblem::Repeats), count(PinProblem::Pairs), count(PinProblem::Run),
          count(PinProblem::DateLike), count(PinProblem::TooCommon));
    QVERIFY(count(PinProblem::None) > 850'000);
    QCOMPARE(count(PinProblem::Repeats), 1'090); // 1,000 halves, and 100 pairs less the 10 in both
    QCOMPARE(count(PinProblem::NotDigits) + count(PinProblem::TooShort) + count(PinProblem::TooLong), 0);
}

void PinTest::from_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("ASCII") << QStringLiteral("407182") << QByteArray("407182");
    QTest::newRow("Arabic") << QString::fromUtf8("\u0664\u0660\u0667\u0661\u0668\u0662")
                            << QByteArray("407182");
    QTest::newRow("Persian") << QString::fromUtf8("\u06f4\u06f0\u06f7\u06f1\u06f8\u06f2")
                             << QByteArray("407182");
    QTest::newRow("short, for whoever typed wrong") << QStringLiteral("40") << QByteArray("40");
    QTest::newRow("twelve") << QStringLiteral("407182593064") << QByteArray("407182593064");
    QTest::newRow("thirteen") << QStringLiteral("4071825930642") << QByteArray();
    QTest::newRow("a letter") << QStringLiteral("40718x") << QByteArray();
    QTest::newRow("nothing") << QString() << QByteArray();
}

void PinTest::from()
{
    QFETCH(QString, typed);
    QFETCH(QByteArray, expected);
    const SecretBytes pin = pinFrom(typed);
    QCOMPARE(QByteArray(reinterpret_cast<const char *>(pin.bytes().data()), qsizetype(pin.size())), expected);
    QVERIFY(typed.isNull());
}

void PinTest::sharedTextIsLeftAlone()
{
    QString typed = QStringLiteral("407").append(QStringLiteral("182"));
    const QString kept = typed;
    QCOMPARE(pinFrom(typed).size(), std::size_t(6));
    QCOMPARE(kept, QStringLiteral("407182"));
}

void PinTest::hostile()
{
    QRandomGenerator chance(1);
    for (int round = 0; round < 20'000; ++round) {
        QString typed(chance.bounded(60), Qt::Uninitialized);
        for (QChar &unit : typed)
            unit = QChar(chance.bounded(0x10000));
        static_cast<void>(pinProblem(typed));
        QVERIFY(pinFrom(typed).size() <= std::size_t(longestPin));
    }
}

QTEST_GUILESS_MAIN(PinTest)
#include "tst_pin.moc"
