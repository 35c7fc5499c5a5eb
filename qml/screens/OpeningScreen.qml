// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// For the moment between the start and what the person wrote.
ScreenPage {
    heading: qsTr("Rapport")

    BusyState {
        text: qsTr("Opening your notes …")
    }
}
