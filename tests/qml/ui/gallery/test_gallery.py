# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Every control is in the gallery, and every one there can be drawn.

    test_gallery.py path/to/rapport-gallery path/to/qml/ui
"""

import pathlib
import subprocess
import sys
import tempfile
import unittest


class Gallery(unittest.TestCase):
    def test_no_control_is_missing(self):
        controls = sorted(file.stem for file in UI.glob("*.qml"))
        listed = subprocess.run([PROGRAM, "--list"], capture_output=True, text=True, check=True).stdout.split()
        self.assertEqual(sorted(listed), controls, "tests/qml/ui/gallery/Samples.h and qml/ui differ")

    def test_every_control_can_be_drawn(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([PROGRAM, "--sheets", folder], capture_output=True, text=True, check=False)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertEqual(len(list(pathlib.Path(folder).glob("controls-*.png"))), 6)


if __name__ == "__main__":
    UI = pathlib.Path(sys.argv.pop())
    PROGRAM = sys.argv.pop()
    unittest.main()
