# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""What a screen reader's user would stumble over, found in a tree of plain values."""

import collections
import dataclasses

SMALLEST = 48  # logical pixels; a thumb's target
ROUNDING = 0.5  # logical pixels lost between device and logical sizes

# What one does something with; each needs an action that does it.
PRESSABLE = frozenset(
    ["push button", "toggle button", "check box", "radio button", "menu item", "list item",
     "page tab", "link", "check menu item", "radio menu item", "combo box"]
)
PRESSES = frozenset(["Press", "Toggle", "press", "toggle", "click", "activate", "ShowMenu"])
# Their targets are the field they stand in.
TYPED_INTO = frozenset(["text", "entry", "password text"])
# Read and never operated. A heading takes the focus so that reading begins
# there; Qt calls every static text focusable, although no key leads to it.
READ = frozenset(["heading", "label"])
CONTAINERS = frozenset(["frame", "window", "application", "dialog"])


@dataclasses.dataclass(frozen=True)
class Node:
    """One control. `extents`: (x, y, width, height) in logical pixels from the window's corner."""

    role: str
    name: str = ""
    states: frozenset = frozenset(["showing", "visible", "enabled"])
    extents: tuple | None = (0.0, 0.0, float(SMALLEST), float(SMALLEST))
    actions: tuple = ()
    children: tuple = ()

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def showing(self):
        return "showing" in self.states

    @property
    def operable(self):
        return "focusable" in self.states and self.role not in CONTAINERS | READ


def audit(window):
    """Sentences about everything wrong in this window; an empty list is good."""
    shown = [node for node in window.walk() if node.showing]
    findings = []
    in_named_group = {
        id(child) for node in shown if node.role == "panel" and node.name.strip() for child in node.children
    }
    for node in shown:
        findings.extend(_findings_of(node, window, id(node) in in_named_group))
    findings.extend(_duplicates(shown))
    if not any(node.role == "heading" and node.name.strip() for node in shown):
        findings.append("the page has no heading")
    return findings


def _findings_of(node, window, grouped):
    who = f"{node.role} {node.name!r}"
    # Newer Qt shows bare layouts, too: nothing is said of them, nothing done.
    if node.role == "filler" and not node.name.strip() and not node.operable:
        return
    if node.role not in CONTAINERS and _is_hidden(node, window):
        yield f"{who} claims to show, at {_box(node)}, but cannot be seen"
        return
    # A field whose text is hidden loses its name in Qt 6.4; the group says it.
    if node.operable and not node.name.strip() and not (grouped and node.role == "password text"):
        yield f"{who} at {_box(node)} can be focused but has no name"
    if (node.operable or node.role in PRESSABLE) and not _is_large_enough(node):
        yield f"{who} is smaller than {SMALLEST}×{SMALLEST}: {_box(node)}"
    if node.role in PRESSABLE and not PRESSES & set(node.actions):
        yield f"{who} offers no press, only {list(node.actions)}"
    if node.role in PRESSABLE | TYPED_INTO and "focusable" not in node.states and "enabled" in node.states:
        yield f"{who} cannot be reached by keyboard"


def _is_large_enough(node):
    return node.extents is not None and min(node.extents[2:]) >= SMALLEST - ROUNDING


def _is_hidden(node, window):
    if node.extents is None or window.extents is None:
        return node.extents is None
    x, y, width, height = node.extents
    left, top, wide, high = window.extents
    outside = x >= left + wide or y >= top + high or x + width <= left or y + height <= top
    return width <= 0 or height <= 0 or outside


def _duplicates(shown):
    seen = collections.Counter((n.role, n.name) for n in shown if n.operable and n.name.strip())
    for (role, name), times in seen.items():
        if times > 1:
            yield f"{times} controls answer to {role} {name!r}"


def _box(node):
    return "nowhere" if node.extents is None else ",".join(f"{side:g}" for side in node.extents)
