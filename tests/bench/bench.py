# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Measures the app against the least that could do the same, in the same run.

    bench.py BUILD RESULT.json [--gate] [--only NAME]

Each figure is the median of at least seven rounds; ours and the floor take
turns, so that a busy machine is busy for both. Gates are ratios; the plain
figures stand beside them. With --gate a ratio over its limit ends with 1.

Runs in a session with a display and a real key store.
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 9
LIMITS = {"startup": 1.6, "memory": 1.5, "save_checkin": 1.3, "loop_delay": 2.0, "unlock_pin": 1.3}
# Milliseconds: what a person would feel, whatever the machine.
MOST = {"unlock_keychain": 30, "unlock_event": 8}


def without_screen_reader():
    """An app that nobody listens to, as on most phones."""
    subprocess.run(
        ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
         "org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", "string:IsEnabled",
         "variant:boolean:false"],
        capture_output=True, check=False,
    )


def said(command, **environment):
    """What a program says, as {first word: numbers}."""
    surroundings = dict(
        os.environ, QT_QPA_PLATFORM="xcb", QT_QUICK_BACKEND="software",
        BENCH_STARTED=f"{time.clock_gettime(time.CLOCK_MONOTONIC) * 1000:.3f}", **environment,
    )
    surroundings.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)
    done = subprocess.run(command, env=surroundings, stdout=subprocess.PIPE, text=True, check=True, timeout=120)
    return {words[0]: [float(word) for word in words[1:]]
            for words in map(str.split, done.stdout.splitlines()) if words}


class Bench:
    def __init__(self, build):
        self.build = pathlib.Path(build)
        self.results = {}

    def tell(self, name, unit, ours, floor=None):
        """Medians of the rounds of both."""
        value = statistics.median(ours)
        entry = {"value": round(value, 3), "unit": unit}
        if floor is not None:
            least = statistics.median(floor)
            entry |= {"floor": round(least, 3), "ratio": round(value / least, 3) if least > 0 else None}
        self.results[name] = entry

    def program(self, name):
        return str(self.build / "tests/bench" / name)

    def start(self):
        """startup: first frame with ten months of one's own data; then memory and the loop's delay."""
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            vault = folder + "/rapport"
            subprocess.run([self.program("rapport-bench-start"), vault, "--fill"], check=True, timeout=120,
                           env=dict(os.environ, QT_QPA_PLATFORM="offscreen"))
            ours = [self.program("rapport-bench-start"), vault]
            floor = [self.program("rapport-bench-floor")]
            said(ours), said(floor)  # what the system has to read once
            rounds = [(said(ours)["frame"], said(floor)["frame"]) for _ in range(ROUNDS)]
            self.tell("startup", "ms", [ours[0] for ours, _ in rounds], [floor[0] for _, floor in rounds])
            self.tell("startup_cpu", "ms", [ours[1] for ours, _ in rounds], [floor[1] for _, floor in rounds])
            stays = [(said(ours, BENCH_GOES_ON="1"), said(floor, BENCH_GOES_ON="1")) for _ in range(7)]
            self.tell("memory", "KiB", [ours["pss"][0] for ours, _ in stays],
                      [floor["pss"][0] for _, floor in stays])
            self.tell("loop_delay", "ms", [ours["loop"][0] for ours, _ in stays],
                      [floor["loop"][0] for _, floor in stays])

    def save(self):
        """save_checkin: durably kept, through our thread and cipher; gui_cpu_save: what the GUI pays."""
        rounds = [said([self.program("rapport-bench-save")]) for _ in range(ROUNDS)]
        self.tell("save_checkin", "ms", [one["save"][0] for one in rounds], [one["save"][1] for one in rounds])
        self.tell("gui_cpu_save", "µs", [one["gui"][0] for one in rounds], [one["gui"][1] for one in rounds])

    def unlock(self):
        """unlock_keychain: besides the key store's answer; unlock_pin: against one Argon2id;
        unlock_event: the GUI thread's CPU in its longest event meanwhile."""
        one = said([self.program("rapport-bench-unlock")])  # takes its own medians
        self.tell("unlock_keychain", "ms", one["keychain"])
        self.tell("unlock_pin", "ms", one["pin"][:1], one["pin"][1:])
        self.tell("unlock_event", "ms", one["event"])

    def backup(self):
        """backup: 100,000 check-ins, without Argon2id; against their file through one pass of the cipher."""
        one = said([self.program("rapport-bench-backup")])  # takes its own medians
        self.tell("backup", "ms", one["backup"][:1], one["backup"][1:])
        self.tell("backup_slice", "ms", one["slice"])
        self.tell("backup_kdf", "ms", one["kdf"])

    def table(self):
        print(f"{'':16}{'value':>12}{'floor':>12}{'ratio':>8}{'limit':>8}")
        for name, entry in self.results.items():
            limit = LIMITS.get(name, MOST.get(name))
            ratio = entry.get("ratio")
            mark = "  OVER" if name in self.over() else ""
            print(f"{name:16}{entry['value']:>9g} {entry['unit']:<3}"
                  f"{entry.get('floor', ''):>11}{ratio if ratio is not None else '':>8}"
                  f"{limit if limit else '':>8}{mark}")

    def over(self):
        return [name for name, limit in LIMITS.items()
                if (self.results.get(name, {}).get("ratio") or 0) > limit] + [
                    name for name, most in MOST.items()
                    if self.results.get(name, {}).get("value", 0) > most]


def main(words):
    gate = "--gate" in words
    words = [word for word in words if word != "--gate"]
    only = words.pop(words.index("--only") + 1) if "--only" in words else None
    build, result = [word for word in words if word != "--only"]
    without_screen_reader()
    bench = Bench(build)
    for part in (bench.start, bench.save, bench.unlock, bench.backup):
        if only in (None, part.__name__):
            part()
    pathlib.Path(result).write_text(json.dumps(bench.results, indent=2) + "\n")
    bench.table()
    return 1 if gate and bench.over() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
