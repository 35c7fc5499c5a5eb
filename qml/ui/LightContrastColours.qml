// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

Colours {
    paper: "#FFFFFF"
    card: "#FFFFFF"
    line: "#26211B"
    outline: "#26211B"
    ink: "#000000"
    inkSoft: "#332C25"
    disabledGround: "#E6E6E6"
    inverse: "#000000"
    inkOnInverse: "#FFFFFF"
    focus: "#000000"
    scrim: "#CC000000"
    veil: "#595148"
    toSay: Accent {
        fill: "#6E2A12"
        inkOnFill: "#FFFFFF"
        text: "#6E2A12"
        ground: "#FFFFFF"
        inkOnGround: "#6E2A12"
    }
    pause: Accent {
        fill: "#0B4541"
        inkOnFill: "#FFFFFF"
        text: "#0B4541"
        ground: "#FFFFFF"
        inkOnGround: "#0B4541"
    }
    lookingBack: Accent {
        fill: "#27336B"
        inkOnFill: "#FFFFFF"
        text: "#27336B"
        ground: "#FFFFFF"
        inkOnGround: "#27336B"
    }
}
