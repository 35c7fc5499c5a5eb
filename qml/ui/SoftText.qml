// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// What stands back: a remark, a date, a promise in small letters.
BodyText {
    font: Theme.bodySmall
    color: Theme.inkSoft
}
