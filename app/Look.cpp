// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Look.h"

#include <algorithm>

namespace rapport::app {

Look::Look(platform::Appearance &appearance, DeviceSettings &settings, QObject *parent)
    : QObject(parent)
    , m_appearance(appearance)
    , m_settings(settings)
    , m_wishes(settings.lookWishes())
{
    connect(&m_appearance, &platform::Appearance::changed, this, &Look::changed);
}

bool Look::dark() const
{
    return m_wishes.dark.value_or(m_appearance.values().colorScheme ==
                                  platform::Appearance::ColorScheme::Dark);
}

bool Look::highContrast() const
{
    return m_wishes.highContrast.value_or(m_appearance.values().highContrast);
}

bool Look::reducedMotion() const
{
    return m_wishes.reducedMotion.value_or(m_appearance.values().reducedMotion);
}

double Look::textScale() const
{
    if (m_wishes.letterPercent)
        return *m_wishes.letterPercent / 100.0;
    return std::clamp(m_appearance.values().textScale, 1.0, 2.0);
}

void Look::setWishes(const LookWishes &wishes)
{
    if (wishes == m_wishes)
        return;
    m_wishes = wishes;
    m_settings.setLookWishes(wishes);
    Q_EMIT changed();
}

} // namespace rapport::app
