// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "platform/BootClock.h"

namespace rapport::platform {

/// CLOCK_BOOTTIME, waited for with a timerfd.
class KernelBootClock : public BootClock
{
public:
    KernelBootClock();
    ~KernelBootClock() override;
    KernelBootClock(const KernelBootClock &) = delete;
    KernelBootClock &operator=(const KernelBootClock &) = delete;

    qint64 nowNs() const override;
    QByteArray bootId() const override;
    void waitUntil(qint64 markNs) override;
    void wake() override;

private:
    int m_timer = -1;
    int m_wake = -1;
    QByteArray m_bootId;
};

} // namespace rapport::platform
