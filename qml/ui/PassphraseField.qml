// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// A secret to type. Hidden until asked for, and no keyboard may learn it. A PIN
// brings the keyboard of digits.
LineField {
    id: field

    property bool revealed: false
    property bool digitsOnly: false

    echoMode: field.revealed ? TextInput.Normal : TextInput.Password
    inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | (field.revealed ? Qt.ImhNone : Qt.ImhHiddenText) | (field.digitsOnly ? Qt.ImhDigitsOnly : Qt.ImhNone)
    trailing: IconButton {
        objectName: "reveal"
        glyph: field.revealed ? Icon.EyeClosed : Icon.Eye
        name: field.revealed ? qsTr("Hide what I typed: %1").arg(field.label) : qsTr("Show what I typed: %1").arg(field.label)
        onClicked: field.revealed = !field.revealed
    }
}
