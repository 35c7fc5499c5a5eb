// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QCryptographicHash>
#include <QTest>

#include "core/storage/CardRepository.h"
#include "core/storage/Schema.h"
#include "tests/core/vault/Released.h"

using namespace rapport;
using namespace rapport::vault;
using namespace rapport::vault::test;

namespace {

const QString vaults = QStringLiteral(RAPPORT_TEST_DATA "/vaults");

Result<Keys> unlockBy(const QString &by, const Disk &disk, const Layout &layout)
{
    return unlock(disk, layout,
                  by == QLatin1String("passphrase") ? Protector::passphrase(fixturePassphrase(), {})
                                                    : Protector::keychain(fixtureKek()));
}

/// The checksum of each line of SHA256SUMS against its file.
QStringList changedFiles(const QString &folder)
{
    QStringList changed;
    const QByteArrayList lines = get(folder + QLatin1String("/SHA256SUMS")).trimmed().split('\n');
    for (const QByteArray &line : lines) {
        const QString name = QString::fromUtf8(line.mid(66));
        const QByteArray content = get(folder + QLatin1Char('/') + name);
        if (QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex() != line.first(64))
            changed.append(name);
    }
    return changed;
}

/// Every table, index and trigger as it was made.
QStringList schemaOf(const storage::Database &database)
{
    return storage::collect(
               database,
               QStringLiteral("SELECT type || ' ' || name || ': ' || coalesce(sql, '') "
                              "FROM sqlite_schema ORDER BY type, name"),
               {},
               [](const QSqlQuery &query) -> storage::Result<QString> { return query.value(0).toString(); })
        .value();
}

} // namespace

/// A vault of each schema that was ever released, written by the program of
/// its day. What people have on their devices are these, not what today's
/// code would write.
class ReleasedVaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySchemaIsThere();
    void openAndLoseNothing_data();
    void openAndLoseNothing();
    void readingOnlyMigratesNothing_data() { openAndLoseNothing_data(); }
    void readingOnlyMigratesNothing();
};

void ReleasedVaultsTest::everySchemaIsThere()
{
    // The newest one is what today's code writes; it joins when the next comes.
    for (int schema = 1; schema < storage::newestSchemaVersion(); ++schema)
        QVERIFY2(QFileInfo::exists(QStringLiteral("%1/schema-%2/expected.json").arg(vaults).arg(schema)),
                 qPrintable(QString::number(schema)));
}

void ReleasedVaultsTest::openAndLoseNothing_data()
{
    QTest::addColumn<int>("schema");
    QTest::addColumn<QString>("by");
    for (int schema = 1; schema <= storage::newestSchemaVersion(); ++schema) {
        for (const char *by : {"passphrase", "keychain"}) {
            if (QFileInfo::exists(
                    QStringLiteral("%1/schema-%2/%3").arg(vaults).arg(schema).arg(QLatin1String(by))))
                QTest::addRow("schema %d, %s", schema, by) << schema << QString::fromLatin1(by);
        }
    }
}

void ReleasedVaultsTest::openAndLoseNothing()
{
    QFETCH(int, schema);
    QFETCH(QString, by);
    const QString folder = QStringLiteral("%1/schema-%2").arg(vaults).arg(schema);
    QCOMPARE(changedFiles(folder), QStringList());
    const QJsonObject expected = readObject(folder + QLatin1String("/expected.json"));
    QVERIFY(!expected.isEmpty());

    const Place place;
    copyFolder(folder + QLatin1Char('/') + by, place.layout.root());
    const Inspection found = inspect(*place.disk, place.layout);
    QCOMPARE(found.finding, Inspection::Vault);
    QCOMPARE(found.passphrase, by == QLatin1String("passphrase"));
    const auto keys = unlockBy(by, *place.disk, place.layout);
    QVERIFY(keys);
    for (const char *time : {"first", "again"}) {
        const auto opened = openDatabase(*place.disk, place.layout, *keys);
        QVERIFY2(opened, time);
        const storage::Database &database = **opened;
        QCOMPARE(*database.readSchemaVersion(), storage::newestSchemaVersion());
        QVERIFY(database.verify());
        const Comparison compared = compare(database, expected);
        QCOMPARE(compared.differences, QStringList());
        qInfo("%s: %d rows, %d fields as they were written", time, compared.rows, compared.fields);
        QVERIFY(compared.rows > 0);
        // Rejects what does not belong to the texts, and misses none.
        QVERIFY(storage::execute(
            database,
            QStringLiteral("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")));
        QCOMPARE(storage::CardRepository(**opened).search(QStringLiteral("brother"), 9)->size(), 1);

        // A schema step that was edited after its release would show here.
        Place today;
        QVERIFY(today.createByKeychain());
        QCOMPARE(schemaOf(database), schemaOf(**today.openByKek()));
    }
    QCOMPARE(changedFiles(folder), QStringList());
}

void ReleasedVaultsTest::readingOnlyMigratesNothing()
{
    QFETCH(int, schema);
    QFETCH(QString, by);
    const QString folder = QStringLiteral("%1/schema-%2").arg(vaults).arg(schema);
    const Place place;
    copyFolder(folder + QLatin1Char('/') + by, place.layout.root());
    const auto before = place.content();
    const auto keys = unlockBy(by, *place.disk, place.layout);
    QVERIFY(keys);
    {
        const auto opened = storage::Database::open(place.layout.database(),
                                                    storage::RawKey(keys->raw.front().bytes().first<48>()),
                                                    storage::Database::Mode::ReadOnly);
        QVERIFY(opened);
        QCOMPARE(*(*opened)->readSchemaVersion(), schema);
        const QJsonObject expected = readObject(folder + QLatin1String("/expected.json"));
        QCOMPARE(compare(**opened, expected).differences, QStringList());
    }
    QVERIFY(place.content() == before);
}

QTEST_GUILESS_MAIN(ReleasedVaultsTest)
#include "tst_releasedvaults.moc"
