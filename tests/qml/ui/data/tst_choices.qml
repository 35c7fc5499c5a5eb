// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtTest
import Rapport.Probe
import Rapport.Ui

// Rows to tick, answers to choose, places to go to.
TestCase {
    id: test

    name: "Choices"
    when: windowShown
    width: 360
    height: 720
    visible: true

    Component {
        id: rows
        CheckRow {
            width: 300
            text: "For the session"
        }
    }
    Component {
        id: groups
        ChoiceChips {
            width: 360
            label: "Kind"
            answers: ["need", "question", "thanks"]
        }
    }
    Component {
        id: bars
        NavBar {
            width: 360
            places: [
                NavPlace {
                    name: "Today"
                },
                NavPlace {
                    name: "To say"
                }
            ]
        }
    }
    Component {
        id: spies
        SignalSpy {}
    }

    function test_tick_data(): var {
        return ["mouse", "far end", "Space", "Return", "press action", "toggle action"].map(how => ({
                    tag: how,
                    how: how
                }));
    }
    function test_tick(row: var): void {
        const item = createTemporaryObject(rows, test);
        const spy = createTemporaryObject(spies, test, {
            target: item,
            signalName: "picked"
        });
        compare(Probe.role(item), Accessible.CheckBox);
        compare(Probe.name(item), "For the session");
        verify(!Probe.checked(item));
        verify(item.height >= Theme.target);
        item.forceActiveFocus(Qt.TabFocusReason);
        if (row.how === "mouse")
            mouseClick(item);
        else if (row.how === "far end")
            mouseClick(item, item.width - 4, item.height / 2);
        else if (row.how === "Space")
            keyClick(Qt.Key_Space);
        else if (row.how === "Return")
            keyClick(Qt.Key_Return);
        else if (row.how === "press action")
            verify(Probe.press(item));
        else if (!Probe.toggle(item))
            skip("this Qt offers no toggle action here");
        wait(0);
        compare(spy.count, 1);
        compare(spy.signalArguments[0][0], true);
        verify(item.checked);
        verify(Probe.checked(item));
    }
    function test_valueFromTheAppIsNotAPick(): void {
        const item = createTemporaryObject(rows, test);
        const spy = createTemporaryObject(spies, test, {
            target: item,
            signalName: "picked"
        });
        item.value = true;
        verify(item.checked);
        compare(spy.count, 0);
        item.forceActiveFocus();
        keyClick(Qt.Key_Space);
        compare(spy.count, 1);
        item.value = false; // the app agrees
        verify(!item.checked);
        item.value = true; // and changes its mind: the binding is still alive
        verify(item.checked);
        compare(spy.count, 1);
    }
    function test_ownWordsAreAnnounced(): void {
        const item = createTemporaryObject(rows, test, {
            own: true
        });
        compare(Probe.name(item), "Your words: For the session");
    }

    function chip(group: Item, index: int): Item {
        const chips = group.children[0].children;
        for (let i = 0; i < chips.length; ++i) {
            if (chips[i].index === index)
                return chips[i];
        }
        return null;
    }
    function test_oneAnswer(): void {
        const group = createTemporaryObject(groups, test);
        const spy = createTemporaryObject(spies, test, {
            target: group,
            signalName: "chosen"
        });
        compare(Probe.name(group), "Kind");
        mouseClick(chip(group, 1));
        compare(group.currentIndex, 1);
        verify(Probe.checked(chip(group, 1)));
        verify(Probe.press(chip(group, 2)));
        compare(group.currentIndex, 2);
        verify(!Probe.checked(chip(group, 1)));
        compare(spy.count, 2);
        mouseClick(chip(group, 2));
        compare(group.currentIndex, 2);
        compare(spy.count, 2);
    }
    function test_optionalAnswerIsTakenBack(): void {
        const group = createTemporaryObject(groups, test, {
            optional: true,
            currentIndex: 0
        });
        mouseClick(chip(group, 0));
        compare(group.currentIndex, -1);
    }
    function test_choosingMovesNothing(): void {
        const group = createTemporaryObject(groups, test);
        const before = chip(group, 2).x;
        mouseClick(chip(group, 0));
        compare(chip(group, 2).x, before);
    }
    function test_arrows_data(): var {
        return [
            {
                tag: "left to right",
                mirrored: false,
                key: Qt.Key_Right
            },
            {
                tag: "right to left",
                mirrored: true,
                key: Qt.Key_Left
            }
        ];
    }
    function test_arrows(row: var): void {
        const group = createTemporaryObject(groups, test);
        group.LayoutMirroring.enabled = row.mirrored;
        group.LayoutMirroring.childrenInherit = true;
        chip(group, 0).forceActiveFocus(Qt.TabFocusReason);
        keyClick(row.key);
        verify(chip(group, 1).activeFocus);
        keyClick(row.key);
        keyClick(row.key);
        verify(chip(group, 0).activeFocus);
    }

    function test_places(): void {
        const bar = createTemporaryObject(bars, test);
        const spy = createTemporaryObject(spies, test, {
            target: bar,
            signalName: "chosen"
        });
        compare(Probe.role(bar), Accessible.PageTabList);
        compare(Probe.spoken(bar), ["Today", "To say"]);
        const tab = findChild(bar, "To say");
        verify(Probe.press(tab));
        compare(bar.currentIndex, 1);
        compare(spy.count, 1);
    }
}
