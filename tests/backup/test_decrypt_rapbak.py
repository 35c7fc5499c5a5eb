# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""The format is open: another program, in another language, reads a fresh backup.

    test_decrypt_rapbak.py MAKE_BACKUP
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
MAKE_BACKUP = sys.argv.pop(1)
PASSPHRASE = "cold water, slow heron"


def decrypt(backup, folder, passphrase=PASSPHRASE):
    return subprocess.run([sys.executable, HERE / "decrypt_rapbak.py", backup, folder], input=passphrase + "\n",
                          text=True, capture_output=True, timeout=120, check=False)


class DecryptRapbak(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.place.name)
        cls.backup = cls.folder / "fresh.rapbak"
        subprocess.run([MAKE_BACKUP, cls.backup], check=True, timeout=120)

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    def test_reads_a_row(self):
        out = self.folder / "out"
        done = decrypt(self.backup, out)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        manifest = json.loads((out / "manifest.json").read_text())
        self.assertEqual(manifest["rows"]["card"], 3)
        self.assertEqual(manifest["size"], (out / "image.db").stat().st_size)
        rows = subprocess.run(
            ["sqlcipher", "-init", out / "open.sql", out / "image.db",
             "SELECT 'row: ' || text FROM card ORDER BY position LIMIT 1; PRAGMA integrity_check;"],
            text=True, capture_output=True, timeout=60, check=True).stdout
        self.assertIn("row: card 0, and more of it", rows)
        self.assertIn("\nok", rows)
        for file in out.iterdir():
            self.assertEqual(file.stat().st_mode & 0o077, 0, file.name)

    def test_refuses(self):
        good = self.backup.read_bytes()
        bad = self.folder / "bad.rapbak"
        for name, content, passphrase, word in [
                ("wrong passphrase", good, "cold water, slow hero", "passphrase"),
                ("a bit near the end", good[:-40] + bytes([good[-40] ^ 1]) + good[-39:], PASSPHRASE, "damaged"),
                ("cut", good[:-1], PASSPHRASE, "damaged"),
                ("longer", good + b"x", PASSPHRASE, "damaged"),
                ("later", good[:7] + b"2" + good[8:], PASSPHRASE, "newer"),
                ("another file", b"dear diary", PASSPHRASE, "not a Rapport backup")]:
            with self.subTest(name):
                bad.write_bytes(content)
                done = decrypt(bad, self.folder / "refused", passphrase)
                self.assertEqual(done.returncode, 1)
                self.assertIn(word, done.stderr)
                self.assertFalse((self.folder / "refused").exists())


if __name__ == "__main__":
    unittest.main()
