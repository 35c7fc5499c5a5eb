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
    required property HelpNow helpNow

    property bool helpOpen: false

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

    function openHelp(): void {
        window.helpOpen = true;
    }
    function closeHelp(): void {
        window.helpOpen = false;
        stage.forceActiveFocus(Qt.OtherFocusReason);
    }
    function goBack(): bool {
        if (window.helpOpen) {
            window.closeHelp();
            return true;
        }
        return places.item !== null && (places.item as Places).goBack();
    }

    Connections {
        target: window.shell
        function onRaiseRequested(): void {
            window.show();
            window.raise();
            window.requestActivate();
        }
    }

    FocusScope {
        id: stage

        anchors.fill: parent
        focus: !window.helpOpen
        // Hidden, so that nobody reads or reaches what lies beneath help.
        visible: !window.helpOpen

        Keys.onEscapePressed: event => event.accepted = window.goBack()
        Keys.onBackPressed: event => event.accepted = window.goBack()

        Loader {
            id: door

            anchors.fill: parent
            focus: window.shell.view !== Shell.Unlocked
            active: window.shell.view !== Shell.Unlocked
            sourceComponent: Door {
                shell: window.shell
                onHelpRequested: window.openHelp()
            }
        }
        Loader {
            id: places

            anchors.fill: parent
            focus: window.shell.view === Shell.Unlocked
            active: window.shell.rooms !== null
            sourceComponent: Places {
                rooms: window.shell.rooms
                shell: window.shell
                onHelpRequested: window.openHelp()
            }
        }
    }
    Loader {
        anchors.fill: parent
        active: window.helpOpen
        focus: window.helpOpen
        sourceComponent: HelpScreen {
            helpNow: window.helpNow
            onBackRequested: window.closeHelp()
        }
    }
}
