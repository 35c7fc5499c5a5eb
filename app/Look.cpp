// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Look.h"

#include <algorithm>

namespace rapport::app {

Look::Look(platform::Appearance &appearance, QObject *parent)
    : QObject(parent)
    , m_appearance(appearance)
{
    connect(&m_appearance, &platform::Appearance::changed, this, &Look::changed);
}

bool Look::dark() const
{
    return m_appearance.values().colorScheme == platform::Appearance::ColorScheme::Dark;
}

bool Look::highContrast() const
{
    return m_appearance.values().highContrast;
}

bool Look::reducedMotion() const
{
    return m_appearance.values().reducedMotion;
}

double Look::textScale() const
{
    return std::clamp(m_appearance.values().textScale, 1.0, 2.0);
}

} // namespace rapport::app
