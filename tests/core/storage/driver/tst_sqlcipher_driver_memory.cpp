// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
// A forward-only query streams: its memory does not grow with its rows. The
// control shows that the measure would notice if it did.
#include <QFile>
#include <QTest>

#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "tests/core/storage/driver/Connections.h"

using namespace Qt::StringLiterals;
using rapport::storage::test::OpenDatabase;

namespace {

// AddressSanitizer keeps what is freed aside for a while, so its processes grow.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool KeepsFreedMemory = true;
#elif defined(__has_feature)
constexpr bool KeepsFreedMemory = __has_feature(address_sanitizer);
#else
constexpr bool KeepsFreedMemory = false;
#endif

constexpr qint64 MiB = 1024LL * 1024;

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

/// What the program holds; the allocator may keep freed pages for itself.
qint64 heldBytes()
{
#ifdef __GLIBC__
    const auto info = mallinfo2();
    return static_cast<qint64>(info.uordblks + info.hblkhd);
#else
    return residentBytes();
#endif
}

struct Read
{
    qint64 rows = 0;
    qint64 characters = 0;
    qint64 grownBy = 0;
};

Read readThrough(const OpenDatabase &db, int rows, bool forwardOnly)
{
    QSqlQuery query(*db);
    query.setForwardOnly(forwardOnly);
    const qint64 before = residentBytes();
    query.exec(u"SELECT id, word FROM t WHERE id <= %1"_s.arg(rows));
    Read read;
    for (; query.next(); ++read.rows)
        read.characters += query.value(1).toString().size();
    read.grownBy = residentBytes() - before;
    return read;
}

} // namespace

class tst_sqlcipher_driver_memory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void streamsAMillionRows();
    void keepsRowsForRandomAccess();
    void freesRowsOnFinish();

private:
    OpenDatabase m_db;
};

void tst_sqlcipher_driver_memory::initTestCase()
{
    if (residentBytes() < 0)
        QSKIP("needs /proc/self/statm");
    if (KeepsFreedMemory)
        QSKIP("memory cannot be measured under AddressSanitizer");
    m_db.run(u"CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT)"_s);
    m_db.run(u"INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000000) "
             "SELECT i, printf('word %09d', i) FROM n"_s);
}

void tst_sqlcipher_driver_memory::streamsAMillionRows()
{
    const Read read = readThrough(m_db, 1000000, true);
    qInfo("forward only: %lld rows, grown by %.2f MiB", read.rows, double(read.grownBy) / MiB);
    QCOMPARE(read.rows, 1000000);
    QCOMPARE(read.characters, 14000000);
    QVERIFY(read.grownBy < 20 * MiB);
}

void tst_sqlcipher_driver_memory::keepsRowsForRandomAccess()
{
    const Read read = readThrough(m_db, 300000, false);
    qInfo("random access: %lld rows, grown by %.2f MiB", read.rows, double(read.grownBy) / MiB);
    QCOMPARE(read.rows, 300000);
    QVERIFY(read.grownBy > 20 * MiB);
}

void tst_sqlcipher_driver_memory::freesRowsOnFinish()
{
    QSqlQuery query(u"SELECT id, word FROM t WHERE id <= 300000"_s, *m_db);
    QVERIFY(query.last());
    const qint64 full = heldBytes();
    query.finish();
    const qint64 freed = full - heldBytes();
    qInfo("finish() gave back %.2f MiB", double(freed) / MiB);
    QVERIFY(freed > 10 * MiB);
}

QTEST_GUILESS_MAIN(tst_sqlcipher_driver_memory)
#include "tst_sqlcipher_driver_memory.moc"
