# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Every screen is in the registry of states, and the registry names no other.

    test_registry.py path/to/rapport-shots PROJECT
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

from registry import showroom

PAGE = re.compile(r"^(?:ScreenPage|ListPage)\s*\{", re.MULTILINE)
ROOT = re.compile(r"^(\w+) \{", re.M)


def screens(folder):
    """The QML files that are a page of their own, or stand over all pages: by their name or by what they are
    made of. What others are made of is seen in them."""
    files = {file.stem: file.read_text() for file in pathlib.Path(folder).glob("*.qml")}
    bases = {root.group(1) for text in files.values() if (root := ROOT.search(text))}
    return {name for name, text in files.items()
            if name not in bases and (name.endswith(("Screen", "Notice")) or PAGE.search(text))}


class Registry(unittest.TestCase):
    def test_every_screen_has_its_states(self):
        found = screens(PROJECT / "qml/screens")
        self.assertGreater(len(found), 10)
        listed = {screen for screen, _ in showroom.states(PROGRAM)}
        self.assertEqual(sorted(found - listed), [], "these screens have no state in tests/registry")
        self.assertEqual(sorted(listed - found), [], "these states belong to no screen")

    def test_a_new_screen_is_noticed(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in {
                "ForgottenScreen.qml": "FocusScope {\n}\n",
                "Forgotten.qml": "// a page\nScreenPage {\n}\n",
                "ForgottenList.qml": "ListPage {\n}\n",
                "ForgottenNotice.qml": "Rectangle {\n}\n",
                "Row.qml": "Item {\n    ScreenPage {\n    }\n}\n",
            }.items():
                pathlib.Path(folder, name).write_text(text)
            self.assertEqual(screens(folder), {"ForgottenScreen", "Forgotten", "ForgottenList", "ForgottenNotice"})

    def test_no_name_twice(self):
        listed = showroom.states(PROGRAM)
        self.assertEqual(len(listed), len(set(listed)))

    def test_an_unknown_state_is_refused(self):
        with subprocess.Popen(
            [PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            with self.assertRaises(showroom.Failed):
                showroom.ask(process, "show TodayScreen-nowhere light")
            showroom.ask(process, "quit")


if __name__ == "__main__":
    PROJECT = pathlib.Path(sys.argv.pop())
    PROGRAM = sys.argv.pop()
    unittest.main()
