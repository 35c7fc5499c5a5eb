// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// One page of the gallery at a time, in the look that is asked for.
FocusScope {
    id: gallery

    property int page: 0
    readonly property int pages: 9
    property bool dark: false
    property bool highContrast: false
    property real textScale: 1.0
    property bool rightToLeft: false
    readonly property list<string> files: ["FirstMinute", "Today", "ToSay", "Fields", "States", "Sheet", "Buttons", "Show", "Moods"]

    focus: true
    LayoutMirroring.enabled: gallery.rightToLeft
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "dark"
        value: gallery.dark
    }
    Binding {
        target: Theme
        property: "highContrast"
        value: gallery.highContrast
    }
    Binding {
        target: Theme
        property: "textScale"
        value: gallery.textScale
    }

    Keys.onRightPressed: gallery.page = (gallery.page + 1) % gallery.pages
    Keys.onLeftPressed: gallery.page = (gallery.page + gallery.pages - 1) % gallery.pages

    Words {
        id: sample

        arabic: gallery.rightToLeft
    }
    Loader {
        id: loader

        anchors.fill: parent
        focus: true
        Component.onCompleted: loader.load()

        function load(): void {
            setSource(gallery.files[gallery.page] + ".qml", {
                "words": sample
            });
        }
        Connections {
            target: gallery
            function onPageChanged(): void {
                loader.load();
            }
        }
    }
}
