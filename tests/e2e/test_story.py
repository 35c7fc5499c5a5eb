# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""From the first start to a note handed over, twice: by names, by keyboard.

    test_story.py path/to/rapport

Runs in a session with a display, the accessibility bus and a real key store.
"""

import os
import re
import signal
import sys
import tempfile
import time
import unittest

from e2e import story
from support.atspi import App, wait_until

PROGRAM = sys.argv.pop(1)


class Story(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory(prefix="story-")
        self.addCleanup(self.home.cleanup)
        self.environment = {"XDG_DATA_HOME": self.home.name, "LANGUAGE": "en_GB", "LC_ALL": "C.UTF-8"}

    def start(self, *words):
        app = App([PROGRAM, *words], self.environment)
        self.addCleanup(app.close)
        return app

    def check(self, app, screen):
        """The present screen, as someone who cannot see it meets it."""
        findings = app.audit()
        self.assertEqual([str(finding) for finding in findings], [], f"on {screen}")

    def assert_note(self, text, wanted, unwanted):
        for words in wanted:
            self.assertIn(words, text)
        for words in unwanted:
            self.assertNotIn(words, text)
        self.assertIn("Self-reported, not a clinical measurement.", text)

    def test_by_names(self):
        app = self.start()
        app.find("heading", "For what is hard to say in therapy.")
        self.check(app, "the first minute")
        story.keep_first(app)
        story.keep(app, story.SECOND)
        story.keep(app, story.THIRD)
        self.check(app, "Today")
        story.set_session_tomorrow(app)
        self.check(app, "Today, a day before")
        story.open_to_say(app)
        story.choose(app, story.FIRST)
        story.choose(app, story.SECOND)
        self.check(app, "To say")

        app.press(None, f"Your words: {story.SECOND}")
        app.find("heading", "Your card")
        story.reach(app, "push button", "More about this card").press()
        self.check(app, "the editor")
        app.press("push button", "Back")
        app.find("heading", "To say")

        app.press("push button", "Make my note")
        app.find("heading", "What goes in?")
        for box in app.find_all("check box"):
            self.assertNotIn("checked", box.states, f"{box!r} is ticked by itself")
        self.check(app, "the choice for the note")
        app.press("push button", "Put in what I chose")
        app.press("push button", "See the page")
        app.find("heading", "Your note")
        self.check(app, "the note")
        story.read_the_first_words(app)
        story.copy_note(app)
        self.check(app, "the note handed over")
        self.assert_note(story.clipboard(), [f"1. {story.FIRST}", f"2. {story.SECOND}"], [story.THIRD])
        self.page_larger(app)
        # There is no dialog to save with in this session: said, and nothing lost.
        app.press("push button", "Save as PDF")
        not_there = re.compile("This way is not there on this device")
        wait_until(lambda: app.find_all("alert", not_there), "nothing says that there is no dialog")
        self.check(app, "the note not handed over")

        app.press("push button", "Help now")
        app.find("heading", "Help now")
        self.check(app, "Help now")
        story.reach(app, "push button", "Spain").press()
        app.find("heading", "Spain")
        self.check(app, "Help now for a country")
        app.press("push button", "Back")
        app.find("heading", "Your note", hidden=True)  # it may have been scrolled away

    def page_larger(self, app):
        story.reach(app, "push button", "See the page larger").press()
        app.wait_gone("push button", "Copy the note")
        app.find("label", f"1. Your words: {story.FIRST}")
        self.check(app, "the page, larger")
        app.press("push button", "Back")
        app.find("push button", "Copy the note")

    def tab_to(self, app, name, key="Tab", limit=60):
        """Walks by Tab until the control with that name has the keyboard."""
        seen = []
        for _ in range(limit):
            focused = app.focused()
            if focused is not None:
                seen.append(focused.name)
                if focused.name == name or isinstance(name, re.Pattern) and name.search(focused.name):
                    return focused
            app.key(key)
        raise AssertionError(f"Tab never came to {name!r}; it came to {seen}")

    def test_by_keyboard(self):
        app = self.start()
        app.find("heading", "For what is hard to say in therapy.")
        self.tab_to(app, story.LINE)
        app.type(story.FIRST)
        app.key("ctrl+Return")
        app.find("page tab", "Today", patience=30)
        story.wait_kept(app)
        self.tab_to(app, story.LINE)
        app.type(story.SECOND)
        self.tab_to(app, "Keep it")
        app.key("Return")
        story.wait_kept(app)

        self.tab_to(app, "To say")
        app.key("space")
        app.find("heading", "To say")
        self.tab_to(app, f"For the next session: {story.FIRST}")
        app.key("space")
        wait_until(
            lambda: "checked" in app.find("check box", f"For the next session: {story.FIRST}").states
        )
        self.tab_to(app, "Make my note")
        app.key("Return")
        app.find("heading", "What goes in?")
        self.tab_to(app, "Put in what I chose")
        app.key("Return")
        self.tab_to(app, "See the page")
        app.key("Return")
        app.find("heading", "Your note")
        self.tab_to(app, "I have read this")
        app.key("Return")
        self.tab_to(app, "Copy the note")
        app.key("Return")
        app.find("push button", "Done")
        self.assert_note(story.clipboard(), [f"1. {story.FIRST}"], [story.SECOND])
        app.key("Escape")
        app.find("heading", "What goes in?")
        app.key("Escape")
        app.find("heading", "To say")

    def test_delete_is_undone_after_a_kill(self):
        app = self.start()
        story.keep_first(app)
        story.open_to_say(app)
        app.press(None, f"Your words: {story.FIRST}")
        story.reach(app, "push button", "Delete this card").press()
        app.find("push button", "Undo")
        app.kill()

        app = self.start()
        app.find("page tab", "Today", patience=30)
        story.open_to_say(app)
        app.press("push button", "Undo")
        app.find(None, f"Your words: {story.FIRST}")

    def test_draft_survives_a_kill(self):
        app = self.start()
        story.keep_first(app)
        story.write(app, story.LINE, story.SECOND)
        # Half a second after the last key the draft is written; other things
        # are written meanwhile, so the file's time would tell nothing.
        time.sleep(1.5)
        app.kill()

        app = self.start()
        app.find("page tab", "Today", patience=30)
        wait_until(lambda: story.field(app, story.LINE).text == story.SECOND, "the draft is gone")

    def test_second_instance_raises_the_first(self):
        app = self.start()
        story.keep_first(app)
        story.open_to_say(app)
        second = App([PROGRAM, "--new", "need"], self.environment, window=False)
        self.assertEqual(second.wait(20), 0)
        focused = wait_until(lambda: app.focused() if app.focused() else None)
        wait_until(lambda: app.focused() and app.focused().name == story.LINE, lambda: f"{focused!r}")

    def test_what_was_asked_for_waits_for_the_vault(self):
        app = self.start("--new", "need")
        # Before there is a vault the first line is the one to write on.
        story.keep_first(app)
        wait_until(lambda: app.focused() and app.focused().name == story.LINE, app.dump)
        app.close()
        app = self.start("--new", "need")
        app.find("page tab", "Today", patience=30)
        wait_until(lambda: app.focused() and app.focused().name == story.LINE, app.dump)
        story.open_to_say(app)
        second = App([PROGRAM, "--new", "check-in"], self.environment, window=False)
        self.assertEqual(second.wait(20), 0)
        app.find("push button", "See them all")  # Today
        third = App([PROGRAM, "--new", "tea"], self.environment, window=False)
        self.assertEqual(third.wait(20), 2)

    def test_an_end_at_any_time(self):
        app = self.start()
        story.keep_first(app)
        app.process.send_signal(signal.SIGTERM)
        app.process.wait(10)
        app = self.start()
        app.find("page tab", "Today", patience=30)
        app.find("push button", "See them all")


if __name__ == "__main__":
    os.environ.setdefault("NO_AT_BRIDGE", "0")
    unittest.main()
