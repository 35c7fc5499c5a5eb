// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// Lines of writing, without the writing.
ColumnLayout {
    id: veil

    required property int count

    Layout.fillWidth: true
    spacing: Theme.medium

    Repeater {
        model: veil.count
        delegate: VeiledLine {}
    }
}
