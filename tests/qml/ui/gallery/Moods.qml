// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

ScreenPage {
    id: page

    required property Words words

    heading: page.words.looking

    MoodRow {
        label: page.words.looking
        words: page.words.moods
        names: page.words.moods
    }
    WeekBand {
        label: page.words.looking
        currentIndex: 3
        model: ListModel {
            ListElement { shortName: "Mon"; letter: "M"; there: true; lowest: 0; highest: 2; mean: 1; sentence: "Monday" }
            ListElement { shortName: "Tue"; letter: "T"; there: true; lowest: 2; highest: 2; mean: 2; sentence: "Tuesday" }
            ListElement { shortName: "Wed"; letter: "W"; there: false; lowest: -1; highest: -1; mean: -1; sentence: "" }
            ListElement { shortName: "Thu"; letter: "T"; there: true; lowest: 0; highest: 4; mean: 3; sentence: "Thursday" }
            ListElement { shortName: "Fri"; letter: "F"; there: true; lowest: 4; highest: 4; mean: 4; sentence: "Friday" }
            ListElement { shortName: "Sat"; letter: "S"; there: false; lowest: -1; highest: -1; mean: -1; sentence: "" }
            ListElement { shortName: "Sun"; letter: "S"; there: true; lowest: 0; highest: 0; mean: 0; sentence: "Sunday" }
        }
    }
}
