// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/CountedUnlock.h"

namespace rapport::vault {

CountedTry unlockCounted(Disk &disk, const Layout &layout, const Protector &protector, const BootTime &now)
{
    const auto before = loadAttempts(disk, layout, now);
    if (!before)
        return {.keys = tl::unexpected(before.error())};
    if (const qint64 wait = before->waitMs(now); wait > 0)
        return {.waitMs = wait};
    const auto counted = writeTry(disk, layout, *before, now);
    if (!counted)
        return {.keys = tl::unexpected(counted.error())};

    CountedTry tried{.keys = unlock(disk, layout, protector), .looked = true};
    if (tried.keys) {
        // What cannot be taken back costs a wait some day, and no words.
        static_cast<void>(clearAttempts(disk, layout));
    } else if (tried.keys.error().kind == Error::WrongKey) {
        tried.waitMs = counted->waitMs(now);
    }
    return tried;
}

} // namespace rapport::vault
