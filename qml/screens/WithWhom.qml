// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Layouts
import Rapport.App
import Rapport.Ui

// Whom the session is with, all of it optional, folded until it is wanted.
ColumnLayout {
    id: whom

    required property Therapist therapist

    property bool more: false

    Layout.fillWidth: true
    spacing: Theme.medium

    QuietButton {
        visible: !whom.more
        outlined: true
        text: whom.therapist.title
        onClicked: {
            whom.more = true;
            title.forceActiveFocus(Qt.OtherFocusReason);
        }
    }
    Heading {
        id: title

        visible: whom.more
        large: false
        text: qsTr("With whom?")
        Accessible.focusable: true
    }
    LineField {
        visible: whom.more
        label: qsTr("A name, or none")
        text: whom.therapist.name
        onEdited: whom.therapist.name = text
    }
    LineField {
        visible: whom.more
        label: qsTr("How to reach them")
        text: whom.therapist.contact
        onEdited: whom.therapist.contact = text
    }
    SoftText {
        visible: whom.more
        text: qsTr("How a note usually goes to them")
    }
    ChoiceChips {
        visible: whom.more
        label: qsTr("How a note usually goes to them")
        answers: whom.therapist.wayAnswers
        currentIndex: whom.therapist.wayIndex
        optional: true
        onChosen: index => whom.therapist.wayIndex = index
    }
}
