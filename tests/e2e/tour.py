# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""The tour: drives the app the whole way, from first start to the day after.

    tour.py path/to/rapport-tour folder-for-pictures

Runs inside a session with a display, the accessibility bus and a real key
store. Each screen is taken light and dark.
"""

import pathlib
import shutil
import sys
import tempfile
import time

from e2e import story
from support.atspi import App

NOW = "2026-11-23T18:40:00+01:00"
GOING_IN = "2026-11-24T13:45:00+01:00"
AFTERWARDS = "2026-11-24T16:10:00+01:00"


class Tour:
    def __init__(self, program, target):
        self.target = pathlib.Path(target)
        self.target.mkdir(parents=True, exist_ok=True)
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="tour-"))
        self.look = self.scratch / "look"
        self.boot_clock = self.scratch / "boot-clock"
        self.boot_clock.write_text("0")
        self.program = program
        self.count = 0

    def app(self, now=NOW):
        return App([
            self.program, "--data", self.scratch / "rapport", "--now", now, "--look", self.look,
            "--boot-clock", self.boot_clock, "--save-to", self.target,
        ])

    def set_look(self, words):
        fresh = self.look.with_suffix(".new")
        fresh.write_text(words)
        fresh.replace(self.look)
        time.sleep(0.45)

    def take(self, app, name):
        """One picture light, one dark."""
        self.count += 1
        for look in ("dark", "light"):
            self.set_look(look)
            app.screenshot(self.target / f"{self.count:02}-{name}-{look}.png")

    def walk(self):
        self.look.write_text("light")
        with self.app() as app:
            app.find("heading", "For what is hard to say in therapy.")
            self.take(app, "first-minute-empty")
            story.write(app, story.LINE, story.FIRST)
            self.take(app, "first-minute")
            app.press("push button", "Keep it")
            app.find("page tab", "Today", patience=30)
            story.wait_kept(app)
            story.keep(app, story.SECOND)
            story.keep(app, story.THIRD)
            self.take(app, "today-far")
            self.mood(app)
            self.pause(app)

            app.press("push button", "When is your next session?")
            app.find("heading", "When is your next session?")
            for _ in range(6):
                app.press("push button", "A day earlier")
            self.take(app, "next-session")
            app.press("push button", "Set this date")
            app.wait_gone("heading", "When is your next session?")
            self.take(app, "today-tomorrow")
            app.press("push button", "Show what I want to say")
            self.take(app, "today-shown")

            story.open_to_say(app)
            story.choose(app, story.FIRST)
            story.choose(app, story.SECOND)
            self.take(app, "to-say")
            app.press(None, f"Your words: {story.THIRD}")
            app.find("heading", "Your card")
            story.reach(app, "push button", "More about this card").press()
            self.take(app, "card")
            story.reach(app, "push button", "Delete this card").press()
            app.find("push button", "Undo")
            self.take(app, "to-say-undo")
            app.press("push button", "Undo")

            app.press("push button", "Make my note")
            app.find("heading", "What goes in?")
            app.press("push button", "Put in what I chose")
            story.reach(app, "check box", "Ask me about it first").press()
            self.take(app, "note-choose")
            app.press("push button", "See the page")
            app.find("heading", "Your note")
            self.take(app, "note-first-time")
            story.read_the_first_words(app)
            self.take(app, "note-preview")
            story.copy_note(app)
            self.take(app, "note-copied")
            (self.target / "note.txt").write_text(story.clipboard())
            story.save_pdf(app, self.target / f"note-{NOW[:10]}.pdf").rename(self.target / "note.pdf")
            story.reach(app, "push button", "See the page larger").press()
            app.wait_gone("push button", "Save as PDF")
            self.take(app, "note-larger")
            app.press("push button", "Back")
            app.find("push button", "Save as PDF")

            app.press("push button", "Help now")
            app.find("heading", "Help now")
            self.take(app, "help-ask")
            story.reach(app, "push button", "Spain").press()
            self.take(app, "help-now")
        self.going_in()
        self.afterwards()
        self.problem()

    def mood(self, app):
        story.reach(app, "push button", "bad, 2 of 5").press()
        app.find("alert", "Kept: bad.")
        self.take(app, "mood-kept")

    def pause(self, app):
        """Five minutes, of which the clock lets almost all go by at once."""
        app.press("page tab", "Pause")
        app.find("heading", "Pause")
        self.take(app, "pause")
        story.reach(app, "push button", "Begin").press()
        app.find("push button", "Hold the pause")
        self.let_pass(30)
        self.take(app, "pause-running")
        self.let_pass(300)
        app.find("heading", "The pause is over")
        self.take(app, "pause-over")
        app.press("push button", "Done")
        app.press("page tab", "Looking back")
        app.find("heading", "Looking back")
        self.take(app, "looking-back")
        app.press("page tab", "Today")
        app.find(None, story.LINE)

    def let_pass(self, seconds):
        fresh = self.boot_clock.with_suffix(".new")
        fresh.write_text(str(seconds))
        fresh.replace(self.boot_clock)

    def going_in(self):
        """A quarter of an hour before: what to say, and one card held out."""
        with self.app(GOING_IN) as app:
            app.find("heading", "Next session today, 14:00", patience=30)
            self.take(app, "today-going-in")
            app.press("push button", "Show what I want to say")
            story.reach(app, "push button", f"Show this one: {story.FIRST}"[: len("Show this one: ") + 60]).press()
            app.find("push button", "Turn round")
            self.take(app, "show")
            app.press("push button", "Done")
            app.find("push button", "Shown")
            self.take(app, "show-done")
            app.press("push button", "Shown")
            app.find("push button", "Undo")

    def afterwards(self):
        with self.app(AFTERWARDS) as app:
            app.find("heading", "Your session was today", patience=30)
            self.take(app, "today-after")
            app.press("push button", "Tell how it went")
            self.take(app, "after-session")

    def problem(self):
        """The notes file gone: said in words, nothing made in its place."""
        (self.scratch / "rapport/vault/rapport.db").rename(self.scratch / "kept-aside.db")
        with self.app() as app:
            app.find("heading", "The notes file is missing")
            self.take(app, "problem")

    def end(self):
        shutil.rmtree(self.scratch, ignore_errors=True)


def main():
    tour = Tour(*sys.argv[1:3])
    try:
        tour.walk()
    finally:
        tour.end()


if __name__ == "__main__":
    main()
