// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

namespace rapport::gallery {

/// How one control is put on the sheet. In its QML, `cell.words` is the text.
struct Sample
{
    const char *control; ///< the name of its QML file
    const char *qml;     ///< null for what nobody sees by itself
};

// In the order of the alphabet; a file of qml/ui that is missing fails test_gallery.
inline constexpr Sample samples[] = {
    {"Announcement", nullptr},
    {"Banner", "Banner { text: cell.words; actionText: cell.action; dismissText: cell.action }"},
    {"BodyText", "BodyText { text: cell.words }"},
    {"BusyState", "BusyState { text: cell.words; shown: true }"},
    {"Card", "Card { BodyText { text: cell.words } SoftText { text: cell.words } }"},
    {"CheckRow", "CheckRow { text: cell.words } CheckRow { text: cell.words; value: true; own: true }"},
    {"ChoiceChip", "ChoiceChip { index: 0; modelData: cell.words; Layout.maximumWidth: cell.width }"},
    {"ChoiceChips", "ChoiceChips { label: cell.words; answers: [cell.action, cell.words, cell.action]; "
                    "currentIndex: 1; Layout.fillWidth: true }"},
    {"ConfirmSheet",
     "Item { implicitHeight: 420; Layout.fillWidth: true; Item { id: beneath; anchors.fill: parent } "
     "ConfirmSheet { anchors.fill: parent; beneath: beneath; title: cell.words; text: cell.words; "
     "confirmText: cell.action; Component.onCompleted: open() } }"},
    {"EmptyState", "EmptyState { text: cell.words; hint: cell.words }"},
    {"FieldFrame", "FieldFrame { implicitHeight: Theme.target; Layout.fillWidth: true } "
                   "FieldFrame { implicitHeight: Theme.target; Layout.fillWidth: true; active: true }"},
    {"FilledButton", "FilledButton { text: cell.words; Layout.fillWidth: true }"},
    {"FocusRing", "Rectangle { implicitHeight: Theme.target; Layout.fillWidth: true; color: Theme.card; "
                  "FocusRing { shown: true } }"},
    {"Heading", "Heading { text: cell.words } Heading { text: cell.words; large: false }"},
    {"HelpNowButton", "HelpNowButton {}"},
    {"Icon", "Flow { Layout.fillWidth: true; spacing: Theme.small; "
             "Repeater { model: Icon.Note + 1; Icon { required property int index; glyph: index } } }"},
    {"IconButton", "IconButton { glyph: Icon.Close; name: cell.words }"},
    {"IconLabel", "IconLabel { glyph: Icon.Lock; text: cell.words; color: Theme.ink; font: Theme.label; "
                  "Layout.fillWidth: true }"},
    {"LabelledButton", "LabelledButton { glyph: Icon.Lifebuoy; text: cell.words } LabelledButton { "
                       "glyph: Icon.Plus; text: cell.words; outlined: true }"},
    {"LargeWords", "LargeWords { text: cell.words; room: 300 }"},
    {"LineField", "LineField { label: cell.words; text: cell.words } "
                  "LineField { label: cell.action; placeholder: cell.words }"},
    {"ListPage", "Item { implicitHeight: 420; Layout.fillWidth: true; ListPage { anchors.fill: parent; "
                 "heading: cell.words; model: 2; delegate: BodyText { text: cell.words } "
                 "foot: QuietButton { wide: true; outlined: true; text: cell.action } } }"},
    {"ListPageFooter", nullptr},
    {"ListPageHeader", nullptr},
    {"MoodChoice", "MoodChoice { step: 1; word: cell.action; name: cell.words }"},
    {"MoodRow",
     "MoodRow { label: cell.words; words: [cell.action, cell.action, cell.action, cell.action, cell.action]; "
     "names: ['1', '2', '3', '4', '5']; Layout.fillWidth: true }"},
    {"MoodShape",
     "RowLayout { Repeater { model: 5; MoodShape { required property int index; step: index } } }"},
    {"NavBar", "NavBar { Layout.fillWidth: true; currentIndex: 1; places: [NavPlace { name: cell.action }, "
               "NavPlace { name: cell.action; accent: Theme.pause }, NavPlace { name: cell.action; "
               "accent: Theme.lookingBack }] }"},
    {"NavPlace", nullptr},
    {"NavTab", "NavTab { index: 0; current: true; Layout.maximumWidth: cell.width; "
               "place: NavPlace { name: cell.words } }"},
    {"OwnWords", "OwnWords { text: cell.words } OwnWords { text: cell.words; accent: Theme.lookingBack }"},
    {"PageFrame", nullptr},
    {"PassphraseField", "PassphraseField { label: cell.words; text: 'three herons' }"},
    {"PauseFigure", "PauseFigure { implicitWidth: 200; progress: 0.4; Layout.alignment: Qt.AlignHCenter }"},
    {"PauseRing", nullptr},
    {"PressGround", nullptr},
    {"Pressable", "Pressable { text: cell.words; Layout.fillWidth: true; "
                  "contentItem: BodyText { text: cell.words } }"},
    {"QuietButton", "QuietButton { text: cell.words } QuietButton { text: cell.words; wide: true; "
                    "outlined: true }"},
    {"ScreenPage", "Item { implicitHeight: 420; Layout.fillWidth: true; ScreenPage { anchors.fill: parent; "
                   "canGoBack: true; heading: cell.words; BodyText { text: cell.words } "
                   "foot: FilledButton { Layout.fillWidth: true; text: cell.action } } }"},
    {"ScreenTop", "ScreenTop { Layout.fillWidth: true; canGoBack: true }"
                  "ScreenTop { Layout.fillWidth: true; dayLabel: cell.action }"},
    {"SoftText", "SoftText { text: cell.words }"},
    {"StateLayer", nullptr},
    {"Stepper", "Stepper { label: cell.action; value: cell.words; lessName: '−'; moreName: '+' }"},
    {"Theme", nullptr},
    {"UndoBar", "UndoBar { text: cell.words; undoText: cell.action }"},
    {"VisualBell",
     "Item { implicitHeight: Theme.target; Layout.fillWidth: true; VisualBell { anchors.fill: parent; "
     "opacity: 1; visible: true } }"},
    {"WeekBand",
     "WeekBand { Layout.fillWidth: true; label: cell.words; currentIndex: 1; model: ListModel { "
     "ListElement { shortName: 'Mo'; letter: 'M'; there: true; lowest: 0; highest: 2; mean: 1; sentence: 's' "
     "} "
     "ListElement { shortName: 'Tu'; letter: 'T'; there: true; lowest: 3; highest: 4; mean: 4; sentence: 's' "
     "} "
     "ListElement { shortName: 'We'; letter: 'W'; there: false; lowest: -1; highest: -1; mean: -1; "
     "sentence: '' } } }"},
    {"WeekDay",
     "WeekDay { index: 0; shortName: 'Mo'; letter: 'M'; there: true; lowest: 0; highest: 3; mean: 2; "
     "sentence: cell.words }"},
    {"WritingField", "WritingField { label: cell.words; text: cell.words } "
                     "WritingField { label: cell.words; placeholder: cell.words }"},
};

} // namespace rapport::gallery
