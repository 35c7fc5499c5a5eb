// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtTest
import Rapport.Probe
import Rapport.Ui

// Fields to write in.
TestCase {
    id: test

    name: "Fields"
    when: windowShown
    width: 360
    height: 720
    visible: true

    Component {
        id: pages
        Column {
            property alias field: writing
            property alias after: next
            width: 360
            WritingField {
                id: writing
                width: 320
                label: "Something to say"
                placeholder: "Something I'd like …"
            }
            LineField {
                id: next
                width: 320
                label: "Name"
            }
        }
    }
    Component {
        id: secrets
        PassphraseField {
            width: 320
            label: "Passphrase"
        }
    }
    Component {
        id: spies
        SignalSpy {}
    }

    function make(): Item {
        const page = createTemporaryObject(pages, test);
        page.field.forceActiveFocus();
        return page;
    }
    function typeWords(words: string): void {
        for (const letter of words)
            keyClick(letter);
    }
    function editor(field: Item): Item {
        return test.Window.window.activeFocusItem;
    }

    function test_writing(): void {
        const page = make();
        typeWords("Mornings");
        compare(page.field.text, "Mornings");
        keyClick(Qt.Key_Return);
        compare(page.field.text, "Mornings\n");
        const edit = editor(page.field);
        compare(Probe.role(edit), Accessible.EditableText);
        compare(Probe.name(edit), "Something to say");
        compare(Probe.description(edit), "Something I'd like …");
        verify(page.field.height >= Theme.target);
    }
    function test_acceptedByCtrlEnter_data(): var {
        return [
            {
                tag: "Return",
                key: Qt.Key_Return
            },
            {
                tag: "Enter",
                key: Qt.Key_Enter
            }
        ];
    }
    function test_acceptedByCtrlEnter(row: var): void {
        const page = make();
        const spy = createTemporaryObject(spies, test, {
            target: page.field,
            signalName: "accepted"
        });
        typeWords("Yes");
        keyClick(row.key, Qt.ControlModifier);
        compare(spy.count, 1);
        compare(page.field.text, "Yes");
    }
    function test_tabLeavesTheField(): void {
        const page = make();
        keyClick(Qt.Key_Tab);
        verify(page.after.activeFocus);
        compare(page.field.text, "");
        keyClick(Qt.Key_Tab, Qt.ShiftModifier);
        verify(page.field.activeFocus);
    }
    function test_growsThenScrolls(): void {
        const page = make();
        page.field.maximumLines = 4;
        const one = page.field.implicitHeight;
        page.field.text = "1\n2\n3\n4";
        const four = page.field.implicitHeight;
        verify(four > one);
        page.field.text = "1\n2\n3\n4\n5\n6\n7\n8";
        compare(page.field.implicitHeight, four);
    }
    function test_limit_data(): var {
        return [
            {
                tag: "at the limit",
                text: "12345",
                kept: "12345",
                told: 0
            },
            {
                tag: "over the limit",
                text: "123456789",
                kept: "12345",
                told: 1
            },
            {
                tag: "never half a character",
                text: "1234\u{1F600}",
                kept: "1234",
                told: 1
            }
        ];
    }
    function test_limit(row: var): void {
        const page = make();
        const spy = createTemporaryObject(spies, test, {
            target: page.field,
            signalName: "tooLong"
        });
        page.field.maximumLength = 5;
        page.field.text = row.text;
        compare(page.field.text, row.kept);
        compare(spy.count, row.told);
    }
    function test_hundredThousandCharacters(): void {
        const page = make();
        page.field.text = "word ".repeat(20000);
        compare(page.field.length, 100000);
        const start = Date.now();
        page.field.text = "word ".repeat(24000);
        compare(page.field.length, 120000, "nothing is cut: who keeps the text says what is too long");
        // Generous: it only has to catch work that grows with the square.
        verify(Date.now() - start < 4000, Date.now() - start);
    }
    function test_line(): void {
        const page = make();
        const spy = createTemporaryObject(spies, test, {
            target: page.after,
            signalName: "accepted"
        });
        page.after.forceActiveFocus();
        typeWords("Ana");
        keyClick(Qt.Key_Return);
        compare(page.after.text, "Ana");
        compare(spy.count, 1);
        const edit = editor(page.after);
        compare(Probe.role(edit), Accessible.EditableText);
        compare(Probe.name(edit), "Name");
        verify(edit.height >= Theme.target);
    }
    function test_secret(): void {
        const field = createTemporaryObject(secrets, test);
        field.forceActiveFocus();
        const edit = editor(field);
        typeWords("moss");
        compare(edit.displayText, "\u2022".repeat(4));
        verify(edit.inputMethodHints & Qt.ImhSensitiveData);
        const eye = findChild(field, "reveal");
        compare(Probe.name(eye), "Show what I typed: " + field.label);
        verify(Probe.press(eye));
        compare(edit.displayText, "moss");
        verify(edit.inputMethodHints & Qt.ImhSensitiveData);
        compare(Probe.name(eye), "Hide what I typed: " + field.label);
        mouseClick(eye);
        compare(edit.displayText, "\u2022".repeat(4));
    }
}
