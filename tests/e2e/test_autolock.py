# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Notes that lock by themselves, on a clock that can be put ahead.

    test_autolock.py path/to/rapport-tour

Runs in a session with a display and the accessibility bus, without a key
store: what is kept is kept with a passphrase, so there is a lock.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from e2e import story
from support.atspi import App, wait_until

TOUR = sys.argv.pop(1)
WORDS = "violet kettle under rain"
AN_AFTERNOON = "2026-11-23T16:00:00+01:00"


class AutoLock(unittest.TestCase):
    def setUp(self):
        home = tempfile.TemporaryDirectory(prefix="autolock-")
        self.addCleanup(home.cleanup)
        self.data = pathlib.Path(home.name, "rapport")
        self.ahead = pathlib.Path(home.name, "ahead")
        self.ahead.write_text("0")

    def open(self, wish=None):
        if wish:
            self.data.mkdir(mode=0o700, exist_ok=True)
            (self.data / "settings.ini").write_text(f"[privacy]\nautoLock={wish}\n")
        app = App([TOUR, "--data", self.data, "--now", AN_AFTERNOON, "--boot-clock", self.ahead], {"LANGUAGE": "en_GB"})
        self.addCleanup(app.close)
        story.write(app, story.LINE, story.FIRST)
        app.press("push button", "Keep it")
        app.find("heading", "Choose a passphrase", patience=40)
        story.write(app, "Passphrase", WORDS)
        story.write(app, "The same again", WORDS)
        app.press("push button", "Keep my words with it")
        app.find("page tab", "Today", patience=40)
        story.wait_kept(app)
        return app

    def locks(self, app, patience=15):
        app.find("heading", "Locked", patience=patience)
        self.assertNotIn(story.FIRST, app.dump())

    def test_after_a_minute_by_itself(self):
        app = self.open()
        story.open_to_say(app)
        self.ahead.write_text("61")
        self.locks(app)

    def test_a_key_after_a_night_goes_nowhere(self):
        app = self.open("five-minutes")
        story.write(app, story.LINE, "half a sen")
        self.ahead.write_text("299")
        app.key("t")
        wait_until(lambda: story.field(app, story.LINE).text == "half a sent", app.dump)
        self.ahead.write_text(str(8 * 3600))
        app.key("x")
        self.locks(app, patience=5)
        app.press("push button", "Open my notes")
        story.write(app, "Passphrase", WORDS)
        app.key("Return")
        app.find("page tab", "Today", patience=40)
        wait_until(lambda: story.field(app, story.LINE).text == "half a sent", app.dump)

    def test_at_once_when_something_else_is_in_front(self):
        app = self.open("at-once")
        subprocess.run(["xdotool", "windowfocus", "0"], check=True, timeout=20)
        self.locks(app)

    def test_a_minute_elsewhere_is_covered_meanwhile(self):
        app = self.open()
        story.open_to_say(app)
        subprocess.run(["xdotool", "windowfocus", "0"], check=True, timeout=20)
        app.find("heading", "Rapport")  # with a lock the cover comes by itself
        self.assertNotIn(story.FIRST, app.dump())
        self.ahead.write_text("61")
        self.locks(app)

    def test_around_a_session_it_waits(self):
        app = self.open()
        story.set_session_tomorrow(app)
        self.ahead.write_text("61")
        self.locks(app)
        app.press("push button", "Open my notes")
        story.write(app, "Passphrase", WORDS)
        app.key("Return")
        app.press("push button", "I'm about to go in", patience=40)
        app.find("push button", "I'm not going in yet")
        self.ahead.write_text(str(25 * 60))
        app.key("shift")
        story.reach(app, "push button", "I'm not going in yet")
        self.ahead.write_text(str(60 * 60))
        self.locks(app)


if __name__ == "__main__":
    os.environ.setdefault("NO_AT_BRIDGE", "0")
    unittest.main()
