// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtTest
import Rapport.Probe
import Rapport.Ui

// The five moods to tap, and a week of them to read.
TestCase {
    id: test

    name: "Moods"
    when: windowShown
    width: 360
    height: 720
    visible: true

    Component {
        id: rows
        MoodRow {
            width: 320
            label: "How is it?"
            words: ["very bad", "bad", "in between", "good", "very good"]
            names: ["very bad, 1 of 5", "bad, 2 of 5", "in between, 3 of 5", "good, 4 of 5", "very good, 5 of 5"]
        }
    }
    Component {
        id: shapes
        MoodShape {
            step: 0
        }
    }
    Component {
        id: bands
        WeekBand {
            x: 20
            width: 320
            label: "The week"
            model: ListModel {
                Component.onCompleted: {
                    for (let day = 0; day < 7; ++day) {
                        const there = day % 2 === 0;
                        append({
                            shortName: "D" + day,
                            letter: "D",
                            there: there,
                            lowest: there ? 1 : -1,
                            highest: there ? 3 : -1,
                            mean: there ? 2 : -1,
                            sentence: there ? "Day " + day : ""
                        });
                    }
                }
            }
        }
    }
    Component {
        id: spies
        SignalSpy {}
    }

    function choices(row: Item): var {
        return Array.from(row.children).filter(child => child.step !== undefined);
    }
    function days(band: Item): var {
        return Array.from(band.children[0].children).filter(child => child.sentence !== undefined);
    }
    function cleanup(): void {
        Theme.textScale = 1;
        Theme.dark = false;
        Theme.highContrast = false;
    }

    function test_namesAndRoles(): void {
        const row = createTemporaryObject(rows, test);
        compare(Probe.name(row), "How is it?");
        compare(Probe.role(row), Accessible.Grouping);
        compare(Probe.spoken(row), row.names);
        for (const choice of choices(row))
            compare(Probe.role(choice), Accessible.Button);
    }
    function test_targets_data(): var {
        const data = [];
        for (const scale of [1, 1.3, 1.5, 2]) {
            for (const width of [280, 320, 520])
                data.push({
                    tag: scale + " × in " + width,
                    scale: scale,
                    width: width
                });
        }
        return data;
    }
    function test_targets(row: var): void {
        Theme.textScale = row.scale;
        const item = createTemporaryObject(rows, test, {
            width: row.width
        });
        wait(0);
        const all = choices(item);
        compare(all.length, 5);
        for (const choice of all) {
            verify(choice.width >= Theme.target, choice.name + " is " + choice.width + " wide");
            verify(choice.height >= Theme.target);
            verify(choice.x >= 0 && choice.x + choice.width <= item.width + 1, choice.name + " stands out");
        }
        if (row.scale === 1)
            compare(item.columns, 5);
    }
    function test_press_data(): var {
        return ["mouse", "Space", "Return", "press action"].map(how => ({
                    tag: how,
                    how: how
                }));
    }
    function test_press(row: var): void {
        const item = createTemporaryObject(rows, test);
        const spy = createTemporaryObject(spies, test, {
            target: item,
            signalName: "picked"
        });
        const bad = choices(item)[1];
        bad.forceActiveFocus(Qt.TabFocusReason);
        if (row.how === "mouse")
            mouseClick(bad);
        else if (row.how === "Space")
            keyClick(Qt.Key_Space);
        else if (row.how === "Return")
            keyClick(Qt.Key_Return);
        else
            verify(Probe.press(bad));
        compare(spy.count, 1);
        compare(spy.signalArguments[0][0], 1);
    }
    function test_orderFollowsReading(): void {
        const item = createTemporaryObject(rows, test);
        verify(choices(item)[0].x < choices(item)[4].x);
        item.LayoutMirroring.enabled = true;
        item.LayoutMirroring.childrenInherit = true;
        tryVerify(() => choices(item)[0].x > choices(item)[4].x);
    }
    function test_fiveShapesDiffer(): void {
        const shape = createTemporaryObject(shapes, test);
        const seen = new Set();
        for (let step = 0; step < 5; ++step)
            seen.add(shape.drawing(step));
        compare(seen.size, 5);
    }

    function test_onlyDaysThatAreThereAreSaid(): void {
        const band = createTemporaryObject(bands, test);
        compare(Probe.name(band), "The week");
        compare(Probe.spoken(band), ["Day 0", "Day 2", "Day 4", "Day 6"]);
        for (const day of days(band)) {
            verify(day.width >= Theme.target, day.index + " is " + day.width + " wide");
            compare(day.activeFocusOnTab, day.there);
        }
    }
    function test_aDayCanBeRead(): void {
        const band = createTemporaryObject(bands, test);
        const spy = createTemporaryObject(spies, test, {
            target: band,
            signalName: "chosen"
        });
        tryVerify(() => days(band)[6].x > days(band)[5].x); // laid out
        verify(Probe.press(days(band)[2]));
        compare(spy.count, 1);
        compare(spy.signalArguments[0][1], "Day 2");
        compare(band.currentIndex, 2);
        verify(!days(band)[1].enabled);
        mouseClick(days(band)[1]); // nothing there
        compare(spy.count, 1, JSON.stringify(spy.signalArguments));
    }
}
