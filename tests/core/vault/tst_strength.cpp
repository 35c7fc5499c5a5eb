// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include "core/vault/Passphrase.h"
#include "core/vault/Strength.h"

using namespace rapport::vault;

class StrengthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judged_data();
    void judged();
    void otherScriptsAreNotOverrated_data();
    void otherScriptsAreNotOverrated();
    void onlyTheBeginningIsLookedAt();
    void hostile();
    void quickEnoughForEachKey_data();
    void quickEnoughForEachKey();
};

void StrengthTest::judged_data()
{
    using P = PassphraseProblem;
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *typed, P expected) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << static_cast<int>(expected);
    };
    row("1", P::TooShort);
    row("password1234!", P::TooCommon);
    row("hello world", P::FewWords);
    row("correct horse", P::FewWords);
    row("elephant umbrella", P::FewWords);
    row("I love my dog", P::FewWords);
    row("therapy with anna", P::FewWords);
    row("p4ssw0rd s3cr3t", P::FewWords);
    row("Rapport Rapport", P::Pattern);
    row("qwerqwer1234", P::Pattern);
    row("zxcvbnm,./asdfgh", P::Pattern);
    row("maryannemaryannemaryanne", P::Pattern);
    row("26.05.1987", P::Date);
    row("26-05-1987 1990", P::Date);
    row("kvtmxewq", P::Guessable);
    row("correct horse battery staple", P::None);
    row("the heron stands in cold water", P::None);
    row("kvtmxewqplza", P::None);
}

void StrengthTest::judged()
{
    QFETCH(QString, typed);
    QFETCH(int, expected);
    const PassphraseJudgement judgement = judgePassphrase(typed);
    qInfo("%.1f bits", judgement.bits);
    QCOMPARE(static_cast<int>(judgement.problem), expected);
    QCOMPARE(passphraseProblem(typed), judgement.problem);
    if (judgement.problem == PassphraseProblem::None)
        QVERIFY(judgement.bits >= enoughBits);
    else
        QVERIFY(judgement.bits < enoughBits);
}

/// An estimator of bytes takes each letter of another script for two random
/// signs: it gave "password" in Russian 80 bits.
void StrengthTest::otherScriptsAreNotOverrated_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("enough");
    const auto row = [](const char *name, const char *typed, bool enough) {
        QTest::newRow(name) << QString::fromUtf8(typed) << enough;
    };
    row("Russian, one word", "пароль", false);
    row("Russian, an alphabet", "абвгдежзийкл", false);
    row("Russian, a sentence", "я люблю тихие озёра", true);
    row("Arabic, two words", "كلمة السر", false);
    row("Arabic, a sentence", "أحب المشي على شاطئ البحر", true);
    row("Greek", "ελπίδα", false);
    row("Chinese, a word", "密码密码", false);
    row("Chinese, a sentence", "秋天的湖水很安静", true);
    row("Korean, a sentence", "가을 호수는 아주 고요하다", true);
    row("Japanese, one sound", "あああああああああ", false);
    row("accents are no secret", "pàsswörd ïlòvéyöu", false);
    row("full width is none", "ｐａｓｓｗｏｒｄ１２３４", false);
    row("only spaces", "            ", false);
    row("only marks", "\u0301\u0301\u0301\u0301", false);
}

void StrengthTest::otherScriptsAreNotOverrated()
{
    QFETCH(QString, typed);
    QFETCH(bool, enough);
    const Strength strength = estimateStrength(typed);
    qInfo("%.1f bits", strength.bits);
    QCOMPARE(strength.bits >= enoughBits, enough);
}

void StrengthTest::onlyTheBeginningIsLookedAt()
{
    const QString begin = QStringLiteral("kvtmxewqplza").repeated(6).first(64);
    const double bits = estimateStrength(begin).bits;
    QCOMPARE(estimateStrength(begin + QStringLiteral("XYZ!99")).bits, bits);
    QCOMPARE(estimateStrength(begin + QString(5'000'000, QLatin1Char('x'))).bits, bits);
}

void StrengthTest::hostile()
{
    QRandomGenerator chance(1);
    for (int round = 0; round < 5'000; ++round) {
        QString typed(chance.bounded(80), Qt::Uninitialized);
        for (QChar &unit : typed)
            unit = QChar(chance.bounded(round % 2 ? 0x10000 : 0x80));
        const double bits = estimateStrength(typed).bits;
        QVERIFY(bits >= 0 && bits < 1000);
    }
    QVERIFY(estimateStrength(QString(30, QChar(0))).bits < 20);
}

void StrengthTest::quickEnoughForEachKey_data()
{
    QTest::addColumn<QString>("typed");
    QRandomGenerator chance(2);
    QString any;
    QString deep;
    for (int i = 0; i < 64; ++i) {
        any += QChar(33 + chance.bounded(94));
        deep += QLatin1Char("aeinrst"[chance.bounded(7)]);
    }
    QTest::newRow("words") << QStringLiteral(
        "abacus zippy unroll vivid pants ooze grape lemon stove candle sky");
    QTest::newRow("any signs") << any;
    QTest::newRow("many small words") << deep;
    QTest::newRow("one letter") << QString(64, QLatin1Char('a'));
    QTest::newRow("two letters") << QStringLiteral("ab").repeated(32);
    QTest::newRow("four letters") << QStringLiteral("abcd").repeated(16);
    QTest::newRow("leet") << QStringLiteral(
        "4p4ss4w0rd5p4ss!w0rdl33tsp34k@g41n$0me7h1ng1!l0l$$$@@@1111000055");
    QTest::newRow("digits") << QStringLiteral("1987").repeated(16);
    QTest::newRow("Russian") << QString::fromUtf8("я люблю тихие озёра ").repeated(4);
    QTest::newRow("far too long") << QStringLiteral("the heron ").repeated(400);
}

void StrengthTest::quickEnoughForEachKey()
{
    QFETCH(QString, typed);
    judgePassphrase(typed); // the lists are read
    qint64 best = std::numeric_limits<qint64>::max();
    for (int round = 0; round < 20; ++round) {
        QElapsedTimer timer;
        timer.start();
        judgePassphrase(typed);
        best = std::min(best, timer.nsecsElapsed());
    }
    qInfo("%lld µs", best / 1000);
    QVERIFY(best < 20'000'000); // a frame has 16 ms; machines under test are slow
}

QTEST_GUILESS_MAIN(StrengthTest)
#include "tst_strength.moc"
