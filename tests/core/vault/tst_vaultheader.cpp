// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// Long because each field of the header is bent in turn.

// Longer than 400 lines: the table of hostile headers belongs beside the sample that it changes.

#include <functional>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "core/vault/Crypto.h"
#include "core/vault/VaultHeader.h"
#include "tests/core/vault/Doubles.h"

using namespace rapport::vault;
using rapport::domain::Uid;

namespace {

/// A header with every type of slot and both generations, and its secrets.
struct Sample
{
    VaultHeader header;
    SecretBytes kek{32};
    std::array<SecretBytes, 2> dbk{SecretBytes(32), SecretBytes(32)};

    Sample()
    {
        test::SeededRandom random(1);
        header.vaultId = Uid::create(1'790'000'000'000, random);
        header.seq = 7;
        random.fill(kek.bytes());
        for (std::uint32_t i = 0; i < 2; ++i) {
            random.fill(dbk[i].bytes());
            Generation generation{
                i + 1, {}, i == 0 ? Generation::State::Active : Generation::State::Incoming};
            random.fill(generation.dbSalt);
            header.generations.push_back(generation);
        }
        add(SlotType::Keychain, 1, random);
        add(SlotType::Passphrase, 1, random);
        add(SlotType::Recovery, 1, random);
        add(SlotType::Keychain, 2, random);
        add(SlotType::Passphrase, 2, random);
        add(SlotType::Recovery, 2, random);
        add(SlotType::Pin, 2, random);
        add(SlotType::Biometric, 2, random);
        authenticate();
    }

    void add(SlotType type, std::uint32_t gen, test::SeededRandom &random)
    {
        Slot slot{.id = static_cast<std::uint32_t>(header.keySlots.size() + 1), .type = type, .gen = gen};
        if (hasKdf(type))
            slot.kdf = Kdf::create(random);
        if (!wrap(slot, header.vaultId, kek, dbk[gen - 1], random))
            qFatal("cannot wrap");
        header.keySlots.push_back(slot);
    }

    void authenticate()
    {
        header.macs.clear();
        for (std::size_t i = 0; i < header.generations.size(); ++i)
            header.macs.push_back(*headerTag(header, dbk[i]));
    }
};

/// Whether a file is taken for authentic by someone who opens every slot.
bool passes(const QByteArray &file, const SecretBytes &kek)
{
    const auto header = VaultHeader::parse(file);
    if (!header)
        return false;
    return std::all_of(header->keySlots.begin(), header->keySlots.end(), [&](const Slot &slot) {
        const auto dbk = unwrap(slot, header->vaultId, kek);
        if (!dbk)
            return false;
        const auto index =
            static_cast<std::size_t>(header->generation(slot.gen) - header->generations.data());
        return crypto::equal(*headerTag(*header, *dbk), header->macs[index]);
    });
}

QJsonObject sampleObject()
{
    return QJsonDocument::fromJson(Sample().header.serialise()).object();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

using Change = std::function<void(QJsonObject &)>;

/// A change within the element of a list.
Change inList(const char *list, int index, const char *member, const QJsonValue &value)
{
    return [=](QJsonObject &object) {
        QJsonArray array = object.value(QLatin1String(list)).toArray();
        QJsonObject element = array.at(index).toObject();
        element.insert(QLatin1String(member), value);
        array.replace(index, element);
        object.insert(QLatin1String(list), array);
    };
}

Change inKdf(const char *member, const QJsonValue &value)
{
    return [=](QJsonObject &object) {
        QJsonObject kdf = object.value(QLatin1String("slots"))
                              .toArray()
                              .at(1)
                              .toObject()
                              .value(QLatin1String("kdf"))
                              .toObject();
        kdf.insert(QLatin1String(member), value);
        inList("slots", 1, "kdf", kdf)(object);
    };
}

Change top(const char *member, const QJsonValue &value)
{
    return [=](QJsonObject &object) { object.insert(QLatin1String(member), value); };
}

QString base64Zeros(int count)
{
    return QString::fromLatin1(QByteArray(count, '\0').toBase64());
}

} // namespace

Q_DECLARE_METATYPE(Change)

class VaultHeaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void goldenFile();
    void everyBit();
    void everyTruncation();
    void damagedContent_data();
    void damagedContent();
    void damagedText_data();
    void damagedText();
    void newer_data();
    void newer();
    void wrongKek();
    void slotFieldsAreAuthenticated_data();
    void slotFieldsAreAuthenticated();
};

void VaultHeaderTest::roundTrip()
{
    const Sample sample;
    const QByteArray file = sample.header.serialise();
    const auto parsed = VaultHeader::parse(file);
    QVERIFY(parsed);
    QVERIFY(*parsed == sample.header);
    QCOMPARE(parsed->serialise(), file);
    QVERIFY(passes(file, sample.kek));
}

// The format does not change: this file was checked by a reader in another
// language that was written from the description alone.
void VaultHeaderTest::goldenFile()
{
    const Sample sample;
    const QByteArray golden =
        R"({"format":1,"generations":[{"db_salt":"D0DEGW/i14camWgWCcPnfg==","id":1,"state":"active"},{"db_s)"
        R"(alt":"+P3NBjTVxgJM25XLB03ISw==","id":2,"state":"incoming"}],"mac":"zkuPO5waa/6kyX2EZzfXRKqM4oi++)"
        R"(UHp0ABJj7cGoNP0rVTIncxoxykCMhIYqVKXR6hFMJkyHIcDhDjErjcQ5g==","min_reader":1,"seq":7,"slots":[{"g)"
        R"(en":1,"id":1,"kdf":null,"nonce":"TCsUHiRnBy3EOfD80mANChd8UYd5mMrc","type":"keychain","wrapped":")"
        R"(iG2UknzP8ZkbzQY0Fn96UJ/UeVvJktwjRo98HYIDpKke8nDHLy8ZAXlzLsnZ8lq6"},{"gen":1,"id":2,"kdf":{"alg":)"
        R"("argon2id","mem":65536,"ops":3,"salt":"lKCMwV486ZhSc2GC7NxnYg=="},"nonce":"CrZg6VLWxsJH57A2D4WRq)"
        R"(hR2sBbljfFy","type":"passphrase","wrapped":"u+4XpxEa76A2kCyGdxDrAbpSllI7s/LSMTzR8xGdzxZyfrCxLVqQ)"
        R"(XQTZnsbg1vy2"},{"gen":1,"id":3,"kdf":{"alg":"argon2id","mem":65536,"ops":3,"salt":"YbVUCmC3PTjZl)"
        R"(edg+dMZ8Q=="},"nonce":"jo3UdCuGzbi7jxj7icLHNUWkZfgVKE3b","type":"recovery","wrapped":"MI4udiAUY5)"
        R"(t+KzwY+zpPuT+K0/xCASj/5ZW796XZCpj9WVnfQTI3P1MNGjS6YKKe"},{"gen":2,"id":4,"kdf":null,"nonce":"sXE)"
        R"(vzajOLVeQnOotw3RCzi6AnT9LI7Xd","type":"keychain","wrapped":"lRaXtPx38PL5SlC+aUEdE79K2FqA4Ia7ffwK)"
        R"(OAA/Kn5P9iIOobpLl5ZKUH6Dgpae"},{"gen":2,"id":5,"kdf":{"alg":"argon2id","mem":65536,"ops":3,"salt)"
        R"(":"IYLUUzA2IP2cN9IfHN5KiA=="},"nonce":"bWMgCFTNMk+pQGzTGHHqFCwPntuO8xP7","type":"passphrase","wr)"
        R"(apped":"zJV/YeI/sSkdzg9szG2DeA2nSBZuJKs5wsgClg7p5SFXKihh/8StDPLSp/Dkh7jV"},{"gen":2,"id":6,"kdf")"
        R"(:{"alg":"argon2id","mem":65536,"ops":3,"salt":"mutWh+M1r2688yJk5CCTww=="},"nonce":"GNPlXqav54VPP)"
        R"(3FXoCrKwtjinpFEQLz0","type":"recovery","wrapped":"N9QFpHn98UzsBOWXvKogloOR5E7yusOX+Uaftk5c5ftNAJ)"
        R"(kaFWCEkpDVUWVtijwr"},{"gen":2,"id":7,"kdf":{"alg":"argon2id","mem":65536,"ops":3,"salt":"zpGno9G)"
        R"(cliapys1GmebwMA=="},"nonce":"sr4sabYAVvcQEwlw3DNvintElw6/Fa58","type":"pin","wrapped":"4RonpM9uq)"
        R"(Aknq1EPeERHy4hyUPEB5qFyJgk4HzJyH05Oh8GgRoe7WinJodZ9sr3o"},{"gen":2,"id":8,"kdf":null,"nonce":"g7)"
        R"(hY0K42z0f8Ds2PmTXU+brVcu6dLCWW","type":"biometric","wrapped":"diHsUQ7xyYoQo1/nGGfEHHNr9prVa2b15W)"
        R"(5w1XvkMT4B/xVjv2xHJU1DCtDUEoiU"}],"vault_id":"01a0c450-6c00-7b85-8fc0-9081cc47edfc"})";
    QCOMPARE(sample.header.serialise(), golden);
}

void VaultHeaderTest::everyBit()
{
    const Sample sample;
    const QByteArray file = sample.header.serialise();
    int undetected = 0;
    for (qsizetype i = 0; i < file.size() * 8; ++i) {
        QByteArray flipped = file;
        flipped[i / 8] = static_cast<char>(flipped[i / 8] ^ (1 << (i % 8)));
        if (passes(flipped, sample.kek))
            ++undetected;
    }
    qInfo("%lld bits flipped, undetected %d", static_cast<long long>(file.size() * 8), undetected);
    QCOMPARE(undetected, 0);
}

void VaultHeaderTest::everyTruncation()
{
    const QByteArray file = Sample().header.serialise();
    for (qsizetype length = 0; length < file.size(); ++length)
        QCOMPARE(VaultHeader::parse(file.first(length)).error().kind, Error::HeaderDamaged);
}

void VaultHeaderTest::damagedContent_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("format a text") << top("format", QStringLiteral("1"));
    QTest::newRow("format 0") << top("format", 0);
    QTest::newRow("format 1.5") << top("format", 1.5);
    QTest::newRow("min_reader negative") << top("min_reader", -1);
    QTest::newRow("vault_id nil") << top("vault_id", Uid().toString());
    QTest::newRow("vault_id upper case")
        << top("vault_id", QStringLiteral("01A0C5B3-0000-7000-8000-00000000ABCD"));
    QTest::newRow("vault_id short") << top("vault_id", QStringLiteral("01a0"));
    QTest::newRow("seq 0") << top("seq", 0);
    QTest::newRow("seq 2^53") << top("seq", qint64{1} << 53);
    QTest::newRow("seq enormous") << top("seq", 1e300);
    QTest::newRow("unknown member") << top("comment", QStringLiteral("hello"));
    QTest::newRow("no generation") << top("generations", QJsonArray());
    QTest::newRow("generations an object") << top("generations", QJsonObject());
    QTest::newRow("two active") << inList("generations", 1, "state", QStringLiteral("active"));
    QTest::newRow("none active") << inList("generations", 0, "state", QStringLiteral("incoming"));
    QTest::newRow("unknown state") << inList("generations", 1, "state", QStringLiteral("outgoing"));
    QTest::newRow("same generation twice") << inList("generations", 1, "id", 1);
    QTest::newRow("generation 0") << inList("generations", 0, "id", 0);
    QTest::newRow("generation 2^31") << inList("generations", 1, "id", qint64{1} << 31);
    QTest::newRow("db_salt 15 bytes") << inList("generations", 0, "db_salt", base64Zeros(15));
    QTest::newRow("db_salt 17 bytes") << inList("generations", 0, "db_salt", base64Zeros(17));
    QTest::newRow("db_salt missing") << inList("generations", 0, "db_salt", QJsonValue());
    QTest::newRow("unknown in generation") << inList("generations", 0, "x", 1);
    QTest::newRow("no slot") << top("slots", QJsonArray());
    QTest::newRow("nine slots") << Change([](QJsonObject &object) {
        QJsonArray all = object.value(QLatin1String("slots")).toArray();
        QJsonObject ninth = all.at(7).toObject();
        ninth.insert(QLatin1String("id"), 9);
        ninth.insert(QLatin1String("gen"), 1);
        all.append(ninth);
        object.insert(QLatin1String("slots"), all);
    });
    QTest::newRow("slot of no generation") << inList("slots", 7, "gen", 3);
    QTest::newRow("generation without a slot") << Change([](QJsonObject &object) {
        const QJsonArray all = object.value(QLatin1String("slots")).toArray();
        object.insert(QLatin1String("slots"), QJsonArray{all.at(0), all.at(1)});
    });
    QTest::newRow("slots not ascending") << inList("slots", 1, "id", 1);
    QTest::newRow("type twice") << inList("slots", 7, "type", QStringLiteral("keychain"));
    QTest::newRow("unknown type") << inList("slots", 0, "type", QStringLiteral("yubikey"));
    QTest::newRow("keychain with a kdf") << Change([](QJsonObject &object) {
        const QJsonValue kdf =
            object.value(QLatin1String("slots")).toArray().at(1).toObject().value(QLatin1String("kdf"));
        inList("slots", 0, "kdf", kdf)(object);
    });
    QTest::newRow("passphrase without a kdf") << inList("slots", 1, "kdf", QJsonValue(QJsonValue::Null));
    QTest::newRow("kdf a number") << inList("slots", 1, "kdf", 3);
    QTest::newRow("unknown alg") << inKdf("alg", QStringLiteral("scrypt"));
    QTest::newRow("ops 0") << inKdf("ops", 0);
    QTest::newRow("ops 17") << inKdf("ops", 17);
    QTest::newRow("ops enormous") << inKdf("ops", 4294967299.0);
    QTest::newRow("mem a KiB below 8 MiB") << inKdf("mem", 8191);
    QTest::newRow("mem a KiB above 1 GiB") << inKdf("mem", 1048577);
    QTest::newRow("mem 2^32 + 65536") << inKdf("mem", 4295032832.0);
    QTest::newRow("salt empty") << inKdf("salt", QString());
    QTest::newRow("salt 32 bytes") << inKdf("salt", base64Zeros(32));
    QTest::newRow("nonce 12 bytes") << inList("slots", 0, "nonce", base64Zeros(12));
    QTest::newRow("nonce not base64") << inList("slots", 0, "nonce", QString(32, QLatin1Char('*')));
    QTest::newRow("nonce beyond Latin-1") << inList("slots", 0, "nonce", QString(32, QChar(0x1041)));
    QTest::newRow("wrapped 47 bytes") << inList("slots", 0, "wrapped", base64Zeros(47));
    QTest::newRow("wrapped url alphabet") << inList("slots", 0, "wrapped", QString(64, QLatin1Char('-')));
    QTest::newRow("unknown in slot") << inList("slots", 0, "hint", QStringLiteral("cat"));
    QTest::newRow("one mac for two") << top("mac", base64Zeros(32));
    QTest::newRow("mac stray bits") << top("mac",
                                           QString(QString(85, QLatin1Char('A')) + QLatin1String("B==")));
}

void VaultHeaderTest::damagedContent()
{
    QFETCH(Change, change);
    QJsonObject object = sampleObject();
    QVERIFY(VaultHeader::parse(compact(object)));
    change(object);
    const auto parsed = VaultHeader::parse(compact(object));
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, Error::HeaderDamaged);
}

void VaultHeaderTest::damagedText_data()
{
    const QByteArray good = Sample().header.serialise();
    const auto replaced = [&good](const char *what, const char *with) {
        QByteArray text = good;
        return text.replace(what, with);
    };
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a zero byte") << QByteArray(1, '\0');
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("not JSON") << QByteArray("SQLite format 3");
    QTest::newRow("an array") << QByteArray("[1,2]");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("a line end after it") << good + '\n';
    QTest::newRow("two objects") << good + good;
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + good;
    QTest::newRow("a space") << replaced("\"seq\":", "\"seq\": ");
    QTest::newRow("member twice, same value") << replaced("\"seq\":7", "\"seq\":7,\"seq\":7");
    QTest::newRow("member twice, other first") << replaced("\"seq\":7", "\"seq\":8,\"seq\":7");
    QTest::newRow("number with a point") << replaced("\"seq\":7", "\"seq\":7.0");
    QTest::newRow("number with an exponent") << replaced("\"seq\":7", "\"seq\":7e0");
    QTest::newRow("number with a zero") << replaced("\"seq\":7", "\"seq\":07");
    QTest::newRow("escaped letter") << replaced("\"active\"", "\"\\u0061ctive\"");
    QTest::newRow("not UTF-8") << replaced("\"active\"", "\"activ\xff\"");
    QTest::newRow("deep nesting") << QByteArray(60'000, '[');
    QTest::newRow("65,537 bytes") << good + QByteArray(VaultHeader::maxFileSize + 1 - good.size(), ' ');
    QTest::newRow("10 MB") << QByteArray(10'000'000, '{');
}

void VaultHeaderTest::damagedText()
{
    QFETCH(QByteArray, text);
    const auto parsed = VaultHeader::parse(text);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, Error::HeaderDamaged);
}

void VaultHeaderTest::newer_data()
{
    QTest::addColumn<QByteArray>("text");
    QJsonObject object = sampleObject();
    object.insert(QLatin1String("format"), 2);
    QTest::newRow("format 2") << compact(object);
    object.insert(QLatin1String("min_reader"), 2);
    object.remove(QLatin1String("slots"));
    object.insert(QLatin1String("locks"), QJsonObject());
    QTest::newRow("format 2, other members") << compact(object);
    QTest::newRow("format 2, laid out otherwise") << QJsonDocument(object).toJson(QJsonDocument::Indented);
    object = sampleObject();
    object.insert(QLatin1String("min_reader"), 900);
    QTest::newRow("only min_reader") << compact(object);
}

void VaultHeaderTest::newer()
{
    QFETCH(QByteArray, text);
    QCOMPARE(VaultHeader::parse(text).error().kind, Error::NewerVersion);
}

void VaultHeaderTest::wrongKek()
{
    const Sample sample;
    const Slot &slot = sample.header.keySlots.front();
    test::SeededRandom random(99);
    SecretBytes kek(32);
    int opened = 0;
    for (int i = 0; i < 10'000; ++i) {
        random.fill(kek.bytes());
        if (unwrap(slot, sample.header.vaultId, kek))
            ++opened;
    }
    QCOMPARE(opened, 0);
    for (const std::size_t size : {0u, 1u, 31u, 33u, 64u})
        QCOMPARE(unwrap(slot, sample.header.vaultId, SecretBytes(size)).error().kind, Error::WrongKey);
    const auto dbk = unwrap(slot, sample.header.vaultId, sample.kek);
    QVERIFY(dbk && *dbk == sample.dbk[0]);
}

void VaultHeaderTest::slotFieldsAreAuthenticated_data()
{
    using Tamper = std::function<void(Slot &, Uid &)>;
    QTest::addColumn<Tamper>("tamper");
    QTest::newRow("id") << Tamper([](Slot &slot, Uid &) { slot.id = 3; });
    QTest::newRow("type") << Tamper([](Slot &slot, Uid &) { slot.type = SlotType::Recovery; });
    QTest::newRow("gen") << Tamper([](Slot &slot, Uid &) { slot.gen = 2; });
    QTest::newRow("no kdf") << Tamper([](Slot &slot, Uid &) { slot.kdf.reset(); });
    QTest::newRow("ops") << Tamper([](Slot &slot, Uid &) { slot.kdf->ops = 1; });
    QTest::newRow("mem") << Tamper([](Slot &slot, Uid &) { slot.kdf->memKib = Kdf::minMemKib; });
    QTest::newRow("salt") << Tamper([](Slot &slot, Uid &) { slot.kdf->salt[0] ^= std::byte{1}; });
    QTest::newRow("nonce") << Tamper([](Slot &slot, Uid &) { slot.nonce[0] ^= std::byte{1}; });
    QTest::newRow("wrapped") << Tamper([](Slot &slot, Uid &) { slot.wrapped[0] ^= std::byte{1}; });
    QTest::newRow("vault") << Tamper([](Slot &, Uid &vault) {
        test::SeededRandom random(5);
        vault = Uid::create(0, random);
    });
}

void VaultHeaderTest::slotFieldsAreAuthenticated()
{
    QFETCH(std::function<void(Slot &, Uid &)>, tamper);
    Sample sample;
    Slot slot = sample.header.keySlots[1];
    QVERIFY(unwrap(slot, sample.header.vaultId, sample.kek));
    tamper(slot, sample.header.vaultId);
    QCOMPARE(unwrap(slot, sample.header.vaultId, sample.kek).error().kind, Error::WrongKey);
}

QTEST_GUILESS_MAIN(VaultHeaderTest)
#include "tst_vaultheader.moc"
