# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Drives rapport-shots by its standard input: one line asks, the last line answers."""

import subprocess


class Failed(AssertionError):
    """What was asked for did not come about."""


def ask(process, line):
    """The lines before the answer; the answer's own words last."""
    process.stdin.write(line + "\n")
    process.stdin.flush()
    said = []
    while True:
        answer = process.stdout.readline()
        if not answer:
            raise Failed(f"it ended at {line!r}")
        answer = answer.rstrip("\n")
        if answer == "ok" or answer.startswith("ok "):
            return [*said, answer[3:]]
        if answer.startswith("failed"):
            raise Failed(f"{line}: {answer}")
        said.append(answer)


def states(program):
    """Every state as (screen, name), in the registry's order."""
    with subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        found = ask(process, "list")[:-1]
        ask(process, "quit")
    return [tuple(state.split("-", 1)) for state in found]
