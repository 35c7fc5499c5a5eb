# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""One card shown, and what can be set for the device.

    test_show.py path/to/rapport Keyring|Passphrase

Runs in a session with a display and the accessibility bus; Keyring with a real
key store, Passphrase without any.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from e2e import story
from support.atspi import App, wait_until

PROGRAM = sys.argv.pop(1)
SHOWN = "Your card, to show"
PROTECTS = "What this protects, and what it cannot"


class Walk(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory(prefix="show-")
        self.addCleanup(self.home.cleanup)
        self.environment = {"XDG_DATA_HOME": self.home.name, "LANGUAGE": "en_GB", "LC_ALL": "C.UTF-8"}

    def start(self):
        app = App([PROGRAM], self.environment)
        self.addCleanup(app.close)
        return app

    def check(self, app, screen):
        """The present screen, as someone who cannot see it meets it."""
        self.assertEqual([str(finding) for finding in app.audit()], [], f"on {screen}")

    def open_card(self, app, text=story.FIRST):
        story.open_to_say(app)
        app.press(None, f"Your words: {text}")
        app.find("heading", "Your card")

    def show(self, app):
        story.reach(app, "push button", "Show this card").press()
        app.find("heading", SHOWN)

    def open_settings(self, app):
        story.reach(app, "push button", "Settings").press()
        app.find("heading", "Settings")

    def answer(self, app, name):
        chip = story.reach(app, "radio button", name)
        chip.press()
        wait_until(lambda: "checked" in chip.states, lambda: f"{chip!r} is not taken")

    def lightness(self, app):
        """Of the page's corner, 0 … 1."""
        picture = app.screenshot(pathlib.Path(self.home.name, "corner.png"))
        return float(
            subprocess.run(
                ["convert", picture, "-crop", "8x8+4+200", "-colorspace", "Gray", "-format", "%[fx:mean]", "info:"],
                capture_output=True, text=True, check=True,
            ).stdout
        )


class Keyring(Walk):
    def test_show_and_take_back(self):
        app = self.start()
        story.keep_first(app)
        self.open_card(app)
        self.check(app, "the editor")
        self.show(app)
        self.assertEqual(app.focused().name, SHOWN)
        app.find("label", f"Your words: {story.FIRST}")
        self.assertEqual(app.find_all("page tab"), [], "something of the app stands beside the card")
        self.assertEqual(app.find_all("push button", "Help now"), [])
        self.check(app, "the card shown")

        app.press("push button", "Turn round")
        app.find("alert", "Turned round, for who sits across from you")
        app.press("push button", "Turn back")
        app.find("alert", "Turned back to you")
        app.press("push button", "Turn round")
        app.wait_gone("alert")
        self.check(app, "the card turned")

        app.press("push button", "Done")
        app.find("heading", "Was it shown?")
        self.check(app, "the question")
        app.press("push button", "Not yet")
        app.find("heading", "To say")
        app.find("label", "Written down")
        self.assertEqual(app.find_all("push button", "Undo"), [])

        app.press(None, f"Your words: {story.FIRST}")
        self.show(app)
        app.press("push button", "Done")
        app.press("push button", "Shown")
        app.find("label", "Shown")
        app.find("alert", "Noted as shown.")
        self.check(app, "To say, after showing")
        app.press("page tab", "Today")
        app.press("push button", "Undo")
        app.wait_gone("push button", "Undo")
        story.open_to_say(app)
        app.find("label", "Written down")

    def test_what_was_changed_is_saved_before_it_is_shown(self):
        app = self.start()
        story.keep_first(app)
        self.open_card(app)
        field = story.field(app, "What I want to say").focus()
        app.key("ctrl+a", "BackSpace")
        wait_until(lambda: not field.text, "the field is not emptied")
        app.type(story.SECOND)
        self.show(app)
        app.find("label", f"Your words: {story.SECOND}")
        app.key("Escape")
        app.find("heading", "Was it shown?")
        app.key("Escape")  # nothing decided: back to the card
        app.wait_gone("heading", "Was it shown?")
        app.find("heading", SHOWN)
        app.key("Escape")
        app.press("push button", "Not yet")
        app.find(None, f"Your words: {story.SECOND}")

    def test_by_keyboard(self):
        app = self.start()
        story.keep_first(app)
        self.open_card(app)
        self.show(app)
        seen = [SHOWN]
        while "Done" not in seen and len(seen) < 6:
            app.key("Tab")
            seen.append(wait_until(lambda: app.focused().name != seen[-1] and app.focused().name))
        self.assertEqual([seen[1], seen[-1]], ["Turn round", "Done"])
        app.key("Return")
        app.find("heading", "Was it shown?")
        app.key("Tab")
        # The sheet around it counts as focused, too.
        wait_until(lambda: "focused" in app.find("push button", "Shown").states, "Tab does not come to Shown")
        app.key("Return")
        app.find("alert", "Noted as shown.")

    def test_settings_hold_at_once_and_after_a_restart(self):
        app = self.start()
        story.keep_first(app)
        self.open_settings(app)
        self.check(app, "Settings")
        small = app.find("heading", "Settings").extents[3]
        self.answer(app, "Light or dark: Light")
        self.assertGreater(self.lightness(app), 0.8)
        self.answer(app, "Light or dark: Dark")
        wait_until(lambda: self.lightness(app) < 0.2, "it stays light")
        self.answer(app, "Size of the letters: 200 %")
        wait_until(
            lambda: app.find("heading", "Settings", hidden=True).extents[3] > small * 1.3,
            "the letters stay small",
        )
        self.check(app, "Settings, large and dark")
        self.answer(app, "Contrast: Strong")
        self.answer(app, "Movement on the screen: Keep still")
        app.key("Escape")
        story.reach(app, "push button", "Settings")
        wait_until(lambda: pathlib.Path(self.home.name, "rapport/rapport/settings.ini").exists())
        app.close()

        app = self.start()
        app.find("page tab", "Today", patience=30)
        self.assertLess(self.lightness(app), 0.2)
        self.open_settings(app)
        for name in ("Light or dark: Dark", "Size of the letters: 200 %", "Contrast: Strong",
                     "Movement on the screen: Keep still"):
            self.assertIn("checked", app.find("radio button", name, hidden=True).states, name)
        self.answer(app, "Size of the letters: As on this device")
        wait_until(lambda: app.find("heading", "Settings", hidden=True).extents[3] == small)

    def test_the_pages_behind_settings(self):
        app = self.start()
        story.keep_first(app)
        self.open_settings(app)
        story.reach(app, "push button", "About Rapport")
        self.assertEqual(app.find_all("push button", "Lock now"), [], "there is nothing to lock with")
        story.reach(app, "push button", PROTECTS).press()
        app.find("heading", PROTECTS)
        self.assertEqual(app.focused().name, PROTECTS)
        headings = app.find_all("heading", hidden=True)
        self.assertGreater(len(headings), 8)
        for _ in range(12):
            self.check(app, PROTECTS)
            app.key("Page_Down")
        app.press("push button", "Back")
        story.reach(app, "push button", "About Rapport").press()
        app.find("heading", "About Rapport")
        self.check(app, "About")
        app.key("Escape")
        app.find("heading", "Settings")

        story.reach(app, "push button", "Choose the country of Help now").press()
        app.find("heading", "Help now")
        story.reach(app, "push button", "Spain").press()
        app.find("heading", "Spain")
        app.press("push button", "Back")
        app.find("push button", "Country of Help now: Spain", hidden=True)
        app.key("Escape")
        app.find("page tab", "Today")


class Passphrase(Walk):
    WORDS = "violet kettle under rain"

    def enter(self, app):
        story.write(app, story.LINE, story.FIRST)
        app.press("push button", "Keep it")
        app.find("heading", "Choose a passphrase", patience=40)
        story.write(app, "Passphrase", self.WORDS)
        story.write(app, "The same again", self.WORDS)
        app.press("push button", "Keep my words with it")
        app.find("page tab", "Today", patience=40)
        story.wait_kept(app)

    def test_done_locks(self):
        app = self.start()
        self.enter(app)
        self.open_card(app)
        self.show(app)
        self.check(app, "the card shown")
        app.press("push button", "Done, and lock")
        app.find("heading", "Locked", patience=20)
        self.assertNotIn(story.FIRST, app.dump())

    def test_lock_from_settings(self):
        app = self.start()
        self.enter(app)
        self.open_settings(app)
        app.press("push button", "Lock now")
        app.find("heading", "Locked", patience=20)
        app.press("push button", "Open my notes")
        app.find("heading", "Your notes are locked", patience=20)


if __name__ == "__main__":
    os.environ.setdefault("NO_AT_BRIDGE", "0")
    unittest.main()
