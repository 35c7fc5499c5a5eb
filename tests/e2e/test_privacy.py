# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""What eyes nearby and what is logged do not get to see.

    test_privacy.py path/to/rapport

Runs in a session with a display, the accessibility bus and a real key store.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from e2e import story
from support import canary
from support.atspi import App, wait_until

PROGRAM = sys.argv.pop(1)
WORD = "quaggamandolin"
COVER = "Cover the screen when I'm elsewhere"
VEIL = "Veil my words until I ask for them"


class Walk(unittest.TestCase):
    def setUp(self):
        home = tempfile.TemporaryDirectory(prefix="privacy-")
        self.addCleanup(home.cleanup)
        self.home = pathlib.Path(home.name)
        self.environment = {"XDG_DATA_HOME": str(self.home / "data"), "LANGUAGE": "en_GB"}

    def start(self, log=None, **environment):
        app = App([PROGRAM], {**self.environment, **environment}, log=log)
        self.addCleanup(app.close)
        return app

    def answer(self, app, name):
        story.reach(app, "push button", "Settings").press()
        app.find("heading", "Settings")
        chip = story.reach(app, "radio button", name)
        chip.press()
        wait_until(lambda: "checked" in chip.states, lambda: f"{chip!r} is not taken")
        app.key("Escape")
        app.wait_gone("heading", "Settings")


def go_elsewhere():
    """Nobody has the keyboard any more, as when another program's window is in front."""
    subprocess.run(["xdotool", "windowfocus", "0"], check=True, timeout=20)


def come_back(app):
    subprocess.run(["xdotool", "windowfocus", "--sync", app.xid], check=True, timeout=20)


class Cover(Walk):
    def test_nothing_is_left_for_eyes_or_ears(self):
        app = self.start()
        story.keep_first(app)
        go_elsewhere()
        app.find("heading", re_today(app))  # nobody asked for a cover
        come_back(app)
        self.answer(app, f"{COVER}: Always")
        story.open_to_say(app)
        self.assertIn(story.FIRST, app.dump())
        before = app.screenshot(self.home / "before.png").read_bytes()

        go_elsewhere()
        app.find("heading", "Rapport")
        self.assertNotIn(story.FIRST, app.dump())
        self.assertEqual([str(finding) for finding in app.audit()], [])
        shown = [c.name for c in app.find_all() if c.name and c.role not in ("application", "frame")]
        self.assertEqual(shown, ["Rapport"])
        self.assertNotEqual(app.screenshot(self.home / "covered.png").read_bytes(), before)

        come_back(app)
        app.find("heading", "To say")
        app.find(None, f"Your words: {story.FIRST}")
        app.wait_gone("heading", "Rapport")

    def test_what_is_being_typed_goes_on(self):
        app = self.start()
        story.keep_first(app)
        self.answer(app, f"{COVER}: Always")
        story.write(app, story.LINE, "I nodded")
        go_elsewhere()
        app.find("heading", "Rapport")
        come_back(app)
        app.wait_gone("heading", "Rapport")
        wait_until(lambda: app.focused() and app.focused().name == story.LINE, app.dump)
        app.type(" again.")
        wait_until(lambda: story.field(app, story.LINE).text == "I nodded again.", app.dump)

    def test_a_card_held_out_is_covered_and_comes_back(self):
        app = self.start()
        story.keep_first(app)
        self.answer(app, f"{COVER}: Always")
        story.open_to_say(app)
        app.press(None, f"Your words: {story.FIRST}")
        story.reach(app, "push button", "Show this card").press()
        app.find("label", f"Your words: {story.FIRST}")
        go_elsewhere()
        app.find("heading", "Rapport")
        self.assertNotIn(story.FIRST, app.dump())
        come_back(app)
        app.find("label", f"Your words: {story.FIRST}")


class Veil(Walk):
    def test_lists_are_veiled_until_asked_for(self):
        app = self.start()
        story.keep_first(app)
        self.answer(app, f"{VEIL}: In every list")
        story.open_to_say(app)
        app.find("push button", "Show what I wrote")
        self.assertNotIn(story.FIRST, app.dump())
        self.assertEqual([str(finding) for finding in app.audit()], [])
        app.press("push button", "Show what I wrote")
        app.find(None, f"Your words: {story.FIRST}")
        app.press("push button", "Hide what I wrote")
        wait_until(lambda: story.FIRST not in app.dump(), app.dump)

        app.press("page tab", "Looking back")
        app.find("push button", "Show what I wrote")
        self.assertNotIn(story.FIRST, app.dump())
        app.press("push button", "Show what I wrote")
        app.find("label", f"Your words: {story.FIRST}")
        # It holds for one visit.
        app.press("page tab", "To say")
        app.find("push button", "Show what I wrote")


class Memory(Walk):
    # Root reads everything; without capabilities it is a user like any other.
    ORDINARY = ["setpriv", "--bounding-set=-all"] if os.geteuid() == 0 else []

    def reads(self, pid, file):
        """Whether another program of the same account reads a file of that process."""
        words = [*self.ORDINARY, "cat", f"/proc/{pid}/{file}"]
        return subprocess.run(words, capture_output=True, timeout=20, check=False).returncode == 0

    def test_other_programs_are_kept_out(self):
        with subprocess.Popen([*self.ORDINARY, "sleep", "60"]) as other:
            wait_until(lambda: self.reads(other.pid, "maps"), "the control itself cannot be read")
            other.kill()
        app = App([*self.ORDINARY, PROGRAM], self.environment)
        self.addCleanup(app.close)
        app.find("heading", "For what is hard to say in therapy.")
        for file in ("maps", "environ"):
            self.assertFalse(self.reads(app.pid, file), f"{file} before there is a vault")
        story.keep_first(app)  # the key store and the screen reader's bus answer all the same
        for file in ("maps", "environ"):
            self.assertFalse(self.reads(app.pid, file), f"{file} with an open vault")
        self.assertTrue(self.reads(app.pid, "cmdline"))


class Log(Walk):
    def test_no_word_in_any_log(self):
        """Every category of every library is asked to talk; the app's whole way is walked."""
        log = self.home / "log"
        app = self.start(log=log, QT_LOGGING_RULES="*=true", QDBUS_DEBUG="1", QML_IMPORT_TRACE="1")
        said = f"I never said {WORD} aloud."
        story.keep_first(app, said)
        story.set_session_tomorrow(app)
        story.write(app, story.LINE, f"And a draft of {WORD}")
        story.open_to_say(app)
        story.choose(app, said)
        story.preview_note(app)
        story.read_the_first_words(app)
        story.copy_note(app)
        app.press("push button", "Done")
        app.press(None, f"Your words: {said}")
        app.find("heading", "Your card")
        story.reach(app, "push button", "Show this card").press()
        app.find("label", f"Your words: {said}")
        app.press("push button", "Done")
        app.press("push button", "Shown")
        app.find("label", "Shown")
        app.press("page tab", "Looking back")
        wait_until(lambda: app.find_all("label", f"Your words: {said}"), app.dump)
        app.close()
        self.assertEqual([str(hit) for hit in canary.search([log], WORD)], [])
        canary.prove(self.home, WORD)


def re_today(app):
    return next(c.name for c in app.find_all("heading"))


if __name__ == "__main__":
    os.environ.setdefault("NO_AT_BRIDGE", "0")
    unittest.main()
