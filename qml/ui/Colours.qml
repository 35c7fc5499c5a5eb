// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// Every colour the app may use, by what it is for. Which pairs may meet, and
// with what contrast, is written down and checked in tests/qml/ui.
QtObject {
    required property color paper // the page
    required property color card // what lies on the page
    required property color line // hairline that only decorates
    required property color outline // the edge of a control
    required property color ink // words
    required property color inkSoft // words that stand back
    required property color disabledGround // a filled button that cannot be pressed yet
    required property color inverse // ground of the bar that offers to undo
    required property color inkOnInverse // words on it
    required property color focus // ring around what the keyboard is on
    required property color scrim // what lies over a page that waits
    required property color veil // covers words until they are asked for
    required property Accent toSay
    required property Accent pause
    required property Accent lookingBack
}
