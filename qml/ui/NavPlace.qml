// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// One place of the bar at the bottom.
QtObject {
    required property string name
    property Accent accent: Theme.toSay
}
