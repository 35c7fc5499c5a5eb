# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""No room links or includes what it may not; and the check itself can fail.

    test_rooms.py PROJECT LINKS

LINKS is what CMake wrote about its targets: see CMakeLists.txt beside this.
"""

import pathlib
import sys
import unittest

from rooms.directions import DIRECTIONS, FLAGS, Target, check_includes, check_links, plain_name, room_of


def read_links(path):
    for line in pathlib.Path(path).read_text().splitlines():
        name, kind, folder, *links = line.split("\t")
        yield Target(name, kind, folder, tuple(filter(None, links)))


class ThisHouse(unittest.TestCase):
    def test_links(self):
        targets = list(read_links(LINKS))
        self.assertIn("rapport_domain", [target.name for target in targets])
        found = list(check_links(targets))
        self.assertFalse(found, "\n".join(found))

    def test_every_library_belongs_to_a_room(self):
        ours = [t for t in read_links(LINKS) if t.type.endswith("_LIBRARY") and t.name.startswith("rapport_")]
        lost = [t.name for t in ours if room_of(t.folder) is None and t.name not in FLAGS]
        self.assertEqual(lost, [])

    def test_includes(self):
        seen, found = 0, []
        for room in ("core", "platform", "app", "qml", "tests"):
            for path in sorted((PROJECT / room).rglob("*")):
                if path.suffix in (".h", ".cpp", ".mm"):
                    seen += 1
                    name = path.relative_to(PROJECT).as_posix()
                    found.extend(check_includes(name, path.read_text()))
        self.assertGreater(seen, 10)
        self.assertFalse(found, "\n".join(found))

    def test_nothing_in_the_table_is_upside_down(self):
        for room, may in DIRECTIONS.items():
            if room == "tests":
                continue
            self.assertNotIn("tests", may.rooms)
            if room.startswith("core/"):
                self.assertFalse({"app", "platform"} & set(may.rooms), room)
                self.assertEqual("Qt6::Gui" in may.libraries, room == "core/paper", room)
        self.assertFalse({"Qt6::Sql", "Qt6::Qml"} & set(DIRECTIONS["platform"].libraries))
        self.assertNotIn("app", DIRECTIONS["qml/ui"].rooms)


class TheCheckItself(unittest.TestCase):
    HOUSE = {
        "rapport_domain": "core/domain", "rapport_storage": "core/storage", "rapport_vault": "core/vault",
        "rapport_driver": "core/storage/driver",
        "rapport_paper": "core/paper", "rapport_platform": "platform", "rapport_app": "app",
        "rapport_ui": "qml/ui", "rapport_screens": "qml/screens", "support": "tests/support",
    }

    def house(self, name, *links, kind="STATIC_LIBRARY"):
        folder = self.HOUSE.get(name, "app")
        others = [Target(n, "STATIC_LIBRARY", f, ()) for n, f in self.HOUSE.items() if n != name]
        return list(check_links([*others, Target(name, kind, folder, links)]))

    def test_allowed_links(self):
        for name, link in [
            ("rapport_domain", "Qt6::Core"), ("rapport_domain", "tl::expected"),
            ("rapport_storage", "rapport_domain"), ("rapport_storage", "Qt6::SqlPrivate"),
            ("rapport_storage", "rapport_driver"), ("rapport_driver", "/usr/lib/libsqlcipher.a"),
            ("rapport_vault", "rapport_storage"), ("rapport_vault", "$<LINK_ONLY:PkgConfig::Sodium>"),
            ("rapport_paper", "Qt6::Gui"), ("rapport_platform", "Qt6::DBus"),
            ("rapport_app", "rapport_vault"), ("rapport_screens", "rapport_app"),
            ("rapport_ui", "$<LINK_ONLY:rapport_flags>"), ("support", "Qt6::Widgets"),
        ]:
            with self.subTest(name=name, link=link):
                self.assertEqual(self.house(name, link), [])

    def test_forbidden_links(self):
        for name, link in [
            ("rapport_domain", "rapport_storage"), ("rapport_domain", "Qt6::Gui"),
            ("rapport_storage", "rapport_vault"), ("rapport_storage", "rapport_platform"),
            ("rapport_driver", "rapport_domain"), ("rapport_driver", "rapport_storage"),
            ("rapport_storage", "$<LINK_ONLY:Qt6::GuiPrivate>"), ("rapport_vault", "Qt6::Qml"),
            ("rapport_platform", "rapport_domain"), ("rapport_platform", "Qt6::Sql"),
            ("rapport_platform", "Qt6::Quick"), ("rapport_app", "rapport_screens"),
            ("rapport_app", "Qt6::Sql"), ("rapport_app", "support"), ("rapport_ui", "rapport_app"),
            ("rapport_screens", "rapport_storage"), ("rapport_domain", "/usr/lib/libcurl.so"),
            ("support", "Qt6::Network"), ("rapport_app", "Qt6::NetworkPrivate"),
        ]:
            with self.subTest(name=name, link=link):
                self.assertEqual(len(self.house(name, "Qt6::Core", link)), 1)

    def test_the_program_may_load_the_screens(self):
        self.assertEqual(self.house("rapport", "rapport_screens", kind="EXECUTABLE"), [])
        self.assertEqual(len(self.house("rapport", "support", kind="EXECUTABLE")), 1)

    def test_includes(self):
        rows = [
            ("core/domain/Card.cpp", '"core/domain/Card.h"', 0),
            ("core/domain/Card.cpp", '"core/storage/Database.h"', 1),
            ("core/storage/Database.h", "<QtSql/QSqlDriver>", 0),
            ("core/domain/Card.h", "<QSqlQuery>", 1),
            ("core/wording/Facts.h", "<QGuiApplication>", 1),
            ("platform/linux/Share.cpp", '"core/domain/Note.h"', 1),
            ("platform/Share.h", "<QQmlEngine>", 1),
            ("app/Cards.cpp", '"qml/ui/Theme.h"', 1),
            ("app/main.cpp", '"qml/ui/Theme.h"', 0),
            ("app/Cards.h", "<QSqlQueryModel>", 1),
            ("app/Cards.cpp", '"tests/support/Fake.h"', 1),
            ("qml/ui/Chart.cpp", '"app/Cards.h"', 1),
            ("tests/app/tst_cards.cpp", '"app/Cards.h"', 0),
            ("tests/app/tst_cards.cpp", "<QNetworkAccessManager>", 1),
            ("core/vault/Slot.cpp", "<sodium.h>", 0),
            ("core/domain/Uid.cpp", "<sodium.h>", 1),
            ("core/domain/Uid.cpp", "<vector>", 0),
        ]
        for path, header, findings in rows:
            with self.subTest(path=path, header=header):
                self.assertEqual(len(list(check_includes(path, f"//\n#include {header}\n"))), findings)

    def test_wrapped_names(self):
        self.assertEqual(plain_name("$<BUILD_INTERFACE:$<LINK_ONLY:Qt6::Sql>>"), "Qt6::Sql")
        self.assertEqual(plain_name("-Wl,--exclude-libs,libsqlcipher.a"), "")
        self.assertEqual(plain_name("$<$<BOOL:a>:$<TARGET_OBJECTS:rapport_ui_resources_1>>"), "")
        self.assertEqual(plain_name("/usr/lib/x/libsqlcipher.a"), "libsqlcipher.a")


if __name__ == "__main__":
    PROJECT, LINKS = pathlib.Path(sys.argv.pop(1)), sys.argv.pop(1)
    unittest.main()
