# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""The accessibility driver itself, on a small page that is not Rapport's.

    test_atspi.py TRIAL_PROGRAM
"""

import pathlib
import re
import sys
import tempfile
import unittest

from support.atspi import App, NotThere, wait_until

PAGE = pathlib.Path(__file__).parent / "trial" / "Trial.qml"


class Driver(unittest.TestCase):
    def setUp(self):
        self.app = self.enterContext(App([PROGRAM, PAGE]))

    def make_trouble(self):
        self.app.press("check box", "With trouble")
        wait_until(lambda: len(self.app.find_all("push button", "Keep it")) == 2, self.app.dump)

    def test_type_press_and_read(self):
        self.app.focus("text", "Your words")
        self.app.type("I need five quiet minutes")
        self.app.press("push button", "Keep it")
        self.app.find("alert", "Kept 1: I need five quiet minutes")

    def test_letters_that_no_key_has(self):
        said = "Größe, ¿qué? — سلام 😀"
        field = self.app.focus("text", "Your words")
        self.app.type(said)
        self.assertEqual(field.text, said)

    def test_by_keyboard_only(self):
        wait_until(self.app.focused, "nothing has the keyboard")
        self.app.type("word")
        self.app.key("Tab", "space")
        self.app.find("alert", "Kept 1: word")
        self.assertEqual(repr(self.app.focused()), "<push button 'Keep it'>")

    def test_a_press_is_one_press(self):
        for times in (1, 2, 3):
            self.app.press("push button", "Keep it")
            self.app.find("alert", re.compile(f"^Kept {times}:"))

    def test_what_is_absent_is_reported_with_the_tree(self):
        with self.assertRaisesRegex(NotThere, "A page to try"):
            self.app.find("push button", "No such thing", patience=0.3)

    def test_hidden_controls_do_not_answer(self):
        self.assertEqual(self.app.find_all("push button", "Below the page"), [])
        self.assertEqual(len(self.app.find_all("push button", "Below the page", hidden=True)), 1)

    def test_sizes_are_logical(self):
        _, _, width, height = self.app.find("text", "Your words").extents
        self.assertEqual((round(width), round(height)), (300, 48))

    def test_audit_of_a_good_page(self):
        self.assertEqual(self.app.audit(), [])

    def test_audit_names_each_trouble(self):
        self.make_trouble()
        found = "\n".join(self.app.audit())
        for trouble in ("has no name", "is smaller than", "2 controls answer to push button 'Keep it'"):
            self.assertIn(trouble, found)

    def test_two_of_a_name_are_not_guessed_between(self):
        self.make_trouble()
        with self.assertRaisesRegex(AssertionError, "2 answer to"):
            self.app.press("push button", "Keep it")

    def test_picture_in_device_pixels(self):
        with tempfile.TemporaryDirectory() as folder:
            head = self.app.screenshot(f"{folder}/page.png").read_bytes()[:24]
        self.assertEqual(head[:8], b"\x89PNG\r\n\x1a\n")
        size = tuple(int.from_bytes(head[at:at + 4], "big") for at in (16, 20))
        self.assertEqual(size, (720, 1440))

    def test_ending(self):
        self.assertEqual(self.app.kill(), -9)
        with self.assertRaises(AssertionError):
            App([PROGRAM, "/nowhere.qml"])


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
