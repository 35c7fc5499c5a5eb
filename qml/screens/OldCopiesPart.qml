// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// What else of the person's notes lies on the disk, and may open by what does
// not open Rapport any more. Nothing where there is nothing.
ColumnLayout {
    id: part

    required property OldCopies copies

    signal deleteRequested

    Layout.fillWidth: true
    spacing: Theme.medium
    visible: part.copies.state === OldCopies.There
    Component.onCompleted: part.copies.look()

    Heading {
        large: false
        text: qsTr("Older copies")
    }
    Repeater {
        model: part.copies.lines

        BodyText {
            required property string modelData

            text: modelData
        }
    }
    SoftText {
        text: qsTr("They are encrypted, too, but under older keys: a PIN, passphrase or code that you have taken away may still open them.")
    }
    QuietButton {
        outlined: true
        text: qsTr("Delete the older copies …")
        onClicked: part.deleteRequested()
    }
}
