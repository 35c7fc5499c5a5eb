// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

namespace rapport::platform {

/// Keeps other programs of the same account out of what this process has in
/// memory: notes, keys, what is being typed. Does what the system offers and
/// never fails; where it offers nothing, nothing happens. The administrator
/// gets in whatever it does. GUI thread.
class MemoryGuard
{
public:
    virtual ~MemoryGuard() = default;

    /// From here to the end of the process; once is enough. To be called
    /// before the first secret is in memory. It is not taken back when the
    /// notes are locked: memory that was given back may still hold words.
    virtual void guard() = 0;
};

} // namespace rapport::platform
