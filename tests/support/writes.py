# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Watches what a command and its children write into files, also into those
that are gone again at the end.

    words = writes.traced(log)      # before the command; strace writes to `log`
    writes.holding(log, "text")     # the files that this text went into, in any spelling

Sockets and pipes are left alone: the screen and the screen reader are told what
is to be seen. What goes into a file by a mapping of its memory is not seen.
"""

import re

from support import canary

CALLS = "write,pwrite64,writev,pwritev,pwritev2"
# A file descriptor, as -yy names it, of something with a path.
FILE = re.compile(rb"^\d*\s*p?write(?:64|v|v2)?\(\d+<(\\x2f[^>]*)>")
DEVICES = "".join(f"\\x{ord(letter):02x}" for letter in "/dev/").encode()
LONGEST = 1 << 22  # bytes of one call that strace tells


def traced(path, calls=CALLS):
    """The words to put before a command."""
    return ["strace", "-f", "-qq", "-yy", "-xx", "-s", str(LONGEST), "-e", f"trace={calls}",
            "-e", "signal=none", "-o", str(path), "--"]


def holding(path, text):
    """(number of writes into files, the files that the text went into)."""
    spelled = [b"".join(b"\\x%02x" % byte for byte in form) for form in canary.forms(text).values()]
    count, found = 0, set()
    with open(path, "rb") as trace:
        for line in trace:
            call = FILE.match(line)
            if not call or call[1].startswith(DEVICES):
                continue
            count += 1
            if any(form in line for form in spelled):
                found.add(_plain(call[1]))
    return count, sorted(found)


def _plain(name):
    """The path, of which strace spells each byte in hexadecimal too."""
    return re.sub(rb"\\x(..)", lambda byte: bytes([int(byte[1], 16)]), name).decode(errors="replace")
