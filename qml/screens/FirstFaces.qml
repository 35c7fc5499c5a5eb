// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// The letters that Today is written in. The app has them made while the screens
// are still being read.
QtObject {
    readonly property var faces: [Theme.headline, Theme.body, Theme.bodySmall, Theme.label, Theme.labelSmall, Theme.nav, Theme.navCurrent, Theme.ownWords]
}
