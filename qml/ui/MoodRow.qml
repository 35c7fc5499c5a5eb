// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// The five moods, from very bad to very good in reading direction. With large
// letters they take two rows, so that no word is broken.
GridLayout {
    id: row

    required property string label // the question, for a screen reader
    required property list<string> words
    required property list<string> names

    signal picked(step: int)

    readonly property real widest: {
        let width = 0;
        for (let i = 0; i < choices.count; ++i)
            width = Math.max(width, (choices.itemAt(i) as Item)?.implicitWidth ?? 0);
        return width;
    }
    // A word of two parts may stand on two lines; that saves a third of it.
    columns: row.widest * 5 <= 1.35 * row.width ? 5 : row.widest * 3 <= 1.35 * row.width ? 3 : 2

    Layout.fillWidth: true
    columnSpacing: 0
    rowSpacing: Theme.small

    Accessible.role: Accessible.Grouping
    Accessible.name: row.label

    function focusFirst(): void {
        (choices.itemAt(0) as Item)?.forceActiveFocus(Qt.OtherFocusReason);
    }

    Repeater {
        id: choices

        model: row.words.length
        delegate: MoodChoice {
            required property int index

            step: index
            word: row.words[index]
            name: row.names[index]
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: row.width / row.columns
            onClicked: row.picked(index)
        }
    }
}
