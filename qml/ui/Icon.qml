// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import QtQuick.Shapes

// Our own small drawings on a grid of 24, stroked, never filled. They mean
// nothing without the word beside them or the name of their button.
Item {
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

    function drawing(glyph: int): string {
        switch (glyph) {
        case Icon.Lifebuoy:
            return "M21 12A9 9 0 1 1 3 12A9 9 0 1 1 21 12M15.5 12A3.5 3.5 0 1 1 8.5 12A3.5 3.5 0 1 1 15.5 12M5.7 5.7L9.5 9.5M18.3 5.7L14.5 9.5M5.7 18.3L9.5 14.5M18.3 18.3L14.5 14.5";
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
            return "M2.5 12Q7 5.5 12 5.5Q17 5.5 21.5 12Q17 18.5 12 18.5Q7 18.5 2.5 12M15 12A3 3 0 1 1 9 12A3 3 0 1 1 15 12";
        case Icon.EyeClosed:
            return "M2.5 10Q7 15.5 12 15.5Q17 15.5 21.5 10M5.5 13.2L3.8 15.8M12 15.5L12 18.5M18.5 13.2L20.2 15.8";
        case Icon.Lock:
            return "M6.5 10.5L17.5 10.5Q19 10.5 19 12L19 18.5Q19 20 17.5 20L6.5 20Q5 20 5 18.5L5 12Q5 10.5 6.5 10.5M8 10.5L8 8A4 4 0 0 1 16 8L16 10.5";
        default:
            return "M6 3.5L14 3.5L19 8.5L19 20.5L6 20.5Z M9.5 12L15.5 12M9.5 16L15.5 16";
        }
    }

    Shape {
        width: 24
        height: 24
        scale: icon.width / width
        transformOrigin: Item.TopLeft
        transform: Scale {
            origin.x: 12
            xScale: icon.mirrored ? -1 : 1
        }

        ShapePath {
            strokeColor: icon.color
            strokeWidth: 1.75
            fillColor: Theme.clear
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: icon.drawing(icon.glyph)
            }
        }
    }
}
