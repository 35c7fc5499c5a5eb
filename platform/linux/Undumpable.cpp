// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/linux/Undumpable.h"

#include <sys/prctl.h>

namespace rapport::platform {

void Undumpable::guard()
{
    m_guarded = true;
    apply();
}

Undumpable::Lifted Undumpable::lift()
{
    ++m_lifts;
    apply();
    return {nullptr, [self = shared_from_this()](void *) {
                --self->m_lifts;
                self->apply();
            }};
}

void Undumpable::apply() const
{
    // Before guard() it stays as it was found.
    if (m_guarded)
        prctl(PR_SET_DUMPABLE, m_lifts > 0 ? 1UL : 0UL, 0UL, 0UL, 0UL);
}

} // namespace rapport::platform
