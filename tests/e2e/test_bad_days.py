# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Bad days: each ends in a sentence on the screen and in unchanged files.

    test_bad_days.py path/to/rapport [unittest words]

BadDays and LockedKeyStore need a real key store, NoKeyStore a session without
one.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from e2e import story
from support.atspi import App, wait_until

PROGRAM = sys.argv.pop(1)
SECRETS = "org.freedesktop.secrets"


class Surroundings(unittest.TestCase):
    def setUp(self):
        home = tempfile.TemporaryDirectory(prefix="bad-day-", ignore_cleanup_errors=True)
        self.addCleanup(home.cleanup)
        self.home = pathlib.Path(home.name)
        self.data = self.home / "rapport/rapport"
        self.vault = self.data / "vault"
        self.environment = {"XDG_DATA_HOME": str(self.home)}

    def app(self, *words, log=None):
        return App([PROGRAM, *words], self.environment, log=log)

    def files(self):
        """Everything in the vault, byte for byte; but for copies of damaged files and the count of wrong tries."""
        kept = self.data / "quarantine"
        return {
            p.relative_to(self.data): p.read_bytes()
            for p in self.data.rglob("*")
            if p.is_file() and kept not in p.parents and p.name != "attempts"
        }

    def meets(self, heading):
        """A start that meets a problem: said as a heading, nothing changed, no crash."""
        before = self.files()
        with self.app() as app:
            app.find("heading", heading, patience=40)
            self.assertEqual([str(finding) for finding in app.audit()], [], heading)
            app.find("push button", "Help now")
            app.press("push button", "Close Rapport")
            self.assertEqual(app.wait(), 0)
        self.assertEqual(self.files(), before, f"files changed: {heading}")


class BadDays(Surroundings):
    def setUp(self):
        super().setUp()
        with self.app() as app:
            story.keep_first(app)

    def test_garbage_in_place_of_the_database(self):
        (self.vault / "rapport.db").write_bytes(os.urandom(40960))
        self.meets("The notes file is damaged")
        with self.app() as app:
            app.press("push button", "Save what can be saved")
            app.find("heading", "Nothing could be saved", patience=40)

    def damage(self, *pages):
        """One bit of each of these pages, the first being 1; what the file is then."""
        file = self.vault / "rapport.db"
        content = bytearray(file.read_bytes())
        for page in pages:
            content[(page - 1) * 4096 + 500] ^= 1
        file.write_bytes(content)
        return bytes(content)

    def test_what_is_left_of_a_damaged_database_is_saved(self):
        damaged = self.damage(1)
        self.meets("The notes file is damaged")
        with self.app() as app:
            app.press("push button", "Save what can be saved")
            app.find("heading", "What was saved", patience=40)
            self.assertEqual([str(finding) for finding in app.audit()], [])
            app.find(None, "Things to say: 1 saved, none lost")
            app.press("push button", "Open my notes")
            app.find("page tab", "Today", patience=30)
            story.open_to_say(app)
            app.find(None, f"Your words: {story.FIRST}")
        kept = list((self.data / "quarantine").glob("*/rapport.db"))
        self.assertEqual([file.read_bytes() for file in kept], [damaged])
        with self.app() as app:
            app.find("page tab", "Today", patience=30)

    def test_empty_database(self):
        (self.vault / "rapport.db").write_bytes(b"")
        self.meets("The notes file is missing")

    def test_missing_database(self):
        (self.vault / "rapport.db").unlink()
        self.meets("The notes file is missing")

    def test_garbage_in_place_of_the_key_file(self):
        for name in ("vault.json", "vault.json.bak"):
            (self.vault / name).write_bytes(b"{ this is not it")
        self.meets("The key file is damaged")
        kept = list((self.data / "quarantine").glob("*/vault.json*"))
        self.assertEqual([file.read_bytes() for file in kept], [b"{ this is not it"] * 2)

    def test_one_good_key_file_is_enough(self):
        for content in (b"", os.urandom(512)):
            (self.vault / "vault.json").write_bytes(content)
            self.opens()
            self.assertEqual(
                (self.vault / "vault.json").read_bytes(), (self.vault / "vault.json.bak").read_bytes(), "not healed"
            )

    def opens(self):
        with self.app() as app:
            app.find("page tab", "Today", patience=30)
            app.find("push button", "See them all")

    def test_the_key_is_not_where_it_was(self):
        subprocess.run(["secret-tool", "clear", "server", "rapport"], check=True, timeout=20)
        self.meets("The key is not where it was")

    def test_a_second_instance_does_not_touch(self):
        with self.app() as app:
            app.find("page tab", "Today", patience=30)
            second = App([PROGRAM], self.environment, window=False)
            self.assertEqual(second.wait(20), 0)

    def paste(self, app, text):
        """Puts a text into the line as a person does with a long one."""
        subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=text.encode(), check=True, timeout=20)
        story.field(app, story.LINE).focus()
        app.key("ctrl+v")

    def test_any_text(self):
        texts = {
            "emoji": "I 👩‍👩‍👧‍👦 am 😀 fine 🏳️‍🌈",
            "right to left": "قلت إن الأمر بخير، ولم يكن كذلك.",
            "long": "word " * 19_999 + "end.",
        }
        with self.app() as app:
            app.find("page tab", "Today", patience=30)
            for name, text in texts.items():
                with self.subTest(name):
                    self.paste(app, text)
                    wait_until(lambda: story.field(app, story.LINE).text == text, f"{name}: not as pasted", 30)
                    app.press("push button", "Keep it")
                    wait_until(lambda: not story.field(app, story.LINE).text, f"{name}: not kept", 30)
            app.press("push button", "Show what I want to say")
            for text in ["I said", *list(texts.values())[:2]]:
                wait_until(
                    lambda: any(c.name.startswith(f"Your words: {text}") for c in app.find_all("label", hidden=True)),
                    lambda: f"{text!r} is not in\n{app.dump()[:5000]}",
                )

    def test_too_long(self):
        text = "x" * 100_001
        with self.app() as app:
            app.find("page tab", "Today", patience=30)
            self.paste(app, text)
            app.find("push button", "Keep it", patience=30).press()
            wait_until(
                lambda: any("longer than one card" in a.name for a in app.find_all("alert")), app.dump, 30
            )
            self.assertEqual(len(story.field(app, story.LINE).text), len(text))


class LockedKeyStore(Surroundings):
    """Locks the session's key store for good: a session of its own."""

    def setUp(self):
        super().setUp()
        with self.app() as app:
            story.keep_first(app)

    def test_locked_key_store(self):
        subprocess.run(
            ["dbus-send", "--session", "--print-reply", f"--dest={SECRETS}", "/org/freedesktop/secrets",
             "org.freedesktop.Secret.Service.Lock",
             "array:objpath:/org/freedesktop/secrets/collection/login"],
            check=True, timeout=20, capture_output=True,
        )
        before = self.files()
        with self.app() as app:
            app.find("heading", "Your key store is locked", patience=40)
        self.assertEqual(self.files(), before)


class NoKeyStore(Surroundings):
    PASSPHRASE = "violet kettle under rain"

    def choose(self, app):
        story.write(app, story.LINE, story.FIRST)
        app.press("push button", "Keep it")
        app.find("heading", "Choose a passphrase", patience=40)
        self.assertEqual([str(finding) for finding in app.audit()], [])
        self.assertFalse((self.vault / "rapport.db").exists(), "something was made without a key")
        story.write(app, "Passphrase", self.PASSPHRASE)
        story.write(app, "The same again", self.PASSPHRASE)
        app.press("push button", "Keep my words with it")
        app.find("page tab", "Today", patience=40)
        story.wait_kept(app)

    def test_a_passphrase_takes_its_place(self):
        with self.app() as app:
            self.choose(app)
        before = self.files()
        with self.app() as app:
            app.find("heading", "Your notes are locked", patience=30)
            self.assertEqual([str(finding) for finding in app.audit()], [])
            # The keyboard is where there is something to type, from the first moment and after a slip.
            wait_until(lambda: getattr(app.focused(), "name", "") == "Passphrase", app.dump)
            app.type("violet kettle under snow")
            app.press("push button", "Open")
            wait_until(lambda: any("not right" in a.name for a in app.find_all("alert")), app.dump, 30)
            self.assertEqual(self.files(), before)
            wait_until(lambda: getattr(app.focused(), "name", "") == "Passphrase", app.dump)
            app.type(self.PASSPHRASE)
            app.key("Return")
            app.find("page tab", "Today", patience=30)
            story.open_to_say(app)
            app.find(None, f"Your words: {story.FIRST}")

    def test_lock_now(self):
        log = self.home / "log"
        with self.app(log=log) as app:
            self.choose(app)
            app.press("push button", "Lock now")
            app.find("heading", "Locked", patience=20)
            app.press("push button", "Open my notes")
            app.find("heading", "Your notes are locked", patience=20)
        # No screen may outlive the rooms it looks at.
        self.assertNotIn("TypeError", log.read_text())

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_read_only_home(self):
        self.home.chmod(0o500)
        self.addCleanup(self.home.chmod, 0o700)
        with self.app() as app:
            story.write(app, story.LINE, story.FIRST)
            app.press("push button", "Keep it")
            app.find("heading", "Choose a passphrase", patience=40)
            story.write(app, "Passphrase", self.PASSPHRASE)
            story.write(app, "The same again", self.PASSPHRASE)
            app.press("push button", "Keep my words with it")
            app.find("heading", "The folder cannot be used", patience=30)
            app.press("push button", "Try again")
            app.find("heading", "For what is hard to say in therapy.")
            self.assertEqual(story.field(app, story.LINE).text, story.FIRST)

    @unittest.skipUnless(os.geteuid() == 0 and shutil.which("mount"), "mounting a small disk needs root")
    def test_full_disk_and_read_only_disk(self):
        self.data.parent.mkdir(parents=True)
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=3m,mode=700", "tmpfs", str(self.data.parent)], check=False
        )
        if mounted.returncode != 0:
            self.skipTest("no disk can be mounted here")
        self.addCleanup(subprocess.run, ["umount", str(self.data.parent)], check=False)
        with self.app() as app:
            self.choose(app)
            filler = self.data.parent / "filler"
            with open(filler, "wb", buffering=0) as out:
                try:
                    while out.write(b"x" * 4096):
                        pass
                except OSError:
                    pass
            story.write(app, story.LINE, story.SECOND)
            app.press("push button", "Keep it")
            wait_until(lambda: any("no space left" in a.name for a in app.find_all("alert")), app.dump, 20)
            self.assertEqual(story.field(app, story.LINE).text, story.SECOND)
            filler.unlink()
            app.press("push button", "Keep it")
            story.wait_kept(app)
        subprocess.run(["mount", "-o", "remount,ro", str(self.data.parent)], check=True)
        self.meets_read_only()

    def meets_read_only(self):
        before = self.files()
        with self.app() as app:
            app.find("heading", "Your notes are locked", patience=30)
            story.write(app, "Passphrase", self.PASSPHRASE)
            app.press("push button", "Open")
            app.find("heading", "The folder cannot be used", patience=30)
        self.assertEqual(self.files(), before)


if __name__ == "__main__":
    unittest.main()
