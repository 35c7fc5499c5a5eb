// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/soak/Child.h"

#include <array>
#include <climits>
#include <csignal>

#include <QElapsedTimer>

#include <sys/wait.h>
#include <unistd.h>

namespace rapport::soak {

namespace {

constexpr unsigned longestSeconds = 120;
constexpr int refusedFrom = 100; // exit status: this plus the error's code
constexpr char begins[] = "#begins";

struct Process
{
    pid_t id = -1;
    int output = -1;
};

[[noreturn]] void actAndExit(const Operation &operation, const QString &folder, int times,
                             const faults::Plan *plan, int output)
{
    ::alarm(longestSeconds);
    Scene scene(folder);
    const Acks acks(output);
    acks.say(begins);
    if (plan)
        faults::arm(QFile::encodeName(folder).toStdString(), *plan);
    const std::optional<int> refused = operation.act(scene, acks, times);
    if (plan) {
        const int calls = faults::disarm();
        acks.say("#calls " + QByteArray::number(calls) + ' ' + QByteArray::number(faults::failed()));
    }
    ::_exit(refused ? refusedFrom + *refused : 0);
}

Process start(const Operation &operation, const QString &folder, int times, const faults::Plan *plan)
{
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0)
        return {};
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(pipe[0]);
        actAndExit(operation, folder, times, plan, pipe[1]);
    }
    ::close(pipe[1]);
    return {child, pipe[0]};
}

/// What it says until there is a whole line.
QByteArray firstLine(int output)
{
    QByteArray line;
    char letter = 0;
    while (::read(output, &letter, 1) == 1 && letter != '\n')
        line.append(letter);
    return line;
}

QByteArray allOf(int output)
{
    QByteArray all;
    std::array<char, 65536> part{};
    ssize_t size = 0;
    while ((size = ::read(output, part.data(), part.size())) > 0)
        all.append(part.data(), size);
    return all;
}

void setEnd(End &end, int status)
{
    if (WIFEXITED(status)) {
        end.code = WEXITSTATUS(status);
        end.how = end.code == 0 ? End::Done : end.code >= refusedFrom ? End::Refused : End::Crashed;
        end.code -= end.how == End::Refused ? refusedFrom : 0;
        return;
    }
    end.code = WTERMSIG(status);
    end.how = end.code == SIGKILL ? End::Killed : end.code == SIGALRM ? End::Hung : End::Crashed;
}

End finish(const Process &process, const QElapsedTimer &timer)
{
    End end;
    QByteArrayList lines = allOf(process.output).split('\n');
    ::close(process.output);
    int status = 0;
    ::waitpid(process.id, &status, 0);
    end.us = timer.nsecsElapsed() / 1000;
    setEnd(end, status);
    lines.removeLast(); // empty, or cut in its middle
    for (const QByteArray &line : lines) {
        if (!line.startsWith('#')) {
            end.acks.append(line);
            continue;
        }
        const QByteArrayList words = line.split(' ');
        end.calls = words.value(1).toInt();
        end.failed = words.value(2).toInt();
    }
    return end;
}

} // namespace

bool prepare(const Operation &operation, const QString &folder)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::alarm(longestSeconds);
        Scene scene(folder);
        ::_exit(operation.prepare(scene) ? 0 : 1);
    }
    int status = 1;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

End run(const Operation &operation, const QString &folder, int times, const faults::Plan *plan)
{
    const Process process = start(operation, folder, times, plan);
    firstLine(process.output);
    QElapsedTimer timer;
    timer.start();
    return finish(process, timer);
}

End runAndKill(const Operation &operation, const QString &folder, qint64 afterUs)
{
    const Process process = start(operation, folder, INT_MAX, nullptr);
    firstLine(process.output);
    QElapsedTimer timer;
    timer.start();
    ::usleep(static_cast<useconds_t>(afterUs));
    ::kill(process.id, SIGKILL);
    return finish(process, timer);
}

Verdict judge(const Operation &operation, const QString &folder, const End &end)
{
    Scene scene(folder);
    return operation.check(scene, end.acks);
}

} // namespace rapport::soak
