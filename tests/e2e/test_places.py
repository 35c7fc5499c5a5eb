# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""A back-up goes where the system's dialog says, and comes back from there.

    test_places.py path/to/rapport

Runs in a session with a display, the accessibility bus and a real key store;
the desktop portal is a script.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

from e2e import story
from support.atspi import App, wait_until

PROGRAM = sys.argv.pop(1)
PORTAL = pathlib.Path(__file__).with_name("portal.py")
FOLDER = "Folder for back-ups"
FILE = "Where the back-up is"
PASSPHRASE = "The back-up's passphrase"


class Places(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory(prefix="places-")
        self.addCleanup(place.cleanup)
        self.place = pathlib.Path(place.name)
        self.stick = self.place / "My stick"
        self.stick.mkdir()
        self.log = self.place / "asked"

    def start_portal(self, *answers):
        portal = subprocess.Popen([sys.executable, str(PORTAL), str(self.log), *map(str, answers)],
                                  stdout=subprocess.PIPE, text=True)

        def end():
            portal.kill()
            portal.wait(timeout=20)
            portal.stdout.close()

        self.addCleanup(end)
        self.assertEqual(portal.stdout.readline().strip(), "ready")

    def asked(self):
        return [json.loads(line) for line in self.log.read_text().splitlines()]

    def start(self, device):
        app = App([PROGRAM], {"XDG_DATA_HOME": str(self.place / device), "LANGUAGE": "en_GB"})
        self.addCleanup(app.close)
        return app

    def open_backup(self, app):
        story.reach(app, "push button", "Settings").press()
        app.find("heading", "Settings")
        story.reach(app, "push button", "Back up …").press()
        app.find("heading", "Back up")

    def back_up(self, app):
        """Gives back the six words."""
        self.open_backup(app)
        six = re.compile(r"^([a-z-]+ ){5}[a-z-]+$")
        words = app.find("label", six, hidden=True).name
        story.reach(app, "check box", "I have written it down").press()
        story.reach(app, "push button", "Choose a folder …").press()
        wait_until(lambda: story.field(app, FOLDER).text == str(self.stick), "the folder is not in its field")
        story.reach(app, "push button", "Make the back-up").press()
        app.find("heading", "Your back-up is made", patience=60)
        app.press("push button", "Done")
        app.find("heading", "Settings")
        app.key("Escape")
        app.wait_gone("heading", "Settings")
        return words

    def backup_file(self):
        files = list(self.stick.glob("*.rapbak"))
        self.assertEqual(len(files), 1)
        return files[0]

    def look_inside(self, app, words, path):
        app.find("heading", "Restore a back-up")
        story.reach(app, "push button", "Choose the file …").press()
        wait_until(lambda: story.field(app, FILE).text == str(path), "the file is not in its field")
        story.write(app, PASSPHRASE, words)
        story.reach(app, "push button", "Look inside").press()

    def go_to_replace(self, app):
        self.open_backup(app)
        story.reach(app, "push button", "Restore from a back-up …").press()
        app.find("heading", "Restore from a back-up")
        story.reach(app, "push button", "Choose the back-up").press()
        app.find("heading", "Restore a back-up", patience=30)

    def test_over_the_open_notes(self):
        app = self.start("same")
        story.keep_first(app)
        # The portal is asked when the page opens, so it may as well come now.
        self.start_portal(self.stick)
        words = self.back_up(app)
        story.keep(app, story.SECOND)

        self.go_to_replace(app)
        app.press("push button", "Back")
        app.find("page tab", "Today", patience=30)
        story.open_to_say(app)
        app.find(None, f"Your words: {story.SECOND}")
        app.press("page tab", "Today")

        self.go_to_replace(app)
        story.write(app, FILE, str(self.backup_file()))
        story.write(app, PASSPHRASE, words)
        story.reach(app, "push button", "Look inside").press()
        app.find("heading", "In this back-up", patience=60)
        story.reach(app, "push button", "Restore this").press()
        app.find("page tab", "Today", patience=60)
        story.open_to_say(app)
        app.find(None, f"Your words: {story.FIRST}")
        self.assertEqual(app.find_all(None, f"Your words: {story.SECOND}"), [])
        self.assertEqual(len(list((self.place / "same").glob("**/vault.old-*"))), 1)

    def test_to_another_device(self):
        self.start_portal(self.stick, "cancel", self.stick / "not there.rapbak")
        app = self.start("old")
        story.keep_first(app)
        words = self.back_up(app)
        first = self.asked()[0]
        self.assertEqual(int(first["parent"].removeprefix("x11:"), 16), int(app.xid))
        self.assertTrue(first["directory"])
        self.assertTrue(first["folder"].startswith("/"))
        app.close()

        app = self.start("new")
        app.press("push button", "I have a back-up")
        story.reach(app, "push button", "Choose the file …").press()
        wait_until(lambda: len(self.asked()) == 2, "no second dialog")
        self.assertEqual(self.asked()[1]["filters"], [["Back-ups of Rapport", [[0, "*.rapbak"]]]])
        app.find("push button", "Choose the file …")
        self.assertEqual(story.field(app, FILE).text, "")

        self.look_inside(app, words, self.stick / "not there.rapbak")
        app.find(None, re.compile("^There is no file there"), patience=60)
        # The passphrase is still there: only the file is typed anew.
        story.field(app, FILE).focus()
        app.key("ctrl+a", "Delete")
        app.type(str(self.backup_file()))
        story.reach(app, "push button", "Look inside").press()
        app.find("heading", "In this back-up", patience=60)
        story.reach(app, "push button", "Restore this").press()
        app.find("page tab", "Today", patience=60)
        story.open_to_say(app)
        app.find(None, f"Your words: {story.FIRST}")


if __name__ == "__main__":
    unittest.main()
