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

    // Mostly the vault is open before a person has looked: a page that says so
    // for the blink of an eye would only be in the way.
    property bool settled: false

    function settle(): void {
        if (window.shell.view !== Shell.Opening)
            window.settled = true;
    }

    Component.onCompleted: window.settle()

    width: Theme.windowWidth
    height: Theme.windowHeight
    visible: window.settled
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
        function onViewChanged(): void {
            window.settle();
        }
        function onRaiseRequested(): void {
            window.show();
            window.raise();
            window.requestActivate();
        }
    }
    Timer {
        interval: Theme.patience
        running: true
        onTriggered: window.settled = true
    }
    Stage {
        anchors.fill: parent
        focus: true
        shell: window.shell
        settings: window.settings
        helpNow: window.helpNow
    }
}
