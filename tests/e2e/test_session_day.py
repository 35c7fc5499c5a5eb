# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""The days around a session, over one vault: far, a day before, going in, after.

    test_session_day.py path/to/rapport-tour

The clock is injected: each start says what time it is. Runs in a session with
a display, the accessibility bus and a real key store.
"""

import pathlib
import re
import sys
import tempfile
import unittest

from e2e import story
from support.atspi import App, wait_until

TOUR = sys.argv.pop(1)

# The session is on Monday, 30 November 2026, at 18:45.
MONDAY_BEFORE = "2026-11-23T18:40:00+01:00"
EVENING_BEFORE = "2026-11-29T20:00:00+01:00"
AT_THE_DOOR = "2026-11-30T18:20:00+01:00"
AFTERWARDS = "2026-11-30T20:00:00+01:00"
NEXT_MORNING = "2026-12-01T08:00:00+01:00"
NEXT_EVENING = "2026-12-01T19:00:00+01:00"
DAY_AFTER_THAT = "2026-12-02T08:00:00+01:00"

# Buttons that are filled whenever they show; no screen has two.
FILLED = ("Keep it", "Make my note", "Done", "Set this date")
AGREED = "We move to after lunch."
KEEPSAKE = "I may take my time."


class SessionDay(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory(prefix="day-")
        self.addCleanup(self.home.cleanup)
        self.data = pathlib.Path(self.home.name, "rapport")
        self.look = pathlib.Path(self.home.name, "look")
        self.look.write_text("light")

    def at(self, now):
        app = App([TOUR, "--data", self.data, "--now", now, "--look", self.look], {"LANGUAGE": "en_GB"})
        self.addCleanup(app.close)
        return app

    def check(self, app, screen):
        self.assertEqual([str(finding) for finding in app.audit()], [], f"on {screen}")
        filled = [name for name in FILLED if app.find_all("push button", name)]
        self.assertLessEqual(len(filled), 1, f"{filled} on {screen}")

    def open_at(self, now, heading):
        app = self.at(now)
        app.find("page tab", "Today", patience=30)
        app.find("heading", heading)
        return app

    def begin(self, texts=(story.FIRST, story.SECOND, story.THIRD), chosen=2):
        """A week before: three things, two of them chosen, the date set."""
        with self.at(MONDAY_BEFORE) as app:
            story.keep_first(app, texts[0])
            for text in texts[1:]:
                story.keep(app, text)
            story.open_to_say(app)
            for text in texts[:chosen]:
                story.choose(app, text)
            app.press("page tab", "Today")
            app.find("heading", "Monday 23 November")
            self.check(app, "Today without a session")
            app.press("push button", "When is your next session?")
            app.find("heading", "When is your next session?")
            app.find("label", "Day: Monday 30 November")
            for _ in range(19):
                app.press("push button", "A quarter of an hour later")
            self.check(app, "the session's date")
            story.reach(app, "push button", "With whom?").press()
            story.write(app, "A name, or none", "My therapist")
            story.reach(app, "radio button", "By e-mail").press()
            self.check(app, "with whom")
            app.press("push button", "Set this date")
            app.find("heading", "Next session 30 November, 18:45")
            self.check(app, "Today far from a session")
            self.assertFalse(app.find_all(None, re.compile("^Your words")), "not veiled")

    def answer(self, app, words, text):
        box = story.reach(app, "radio button", f"{text}: {words}")
        box.press()
        wait_until(lambda: "checked" in box.states, f"{box!r} is not taken")

    def test_the_way(self):
        self.begin()
        with self.open_at(EVENING_BEFORE, "Next session tomorrow, 18:45") as app:
            self.check(app, "Today, the evening before")
            app.find("push button", "Make my note")
            app.press("push button", "I'm about to go in")
            app.find("push button", "I'm not going in yet")
            app.wait_gone("push button", "Make my note")
            self.check(app, "Today, about to go in")
        with self.open_at(EVENING_BEFORE, "Next session tomorrow, 18:45") as app:
            app.press("push button", "I'm not going in yet")  # it was kept, and is taken back
            app.find("push button", "Make my note")
            app.press("push button", "Change the next session")
            app.press("push button", "With My therapist")
            wait_until(lambda: story.field(app, "A name, or none").text == "My therapist")
            wait_until(lambda: "checked" in app.find("radio button", "By e-mail", hidden=True).states)

        with self.open_at(AT_THE_DOOR, "Next session today, 18:45") as app:
            app.find("label", "2 things to say")
            self.check(app, "Today at the door")
            self.assertFalse(app.find_all("push button", "I'm not going in yet"))
            app.press("push button", "Show what I want to say")
            app.find(None, f"Your words: {story.FIRST}")
            app.find("push button", "See them all")
            self.check(app, "Today at the door, shown")
            story.write(app, story.LINE, "And")
            app.find("push button", "Keep it")
            self.check(app, "Today at the door, writing")

        self.after()

    def after(self):
        with self.open_at(AFTERWARDS, "Your session was today") as app:
            app.find("heading", "Did you get to say it?")
            self.check(app, "Today after the session")
            # The next date can be set, and changed again, meanwhile.
            story.reach(app, "push button", "When is your next session?").press()
            app.press("push button", "Set this date")
            story.reach(app, "push button", "Change: Next session 7 December, 18:45").press()
            app.press("push button", "A day later")
            app.press("push button", "Set this date")
            story.reach(app, "push button", "Change: Next session 8 December, 18:45")

            app.press("push button", "Tell how it went")
            app.find("heading", "Did you get to say it?")
            self.check(app, "the questions after a session")
            self.assertFalse(app.find_all("radio button", re.compile(re.escape(story.THIRD))))
            self.answer(app, "Yes", story.FIRST)
            story.write(app, f"What we agreed: {story.FIRST}", AGREED)
            self.check(app, "an answer given")
            app.press("push button", "Back")
            app.find("heading", "Your session was today")

        with self.open_at(AFTERWARDS, "Your session was today") as app:
            app.press("push button", "Tell how it went")
            self.assertIn("checked", app.find("radio button", f"{story.FIRST}: Yes").states)
            self.assertEqual(story.field(app, f"What we agreed: {story.FIRST}").text, AGREED)
            self.answer(app, "Not today", story.SECOND)
            app.press("push button", "Later: ask me tomorrow")
            app.find("heading", "Your session was today")
            app.wait_gone("heading", "Did you get to say it?")
            self.check(app, "Today, answered later")

        with self.open_at(AFTERWARDS, "Your session was today") as app:
            # Put off: a restart does not ask again, and it is still one tap away.
            self.assertFalse(app.find_all("heading", "Did you get to say it?"))
            app.find("push button", "Tell how it went")

        with self.open_at(NEXT_MORNING, "Your session was yesterday") as app:
            app.find("heading", "Did you get to say it?")
            app.press("push button", "Tell how it went")
            story.reach(app, None, "One line to keep for next time")
            app.type(KEEPSAKE)
            app.press("push button", "Done")
            app.find("heading", "Next session 8 December, 18:45")
            self.check(app, "Today, all told")
            app.press("push button", "Undo")
            app.find("heading", "Did you get to say it?")
            app.press("push button", "Tell how it went")
            app.press("push button", "Done")
            app.find("heading", "Next session 8 December, 18:45")

        with self.open_at(NEXT_EVENING, "Next session 8 December, 18:45") as app:
            self.assertFalse(app.find_all("heading", "Did you get to say it?"))
            self.assertFalse(app.find_all("push button", "Tell how it went"))
            story.open_to_say(app)
            app.find(None, f"Your words: {KEEPSAKE}", hidden=True)
            # What was not today is for the next session, without another word.
            box = app.find("check box", f"For the next session: {story.SECOND}")
            self.assertIn("checked", box.states)

    def test_after_it_is_over_nobody_asks(self):
        self.begin(texts=(story.FIRST,), chosen=0)
        with self.open_at(NEXT_EVENING, "Your session was yesterday") as app:
            app.find("heading", "Did you get to say it?")
        with self.open_at(DAY_AFTER_THAT, "Wednesday 2 December") as app:
            self.assertFalse(app.find_all("heading", "Did you get to say it?"))
            self.check(app, "Today, nothing asked")


if __name__ == "__main__":
    unittest.main()
