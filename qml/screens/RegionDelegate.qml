// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// One country to choose.
QuietButton {
    required property string modelData
    required property string name

    wide: true
    outlined: true
    text: name
}
