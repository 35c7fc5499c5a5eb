// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

namespace rapport::vault::test {

/// Runs in a process of its own; its exit status, or −1 if it was killed.
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

} // namespace rapport::vault::test
