# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Looks for bytes in the memory of a running process.

    found = memory.search(pid, {"key": b"..."})     # {"key": ["[heap] 0x55…", …]}

Everything is read that the process ever wrote into: heaps, stacks, anonymous
memory and the changed pages of files, also where the process itself may not
read at this moment. Programs, libraries and fonts as they lie on the disk are
left out; they are most of it. The caller must be allowed to: root, or the one
who started it as long as it is dumpable.
"""

import array
import dataclasses
import mmap
import re

CHUNK = 1 << 24
LINE = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+ *(.*)")
# The kernel's own pages, mapped into each process.
NOT_OURS = ("[vvar]", "[vsyscall]", "[vdso]")


@dataclasses.dataclass(frozen=True)
class Mapping:
    start: int
    end: int
    rights: str
    name: str

    @property
    def is_written(self):
        """By the process: a file that is only read is as it lies on the disk."""
        return "w" in self.rights or not self.name.startswith("/")


def mappings(pid):
    with open(f"/proc/{pid}/maps", encoding="utf-8") as lines:
        for line in lines:
            start, end, rights, name = LINE.match(line).groups()
            if name not in NOT_OURS:
                yield Mapping(int(start, 16), int(end, 16), rights, name or "anonymous")


def search(pid, needles):
    """For each needle's name the places it stands at, and how many bytes were read."""
    longest = max(map(len, needles.values()))
    found = {name: set() for name in needles}
    read = 0
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory, \
            open(f"/proc/{pid}/pagemap", "rb", buffering=0) as pages:
        for mapping in filter(lambda one: one.is_written, mappings(pid)):
            for at, end in _present(pages, mapping):
                tail = b""
                while at < end:
                    part = _read(memory, at, min(CHUNK, end - at))
                    if not part:
                        break
                    read += len(part)
                    window = tail + part
                    for name, needle in needles.items():
                        for offset in _all(window, needle):
                            found[name].add(f"{mapping.name} {mapping.rights} {at - len(tail) + offset:#x}")
                    tail = window[-(longest - 1):] if longest > 1 else b""
                    at += len(part)
    return {name: sorted(places) for name, places in found.items()}, read


def _present(pages, mapping):
    """From where to where there are pages at all, in memory or swapped out."""
    size, there = mmap.PAGESIZE, 3 << 62
    entries = array.array("Q")
    try:
        pages.seek(mapping.start // size * 8)
        entries.frombytes(pages.read((mapping.end - mapping.start) // size * 8))
    except (OSError, ValueError, OverflowError):
        return
    begin = None
    for number, entry in enumerate([*entries, 0]):
        if entry & there and begin is None:
            begin = number
        elif not entry & there and begin is not None:
            yield mapping.start + begin * size, mapping.start + number * size
            begin = None


def _read(memory, at, size):
    try:
        memory.seek(at)
        return memory.read(size)
    except (OSError, ValueError, OverflowError):
        return b""  # a guard page, or memory of a device


def _all(window, needle):
    at = window.find(needle)
    while at >= 0:
        yield at
        at = window.find(needle, at + 1)
