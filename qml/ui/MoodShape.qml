// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// One of the five moods as a drawing: closed and angular at the one end, open
// and round at the other. The word always stands beside it.
Drawing {
    id: mood

    required property int step // 0, very bad … 4, very good
    property int size: Theme.moodShape

    implicitWidth: mood.size
    implicitHeight: mood.size
    grid: 48
    path: mood.drawing(mood.step)
    fill: Theme.moodColour(mood.step)
    stroke: Theme.moodEdge(mood.step)
    strokeWidth: 1.5 * 48 / mood.size // as thick at every size

    function drawing(step: int): string {
        switch (step) {
        case 0: // a triangle
            return "M23.5 4.868Q24 4 24.5 4.868L45.5 41.63Q46 42.5 45 42.5L3 42.5Q2 42.5 2.496 41.63Z";
        case 1: // a diamond
            return "M22.16 4.338Q24 2.5 25.84 4.338L43.66 22.16Q45.5 24 43.66 25.84L25.84 43.66Q24 45.5 22.16 43.66L4.338 25.84Q2.5 24 4.338 22.16Z";
        case 2: // a hexagon with its corners worn round
            return "M42.5 17.94Q46 24 42.5 30.06L38.5 36.99Q35 43.05 28 43.05L20 43.05Q13 43.05 9.5 36.99L5.5 30.06Q2 24 5.5 17.94L9.5 11.01Q13 4.947 20 4.947L28 4.947Q35 4.947 38.5 11.01Z";
        case 3: // a circle
            return "M44 24C44 35.05 35.05 44 24 44C12.95 44 4 35.05 4 24C4 12.95 12.95 4 24 4C35.05 4 44 12.95 44 24Z";
        default: // a flower
            return "M17.3 7.83C18.07 4.75 20.83 2.59 24 2.59C27.17 2.59 29.93 4.75 30.7 7.83C33.41 6.2 36.89 6.62 39.14 8.86C41.38 11.11 41.8 14.59 40.17 17.3C43.25 18.07 45.41 20.83 45.41 24C45.41 27.17 43.25 29.93 40.17 30.7C41.8 33.41 41.38 36.89 39.14 39.14C36.89 41.38 33.41 41.8 30.7 40.17C29.93 43.25 27.17 45.41 24 45.41C20.83 45.41 18.07 43.25 17.3 40.17C14.59 41.8 11.11 41.38 8.86 39.14C6.62 36.89 6.2 33.41 7.83 30.7C4.75 29.93 2.59 27.17 2.59 24C2.59 20.83 4.75 18.07 7.83 17.3C6.2 14.59 6.62 11.11 8.86 8.86C11.11 6.62 14.59 6.2 17.3 7.83Z";
        }
    }
}
