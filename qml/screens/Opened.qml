// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// What is read from its file when it is shown first, not when the app starts:
// whoever names a type reads it and all that it names. So the users of this
// know what is shown by what it is made of: PlacePage, PageFrame.
Loader {
    id: opened

    property string file: "" // beside this one, without ".qml"; none shows nothing
    property var given: ({}) // what it is made with

    // Said outright: what is made takes on the size of its Loader before its own
    // bindings are read only if that size is not due to anchors.
    width: parent.width
    height: parent.height
    focus: opened.file !== ""
    visible: opened.file !== ""
    onFileChanged: opened.follow()
    Component.onCompleted: opened.follow()

    function follow(): void {
        if (opened.file === "")
            opened.source = "";
        else
            opened.setSource(Qt.resolvedUrl(opened.file + ".qml"), Object.assign({focus: true}, opened.given));
    }
}
