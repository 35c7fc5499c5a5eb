// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// One answer out of a few, in words. Left and right move between them, as in
// any group of answers; with `optional`, pressing the answer takes it back.
Item {
    id: group

    required property string label
    required property list<string> answers
    property int currentIndex: -1
    property bool optional: false
    property bool spokenWithLabel: false // where two groups on a page share an answer
    property Accent accent: Theme.toSay

    signal chosen(index: int) // by the person; -1 when taken back

    // As wide as there is room, whatever the answers: the width of an answer
    // follows from this one, and must not lead back to it.
    Layout.fillWidth: true
    implicitWidth: Theme.contentWidth / 2
    implicitHeight: flow.implicitHeight

    Accessible.role: Accessible.Grouping
    Accessible.name: group.label

    function choose(index: int): void {
        const taken = index === group.currentIndex;
        if (taken && !group.optional)
            return;
        group.currentIndex = taken ? -1 : index;
        group.chosen(group.currentIndex);
    }
    function move(from: int, forward: bool): void {
        const next = chips.itemAt((from + (forward ? 1 : -1) + chips.count) % chips.count);
        if (next)
            next.forceActiveFocus(Qt.TabFocusReason);
    }

    Flow {
        id: flow

        width: group.width
        spacing: Theme.small

        Repeater {
            id: chips

            model: group.answers
            delegate: ChoiceChip {
                chosen: index === group.currentIndex
                accent: group.accent
                question: group.spokenWithLabel ? group.label : ""
                width: Math.min(implicitWidth, group.width)
                onClicked: group.choose(index)
                Keys.onLeftPressed: group.move(index, mirrored)
                Keys.onRightPressed: group.move(index, !mirrored)
            }
        }
    }
}
