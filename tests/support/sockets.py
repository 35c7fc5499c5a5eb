# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Watches which sockets a command and its children open.

    python3 -m support.sockets -- COMMAND...

Runs COMMAND under strace and prints every socket that is not a local one
(AF_UNIX), and where it was connected. Status 0: there was none, whatever
COMMAND's own status; 1: there was; 3: strace could not watch.
"""

import dataclasses
import pathlib
import re
import subprocess
import sys
import tempfile

OPENED = re.compile(r"\bsocket(?:pair)?\((?P<family>[A-Z0-9_x]+)[^\n]*")
CONNECTED = re.compile(r"\bconnect\(\d+(?:<[^\n]*?>)?, \{sa_family=(?P<family>[A-Z0-9_x]+)[^\n]*")
CALLS = "socket,socketpair,connect"
LOCAL = frozenset(["AF_UNIX", "AF_LOCAL"])


@dataclasses.dataclass(frozen=True)
class Watched:
    status: int  # the command's own
    sockets: int  # of any family; 0 may mean that nothing was watched at all
    foreign: tuple  # strace's lines about those that are not AF_UNIX


def traced(path):
    """The words to put before a command that something else starts; strace writes to `path`."""
    return ["strace", "-f", "-qq", "-s", "64", "-e", f"trace={CALLS}",
            "-e", "signal=none", "-o", str(path), "--"]


def read(trace):
    """How many sockets there were, and the lines about foreign ones."""
    count, foreign = 0, []
    for line in trace.splitlines():
        opened, connected = OPENED.search(line), CONNECTED.search(line)
        count += opened is not None
        found = opened or connected
        if found and found["family"] not in LOCAL:
            foreign.append(found[0])
    return count, tuple(foreign)


def watch(command, **options):
    """Runs `command` to its end under strace."""
    with tempfile.TemporaryDirectory() as folder:
        log = pathlib.Path(folder, "trace")
        status = subprocess.run([*traced(log), *command], check=False, **options).returncode
        if not log.exists():
            raise RuntimeError("strace could not watch; is tracing allowed here?")
        return Watched(status, *read(log.read_text(errors="replace")))


def main(words):
    if words[:1] == ["--"]:
        words = words[1:]
    if not words:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        seen = watch(words)
    except (OSError, RuntimeError) as error:
        print(error, file=sys.stderr)
        return 3
    for line in seen.foreign:
        print(line)
    print(f"{seen.sockets} sockets, {len(seen.foreign)} lines about others than AF_UNIX", file=sys.stderr)
    return 1 if seen.foreign else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
