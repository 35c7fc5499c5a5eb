// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// What it costs to keep a check-in. Says, in milliseconds and microseconds,
//   save OURS FLOOR    through the database's thread and SQLCipher; against the
//                      same rows, schema and pragmas in plain SQLite
//   gui OURS FLOOR     CPU of the thread that draws, for one tap that is kept;
//                      against an empty errand to another thread and back
// each the median of this process's saves.
#include <algorithm>
#include <vector>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>

#include "app/Moods.h"
#include "core/domain/DemoLife.h"
#include "core/storage/CheckInRepository.h"
#include "core/storage/RecordColumns.h"
#include "core/storage/Schema1.h"
#include "core/storage/Schema2.h"
#include "tests/app/OpenVault.h"
#include "tests/bench/FirstFrame.h"

namespace {

using namespace rapport;
using domain::CheckIn;

constexpr int saves = 60;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// The stock plugin, with what makes a difference to a write set as ours is.
class PlainDatabase
{
public:
    explicit PlainDatabase(const QString &file)
        : m_sql(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("plain")))
    {
        m_sql.setDatabaseName(file);
        if (!m_sql.open())
            qFatal("plain SQLite: %s", qPrintable(m_sql.lastError().text()));
        for (const char *pragma :
             {"page_size = 4096", "journal_mode = DELETE", "synchronous = EXTRA", "secure_delete = ON",
              "foreign_keys = ON", "recursive_triggers = ON", "trusted_schema = OFF", "cell_size_check = ON",
              "mmap_size = 0", "temp_store = 2"})
            run(QStringLiteral("PRAGMA ") + QLatin1String(pragma));
        // An older library does not know the index's own secure-delete.
        for (const char *statement : storage::schema1)
            run(QString::fromUtf8(statement));
        for (const char *statement : storage::schema2)
            run(QString::fromUtf8(statement));
    }

    void add(const CheckIn &checkIn)
    {
        run(QStringLiteral("BEGIN IMMEDIATE"));
        QSqlQuery query(m_sql);
        query.prepare(QStringLiteral(
            "INSERT INTO check_in (uid, created_utc_ms, created_offset_min, local_day, modified_utc_ms, "
            "deleted_at, private, felt_utc_ms, felt_offset_min, felt_day, pleasantness, steps, energy, "
            "energy_steps, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        for (const QVariant &value :
             storage::recordValues(checkIn.record) +
                 QVariantList{checkIn.felt.utcMs, checkIn.felt.offsetMin, checkIn.felt.localDay(),
                              checkIn.pleasantness, checkIn.steps, QVariant(), QVariant(), QLatin1String("")})
            query.addBindValue(value);
        if (!query.exec())
            qFatal("plain SQLite: %s", qPrintable(query.lastError().text()));
        run(QStringLiteral("COMMIT"));
    }

private:
    void run(const QString &statement)
    {
        QSqlQuery query(m_sql);
        query.exec(statement);
    }

    QSqlDatabase m_sql;
};

CheckIn checkIn(tests::OpenVault &vault)
{
    CheckIn made;
    made.felt = vault.clock.now();
    made.record.created = made.felt;
    made.record.modifiedUtcMs = made.felt.utcMs;
    made.record.uid = domain::Uid::create(made.felt.utcMs, vault.chance);
    made.pleasantness = 40;
    vault.clock.advance(3600);
    return made;
}

void measureSaves(tests::OpenVault &vault, const QString &plainFile)
{
    PlainDatabase plain(plainFile);
    std::vector<double> ours;
    std::vector<double> floor;
    for (int i = 0; i < saves; ++i) {
        const CheckIn one = checkIn(vault);
        const CheckIn other = checkIn(vault);
        QElapsedTimer time;
        time.start();
        const bool kept = vault.database
                              .run<CheckIn>([one](storage::Database &database) {
                                  return storage::CheckInRepository(database).add(one);
                              })
                              .result()
                              .has_value();
        ours.push_back(static_cast<double>(time.nsecsElapsed()) / 1e6);
        if (!kept)
            qFatal("a check-in was not kept");
        time.start();
        plain.add(other);
        floor.push_back(static_cast<double>(time.nsecsElapsed()) / 1e6);
    }
    std::printf("save %.4f %.4f\n", median(ours), median(floor));
}

double threadMicroseconds()
{
    return bench::milliseconds(CLOCK_THREAD_CPUTIME_ID) * 1000.0;
}

void measureGuiThread(tests::OpenVault &vault)
{
    app::Moods moods(vault.environment, nullptr);
    vault.settle();
    QThread thread;
    QObject worker;
    worker.moveToThread(&thread);
    thread.start();
    std::vector<double> ours;
    std::vector<double> floor;
    for (int i = 0; i < saves; ++i) {
        QEventLoop loop;
        QObject::connect(&moods, &app::Moods::kept, &loop, &QEventLoop::quit);
        double before = threadMicroseconds();
        moods.checkIn(3);
        loop.exec();
        ours.push_back(threadMicroseconds() - before);
        moods.dismiss();
        vault.settle();
        vault.clock.advance(3600);

        before = threadMicroseconds();
        QMetaObject::invokeMethod(
            &worker, [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
        loop.exec();
        floor.push_back(threadMicroseconds() - before);
    }
    thread.quit();
    thread.wait();
    std::printf("gui %.1f %.1f\n", median(ours), median(floor));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    tests::OpenVault vault;
    const QTemporaryDir folder;
    measureSaves(vault, folder.filePath(QStringLiteral("plain.db")));
    measureGuiThread(vault);
    return EXIT_SUCCESS;
}
