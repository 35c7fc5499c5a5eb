// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QtGlobal>
#include <span>

#include "core/domain/Moment.h"

namespace rapport::domain {

/// Where the present comes from. Injected everywhere, so that a test or the
/// tour decides what time it is. Implementations are callable from any thread.
class Clock
{
public:
    virtual ~Clock() = default;

    /// The present instant with the offset from UTC in force here.
    virtual Moment now() const = 0;

    /// The IANA id of the zone in force here, "Europe/Madrid" for instance.
    virtual QByteArray zone() const = 0;
};

/// Where chance comes from. Callable from any thread.
class RandomSource
{
public:
    virtual ~RandomSource() = default;

    /// Fills bytes with unpredictable values.
    virtual void fill(std::span<std::byte> bytes) = 0;
};

} // namespace rapport::domain
