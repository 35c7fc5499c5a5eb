// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// Which country? A language says little about where a person is.
ColumnLayout {
    id: regions

    required property HelpNow helpNow

    signal done

    Layout.fillWidth: true
    spacing: Theme.small

    function choose(region: string): void {
        regions.helpNow.choose(region);
        regions.done();
    }

    FilledButton {
        Layout.fillWidth: true
        visible: regions.helpNow.regionName !== ""
        text: qsTr("Yes, I am in %1").arg(regions.helpNow.regionName)
        onClicked: regions.choose(regions.helpNow.region)
    }
    SoftText {
        visible: regions.helpNow.regionName !== ""
        text: qsTr("Or choose another one:")
    }
    Repeater {
        model: regions.helpNow.regions
        delegate: RegionDelegate {
            name: regions.helpNow.nameOf(modelData)
            onClicked: regions.choose(modelData)
        }
    }
    QuietButton {
        wide: true
        outlined: true
        text: qsTr("Another country")
        onClicked: regions.choose("")
    }
}
