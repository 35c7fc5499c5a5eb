// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

Colours {
    paper: "#FBF6EE"
    card: "#FFFFFF"
    line: "#EADFCF"
    outline: "#8A7C6B"
    ink: "#26211B"
    inkSoft: "#655C50"
    disabledGround: "#EADFCF"
    inverse: "#332C25"
    inkOnInverse: "#FBF6EE"
    focus: "#26211B"
    scrim: "#8026211B"
    veil: "#EADFCF"
    toSay: Accent {
        fill: "#9C4426"
        inkOnFill: "#FFFFFF"
        text: "#9C4426"
        ground: "#F8E7DD"
        inkOnGround: "#8A3A1F"
    }
    pause: Accent {
        fill: "#1D6763"
        inkOnFill: "#FFFFFF"
        text: "#1D6763"
        ground: "#E4F0ED"
        inkOnGround: "#1D6763"
    }
    lookingBack: Accent {
        fill: "#3C4A86"
        inkOnFill: "#FFFFFF"
        text: "#3C4A86"
        ground: "#E4E7F4"
        inkOnGround: "#3C4A86"
    }
}
