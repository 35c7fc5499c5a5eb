// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// Where a back-up goes or lies. It can always be typed; where the system has a
// dialog for it, that fills in the field.
ColumnLayout {
    id: place

    required property PlaceChooser chooser
    required property string label
    required property string chooseText
    property bool ofFolder: false // else of a back-up that is there
    property alias text: field.text
    property alias placeholder: field.placeholder

    signal accepted // Enter

    Layout.fillWidth: true
    spacing: Theme.small
    Component.onCompleted: place.chooser.look()
    Component.onDestruction: place.chooser.forget()

    function commit(): void {
        field.commit();
    }
    function choose(): void {
        field.commit();
        if (place.ofFolder)
            place.chooser.askFolder(field.text);
        else
            place.chooser.askBackup(field.text);
    }
    function take(path: string): void {
        field.text = path;
        said.say(qsTr("Chosen: %1").arg(path));
    }

    Connections {
        target: place.chooser
        function onFolderChosen(path: string): void {
            place.take(path);
        }
        function onBackupChosen(path: string): void {
            place.take(path);
        }
    }

    LineField {
        id: field

        label: place.label
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
        onAccepted: place.accepted()

        Announcement {
            id: said
        }
    }
    QuietButton {
        outlined: true
        visible: place.chooser.available
        enabled: !place.chooser.asking
        text: place.chooseText
        onClicked: place.choose()
    }
    Banner {
        visible: place.chooser.problem !== ""
        text: place.chooser.problem
    }
}
