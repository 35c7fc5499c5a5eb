// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/paper/Paper.h"

#include <algorithm>
#include <array>

namespace rapport::paper {

namespace {

/// CLDR's supplemental measurement data: paperSize type="US-Letter".
constexpr std::array letterTerritories{
    QLocale::Belize,     QLocale::Canada,       QLocale::Chile,      QLocale::Colombia,  QLocale::CostaRica,
    QLocale::Guatemala,  QLocale::Mexico,       QLocale::Nicaragua,  QLocale::Panama,    QLocale::Philippines,
    QLocale::PuertoRico, QLocale::UnitedStates, QLocale::ElSalvador, QLocale::Venezuela,
};

} // namespace

Paper paperFor(const QLocale &locale)
{
    const bool letter = std::find(letterTerritories.begin(), letterTerritories.end(), locale.territory()) !=
                        letterTerritories.end();
    return letter ? Paper::Letter : Paper::A4;
}

QSizeF sizeInPoints(Paper paper)
{
    return paper == Paper::Letter ? QSizeF(612, 792) : QSizeF(595, 842);
}

} // namespace rapport::paper
