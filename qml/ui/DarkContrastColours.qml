// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

Colours {
    paper: "#000000"
    card: "#000000"
    line: "#EFE6D9"
    outline: "#EFE6D9"
    ink: "#FFFFFF"
    inkSoft: "#E8DFD2"
    disabledGround: "#2B2622"
    inverse: "#FFFFFF"
    inkOnInverse: "#000000"
    focus: "#FFFFFF"
    scrim: "#D9000000"
    veil: "#B5AB9D"
    toSay: Accent {
        fill: "#FFC2A6"
        inkOnFill: "#000000"
        text: "#FFC2A6"
        ground: "#000000"
        inkOnGround: "#FFC2A6"
    }
    pause: Accent {
        fill: "#A9E6DD"
        inkOnFill: "#000000"
        text: "#A9E6DD"
        ground: "#000000"
        inkOnGround: "#A9E6DD"
    }
    lookingBack: Accent {
        fill: "#CBD3FA"
        inkOnFill: "#000000"
        text: "#CBD3FA"
        ground: "#000000"
        inkOnGround: "#CBD3FA"
    }
}
