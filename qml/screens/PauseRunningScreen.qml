// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// A pause, and nothing else: circles, one sentence, and the way out.
ScreenPage {
    id: screen

    required property Pause pause

    readonly property bool finished: screen.pause.state === Pause.Finished
    readonly property bool held: screen.pause.state === Pause.Held
    readonly property real figureSide: Math.min(screen.columnWidth * 0.84, screen.height * (Theme.roomy ? 0.42 : 0.2))

    signal writeRequested

    ground: Theme.pause.ground
    spacing: Theme.huge
    Component.onCompleted: title.forceActiveFocus(Qt.OtherFocusReason)

    Connections {
        target: screen.pause
        function onBellRang(): void {
            visualBell.ring();
        }
        function onPromptCame(prompt: string): void {
            announcement.say(prompt);
        }
        function onStateChanged(): void {
            if (screen.finished)
                afterBell.restart();
        }
    }
    // A screen reader does not talk over the bell either.
    Timer {
        id: afterBell

        interval: screen.pause.quietAfterBell
        onTriggered: announcement.say(title.text)
    }
    Announcement {
        id: announcement

        parent: screen // where it takes no room when it speaks
    }

    Heading {
        id: title

        large: false
        font: Theme.body
        color: Theme.inkSoft
        horizontalAlignment: Text.AlignHCenter
        text: screen.finished ? qsTr("The pause is over") : screen.pause.title
        Accessible.focusable: true
    }
    PauseFigure {
        Layout.alignment: Qt.AlignHCenter
        implicitWidth: screen.figureSide
        progress: screen.pause.progress
        breathing: screen.pause.breathing && screen.pause.state === Pause.Running
    }
    BodyText {
        visible: text !== ""
        font: Theme.prompt
        horizontalAlignment: Text.AlignHCenter
        text: screen.finished ? qsTr("Anything you'd like to say?") : screen.held ? qsTr("On hold. Take your time.") : screen.pause.prompt
    }
    SoftText {
        visible: screen.pause.silent && !screen.finished
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("No sound here. The end shows on the screen.")
    }
    Banner {
        visible: screen.finished && screen.pause.problem !== ""
        text: screen.pause.problem
    }

    foot: [
        PauseButtons {
            pause: screen.pause
            onWriteRequested: screen.writeRequested()
        }
    ]
    VisualBell {
        id: visualBell

        parent: screen
        anchors.fill: parent
    }
}
