// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QElapsedTimer>

#include "core/domain/Clock.h"

namespace rapport::tour {

/// A clock that was set once and goes on from there.
class SetClock : public domain::Clock
{
public:
    /// The time with its offset, and the IANA zone it belongs to.
    SetClock(const domain::Moment &start, const QByteArray &zone);

    domain::Moment now() const override;
    QByteArray zone() const override;

private:
    domain::Moment m_start;
    QByteArray m_zone;
    QElapsedTimer m_since;
};

} // namespace rapport::tour
