// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/vault/Passphrase.h"
#include "core/vault/SecretBytes.h"

using namespace rapport::vault;

namespace {

QByteArray textOf(const SecretBytes &bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.bytes().data()),
                      static_cast<qsizetype>(bytes.size()));
}

} // namespace

class PassphraseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void problem_data();
    void problem();
    void utf8_data();
    void utf8();
    void sharedTextIsLeftAlone();
    void keyStoreAnswerIsWiped();
    void moving();
    void equality();
    void sameKeyFromEitherForm();
    void kdfBounds_data();
    void kdfBounds();
};

void PassphraseTest::problem_data()
{
    using P = PassphraseProblem;
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const char *typed, P expected) {
        QTest::newRow(name) << QString::fromUtf8(typed) << static_cast<int>(expected);
    };
    row("nothing", "", P::TooShort);
    row("one", "1", P::TooShort);
    row("seven", "k7!mQz2", P::TooShort);
    row("eight that differ", "k7!mQz2x", P::Guessable);
    row("ten that differ", "k7!mQz2xW?", P::None);
    row("seven emoji are seven", "\U0001F600\U0001F601\U0001F602\U0001F603\U0001F604\U0001F605\U0001F606",
        P::TooShort);
    row("a composed letter counts once", "kafe\u0301 ab", P::TooShort);
    row("one letter", "aaaaaaaaaaaa", P::OneLetter);
    row("two letters, either case", "aAbBaAbBaAbB", P::OneLetter);
    row("eleven digits", "20481963507", P::DigitsOnly);
    row("twelve digits", "730518462948", P::DigitsOnly);
    row("sixteen digits", "7305184629480317", P::None);
    row("twelve digits of days", "204819635074", P::Date);
    row("counting", "123456789012", P::TooCommon);
    row("alphabet", "abcdefghij", P::TooCommon);
    row("alphabet backwards", "ZYXWVUTSRQ", P::TooCommon);
    row("keyboard", "qwertyuiop", P::TooCommon);
    row("keyboard backwards", "poiuytrewq", P::TooCommon);
    row("keyboard, zigzag", "1q2w3e4r5t", P::TooCommon);
    row("German keyboard", "QWERTZUIOP", P::TooCommon);
    row("word with a number", "Password2026!", P::TooCommon);
    row("another", "!!iloveyou1", P::TooCommon);
    row("the app's name", "rapport123", P::TooCommon);
    row("a sentence", "the heron stands in cold water", P::None);
    row("another script", "я люблю тихие озёра", P::None);
    QTest::newRow("1,024") << QString::fromLatin1("ab cdXZ!").repeated(128) << static_cast<int>(P::None);
    QTest::newRow("1,025") << (QString::fromLatin1("ab cdXZ!").repeated(128) + QLatin1Char('x'))
                           << static_cast<int>(P::TooLong);
    QTest::newRow("far too long") << QString(5'000'000, QLatin1Char('x')) << static_cast<int>(P::TooLong);
    QTest::newRow("half a pair") << QString(9, QChar(0xd83d)) << static_cast<int>(P::OneLetter);
}

void PassphraseTest::problem()
{
    QFETCH(QString, typed);
    QFETCH(int, expected);
    QCOMPARE(static_cast<int>(passphraseProblem(typed)), expected);
}

void PassphraseTest::utf8_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("ASCII") << QStringLiteral("heron") << QByteArray("heron");
    QTest::newRow("NUL") << QString(QChar(0)) << QByteArray(1, '\0');
    QTest::newRow("composed") << QString::fromUtf8("caf\u00e9") << QByteArray("caf\xc3\xa9");
    QTest::newRow("decomposed") << QString::fromUtf8("cafe\u0301") << QByteArray("caf\xc3\xa9");
    QTest::newRow("emoji") << QString::fromUtf8("\U0001F33F") << QByteArray("\xf0\x9f\x8c\xbf");
}

void PassphraseTest::utf8()
{
    QFETCH(QString, typed);
    QFETCH(QByteArray, expected);
    const SecretBytes bytes = SecretBytes::fromUtf8(typed);
    QCOMPARE(textOf(bytes), expected);
    QVERIFY(typed.isEmpty());
}

void PassphraseTest::sharedTextIsLeftAlone()
{
    QString typed =
        QStringLiteral("her").append(QStringLiteral("ons")); // on the heap, so that it could be wiped
    QString kept = typed;
    const SecretBytes first = SecretBytes::fromUtf8(typed);
    QCOMPARE(textOf(first), QByteArray("herons"));
    QCOMPARE(kept, QStringLiteral("herons")); // another holder's text is not destroyed under it
    QVERIFY(typed.isNull());
}

void PassphraseTest::keyStoreAnswerIsWiped()
{
    QByteArray answer(32, 'k');
    const SecretBytes key = SecretBytes::takeFrom(answer);
    QCOMPARE(textOf(key), QByteArray(32, 'k'));
    QVERIFY(answer.isNull());
}

void PassphraseTest::moving()
{
    static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
    static_assert(!std::is_convertible_v<SecretBytes, QString> &&
                  !std::is_convertible_v<SecretBytes, QByteArray>);
    QString typed = QStringLiteral("heron");
    SecretBytes a = SecretBytes::fromUtf8(typed);
    SecretBytes b = std::move(a);
    QVERIFY(a.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is asked
    QCOMPARE(textOf(b), QByteArray("heron"));
    b = SecretBytes(4);
    QCOMPARE(textOf(b), QByteArray(4, '\0'));
    SecretBytes &self = b;
    b = std::move(self);
    QCOMPARE(textOf(b), QByteArray(4, '\0'));
}

void PassphraseTest::equality()
{
    SecretBytes a(32);
    SecretBytes b(32);
    QVERIFY(a == b);
    b.bytes()[31] = std::byte{1};
    QVERIFY(!(a == b));
    QVERIFY(!(a == SecretBytes(31)));
    QVERIFY(SecretBytes() == SecretBytes(0));
}

void PassphraseTest::sameKeyFromEitherForm()
{
    const Kdf kdf{.ops = 1, .memKib = Kdf::minMemKib, .salt = {}};
    QString composed = QString::fromUtf8("la ma\u00f1ana fr\u00eda");
    QString decomposed = QString::fromUtf8("la man\u0303ana fri\u0301a");
    QVERIFY(composed != decomposed);
    const auto a = deriveKek(SecretBytes::fromUtf8(composed), kdf);
    const auto b = deriveKek(SecretBytes::fromUtf8(decomposed), kdf);
    QVERIFY(a && b);
    QVERIFY(*a == *b);
}

void PassphraseTest::kdfBounds_data()
{
    QTest::addColumn<quint32>("ops");
    QTest::addColumn<quint32>("memKib");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("today") << 3u << 65536u << true;
    QTest::newRow("least") << 1u << 8192u << true;
    QTest::newRow("most") << 16u << 1048576u << true;
    QTest::newRow("no pass") << 0u << 65536u << false;
    QTest::newRow("17 passes") << 17u << 65536u << false;
    QTest::newRow("a KiB too few") << 3u << 8191u << false;
    QTest::newRow("a KiB too many") << 3u << 1048577u << false;
    QTest::newRow("4 TiB") << 3u << 0xffffffffu << false;
}

void PassphraseTest::kdfBounds()
{
    QFETCH(quint32, ops);
    QFETCH(quint32, memKib);
    QFETCH(bool, accepted);
    const Kdf kdf{.ops = ops, .memKib = memKib, .salt = {}};
    QCOMPARE(kdf.isAcceptable(), accepted);
    if (!accepted)
        QCOMPARE(deriveKek(SecretBytes(8), kdf).error().kind, Error::Internal);
}

QTEST_GUILESS_MAIN(PassphraseTest)
#include "tst_passphrase.moc"
