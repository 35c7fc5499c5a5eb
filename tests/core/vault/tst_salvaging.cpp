// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <csignal>

#include <QElapsedTimer>
#include <QTest>

#include "core/vault/Salvaging.h"
#include "tests/core/storage/SalvageTruth.h"
#include "tests/core/vault/Place.h"

#include <sys/wait.h>
#include <unistd.h>

using namespace rapport::vault;
using namespace rapport::vault::test;

namespace {

constexpr qint64 pageSize = 4096;

template<typename Work>
int inChild(Work work, useconds_t killAfterUs = 0)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(work());
    if (killAfterUs > 0) {
        ::usleep(killAfterUs);
        ::kill(child, SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// A vault with rows in it whose first page and one of whose rows' pages are
/// damaged, with a journal beside that is none.
struct DamagedPlace : Place
{
    QByteArray damaged;
    QByteArray journal = QByteArray(3000, 'j');
    qint64 rows = 0;

    explicit DamagedPlace(const QByteArray &header, const QByteArray &database)
        : damaged(database)
    {
        for (const char *at : {"/vault.json", "/vault.json.bak"})
            put(layout.vault() + QLatin1String(at), header);
        put(layout.database(), damaged);
        put(layout.database() + QLatin1String("-journal"), journal);
    }

    Result<Salvaged> salvage(Disk &on, const rapport::storage::SalvageProgress &progress = {}) const
    {
        const auto keys = unlock(*disk, layout, byKek(founding.kek));
        if (!keys)
            return tl::unexpected(keys.error());
        return salvageVault(on, layout, *keys, FixedClock(), progress);
    }
    Result<Salvaged> salvage() const { return salvage(*disk); }

    bool isUntouched() const
    {
        return get(layout.database()) == damaged &&
               get(layout.database() + QLatin1String("-journal")) == journal &&
               !QFileInfo::exists(layout.salvage());
    }

    /// The new file in its place, and the damaged one, with its journal, kept.
    bool isSalvaged() const
    {
        const auto opened = openByKek();
        QDirIterator kept(layout.quarantine(), {QStringLiteral("rapport.db")}, QDir::Files,
                          QDirIterator::Subdirectories);
        const QString file = kept.hasNext() ? kept.next() : QString();
        return opened && (*opened)->verify() && get(file) == damaged && !kept.hasNext() &&
               get(file + QLatin1String("-journal")) == journal && !QFileInfo::exists(layout.salvage()) &&
               !QFileInfo::exists(layout.database() + QLatin1String("-journal"));
    }
};

} // namespace

class SalvagingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesThePlace();
    void endsAtEachStep();
    void endsAtRandom();
    void failsAtEachStep_data();
    void failsAtEachStep();
    void cancelled();
    void nothingLeft();
    void twiceInASecond();
    void bothHeadersDamaged();

private:
    DamagedPlace place() const { return DamagedPlace(m_header, m_damaged); }

    QByteArray m_header;
    QByteArray m_damaged;
};

void SalvagingTest::initTestCase()
{
    Place place;
    QVERIFY(place.createByKeychain());
    rapport::tests::fill(**place.openByKek());
    m_header = get(place.layout.header());
    m_damaged = get(place.layout.database());
    for (const qint64 page : {qint64{0}, m_damaged.size() / pageSize / 2})
        m_damaged[page * pageSize + 500] = static_cast<char>(m_damaged[page * pageSize + 500] ^ 1);
    const DamagedPlace damaged = this->place();
    QCOMPARE(damaged.openByKek().error().kind, Error::DatabaseDamaged);
}

void SalvagingTest::takesThePlace()
{
    const DamagedPlace place = this->place();
    const auto salvaged = place.salvage();
    QVERIFY(salvaged);
    QCOMPARE(salvaged->report.badPages, 2u);
    QVERIFY(salvaged->report.saved() > 900);
    QCOMPARE(salvaged->keptIn, place.layout.quarantine() + QLatin1String("/2026-09-21T141320Z"));
    QVERIFY(place.isSalvaged());
    QCOMPARE(get(place.layout.header()), m_header);
}

void SalvagingTest::endsAtEachStep()
{
    int before = 0;
    int after = 0;
    int step = 0;
    for (int status = 9; status == 9; ++step) {
        const DamagedPlace place = this->place();
        status = inChild([&] {
            SteppedDisk disk([step](int at) -> Result<void> {
                if (at == step)
                    ::_exit(9);
                return {};
            });
            return place.salvage(disk) ? 0 : 1;
        });
        QVERIFY(status == 9 || status == 0);
        QVERIFY(finishSalvage(*place.disk, place.layout));
        QCOMPARE(inspect(*place.disk, place.layout).finding, Inspection::Vault);
        const bool untouched = place.isUntouched();
        (untouched ? before : after) += 1;
        if (untouched)
            QVERIFY(place.salvage()); // begins anew
        QVERIFY2(place.isSalvaged(), qPrintable(QString::number(step)));
    }
    qInfo("ended before each of %d steps: %d as before, %d with the new file", step - 1, before, after);
    QVERIFY(before >= 3 && after >= 5);
}

void SalvagingTest::endsAtRandom()
{
    QElapsedTimer timer;
    timer.start();
    QVERIFY(place().salvage());
    const auto whole = static_cast<quint32>(timer.nsecsElapsed() / 1000) + 1;
    std::mt19937 chance(11);
    int killed = 0;
    int after = 0;
    for (int round = 0; round < 20; ++round) {
        const DamagedPlace place = this->place();
        const int status = inChild([&] { return place.salvage() ? 0 : 1; },
                                   static_cast<useconds_t>(1 + chance() % (whole + whole / 2)));
        killed += status == -1 ? 1 : 0;
        QVERIFY(finishSalvage(*place.disk, place.layout));
        if (place.isUntouched())
            QVERIFY(place.salvage());
        else
            ++after;
        QVERIFY2(place.isSalvaged(), qPrintable(QString::number(round)));
    }
    qInfo("20 rounds: killed %d, with the new file %d, lost 0", killed, after);
    QVERIFY(killed > 3);
}

void SalvagingTest::failsAtEachStep_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("persistent");
    QTest::newRow("disk full once") << static_cast<int>(Error::DiskFull) << false;
    QTest::newRow("disk full for good") << static_cast<int>(Error::DiskFull) << true;
    QTest::newRow("not writable once") << static_cast<int>(Error::CannotWrite) << false;
}

void SalvagingTest::failsAtEachStep()
{
    QFETCH(int, kind);
    QFETCH(bool, persistent);
    for (int step = 0;; ++step) {
        const DamagedPlace place = this->place();
        SteppedDisk disk([=](int at) -> Result<void> {
            if (at == step || (persistent && at > step))
                return tl::unexpected(Error{static_cast<Error::Kind>(kind)});
            return {};
        });
        const auto salvaged = place.salvage(disk);
        if (salvaged) {
            QVERIFY(step > 7);
            return;
        }
        QCOMPARE(static_cast<int>(salvaged.error().kind), kind);
        QVERIFY(finishSalvage(*place.disk, place.layout));
        if (place.isUntouched())
            QVERIFY(place.salvage());
        QVERIFY2(place.isSalvaged(), qPrintable(QString::number(step)));
    }
}

void SalvagingTest::cancelled()
{
    const DamagedPlace place = this->place();
    const auto salvaged = place.salvage(*place.disk, [](double share) { return share < 0.5; });
    QCOMPARE(salvaged.error().kind, Error::Cancelled);
    QVERIFY(place.isUntouched());
    QVERIFY(place.salvage());
}

void SalvagingTest::nothingLeft()
{
    const DamagedPlace place(m_header, QByteArray(10 * pageSize, 'g'));
    QCOMPARE(place.salvage().error().kind, Error::DatabaseDamaged);
    QVERIFY(place.isUntouched());
    QVERIFY(!QFileInfo::exists(place.layout.quarantine()));
}

void SalvagingTest::twiceInASecond()
{
    const DamagedPlace place = this->place();
    QVERIFY(place.salvage());
    put(place.layout.database(), m_damaged);
    const auto again = place.salvage();
    QVERIFY(again);
    QVERIFY(again->keptIn.endsWith(QLatin1String("Z-2")));
    QCOMPARE(get(again->keptIn + QLatin1String("/rapport.db")), m_damaged);
    QVERIFY(place.openByKek());
}

void SalvagingTest::bothHeadersDamaged()
{
    const DamagedPlace place = this->place();
    put(place.layout.header(), "{");
    put(place.layout.headerCopy(), "");
    const auto kept = keepDamagedHeaders(*place.disk, place.layout, FixedClock());
    QVERIFY(kept);
    QCOMPARE(get(*kept + QLatin1String("/vault.json")), QByteArray("{"));
    QCOMPARE(get(*kept + QLatin1String("/vault.json.bak")), QByteArray());
    QCOMPARE(get(place.layout.header()), QByteArray("{"));
    QCOMPARE(keepDamagedHeaders(*place.disk, place.layout, FixedClock()), kept); // once
    put(place.layout.headerCopy(), "[");
    QVERIFY(keepDamagedHeaders(*place.disk, place.layout, FixedClock()) != kept);
}

QTEST_GUILESS_MAIN(SalvagingTest)
#include "tst_salvaging.moc"
