// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// One country to choose.
QuietButton {
    required property string modelData
    required property string name

    Layout.fillWidth: true
    outlined: true
    text: name
}
