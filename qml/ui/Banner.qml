// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.Ui

// Something went wrong, or needs to be known: said in words, at its place.
Card {
    id: banner

    required property string text
    property string actionText: ""
    property string dismissText: ""

    // Most of these never come: what they are made of waits until they do.
    property bool came: false
    Component.onCompleted: if (banner.visible)
        banner.came = true;
    onVisibleChanged: {
        if (!banner.visible)
            return;
        banner.came = true;
        banner.seek();
    }

    // What was pressed stands elsewhere on the page: it comes into sight.
    property bool seeks: false
    property int sought: 0
    function seek(): void {
        banner.sought = 0;
        if (banner.seeks && banner.visible)
            soon.restart();
    }
    onTextChanged: banner.seek()
    Timer {
        id: soon

        // A page with large letters needs several rounds until all have their place.
        interval: Theme.waking
        onTriggered: {
            if (++banner.sought < 4)
                soon.start();
            for (let above = banner.parent; above; above = above.parent) {
                if (above instanceof PageFrame) {
                    above.show(banner);
                    return;
                }
            }
        }
    }

    signal action
    signal dismissed

    border.color: Theme.outline
    spacing: Theme.small

    Accessible.role: Accessible.AlertMessage
    Accessible.name: banner.text

    BodyText {
        text: banner.text
        Accessible.ignored: true // the banner itself says it
    }
    Shown {
        when: banner.came && (banner.actionText !== "" || banner.dismissText !== "")

        Flow {
            id: actions

            Layout.fillWidth: true
            spacing: Theme.small

            QuietButton {
                width: Math.min(implicitWidth, actions.width) // large letters wrap
                visible: banner.actionText !== ""
                outlined: true
                objectName: "action"
                text: banner.actionText
                onClicked: banner.action()
            }
            QuietButton {
                width: Math.min(implicitWidth, actions.width)
                visible: banner.dismissText !== ""
                text: banner.dismissText
                onClicked: banner.dismissed()
            }
        }
    }
}
