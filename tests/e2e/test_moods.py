# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Moods by one tap, taken back, with a note, and read again in words.

    test_moods.py path/to/rapport

Runs in a session with a display, the accessibility bus and a real key store.
"""

import os
import re
import sys
import tempfile
import unittest

from e2e import story
from support.atspi import App, wait_until

PROGRAM = sys.argv.pop(1)
NOTE = "The meeting ran late and I said nothing."


class Moods(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory(prefix="moods-")
        self.addCleanup(self.home.cleanup)
        self.environment = {"XDG_DATA_HOME": self.home.name, "LANGUAGE": "en_GB", "LC_ALL": "C.UTF-8"}

    def start(self):
        app = App([PROGRAM], self.environment)
        self.addCleanup(app.close)
        return app

    def check(self, app, screen):
        findings = app.audit()
        self.assertEqual([str(finding) for finding in findings], [], f"on {screen}")

    def tap(self, app, name, word):
        story.reach(app, "push button", name).press()
        app.find("alert", f"Kept: {word}.")
        app.wait_gone("push button", name)

    def undo(self, app):
        """What stands below the bar brings it into sight."""
        story.reach(app, "push button", "Add a note")
        app.press("push button", "Undo")

    def test_a_tap_its_undo_and_its_note(self):
        app = self.start()
        story.keep_first(app)
        story.reach(app, "push button", "very good, 5 of 5")
        self.check(app, "Today with the moods")

        self.tap(app, "bad, 2 of 5", "bad")
        story.reach(app, "push button", "People you can reach, if you like")
        self.check(app, "Today after a tap")
        self.undo(app)
        app.wait_gone("alert", "Kept: bad.")
        self.tap(app, "bad, 2 of 5", "bad")

        story.reach(app, "push button", "Add a note").press()
        story.write(app, "A note about it", NOTE)
        story.reach(app, "push button", "Keep the note").press()
        wait_until(
            lambda: app.find_all(None, f"Your words: {NOTE}", hidden=True), "the note is not shown"
        )
        story.reach(app, "push button", "Add more")
        self.check(app, "Today with a note")
        app.press("push button", "Put this away")
        self.tap(app, "very good, 5 of 5", "very good")
        self.assertFalse(app.find_all("push button", "People you can reach, if you like"))

        app.press("page tab", "Looking back")
        app.find("heading", "Looking back")
        day = app.find("push button", re.compile(r"from bad to very good, on average in between; 2 check-ins$"))
        self.check(app, "Looking back")
        day.press()
        app.find("label", day.name)
        self.check(app, "Looking back, a day read")
        table = story.reach(app, "check box", "Show as table")
        table.press()
        wait_until(lambda: "checked" in table.states, "no table is shown")
        wait_until(lambda: not app.find_all("push button", day.name), "the picture stays")
        app.find("label", day.name)
        self.check(app, "Looking back as a table")

    def test_a_check_in_is_changed_deleted_and_brought_back(self):
        app = self.start()
        story.keep_first(app)
        self.tap(app, "bad, 2 of 5", "bad")
        app.press("page tab", "Looking back")
        row = re.compile(r"^bad, 2 of 5, Today, ")
        wait_until(lambda: app.find_all("push button", row, hidden=True), app.dump)
        story.reach(app, "push button", row).press()
        app.find("heading", "bad")
        self.check(app, "the check-in")
        story.write(app, "A note about it", NOTE)
        app.press("push button", "Save")
        app.find("heading", "Looking back")
        words = re.compile(rf"^bad, 2 of 5, Today, .*Your words: {re.escape(NOTE)}$")
        story.reach(app, "push button", words).press()
        story.reach(app, "push button", "Delete this check-in").press()
        app.find("push button", "Undo")
        self.assertFalse(app.find_all("push button", words, hidden=True))
        self.check(app, "Looking back after a deletion")
        app.press("push button", "Undo")
        story.reach(app, "push button", words)

        # Escape leads back, one step at a time.
        story.reach(app, "push button", words).press()
        app.find("heading", "bad")
        app.key("Escape")
        app.find("heading", "Looking back", hidden=True)

    def test_undo_and_what_was_typed_survive_a_kill(self):
        app = self.start()
        story.keep_first(app)
        self.tap(app, "very bad, 1 of 5", "very bad")
        app.kill()
        app = self.start()
        app.find("page tab", "Today", patience=30)
        self.undo(app)
        story.reach(app, "push button", "very bad, 1 of 5")
        app.press("page tab", "Looking back")
        app.find("heading", "Looking back")
        self.assertFalse(app.find_all("push button", re.compile("^very bad, 1 of 5, Today"), hidden=True))

    def test_by_keyboard(self):
        app = self.start()
        story.keep_first(app)
        story.reach(app, "push button", "good, 4 of 5")
        app.key("space")
        app.find("alert", "Kept: good.")
        wait_until(lambda: app.focused() and app.focused().name == "Add a note", "the keyboard is lost")
        app.key("Return")
        wait_until(lambda: app.focused() and app.focused().name == "A note about it", "no field")
        app.type("tea")
        app.key("ctrl+Return")
        wait_until(lambda: app.find_all(None, "Your words: tea", hidden=True), "the note is not kept")


if __name__ == "__main__":
    os.environ.setdefault("NO_AT_BRIDGE", "0")
    unittest.main()
