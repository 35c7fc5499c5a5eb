# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Drives an app from outside, as someone with a screen reader does.

    with App(["build/release/app/rapport"]) as app:
        app.focus("text", "Your words")
        app.type("I need more time to answer")
        app.press("push button", "Keep it")
        app.find("alert", re.compile("Kept"))

Needs a session with a display and the accessibility bus:
`with-session --display --a11y -- …`. Nothing here knows the app; what cannot be
found by role and name cannot be found by a blind person either.

Measured on Qt 6.4: a text field offers no way to set its text, so typing goes
by key events; an invisible item stays in the tree without the state
"showing"; sizes are logical pixels there and device pixels in newer Qt, so
they are compared with the window's own size on the X server.
"""

import os
import pathlib
import re
import signal
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (the version comes first)

from support.audit import Node, audit  # noqa: E402

NAMED_ROLES = {  # newer at-spi names the same thing otherwise
    "button": "push button",
}
PATIENCE = 10.0  # seconds until something that should appear counts as absent


class NotThere(AssertionError):
    """Nothing, or nothing any more, answers to that role and name."""


class Control:
    """One thing in the tree; reads are always fresh, never cached."""

    def __init__(self, app, accessible):
        self._app = app
        self._it = accessible

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"

    @property
    def role(self):
        role = self._it.get_role_name()
        return NAMED_ROLES.get(role, role)

    @property
    def name(self):
        return self._it.get_name() or ""

    @property
    def description(self):
        return self._it.get_description() or ""

    @property
    def states(self):
        found = self._it.get_state_set().get_states()
        return frozenset(state.value_nick for state in found)

    @property
    def showing(self):
        return "showing" in self.states

    @property
    def text(self):
        """What a text field holds; None where there is no text to read."""
        text = self._it.get_text_iface()
        return None if text is None else Atspi.Text.get_text(text, 0, -1)

    @property
    def value(self):
        value = self._it.get_value_iface()
        return None if value is None else value.get_current_value()

    @property
    def actions(self):
        action = self._it.get_action_iface()
        if action is None:
            return []
        return [action.get_action_name(i) for i in range(action.get_n_actions())]

    @property
    def extents(self):
        """(x, y, width, height) in logical pixels, from the window's corner."""
        raw = self._raw_extents()
        return None if raw is None else tuple(side / self._app.unit for side in raw)

    def _raw_extents(self):
        component = self._it.get_component_iface()
        if component is None:
            return None
        box = component.get_extents(Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    def children(self):
        for i in range(self._it.get_child_count()):
            child = self._it.get_child_at_index(i)
            if child is not None:
                yield Control(self._app, child)

    def walk(self, hidden=False):
        """This and everything below, in reading order."""
        if not hidden and not self.showing:
            return
        yield self
        for child in list(self.children()):
            try:
                yield from child.walk(hidden)
            except GLib.Error:
                continue  # it went while we looked

    def act(self, *names):
        """Does the first of these actions that the control offers."""
        offered = self.actions
        for name in names:
            if name in offered:
                if not self._it.get_action_iface().do_action(offered.index(name)):
                    raise AssertionError(f"{self!r} refuses {name}")
                return self
        raise AssertionError(f"{self!r} offers {offered}, none of {list(names)}")

    def press(self):
        # A check box offers both, and in Qt 6.8 only "Toggle" changes it.
        return self.act("Toggle", "toggle", "Press", "press", "click", "activate")

    def focus(self):
        """Gives it the keyboard, by the accessibility action or else directly."""
        if "SetFocus" in self.actions:
            self.act("SetFocus")
        else:
            self._it.get_component_iface().grab_focus()
        wait_until(lambda: "focused" in self.states, f"{self!r} does not take the focus")
        return self

    def snapshot(self):
        """The same tree as plain values, for `audit`."""
        return Node(
            role=self.role,
            name=self.name,
            states=self.states,
            extents=self.extents,
            actions=tuple(self.actions),
            children=tuple(child.snapshot() for child in self.children()),
        )

    def dump(self, depth=0):
        line = "  " * depth + f"{self.role} {self.name!r}"
        text = self.text
        if text:
            line += f" text={text!r}"
        box = self.extents
        if box:
            line += " at " + ",".join(f"{side:g}" for side in box)
        actions = self.actions
        if actions:
            line += f" {'/'.join(actions)}"
        marks = self.states & {"focused", "checked", "selected", "expanded", "modal"}
        marks |= {f"not {state}" for state in ("showing", "enabled") if state not in self.states}
        if marks:
            line += f" ({', '.join(sorted(marks))})"
        return "\n".join([line, *(child.dump(depth + 1) for child in self.children())])


def wait_until(condition, complaint="it does not happen", patience=PATIENCE):
    """Asks until the answer is truthy, and returns it."""
    end = time.monotonic() + patience
    while True:
        try:
            answer = condition()
        except GLib.Error:
            answer = None  # the tree changed under the question
        if answer:
            return answer
        if time.monotonic() > end:
            raise NotThere(complaint() if callable(complaint) else complaint)
        time.sleep(0.02)


def _matches(wanted, actual):
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return wanted.search(actual) is not None
    return wanted == actual


class App:
    """A running app and its first window. Use it in a `with` block."""

    def __init__(self, command, environment=None, scale=2.0, log=None, window=True, talks=False):
        """`command`: program and arguments; `scale`: device pixels per logical one;
        `log`: a file for what the app prints, else it goes to our own stderr;
        `window`: False for a command that is not expected to show one;
        `talks`: its standard input and output are ours, in lines of text, and
        it shows a window only when told to: then call `meet`."""
        self.scale = float(scale)
        self.unit = 1.0  # accessibility's pixels per logical pixel, measured below
        self._log = open(log, "wb") if log else None
        surroundings = dict(
            os.environ,
            QT_QPA_PLATFORM="xcb",
            QT_QUICK_BACKEND="software",
            QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
            QT_SCALE_FACTOR=f"{self.scale:g}",
            **(environment or {}),
        )
        Atspi.set_timeout(2000, 15000)
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
        self.process = subprocess.Popen(
            [str(word) for word in command],
            env=surroundings,
            stdin=subprocess.PIPE if talks else subprocess.DEVNULL,
            stdout=subprocess.PIPE if talks else self._log or sys.stderr,
            stderr=self._log or sys.stderr,
            text=talks,
        )
        self.root = None
        self.xid = None
        if window and not talks:
            try:
                self.meet()
            except BaseException:
                self.close()
                raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    @property
    def pid(self):
        return self.process.pid

    def meet(self):
        """Waits for the window and gives it the keyboard."""

        def tree():
            if self.process.poll() is not None:
                raise AssertionError(f"the app ended with status {self.process.returncode}")
            desktop = Atspi.get_desktop(0)
            for i in range(desktop.get_child_count()):
                app = desktop.get_child_at_index(i)
                if app is not None and app.get_process_id() == self.pid and app.get_child_count():
                    return app
            return None

        self.root = Control(self, wait_until(tree, "the app is not in the accessibility tree", 30))
        self.xid = wait_until(self._find_window, "the app shows no window", 30)
        # Without a window manager nobody gives the window the keyboard.
        self._xdotool("windowfocus", "--sync", self.xid)
        # A pointer over a control would tint it, as if somebody pointed there.
        self._xdotool("mousemove", "0", "0")
        width, _ = self._native_size()
        spoken = self.window._raw_extents()[2]
        self.unit = spoken * self.scale / width

    def _find_window(self):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.pid)],
            capture_output=True, text=True, check=False,
        ).stdout.split()
        return found[0] if found else None

    def _native_size(self):
        shell = self._xdotool("getwindowgeometry", "--shell", self.xid)
        sizes = dict(line.split("=") for line in shell.split())
        return int(sizes["WIDTH"]), int(sizes["HEIGHT"])

    @staticmethod
    def _xdotool(*words):
        return subprocess.run(
            ["xdotool", *words], capture_output=True, text=True, check=True, timeout=60
        ).stdout

    @property
    def window(self):
        return next(self.root.children())

    # -- looking ---------------------------------------------------------------

    def find_all(self, role=None, name=None, hidden=False):
        return [
            control
            for control in self.root.walk(hidden=True)
            if _matches(role, control.role)
            and _matches(name, control.name)
            and (hidden or control.showing)
        ]

    def find(self, role=None, name=None, patience=PATIENCE, hidden=False):
        """The one control with that role and name (text or pattern), once it shows."""
        found = wait_until(
            lambda: self.find_all(role, name, hidden),
            lambda: f"no {role or 'control'} named {name!r} in\n{self.dump()}",
            patience,
        )
        if len(found) > 1:
            raise AssertionError(f"{len(found)} answer to {role} {name!r}: {found}\n{self.dump()}")
        return found[0]

    def wait_gone(self, role=None, name=None, patience=PATIENCE):
        wait_until(
            lambda: not self.find_all(role, name),
            lambda: f"{role} {name!r} stays in\n{self.dump()}",
            patience,
        )

    def focused(self):
        """The control that has the keyboard, or None."""
        return next((c for c in self.root.walk() if "focused" in c.states), None)

    def dump(self):
        return self.root.dump() if self.root else "(no tree)"

    def snapshot(self):
        return self.window.snapshot()

    def audit(self, patience=2):
        """What `support.audit` finds wrong on the present screen, and goes on finding: a page
        that has just come is laid out with its first frame."""
        end = time.monotonic() + patience
        while (found := audit(self.snapshot())) and time.monotonic() < end:
            time.sleep(0.1)
        return found

    def screenshot(self, path):
        """A picture of the window in device pixels; by what is on the screen."""
        path = pathlib.Path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", self.xid, str(path)], check=True, timeout=30)
        return path

    # -- doing -----------------------------------------------------------------

    def press(self, role=None, name=None, patience=PATIENCE):
        return self.find(role, name, patience).press()

    def focus(self, role=None, name=None, patience=PATIENCE):
        return self.find(role, name, patience).focus()

    def type(self, text):
        """Types into whatever has the keyboard, and waits until it has arrived there."""
        target = self.focused()
        if target is None or target.text is None:
            self._xdotool("type", "--delay", "20", "--", text)
            return
        # For a letter that no key has, xdotool changes the keyboard's map and
        # back, and an app that hears of it late loses the letter: so each of
        # them by itself, and once more if it did not come.
        for part in re.findall(r"[ -~]+|[^ -~]", text):
            self._type_part(target, part)

    def _type_part(self, target, part):
        wanted = len(target.text) + len(part)

        def arrived():
            return part == "\n" or len(target.text) >= wanted

        plain = " " <= part[0] <= "~"
        for patience in (PATIENCE,) if plain else (1, 2, 4, PATIENCE):
            self._xdotool("type", "--delay", "4" if plain else "40", "--", part)
            try:
                wait_until(arrived, patience=patience)
                return
            except NotThere:
                continue
        raise NotThere(f"typed {part!r}, but the field holds {target.text!r}")

    def key(self, *keys):
        """Presses keys by their X names: Tab, Return, shift+Tab, Escape …"""
        self._xdotool("key", "--delay", "20", *keys)

    # -- ending ----------------------------------------------------------------

    def wait(self, patience=PATIENCE):
        """Waits for the app to end by itself; its exit status."""
        return self.process.wait(patience)

    def kill(self):
        """Ends it at once, as a system short of memory does."""
        self.process.kill()
        return self.process.wait(PATIENCE)

    def close(self):
        """Asks the app to end, and makes it end after ten seconds."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.kill()
        if self._log:
            self._log.close()
        return self.process.returncode
