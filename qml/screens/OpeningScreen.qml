// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.App
import Rapport.Ui

// For the moment between the start and what the person wrote.
ScreenPage {
    required property Shell shell // as every page of Door has it

    heading: qsTr("Rapport")

    BusyState {
        text: qsTr("Opening your notes …")
    }
}
