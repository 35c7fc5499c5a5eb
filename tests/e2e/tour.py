# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""The tour: drives the app from first start to a note, and takes pictures.

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


class Tour:
    def __init__(self, program, target):
        self.target = pathlib.Path(target)
        self.target.mkdir(parents=True, exist_ok=True)
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="tour-"))
        self.look = self.scratch / "look"
        self.command = [
            program, "--data", self.scratch / "rapport", "--now", NOW, "--look", self.look,
            "--save-to", self.target,
        ]
        self.count = 0

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
        with App(self.command) as app:
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
        self.problem()

    def problem(self):
        """The notes file gone: said in words, nothing made in its place."""
        (self.scratch / "rapport/vault/rapport.db").rename(self.scratch / "kept-aside.db")
        with App(self.command) as app:
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
