// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound
import QtQuick
import Rapport.Ui

// Circles to rest the eyes on, and an arc for the time that has passed. Quite
// still, unless it breathes; and then, too, for whoever wants things still.
Item {
    id: figure

    property real progress: 0 // 0 … 1
    property bool breathing: false
    property Accent accent: Theme.pause

    readonly property int rings: 5
    readonly property real widest: 0.88 // of the whole, within the arc
    readonly property real step: 0.14
    readonly property real depth: 0.25 // of a breath

    // From wide to narrow while breathing out, and back, both ends softly.
    function breath(at: real): real {
        const out = at < Theme.breathOut;
        const part = out ? at / Theme.breathOut : 1 - (at - Theme.breathOut) / Theme.breathIn;
        return 1 - figure.depth * (1 - Math.cos(Math.PI * part)) / 2;
    }

    implicitWidth: Theme.vast
    implicitHeight: figure.implicitWidth

    Item {
        id: circles

        anchors.fill: parent

        Repeater {
            model: figure.rings
            delegate: PauseRing {
                whole: circles
                share: figure.widest * (1 - index * figure.step)
                color: figure.accent.fill
            }
        }
    }
    // In steps too small to be seen, and not sixty times a second: without a
    // graphics card a smooth breath cost a sixth of a core.
    Timer {
        readonly property real whole: Theme.breathIn + Theme.breathOut
        property real at: 0

        repeat: true
        interval: Theme.breathStep
        running: figure.breathing && figure.visible && !Theme.reducedMotion && Application.state === Qt.ApplicationActive
        onTriggered: {
            at = (at + interval) % whole;
            circles.scale = figure.breath(at);
        }
        onRunningChanged: {
            at = 0;
            circles.scale = 1;
        }
    }
    Arc {
        anchors.fill: parent
        progress: figure.progress
        stroke: figure.accent.inkOnGround
        strokeWidth: Theme.rule
    }
}
