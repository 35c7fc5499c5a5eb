# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Looks for a text on disk, in every spelling a program might leave it in.

    python3 -m support.canary TEXT PATH...

Status 0: found nowhere. 1: found; every place is printed. 3: the search itself
does not work. File names are searched as well as contents, symbolic links are
not followed, and pipes, sockets and devices are left alone. What is compressed
or encrypted is not looked into.
"""

import base64
import codecs
import dataclasses
import html
import json
import os
import pathlib
import quopri
import stat
import sys
import tempfile
import urllib.parse

CHUNK = 1 << 20


@dataclasses.dataclass(frozen=True)
class Hit:
    path: str
    form: str
    offset: int  # bytes from the start; -1 for a hit in the name

    def __str__(self):
        where = "its name" if self.offset < 0 else f"byte {self.offset}"
        return f"{self.path}: as {self.form}, at {where}"


def forms(text):
    """The spellings searched for: a name and the bytes of each."""
    plain = text.encode()
    spelled = {
        "UTF-8": plain,
        "UTF-16LE": text.encode("utf-16-le"),
        "UTF-16BE": text.encode("utf-16-be"),
        "UTF-32LE": text.encode("utf-32-le"),
        "reversed": text[::-1].encode(),
        "hex": plain.hex().encode(),
        "HEX": plain.hex().upper().encode(),
        "hex of UTF-16LE": text.encode("utf-16-le").hex().encode(),
        "URL": urllib.parse.quote(text, safe="").encode(),
        "form URL": urllib.parse.quote_plus(text).encode(),
        "JSON": json.dumps(text)[1:-1].encode(),
        "HTML": html.escape(text).encode(),
        "quoted-printable": quopri.encodestring(plain).strip(),
        "rot13": codecs.encode(text, "rot13").encode(),
    }
    # Where a text begins within base64's groups of three is not known, so
    # each of the three, without the letters that depend on its neighbours.
    for name, raw in (("base64", plain), ("base64 of UTF-16LE", text.encode("utf-16-le"))):
        for shift in range(3):
            coded = base64.b64encode(b"\0" * shift + raw)
            end = -(-8 * (len(raw) + shift) // 6)
            whole = coded[: end if (len(raw) + shift) % 3 == 0 else end - 1]
            spelled[f"{name} +{shift}"] = whole[[0, 2, 3][shift]:]
            spelled[f"{name}url +{shift}"] = spelled[f"{name} +{shift}"].translate(
                bytes.maketrans(b"+/", b"-_")
            )
    different = {}
    for name, bytes_ in spelled.items():
        if bytes_ not in different.values():
            different[name] = bytes_
    return different


def search(paths, text):
    """Every hit of `text` below these files and folders."""
    if len(text) < 8:
        raise ValueError("a canary of under eight letters would be found by chance")
    spelled = forms(text)
    hits = []
    for start in paths:
        for path in _files(pathlib.Path(start)):
            hits.extend(_hits_in_name(path, spelled))
            if stat.S_ISREG(path.lstat().st_mode):
                hits.extend(_hits_in_file(path, spelled))
    return hits


def prove(folder, text):
    """Plants each spelling in `folder`, expects to find it, and takes it away.

    The positive control: a search that cannot find must not say "nowhere".
    """
    missed = []
    for name, bytes_ in forms(text).items():
        with tempfile.NamedTemporaryFile(dir=folder, prefix="control.") as planted:
            planted.write(b"x" * (CHUNK - len(bytes_) // 2) + bytes_ + b"\x00")
            planted.flush()
            if not any(hit.form == name for hit in search([planted.name], text)):
                missed.append(name)
    if missed:
        raise AssertionError(f"the search itself misses {missed}")


def _files(start):
    if not start.is_dir() or start.is_symlink():
        yield start
        return
    for folder, subfolders, names in os.walk(start, onerror=_raise):
        for name in subfolders + names:
            yield pathlib.Path(folder, name)


def _raise(error):
    raise error


def _hits_in_name(path, spelled):
    name = os.fsencode(path.name)
    return [Hit(str(path), form, -1) for form, bytes_ in spelled.items() if bytes_ in name]


def _hits_in_file(path, spelled):
    longest = max(map(len, spelled.values()))
    hits = set()
    with open(path, "rb") as file:
        start, tail = 0, b""
        while chunk := file.read(CHUNK):
            window = tail + chunk
            for form, bytes_ in spelled.items():
                at = window.find(bytes_)
                while at >= 0:
                    hits.add(Hit(str(path), form, start - len(tail) + at))
                    at = window.find(bytes_, at + 1)
            start += len(chunk)
            tail = window[-(longest - 1):]
    return sorted(hits, key=lambda hit: (hit.offset, hit.form))


def main(words):
    if len(words) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    text, *paths = words
    with tempfile.TemporaryDirectory() as folder:
        try:
            prove(folder, text)
        except AssertionError as error:
            print(error, file=sys.stderr)
            return 3
    hits = search(paths, text)
    for hit in hits:
        print(hit)
    return 1 if hits else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
