// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/Process.h"

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
}

} // namespace rapport::platform
