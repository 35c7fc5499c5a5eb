// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "qml/ui/Colours.h"

namespace rapport::ui {

namespace {

constexpr Tints light{
    .paper = 0xFFFBF6EE,
    .card = 0xFFFFFFFF,
    .line = 0xFFEADFCF,
    .outline = 0xFF8A7C6B,
    .ink = 0xFF26211B,
    .inkSoft = 0xFF655C50,
    .disabledGround = 0xFFEADFCF,
    .inverse = 0xFF332C25,
    .inkOnInverse = 0xFFFBF6EE,
    .focus = 0xFF26211B,
    .scrim = 0x8026211B,
    .veil = 0xFFEADFCF,
    .toSay = {.fill = 0xFF9C4426,
              .inkOnFill = 0xFFFFFFFF,
              .text = 0xFF9C4426,
              .ground = 0xFFF8E7DD,
              .inkOnGround = 0xFF8A3A1F},
    .pause = {.fill = 0xFF1D6763,
              .inkOnFill = 0xFFFFFFFF,
              .text = 0xFF1D6763,
              .ground = 0xFFE4F0ED,
              .inkOnGround = 0xFF1D6763},
    .lookingBack = {.fill = 0xFF3C4A86,
                    .inkOnFill = 0xFFFFFFFF,
                    .text = 0xFF3C4A86,
                    .ground = 0xFFE4E7F4,
                    .inkOnGround = 0xFF3C4A86},
};

constexpr Tints night{
    .paper = 0xFF1A1715,
    .card = 0xFF25211E,
    .line = 0xFF3A342E,
    .outline = 0xFF8A7F72,
    .ink = 0xFFF3ECE2,
    .inkSoft = 0xFFB5AB9D,
    .disabledGround = 0xFF3A342E,
    .inverse = 0xFFEFE6D9,
    .inkOnInverse = 0xFF26211B,
    .focus = 0xFFF3ECE2,
    .scrim = 0xB3000000,
    .veil = 0xFF3A342E,
    .toSay = {.fill = 0xFFF0A27F,
              .inkOnFill = 0xFF2B130A,
              .text = 0xFFF0A27F,
              .ground = 0xFF3A261C,
              .inkOnGround = 0xFFF0A27F},
    .pause = {.fill = 0xFF8CCFC6,
              .inkOnFill = 0xFF0C2321,
              .text = 0xFF8CCFC6,
              .ground = 0xFF132624,
              .inkOnGround = 0xFF8CCFC6},
    .lookingBack = {.fill = 0xFFAEB9EC,
                    .inkOnFill = 0xFF161A33,
                    .text = 0xFFAEB9EC,
                    .ground = 0xFF2A2F4A,
                    .inkOnGround = 0xFFC3CBF3},
};

constexpr Tints lightContrast{
    .paper = 0xFFFFFFFF,
    .card = 0xFFFFFFFF,
    .line = 0xFF26211B,
    .outline = 0xFF26211B,
    .ink = 0xFF000000,
    .inkSoft = 0xFF332C25,
    .disabledGround = 0xFFE6E6E6,
    .inverse = 0xFF000000,
    .inkOnInverse = 0xFFFFFFFF,
    .focus = 0xFF000000,
    .scrim = 0xCC000000,
    .veil = 0xFF595148,
    .toSay = {.fill = 0xFF6E2A12,
              .inkOnFill = 0xFFFFFFFF,
              .text = 0xFF6E2A12,
              .ground = 0xFFFFFFFF,
              .inkOnGround = 0xFF6E2A12},
    .pause = {.fill = 0xFF0B4541,
              .inkOnFill = 0xFFFFFFFF,
              .text = 0xFF0B4541,
              .ground = 0xFFFFFFFF,
              .inkOnGround = 0xFF0B4541},
    .lookingBack = {.fill = 0xFF27336B,
                    .inkOnFill = 0xFFFFFFFF,
                    .text = 0xFF27336B,
                    .ground = 0xFFFFFFFF,
                    .inkOnGround = 0xFF27336B},
};

constexpr Tints nightContrast{
    .paper = 0xFF000000,
    .card = 0xFF000000,
    .line = 0xFFEFE6D9,
    .outline = 0xFFEFE6D9,
    .ink = 0xFFFFFFFF,
    .inkSoft = 0xFFE8DFD2,
    .disabledGround = 0xFF2B2622,
    .inverse = 0xFFFFFFFF,
    .inkOnInverse = 0xFF000000,
    .focus = 0xFFFFFFFF,
    .scrim = 0xD9000000,
    .veil = 0xFFB5AB9D,
    .toSay = {.fill = 0xFFFFC2A6,
              .inkOnFill = 0xFF000000,
              .text = 0xFFFFC2A6,
              .ground = 0xFF000000,
              .inkOnGround = 0xFFFFC2A6},
    .pause = {.fill = 0xFFA9E6DD,
              .inkOnFill = 0xFF000000,
              .text = 0xFFA9E6DD,
              .ground = 0xFF000000,
              .inkOnGround = 0xFFA9E6DD},
    .lookingBack = {.fill = 0xFFCBD3FA,
                    .inkOnFill = 0xFF000000,
                    .text = 0xFFCBD3FA,
                    .ground = 0xFF000000,
                    .inkOnGround = 0xFFCBD3FA},
};

} // namespace

Accent::Accent(const AccentTints &tints, QObject *parent)
    : QObject(parent)
    , m_fill(QColor::fromRgba(tints.fill))
    , m_inkOnFill(QColor::fromRgba(tints.inkOnFill))
    , m_text(QColor::fromRgba(tints.text))
    , m_ground(QColor::fromRgba(tints.ground))
    , m_inkOnGround(QColor::fromRgba(tints.inkOnGround))
{}

Colours::Colours(const Tints &tints, QObject *parent)
    : QObject(parent)
    , m_paper(QColor::fromRgba(tints.paper))
    , m_card(QColor::fromRgba(tints.card))
    , m_line(QColor::fromRgba(tints.line))
    , m_outline(QColor::fromRgba(tints.outline))
    , m_ink(QColor::fromRgba(tints.ink))
    , m_inkSoft(QColor::fromRgba(tints.inkSoft))
    , m_disabledGround(QColor::fromRgba(tints.disabledGround))
    , m_inverse(QColor::fromRgba(tints.inverse))
    , m_inkOnInverse(QColor::fromRgba(tints.inkOnInverse))
    , m_focus(QColor::fromRgba(tints.focus))
    , m_scrim(QColor::fromRgba(tints.scrim))
    , m_veil(QColor::fromRgba(tints.veil))
    , m_toSay(new Accent(tints.toSay, this))
    , m_pause(new Accent(tints.pause, this))
    , m_lookingBack(new Accent(tints.lookingBack, this))
{}

ColourSets::ColourSets(QObject *parent)
    : QObject(parent)
{}

Colours *ColourSets::of(bool dark, bool highContrast)
{
    static constexpr std::array all{&light, &night, &lightContrast, &nightContrast};
    const std::size_t which = (dark ? 1U : 0U) + (highContrast ? 2U : 0U);
    if (!m_made.at(which))
        m_made.at(which) = new Colours(*all.at(which), this);
    return m_made.at(which);
}

} // namespace rapport::ui
