// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtTest
import Rapport.Probe
import Rapport.Ui

// While a question is open, nothing beneath it can be reached.
TestCase {
    id: test

    name: "Sheet"
    when: windowShown
    width: 360
    height: 720
    visible: true

    Component {
        id: stages
        Item {
            id: stage

            Accessible.role: Accessible.Pane // or the probe finds no way in

            property alias sheet: question
            property alias page: under
            property alias button: delete_
            width: 360
            height: 720

            ScreenPage {
                id: under
                anchors.fill: parent
                heading: "Everything"
                FilledButton {
                    id: delete_
                    text: "Delete"
                }
            }
            ConfirmSheet {
                id: question
                beneath: under
                title: "Delete everything?"
                text: "It can't be brought back."
                confirmText: "Delete everything"
            }
        }
    }
    Component {
        id: spies
        SignalSpy {}
    }
    function make(): var {
        const stage = createTemporaryObject(stages, test);
        stage.button.forceActiveFocus();
        stage.sheet.open();
        return {
            stage: stage,
            sheet: stage.sheet,
            confirmed: createTemporaryObject(spies, test, {
                target: stage.sheet,
                signalName: "confirmed"
            }),
            cancelled: createTemporaryObject(spies, test, {
                target: stage.sheet,
                signalName: "cancelled"
            }),
            dismissed: createTemporaryObject(spies, test, {
                target: stage.sheet,
                signalName: "dismissed"
            }),
            pressed: createTemporaryObject(spies, test, {
                target: stage.button,
                signalName: "clicked"
            })
        };
    }
    function test_escape(): void {
        const at = make();
        keyClick(Qt.Key_Escape);
        verify(!at.sheet.opened);
        compare(at.dismissed.count, 1);
        compare(at.cancelled.count, 0);
        compare(at.confirmed.count, 0);
        verify(at.stage.button.activeFocus, "the focus goes back to where it was");
    }
    function test_confirm(): void {
        const at = make();
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Return);
        compare(at.confirmed.count, 1);
        verify(!at.sheet.opened);
    }
    function test_cancel(): void {
        const at = make();
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Space);
        compare(at.cancelled.count, 1);
        compare(at.confirmed.count, 0);
    }
    function test_nothingBeneath(): void {
        const at = make();
        compare(Probe.role(at.sheet), Accessible.Dialog);
        mouseClick(at.stage.button);
        compare(at.pressed.count, 0);
        compare(at.dismissed.count, 1);
        at.sheet.open();
        const spoken = Probe.spoken(at.stage);
        verify(!spoken.includes("Delete"), spoken.join(", "));
        verify(!spoken.includes("Help now"), spoken.join(", "));
        verify(spoken.includes("Delete everything"), spoken.join(", "));
        for (let i = 0; i < 6; ++i) {
            keyClick(Qt.Key_Tab);
            verify(!at.stage.button.activeFocus, 'after ' + i);
        }
        at.sheet.close();
        verify(Probe.spoken(at.stage).includes("Delete"));
        mouseClick(at.stage.button);
        compare(at.pressed.count, 1);
    }
    function test_tapOnTheWordsStays(): void {
        const at = make();
        mouseClick(at.sheet, 180, 720 - 200);
        verify(at.sheet.opened);
    }
}
