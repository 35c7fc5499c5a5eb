# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""A pause from its beginning to its end, held, ended, killed and found again.

    test_pause.py path/to/rapport-tour

Runs in a session with a display, the accessibility bus and a real key store.
The clock since the device's start can be set ahead: minutes are over at once.
"""

import pathlib
import sys
import tempfile
import time
import unittest

from e2e import story
from support.atspi import App, wait_until

PROGRAM = sys.argv.pop(1)
NOW = "2026-11-23T18:40:00+01:00"
TITLE = "Sounds around you"


class Pause(unittest.TestCase):
    def setUp(self):
        home = tempfile.TemporaryDirectory(prefix="pause-", ignore_cleanup_errors=True)
        self.addCleanup(home.cleanup)
        self.home = pathlib.Path(home.name)
        self.ahead = 0
        self.boot_clock = self.home / "boot-clock"
        self.pass_time(0)
        self.look = self.home / "look"
        self.look.write_text("light")

    def app(self):
        return App([
            PROGRAM, "--data", self.home / "rapport", "--now", NOW, "--look", self.look,
            "--boot-clock", self.boot_clock,
        ])

    def pass_time(self, seconds):
        self.ahead += seconds
        fresh = self.boot_clock.with_suffix(".new")
        fresh.write_text(str(self.ahead))
        fresh.replace(self.boot_clock)

    def open(self, app):
        story.keep_first(app)
        app.press("page tab", "Pause")
        app.find("heading", "Pause")
        self.fine(app)

    def begin(self, app):
        story.reach(app, "push button", "Begin").press()
        app.find("heading", TITLE)

    def fine(self, app):
        self.assertEqual([str(finding) for finding in app.audit()], [])

    def time_left(self, app):
        """The words for it, shown for a moment."""
        app.press("push button", "Show the time left")
        button = wait_until(
            lambda: next((b for b in app.find_all("push button") if b.name.endswith("Hide the time")), None),
            app.dump,
        )
        words = button.name.removesuffix(". Hide the time")
        button.press()
        app.find("push button", "Show the time left")
        return words

    def is_over(self, app):
        app.find("heading", "The pause is over")
        self.fine(app)
        app.press("push button", "Done")
        app.find("push button", "Begin")

    def test_from_its_beginning_to_its_end(self):
        with self.app() as app:
            self.open(app)
            self.begin(app)
            self.fine(app)
            app.find("label", "Eyes open is fine. You can stop at any time.")
            self.assertFalse(app.find_all("page tab"), "the bar is still to be seen")
            app.find("push button", "Help now")
            self.assertEqual(self.time_left(app), "About 5 minutes left")
            self.pass_time(100)
            app.find("label", "What is the furthest sound you can hear?")
            self.pass_time(500)
            self.is_over(app)

    def test_held_and_ended(self):
        with self.app() as app:
            self.open(app)
            app.press("push button", "A minute less")
            app.find("label", "How long: 4 minutes")
            self.begin(app)
            self.pass_time(60)
            app.press("push button", "Hold the pause")
            app.find("push button", "Go on")
            self.fine(app)
            self.pass_time(1000)
            self.assertEqual(self.time_left(app), "About 3 minutes left")
            app.press("push button", "Go on")
            app.find("push button", "Hold the pause")
            app.press("push button", "End the pause")
            app.find("push button", "Begin")
            self.fine(app)

    def test_killed_and_found_again(self):
        with self.app() as app:
            self.open(app)
            self.begin(app)
            self.pass_time(60)
            app.find("label", "Which sound is nearest?")
            app.kill()
        self.pass_time(60)
        with self.app() as app:
            app.find("heading", TITLE, patience=30)
            app.find("label", "Sounds come and go. You can let them.")
            self.assertEqual(self.time_left(app), "About 3 minutes left")
            app.kill()
        self.pass_time(2)
        with self.app() as app:
            app.find("heading", TITLE, patience=30)
            self.pass_time(200)
            self.is_over(app)

    def test_killed_over_its_end(self):
        with self.app() as app:
            self.open(app)
            self.begin(app)
            app.kill()
        self.pass_time(3600)
        with self.app() as app:
            app.find("page tab", "Today", patience=30)
            time.sleep(1)
            self.assertFalse(app.find_all("heading", "The pause is over"))
            app.press("page tab", "Pause")
            app.find("push button", "Begin")

    def test_help_and_back(self):
        with self.app() as app:
            self.open(app)
            self.begin(app)
            app.press("push button", "Help now")
            app.find("heading", "Help now")
            app.key("Escape")
            app.find("heading", TITLE)
            self.pass_time(400)
            app.find("heading", "The pause is over")
            app.press("push button", "Write it down")
            app.find("page tab", "Today")
            wait_until(lambda: "focused" in story.field(app, story.LINE).states, app.dump)

    def test_by_keyboard_alone(self):
        with self.app() as app:
            self.open(app)
            story.reach(app, "push button", "Begin")
            app.key("Return")
            app.find("heading", TITLE)
            app.key("Escape")  # ending is free
            app.find("push button", "Begin")


if __name__ == "__main__":
    unittest.main()
