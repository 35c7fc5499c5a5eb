// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

Colours {
    paper: "#1A1715"
    card: "#25211E"
    line: "#3A342E"
    outline: "#8A7F72"
    ink: "#F3ECE2"
    inkSoft: "#B5AB9D"
    disabledGround: "#3A342E"
    inverse: "#EFE6D9"
    inkOnInverse: "#26211B"
    focus: "#F3ECE2"
    scrim: "#B3000000"
    veil: "#3A342E"
    toSay: Accent {
        fill: "#F0A27F"
        inkOnFill: "#2B130A"
        text: "#F0A27F"
        ground: "#3A261C"
        inkOnGround: "#F0A27F"
    }
    pause: Accent {
        fill: "#8CCFC6"
        inkOnFill: "#0C2321"
        text: "#8CCFC6"
        ground: "#132624"
        inkOnGround: "#8CCFC6"
    }
    lookingBack: Accent {
        fill: "#AEB9EC"
        inkOnFill: "#161A33"
        text: "#AEB9EC"
        ground: "#2A2F4A"
        inkOnGround: "#C3CBF3"
    }
}
