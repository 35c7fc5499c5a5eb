// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// What a backup of 100,000 check-ins costs. Says, in milliseconds,
//   backup OURS FLOOR   without Argon2id; against copying the notes' file
//                       through one pass of the cipher, synced
//   slice LONGEST       what the database's thread was held for at a time
//   kdf MS              one Argon2id at a backup's cost, which comes on top
//   bytes SIZE          of the notes' file
// `rapport-bench-backup` does it once; bench.py takes the median.
#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <vector>

#include <QCoreApplication>
#include <QElapsedTimer>

#include "core/domain/CheckIn.h"
#include "core/storage/CheckInRepository.h"
#include "core/vault/Crypto.h"
#include "tests/core/vault/BackupPlace.h"

namespace {

using namespace rapport;
using namespace rapport::vault;

constexpr int checkIns = 100'000;

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void fill(test::BackupPlace &place)
{
    const auto added = place.thread
                           .run<void>([&place](storage::Database &database) {
                               return storage::inTransaction(database, [&]() -> storage::Result<void> {
                                   storage::CheckInRepository moods(database);
                                   domain::CheckIn one;
                                   one.felt = test::FixedClock().now();
                                   for (int i = 0; i < checkIns; ++i) {
                                       one.felt.utcMs += 3'600'000;
                                       one.record.created = one.felt;
                                       one.record.modifiedUtcMs = one.felt.utcMs;
                                       one.record.uid = domain::Uid::create(one.felt.utcMs, place.random);
                                       one.pleasantness = 40 * (i % 5) - 80;
                                       if (const auto kept = moods.add(one); !kept)
                                           return tl::unexpected(kept.error());
                                   }
                                   return {};
                               });
                           })
                           .result();
    if (!added)
        qFatal("the check-ins were not kept");
}

/// The least that could put an encrypted copy on the disk.
double floorOf(test::BackupPlace &place)
{
    QElapsedTimer timer;
    timer.start();
    const auto from = place.disk->openFile(place.layout.database());
    const auto to = place.disk->createFile(place.target.filePath(QStringLiteral("floor")));
    std::array<std::byte, crypto::keySize> key{};
    std::array<std::byte, crypto::streamHeaderSize> header{};
    crypto::Stream stream(key, header);
    std::vector<std::byte> piece(65'536);
    std::vector<std::byte> sealed(piece.size() + crypto::streamOverhead);
    for (;;) {
        const std::size_t count = (*from)->read(piece).value_or(0);
        const auto out = std::span(sealed).first(count + crypto::streamOverhead);
        if (!stream.seal(std::span(piece).first(count), {}, count < piece.size(), out) || !(*to)->append(out))
            qFatal("the floor was not written");
        if (count < piece.size())
            break;
    }
    if (!(*to)->finish())
        qFatal("the floor was not synced");
    const double took = milliseconds(timer);
    QFile::remove(place.target.filePath(QStringLiteral("floor")));
    return took;
}

/// Runs beside a backup: what a save would have to wait for.
class Waiting
{
public:
    explicit Waiting(storage::DatabaseThread &database)
        : m_database(database)
    {}
    double worst() const { return m_worst; }

    void ask()
    {
        QElapsedTimer timer;
        timer.start();
        m_database.run<void>([](storage::Database &) { return storage::Result<void>(); }).waitForFinished();
        m_worst = std::max(m_worst, milliseconds(timer));
    }

private:
    storage::DatabaseThread &m_database;
    double m_worst = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    test::BackupPlace place(0);
    fill(place);
    std::vector<double> ours;
    std::vector<double> floor;
    Waiting waiting(place.thread);
    for (int round = 0; round < 7; ++round) {
        floor.push_back(floorOf(place));
        QElapsedTimer timer;
        timer.start();
        if (!place.backUp(place.request()))
            qFatal("no backup was made");
        ours.push_back(milliseconds(timer));
    }
    std::atomic<bool> ended{false};
    const std::unique_ptr<QThread> other(QThread::create([&] {
        while (!ended) {
            waiting.ask();
            QThread::usleep(500);
        }
    }));
    other->start();
    const bool made = place.backUp(place.request()).has_value();
    ended = true;
    other->wait();
    std::sort(ours.begin(), ours.end());
    std::sort(floor.begin(), floor.end());
    std::printf("backup %.2f %.2f\n", ours[ours.size() / 2], floor[floor.size() / 2]);
    std::printf("slice %.2f\n", waiting.worst());
    QElapsedTimer timer;
    timer.start();
    const bool derived = !crypto::argon2id({}, std::array<std::byte, 16>{}, 3, 256 * 1024).isEmpty();
    std::printf("kdf %.2f\n", milliseconds(timer));
    std::printf("bytes %lld\n", static_cast<long long>(QFileInfo(place.layout.database()).size()));
    return made && derived ? EXIT_SUCCESS : EXIT_FAILURE;
}
