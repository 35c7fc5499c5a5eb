// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Rapport.Ui

// What is there only while it is wanted, and then in its place.
TestCase {
    id: test

    name: "Shown"

    property string word: "first"

    Item {
        id: page

        Item {
            objectName: "before"
        }
        Shown {
            id: shown

            Text {
                objectName: "shown"
                text: test.word
            }
        }
        Item {
            objectName: "after"
        }
    }
    Item {
        id: other
    }
    Shown {
        id: nested

        Item {
            readonly property Item inner: within.item

            Shown {
                id: within

                when: true

                Item {}
            }
        }
    }

    function names(): var {
        const found = [];
        for (let i = 0; i < page.children.length; ++i) {
            if (page.children[i].objectName !== "")
                found.push(page.children[i].objectName);
        }
        return found;
    }

    function cleanup(): void {
        shown.when = false;
        shown.parent = page;
        nested.when = false;
    }

    function test_comesAndGoes(): void {
        compare(shown.item, null);
        compare(names().join(), "before,after");
        shown.when = true;
        compare(shown.item.objectName, "shown");
        compare(shown.item.parent, page);
        compare(names().join(), "before,shown,after");
        verify(!shown.visible); // no layout makes room for it
        shown.when = false;
        compare(shown.item, null);
        compare(names().join(), "before,after");
    }
    function test_isBoundToItsFile(): void {
        shown.when = true;
        compare((shown.item as Text).text, "first");
        test.word = "second";
        compare((shown.item as Text).text, "second");
        test.word = "first";
    }
    function test_followsToAnotherParent(): void {
        shown.when = true;
        shown.parent = other;
        compare(shown.item.parent, other);
    }
    function test_oneWithinTheOther(): void {
        nested.when = true;
        verify(nested.item.inner !== null);
        compare(nested.item.inner.parent, nested.item);
    }
}
