# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""./dev answers wrong words with its usage, and needs nothing where nothing is missing.

    test_dev.py PROJECT
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest


class Dev(unittest.TestCase):
    def dev(self, *words, **environment):
        return subprocess.run(
            ["bash", DEV, *words], capture_output=True, text=True, check=False,
            stdin=subprocess.DEVNULL, env={**os.environ, **environment},
        )

    def test_wrong_words(self):
        for words in ([], ["tests"], ["lint", "all"], ["clean", "x"], ["--Help"], [""]):
            with self.subTest(words):
                done = self.dev(*words)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn("Usage: ./dev WORD", done.stderr)

    def test_help_explains_every_word(self):
        done = self.dev("help")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        explained = set(re.findall(r"^  (\w+)  ", done.stdout, re.MULTILINE))
        known = re.search(r"^case \$word in\n(.*)^esac", DEV.read_text(), re.MULTILINE | re.DOTALL)[1]
        words = {word for line in re.findall(r"^([\w |-]+)\)", known, re.MULTILINE) for word in line.split(" | ")}
        self.assertEqual(explained, {word for word in words if word.isalpha()})

    def test_it_does_not_matter_where_one_stands(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(["bash", DEV, "help"], cwd=folder, capture_output=True, check=False)
        self.assertEqual(done.returncode, 0)

    def test_without_dpkg_the_packages_are_named(self):
        # Only what the script needs until then, so that no dpkg-query is found.
        with tempfile.TemporaryDirectory() as folder:
            for tool in ("bash", "dirname", "nproc", "sed", "cat"):
                for place in ("/usr/bin", "/bin"):
                    if pathlib.Path(place, tool).exists():
                        os.symlink(f"{place}/{tool}", f"{folder}/{tool}")
                        break
            done = self.dev("format", PATH=folder)
        self.assertEqual(done.returncode, 1)
        self.assertIn("clang-format-14", done.stderr)


if __name__ == "__main__":
    DEV = pathlib.Path(sys.argv.pop(1), "dev").resolve()
    unittest.main()
