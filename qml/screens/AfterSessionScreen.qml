// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// After a session, in under a minute: what became of each thing, what was
// agreed, one line to keep. Nothing has to be answered.
ListPage {
    id: screen

    required property AfterSession after

    signal done

    heading: qsTr("Did you get to say it?")
    canGoBack: true
    model: screen.after
    onBackRequested: screen.after.leave()
    Component.onCompleted: screen.focusHeading()

    Connections {
        target: screen.after
        function onFinished(): void {
            screen.done();
        }
    }

    header: AfterHeader {
        after: screen.after
    }
    delegate: AfterDelegate {
        width: screen.columnWidth
        answers: screen.after.answers
        onAnswered: (uid, index) => screen.after.answer(uid, index)
        onAgreedTyped: (uid, text) => screen.after.setAgreed(uid, text)
    }
    footer: AfterLine {
        id: keepLine

        visible: screen.after.status === AfterSession.Ready || screen.after.status === AfterSession.Empty
        line: screen.after.line
    }

    foot: [
        GridLayout {
            Layout.fillWidth: true
            columns: Theme.roomy ? 2 : 1
            columnSpacing: Theme.small
            rowSpacing: Theme.small

            QuietButton {
                wide: true
                outlined: true
                text: qsTr("Later")
                accessibleName: qsTr("Later: ask me tomorrow")
                onClicked: screen.after.putOff()
            }
            FilledButton {
                Layout.fillWidth: true
                text: qsTr("Done")
                onClicked: {
                    keepLine.commit();
                    screen.after.finish();
                }
            }
        }
    ]
}
