# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""What is left in the app's memory once it is locked.

    test_memory.py path/to/rapport path/to/vault-secrets [--pin] [--count N]

Needs a session without a key store: a passphrase takes its place. With --pin
it needs one that has a key store: a PIN then locks what it opens. The app is
unlocked and locked again and again; its whole memory is then searched for the
database's key in each form that it is ever in, for the key that wraps it, for
what was typed and for the PIN's part in the key store. Copies of what
somebody wrote are counted and told.
"""

import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from e2e import story
from support import memory
from support.atspi import App, wait_until

PASSPHRASE = "violet kettle under rain"
PIN = "407192836455"  # the longest, so that chance does not make one
FORGOTTEN = 1.5  # seconds after a lock; QML collects what it still holds after half a second
WORD = "zanzibarquokka"


def spelled(name, text):
    return {f"{name}, UTF-8": text.encode(), f"{name}, UTF-16": text.encode("utf-16-le")}


def needles(folder, program, typed, by_pin):
    """What may not be there, by name: keys, and what somebody typed to get them."""
    words = [program, folder] + (["pin"] if by_pin else [])
    said = subprocess.run(words, input=typed + "\n", capture_output=True, text=True, check=True,
                          timeout=60).stdout.split()
    kek, raw, *pepper = (bytes.fromhex(line) for line in said)
    key, salt = raw[:32], raw[32:]
    # SQLCipher 4: the pages' tags have a key of their own, made of the first.
    tags = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    return {
        "key": key, "key of the tags": tags, "key that wraps it": kek,
        **{"the key store's part": part for part in pepper},
        **spelled("key in hexadecimal", key.hex()), **spelled("key in HEXADECIMAL", key.hex().upper()),
        **spelled("what was typed", typed),
    }


class Memory:
    def __init__(self, program, secrets, home, by_pin):
        self.by_pin = by_pin
        self.home = pathlib.Path(home)
        self.app = App([program], {"XDG_DATA_HOME": str(self.home)})
        self.secrets = secrets
        self.forbidden = {}
        self.texts = spelled("text", WORD)

    def set_up(self):
        folder = self.home / "rapport/rapport"
        if self.by_pin:
            story.keep_first(self.app, f"I never said {WORD} aloud.")
            self.lock_with_pin()
            self.forbidden = needles(folder, self.secrets, PIN, True)
            return
        story.write(self.app, story.LINE, f"I never said {WORD} aloud.")
        self.app.press("push button", "Keep it")
        self.app.find("heading", "Choose a passphrase", patience=40)
        story.write(self.app, "Passphrase", PASSPHRASE)
        story.write(self.app, "The same again", PASSPHRASE)
        self.app.press("push button", "Keep my words with it")
        self.app.find("page tab", "Today", patience=60)
        story.wait_kept(self.app)
        self.forbidden = needles(folder, self.secrets, PASSPHRASE, False)

    def lock_with_pin(self):
        story.reach(self.app, "push button", "Settings").press()
        story.reach(self.app, "push button", "How Rapport opens").press()
        story.reach(self.app, "push button", "Lock with a PIN").press()
        self.app.find("heading", "Choose a PIN")
        story.write(self.app, "New PIN", PIN)
        story.write(self.app, "The same again", PIN)
        story.reach(self.app, "push button", "Lock with this PIN").press()
        self.app.wait_gone("heading", "Choose a PIN", patience=60)
        for _ in range(2):
            self.app.key("Escape")
        self.app.find("page tab", "Today")

    def look(self):
        """The places of each thing, and how much was read."""
        return memory.search(self.app.pid, {**self.forbidden, **self.texts})

    def unlock(self):
        self.app.press("push button", "Open my notes")
        self.app.find("heading", "Your notes are locked", patience=30)
        story.write(self.app, "PIN" if self.by_pin else "Passphrase", PIN if self.by_pin else PASSPHRASE)
        self.app.press("push button", "Open")
        self.app.find("page tab", "Today", patience=60)

    def use(self):
        """Looks at the words, so that they are in memory as they are in use."""
        story.open_to_say(self.app)
        wait_until(lambda: any(WORD in c.name for c in self.app.find_all(None, hidden=True)), self.app.dump, 20)
        self.app.press("page tab", "Today")

    def lock(self):
        self.app.press("push button", "Lock now")
        self.app.find("heading", "Locked", patience=30)


def main(words):
    if os.geteuid() != 0:
        print("skipped: the app is closed to its own account; only root may search its memory")
        return 77
    program, secrets, *rest = words
    rounds = int(rest[rest.index("--count") + 1]) if "--count" in rest else 10
    figures, zero, complaints = {"rounds": 0}, {}, []
    with tempfile.TemporaryDirectory(prefix="memory-", ignore_cleanup_errors=True) as home:
        here = Memory(program, secrets, home, "--pin" in rest)
        with here.app:
            here.set_up()
            for number in range(rounds):
                if number > 0:
                    here.unlock()
                here.use()
                if number == 0:
                    control, _ = here.look()
                    if not control["key"] or not any(control[name] for name in here.texts):
                        complaints.append("the search finds nothing while the vault is open")
                    figures["copies of the key while open"] = len(control["key"])
                here.lock()
                time.sleep(FORGOTTEN)
                found, read = here.look()
                figures["rounds"] += 1
                figures["MiB read"] = figures.get("MiB read", 0) + read // (1 << 20)
                for name, places in found.items():
                    if name in here.texts:
                        figures[f"copies of {name}"] = figures.get(f"copies of {name}", 0) + len(places)
                        continue
                    zero[name] = zero.get(name, 0) + len(places)
                    complaints += [f"round {number + 1}: {name} at {place}" for place in places[:3]]
    good = not complaints and not any(zero.values())
    print(json.dumps({"figures": figures, "zero": zero, "complaints": complaints[:20], "good": good}))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
