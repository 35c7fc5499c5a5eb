// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// What exists only while it is shown. A Loader of Qt 6.4 refuses a component
// that is bound to its file ("outside its creation context"); a Repeater of
// one takes it, and the compiler goes on seeing every type.
Repeater {
    id: shown

    property bool when: false
    readonly property Item item: shown.count > 0 ? shown.itemAt(0) : null

    model: shown.when ? 1 : 0
}
