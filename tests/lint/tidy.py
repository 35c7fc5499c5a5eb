# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Runs clang-tidy over our own C++ sources, and only over what changed.

    tidy.py BUILD      BUILD: a configured folder with compile_commands.json

What moc and the QML compiler write is left out. A source that was clean is
looked at again when it, one of our headers it includes, its compiler's words
or .clang-tidy have changed. Status 1 when there are findings.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import time

TIDY = "clang-tidy-14"
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
# Where one finding ends and the next begins.
FINDING = re.compile(r"^(?=\S[^\n]*:\d+:\d+: (?:warning|error): )", re.MULTILINE)


def own_sources(commands, root, build):
    """(source, command) of each entry that is a source of ours."""
    for entry in commands:
        source = (pathlib.Path(entry["directory"]) / entry["file"]).resolve()
        if source.is_relative_to(root) and not source.is_relative_to(build):
            yield source, entry["command"]


def read_with_headers(source, root):
    """The source and all of our own headers it includes, each once."""
    seen, waiting = {}, [source]
    while waiting:
        path = waiting.pop()
        if path in seen or not path.is_file():
            continue
        seen[path] = path.read_bytes()
        for name in INCLUDE.findall(seen[path].decode(errors="replace")):
            waiting.extend([root / name, path.parent / name])
    return seen


def fingerprint(source, command, root):
    digest = hashlib.sha256()
    for part in (root / ".clang-tidy").read_bytes(), command.encode():
        digest.update(hashlib.sha256(part).digest())
    for path, content in sorted(read_with_headers(source, root).items()):
        digest.update(str(path).encode() + b"\0" + hashlib.sha256(content).digest())
    return digest.hexdigest()


def words_for(source, build, root):
    """The command line for one source."""
    # Compiler warnings are the business of the compiler that builds.
    words = [TIDY, "--quiet", "-p", str(build), "--extra-arg=-w"]
    if source.is_relative_to(root / "tests"):
        # The analyzer walks every path through a function: dear in a test's
        # long ones, where a wrong step shows itself as soon as it runs.
        words.append("--checks=-clang-analyzer-*")
    return [*words, str(source)]


def tidy(source, build, root):
    """What clang-tidy says about one source: (clean, text)."""
    done = subprocess.run(words_for(source, build, root), capture_output=True, text=True, check=False)
    told = done.stdout.strip()
    if done.returncode and not told:
        told = done.stderr.strip()
    return done.returncode == 0 and not told, told


def main(words):
    if len(words) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    root, build = pathlib.Path.cwd().resolve(), pathlib.Path(words[0]).resolve()
    commands = json.loads((build / "compile_commands.json").read_text())
    known = build / "tidy"
    known.mkdir(exist_ok=True)
    todo, all_sources = {}, dict(own_sources(commands, root, build))
    for source, command in sorted(all_sources.items()):
        mark = known / fingerprint(source, command, root)
        if not mark.exists():
            todo[source] = mark
    print(f"   {len(todo)} of {len(all_sources)} sources to look at")
    bad, slowest, start = 0, (0.0, ""), time.monotonic()
    told_before = set()

    def look(source):
        begun = time.monotonic()
        return source, *tidy(source, build, root), time.monotonic() - begun

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        # The largest first, so that no core is left with a long one at the end.
        ordered = sorted(todo, key=lambda source: -source.stat().st_size)
        for source, clean, told, took in pool.map(look, ordered):
            slowest = max(slowest, (took, source.relative_to(root).as_posix()))
            if clean:
                todo[source].touch()
            else:
                bad += 1
                # A finding in a header comes from every source that includes it.
                for finding in FINDING.split(told):
                    if finding.strip() and finding not in told_before:
                        told_before.add(finding)
                        print(finding.rstrip(), flush=True)
    if todo:
        print(f"   {time.monotonic() - start:.0f} s; the slowest took {slowest[0]:.1f} s: {slowest[1]}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
