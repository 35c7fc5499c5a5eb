// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.App
import Rapport.Ui

// The one window. Which screen it shows follows from what Shell says; nothing
// of the unlocked rooms exists while they are locked.
Window {
    id: window

    required property Shell shell
    required property Look look
    required property Settings settings
    required property HelpNow helpNow

    // The window comes while what stands in it is still being read.
    property bool staged: false

    // While something else is in front, nothing is to be seen or read, be it a
    // dialog of our own: whoever saves a note need not see the page behind. When
    // the window has just come it may have to wait for its turn.
    property bool arrived: false
    readonly property bool covers: window.settings.coverIndex === Settings.CoverAlways || (window.settings.coverIndex === Settings.CoverWithLock && window.shell.canLock)
    readonly property bool covered: window.covers && window.arrived && !window.active

    onActiveChanged: window.arrived = true
    width: Theme.windowWidth
    height: Theme.windowHeight
    visible: true
    title: qsTr("Rapport")
    color: Theme.paper

    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "dark"
        value: window.look.dark
    }
    Binding {
        target: Theme
        property: "highContrast"
        value: window.look.highContrast
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: window.look.reducedMotion
    }
    Binding {
        target: Theme
        property: "textScale"
        value: window.look.textScale
    }

    Connections {
        target: window.shell
        function onRaiseRequested(): void {
            window.show();
            window.raise();
            window.requestActivate();
        }
    }
    Timer {
        interval: Theme.patience
        running: true
        onTriggered: window.arrived = true
    }
    // Hidden from eyes, and gone for a screen reader: what is merely hidden could
    // still be asked for its name.
    Curtain {
        over: stage
        drawn: window.covered
    }
    FocusScope {
        id: stage

        anchors.fill: parent
        visible: !window.covered
        focus: true

        Shown {
            when: window.staged
            source: "Stage.qml"
            given: ({
                    shell: window.shell,
                    settings: window.settings,
                    helpNow: window.helpNow
                })
        }
    }
    // Not Opened, which would take the keyboard: it stays where it was beneath.
    Loader {
        anchors.fill: parent
        source: window.covered ? Qt.resolvedUrl("CoverScreen.qml") : ""
    }
}
