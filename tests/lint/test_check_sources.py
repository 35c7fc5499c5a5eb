# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Each house rule, with what it must find and what it must leave in peace."""

import sys
import unittest

from lint.check_sources import check, check_median

SCREEN, CODE, CMAKE = "qml/screens/TodayScreen.qml", "app/Cards.cpp", "app/CMakeLists.txt"
REGISTRY = "py" + "pi.org"
MIRROR = "deb." + "debian.org"

ROWS = [
    # path, text, part of the expected sentence or None
    (SCREEN, 'color: "#9C4426"', "colour"),
    (SCREEN, 'border.color: "red"', "colour"),
    (SCREEN, 'property color ground: "#fff"', "colour"),
    (SCREEN, "color: Qt.rgba(0, 0, 0, 0.5)", "colour"),
    (SCREEN, "color: Theme.clay", None),
    (SCREEN, '// color: "#9C4426"', None),
    (SCREEN, 'text: "#1 on my list"', None),
    ("qml/ui/Theme.qml", 'readonly property color clay: "#9C4426"', None),
    ("qml/ui/DarkColours.qml", 'paper: "#1A1715"', "colour"),
    ("qml/screens/Colours.qml", 'paper: "#1A1715"', "colour"),
    (SCREEN, "font.pixelSize: 16", "font size"),
    (SCREEN, "font { pixelSize: Theme.wide ? 20 : 18 }", "font size"),
    (SCREEN, "font.pixelSize: Theme.body2", None),
    (SCREEN, "font.pixelSize: Theme.body", None),
    (SCREEN, 'font.family: "Some Serif"', "font family"),
    (SCREEN, "duration: 250", "duration"),
    (SCREEN, "NumberAnimation { duration: Theme.still ? 0 : 300 }", "duration"),
    (SCREEN, "interval: 500", "duration"),
    (SCREEN, "duration: Theme.slow", None),
    (SCREEN, "duration: 0", None),
    (SCREEN, "function keep() { }", "does not say what it returns"),
    (SCREEN, "function keep(text): void { }", "without a type"),
    (SCREEN, "function keep(text: string, how: int): bool { }", None),
    (SCREEN, "function open(): void { }", None),
    (SCREEN, "onClicked: console.log(1)", "debugging"),
    (SCREEN, "var x = new XMLHttpRequest()", "networking"),
    (SCREEN, "import QtNetwork", "networking"),
    (CODE, "#ifdef Q_OS_ANDROID", "operating system"),
    (CODE, "#if defined(Q_OS_LINUX)", "operating system"),
    ("platform/linux/Share.cpp", "#ifdef Q_OS_LINUX", None),
    (CODE, "engine.rootContext()->setContextProperty(name, this);", "context property"),
    (CODE, "static Shell *instance();", "instance()"),
    (CODE, "auto *app = QCoreApplication::instance();", None),
    (CODE, "qDebug() << text;", "debugging"),
    (CODE, "// qDebug() would show what people write", None),
    ("tests/app/tst_cards.cpp", "qDebug() << count;", None),
    (CODE, 'qFatal("no");', "crash"),
    (CMAKE, "target_link_libraries(rapport_app PUBLIC Qt6::Network)", "networking"),
    (CMAKE, "find_package(Qt6 REQUIRED COMPONENTS Core Network)", "networking"),
    (CMAKE, "# Qt6::Network stays out", None),
    (CODE, "// see /" + "home/ada/notes", "path of one machine"),
    ("README.md", "cd /" + "root/project", "path of one machine"),
    (CODE, 'open("/proc/self/status");', None),
    (CODE, 'QUrl("qrc:/qt/qml/Rapport/root/Main.qml")', None),
    ("dev", f"fetch {REGISTRY}", "registry"),
    ("dev", f"deb {MIRROR} bookworm", "registry"),
    (CODE, "x\n" * 401, "401 lines"),
    (CODE, "// Long because one table holds all the moods.\n" + "x\n" * 401, None),
    (CODE, "x\n" * 400, None),
    (CODE, "#include <x>\n" + "x\n" * 400 + "// Long because of this.\n", "lines"),
    (SCREEN, "x\n" * 301, "301 lines"),
    (SCREEN, "x\n" * 300, None),
]


class Rules(unittest.TestCase):
    def test_rows(self):
        for path, text, expected in ROWS:
            with self.subTest(path=path, text=text[:70]):
                found = [finding.sentence for finding in check(path, text)]
                if expected is None:
                    self.assertEqual(found, [])
                else:
                    self.assertEqual(len(found), 1, found)
                    self.assertIn(expected, found[0])

    def test_the_line_is_right_behind_a_long_comment(self):
        text = '/* one\n   two */\nItem {\n    color: "red"\n}\n'
        self.assertEqual([finding.line for finding in check(SCREEN, text)], [4])

    def test_a_string_with_slashes_hides_nothing(self):
        self.assertEqual(len(list(check(SCREEN, 'a: "//"; color: "red"'))), 1)

    def test_median(self):
        self.assertEqual(list(check_median([10, 90, 300])), [])
        self.assertEqual(len(list(check_median([10, 91, 300]))), 1)
        self.assertEqual(list(check_median([])), [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
