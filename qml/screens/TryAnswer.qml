// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.App
import Rapport.Ui

// What came of the last try at the door: that it was not right, or that the
// next one has to wait.
Banner {
    id: answer

    required property Shell shell
    required property string hint // where to look before the next try

    signal came

    onVisibleChanged: if (answer.visible)
        answer.came()
    visible: !answer.shell.busy && (answer.shell.wrongSecret || answer.shell.waitText !== "")
    text: answer.shell.waitText !== "" ? qsTr("There were several wrong tries. The next one is taken %1. Nothing was changed, and nothing is deleted.").arg(answer.shell.waitText) : answer.shell.waited ? qsTr("You can try again now. What you typed meanwhile was not looked at.") : qsTr("That was not right. Nothing was changed. %1").arg(answer.hint)
}
