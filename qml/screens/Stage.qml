// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Rapport.App
import Rapport.Ui

// What the window shows: the door, the unlocked rooms, above them what can be
// set, and above all of it, help.
FocusScope {
    id: stage

    anchors.fill: parent
    focus: true

    required property Shell shell
    required property Settings settings
    required property HelpNow helpNow

    property bool helpOpen: false
    property bool settingsOpen: false
    property bool renewing: false // how that ended is told where it was begun, once
    // Mostly the vault is open before anybody has looked: a page that says so for
    // the blink of an eye would only be in the way.
    property bool patient: false
    readonly property real noticeHeight: (notice.item?.height ?? 0) + (fileNotice.item?.height ?? 0)

    function closeHelp(): void {
        stage.helpOpen = false;
        beneath.forceActiveFocus(Qt.OtherFocusReason);
    }
    function closeSettings(): void {
        stage.settingsOpen = false;
        rooms.forceActiveFocus(Qt.OtherFocusReason);
    }
    function goBack(): bool {
        if (stage.helpOpen) {
            stage.closeHelp();
            return true;
        }
        if (stage.settingsOpen)
            return (settingsPlaces.item as OpenedPage).goBack();
        return (places.item as OpenedPage)?.goBack() ?? false;
    }

    Timer {
        interval: Theme.patience
        running: true
        onTriggered: stage.patient = true
    }

    // Asked for something from outside: it must be seen.
    Connections {
        target: stage.shell
        function onRequested(): void {
            stage.helpOpen = false;
            stage.closeSettings();
        }
        function onViewChanged(): void {
            if (stage.shell.view === Shell.Renewing)
                stage.renewing = true;
            if (stage.shell.view !== Shell.Unlocked) {
                stage.settingsOpen = false;
            } else if (stage.renewing) {
                stage.renewing = false;
                stage.settingsOpen = stage.shell.rooms.howItOpens.page === HowItOpens.Renewed;
            }
        }
    }

    Keys.onEscapePressed: event => event.accepted = stage.goBack()
    Keys.onBackPressed: event => event.accepted = stage.goBack()

    Shown {
        id: notice

        when: stage.shell.madeUp
        source: "DemoNotice.qml"
    }
    Shown {
        id: fileNotice

        when: stage.shell.fileNotice !== ""
        source: "FileNotice.qml"
        given: ({
                shell: stage.shell
            })
    }
    // With large letters the notice above gets higher.
    Binding {
        target: fileNotice.item
        property: "y"
        value: notice.item?.height ?? 0
        when: fileNotice.item !== null
    }
    FocusScope {
        id: beneath

        anchors.fill: parent
        anchors.topMargin: stage.noticeHeight
        focus: !stage.helpOpen
        // Hidden, so that nobody reads or reaches what lies beneath help.
        visible: !stage.helpOpen

        Shown {
            id: door

            when: stage.shell.view === Shell.Opening ? stage.patient : stage.shell.view !== Shell.Unlocked
            source: "Door.qml"
            given: ({
                    focus: true,
                    shell: stage.shell
                })
        }
        FocusScope {
            id: rooms

            anchors.fill: parent
            focus: stage.shell.view === Shell.Unlocked && !stage.settingsOpen
            visible: !stage.settingsOpen

            Shown {
                id: places

                when: stage.shell.view === Shell.Unlocked
                source: "Places.qml"
                given: ({
                        focus: true,
                        rooms: stage.shell.rooms,
                        settings: stage.settings,
                        shell: stage.shell
                    })
            }
        }
        Opened {
            id: settingsPlaces

            file: stage.settingsOpen ? "SettingsPlaces" : ""
            given: ({
                    settings: stage.settings,
                    helpNow: stage.helpNow,
                    shell: stage.shell
                })
        }
    }
    Opened {
        id: help

        y: stage.noticeHeight
        height: parent.height - y
        file: stage.helpOpen ? "HelpScreen" : ""
        given: ({
                helpNow: stage.helpNow
            })
    }
    Connections {
        target: door.item as OpenedPage
        function onHelpRequested(): void {
            stage.helpOpen = true;
        }
    }
    Connections {
        target: places.item as OpenedPage
        function onHelpRequested(): void {
            stage.helpOpen = true;
        }
        function onSettingsRequested(): void {
            stage.settingsOpen = true;
        }
    }
    Connections {
        target: settingsPlaces.item as OpenedPage
        function onClosed(): void {
            stage.closeSettings();
        }
        function onHelpRequested(): void {
            stage.helpOpen = true;
        }
    }
    Connections {
        target: help.item as PageFrame
        function onBackRequested(): void {
            stage.closeHelp();
        }
    }
}
