# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""What clang-tidy looks at, and when it looks again."""

import pathlib
import sys
import tempfile
import unittest

from lint import tidy


class Tidy(unittest.TestCase):
    def setUp(self):
        self.root = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())).resolve()
        self.write(".clang-tidy", "Checks: '-*'")
        self.write("app/A.cpp", '#include "app/A.h"\n#include <vector>\n')
        self.write("app/A.h", '#include "core/B.h"\n')
        self.write("core/B.h", "// B\n#include \"app/A.h\"\n")
        self.write("core/C.h", "// C\n")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)

    def mark(self, command="g++ -c"):
        return tidy.fingerprint(self.root / "app/A.cpp", command, self.root)

    def test_headers_of_headers_are_followed_even_in_a_circle(self):
        seen = tidy.read_with_headers(self.root / "app/A.cpp", self.root)
        self.assertEqual(sorted(p.name for p in seen), ["A.cpp", "A.h", "B.h"])

    def test_what_makes_it_look_again(self):
        before = self.mark()
        self.assertEqual(self.mark(), before)
        self.assertNotEqual(self.mark("g++ -c -DX"), before)
        for name in (".clang-tidy", "app/A.cpp", "app/A.h", "core/B.h"):
            with self.subTest(name):
                kept = (self.root / name).read_text()
                self.write(name, kept + " ")
                self.assertNotEqual(self.mark(), before)
                self.write(name, kept)
        self.write("core/C.h", "// changed, but not included\n")
        self.assertEqual(self.mark(), before)

    def test_generated_sources_are_left_out(self):
        build = self.root / "build"
        entries = [
            {"directory": str(build), "file": name, "command": "g++"}
            for name in ("../app/A.cpp", "app/moc_A.cpp", str(build / "x/mocs_compilation.cpp"), "/usr/x.cpp")
        ]
        found = [source for source, _ in tidy.own_sources(entries, self.root, build)]
        self.assertEqual(found, [self.root / "app/A.cpp"])

    def test_findings_are_told_apart(self):
        told = "a.h:1:2: error: one [x]\n  int a;\n  ^\na.h:1:3: note: why\nb.cpp:3:4: warning: two [y]\n"
        self.assertEqual(len([part for part in tidy.FINDING.split(told) if part]), 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
