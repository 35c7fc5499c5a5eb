# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""The helpers of the tests, tested: one that finds nothing must not look like good news."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

from support import canary, memory, sockets, writes
from support.audit import Node, audit

SAID = "Grüße, my canary + 7%"
SHOWN = frozenset(["showing", "visible", "enabled"])
REACHED = SHOWN | {"focusable"}


class Memory(unittest.TestCase):
    def test_finds_what_a_process_holds_and_nothing_else(self):
        # Put together there, so that no command line has it.
        program = "import sys; held = 'zanzi' + 'bar' + str(7); print(len(held), flush=True); sys.stdin.read()"
        with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as one:
            one.stdout.readline()
            found, read = memory.search(one.pid, {"held": b"zanzibar7", "other": b"zanzibar8"})
            one.stdin.close()
        self.assertGreater(read, 1 << 20)
        self.assertTrue(found["held"])
        self.assertEqual(found["other"], [])


class Writes(unittest.TestCase):
    def test_finds_what_went_into_a_file_that_is_gone(self):
        with tempfile.TemporaryDirectory() as folder:
            script = f"echo '{SAID}' > {folder}/a; rm {folder}/a; echo '{SAID}' > /dev/null; echo else > {folder}/b"
            subprocess.run([*writes.traced(f"{folder}/trace"), "sh", "-c", script], check=True)
            count, files = writes.holding(f"{folder}/trace", SAID)
        self.assertEqual((count, files), (2, [f"{folder}/a"]))


class Canary(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def found(self):
        return {hit.form for hit in canary.search([self.folder], SAID)}

    def test_finds_every_form_it_knows(self):
        canary.prove(self.folder, SAID)

    def test_clean_folder_has_no_hits(self):
        (self.folder / "other").write_text("nothing of that kind")
        self.assertEqual(self.found(), set())

    def test_finds_base64_wherever_the_text_begins(self):
        import base64
        for before in range(6):
            with self.subTest(before=before):
                raw = b"x" * before + SAID.encode() + b"and more"
                (self.folder / "file").write_bytes(base64.b64encode(raw))
                self.assertTrue(any(form.startswith("base64 ") for form in self.found()))

    def test_finds_names_of_files_and_folders(self):
        (self.folder / f"note {SAID}").mkdir()
        self.assertEqual(self.found(), {"UTF-8"})

    def test_finds_a_text_across_two_reads(self):
        raw = SAID.encode("utf-16-le")
        for cut in (1, len(raw) // 2, len(raw) - 1):
            with self.subTest(cut=cut):
                (self.folder / "large").write_bytes(b"x" * (canary.CHUNK - cut) + raw)
                self.assertEqual(self.found(), {"UTF-16LE"})

    def test_a_search_that_misses_is_noticed(self):
        kept = canary._hits_in_file
        self.addCleanup(setattr, canary, "_hits_in_file", kept)
        canary._hits_in_file = lambda *_: []
        with self.assertRaises(AssertionError):
            canary.prove(self.folder, SAID)

    def test_short_texts_are_refused(self):
        with self.assertRaises(ValueError):
            canary.search([self.folder], "short")

    def test_an_unreadable_folder_is_not_an_empty_one(self):
        with self.assertRaises(OSError):
            canary.search([self.folder / "absent"], SAID)


class Audit(unittest.TestCase):
    HEADING = Node("heading", "Today")

    def findings(self, *nodes, heading=True):
        page = (self.HEADING, *nodes) if heading else nodes
        return audit(Node("frame", "Rapport", SHOWN, (0, 0, 360, 720), (), page))

    def button(self, **changes):
        given = dict(role="push button", name="Keep it", states=REACHED,
                     extents=(0, 100, 120, 48), actions=("Press", "SetFocus"))
        return Node(**{**given, **changes})

    def test_good_page(self):
        self.assertEqual(self.findings(self.button(), Node("text", "Words", REACHED, (0, 200, 300, 48))), [])

    def test_findings(self):
        rows = {
            "no name": (self.button(name=" "), "has no name"),
            "too low": (self.button(extents=(0, 0, 48, 47)), "smaller than"),
            "too narrow": (self.button(extents=(0, 0, 40, 48)), "smaller than"),
            "small field": (Node("text", "Words", REACHED, (0, 0, 300, 30)), "smaller than"),
            "no press": (self.button(actions=("SetFocus",)), "offers no press"),
            "no keyboard": (self.button(states=SHOWN), "cannot be reached"),
            "outside": (self.button(extents=(0, 720, 120, 48)), "cannot be seen"),
            "no size": (self.button(extents=(0, 10, 0, 0)), "cannot be seen"),
        }
        for name, (node, complaint) in rows.items():
            with self.subTest(name):
                found = self.findings(node)
                self.assertEqual(len(found), 1, found)
                self.assertIn(complaint, found[0])

    def test_two_of_a_name(self):
        self.assertIn("2 controls", self.findings(self.button(), self.button())[0])

    def test_page_without_heading(self):
        self.assertEqual(self.findings(heading=False), ["the page has no heading"])

    def test_a_hidden_heading_is_none(self):
        hidden = Node("heading", "Today", frozenset())
        self.assertEqual(self.findings(hidden, heading=False), ["the page has no heading"])

    def test_what_does_not_show_is_not_judged(self):
        self.assertEqual(self.findings(self.button(name="", states=frozenset(["focusable"]))), [])


class Sockets(unittest.TestCase):
    OPEN = "import socket; socket.socket(socket.{}, socket.{}).close()"

    def watch(self, family, kind="SOCK_DGRAM"):
        return sockets.watch([sys.executable, "-c", self.OPEN.format(family, kind)])

    def test_local_sockets_are_counted_but_fine(self):
        seen = self.watch("AF_UNIX")
        self.assertEqual((seen.status, seen.sockets, seen.foreign), (0, 1, ()))

    def test_foreign_sockets_are_seen(self):
        for family in ("AF_INET", "AF_INET6"):
            with self.subTest(family):
                self.assertIn(family, self.watch(family).foreign[0])

    def test_children_are_watched(self):
        inner = self.OPEN.format("AF_INET", "SOCK_DGRAM")
        code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
        self.assertEqual(len(sockets.watch([sys.executable, "-c", code]).foreign), 1)

    def test_reading_a_trace(self):
        trace = (
            '12 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3\n'
            '12 connect(3, {sa_family=AF_UNIX, sun_path="/run/bus"}, 110) = 0\n'
            '13 socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 4\n'
            '13 connect(5, {sa_family=AF_INET, sin_port=htons(443)}, 16) = -1\n'
        )
        count, foreign = sockets.read(trace)
        self.assertEqual(count, 2)
        self.assertEqual([line.split(",")[0] for line in foreign], ["socket(AF_NETLINK", "connect(5"])


if __name__ == "__main__":
    unittest.main()
