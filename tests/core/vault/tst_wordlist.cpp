// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <set>

#include <QTest>

#include "core/vault/Passphrase.h"
#include "core/vault/WordList.h"
#include "tests/core/vault/Doubles.h"

using namespace rapport::vault;
using namespace rapport::vault::test;

namespace {

QByteArray english()
{
    QFile file(QStringLiteral(WORDS_FILE));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray textOf(const SecretBytes &bytes)
{
    return {reinterpret_cast<const char *>(bytes.bytes().data()), qsizetype(bytes.size())};
}

/// So many words, "aaaa" first.
QByteArray words(int count)
{
    QByteArray file;
    for (int number = 0; number < count; ++number) {
        QByteArray word(4, 'a');
        for (int rest = number, place = 3; place >= 0; rest /= 26, --place)
            word[place] = char('a' + rest % 26);
        file += word + '\n';
    }
    return file;
}

/// Gives out what the test says.
class ScriptedRandom final : public rapport::domain::RandomSource
{
public:
    explicit ScriptedRandom(const QByteArray &bytes)
        : m_bytes(bytes)
    {}
    void fill(std::span<std::byte> bytes) override
    {
        for (std::byte &byte : bytes)
            byte = std::byte(m_bytes[m_next++]);
    }
    qsizetype used() const { return m_next; }

private:
    QByteArray m_bytes;
    qsizetype m_next = 0;
};

} // namespace

class WordListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void englishList();
    void parsing_data();
    void parsing();
    void drawnAgain();
    void drawnEvenly();
    void passphrase();
    void passphrasesAreTaken();
    void otherLengths();
};

void WordListTest::englishList()
{
    const auto list = WordList::parse(english());
    QVERIFY(list);
    QCOMPARE(list->size(), std::size_t(7776));
    QCOMPARE((*list)[0], QByteArrayView("abacus"));
    QCOMPARE((*list)[7775], QByteArrayView("zoom"));
    QVERIFY(list->bits(wordsOfPassphrase) > 77.5 && list->bits(wordsOfPassphrase) < 77.6);
}

void WordListTest::parsing_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<bool>("good");
    QTest::newRow("a thousand") << words(1000) << true;
    QTest::newRow("no line's end at the end") << words(1000).chopped(1) << true;
    QTest::newRow("a hyphen within") << words(1000) + "b-b\n" << true;
    QTest::newRow("as many as can be drawn") << words(65'536) << true;
    QTest::newRow("too few") << words(999) << false;
    QTest::newRow("too many") << words(65'537) << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("an empty line") << words(1000) + "\n" << false;
    QTest::newRow("a word twice") << words(1000) + "zzz\nzzz\n" << false;
    QTest::newRow("out of order") << words(1000) + "aaaa\n" << false;
    QTest::newRow("a capital") << words(1000) + "zZz\n" << false;
    QTest::newRow("a space") << words(1000) + "z z\n" << false;
    QTest::newRow("a hyphen first") << words(1000) + "z\n-z\n" << false;
    QTest::newRow("a hyphen last") << words(1000) + "z-\n" << false;
    QTest::newRow("a letter of two bytes") << words(1000) + "z\xc3\xa9\n" << false;
    QTest::newRow("Windows' lines") << words(1000).replace("\n", "\r\n") << false;
    QTest::newRow("too large") << QByteArray(WordList::longestFile + 1, 'a') << false;
}

void WordListTest::parsing()
{
    QFETCH(QByteArray, file);
    QFETCH(bool, good);
    QCOMPARE(WordList::parse(file).has_value(), good);
}

/// 8 × 7,776 = 62,208: from there on a number is drawn again.
void WordListTest::drawnAgain()
{
    ScriptedRandom random(QByteArray::fromHex("f300"
                                              "ffff"
                                              "f2ff"
                                              "0000"));
    QCOMPARE(drawBelow(7776, random), std::size_t(7775)); // 0xf2ff = 62,207
    QCOMPARE(random.used(), 6);
    QCOMPARE(drawBelow(7776, random), std::size_t(0));
    ScriptedRandom all(QByteArray::fromHex("ffff"));
    QCOMPARE(drawBelow(65'536, all), std::size_t(65'535));
}

/// Chi-squared over 26 words: 25 degrees of freedom, 60.1 is passed once in 10,000.
void WordListTest::drawnEvenly()
{
    SeededRandom random(3);
    std::array<int, 26> counts{};
    constexpr int draws = 260'000;
    for (int i = 0; i < draws; ++i)
        ++counts[drawBelow(26, random)];
    double sum = 0;
    for (const int count : counts)
        sum += (count - draws / 26.0) * (count - draws / 26.0) / (draws / 26.0);
    qInfo("chi-squared %.1f", sum);
    QVERIFY(sum < 60.1);
}

void WordListTest::passphrase()
{
    const auto list = *WordList::parse(english());
    // 0, 7,775, 7,776 (again the first), 1, 2, 3
    ScriptedRandom random(QByteArray::fromHex("0000"
                                              "1e5f"
                                              "1e60"
                                              "0001"
                                              "0002"
                                              "0003"));
    QCOMPARE(textOf(makePassphrase(list, random)), QByteArray("abacus zoom abacus abdomen abdominal abide"));
}

void WordListTest::passphrasesAreTaken()
{
    const auto list = *WordList::parse(english());
    SeededRandom random(4);
    std::set<QByteArray> different;
    double least = 1000;
    double sum = 0;
    constexpr int made = 2000;
    for (int i = 0; i < made; ++i) {
        const QByteArray text = textOf(makePassphrase(list, random));
        different.insert(text);
        const PassphraseJudgement judgement = judgePassphrase(QString::fromLatin1(text));
        QCOMPARE(judgement.problem, PassphraseProblem::None);
        least = std::min(least, judgement.bits);
        sum += judgement.bits;
    }
    qInfo("estimated: %.0f bits at the least, %.0f on average", least, sum / made);
    QCOMPARE(different.size(), std::size_t(made));
}

void WordListTest::otherLengths()
{
    const auto list = *WordList::parse(english());
    SeededRandom random(5);
    QCOMPARE(textOf(makePassphrase(list, random, 1)).count(' '), 0);
    QCOMPARE(textOf(makePassphrase(list, random, 64)).count(' '), 63);
    QVERIFY(makePassphrase(list, random, 0).isEmpty());
    QVERIFY(makePassphrase(list, random, 65).isEmpty());
}

QTEST_GUILESS_MAIN(WordListTest)
#include "tst_wordlist.moc"
