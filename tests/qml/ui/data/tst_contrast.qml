// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtTest
import Rapport.Ui

// Every pair of colours that meet, in every palette. Limits: WCAG 2.2, 1.4.3
// for words (4.5), 1.4.11 for drawings and edges of controls (3); in high
// contrast both reach 7, which is 1.4.6 for words.
TestCase {
    id: test

    name: "Contrast"

    // What is drawn, what lies beneath, and how it is meant:
    //   words     to be read, also while pressed where they can be pressed
    //   still     words that cannot be pressed
    //   drawing   carries meaning, or shows where a control ends
    //   ornament  means nothing by itself: free, but for high contrast
    // "accent" stands for each of the places' accents.
    readonly property var pairs: [
        ["ink", "paper", "words"],
        ["ink", "card", "words"],
        ["ink", "accent.ground", "words"],
        ["inkSoft", "paper", "words"],
        ["inkSoft", "card", "words"],
        ["inkSoft", "accent.ground", "still"],
        ["inkSoft", "disabledGround", "still"],
        ["inkOnInverse", "inverse", "words"],
        ["accent.inkOnFill", "accent.fill", "words"],
        ["accent.text", "paper", "words"],
        ["accent.text", "card", "words"],
        ["accent.text", "accent.ground", "drawing"],
        ["accent.inkOnGround", "accent.ground", "words"],
        ["accent.inkOnGround", "paper", "drawing"], // edge of a chosen chip
        ["accent.inkOnGround", "card", "drawing"],
        ["accent.fill", "paper", "drawing"],
        ["accent.fill", "card", "drawing"],
        ["accent.fill", "accent.ground", "drawing"],
        ["inverse", "paper", "drawing"],
        ["outline", "paper", "drawing"],
        ["outline", "card", "drawing"],
        ["focus", "paper", "drawing"],
        ["focus", "card", "drawing"],
        ["focus", "accent.ground", "drawing"],
        ["line", "paper", "ornament"],
        ["veil", "card", "ornament"], // that there are words, and how many, is said beside it
    ]
    // Seen through, and on nothing's ground.
    readonly property var covers: ["scrim"]
    // The printed page's own ground: only the page is drawn on it, in its own ink.
    readonly property var sheets: ["sheet"]
    readonly property var accents: ["toSay", "pause", "lookingBack"]
    readonly property var moods: [0, 1, 2, 3, 4]

    // What a function of Qt 6.4 hands out as a colour is still a text.
    function colour(given: var): color {
        return typeof given === "string" ? Qt.color(given) : given;
    }
    function mood(step: int): color {
        return colour(Theme.moodColour(step));
    }
    // https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    function channel(value: real): real {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    function luminance(colour: color): real {
        return 0.2126 * channel(colour.r) + 0.7152 * channel(colour.g) + 0.0722 * channel(colour.b);
    }
    // https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    function contrast(one: color, other: color): real {
        const a = luminance(one);
        const b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }
    function over(ink: color, ground: color, share: real): color {
        return Qt.rgba(ground.r + (ink.r - ground.r) * share, ground.g + (ink.g - ground.g) * share, ground.b + (ink.b - ground.b) * share, 1);
    }
    function least(kind: string, high: bool): real {
        return high ? 7 : kind === "ornament" ? 1 : kind === "drawing" ? 3 : 4.5;
    }
    function token(name: string, accent: string): color {
        const parts = name.split(".");
        return parts.length === 1 ? Theme[name] : Theme[accent][parts[1]];
    }
    function named(): var {
        return pairs.map(pair => pair[0]).concat(pairs.map(pair => pair[1]));
    }
    function isColour(value: var): bool {
        return value !== null && typeof value === "object" && value.hsvHue !== undefined;
    }
    function check(what: string, ink: color, ground: color, least: real): void {
        const ratio = contrast(ink, ground);
        verify(ratio >= least, what + ": " + ratio.toFixed(2) + " < " + least);
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
            },
            {
                tag: "a colour on itself",
                one: "#9C4426",
                other: "#9C4426",
                ratio: 1
            }
        ];
    }
    function test_formula(row: var): void {
        fuzzyCompare(contrast(Qt.color(row.one), Qt.color(row.other)), row.ratio, 0.01);
    }

    function palettes(): var {
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
    function apply(row: var): void {
        Theme.dark = row.dark;
        Theme.highContrast = row.high;
    }
    function cleanup(): void {
        Theme.dark = false;
        Theme.highContrast = false;
    }

    function test_pairs_data(): var {
        return palettes();
    }
    function test_pairs(row: var): void {
        apply(row);
        for (const [ink, ground, kind] of pairs) {
            const every = (ink + ground).includes("accent.") ? accents : [""];
            for (const accent of every) {
                const what = (ink + " on " + ground).replace(/accent/g, accent);
                const top = token(ink, accent);
                const beneath = token(ground, accent);
                check(what, top, beneath, least(kind, row.high));
                if (kind === "words")
                    check("pressed " + what, top, over(top, beneath, Theme.pressed), least(kind, row.high));
            }
        }
    }

    // A mood's shape ends somewhere, by its own colour or by its outline.
    function test_moods_data(): var {
        return palettes();
    }
    function test_moods(row: var): void {
        apply(row);
        for (const ground of ["paper", "card"]) {
            for (const step of moods) {
                const seen = Math.max(contrast(mood(step), Theme[ground]), contrast(colour(Theme.moodEdge(step)), Theme[ground]));
                verify(seen >= least("drawing", row.high), "mood " + step + " on " + ground + ": " + seen.toFixed(2));
            }
        }
    }
    function test_moodsDiffer(): void {
        for (const step of moods.slice(1))
            check("mood " + step + " beside the one before", mood(step), mood(step - 1), 1.25);
    }

    function test_covers_data(): var {
        return palettes();
    }
    function test_covers(row: var): void {
        apply(row);
        for (const name of covers)
            verify(Theme[name].a >= 0.5 && Theme[name].a < 1, name + " hides too little or too much");
    }

    // A colour that meets nothing in the table is one that nobody looked at.
    function test_nothingIsForgotten(): void {
        const listed = new Set(named().concat(covers, sheets));
        let colours = 0;
        const foundAccents = [];
        for (const name in Theme.colours) {
            const value = Theme.colours[name];
            if (isColour(value)) {
                ++colours;
                verify(listed.has(name), name + " stands in no pair");
                compare(Theme[name], value, name + " is not what Theme hands out");
            } else if (value instanceof Accent) {
                foundAccents.push(name);
            }
        }
        verify(colours >= 12, "only " + colours + " colours were found");
        compare(foundAccents.sort(), Array.from(accents).sort());
        for (const name in Theme.toSay) {
            if (isColour(Theme.toSay[name]))
                verify(listed.has("accent." + name), "an accent's " + name + " stands in no pair");
        }
        for (const name in Theme) {
            if (isColour(Theme[name]) && name !== "clear")
                verify(listed.has(name), "Theme's own " + name + " stands in no pair");
        }
    }
    // The table itself names nothing that there is not.
    function test_everyNameExists(): void {
        for (const name of named())
            verify(isColour(token(name, "toSay")), "there is no " + name);
    }
}
