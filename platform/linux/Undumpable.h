// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include "platform/MemoryGuard.h"

namespace rapport::platform {

/// The kernel's "dumpable" mark of this process. Without it /proc/PID belongs
/// to root: no program of the account reads the memory or the environment,
/// none attaches as a debugger, and no core is written.
///
/// A desktop portal, though, tells who calls by looking at /proc/PID/root, and
/// refuses everything to a caller it cannot look at (xdg-desktop-portal's issues
/// 1490 and 2141); after the first call it remembers the caller for a while. So
/// whoever calls a portal lifts the mark until the call was answered. That is
/// when the dialog begins, not when it ends: milliseconds, not minutes.
class Undumpable final : public MemoryGuard, public std::enable_shared_from_this<Undumpable>
{
public:
    using Lifted = std::shared_ptr<void>;

    void guard() override;

    /// The process can be looked at while the answer, or a copy of it, exists.
    /// To be owned by a shared pointer.
    [[nodiscard]] Lifted lift();

private:
    void apply() const;

    bool m_guarded = false;
    int m_lifts = 0;
};

} // namespace rapport::platform
