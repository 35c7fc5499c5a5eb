// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QRandomGenerator>
#include <QTest>

#include "core/vault/RecoveryCode.h"
#include "tests/core/vault/Doubles.h"

using namespace rapport::vault;
using namespace rapport::vault::test;
using Finding = RecoveryReading::Finding;

namespace {

constexpr auto alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

SecretBytes bytesOf(const char *hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex);
    return SecretBytes::copyOf(std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size()))));
}

QString textOf(const SecretBytes &bytes)
{
    return QString::fromLatin1(reinterpret_cast<const char *>(bytes.bytes().data()), qsizetype(bytes.size()));
}

QString written(const SecretBytes &code)
{
    return textOf(writtenRecoveryCode(code));
}

/// The place of a symbol in the written form to its group.
std::size_t groupAt(qsizetype place)
{
    return std::min(std::size_t(place) / 5, std::size_t(6));
}

std::bitset<7> only(std::size_t group)
{
    return std::bitset<7>().set(group);
}

} // namespace

class RecoveryCodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectors_data();
    void vectors();
    void wrongSize();
    void newOnesDiffer();
    void forgiving_data();
    void forgiving();
    void findings_data();
    void findings();
    void everyWrongSymbol();
    void everySwapOfNeighbours();
    void everySwapOfGroups();
    void severalGroups();
    void anotherWhole();
    void hostile();
    void groups();
    void regrouping_data();
    void regrouping();
};

/// Made by another implementation of the description in RecoveryCode.h.
void RecoveryCodeTest::vectors_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<QString>("expected");
    QTest::newRow("zero") << QByteArray("00000000000000000000000000000000")
                          << QStringLiteral("00000 00000 00000 00000 00000 130FD 00000C");
    QTest::newRow("ones") << QByteArray("ffffffffffffffffffffffffffffffff")
                          << QStringLiteral("ZZZZZ ZZZZZ ZZZZZ ZZZZZ ZZZZZ ZM89Z JXHW8A");
    QTest::newRow("counting") << QByteArray("000102030405060708090a0b0c0d0e0f")
                              << QStringLiteral("000G4 0R40M 30E20 9185G R38E1 X7DAV YTH1C6");
    QTest::newRow("any") << QByteArray("f81d4fae7dec11d0a76500a0c91e6bf6")
                         << QStringLiteral("Z0EMZ BKXXG 8X19V 502GC J7KBY SV977 NCK1S4");
}

void RecoveryCodeTest::vectors()
{
    QFETCH(QByteArray, hex);
    QFETCH(QString, expected);
    const SecretBytes code = bytesOf(hex.constData());
    QCOMPARE(written(code), QString(expected).remove(QLatin1Char(' ')));
    const RecoveryReading reading = readRecoveryCode(expected);
    QCOMPARE(reading.finding, RecoveryReading::Right);
    QVERIFY(reading.code == code);
}

void RecoveryCodeTest::wrongSize()
{
    QVERIFY(writtenRecoveryCode(SecretBytes()).isEmpty());
    QVERIFY(writtenRecoveryCode(SecretBytes(15)).isEmpty());
    QVERIFY(writtenRecoveryCode(SecretBytes(17)).isEmpty());
}

void RecoveryCodeTest::newOnesDiffer()
{
    SeededRandom random(7);
    const SecretBytes a = createRecoveryCode(random);
    const SecretBytes b = createRecoveryCode(random);
    QCOMPARE(a.size(), std::size_t(16));
    QVERIFY(!(a == b));
    QVERIFY(!(a == SecretBytes(16)));
}

void RecoveryCodeTest::forgiving_data()
{
    // It is f81d4fae7dec11d0a76500a0c91e6bf6.
    QTest::addColumn<QString>("typed");
    const QString plain = QStringLiteral("Z0EMZ BKXXG 8X19V 502GC J7KBY SV977 NCK1S4");
    QTest::newRow("as written") << plain;
    QTest::newRow("nothing between") << QString(plain).remove(QLatin1Char(' '));
    QTest::newRow("small letters") << plain.toLower();
    QTest::newRow("hyphens") << QString(plain).replace(QLatin1Char(' '), QLatin1Char('-'));
    QTest::newRow("dashes") << QString(plain).replace(QLatin1Char(' '), QString::fromUtf8(" \u2013 "));
    QTest::newRow("lines") << QString(plain).replace(QLatin1Char(' '), QLatin1String("\r\n"));
    QTest::newRow("tabs and dots") << QString(plain).replace(QLatin1Char(' '), QLatin1String(".\t"));
    QTest::newRow("other groups") << QString(plain).remove(QLatin1Char(' ')).insert(3, QLatin1Char(' '));
    QTest::newRow("O for 0") << QString(plain).replace(QLatin1Char('0'), QLatin1Char('O'));
    QTest::newRow("o for 0") << QString(plain).replace(QLatin1Char('0'), QLatin1Char('o'));
    QTest::newRow("I for 1") << QString(plain).replace(QLatin1Char('1'), QLatin1Char('I'));
    QTest::newRow("l for 1") << QString(plain).replace(QLatin1Char('1'), QLatin1Char('l'));
    QTest::newRow("u for V") << QString(plain).replace(QLatin1Char('V'), QLatin1Char('u'));
    QTest::newRow("dotless i for 1") << QString(plain).replace(QLatin1Char('1'), QString::fromUtf8("\u0131"));
    QTest::newRow("marks of direction") << QString::fromUtf8("\u200f\u202b") + plain + QChar(0x202c);
    QTest::newRow("zero width") << QString(plain).replace(QLatin1Char(' '),
                                                          QString::fromUtf8("\u200b\ufeff"));

    QString fullWidth;
    QString arabic;
    QString extended;
    QString mathematical;
    for (const QChar c : plain) {
        const int digit = c.digitValue();
        fullWidth += c == QLatin1Char(' ') ? QChar(0x3000) : QChar(c.unicode() + 0xfee0);
        arabic += digit >= 0 ? QChar(0x660 + digit) : c;
        extended += digit >= 0 ? QChar(0x6f0 + digit) : c;
        if (digit >= 0)
            mathematical += QChar::fromUcs4(0x1d7d8 + char32_t(digit));
        else if (c.isLetter())
            mathematical += QChar::fromUcs4(0x1d400 + char32_t(c.unicode() - u'A'));
    }
    QTest::newRow("full width") << fullWidth;
    QTest::newRow("Arabic digits") << arabic;
    QTest::newRow("Persian digits") << extended;
    QTest::newRow("beyond the first plane") << mathematical;
}

void RecoveryCodeTest::forgiving()
{
    QFETCH(QString, typed);
    const RecoveryReading reading = readRecoveryCode(typed);
    QCOMPARE(reading.finding, RecoveryReading::Right);
    QCOMPARE(reading.symbols, std::size_t(36));
    QVERIFY(reading.code == bytesOf("f81d4fae7dec11d0a76500a0c91e6bf6"));
}

void RecoveryCodeTest::findings_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("finding");
    QTest::addColumn<int>("symbols");
    QTest::addColumn<int>("wrong"); // bits
    const QString plain = QStringLiteral("Z0EMZ BKXXG 8X19V 502GC J7KBY SV977 NCK1S4");
    const QString bare = QString(plain).remove(QLatin1Char(' '));
    const auto row = [](const char *name, const QString &typed, Finding finding, int symbols, int wrong = 0) {
        QTest::newRow(name) << typed << int(finding) << symbols << wrong;
    };
    row("nothing", {}, RecoveryReading::TooFew, 0);
    row("only spaces", QStringLiteral(" \n - "), RecoveryReading::TooFew, 0);
    row("one", QStringLiteral("7"), RecoveryReading::TooFew, 1);
    row("one missing", bare.chopped(1), RecoveryReading::TooFew, 35);
    row("no check group", bare.first(30), RecoveryReading::TooFew, 30);
    row("one too many", bare + QLatin1Char('7'), RecoveryReading::TooMany, 37);
    row("twice", bare + bare, RecoveryReading::TooMany, 72);
    row("longer than is looked at", QString(513, QLatin1Char(' ')), RecoveryReading::TooMany, 37);
    row("as long as is looked at", bare + QString(512 - 36, QLatin1Char(' ')), RecoveryReading::Right, 36);
    row("a star", QString(bare).replace(7, 1, QLatin1Char('+')), RecoveryReading::Foreign, 36, 0b10);
    row("a Greek letter", QString(bare).replace(29, 1, QChar(0x3a9)), RecoveryReading::Foreign, 36, 0b100000);
    row("two groups", QString(bare).replace(0, 1, QChar(0x3a9)).replace(35, 1, QLatin1Char('$')),
        RecoveryReading::Foreign, 36, 0b1000001);
    row("half a pair", QString(bare).replace(12, 1, QChar(0xd83d)), RecoveryReading::Foreign, 36, 0b100);
    row("an emoji at the end", bare + QString::fromUtf8("\U0001F600"), RecoveryReading::Foreign, 37,
        0b1000000);
    row("zeros", QString(36, QLatin1Char('0')), RecoveryReading::WrongWhole, 36);
}

void RecoveryCodeTest::findings()
{
    QFETCH(QString, typed);
    QFETCH(int, finding);
    QFETCH(int, symbols);
    QFETCH(int, wrong);
    const RecoveryReading reading = readRecoveryCode(typed);
    QCOMPARE(int(reading.finding), finding);
    QCOMPARE(int(reading.symbols), symbols);
    QCOMPARE(int(reading.wrongGroups.to_ulong()), wrong);
    QCOMPARE(reading.code.isEmpty(), reading.finding != RecoveryReading::Right);
}

/// Each of 36 symbols replaced by each of 31 others, in 50 codes.
void RecoveryCodeTest::everyWrongSymbol()
{
    SeededRandom random(1);
    int tried = 0;
    int named = 0;
    for (int round = 0; round < 50; ++round) {
        const QString right = written(createRecoveryCode(random));
        for (qsizetype place = 0; place < right.size(); ++place) {
            for (const char *symbol = alphabet; *symbol; ++symbol) {
                QString typed = right;
                typed[place] = QLatin1Char(*symbol);
                if (typed == right)
                    continue;
                const RecoveryReading reading = readRecoveryCode(typed);
                QCOMPARE(reading.finding, RecoveryReading::WrongGroups);
                ++tried;
                named += reading.wrongGroups == only(groupAt(place));
            }
        }
    }
    qInfo("%d single wrong symbols, the right group alone named in %d", tried, named);
    QCOMPARE(named, tried);
}

void RecoveryCodeTest::everySwapOfNeighbours()
{
    SeededRandom random(2);
    int tried = 0;
    int named = 0;
    for (int round = 0; round < 1000; ++round) {
        const QString right = written(createRecoveryCode(random));
        for (qsizetype place = 0; place + 1 < right.size(); ++place) {
            QString typed = right;
            std::swap(typed[place], typed[place + 1]);
            if (typed == right)
                continue;
            const RecoveryReading reading = readRecoveryCode(typed);
            QCOMPARE(reading.finding, RecoveryReading::WrongGroups);
            ++tried;
            const std::size_t first = groupAt(place);
            const std::size_t second = groupAt(place + 1);
            // Where data and check group meet, the check group cannot be told
            // from the groups that it now speaks against.
            if (first != second && second == 6)
                named += reading.wrongGroups.test(5);
            else
                named += reading.wrongGroups == (only(first) | only(second));
        }
    }
    qInfo("%d swapped neighbours, their groups named in %d", tried, named);
    QCOMPARE(named, tried);
}

void RecoveryCodeTest::everySwapOfGroups()
{
    SeededRandom random(3);
    int tried = 0;
    int named = 0;
    for (int round = 0; round < 1000; ++round) {
        const QString right = written(createRecoveryCode(random));
        for (qsizetype a = 0; a < 6; ++a) {
            for (qsizetype b = a + 1; b < 6; ++b) {
                QString typed = right;
                typed.replace(a * 5, 5, right.mid(b * 5, 5)).replace(b * 5, 5, right.mid(a * 5, 5));
                const RecoveryReading reading = readRecoveryCode(typed);
                QVERIFY(reading.finding != RecoveryReading::Right);
                ++tried;
                named += reading.wrongGroups == (only(std::size_t(a)) | only(std::size_t(b)));
            }
        }
    }
    qInfo("%d swapped groups, both of them named in %d (%.1f %%)", tried, named, 100.0 * named / tried);
    QVERIFY(named > tried * 9 / 10);
}

/// Whole groups typed anew at random, one to six of them at once.
void RecoveryCodeTest::severalGroups()
{
    SeededRandom random(4);
    QRandomGenerator chance(4);
    int tried = 0;
    int named = 0;
    for (int round = 0; round < 6000; ++round) {
        QString typed = written(createRecoveryCode(random));
        const QString right = typed;
        std::bitset<7> changed;
        for (std::size_t group = 0; group <= std::size_t(round % 6); ++group) {
            for (qsizetype place = 0; place < 5; ++place)
                typed[qsizetype(group) * 5 + place] = QLatin1Char(alphabet[chance.bounded(32)]);
            changed.set(group, typed.mid(qsizetype(group) * 5, 5) != right.mid(qsizetype(group) * 5, 5));
        }
        const RecoveryReading reading = readRecoveryCode(typed);
        QCOMPARE(reading.finding == RecoveryReading::Right, changed.none());
        QVERIFY((reading.wrongGroups & ~changed).none()); // no group is blamed that is right
        tried += int(changed.count());
        named += int(reading.wrongGroups.count());
    }
    qInfo("%d groups typed anew, %d named (%.1f %%)", tried, named, 100.0 * named / tried);
    QVERIFY(named > tried * 94 / 100);
}

/// Groups of five codes put together agree with their checks, and only the
/// proof within tells.
void RecoveryCodeTest::anotherWhole()
{
    SeededRandom random(5);
    for (int round = 0; round < 1000; ++round) {
        const QString a = written(createRecoveryCode(random));
        const QString b = written(createRecoveryCode(random));
        QString typed = a;
        typed.replace(0, 5, b.first(5));
        typed.replace(30, 1, b.mid(30, 1));
        const RecoveryReading reading = readRecoveryCode(typed);
        QCOMPARE(reading.finding, RecoveryReading::WrongWhole);
        QVERIFY(reading.wrongGroups.none());
    }
}

void RecoveryCodeTest::hostile()
{
    QRandomGenerator chance(6);
    for (int round = 0; round < 20'000; ++round) {
        QString typed(chance.bounded(600), Qt::Uninitialized);
        for (QChar &unit : typed)
            unit = QChar(chance.bounded(round % 2 ? 0x10000 : 0x80));
        const RecoveryReading reading = readRecoveryCode(typed);
        QVERIFY(reading.finding != RecoveryReading::Right);
        const RegroupedCode regrouped = regroupRecoveryCode(typed, chance.bounded(700));
        QVERIFY(regrouped.cursor >= 0 && regrouped.cursor <= regrouped.text.size());
        QVERIFY(regrouped.text.size() <= 2 * recovery::longestTyped + 1);
    }
}

void RecoveryCodeTest::groups()
{
    const SecretBytes all = writtenRecoveryCode(bytesOf("f81d4fae7dec11d0a76500a0c91e6bf6"));
    QStringList shown;
    for (std::size_t group = 0; group < recovery::groups; ++group)
        shown += recoveryGroup(all, group);
    QCOMPARE(shown.join(QLatin1Char(' ')), QStringLiteral("Z0EMZ BKXXG 8X19V 502GC J7KBY SV977 NCK1S4"));
    QCOMPARE(recoveryGroup(all, 7), QString());
    QCOMPARE(recoveryGroup(SecretBytes(), 0), QString());
}

void RecoveryCodeTest::regrouping_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("cursor");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("after");
    const auto row = [](const char *name, const char *typed, int cursor, const char *text, int after) {
        QTest::newRow(name) << QString::fromUtf8(typed) << cursor << QString::fromUtf8(text) << after;
    };
    row("nothing", "", 0, "", 0);
    row("one", "a", 1, "A", 1);
    row("a whole group", "abcde", 5, "ABCDE", 5);
    row("the sixth begins a group", "abcdef", 6, "ABCDE F", 7);
    row("a space typed at the end goes", "abcde ", 6, "ABCDE", 5);
    row("hyphens go", "abc-de", 6, "ABCDE", 5);
    row("look-alikes", "oilu", 4, "011V", 4);
    row("the cursor within", "abXcde", 3, "ABXCD E", 3);
    row("the cursor at a group's end", "abcde fgh", 5, "ABCDE FGH", 5);
    row("the cursor behind the space", "abcde fgh", 6, "ABCDE FGH", 5);
    row("a foreign letter stays", "ab\u03a9", 3, "AB\u03a9", 3);
    row("the check group has six", "11111 22222 33333 44444 55555 66666 777777", 42,
        "11111 22222 33333 44444 55555 66666 777777", 42);
    row("what is too much stays in sight", "11111 22222 33333 44444 55555 66666 7777778", 43,
        "11111 22222 33333 44444 55555 66666 7777778", 43);
}

void RecoveryCodeTest::regrouping()
{
    QFETCH(QString, typed);
    QFETCH(int, cursor);
    QFETCH(QString, text);
    QFETCH(int, after);
    const RegroupedCode regrouped = regroupRecoveryCode(typed, cursor);
    QCOMPARE(regrouped.text, text);
    QCOMPARE(int(regrouped.cursor), after);
    QCOMPARE(regroupRecoveryCode(regrouped.text, 0).text, text); // holds still
}

QTEST_GUILESS_MAIN(RecoveryCodeTest)
#include "tst_recoverycode.moc"
