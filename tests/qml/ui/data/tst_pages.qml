// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import QtTest
import Rapport.Probe
import Rapport.Ui

// Pages, and what is said on them.
TestCase {
    id: test

    name: "Pages"
    when: windowShown
    width: 360
    height: 720
    visible: true

    Component {
        id: pages
        ScreenPage {
            property alias last: end
            property alias kept: keep
            width: 360
            height: 720
            heading: "For what is hard to say in therapy."
            canGoBack: true

            BodyText {
                text: "Write it when it comes. ".repeat(60)
            }
            QuietButton {
                id: end
                text: "The end"
            }
            foot: [
                WritingField {
                    label: "Something to say"
                    minimumLines: 5
                },
                FilledButton {
                    id: keep
                    Layout.fillWidth: true
                    text: "Keep it"
                }
            ]
        }
    }
    Component {
        id: shrinking
        ScreenPage {
            id: shrinker
            property int rows: 2
            width: 360
            height: 400
            heading: "Today"
            Repeater {
                model: shrinker.rows
                delegate: BodyText {
                    text: "A row"
                }
            }
            BodyText {
                text: "The last"
            }
        }
    }
    Component {
        id: lists
        ListPage {
            property alias field: line
            property alias kept: keep
            width: 360
            height: 720
            heading: "To say"
            header: LineField {
                id: line
                label: "Search"
            }
            footer: QuietButton {
                text: "About these"
            }
            model: 3
            delegate: QuietButton {
                required property int index
                text: "Row " + index
            }
            foot: FilledButton {
                id: keep
                text: "Keep it"
            }
        }
    }
    Component {
        id: announcements
        ColumnLayout {
            property alias voice: said
            property alias under: below
            width: 300
            BodyText {
                text: "One"
            }
            Announcement {
                id: said
            }
            BodyText {
                id: below
                text: "Two"
            }
        }
    }
    Component {
        id: ownWords
        OwnWords {
            width: 300
            text: "It wasn't fine."
        }
    }
    Component {
        id: bars
        UndoBar {
            width: 320
            text: "Removed."
        }
    }
    Component {
        id: banners
        Banner {
            width: 320
            text: "There is no room left."
            actionText: "Try again"
        }
    }
    Component {
        id: spies
        SignalSpy {}
    }

    function test_readingStartsAtTheHeadline(): void {
        const page = createTemporaryObject(pages, test);
        page.focusHeading();
        const item = test.Window.window.activeFocusItem;
        compare(Probe.role(item), Accessible.Heading);
        compare(Probe.name(item), "For what is hard to say in therapy.");
    }
    function test_keyboardIsFollowed(): void {
        const page = createTemporaryObject(pages, test);
        const spy = createTemporaryObject(spies, test, {
            target: page,
            signalName: "helpRequested"
        });
        waitForRendering(page);
        page.last.forceActiveFocus(Qt.TabFocusReason);
        const y = page.last.mapToItem(page, 0, 0).y;
        verify(y > 0 && y + page.last.height < page.height, "out of sight: " + y);
        compare(spy.count, 0);
    }
    function test_whatHadTheKeyboardIsGone(): void {
        const page = createTemporaryObject(pages, test);
        waitForRendering(page);
        page.last.forceActiveFocus(Qt.TabFocusReason);
        page.last.visible = false;
        tryVerify(() => Probe.name(test.Window.window.activeFocusItem) === page.heading);
    }
    function test_resizedWhileHidden(): void {
        const page = createTemporaryObject(shrinking, test);
        for (let i = 0; i < 100; ++i) {
            page.visible = false;
            page.rows = 0;
            wait(i % 3);
            page.width = 200 + i;
            page.rows = 2;
            page.width = 300 + i;
            page.visible = true;
            page.width = 250 + i;
            wait(0);
        }
        tryCompare(page, "columnWidth", page.width - 2 * Theme.margin);
    }
    function test_tabGoesFromTopToFoot(): void {
        const page = createTemporaryObject(lists, test);
        waitForRendering(page);
        page.focusHeading();
        compare(Probe.name(test.Window.window.activeFocusItem), "To say");
        wait(50); // the rows come a moment after the page
        const names = [];
        for (let i = 0; i < 7; ++i) {
            keyClick(Qt.Key_Tab);
            names.push(Probe.name(test.Window.window.activeFocusItem));
        }
        const order = ["Help now", "Search", "Row 0", "Row 1", "Row 2", "About these", "Keep it"];
        compare(names.slice(names.indexOf("Help now"), 7), order);
    }
    function test_twiceTheText(): void {
        Theme.textScale = 2;
        const page = createTemporaryObject(pages, test);
        waitForRendering(page);
        tryVerify(() => !page.pinned);
        waitForRendering(page);
        page.kept.forceActiveFocus(Qt.TabFocusReason);
        const y = page.kept.mapToItem(page, 0, 0).y;
        verify(y > 0 && y + page.kept.height <= page.height, "out of sight: " + y);
        Theme.textScale = 1;
        tryVerify(() => page.pinned);
        verify(page.kept.activeFocus, "the focus survives the move");
    }
    function test_keyboardRoom(): void {
        const page = createTemporaryObject(pages, test);
        Theme.keyboardHeight = 300;
        tryVerify(() => page.kept.mapToItem(page, 0, 0).y + page.kept.height <= 420 || !page.pinned);
        Theme.keyboardHeight = 0;
    }
    function test_announcement(): void {
        const column = createTemporaryObject(announcements, test);
        waitForRendering(column);
        const before = column.under.y;
        column.voice.say("Kept");
        compare(Probe.role(column.voice), Accessible.AlertMessage);
        compare(Probe.name(column.voice), "Kept");
        wait(0);
        compare(column.under.y, before);
        tryVerify(() => !column.voice.visible);
    }
    function test_ownWords(): void {
        const item = createTemporaryObject(ownWords, test);
        compare(Probe.name(item), "Your words: It wasn't fine.");
        compare(Probe.spoken(item), []);
    }
    function test_undo(): void {
        const bar = createTemporaryObject(bars, test);
        const spy = createTemporaryObject(spies, test, {
            target: bar,
            signalName: "undo"
        });
        compare(Probe.role(bar), Accessible.AlertMessage);
        compare(Probe.spoken(bar).filter(name => name === "Removed.").length, 0, "said once, by the bar itself");
        wait(1800);
        verify(bar.visible);
        verify(Probe.press(findChild(bar, "undo")));
        compare(spy.count, 1);
    }
    function test_banner(): void {
        const banner = createTemporaryObject(banners, test);
        const spy = createTemporaryObject(spies, test, {
            target: banner,
            signalName: "action"
        });
        compare(Probe.role(banner), Accessible.AlertMessage);
        compare(Probe.spoken(banner), ["Try again"]);
        verify(Probe.press(findChild(banner, "action")));
        compare(spy.count, 1);
    }
}
