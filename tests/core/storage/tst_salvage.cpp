// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/CardRepository.h"
#include "core/storage/PageImage.h"
#include "core/storage/Salvage.h"
#include "core/storage/Schema.h"
#include "tests/core/storage/SalvageTruth.h"

using namespace rapport;
using namespace rapport::storage;
using namespace rapport::tests;
using Mode = Database::Mode;

class TestSalvage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto database = m_vault.open();
        QVERIFY(database);
        fill(*database);
        m_truth = rowsOf(*database);
        m_made = madeFrom(*database);
        database.reset();
        m_bytes = m_vault.bytes();
        m_pages = m_bytes.size() / pageSize;
        qint64 rows = 0;
        for (const auto &[name, all] : m_truth)
            rows += static_cast<qint64>(all.size());
        qInfo("%lld rows of %d tables in %lld pages", static_cast<long long>(rows),
              static_cast<int>(m_truth.size()), static_cast<long long>(m_pages));
    }

    void nothingDamaged()
    {
        const Outcome outcome = after(m_bytes);
        QVERIFY(outcome.isTrue() && outcome.exact);
        QCOMPARE(outcome.lost, 0);
        QCOMPARE(outcome.made, m_made);
    }

    // One byte of each page in turn; then what was saved against the truth.
    void everyPage()
    {
        Sum sum;
        for (qint64 page = 0; page < m_pages; ++page)
            sum.add(after(flipped(page, 16 + page * 997 % (pageSize - 16))));
        sum.tell("every page");
        QVERIFY(sum.isTrue());
        QVERIFY(sum.lossless > m_pages / 3); // indexes, pages above others, what is made from the rest
    }

    void eightOffsetsOfEachPage()
    {
        const Vault place;
        int wrong = 0;
        for (qint64 page = 0; page < m_pages; ++page) {
            for (qint64 offset = page == 0 ? 16 : 0; offset < pageSize; offset += pageSize / 8 + 1) {
                place.overwrite(flipped(page, offset));
                const auto image = PageImage::read(place.path(), keyFrom(1), place.path() + u'-');
                const auto number = static_cast<quint32>(page) + 1;
                const bool found = image && image->badPages() == 1 && image->page(number).empty();
                wrong += found ? 0 : 1;
            }
        }
        QCOMPARE(wrong, 0);
        QCOMPARE(place.files(), QStringList{QStringLiteral("rapport.db")});
    }

    void cut_data()
    {
        QTest::addColumn<int>("less");
        QTest::newRow("a byte before a page's end") << -1;
        QTest::newRow("at a page's end") << 0;
        QTest::newRow("a byte into the next page") << 1;
    }
    void cut()
    {
        QFETCH(int, less);
        Sum sum;
        for (qint64 page = 2; page < m_pages; page += 13) // with less of it there is no page left
            sum.add(after(m_bytes.left(page * pageSize + less)));
        sum.tell(QTest::currentDataTag());
        QVERIFY(sum.isTrue());
    }

    void manyPages_data()
    {
        QTest::addColumn<int>("every");
        QTest::newRow("every second page") << 2;
        QTest::newRow("every third page") << 3;
        QTest::newRow("every tenth page") << 10;
    }
    void manyPages()
    {
        QFETCH(int, every);
        Sum sum;
        for (int first = 0; first < 2; ++first) {
            QByteArray damaged = m_bytes;
            for (qint64 page = first; page < m_pages; page += every)
                damaged[page * pageSize + 100] = static_cast<char>(damaged[page * pageSize + 100] ^ 1);
            sum.add(after(damaged));
        }
        sum.tell(QTest::currentDataTag());
        QVERIFY(sum.isTrue());
        QVERIFY(sum.saved > 0);
    }

    // What page 1 says is known otherwise: the tree of the schema by its leaves.
    void firstPage()
    {
        QByteArray damaged = m_bytes;
        damaged.replace(0, pageSize, QByteArray(pageSize, 'x'));
        const Outcome outcome = after(damaged);
        QVERIFY(outcome.isTrue() && outcome.exact);
        QCOMPARE(outcome.lost, 0);
    }

    void salt()
    {
        Vault place;
        place.overwrite(QByteArray(16, 'x') + m_bytes.mid(16));
        {
            const auto database = place.open(); // no damage at all: the key brings its salt
            QVERIFY(database);
            QVERIFY(database->verify());
            QVERIFY(rowsOf(*database) == m_truth);
            QVERIFY(CardRepository(*database).add(place.card(QStringLiteral("one more"))));
        }
        QCOMPARE(place.bytes().left(16), m_bytes.left(16));
    }

    void rowsInAJournal()
    {
        const Vault writer;
        writer.overwrite(m_bytes);
        const Vault place;
        {
            const auto database = writer.open();
            run(*database, QStringLiteral("PRAGMA cache_size = 5"));
            run(*database, QStringLiteral("BEGIN"));
            run(*database, QStringLiteral("UPDATE card SET text = 'half done'"));
            place.overwrite(writer.bytes()); // as a power cut leaves them
            QVERIFY(QFile::copy(writer.path() + QLatin1String("-journal"),
                                place.path() + QLatin1String("-journal")));
        }
        QVERIFY(place.bytes() != m_bytes);
        const QStringList files = place.files();
        const QByteArray before = place.bytes();
        const Outcome outcome = salvaged(place);
        QVERIFY(outcome.isTrue() && outcome.exact);
        QCOMPARE(outcome.lost, 0);
        QCOMPARE(place.bytes(), before);
        for (const QString &file : files) // the journal is still there
            QVERIFY(place.files().contains(file));
    }

    void nothingToSave_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("error");
        QTest::newRow("another key") << m_bytes << 2 << static_cast<int>(Error::WrongKey);
        QTest::newRow("garbage") << QByteArray(20 * pageSize, 'g') << 1 << static_cast<int>(Error::WrongKey);
        QTest::newRow("a few bytes") << QByteArray("abc") << 1 << static_cast<int>(Error::WrongKey);
        QTest::newRow("empty") << QByteArray("") << 1 << static_cast<int>(Error::Missing);
        QTest::newRow("newer") << newer() << 1 << static_cast<int>(Error::TooNew);
    }
    void nothingToSave()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, key);
        QFETCH(int, error);
        const Vault place;
        place.overwrite(bytes);
        const auto report = salvage(place.path(), keyFrom(key), place.path() + QLatin1String("-new"));
        QVERIFY(!report);
        QCOMPARE(static_cast<int>(report.error().kind), error);
        QCOMPARE(place.bytes(), bytes);
        QCOMPARE(place.files(), QStringList{QStringLiteral("rapport.db")});
    }

    void interrupted()
    {
        const Vault place;
        place.overwrite(flipped(120, 50));
        double last = 0;
        int calls = 0;
        const auto count = [&](double share) {
            ++calls;
            const bool forward = share >= last && share <= 1;
            last = share;
            return forward;
        };
        const QString into = place.path() + QLatin1String("-new");
        QVERIFY(salvage(place.path(), keyFrom(1), into, count));
        QVERIFY(calls > 50);
        QVERIFY(QFile::remove(into));
        for (int stop = 1; stop <= calls; stop += 37) {
            int call = 0;
            const auto report =
                salvage(place.path(), keyFrom(1), into, [&](double) { return ++call < stop; });
            QCOMPARE(report.error().kind, Error::Interrupted);
            QCOMPARE(place.files(), QStringList{QStringLiteral("rapport.db")});
        }
    }

    void olderSchema()
    {
        Vault place;
        {
            const auto database = Database::createAt(place.path(), keyFrom(1), 1);
            QVERIFY(database);
            QVERIFY(CardRepository(**database).add(place.card(QStringLiteral("from long ago"))));
        }
        const QString into = place.path() + QLatin1String("-new");
        QByteArray damaged = place.bytes();
        damaged.replace(0, pageSize, QByteArray(pageSize, 'x'));
        place.overwrite(damaged);
        const auto report = salvage(place.path(), keyFrom(1), into);
        QVERIFY(report);
        QCOMPARE(report->saved(), 1);
        const auto database = Database::open(into, keyFrom(1), Mode::ReadOnly);
        QVERIFY(database);
        QCOMPARE((*database)->schemaVersion(), newestSchemaVersion());
    }

private:
    Outcome after(const QByteArray &damaged) const
    {
        const Vault place;
        place.overwrite(damaged);
        return salvaged(place);
    }

    Outcome salvaged(const Vault &place) const
    {
        const QByteArray damaged = place.bytes();
        const auto leave = [](const char *what) {
            qWarning("%s", what);
            return Outcome{.changed = 1, .where = QLatin1String(what)};
        };
        const QString into = place.path() + QLatin1String("-new");
        const auto report = salvage(place.path(), keyFrom(1), into);
        if (place.bytes() != damaged)
            return leave("the damaged file was written to");
        if (!report) {
            qWarning("error %d, %d", report.error().kind, report.error().nativeCode);
            return leave("no salvage");
        }
        const auto database = Database::open(into, keyFrom(1), Mode::ReadOnly);
        if (!database)
            return leave("cannot be opened");
        Outcome outcome = compare(m_truth, rowsOf(**database), *report);
        outcome.made = madeFrom(**database);
        return outcome;
    }

    QByteArray flipped(qint64 page, qint64 offset) const
    {
        QByteArray damaged = m_bytes;
        const qint64 at = page * pageSize + offset;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        return damaged;
    }

    QByteArray newer() const
    {
        const Vault place;
        place.overwrite(m_bytes);
        run(*place.open(), QStringLiteral("PRAGMA user_version = 99"));
        return place.bytes();
    }

    Vault m_vault;
    QByteArray m_bytes;
    qint64 m_pages = 0;
    Rows m_truth;
    QStringList m_made;
};

QTEST_GUILESS_MAIN(TestSalvage)
#include "tst_salvage.moc"
