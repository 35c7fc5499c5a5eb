// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/Process.h"

#include <malloc.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace rapport::platform {

void hardenProcess()
{
    // A core dump holds the key and the open notes. Where cores are piped to a
    // program the kernel leaves it to that program to respect the limit; the
    // usual ones do.
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    umask(S_IRWXG | S_IRWXO);
#ifdef M_PERTURB
    // What is freed is overwritten, so that no text and no passphrase that Qt
    // held stays behind after a lock. What is new has these bytes, too.
    constexpr int pattern = 0x5a;
    mallopt(M_PERTURB, pattern);
#endif
}

} // namespace rapport::platform
