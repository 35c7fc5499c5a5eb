// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/registry/Faults.h"

#include <atomic>
#include <csignal>
#include <ctime>

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QThread>

namespace rapport::registry {

namespace {

std::atomic<bool> frozen{false};
std::atomic<bool> standing{false};

void standStill(int)
{
    standing = true;
    const timespec moment{0, 2'000'000};
    while (frozen)
        nanosleep(&moment, nullptr);
    standing = false;
}

pid_t databaseThread()
{
    const QDir tasks(QStringLiteral("/proc/self/task"));
    const QStringList ids = tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &id : ids) {
        QFile name(tasks.filePath(id + QLatin1String("/comm")));
        if (name.open(QIODevice::ReadOnly) && name.readAll().trimmed() == "database")
            return id.toInt();
    }
    return 0;
}

} // namespace

domain::Moment WatchedClock::now() const
{
    if (m_what)
        std::exchange(m_what, {})();
    return set.now();
}

void HangingDisk::hang(bool on)
{
    const QMutexLocker lock(&m_mutex);
    m_hangs = on;
    m_goOn.wakeAll();
}

void HangingDisk::waitForIt() const
{
    const QMutexLocker lock(&m_mutex);
    while (m_hangs)
        m_goOn.wait(&m_mutex);
}

vault::Result<vault::Disk::Entry> HangingDisk::look(const QString &path) const
{
    waitForIt();
    return m_real->look(path);
}

vault::Result<std::vector<QString>> HangingDisk::list(const QString &directory) const
{
    return m_real->list(directory);
}

vault::Result<QByteArray> HangingDisk::read(const QString &path, qint64 atMost) const
{
    waitForIt();
    return m_real->read(path, atMost);
}

vault::Result<void> HangingDisk::makeDirectory(const QString &path)
{
    if (m_error)
        return tl::unexpected(*m_error);
    return m_real->makeDirectory(path);
}

vault::Result<void> HangingDisk::write(const QString &path, const QByteArray &content)
{
    if (m_error)
        return tl::unexpected(*m_error);
    return m_real->write(path, content);
}

vault::Result<void> HangingDisk::copy(const QString &from, const QString &to)
{
    if (m_error)
        return tl::unexpected(*m_error);
    return m_real->copy(from, to);
}

vault::Result<qint64> HangingDisk::room(const QString &directory) const
{
    return m_real->room(directory);
}

vault::Result<void> HangingDisk::settle(const QString &path)
{
    return m_real->settle(path);
}

vault::Result<void> HangingDisk::renameDirectory(const QString &from, const QString &to)
{
    return m_real->renameDirectory(from, to);
}

vault::Result<void> HangingDisk::remove(const QString &path)
{
    return m_real->remove(path);
}

void SilentKeyStore::read(const QString &key, QObject *context, ReadAnswer answer)
{
    if (!silent)
        m_store.read(key, context, std::move(answer));
}

void SilentKeyStore::write(const QString &key, std::span<const std::byte> secret, QObject *context,
                           Answer answer)
{
    if (!silent)
        m_store.write(key, secret, context, std::move(answer));
}

void SilentKeyStore::remove(const QString &key, QObject *context, Answer answer)
{
    m_store.remove(key, context, std::move(answer));
}

void SilentKeyStore::probe(QObject *context, Answer answer)
{
    m_store.probe(context, std::move(answer));
}

void freezeDatabase()
{
    const pid_t thread = databaseThread();
    if (thread == 0 || frozen)
        return;
    QThread::msleep(10); // it may still be on its way back to its queue
    struct sigaction action = {};
    action.sa_handler = standStill;
    sigaction(SIGUSR2, &action, nullptr);
    frozen = true;
    syscall(SYS_tgkill, getpid(), thread, SIGUSR2);
    while (!standing)
        QThread::msleep(1);
}

void thawDatabase()
{
    frozen = false;
    while (standing)
        QThread::msleep(1);
}

FullDisk::FullDisk()
{
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    m_before = limit.rlim_cur;
    limit.rlim_cur = 0;
    setrlimit(RLIMIT_FSIZE, &limit);
}

FullDisk::~FullDisk()
{
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = m_before;
    setrlimit(RLIMIT_FSIZE, &limit);
}

} // namespace rapport::registry
