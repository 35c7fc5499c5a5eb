// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/vault/Crypto.h"

using namespace rapport::vault;

namespace {

std::span<const std::byte> spanOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

QByteArray hexOf(std::span<const std::byte> bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()))
        .toHex();
}

QByteArray counting(int from, int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes.append(static_cast<char>(from + i));
    return bytes;
}

} // namespace

/// Proves the parameters: the primitives, called through our wrappers, give
/// what others say they give.
class CryptoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void argon2id_data();
    void argon2id();
    void xchacha20Poly1305();
    void tamperedMessage_data();
    void tamperedMessage();
    void keyedBlake2b_data();
    void keyedBlake2b();
    void hashRefusesSizes();
    void plainBlake2b_data();
    void plainBlake2b();
    void stream();
    void tamperedStream_data();
    void tamperedStream();
};

// Made by the reference implementation of RFC 9106 (the argon2 program,
// 20171227): argon2 SALT -id -t OPS -m log2(KIB) -p 1 -l 32 -v 13 -r
void CryptoTest::argon2id_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("salt");
    QTest::addColumn<quint32>("ops");
    QTest::addColumn<quint32>("memKib");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray password("password");
    const QByteArray salt("somesaltsomesalt");
    QTest::newRow("today's cost") << password << salt << 3u << 65536u
                                  << QByteArray(
                                         "7664ad4ba1a3c999fcdd0991ffc2270f78302d2383233db5e7befc85d1bb1819");
    QTest::newRow("lowest bounds") << password << salt << 1u << 8192u
                                   << QByteArray(
                                          "84fb006bbc3cd69895722b64b5bf735251a9e8e9f3ecb93ff595b98aeb7accb7");
    QTest::newRow("most passes") << password << salt << 16u << 8192u
                                 << QByteArray(
                                        "24c207ef7144748e429553baaa97263429e7251f5dd52c4d9643a7ff627b8993");
    QTest::newRow("beyond ASCII") << QByteArray("contrase\xc3\xb1"
                                                "a \xe6\xbc\xa2\xe5\xad\x97")
                                  << QByteArray("0123456789abcdef") << 3u << 65536u
                                  << QByteArray(
                                         "f180e68cf7f3a8271d851e62d3aa584f805ef5392d44027eafe10b80dc6dab46");
}

void CryptoTest::argon2id()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, salt);
    QFETCH(quint32, ops);
    QFETCH(quint32, memKib);
    QFETCH(QByteArray, expected);
    QCOMPARE(salt.size(), 16);
    const SecretBytes key = crypto::argon2id(spanOf(secret), spanOf(salt).first<16>(), ops, memKib);
    QCOMPARE(hexOf(key.bytes()), expected);
}

// draft-irtf-cfrg-xchacha-03, appendix A.3.1
void CryptoTest::xchacha20Poly1305()
{
    const QByteArray message =
        "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the "
        "future, sunscreen would be it.";
    const QByteArray additional = QByteArray::fromHex("50515253c0c1c2c3c4c5c6c7");
    const QByteArray key = counting(0x80, 32);
    const QByteArray nonce = counting(0x40, 24);
    const QByteArray expected = "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4a"
                                "a6440bf3a82f4eda7e39ae64c6708c54"
                                "c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b23835"
                                "65d3fff921f9664c97637da9768812f6"
                                "15c68b13b52ec0875924c1c7987947deafd8780acf49";
    QByteArray sealed(message.size() + 16, '\0');
    QVERIFY(crypto::seal(
        spanOf(key).first<32>(), spanOf(nonce).first<24>(), spanOf(additional), spanOf(message),
        std::as_writable_bytes(std::span(sealed.data(), static_cast<std::size_t>(sealed.size())))));
    QCOMPARE(sealed.toHex(), expected);
    const auto opened =
        crypto::open(spanOf(key).first<32>(), spanOf(nonce).first<24>(), spanOf(additional), spanOf(sealed));
    QVERIFY(opened);
    QCOMPARE(hexOf(opened->bytes()), message.toHex());
}

void CryptoTest::tamperedMessage_data()
{
    QTest::addColumn<int>("part");
    QTest::newRow("key") << 0;
    QTest::newRow("nonce") << 1;
    QTest::newRow("additional data") << 2;
    QTest::newRow("sealed") << 3;
    QTest::newRow("sealed, shorter than a tag") << 4;
}

void CryptoTest::tamperedMessage()
{
    QFETCH(int, part);
    std::array<QByteArray, 4> parts{counting(1, 32), counting(2, 24), QByteArray("additional"),
                                    QByteArray(48, '\0')};
    const QByteArray message = counting(9, 32);
    QVERIFY(crypto::seal(spanOf(parts[0]).first<32>(), spanOf(parts[1]).first<24>(), spanOf(parts[2]),
                         spanOf(message), std::as_writable_bytes(std::span(parts[3].data(), 48u))));
    if (part == 4) {
        parts[3].truncate(15);
    } else {
        QByteArray &tampered = parts[static_cast<std::size_t>(part)];
        tampered[3] = static_cast<char>(tampered[3] ^ 1);
    }
    QVERIFY(!crypto::open(spanOf(parts[0]).first<32>(), spanOf(parts[1]).first<24>(), spanOf(parts[2]),
                          spanOf(parts[3])));
}

// The first two: BLAKE2's own known-answer tests. The 32-byte ones: made by an
// implementation that is not libsodium's.
void CryptoTest::keyedBlake2b_data()
{
    QTest::addColumn<int>("keySize");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("64 bytes, empty message")
        << 64 << QByteArray()
        << QByteArray("10ebb67700b1868efb4417987acf4690ae9d972fb7a590c2f02871799aaa4786"
                      "b5e996e8f0f4eb981fc214b005f42d2ff4233499391653df7aefcbc13fc51568");
    QTest::newRow("64 bytes, one zero byte")
        << 64 << QByteArray(1, '\0')
        << QByteArray("961f6dd1e4dd30f63901690c512e78e4b45e4742ed197c3c5e45c549fd25f2e4"
                      "187b0bc9fe30492b16b0d0bc4ef9b0f34c7003fac09a5ef1532e69430234cebd");
    QTest::newRow("32 bytes, empty message")
        << 32 << QByteArray()
        << QByteArray("4e51e7a913fc80137da52880fecca175bf81e117d5c68126dc2774033517ea0d");
    QTest::newRow("32 bytes, the header's label")
        << 32 << QByteArray("RAPPORT HEADER MAC 1")
        << QByteArray("1aa6695522acd135cbc6d47e34485e6842c72b1dfc884e3c7bf4fabcb23b63a9");
}

void CryptoTest::keyedBlake2b()
{
    QFETCH(int, keySize);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, expected);
    const QByteArray key = counting(0, keySize);
    QByteArray digest(keySize, '\0');
    QVERIFY(crypto::keyedHash(
        spanOf(key), spanOf(message),
        std::as_writable_bytes(std::span(digest.data(), static_cast<std::size_t>(keySize)))));
    QCOMPARE(digest.toHex(), expected);
}

void CryptoTest::hashRefusesSizes()
{
    std::array<std::byte, 32> digest{};
    QVERIFY(!crypto::keyedHash({}, {}, digest)); // without a key it would not be a MAC
    QVERIFY(!crypto::keyedHash(std::span(digest).first(15), {}, digest));
    QVERIFY(!crypto::keyedHash(digest, {}, std::span(digest).first(15)));
}

// Made by an implementation that is not libsodium's.
void CryptoTest::plainBlake2b_data()
{
    QTest::addColumn<QByteArrayList>("pieces");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray abc("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    QTest::newRow("nothing") << QByteArrayList()
                             << QByteArray(
                                    "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    QTest::newRow("one piece") << QByteArrayList{"abc"} << abc;
    QTest::newRow("three pieces") << QByteArrayList{"a", "", "bc"} << abc;
}

void CryptoTest::plainBlake2b()
{
    QFETCH(QByteArrayList, pieces);
    QFETCH(QByteArray, expected);
    crypto::Hash hash;
    for (const QByteArray &piece : pieces)
        hash.add(spanOf(piece));
    QCOMPARE(hexOf(hash.digest()), expected);
}

namespace {

const QByteArrayList streamMessages{
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, ",
    "sunscreen would be it."};
const QByteArray streamAdditional = QByteArray::fromHex("50515253c0c1c2c3c4c5c6c7");

crypto::Stream newStream()
{
    return {spanOf(counting(0x80, 32)).first<32>(), spanOf(counting(0x40, 24)).first<24>()};
}

std::span<std::byte> writable(QByteArray &bytes)
{
    return std::as_writable_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size())));
}

} // namespace

// Made after libsodium's description by ChaCha20 and Poly1305 in pure Python,
// and opened by libsodium's own decoder there.
void CryptoTest::stream()
{
    const QByteArrayList expected{
        "667bcbd3e76df781e7e8873364fd9d1e3c485f5f850ef76a7016423dd7c23db1106819a0e40230c0919b01f56974ded5bcb2"
        "36d11cbe840b3db9cfb1a358c57f0bd594850ebd7427cba54e22a2c3db14141ef7e64a5808f9ff85ddcf4e3f929a023f8023"
        "18abafcef92f6bc7b0",
        "4830d70bc9c40de1ec051c4095a4f4414d9314211ed5207f7ad538fe25365d0f5d2bfec7723d3b"};
    crypto::Stream sealing = newStream();
    crypto::Stream opening = newStream();
    for (int i = 0; i < 2; ++i) {
        QByteArray sealed(streamMessages[i].size() + 17, '\0');
        QVERIFY(sealing.seal(spanOf(streamMessages[i]), spanOf(streamAdditional), i == 1, writable(sealed)));
        QCOMPARE(sealed.toHex(), expected[i]);
        QByteArray message(streamMessages[i].size(), '\0');
        QCOMPARE(opening.open(spanOf(sealed), spanOf(streamAdditional), writable(message)),
                 i == 1 ? crypto::Stream::Opened::Last : crypto::Stream::Opened::Middle);
        QCOMPARE(message, streamMessages[i]);
    }
}

void CryptoTest::tamperedStream_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("a bit of the tag") << 0;
    QTest::newRow("a bit of the message") << 1;
    QTest::newRow("a bit of the authenticator") << 108;
    QTest::newRow("the additional data") << 1000;
    QTest::newRow("the second message first") << 1001;
    QTest::newRow("shorter") << 1002;
}

void CryptoTest::tamperedStream()
{
    QFETCH(int, what);
    crypto::Stream sealing = newStream();
    QByteArrayList sealed;
    for (int i = 0; i < 2; ++i) {
        sealed.append(QByteArray(streamMessages[i].size() + 17, '\0'));
        QVERIFY(
            sealing.seal(spanOf(streamMessages[i]), spanOf(streamAdditional), i == 1, writable(sealed[i])));
    }
    QByteArray additional = streamAdditional;
    QByteArray first = sealed[what == 1001 ? 1 : 0];
    if (what == 1000)
        additional[0] = 'x';
    else if (what == 1002)
        first.chop(1);
    else if (what < 1000)
        first[what] = static_cast<char>(first[what] ^ 1);
    QByteArray message(first.size() - 17, '\0');
    crypto::Stream opening = newStream();
    QCOMPARE(opening.open(spanOf(first), spanOf(additional), writable(message)), crypto::Stream::Opened::No);
}

QTEST_GUILESS_MAIN(CryptoTest)
#include "tst_crypto.moc"
