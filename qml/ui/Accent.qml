// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// The one colour of a place, in every role it may play there.
QtObject {
    required property color fill // the filled button
    required property color inkOnFill // words on the filled button
    required property color text // words and rules on paper and card
    required property color ground // a quiet ground for a whole page or card
    required property color inkOnGround // words in this colour on that ground
}
