# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""What lies on the disk after the story, and what the app said to the world.

    test_vault.py path/to/rapport path/to/raw-key
"""

import os
import pathlib
import stat
import subprocess
import sys
import tempfile
import unittest

from e2e import story
from support import canary, sockets
from support.atspi import App

PROGRAM, RAW_KEY = sys.argv.pop(1), sys.argv.pop(1)
WORD = "zanzibarquokka"


class OnDisk(unittest.TestCase):
    def setUp(self):
        home = tempfile.TemporaryDirectory(prefix="vault-")
        self.addCleanup(home.cleanup)
        self.home = pathlib.Path(home.name)
        self.data = self.home / "data/rapport/rapport"
        self.environment = {
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "TMPDIR": str(self.home / "tmp"),
        }
        for folder in self.environment.values():
            pathlib.Path(folder).mkdir(exist_ok=True, parents=True)

    def tell(self, command):
        """The whole way with a word in it that exists nowhere else."""
        with App(command, self.environment, log=self.home.parent / (self.home.name + ".log")) as app:
            story.keep_first(app, f"I never said {WORD} aloud.")
            story.write(app, story.LINE, f"And a draft of {WORD}")
            story.open_to_say(app)
            story.choose(app, f"I never said {WORD} aloud.")
            app.press(None, f"Your words: I never said {WORD} aloud.")
            app.find("heading", "Your card")
            app.press("push button", "Back")
            story.preview_note(app)
            story.read_the_first_words(app)
            story.copy_note(app)
            try:
                environ = pathlib.Path(f"/proc/{app.pid}/environ").read_bytes()
            except PermissionError:
                environ = b""  # the app is closed to its own account; only root may look
            cmdline = pathlib.Path(f"/proc/{app.pid}/cmdline").read_bytes()
        log = self.home.parent / (self.home.name + ".log")
        self.addCleanup(log.unlink)
        return environ + cmdline + log.read_bytes()

    def sqlcipher(self, key, question):
        answer = subprocess.run(
            ["sqlcipher", "-batch", str(self.data / "vault/rapport.db")],
            input=f"PRAGMA key = \"x'{key}'\";\n{question}\n",
            capture_output=True, text=True, timeout=60, check=False,
        )
        return answer.stdout + answer.stderr

    def test_a_canary_is_found_nowhere_but_by_its_key(self):
        said = self.tell([PROGRAM])
        database = self.data / "vault/rapport.db"
        self.assertNotEqual(database.read_bytes()[:15], b"SQLite format 3")
        self.assertNotIn(WORD.encode(), said)
        hits = canary.search([self.home], WORD)
        self.assertEqual([str(hit) for hit in hits], [])
        canary.prove(self.home, WORD)

        key = subprocess.run(
            [RAW_KEY, str(self.data)], capture_output=True, text=True, timeout=60, check=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        ).stdout.strip()
        self.assertIn(WORD, self.sqlcipher(key, "SELECT text FROM card;"))
        for wrong in ("0" * 96, key[:-1] + ("0" if key[-1] != "0" else "1"), key[:1] + "f" + key[2:]):
            if wrong == key:
                continue
            answer = self.sqlcipher(wrong, "SELECT text FROM card;")
            # Another salt alone changes no page: only the key part counts there.
            if wrong[:64] != key[:64]:
                self.assertNotIn(WORD, answer)
                self.assertIn("not a database", answer)

    def test_folders_and_files_are_private(self):
        self.tell([PROGRAM])
        for path in [self.data, *self.data.rglob("*")]:
            mode = stat.S_IMODE(path.lstat().st_mode)
            self.assertEqual(mode & 0o077, 0, f"{path.name} has {mode:o}")

    def test_no_socket_but_local_ones(self):
        trace = self.home / "trace"
        # -D: strace stands aside, so that the app is the process that we started.
        strace, *words = sockets.traced(trace)
        self.tell([strace, "-D", *words, PROGRAM])
        count, foreign = sockets.read(trace.read_text(errors="replace"))
        self.assertGreater(count, 0, "nothing was watched")
        self.assertEqual(foreign, ())


if __name__ == "__main__":
    unittest.main()
