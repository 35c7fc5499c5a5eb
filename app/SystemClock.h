// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/domain/Clock.h"

namespace rapport::app {

/// The wall clock and zone of the device.
class SystemClock : public domain::Clock
{
public:
    domain::Moment now() const override;
    QByteArray zone() const override;
};

/// The operating system's random numbers.
class SystemRandom : public domain::RandomSource
{
public:
    void fill(std::span<std::byte> bytes) override;
};

} // namespace rapport::app
