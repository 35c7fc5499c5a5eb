// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtTest
import Rapport.Ui

// An image made elsewhere is what shows, whatever its size and the reading
// direction.
TestCase {
    id: test

    name: "PageImage"
    when: windowShown
    width: 200
    height: 200
    visible: true

    Row {
        id: source

        property bool taken: false

        layoutDirection: Qt.LeftToRight

        Rectangle {
            width: 20
            height: 40
            color: "red"
        }
        Rectangle {
            width: 20
            height: 40
            color: "blue"
        }
    }
    PageImage {
        id: page

        y: 60
        width: 80
        height: 80
        LayoutMirroring.enabled: true
    }
    SignalSpy {
        id: changes

        target: page
        signalName: "imageChanged"
    }

    function pixel(x: real, y: real): color {
        return test.grabImage(page).pixel(x, y);
    }

    function test_shows(): void {
        source.grabToImage(result => page.image = result.image);
        tryCompare(changes, "count", 1);
        waitForRendering(page);
        compare(pixel(10, 10), Qt.color("red"));
        compare(pixel(70, 70), Qt.color("blue"));
        page.width = 40; // the same image, narrower
        waitForRendering(page);
        compare(pixel(5, 10), Qt.color("red"));
        compare(pixel(35, 10), Qt.color("blue"));
        page.image = page.image;
        compare(changes.count, 1);
    }
}
