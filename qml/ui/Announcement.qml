// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts

// Tells a screen reader something that eyes see anyway. An alert that comes
// into being is read out; Accessible.announce() exists only from Qt 6.8 on.
Item {
    id: announcement

    readonly property string text: announcement.spoken
    property string spoken: ""

    visible: announcement.spoken !== ""
    // No room in a column that it is put into: nothing may jump when it speaks.
    Layout.maximumWidth: 0
    Layout.maximumHeight: 0
    width: 1
    height: 1

    Accessible.role: Accessible.AlertMessage
    Accessible.name: announcement.spoken

    function say(text: string): void {
        announcement.spoken = "";
        announcement.spoken = text;
        forget.restart();
    }

    Timer {
        id: forget

        interval: Theme.announced
        onTriggered: announcement.spoken = ""
    }
}
