# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""The way from the first start to a note handed over, in steps.

Everything is found by role and accessible name. The tour takes pictures
between the steps, the end-to-end test asks questions.
"""

import re
import subprocess

from support.atspi import wait_until

LINE = "Something I'd like my therapist to know"
FIRST = "I said it was fine that we moved the time. It wasn't."
SECOND = "I often nod when I didn't understand the question."
THIRD = "I'd like to start with five quiet minutes."


def field(app, name):
    """A field to type into, whatever this version of Qt calls its role."""
    found = app.find(None, name)
    if found.role == "panel":  # a hidden text is named by the group around it
        found = next(child for child in found.children() if child.role == "password text")
    return found


def write(app, name, text):
    field(app, name).focus()
    app.type(text)


def keep_first(app, text=FIRST):
    app.find("heading", "For what is hard to say in therapy.")
    write(app, LINE, text)
    app.press("push button", "Keep it")
    app.find("page tab", "Today", patience=30)
    wait_kept(app)


def reach(app, role, name):
    """Something further down the page: focusing it brings it into sight."""
    control = app.find(role, name, hidden=True)
    control.focus()
    wait_until(lambda: control.showing, lambda: f"{control!r} stays out of sight")
    return control


def wait_kept(app):
    wait_until(lambda: not field(app, LINE).text, "the line still holds what was to be kept")


def keep(app, text):
    write(app, LINE, text)
    app.press("push button", "Keep it")
    wait_kept(app)


def open_to_say(app):
    app.press("page tab", "To say")
    app.find("heading", "To say")


def choose(app, text):
    """Ticks a card for the next session, and waits until that is stored.

    The tick shows at once; on a slow disk a note made right then would not
    have the card.
    """
    def stored():
        return len(app.find_all("label", re.compile("Chosen for the session"), hidden=True))

    before = stored()
    name = f"For the next session: {text}"[: len("For the next session: ") + 60]
    box = wait_until(
        lambda: next(
            (c for c in app.find_all("check box") if c.name.startswith(name)), None
        ),
        lambda: f"no tick for {text!r} in\n{app.dump()}",
    )
    box.press()
    wait_until(lambda: "checked" in box.states, f"{box!r} takes no tick")
    wait_until(lambda: stored() > before, f"{box!r} is not stored")


def set_session_tomorrow(app):
    """The question starts a week ahead."""
    app.press("push button", "When is your next session?")
    app.find("heading", "When is your next session?")
    for _ in range(6):
        app.press("push button", "A day earlier")
    app.press("push button", "Set this date")
    app.wait_gone("heading", "When is your next session?")


def preview_note(app):
    app.press("push button", "Make my note")
    app.find("heading", "What goes in?")
    app.press("push button", "Put in what I chose")
    app.press("push button", "See the page")
    app.find("heading", "Your note")


def read_the_first_words(app):
    reach(app, "push button", "I have read this").press()
    app.wait_gone("push button", "I have read this")


def copy_note(app):
    app.press("push button", "Copy the note")
    app.find("push button", "Done")


def save_pdf(app, path):
    """Saves the page where no dialog asks; gives back where it lies."""
    app.press("push button", "Save as PDF")
    wait_until(path.exists, f"no {path}")
    app.find("push button", "Done")
    return path


def clipboard():
    """What is on the display's clipboard now."""
    return subprocess.run(
        ["xclip", "-selection", "clipboard", "-out"], capture_output=True, timeout=10, check=True
    ).stdout.decode()
