// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtTest
import Rapport.Ui

// WCAG 2.2: words 4.5, controls and drawings 3; high contrast 7 for words.
// Every pair that a control uses stands in this table.
TestCase {
    id: test

    name: "Contrast"

    readonly property var text: [["ink", "paper"], ["ink", "card"], ["inkSoft", "paper"], ["inkSoft", "card"], ["inkSoft", "disabledGround"], ["inkOnInverse", "inverse"]]
    readonly property var graphics: [["outline", "paper"], ["outline", "card"], ["focus", "paper"], ["focus", "card"]]
    readonly property var accents: ["toSay", "pause", "lookingBack"]

    function channel(value: real): real {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    function luminance(colour: color): real {
        return 0.2126 * channel(colour.r) + 0.7152 * channel(colour.g) + 0.0722 * channel(colour.b);
    }
    function contrast(one: color, other: color): real {
        const a = luminance(one);
        const b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }
    function over(ink: color, ground: color, share: real): color {
        return Qt.rgba(ground.r + (ink.r - ground.r) * share, ground.g + (ink.g - ground.g) * share, ground.b + (ink.b - ground.b) * share, 1);
    }

    function test_formula_data(): var {
        return [
            {
                tag: "black on white",
                one: "#000000",
                other: "#ffffff",
                ratio: 21
            },
            {
                tag: "grey that just passes",
                one: "#767676",
                other: "#ffffff",
                ratio: 4.54
            }
        ];
    }
    function test_formula(row: var): void {
        fuzzyCompare(contrast(Qt.color(row.one), Qt.color(row.other)), row.ratio, 0.01);
    }

    function test_palette_data(): var {
        return [
            {
                tag: "light",
                dark: false,
                high: false
            },
            {
                tag: "dark",
                dark: true,
                high: false
            },
            {
                tag: "high contrast, light",
                dark: false,
                high: true
            },
            {
                tag: "high contrast, dark",
                dark: true,
                high: true
            }
        ];
    }
    function check(what: string, ink: color, ground: color, least: real): void {
        const ratio = contrast(ink, ground);
        verify(ratio >= least, what + ": " + ratio.toFixed(2) + " < " + least);
    }
    function test_palette(row: var): void {
        Theme.dark = row.dark;
        Theme.highContrast = row.high;
        const words = row.high ? 7 : 4.5;
        const shapes = row.high ? 4.5 : 3;
        for (const pair of text) {
            check(pair.join(" on "), Theme[pair[0]], Theme[pair[1]], words);
            if (pair[1] !== "disabledGround") // which cannot be pressed
                check("pressed " + pair.join(" on "), Theme[pair[0]], over(Theme[pair[0]], Theme[pair[1]], Theme.pressed), row.high ? 7 : 4.5);
        }
        for (const pair of graphics)
            check(pair.join(" on "), Theme[pair[0]], Theme[pair[1]], shapes);
        for (const name of accents) {
            const accent = Theme[name];
            check(name + " words on fill", accent.inkOnFill, accent.fill, words);
            check(name + " words on pressed fill", accent.inkOnFill, over(accent.inkOnFill, accent.fill, Theme.pressed), words);
            check(name + " fill on paper", accent.fill, Theme.paper, shapes);
            check(name + " fill on card", accent.fill, Theme.card, shapes);
            check(name + " words on paper", accent.text, Theme.paper, words);
            check(name + " words on card", accent.text, Theme.card, words);
            check(name + " words on ground", accent.inkOnGround, accent.ground, words);
            check(name + " pressed words on ground", accent.inkOnGround, over(accent.inkOnGround, accent.ground, Theme.pressed), words);
            check(name + " edge of a chosen chip", accent.inkOnGround, Theme.paper, shapes);
            check("ink on the ground of " + name, Theme.ink, accent.ground, words);
        }
    }
    function cleanup(): void {
        Theme.dark = false;
        Theme.highContrast = false;
    }
}
