// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include <QTest>

#include "core/domain/Uid.h"

using namespace rapport::domain;

namespace {

/// Always the same byte.
class FlatRandom : public RandomSource
{
public:
    explicit FlatRandom(int byte)
        : m_byte(static_cast<std::byte>(byte))
    {}
    void fill(std::span<std::byte> bytes) override { std::fill(bytes.begin(), bytes.end(), m_byte); }

private:
    std::byte m_byte;
};

} // namespace

class TestUid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layout_data()
    {
        QTest::addColumn<qint64>("utcMs");
        QTest::addColumn<int>("chance");
        QTest::addColumn<QString>("text");
        // The time is that of the example in RFC 9562, appendix A.6.
        QTest::newRow("RFC time, no chance")
            << 0x017F22E279B0LL << 0x00 << QStringLiteral("017f22e2-79b0-7000-8000-000000000000");
        QTest::newRow("RFC time, all bits")
            << 0x017F22E279B0LL << 0xff << QStringLiteral("017f22e2-79b0-7fff-bfff-ffffffffffff");
        QTest::newRow("mixed bits") << 1LL << 0x5a << QStringLiteral("00000000-0001-7a5a-9a5a-5a5a5a5a5a5a");
        QTest::newRow("the epoch") << 0LL << 0x00 << QStringLiteral("00000000-0000-7000-8000-000000000000");
        QTest::newRow("before the epoch")
            << -5LL << 0x00 << QStringLiteral("00000000-0000-7000-8000-000000000000");
        QTest::newRow("the last time")
            << 0xFFFFFFFFFFFFLL << 0x00 << QStringLiteral("ffffffff-ffff-7000-8000-000000000000");
    }

    void layout()
    {
        QFETCH(qint64, utcMs);
        QFETCH(int, chance);
        QFETCH(QString, text);
        FlatRandom random(chance);
        const Uid uid = Uid::create(utcMs, random);
        QCOMPARE(uid.toString(), text);
        QCOMPARE(uid.toBytes().size(), 16);
        QCOMPARE(uid.toBytes().toHex(), text.remove(u'-').toLatin1());
        QVERIFY(!uid.isNull());
        QCOMPARE(Uid::fromBytes(uid.toBytes()), std::optional(uid));
        QCOMPARE(Uid::fromString(uid.toString()), std::optional(uid));
        QCOMPARE(Uid::fromString(uid.toString().toUpper()), std::optional(uid));
    }

    void laterIsGreater()
    {
        FlatRandom high(0xff);
        FlatRandom low(0x00);
        for (const qint64 time : {0LL, 255LL, 256LL, 65'535LL, 1'772'438'400'000LL}) {
            const Uid earlier = Uid::create(time, high);
            const Uid later = Uid::create(time + 1, low);
            QVERIFY(earlier < later);
            QVERIFY(earlier.toBytes() < later.toBytes()); // as the database sorts
            QVERIFY(earlier.toString() < later.toString());
        }
    }

    void bytesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("null") << QByteArray();
        QTest::newRow("15") << QByteArray(15, 'x');
        QTest::newRow("17") << QByteArray(17, 'x');
        QTest::newRow("its text") << QByteArray("017f22e2-79b0-7000-8000-000000000000");
    }

    void bytesThatAreNone()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(Uid::fromBytes(bytes), std::nullopt);
    }

    void textsThatAreNone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("null") << QString();
        QTest::newRow("braces") << QStringLiteral("{017f22e2-79b0-7000-8000-000000000000}");
        QTest::newRow("no hyphens") << QStringLiteral("017f22e279b070008000000000000000");
        QTest::newRow("a letter too far") << QStringLiteral("017f22e2-79b0-7000-8000-00000000000g");
        QTest::newRow("one short") << QStringLiteral("017f22e2-79b0-7000-8000-00000000000");
        QTest::newRow("hyphens elsewhere") << QStringLiteral("017f22e27-9b0-7000-8000-000000000000");
        QTest::newRow("braces in the count") << QStringLiteral("{17f22e2-79b0-7000-8000-00000000000}");
        QTest::newRow("words") << QStringLiteral("this is no uid but is as long as one");
    }

    void textsThatAreNone()
    {
        QFETCH(QString, text);
        QCOMPARE(Uid::fromString(text), std::nullopt);
    }

    void nilNamesNothing()
    {
        QVERIFY(Uid().isNull());
        QCOMPARE(Uid::fromString(Uid().toString()), std::optional(Uid()));
        QCOMPARE(Uid().toString(), QStringLiteral("00000000-0000-0000-0000-000000000000"));
    }
};

QTEST_GUILESS_MAIN(TestUid)
#include "tst_uid.moc"
