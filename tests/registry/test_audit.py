# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Every state of every screen, as someone meets it who cannot see it.

    test_audit.py path/to/rapport-shots [--full] [--only TEXT] [--part 1/3]

Nothing without a name, no name twice on a screen, nothing below 48×48, nothing
that claims to show and does not, no page without a heading (support.audit), on
the phone's size and once more on a page long enough for all of it. Then what
can be pressed is pressed, each in a fresh state, and something has to come of
it: in the tree, its texts and states, or asked of the system. Pressed is each
control of a screen once, in the first state that has it, and one of several
that differ only in the person's words; with --full every one in every state.
Nothing may be said on the error output by QML.

Needs a session with a display and the accessibility bus.
"""

import pathlib
import sys
import tempfile
import time
import unittest

from gi.repository import GLib

from registry import showroom
from support.atspi import App
from support.audit import PRESSABLE, audit

LONG = "360 3600"
UNAVAILABLE = "Not available now"
EFFECT = 2.0  # seconds within which a press shows


def fingerprint(control):
    """Everything of the tree that a person would be told."""
    return [
        (c.role, c.name, c.description, c.states - {"active"}, c.text, c.value) for c in control.walk()
    ]


def can_do_something(control):
    """Not what is where one is already, and not what says that it is not available."""
    where_one_is = {"page tab": "selected", "radio button": "checked"}.get(control.role)
    return where_one_is not in control.states and UNAVAILABLE not in control.description


def kind(node):
    """Which of a screen's controls this is, whatever words of the person's it is about."""
    return node.role, node.name.split(": ")[0]


class Audit(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.log = tempfile.NamedTemporaryFile(prefix="audit-")
        self.addCleanup(self.log.close)
        self.app = App([PROGRAM], scale=1.0, log=self.log.name, talks=True)
        self.addCleanup(self.app.close)
        self.findings = []
        self.pressed = set()

    def ask(self, line):
        return showroom.ask(self.app.process, line)[-1]

    def show(self, state):
        self.ask(f"show {'-'.join(state)} light")
        if self.app.root is None:
            self.app.meet()
            # That gave the first window the keyboard, which changes what is covered.
            self.ask(f"show {'-'.join(state)} light")

    def look_at(self, state):
        found = audit(self.app.window.snapshot())
        self.ask(f"size {LONG}")
        found += [finding for finding in audit(self.app.window.snapshot()) if finding not in found]
        self.findings += [f"{'-'.join(state)}: {finding}" for finding in found]

    def what_to_press(self, state):
        for control in self.app.window.walk():
            if control.role not in PRESSABLE or not can_do_something(control):
                continue
            key = (state[0], *kind(control))
            if not FULL and key in self.pressed:
                continue
            self.pressed.add(key)
            yield control.role, control.name

    def told(self):
        while True:
            try:
                return self.ask("asked"), fingerprint(self.app.window)
            except (GLib.Error, StopIteration):
                continue  # it changed while we looked

    def press(self, state, role, name):
        self.show(state)
        self.ask(f"size {LONG}")
        control = next((c for c in self.app.window.walk() if (c.role, c.name) == (role, name)), None)
        if control is None:
            self.findings.append(f"{'-'.join(state)}: {role} {name!r} is there only sometimes")
            return
        if name == "Try again":
            self.ask("mend")
        before = self.told()
        control.press()
        end = time.monotonic() + EFFECT
        while self.told() == before:
            if time.monotonic() > end:
                self.findings.append(f"{'-'.join(state)}: pressing {role} {name!r} does nothing")
                return

    def test_every_state(self):
        states = [state for state in showroom.states(PROGRAM) if ONLY in "-".join(state)]
        # A screen's states stay together, and parts are of a size.
        states.sort(key=lambda state: state[0])
        states = states[len(states) * (PART - 1) // PARTS:len(states) * PART // PARTS]
        self.assertGreater(len(states), 0)
        start = time.monotonic()
        presses = 0
        for state in states:
            try:
                self.show(state)
            except AssertionError as problem:
                self.findings.append(str(problem))
                continue
            self.look_at(state)
            for role, name in list(self.what_to_press(state)):
                self.press(state, role, name)
                presses += 1
        said = pathlib.Path(self.log.name).read_text()
        # A wrapped Text of Qt 6.4 tells its natural width once more while it is
        # laid out, which looks like a loop and is none.
        self.findings += sorted(
            {line for line in said.splitlines() if "qrc:/" in line and "Binding loop" not in line}
        )
        print(f"{len(states)} states, {presses} presses, {len(self.findings)} findings, "
              f"{time.monotonic() - start:.0f} s")
        self.assertEqual(self.findings, [])


if __name__ == "__main__":
    FULL = "--full" in sys.argv
    words = [word for word in sys.argv if word != "--full"]
    PART, PARTS = 1, 1
    if "--part" in words:
        place = words.index("--part")
        PART, PARTS = map(int, words[place + 1].split("/"))
        del words[place:place + 2]
    ONLY = words.pop() if "--only" in words else ""
    PROGRAM = words[1]
    unittest.main(argv=words[:1])
