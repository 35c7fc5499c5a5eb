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
    Stage {
        anchors.fill: parent
        focus: true
        shell: window.shell
        settings: window.settings
        helpNow: window.helpNow
    }
}
