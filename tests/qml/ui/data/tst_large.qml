// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtTest
import Rapport.Probe
import Rapport.Ui

// Words that are shown large, and controls that hold together at twice the size.
TestCase {
    id: test

    name: "Large"
    when: windowShown
    width: 360
    height: 720
    visible: true

    readonly property string sentence: "I said it was fine that we moved the time. It wasn't. "

    Component {
        id: shown

        LargeWords {
            width: 320
            room: 500
            text: ""
        }
    }
    Component {
        id: bars

        UndoBar {
            width: 320
            text: "Noted as shown."
        }
    }
    Component {
        id: groups

        Item {
            id: stage

            Accessible.role: Accessible.Pane // or the probe finds no way in

            property alias group: chips

            width: 320
            height: 200

            ChoiceChips {
                id: chips

                width: parent.width
                label: "Contrast"
                answers: ["Strong", "Ordinary"]
            }
        }
    }
    function cleanup(): void {
        Theme.textScale = 1;
    }

    function test_steps_data(): var {
        return [
            {
                tag: "a word",
                text: "Stop.",
                scale: 1,
                step: 0
            },
            {
                tag: "a few sentences",
                text: sentence.repeat(6),
                scale: 1,
                step: 1
            },
            {
                tag: "a page",
                text: sentence.repeat(12),
                scale: 1,
                step: 2
            },
            {
                tag: "a book",
                text: sentence.repeat(1800),
                scale: 1,
                step: 2
            },
            {
                tag: "large letters need more room",
                text: sentence.repeat(2),
                scale: 2,
                step: 2
            }
        ];
    }
    function test_steps(row: var): void {
        Theme.textScale = row.scale;
        const words = createTemporaryObject(shown, test, {
            text: row.text
        });
        compare(words.step, row.step);
        // It is scrolled only once the smallest letters do not fit.
        verify(words.step === 2 || words.implicitHeight <= words.room);
    }
    function test_moreRoomLargerLetters(): void {
        const words = createTemporaryObject(shown, test, {
            text: sentence.repeat(4)
        });
        words.room = 900;
        compare(words.step, 0);
        words.room = 200;
        compare(words.step, 2);
        words.width = 2000;
        compare(words.step, 0);
    }
    function test_spokenAsYours(): void {
        const words = createTemporaryObject(shown, test, {
            text: "Stop."
        });
        compare(Probe.name(words), "Your words: Stop.");
    }

    function test_undoIsNeverBroken(): void {
        Theme.textScale = 2;
        const bar = createTemporaryObject(bars, test);
        const undo = findChild(bar, "undo");
        verify(undo.width >= undo.implicitWidth, undo.width + " < " + undo.implicitWidth);
    }

    function test_answersSaidWithTheirQuestion_data(): var {
        return [
            {
                tag: "alone",
                together: false,
                names: ["Contrast", "Strong", "Ordinary"]
            },
            {
                tag: "with it",
                together: true,
                names: ["Contrast", "Contrast: Strong", "Contrast: Ordinary"]
            }
        ];
    }
    function test_answersSaidWithTheirQuestion(row: var): void {
        const stage = createTemporaryObject(groups, test);
        stage.group.spokenWithLabel = row.together;
        compare(Probe.spoken(stage), row.names);
    }
}
