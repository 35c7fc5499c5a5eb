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
        SequentialAnimation {
            loops: Animation.Infinite
            // Only while somebody may look: it costs the battery.
            running: figure.breathing && figure.visible && !Theme.reducedMotion && Application.state === Qt.ApplicationActive
            onStopped: circles.scale = 1

            ScaleAnimator {
                target: circles
                from: 1
                to: 0.75
                duration: Theme.breathOut
                easing.type: Easing.InOutSine
            }
            ScaleAnimator {
                target: circles
                from: 0.75
                to: 1
                duration: Theme.breathIn
                easing.type: Easing.InOutSine
            }
        }
    }
    Arc {
        anchors.fill: parent
        progress: figure.progress
        stroke: figure.accent.inkOnGround
        strokeWidth: Theme.rule
    }
}
