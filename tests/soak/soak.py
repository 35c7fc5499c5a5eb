# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Torments a vault as often as is promised, and tells what became of it.

    soak.py FOLDER OUT.json STATE.json [--quick] [--only TEXT …] [--minutes N] [--jobs N]

FOLDER is where the programs were built. An interrupted run goes on where it
was: a piece as long as the programs that it runs are the same. --quick does a
twentieth, --only takes the pieces with TEXT in their names, --minutes stops
after so long, --jobs does so many pieces at once. Ends with 1 if anything was
lost or undetected, with 3 if it is not yet done.
"""

import argparse
import dataclasses
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import threading
import time
from concurrent import futures

SUPPORT = pathlib.Path(__file__).resolve().parent.parent / "support"


@dataclasses.dataclass(frozen=True)
class Piece:
    """Something to do a number of times, in chunks."""

    name: str
    command: tuple
    unit: str
    count: int
    chunk: int
    programs: tuple  # what was found holds for these as they are
    each: tuple = ()  # instead of numbers: what a run is given, one after the other

    def run(self, start, count):
        """The report of one chunk."""
        numbers = ("--from", start, "--count", count, "--of", self.count)
        words = (*self.command, *(self.each[start : start + count] if self.each else numbers))
        done = subprocess.run([str(word) for word in words if word != ""], capture_output=True, text=True, check=False)
        try:
            return json.loads(done.stdout.strip().splitlines()[-1])
        except (IndexError, ValueError):
            return {
                "figures": {}, "zero": {}, "good": False,
                "complaints": [f"ended with {done.returncode}: {done.stderr.strip()[-300:]}"],
            }


def pieces_of(folder, quick):
    """Every piece there is, in the order of the table."""
    program = folder / "rapport-soak"
    listed = json.loads(subprocess.run([program, "--list"], capture_output=True, text=True, check=True).stdout)
    for piece in listed:
        # Where the end shows by itself, the count is only greater than all of it.
        counted = piece["count"] < 1_000_000
        count = max(piece["count"] // 20, 1) if quick and counted else piece["count"]
        step = ("--step", 10) if quick and not counted else ()
        yield Piece(
            f"{piece['torment']} {piece['operation']}".strip(),
            (SUPPORT / "clean-home", program, piece["torment"], piece["operation"], *step),
            piece["unit"], count, min(piece["chunk"], count), (program,),
        )


# How the key store is, and the session that it needs.
KEY_STORES = (
    ("unlocked", "real", "--keyring"), ("locked", "real", "--locked"), ("absent", "real", None),
    ("no bus", "real", "--no-bus"),
    *((fault, fault, None) for fault in ("None", "Forgets", "Alters", "Refuses", "Keeps", "Oversized", "Empty",
                                         "Dismisses")),
)
# These stay as they are: every state of the vault needs a run of its own.
FOR_GOOD = (("locked later", "locks", "--keyring"), ("hangs", "Silent", None))


def keychain_pieces(folder):
    """Every state of a vault with every key store."""
    program = folder / "rapport-soak-keychain"
    if not program.exists():
        return
    listed = subprocess.run([program, "--list"], capture_output=True, text=True, check=True,
                            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}).stdout
    states = tuple(listed.splitlines())
    for name, kind, session in KEY_STORES + FOR_GOOD:
        alone = (name, kind, session) in FOR_GOOD
        yield Piece(
            f"keychain {name}",
            (SUPPORT / "with-session", *([session] if session else ()), "--",
             "env", "QT_QPA_PLATFORM=offscreen", program, kind),
            "vault states", len(states) if alone else 1, 1, (program,), states if alone else ("",),
        )


def memory_pieces(folder, quick):
    """What is left in the app's memory once it is locked."""
    build = folder.parents[1]
    program, secrets = build / "app/rapport", build / "tests/e2e/vault-secrets"
    if not program.exists() or not secrets.exists():
        return
    rounds = 5 if quick else 50
    for name, session, lock in (("memory", (), ()), ("memory PIN", ("--keyring",), ("--pin",))):
        yield Piece(
            name,
            (SUPPORT / "with-session", *session, "--display", "--a11y", "--", "env", f"PYTHONPATH={SUPPORT.parent}",
             "PYTHONDONTWRITEBYTECODE=1", "QT_QPA_PLATFORM=xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1",
             "QT_QUICK_BACKEND=software", "/usr/bin/python3", SUPPORT.parent / "e2e/test_memory.py", program, secrets,
             *lock),
            "rounds", rounds, rounds, (program, secrets),
        )


class Marks:
    """What programs and counts a piece was done with, in a word."""

    def __init__(self, quick):
        self._quick = quick
        self._digests = {}

    def of(self, piece):
        digests = [self._digest(program) for program in piece.programs]
        return "-".join(["quick" if self._quick else "whole", *digests])

    def _digest(self, program):
        if program not in self._digests:
            self._digests[program] = hashlib.sha256(program.read_bytes()).hexdigest()
        return self._digests[program]


class State:
    """What was found so far, on disk after every chunk."""

    def __init__(self, path, marks):
        self._path = path
        self._marks = marks
        self._lock = threading.Lock()
        try:
            self._pieces = json.loads(path.read_text())["pieces"]
        except (OSError, ValueError, KeyError):
            self._pieces = {}

    def of(self, piece):
        mark = self._marks.of(piece)
        with self._lock:
            found = self._pieces.get(piece.name, {})
            if found.get("mark") != mark:
                found = self._pieces[piece.name] = {
                    "mark": mark, "next": 0, "finished": False, "good": True, "seconds": 0.0, "figures": {},
                    "zero": {}, "complaints": [],
                }
            return found

    def save(self):
        with self._lock:
            new = self._path.with_suffix(".new")
            new.write_text(json.dumps({"pieces": self._pieces}, indent=1))
            new.replace(self._path)


def advance(piece, found):
    """Does one chunk and adds it to what was found."""
    start = time.monotonic()
    count = min(piece.chunk, piece.count - found["next"])
    report = piece.run(found["next"], count)
    for kind in ("figures", "zero"):
        for name, amount in report[kind].items():
            found[kind][name] = found[kind].get(name, 0) + amount
    found["complaints"] = (found["complaints"] + report["complaints"])[:20]
    found["good"] = found["good"] and report["good"]
    found["seconds"] += time.monotonic() - start
    found["next"] += count
    if "skipped" in report:
        found["skipped"] = report["skipped"]
    ends = "all calls" in report["figures"] or "skipped" in report or not report["good"]
    found["finished"] = found["next"] >= piece.count or ends


def verdict(found):
    if not found["good"]:
        return "NOT GOOD"
    if "skipped" in found:
        return "skipped"
    return "good" if found["finished"] else "going on"


def table(pieces, state):
    yield f"{'':<18}{'done':>8} {'':<9}{'s':>6}  figures; 0: what must be none"
    for piece in pieces:
        found = state.of(piece)
        figures = {name: amount for name, amount in sorted(found["figures"].items()) if name != "all calls"}
        done = figures.pop(piece.unit, 0)
        none = [name for name, amount in sorted(found["zero"].items()) if amount == 0]
        some = [f"{amount} {name.upper()}" for name, amount in sorted(found["zero"].items()) if amount != 0]
        words = ", ".join(some + [f"{amount} {name}" for name, amount in figures.items()])
        yield (f"{piece.name:<18}{done:>8} {verdict(found):<9}{found['seconds']:>6.0f}  "
               f"{words}{'; 0: ' if none else ''}{', '.join(none)}")
        yield from (f"    {complaint}" for complaint in found["complaints"])


def main(words):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("state", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", action="append")
    parser.add_argument("--minutes", type=float, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    given = parser.parse_args(words)

    everything = [*pieces_of(given.folder, given.quick), *keychain_pieces(given.folder),
                  *memory_pieces(given.folder, given.quick)]
    pieces = [piece for piece in everything if any(text in piece.name for text in given.only or [""])]
    if not pieces:
        parser.error(f"there is nothing with {' or '.join(given.only)} in its name")
    state = State(given.state, Marks(given.quick))
    until = time.monotonic() + given.minutes * 60 if given.minutes else float("inf")

    def finish(piece):
        found = state.of(piece)
        while not found["finished"] and time.monotonic() < until:
            advance(piece, found)
            state.save()
            if sys.stderr.isatty():
                print(f"\r\033[K{piece.name}: {found['next']} of {piece.count}", end="", file=sys.stderr)

    with futures.ThreadPoolExecutor(given.jobs) as jobs:
        list(jobs.map(finish, pieces))
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    print("\n".join(table(pieces, state)))
    done = {piece.name: state.of(piece) for piece in everything}
    given.out.write_text(json.dumps({"quick": given.quick, "pieces": done}, indent=1) + "\n")
    found = [state.of(piece) for piece in pieces]
    if not all(one["good"] for one in found):
        return 1
    return 0 if all(one["finished"] for one in found) else 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
