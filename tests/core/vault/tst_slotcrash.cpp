// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QElapsedTimer>
#include <QTest>

#include "tests/core/vault/Child.h"
#include "tests/core/vault/Household.h"

using namespace rapport::vault;
using namespace rapport::vault::test;

namespace {

/// Something that changes which secrets open the vault "kpr".
struct Operation
{
    const char *name;
    bool changesKey;
    QByteArray put;
    QByteArray remove;
    QByteArray after;
    int steps; ///< of the disk, besides what the library writes
};

const std::vector<Operation> operations{
    {"add a PIN", false, "n", "", "npr", 2},
    {"another passphrase", false, "P", "", "Pkr", 2},
    {"remove the passphrase", false, "", "p", "kr", 2},
    {"another passphrase, with a copy from a migration", false, "P", "", "Pkr", 3},
    {"rekey", true, "kpr", "", "kpr", 4},
    {"rekey with other secrets", true, "KP", "", "KP", 4},
};

const QByteArray before("kpr");

/// The secrets of before and after; each that is tried takes an Argon2id.
QByteArray concerned(const Operation &operation)
{
    QByteArray names = before;
    for (const char name : operation.after) {
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

/// The error it ended with, if any.
std::optional<Error> run(const Operation &operation, Household &home, Disk &disk, Keys keys)
{
    if (operation.changesKey)
        return rekey(disk, home.layout, home.random, std::move(keys), home.secrets(operation.put)).error;
    const auto changed =
        changeSlots(disk, home.layout, home.random, keys, home.change(operation.put, operation.remove));
    return changed ? std::nullopt : std::optional(changed.error());
}

Keys prepare(const Operation &operation, Household &home, int rows)
{
    Keys keys = home.make(before, 'k', rows);
    if (operation.steps == 3)
        put(home.layout.premigrateCopy(1), get(home.layout.database()));
    return keys;
}

/// What opened, and that it is sound: after a kill or a failure all the old
/// secrets open the vault or all the new ones do; then exactly those.
enum class Outcome { Old, New, Neither };
Outcome outcome(const Operation &operation, Household &home, int rows, bool newFirst)
{
    const auto opensAll = [&](const QByteArray &names) {
        return std::all_of(names.begin(), names.end(), [&](char name) { return home.rowsBy(name) == rows; });
    };
    // The first that opens decides, whichever set it is of.
    for (const bool isNew : {newFirst, !newFirst}) {
        const QByteArray &names = isNew ? operation.after : before;
        if (!opensAll(names))
            continue;
        if (home.unlockingByAnyFile(concerned(operation)) == sorted(names) && home.content().size() == 4)
            return isNew ? Outcome::New : Outcome::Old;
    }
    return Outcome::Neither;
}

int rounds()
{
    const int asked = qEnvironmentVariableIntValue("RAPPORT_KILL_ROUNDS");
    return asked > 0 ? asked : 4;
}

} // namespace

Q_DECLARE_METATYPE(Operation)

/// Each change of slots and each rekey, ended or failing anywhere.
class SlotCrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAtEachStep_data() { rows(); }
    void endsAtEachStep();
    void endsAtRandom_data() { rows(); }
    void endsAtRandom();
    void failsAtEachStep_data() { rows(); }
    void failsAtEachStep();

    void cleanupTestCase();

private:
    static void rows();
    int m_killed = 0;
};

void SlotCrashTest::rows()
{
    QTest::addColumn<Operation>("operation");
    for (const Operation &operation : operations)
        QTest::newRow(operation.name) << operation;
}

void SlotCrashTest::endsAtEachStep()
{
    QFETCH(Operation, operation);
    int step = 0;
    for (int status = 9; status == 9; ++step) {
        Household home;
        Keys keys = prepare(operation, home, 3);
        status = inChild([&] {
            SteppedDisk disk([step](int at) -> Result<void> {
                if (at == step)
                    ::_exit(9);
                return {};
            });
            return run(operation, home, disk, std::move(keys)) ? 1 : 0;
        });
        QVERIFY(status == 9 || status == 0);
        const auto end = outcome(operation, home, 3, step % 2 == 0);
        QVERIFY2(end != Outcome::Neither, qPrintable(QString::number(step)));
        if (status == 0)
            QVERIFY(end == Outcome::New || sorted(operation.after) == before);
    }
    QCOMPARE(step, operation.steps + 1);
}

void SlotCrashTest::endsAtRandom()
{
    QFETCH(Operation, operation);
    constexpr int rows = 60;
    Household timed;
    Keys keys = prepare(operation, timed, rows);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!run(operation, timed, *timed.disk, std::move(keys)));
    const auto wholeUs = timer.nsecsElapsed() / 1000 + 1;
    std::mt19937 chance(17);
    int killed = 0;
    int changed = 0;
    int journals = 0;
    for (int round = 0; round < rounds(); ++round) {
        Household home;
        Keys own = prepare(operation, home, rows);
        const auto after = static_cast<useconds_t>(1 + chance() % static_cast<quint64>(wholeUs));
        const int status =
            inChild([&] { return run(operation, home, *home.disk, std::move(own)) ? 1 : 0; }, after);
        QVERIFY(status != 1);
        killed += status == -1 ? 1 : 0;
        journals += QFileInfo::exists(home.layout.database() + QLatin1String("-journal")) ? 1 : 0;
        const auto end = outcome(operation, home, rows, round % 2 == 0);
        QVERIFY2(end != Outcome::Neither, qPrintable(QString::number(round)));
        changed += end == Outcome::New ? 1 : 0;
    }
    qInfo("%d rounds within %lld us: killed %d, journals %d, changed %d; lost 0, unopenable 0", rounds(),
          static_cast<long long>(wholeUs), killed, journals, changed);
    m_killed += killed;
}

void SlotCrashTest::cleanupTestCase()
{
    QVERIFY(m_killed > 0); // or the children end before they are killed
}

void SlotCrashTest::failsAtEachStep()
{
    QFETCH(Operation, operation);
    for (const bool persistent : {false, true})
        for (int step = 0; step < operation.steps; ++step) {
            Household home;
            Keys keys = prepare(operation, home, 3);
            SteppedDisk disk([=](int at) -> Result<void> {
                if (at == step || (persistent && at > step))
                    return tl::unexpected(Error{Error::DiskFull});
                return {};
            });
            const auto error = run(operation, home, disk, std::move(keys));
            QVERIFY(error);
            QCOMPARE(error->kind, Error::DiskFull);
            const QByteArray name = QByteArray::number(step) + (persistent ? " for good" : " once");
            // Back at once, unless the file has its new key or the disk refuses.
            const bool fileIsNew = operation.changesKey && step >= 2;
            if (!persistent && !fileIsNew)
                QVERIFY2(home.unlockingByAnyFile(concerned(operation)) == before, name.constData());
            const auto end = outcome(operation, home, 3, step % 2 == 0);
            QVERIFY2(end != Outcome::Neither, name.constData());
            if (fileIsNew)
                QVERIFY2(end == Outcome::New || sorted(operation.after) == before, name.constData());
        }
}

QTEST_GUILESS_MAIN(SlotCrashTest)
#include "tst_slotcrash.moc"
