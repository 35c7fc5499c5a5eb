// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/SetClock.h"

namespace rapport::tour {

SetClock::SetClock(const domain::Moment &start, const QByteArray &zone)
    : m_start(start)
    , m_zone(zone)
{
    m_since.start();
}

domain::Moment SetClock::now() const
{
    return {m_start.utcMs + m_since.elapsed(), m_start.offsetMin};
}

QByteArray SetClock::zone() const
{
    return m_zone;
}

} // namespace rapport::tour
