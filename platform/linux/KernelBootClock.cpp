// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/linux/KernelBootClock.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <ctime>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <QFile>

namespace rapport::platform {

namespace {

constexpr qint64 nsPerSecond = 1'000'000'000;

// Where no timer could be made, the clock is looked at so often.
constexpr int lookAgainMs = 10;

QByteArray readBootId()
{
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    const QByteArray id = file.open(QIODevice::ReadOnly) ? file.readLine(64).trimmed() : QByteArray();
    // Hidden in some sandboxes. Then no pause outlives its process by this clock.
    return id.isEmpty() ? "process-" + QByteArray::number(getpid()) : id;
}

timespec timeOf(qint64 ns)
{
    return {static_cast<time_t>(ns / nsPerSecond), static_cast<long>(ns % nsPerSecond)};
}

void drain(int descriptor)
{
    std::uint64_t count = 0;
    while (read(descriptor, &count, sizeof count) < 0 && errno == EINTR) {
    }
}

} // namespace

KernelBootClock::KernelBootClock()
    : m_timer(timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK))
    , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_bootId(readBootId())
{}

KernelBootClock::~KernelBootClock()
{
    close(m_timer);
    close(m_wake);
}

qint64 KernelBootClock::nowNs() const
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return now.tv_sec * nsPerSecond + now.tv_nsec;
}

QByteArray KernelBootClock::bootId() const
{
    return m_bootId;
}

void KernelBootClock::waitUntil(qint64 markNs)
{
    while (nowNs() < markNs) {
        const bool timed = markNs != never;
        itimerspec when{};
        if (timed)
            when.it_value = timeOf(std::max<qint64>(markNs, 1)); // zero would disarm it
        const bool armed = timerfd_settime(m_timer, TFD_TIMER_ABSTIME, &when, nullptr) == 0;
        std::array<pollfd, 2> watched{pollfd{m_wake, POLLIN, 0}, pollfd{m_timer, POLLIN, 0}};
        poll(watched.data(), watched.size(), armed && m_wake >= 0 ? -1 : lookAgainMs);
        if (watched[1].revents != 0)
            drain(m_timer);
        if (watched[0].revents != 0) {
            drain(m_wake);
            return;
        }
    }
}

void KernelBootClock::wake()
{
    const std::uint64_t one = 1;
    while (write(m_wake, &one, sizeof one) < 0 && errno == EINTR) {
    }
}

} // namespace rapport::platform
