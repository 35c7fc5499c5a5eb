// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// Our own small drawings on a grid of 24, stroked, never filled. They mean
// nothing without the word beside them or the name of their button.
Drawing {
    id: icon

    enum Glyph {
        Lifebuoy,
        Back,
        Close,
        Check,
        Plus,
        Minus,
        Drag,
        Up,
        Down,
        Eye,
        EyeClosed,
        Lock,
        Note
    }

    required property int glyph
    property color color: Theme.ink
    property bool mirrored: false // true where reading goes from right to left

    implicitWidth: Theme.icon
    implicitHeight: Theme.icon
    path: icon.drawing(icon.glyph)
    stroke: icon.color
    strokeWidth: 1.75
    flipped: icon.mirrored

    function drawing(glyph: int): string {
        switch (glyph) {
        case Icon.Lifebuoy:
            return "M21 12C21 16.971 16.971 21 12 21C7.029 21 3 16.971 3 12C3 7.029 7.029 3 12 3C16.971 3 21 7.029 21 12M15.5 12C15.5 13.933 13.933 15.5 12 15.5C10.067 15.5 8.5 13.933 8.5 12C8.5 10.067 10.067 8.5 12 8.5C13.933 8.5 15.5 10.067 15.5 12M5.7 5.7L9.5 9.5M18.3 5.7L14.5 9.5M5.7 18.3L9.5 14.5M18.3 18.3L14.5 14.5";
        case Icon.Back:
            return "M20 12L4.5 12M10.5 5.5L4 12L10.5 18.5";
        case Icon.Close:
            return "M6 6L18 18M18 6L6 18";
        case Icon.Check:
            return "M5 12.5L10 17.5L19.5 7";
        case Icon.Plus:
            return "M12 5L12 19M5 12L19 12";
        case Icon.Minus:
            return "M5 12L19 12";
        case Icon.Drag:
            return "M5 8.5L19 8.5M5 15.5L19 15.5";
        case Icon.Up:
            return "M12 19.5L12 5M5.5 11L12 4.5L18.5 11";
        case Icon.Down:
            return "M12 4.5L12 19M5.5 13L12 19.5L18.5 13";
        case Icon.Eye:
            return "M2.5 12Q7 5.5 12 5.5Q17 5.5 21.5 12Q17 18.5 12 18.5Q7 18.5 2.5 12M15 12C15 13.657 13.657 15 12 15C10.343 15 9 13.657 9 12C9 10.343 10.343 9 12 9C13.657 9 15 10.343 15 12";
        case Icon.EyeClosed:
            return "M2.5 10Q7 15.5 12 15.5Q17 15.5 21.5 10M5.5 13.2L3.8 15.8M12 15.5L12 18.5M18.5 13.2L20.2 15.8";
        case Icon.Lock:
            return "M6.5 10.5L17.5 10.5Q19 10.5 19 12L19 18.5Q19 20 17.5 20L6.5 20Q5 20 5 18.5L5 12Q5 10.5 6.5 10.5M8 10.5L8 8C8 5.791 9.791 4 12 4C14.209 4 16 5.791 16 8L16 10.5";
        default:
            return "M6 3.5L14 3.5L19 8.5L19 20.5L6 20.5Z M9.5 12L15.5 12M9.5 16L15.5 16";
        }
    }
}
