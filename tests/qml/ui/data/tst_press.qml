// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtTest
import Rapport.Probe
import Rapport.Ui

// However a button is pressed, it fires once; and each can be found and hit.
TestCase {
    id: test

    name: "Press"
    when: windowShown
    width: 360
    height: 720
    visible: true

    Component {
        id: filled
        FilledButton {
            text: "Keep it"
        }
    }
    Component {
        id: quiet
        QuietButton {
            text: "Keep it"
        }
    }
    Component {
        id: icon
        IconButton {
            glyph: Icon.Plus
            name: "Keep it"
        }
    }
    Component {
        id: help
        HelpNowButton {}
    }
    Component {
        id: chip
        ChoiceChip {
            index: 0
            modelData: "Keep it"
        }
    }
    Component {
        id: tab
        NavTab {
            index: 0
            place: NavPlace {
                name: "Keep it"
            }
        }
    }
    Component {
        id: spies
        SignalSpy {
            signalName: "clicked"
        }
    }

    function test_press_data(): var {
        const kinds = [
            {
                kind: "filled",
                made: filled,
                role: Accessible.Button
            },
            {
                kind: "quiet",
                made: quiet,
                role: Accessible.Button
            },
            {
                kind: "icon",
                made: icon,
                role: Accessible.Button
            },
            {
                kind: "help",
                made: help,
                role: Accessible.Button,
                spoken: "Help now"
            },
            {
                kind: "chip",
                made: chip,
                role: Accessible.RadioButton
            },
            {
                kind: "tab",
                made: tab,
                role: Accessible.PageTab
            }
        ];
        const rows = [];
        for (const row of kinds) {
            for (const how of ["mouse", "touch", "Space", "Return", "Enter", "screen reader"])
                rows.push(Object.assign({
                    tag: row.kind + " by " + how,
                    how: how
                }, row));
        }
        return rows;
    }
    function test_press(row: var): void {
        const item = createTemporaryObject(row.made, test);
        const spy = createTemporaryObject(spies, test, {
            target: item
        });
        verify(item.width >= Theme.target && item.height >= Theme.target, item.width + " x " + item.height);
        compare(Probe.role(item), row.role);
        compare(Probe.name(item), row.spoken ?? "Keep it");
        verify(item.activeFocusOnTab || item.focusPolicy & Qt.TabFocus);
        item.forceActiveFocus(Qt.TabFocusReason);
        verify(item.visualFocus);
        press(item, row.how);
        wait(0);
        compare(spy.count, 1);
    }
    function press(item: Item, how: string): void {
        switch (how) {
        case "mouse":
            mouseClick(item);
            break;
        case "touch":
            touchEvent(item).press(0).commit().release(0).commit();
            break;
        case "Space":
            keyClick(Qt.Key_Space);
            break;
        case "Return":
            keyClick(Qt.Key_Return);
            break;
        case "Enter":
            keyClick(Qt.Key_Enter);
            break;
        default:
            verify(Probe.press(item));
        }
    }

    function test_disabled(): void {
        const item = createTemporaryObject(filled, test, {
            enabled: false
        });
        const spy = createTemporaryObject(spies, test, {
            target: item
        });
        mouseClick(item);
        Probe.press(item);
        compare(spy.count, 0);
    }
    function test_largeTextGrowsNotClips(): void {
        Theme.textScale = 2;
        const item = createTemporaryObject(filled, test, {
            width: 200,
            text: "Put in everything that I chose for the session"
        });
        verify(item.implicitHeight > 2 * Theme.target);
        verify(item.contentItem.paintedWidth <= item.contentItem.width);
        Theme.textScale = 1;
    }

    function texts(item: Item): int {
        let count = item instanceof Text && item.text !== "" ? 1 : 0;
        for (let i = 0; i < item.children.length; ++i)
            count += test.texts(item.children[i]);
        return count;
    }

    // A button that builds on another brings its own content; that of the other
    // must not stand behind it.
    function test_one_word_once_data(): var {
        return [
            {
                tag: "quiet",
                what: quiet
            },
            {
                tag: "help",
                what: help
            },
            {
                tag: "filled",
                what: filled
            }
        ];
    }
    function test_one_word_once(data: var): void {
        const button = createTemporaryObject(data.what, test);
        compare(test.texts(button), 1);
        compare(button.children.length, 2); // its ground and its content
    }
}
