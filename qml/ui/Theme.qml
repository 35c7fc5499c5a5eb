// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma Singleton
import QtQuick
import Rapport.Ui

// How Rapport looks: the only place where a size or a duration is a number, as
// Colours is for colours and Faces for letters. Main.qml binds the inputs;
// everything else reads the outputs.
QtObject {
    id: theme

    // Inputs.
    property bool dark: false
    property bool highContrast: false
    property real textScale: 1.0 // 1.0 … 2.0
    property bool reducedMotion: false
    // Room that the device keeps for itself, in logical pixels.
    property real safeTop: 0
    property real safeBottom: 0
    property real safeLeft: 0
    property real safeRight: 0
    property real keyboardHeight: 0

    // Whether two things fit side by side on a phone.
    readonly property bool roomy: textScale <= 1.3

    // Colours.
    readonly property ColourSets sets: ColourSets {}
    readonly property Colours colours: theme.sets.of(theme.dark, theme.highContrast)

    readonly property color paper: colours.paper
    readonly property color card: colours.card
    readonly property color line: colours.line
    readonly property color outline: colours.outline
    readonly property color ink: colours.ink
    readonly property color inkSoft: colours.inkSoft
    readonly property color disabledGround: colours.disabledGround
    readonly property color inverse: colours.inverse
    readonly property color inkOnInverse: colours.inkOnInverse
    readonly property color focus: colours.focus
    readonly property color scrim: colours.scrim
    readonly property color veil: colours.veil
    readonly property color sheet: "#FFFFFF" // a printer's paper: white in the dark, too
    readonly property color clear: "transparent"
    readonly property Accent toSay: colours.toSay
    readonly property Accent pause: colours.pause
    readonly property Accent lookingBack: colours.lookingBack

    // How strongly the ink of a control tints it while it is touched.
    readonly property real hovered: 0.08
    readonly property real pressed: 0.12
    readonly property real mist: 0.15 // one of several layers that lie on each other

    // Type.
    readonly property Faces faces: Faces {}
    readonly property font headline: theme.faces.of(Faces.Headline, theme.textScale)
    readonly property font title: theme.faces.of(Faces.Title, theme.textScale)
    readonly property font subtitle: theme.faces.of(Faces.Subtitle, theme.textScale)
    readonly property font body: theme.faces.of(Faces.Body, theme.textScale)
    readonly property font bodySmall: theme.faces.of(Faces.BodySmall, theme.textScale)
    readonly property font label: theme.faces.of(Faces.Label, theme.textScale)
    readonly property font labelSmall: theme.faces.of(Faces.LabelSmall, theme.textScale)
    readonly property font ownWords: theme.faces.of(Faces.OwnWords, theme.textScale)
    readonly property font prompt: theme.faces.of(Faces.Prompt, theme.textScale)
    readonly property font ownWordsLarge: theme.faces.of(Faces.OwnWordsLarge, theme.textScale)
    readonly property font ownWordsMedium: theme.faces.of(Faces.OwnWordsMedium, theme.textScale)
    readonly property font ownWordsSmall: theme.faces.of(Faces.OwnWordsSmall, theme.textScale)
    readonly property font nav: theme.faces.of(Faces.Nav, theme.textScale)
    readonly property font navCurrent: theme.faces.of(Faces.NavCurrent, theme.textScale)
    readonly property real leading: 1.0

    // Space, on a grid of four.
    readonly property int hairline: 1
    readonly property int rule: 3
    readonly property int tick: 2
    readonly property int ring: 2
    readonly property int frame: 6
    readonly property int ringGap: 3
    readonly property int tiny: 4
    readonly property int small: 8
    readonly property int medium: 12
    readonly property int large: 16
    readonly property int huge: 24
    readonly property int vast: 40
    readonly property int margin: 20
    readonly property int radius: 24
    readonly property int radiusSmall: 12
    readonly property int radiusTick: 7
    readonly property int target: 48
    readonly property int contentWidth: 560
    readonly property int boundless: 100000 // as wide as there is room
    readonly property int windowWidth: 360
    readonly property int windowHeight: 720
    readonly property int chipPadding: 22
    readonly property int iconSmall: 18
    readonly property int icon: Math.round(24 * Math.min(textScale, 1.5))
    readonly property int moodShape: Math.round(36 * Math.min(textScale, 1.5))
    readonly property int moodShapeSmall: Math.round(24 * Math.min(textScale, 1.25))
    readonly property int weekPicture: 128

    // Time, in milliseconds.
    readonly property int quick: reducedMotion ? 0 : 120
    readonly property int calm: reducedMotion ? 0 : 300
    readonly property int slow: reducedMotion ? 0 : 500

    readonly property int patience: 400 // a shorter wait is never shown
    readonly property int breathIn: 4000
    readonly property int breathOut: 6000
    readonly property int breathStep: 50
    readonly property int waking: 50 // until a page that was hidden has been drawn again
    readonly property int secondClick: 800 // within which a second click means the first
    readonly property int announced: 1500 // how long a screen reader may take to notice

    // The five steps from very bad (0) to very good (4). Told apart by
    // lightness too, so that they survive greyscale and colour blindness.
    function moodColour(step: int): color {
        switch (step) {
        case 0:
            return "#3B2F63";
        case 1:
            return "#355F8D";
        case 2:
            return "#3F9492";
        case 3:
            return "#9DBF72";
        default:
            return "#F7DF8B";
        }
    }

    // The edge of a mood's shape, wherever its colour would be pale or lost on
    // paper and card.
    function moodEdge(step: int): color {
        if (highContrast)
            return ink;
        return (dark ? step < 2 : step > 2) ? outline : moodColour(step);
    }
}
