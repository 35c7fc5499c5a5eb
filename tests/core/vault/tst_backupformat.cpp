// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/storage/Schema.h"
#include "tests/core/vault/BackupPlace.h"

using namespace rapport::vault;
using namespace rapport::vault::test;

namespace {

/// A backup in memory, whose image may be any bytes.
struct Sample
{
    BackupPrefix prefix{.kdf = {.ops = 1, .memKib = Kdf::minMemKib, .salt = {}},
                        .createdMs = 1'790'000'000'000,
                        .series = {}};
    BackupKeys keys;
    BackupManifest manifest;
    QByteArray image;
    QByteArray file;

    explicit Sample(qint64 size = qint64{41} * 4096)
    {
        SeededRandom random(5);
        random.fill(prefix.kdf.salt);
        keys = std::move(*BackupKeys::derive(secret(backupPassphrase), prefix.kdf, prefix.serialise()));
        image.resize(size);
        random.fill(std::as_writable_bytes(std::span(image.data(), static_cast<std::size_t>(size))));
        manifest.imageKey = SecretBytes(48);
        random.fill(manifest.imageKey.bytes());
        manifest.schema = rapport::storage::newestSchemaVersion();
        manifest.size = size;
        manifest.rows = {{QStringLiteral("card"), 3}, {QStringLiteral("pause"), 0}};
        MemoryInput input(image);
        manifest.hash = *hashOf(input, ProgressSpan({}, 0, 1));
        file = sealed();
    }

    QByteArray sealed() const
    {
        class Memory final : public Disk::Output
        {
        public:
            Result<void> append(std::span<const std::byte> bytes) override
            {
                file.append(reinterpret_cast<const char *>(bytes.data()),
                            static_cast<qsizetype>(bytes.size()));
                return {};
            }
            Result<void> finish() override { return {}; }
            QByteArray file;
        } memory;
        MemoryInput input(image);
        SeededRandom random(6);
        if (!seal(memory, prefix, keys, manifest, input, random, ProgressSpan({}, 0, 1)))
            throw std::runtime_error("not sealed");
        return memory.file;
    }

    qsizetype streamStart() const { return prefix.serialise().size() + 32 + 24; }

    /// Where each sealed message begins, and the end.
    QList<qsizetype> boundaries() const
    {
        QList<qsizetype> all{streamStart()};
        while (all.back() + 65'553 < file.size())
            all.append(all.back() + 65'553);
        all.append(file.size());
        return all;
    }
};

/// Reads all of it; −1 where it is a good backup.
int errorOf(const QByteArray &file, const BackupKeys *keys)
{
    MemoryInput input(file);
    BackupReader reader(input);
    const auto prefix = reader.readPrefix();
    if (!prefix)
        return prefix.error().kind;
    if (keys) {
        if (const auto unlocked = reader.unlock(*keys); !unlocked)
            return unlocked.error().kind;
    } else if (const auto unlocked = reader.unlock(secret(backupPassphrase)); !unlocked) {
        return unlocked.error().kind;
    }
    const auto manifest = reader.readManifest();
    if (!manifest)
        return manifest.error().kind;
    const auto read = reader.readImage(
        *manifest, [](std::span<const std::byte>) -> BackupResult<void> { return {}; },
        ProgressSpan({}, 0, 1));
    return read ? -1 : static_cast<int>(read.error().kind);
}

} // namespace

class BackupFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizes_data();
    void sizes();
    void prefixes_data();
    void prefixes();
    void everyBitOfThePrefix();
    void flippedBits();
    void truncations();
    void shuffled_data();
    void shuffled();
    void manifests_data();
    void manifests();
    void unbelievedSizes();
};

void BackupFormatTest::sizes_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("one page") << qint64{4096};
    QTest::newRow("a page less than a message") << qint64{61'440};
    QTest::newRow("a message") << qint64{65'536};
    QTest::newRow("a page more") << qint64{69'632};
    QTest::newRow("three messages") << qint64{196'608};
}

void BackupFormatTest::sizes()
{
    QFETCH(qint64, size);
    const Sample sample(size);
    QCOMPARE(errorOf(sample.file, nullptr), -1);
    QCOMPARE(sample.file.size(), sample.prefix.serialise().size() + sealedSize(size));
    QCOMPARE(sample.boundaries().size(), imageMessages(size) + 2);
}

void BackupFormatTest::prefixes_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const char *from, const char *to, BackupError::Kind kind) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << static_cast<int>(kind);
    };
    row("another magic", "RAPBKUP1", "SQLite f", BackupError::NotABackup);
    row("a later magic", "RAPBKUP1", "RAPBKUP2", BackupError::NewerVersion);
    row("no version", "RAPBKUP1", "RAPBKUPx", BackupError::NotABackup);
    row("a later format", "\"format\":1", "\"format\":2", BackupError::NewerVersion);
    row("a later format, and other rules", "\"kdf\":\"argon2id\"", "\"format\":7,\"x\":\"y\"",
        BackupError::NewerVersion);
    row("format 0", "\"format\":1", "\"format\":0", BackupError::Damaged);
    row("format as text", "\"format\":1", "\"format\":\"1\"", BackupError::Damaged);
    row("another kdf", "argon2id", "scrypt--", BackupError::Damaged);
    row("4 TiB", "\"mem\":8192", "\"mem\":4294967296", BackupError::Damaged);
    row("too little", "\"mem\":8192", "\"mem\":8191", BackupError::Damaged);
    row("negative", "\"mem\":8192", "\"mem\":-8192", BackupError::Damaged);
    row("no passes", "\"ops\":1", "\"ops\":0", BackupError::Damaged);
    row("17 passes", "\"ops\":1", "\"ops\":17", BackupError::Damaged);
    row("a fraction", "\"ops\":1", "\"ops\":1.5", BackupError::Damaged);
    row("another spelling", "\"ops\":1", "\"ops\":1.0", BackupError::Damaged);
    row("white space", "\"ops\":1", "\"ops\": 1", BackupError::Damaged);
    row("twice", "\"ops\":1", "\"ops\":1,\"ops\":1", BackupError::Damaged);
    row("unknown member", "\"ops\":1", "\"ops\":1,\"pps\":1", BackupError::Damaged);
    row("missing member", ",\"ops\":1", "", BackupError::Damaged);
    row("short salt", "==\",\"series\"", "\",\"series\"", BackupError::Damaged);
    row("before 1970", "\"created\":1", "\"created\":-1", BackupError::Damaged);
}

void BackupFormatTest::prefixes()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, expected);
    const Sample sample(4096);
    QByteArray prefix = sample.prefix.serialise();
    const QByteArray rest = sample.file.mid(prefix.size());
    QVERIFY(prefix.contains(from));
    prefix.replace(from, to);
    const auto length = static_cast<quint32>(prefix.size() - 12);
    for (int i = 0; i < 4; ++i)
        prefix[8 + i] = static_cast<char>(length >> (8 * i));
    QCOMPARE(errorOf(prefix + rest, nullptr), expected);
}

// A bit that makes another good prefix makes another key: then the passphrase
// is not right for it. None gets any further.
void BackupFormatTest::everyBitOfThePrefix()
{
    const Sample sample(4096);
    const qsizetype end = sample.prefix.serialise().size() + 32;
    std::map<int, int> kinds;
    for (qsizetype bit = 0; bit < end * 8; ++bit) {
        QByteArray file = sample.file;
        file[bit / 8] = static_cast<char>(file[bit / 8] ^ (1 << (bit % 8)));
        // Argon2id of the flipped parameters would take minutes: with the key
        // of the right ones less is in the way of the file, not more.
        ++kinds[errorOf(file, &sample.keys)];
    }
    qInfo("%lld bits: undetected %d", static_cast<long long>(end * 8), kinds[-1]);
    // Where only the prefix was changed, the old CHECK still fits those keys;
    // then the additional data does not.
    QCOMPARE(kinds[-1], 0);
    for (const auto &[kind, count] : kinds)
        QVERIFY2(count == 0 || kind == BackupError::NotABackup || kind == BackupError::NewerVersion ||
                     kind == BackupError::Damaged || kind == BackupError::WrongPassphrase,
                 qPrintable(QString::number(kind)));
    QByteArray salted = sample.file;
    const qsizetype salt = salted.indexOf("\"salt\":\"") + 8;
    salted[salt] = salted[salt] == 'A' ? 'B' : 'A';
    QCOMPARE(errorOf(salted, nullptr), static_cast<int>(BackupError::WrongPassphrase));
}

void BackupFormatTest::flippedBits()
{
    const Sample sample;
    int flipped = 0;
    int undetected = 0;
    std::mt19937 chance(3);
    const auto flip = [&](qsizetype at, int bit) {
        QByteArray file = sample.file;
        file[at] = static_cast<char>(file[at] ^ (1 << bit));
        undetected += errorOf(file, &sample.keys) == BackupError::Damaged ? 0 : 1;
        ++flipped;
    };
    for (qsizetype at = sample.streamStart() - 24; at < sample.streamStart(); ++at)
        for (int bit = 0; bit < 8; ++bit)
            flip(at, bit);
    const QList<qsizetype> starts = sample.boundaries();
    for (qsizetype i = 0; i + 1 < starts.size(); ++i) {
        const qsizetype length = starts[i + 1] - starts[i];
        // The tag, the first and the last byte, both ends of the authenticator, and three anywhere.
        for (const qsizetype at : {qsizetype{0}, qsizetype{1}, length - 17, length - 16, length - 1,
                                   static_cast<qsizetype>(chance() % static_cast<quint32>(length)),
                                   static_cast<qsizetype>(chance() % static_cast<quint32>(length)),
                                   static_cast<qsizetype>(chance() % static_cast<quint32>(length))})
            flip(starts[i] + at, static_cast<int>(chance() % 8));
    }
    qInfo("%d bits in %lld messages: undetected %d", flipped, static_cast<long long>(starts.size() - 1),
          undetected);
    QCOMPARE(undetected, 0);
}

void BackupFormatTest::truncations()
{
    const Sample sample;
    QList<qsizetype> places{0, 1, 7, 8, 11, 12, 13, sample.prefix.serialise().size()};
    places.append(sample.streamStart() - 24);
    places.append(sample.boundaries());
    int tried = 0;
    for (const qsizetype place : places) {
        for (const qsizetype length : {place - 1, place, place + 1}) {
            if (length < 0 || length == sample.file.size())
                continue;
            ++tried;
            const QByteArray cut =
                length > sample.file.size() ? sample.file + '\0' : sample.file.left(length);
            const int expected = length < 7 ? BackupError::NotABackup : BackupError::Damaged;
            QCOMPARE(errorOf(cut, &sample.keys), expected);
        }
    }
    qInfo("%d truncations and trailing bytes, all refused", tried);
}

void BackupFormatTest::shuffled_data()
{
    QTest::addColumn<QList<int>>("order"); // of the sealed messages; there are four
    QTest::newRow("two swapped") << QList<int>{0, 2, 1, 3};
    QTest::newRow("the manifest later") << QList<int>{1, 0, 2, 3};
    QTest::newRow("one twice") << QList<int>{0, 1, 1, 3};
    QTest::newRow("one more") << QList<int>{0, 1, 2, 2, 3};
    QTest::newRow("one missing") << QList<int>{0, 1, 3};
    QTest::newRow("the last twice") << QList<int>{0, 1, 2, 3, 3};
    QTest::newRow("the last missing") << QList<int>{0, 1, 2};
    QTest::newRow("only the manifest") << QList<int>{0};
    QTest::newRow("no message") << QList<int>{};
}

void BackupFormatTest::shuffled()
{
    QFETCH(QList<int>, order);
    const Sample sample;
    const QList<qsizetype> starts = sample.boundaries();
    QCOMPARE(starts.size(), 5);
    QByteArray file = sample.file.left(sample.streamStart());
    for (const int i : order)
        file += sample.file.mid(starts[i], starts[i + 1] - starts[i]);
    QCOMPARE(errorOf(file, &sample.keys), static_cast<int>(BackupError::Damaged));
}

void BackupFormatTest::manifests_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("expected"); // −1: taken
    const auto row = [](const char *name, const char *from, const char *to, int expected) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << expected;
    };
    row("as it is", "\"rows\"", "\"rows\"", -1);
    row("a later schema", "\"schema\":2", "\"schema\":2147483647", BackupError::NewerVersion);
    row("schema 0", "\"schema\":2", "\"schema\":0", BackupError::Damaged);
    row("an earlier schema", "\"schema\":2", "\"schema\":1", -1);
    row("an empty image", "\"size\":4096", "\"size\":0", BackupError::Damaged);
    row("half a page", "\"size\":4096", "\"size\":6144", BackupError::Damaged);
    row("an endless image", "\"size\":4096", "\"size\":9007199254736896", BackupError::Damaged);
    row("negative rows", "\"card\":3", "\"card\":-3", BackupError::Damaged);
    row("rows in words", "\"card\":3", "\"card\":\"3\"", BackupError::Damaged);
    row("no name", "\"card\":3", "\"\":3", BackupError::Damaged);
    row("rows as a list", "{\"card\":3,\"pause\":0}", "[3,0]", BackupError::Damaged);
    row("unknown member", "\"size\"", "\"siz\":1,\"size\"", BackupError::Damaged);
    row("white space", "\"size\"", " \"size\"", BackupError::Damaged);
    row("no JSON", "{\"hash\"", "[\"hash\"", BackupError::Damaged);
}

void BackupFormatTest::manifests()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, expected);
    const Sample sample(4096);
    const SecretBytes good = sample.manifest.serialise();
    QByteArray message(reinterpret_cast<const char *>(good.bytes().data()),
                       static_cast<qsizetype>(good.size()));
    const auto length = static_cast<quint8>(message[48]);
    QByteArray json = message.mid(52, length);
    QVERIFY(json.contains(from));
    json.replace(from, to);
    message = message.left(48) + QByteArray(1, static_cast<char>(json.size())) + QByteArray(3, '\0') + json;
    message.append(QByteArray(65'536 - message.size(), '\0'));
    const auto parse = [](const QByteArray &bytes) {
        const auto parsed = BackupManifest::parse(
            std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
        return parsed ? -1 : static_cast<int>(parsed.error().kind);
    };
    QCOMPARE(parse(message), expected);
    if (expected != -1)
        return;
    QByteArray padded = message;
    padded[65'535] = 1;
    QCOMPARE(parse(padded), static_cast<int>(BackupError::Damaged));
    for (const char high : {'\x01', '\x7f', '\xff'}) {
        QByteArray longer = message;
        longer[51] = high; // of the length
        QCOMPARE(parse(longer), static_cast<int>(BackupError::Damaged));
    }
    QCOMPARE(parse(message.left(65'535)), static_cast<int>(BackupError::Damaged));
}

// A manifest that is authentic and lies, as only somebody with the passphrase can make one.
void BackupFormatTest::unbelievedSizes()
{
    Sample sample(8192);
    sample.manifest.size = 4096; // seal() would write one page: the file is shorter than its image
    QCOMPARE(errorOf(sample.sealed(), &sample.keys), static_cast<int>(BackupError::Damaged)); // by its hash
    sample.manifest.size = 8192;
    sample.manifest.hash[0] ^= std::byte{1};
    QCOMPARE(errorOf(sample.sealed(), &sample.keys), static_cast<int>(BackupError::Damaged));
}

QTEST_GUILESS_MAIN(BackupFormatTest)
#include "tst_backupformat.moc"
