// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// A part of a page that most days do not show: read from its file when it is
// shown first, as Opened does it for a page. It stands in a layout, as wide as
// that, and knows what it is given and nothing else of the page.
Loader {
    id: part

    property string file: "" // beside this one, without ".qml"; none shows nothing
    property var given: ({}) // what it is made with

    Layout.fillWidth: true
    visible: part.status === Loader.Ready
    onFileChanged: part.follow()
    Component.onCompleted: part.follow()

    function follow(): void {
        if (part.file === "")
            part.source = "";
        else
            part.setSource(Qt.resolvedUrl(part.file + ".qml"), part.given);
    }
}
