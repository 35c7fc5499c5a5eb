// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// Torments of something that is being written: its process is killed, or its
// disk fails or fills up.

#include <cerrno>
#include <random>

#include <QTemporaryDir>

#include <sys/mount.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/soak/Child.h"
#include "tests/soak/Torments.h"

namespace rapport::soak {

namespace {

/// What an operation starts from, made once and copied for every round.
class Prepared
{
public:
    explicit Prepared(const Operation &operation)
        : m_isGood(prepare(operation, m_folder.path()))
    {}
    bool isGood() const { return m_isGood; }

    /// An empty folder becomes such a scene.
    void copyTo(const QString &folder) const { Scene(folder).copyFrom(m_scene); }

private:
    QTemporaryDir m_folder;
    const Scene m_scene{m_folder.path()};
    bool m_isGood;
};

void add(const Operation &operation, const Verdict &verdict, const QByteArray &when, Report &report)
{
    report.mustBeZero("acked and lost", verdict.lost);
    report.mustBeZero("unopenable", verdict.opens ? 0 : 1);
    if (!verdict.why.isEmpty())
        report.complain(QByteArray(operation.name) + ", " + when + ": " + verdict.why);
}

QByteArray nameOf(const faults::Plan &plan)
{
    return QByteArray(plan.error == ENOSPC ? "no room" : "EIO") + (plan.persistent ? " from " : " at ") +
           QByteArray::number(plan.first);
}

/// One run with one plan. False when there were fewer calls than the first to fail.
bool failOnce(const Operation &operation, const Prepared &prepared, const faults::Plan &plan, Report &report)
{
    constexpr int times = 2;
    const QTemporaryDir folder;
    prepared.copyTo(folder.path());
    const End end = run(operation, folder.path(), times, &plan);
    const Verdict verdict = judge(operation, folder.path(), end);
    add(operation, verdict, nameOf(plan), report);
    report.count("runs");
    report.count("refused", end.how == End::Refused ? 1 : 0);
    report.count("done all the same", end.how == End::Done && end.failed > 0 ? 1 : 0);
    report.mustBeZero("crashed", end.how == End::Crashed ? 1 : 0);
    report.mustBeZero("hung", end.how == End::Hung ? 1 : 0);
    return end.how == End::Crashed || end.how == End::Hung || end.calls >= plan.first;
}

/// A view of the file system of its own, in which this process may mount: as
/// root, or as root of a user namespace.
bool mayMount()
{
    const QByteArray identity = "0 " + QByteArray::number(::geteuid()) + " 1";
    if (::unshare(CLONE_NEWNS) != 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return false;
        QFile map(QStringLiteral("/proc/self/uid_map"));
        if (!map.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || map.write(identity) != identity.size())
            return false;
    }
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

/// A small disk over a folder, which can grow.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &folder)
        : m_folder(QFile::encodeName(folder))
        , m_isMounted(::mount("none", m_folder.constData(), "tmpfs", 0, "size=64m") == 0)
    {}
    ~SmallDisk()
    {
        if (m_isMounted)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_isMounted; }
    qint64 usedKib() const
    {
        struct statvfs info = {};
        ::statvfs(m_folder.constData(), &info);
        return static_cast<qint64>((info.f_blocks - info.f_bfree) * info.f_frsize / 1024);
    }
    bool resize(qint64 kib) const
    {
        const QByteArray options = "size=" + QByteArray::number(kib) + "k";
        return ::mount("none", m_folder.constData(), "tmpfs", MS_REMOUNT, options.constData()) == 0;
    }

private:
    QByteArray m_folder;
    bool m_isMounted;
};

void fillOnce(const Operation &operation, const Prepared &prepared, qint64 roomKib, Report &report)
{
    constexpr int times = 20;
    const QTemporaryDir folder;
    const SmallDisk disk(folder.path());
    prepared.copyTo(folder.path());
    // No room at all cannot be said: to a mount, 0 means as much as there is.
    if (!disk.isMounted() || !disk.resize(std::max(disk.usedKib() + roomKib, qint64{4})))
        return report.complain("the small disk cannot be made");
    const End end = run(operation, folder.path(), times);
    if (operation.readsWhenFull) {
        const Verdict full = judge(operation, folder.path(), end);
        add(operation, full, QByteArray::number(roomKib) + " KiB, still full", report);
    }
    if (!disk.resize(qint64{64} * 1024))
        return report.complain("the small disk cannot grow");
    add(operation, judge(operation, folder.path(), end), QByteArray::number(roomKib) + " KiB", report);
    report.count("sizes");
    report.count("done", end.how == End::Done ? 1 : 0);
    const bool refused = end.how == End::Refused;
    report.count("refused as full", refused && end.code == Operation::diskFull ? 1 : 0);
    report.mustBeZero("refused otherwise", refused && end.code != Operation::diskFull ? 1 : 0);
    report.mustBeZero("crashed", end.how == End::Done || end.how == End::Refused ? 0 : 1);
}

} // namespace

void kill(const Operation &operation, const Part &rounds, Report &report)
{
    const Prepared prepared(operation);
    if (!prepared.isGood())
        return report.complain("what it starts from cannot be made");
    const QTemporaryDir trial;
    prepared.copyTo(trial.path());
    const qint64 once = run(operation, trial.path(), 1).us;
    const qint64 shortest = operation.endless ? 5'000 : 0;
    const qint64 longest = operation.endless ? std::max(qint64{150'000}, 2 * once) : once * 5 / 4;
    for (int round = rounds.from; round < rounds.from + rounds.count; ++round) {
        std::mt19937 chance(static_cast<unsigned>(round));
        const qint64 after =
            shortest + static_cast<qint64>(chance() % static_cast<quint64>(longest - shortest));
        const QTemporaryDir folder;
        prepared.copyTo(folder.path());
        const End end = runAndKill(operation, folder.path(), after);
        const bool journal =
            QFileInfo::exists(Scene(folder.path()).layout.database() + QLatin1String("-journal"));
        const Verdict verdict = judge(operation, folder.path(), end);
        add(operation, verdict, "round " + QByteArray::number(round), report);
        report.count("rounds");
        report.count("killed", end.how == End::Killed ? 1 : 0);
        report.count("answered for", end.acks.size());
        report.count("journals left", journal ? 1 : 0);
        report.mustBeZero("crashed", end.how == End::Crashed || end.how == End::Refused ? 1 : 0);
    }
}

void failEachCall(const Operation &operation, const Part &calls, Report &report)
{
    const Prepared prepared(operation);
    if (!prepared.isGood())
        return report.complain("what it starts from cannot be made");
    for (int call = calls.from + 1; call <= calls.from + calls.count; call += calls.step) {
        bool more = failOnce(operation, prepared, {call, false, EIO}, report);
        more = failOnce(operation, prepared, {call, true, EIO}, report) || more;
        more = failOnce(operation, prepared, {call, true, ENOSPC}, report) || more;
        if (!more) {
            report.count("all calls", 1);
            return;
        }
        report.count("calls", 1);
    }
}

void fillDisk(const Operation &operation, const Part &sizes, int ofSizes, Report &report)
{
    const Prepared prepared(operation);
    if (!prepared.isGood())
        return report.complain("what it starts from cannot be made");
    if (!mayMount())
        return report.skip("no file system can be mounted here");
    for (int size = sizes.from; size < sizes.from + sizes.count; size += sizes.step)
        fillOnce(operation, prepared, qint64{operation.roomKib} * size / ofSizes / 4 * 4, report);
}

} // namespace rapport::soak
