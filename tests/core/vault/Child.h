// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <csignal>
#include <cstdio>
#include <exception>

#include <QByteArray>
#include <QFile>

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

// What has to happen in a process of its own, because it ends it. The process
// that calls has no other thread.

namespace rapport::vault::test {

/// Its exit status, or −1 if it was killed.
template<typename Work>
int inChild(Work work, useconds_t killAfterUs = 0)
{
    const pid_t child = ::fork();
    if (child == 0) {
        int status = 99;
        try {
            status = work();
        } catch (const std::exception &error) {
            std::fprintf(stderr, "%s\n", error.what());
        }
        ::_exit(status);
    }
    if (killAfterUs > 0) {
        ::usleep(killAfterUs);
        ::kill(child, SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// A view of the file system of its own, in which this process may mount: as
/// root, or as root of a user namespace.
inline bool mayMount()
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

/// A new, empty file system of that size at a folder of this process's view.
inline bool mountSmall(const QString &folder, int kibibytes)
{
    const QByteArray options = "size=" + QByteArray::number(kibibytes) + "k";
    return ::mount("none", QFile::encodeName(folder).constData(), "tmpfs", 0, options.constData()) == 0;
}

} // namespace rapport::vault::test
