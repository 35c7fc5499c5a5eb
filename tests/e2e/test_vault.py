# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""What lies on the disk after the story, and what the app said to the world.

    test_vault.py path/to/rapport path/to/raw-key path/to/rapport-tour [unittest words]

OnDisk and WaysBack need a real key store, ByPassphrase a session without one.
"""

import os
import pathlib
import re
import stat
import subprocess
import sys
import tempfile
import unittest

from e2e import story
from support import canary, sockets, writes
from support.atspi import App, wait_until

PROGRAM, RAW_KEY, TOUR = sys.argv.pop(1), sys.argv.pop(1), sys.argv.pop(1)
WORD = "zanzibarquokka"

# The app is closed to its own account: a tracer of that account is told no names of files.
by_root = unittest.skipUnless(os.geteuid() == 0, "only root may watch what the app writes")


class Surroundings(unittest.TestCase):
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
        self.look = self.home / "look"
        self.look.write_text("light")
        for folder in self.environment.values():
            pathlib.Path(folder).mkdir(exist_ok=True, parents=True)

    def start(self, command):
        return App(command, self.environment, log=self.home.parent / (self.home.name + ".log"))

    def said_by(self, app):
        """What it was started with; what it prints comes into the log."""
        try:
            environ = pathlib.Path(f"/proc/{app.pid}/environ").read_bytes()
        except PermissionError:
            environ = b""  # the app is closed to its own account; only root may look
        return environ + pathlib.Path(f"/proc/{app.pid}/cmdline").read_bytes()

    def log(self):
        log = self.home.parent / (self.home.name + ".log")
        self.addCleanup(log.unlink, missing_ok=True)
        return log.read_bytes()


class OnDisk(Surroundings):
    def tell(self, command):
        """The whole way with a word in it that exists nowhere else."""
        with self.start(command) as app:
            self.write_down(app)
            self.feel(app)
            self.hand_over(app)
            said = self.said_by(app)
        return said + self.log()

    def write_down(self, app):
        story.keep_first(app, f"I never said {WORD} aloud.")
        story.write(app, story.LINE, f"And a draft of {WORD}")
        story.reach(app, "push button", "When is your next session?").press()
        app.find("heading", "When is your next session?")
        story.reach(app, "push button", "With whom?").press()
        story.write(app, "A name, or none", f"The one of {WORD}")
        app.press("push button", "Set this date")
        app.wait_gone("heading", "When is your next session?")
        story.open_to_say(app)
        story.choose(app, f"I never said {WORD} aloud.")
        app.press(None, f"Your words: I never said {WORD} aloud.")
        app.find("heading", "Your card")
        story.reach(app, "push button", "Show this card").press()
        app.find("push button", "Turn round").press()
        app.press("push button", "Done")
        app.find("heading", "Was it shown?")
        app.press("push button", "Not yet")
        app.find("heading", "To say")

    def feel(self, app):
        """A mood with a note, read again among the days."""
        app.press("page tab", "Today")
        story.reach(app, "push button", "bad, 2 of 5").press()
        app.find("alert", "Kept: bad.")
        story.reach(app, "push button", "Add a note").press()
        story.write(app, "A note about it", f"A mood like {WORD}")
        story.reach(app, "push button", "Keep the note").press()
        app.press("page tab", "Looking back")
        row = re.compile(rf"^bad, 2 of 5, Today, .*{WORD}")
        wait_until(lambda: app.find_all("push button", row, hidden=True), app.dump)
        story.reach(app, "push button", row).press()
        story.reach(app, "push button", "Delete this check-in").press()
        app.press("push button", "Undo")

    def hand_over(self, app):
        story.open_to_say(app)
        story.preview_note(app)
        story.read_the_first_words(app)
        story.copy_note(app)

    def tell_afterwards(self, command):
        """The day of a session, over the same vault: what became of it, and what was agreed."""
        day = [*command, "--data", self.data, "--look", self.look, "--now"]
        with self.start([*day, "2026-11-23T18:40:00+01:00"]) as app:
            story.keep_first(app, f"I never said {WORD} aloud.")
            story.open_to_say(app)
            story.choose(app, f"I never said {WORD} aloud.")
            app.press("page tab", "Today")
            story.set_session_tomorrow(app)
            said = self.said_by(app)
        with self.start([*day, "2026-11-24T23:00:00+01:00"]) as app:
            app.find("page tab", "Today", patience=30)
            app.press("push button", "Tell how it went")
            app.find("heading", "Did you get to say it?")
            story.reach(app, "radio button", f"I never said {WORD} aloud.: Yes").press()
            story.write(app, f"What we agreed: I never said {WORD} aloud.", f"More {WORD}")
            story.reach(app, None, "One line to keep for next time")
            app.type(f"Keep {WORD}")
            app.press("push button", "Done")
            app.find("push button", "Undo")
            said += self.said_by(app)
        return said + self.log()

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
        for path in [self.data, *self.data.rglob("*")]:
            mode = stat.S_IMODE(path.lstat().st_mode)
            self.assertEqual(mode & 0o077, 0, f"{path.name} has {mode:o}")

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

    def test_a_session_day_leaves_no_canary(self):
        said = self.tell_afterwards([TOUR])
        self.assertNotIn(WORD.encode(), said)
        self.assertEqual([str(hit) for hit in canary.search([self.home], WORD)], [])

    @by_root
    def test_what_it_writes_and_whom_it_talks_to(self):
        """No file ever holds the word, not even one that is gone by now; and no socket but local ones."""
        trace = self.home / "trace"
        # -D: strace stands aside, so that the app is the process that we started.
        strace, *words = writes.traced(trace, f"{sockets.CALLS},{writes.CALLS}")
        self.tell([strace, "-D", *words, PROGRAM])
        count, files = writes.holding(trace, WORD)
        self.assertGreater(count, 100, "nothing was watched")
        self.assertEqual(files, [])
        count, foreign = sockets.read(trace.read_text(errors="replace"))
        self.assertGreater(count, 0, "nothing was watched")
        self.assertEqual(foreign, ())


class ByPassphrase(Surroundings):
    PASSPHRASE = "violet kettle under rain"

    @by_root
    def test_locked_unlocked_and_deleted(self):
        trace = self.home / "trace"
        strace, *words = writes.traced(trace)
        with self.start([strace, "-D", *words, PROGRAM]) as app:
            story.write(app, story.LINE, f"I never said {WORD} aloud.")
            app.press("push button", "Keep it")
            app.find("heading", "Choose a passphrase", patience=40)
            story.write(app, "Passphrase", self.PASSPHRASE)
            story.write(app, "The same again", self.PASSPHRASE)
            app.press("push button", "Keep my words with it")
            app.find("page tab", "Today", patience=60)
            story.wait_kept(app)
            story.write(app, story.LINE, f"And a draft of {WORD}")
            self.lock_and_open(app)
            wait_until(lambda: WORD in (story.field(app, story.LINE).text or ""), "what was typed is gone", 30)
            said = self.said_by(app)
            self.delete_everything(app)
        said += self.log()
        for text in (WORD, self.PASSPHRASE):
            self.assertNotIn(text.encode(), said)
            count, files = writes.holding(trace, text)
            self.assertGreater(count, 100, "nothing was watched")
            self.assertEqual(files, [])
            trace_of_it = [hit for hit in canary.search([self.home], text) if hit.path != str(trace)]
            self.assertEqual([str(hit) for hit in trace_of_it], [])
        self.assertEqual([path.name for path in self.data.glob("vault*")], [])

    def lock_and_open(self, app):
        story.reach(app, "push button", "Lock now").press()
        app.find("heading", "Locked", patience=30)
        app.press("push button", "Open my notes")
        app.find("heading", "Your notes are locked", patience=30)
        story.write(app, "Passphrase", self.PASSPHRASE)
        app.press("push button", "Open")
        app.find("page tab", "Today", patience=60)

    def delete_everything(self, app):
        story.reach(app, "push button", "Settings").press()
        app.find("heading", "Settings")
        story.reach(app, "push button", "Delete everything …").press()
        app.find("heading", "Delete everything")
        story.reach(app, "check box", "I know that none of it can be brought back").press()
        story.write(app, "Your passphrase, once more", self.PASSPHRASE)
        story.reach(app, "push button", "Delete it all").press()
        app.find("heading", "For what is hard to say in therapy.", patience=60)


class WaysBack(Surroundings):
    """A PIN, a recovery code, a back-up that is restored, a new key, and in the end nothing."""

    PIN = "407192836455"

    def settings(self, app, name):
        story.reach(app, "push button", "Settings").press()
        app.find("heading", "Settings")
        story.reach(app, "push button", name).press()

    def leave_settings(self, app):
        wait_until(lambda: app.key("Escape") or not app.find_all("push button", "Back"), app.dump)
        app.find("page tab", "Today")

    def once_more(self, app):
        group = app.find(None, "Your PIN, once more", hidden=True)
        next(child for child in group.children() if child.role == "password text").focus()
        app.type(self.PIN)

    def lock_with_pin(self, app):
        self.settings(app, "How Rapport opens")
        story.reach(app, "push button", "Lock with a PIN").press()
        app.find("heading", "Choose a PIN")
        story.write(app, "New PIN", self.PIN)
        story.write(app, "The same again", self.PIN)
        story.reach(app, "push button", "Lock with this PIN").press()
        app.wait_gone("heading", "Choose a PIN", patience=60)

    def take_recovery_code(self, app):
        """On the page on what opens the notes; gives back the code."""
        story.reach(app, "push button", "Make a recovery code").press()
        app.find("heading", "Write this down")
        groups = app.find_all(None, re.compile(r"^Group [1-7]: "), hidden=True)
        code = "-".join(group.name.split(": ")[1].replace(" ", "") for group in groups)
        self.assertEqual(code.count("-"), 6)
        story.reach(app, "push button", "I have written it down").press()
        app.find("heading", "Type it from your paper")
        story.write(app, "Recovery code", code.replace("-", ""))
        self.once_more(app)
        story.reach(app, "push button", "Make it count").press()
        app.wait_gone("heading", "Type it from your paper", patience=60)
        self.leave_settings(app)
        return code

    def lock(self, app):
        story.reach(app, "push button", "Lock now").press()
        app.find("heading", "Locked", patience=30)
        app.press("push button", "Open my notes")

    def lock_and_come_in_by_both(self, app, code):
        self.lock(app)
        story.reach(app, "push button", "Use my recovery code").press()
        story.reach(app, None, "Recovery code")
        story.write(app, "Recovery code", code.lower())
        app.press("push button", "Open")
        app.find("page tab", "Today", patience=60)
        self.lock(app)
        story.write(app, "PIN", self.PIN)
        app.press("push button", "Open")
        app.find("page tab", "Today", patience=60)

    def back_up(self, app, stick):
        """Gives back the six words."""
        self.settings(app, "Back up …")
        six = re.compile(r"^([a-z-]+ ){5}[a-z-]+$")
        words = app.find("label", six, hidden=True).name
        story.reach(app, "check box", "I have written it down").press()
        story.reach(app, None, "Folder for back-ups")
        app.key("ctrl+a", "Delete")
        app.type(str(stick))
        self.once_more(app)
        story.reach(app, "push button", "Make the back-up").press()
        app.find("heading", "Your back-up is made", patience=60)
        app.press("push button", "Done")
        self.leave_settings(app)
        return words

    def restore(self, app, file, words):
        self.settings(app, "Back up …")
        story.reach(app, "push button", "Restore from a back-up …").press()
        app.find("heading", "Restore from a back-up")
        self.once_more(app)
        story.reach(app, "push button", "Choose the back-up").press()
        app.find("heading", "Restore a back-up", patience=30)
        story.write(app, "Where the back-up is", str(file))
        story.write(app, "The back-up's passphrase", words)
        story.reach(app, "push button", "Look inside").press()
        app.find("heading", "In this back-up", patience=60)
        story.reach(app, "push button", "Restore this").press()
        app.find("page tab", "Today", patience=60)
        story.open_to_say(app)
        app.find(None, f"Your words: I never said {WORD} aloud.")
        app.press("page tab", "Today")

    def renew_key(self, app):
        self.settings(app, "How Rapport opens")
        story.reach(app, "push button", "Renew the key …").press()
        app.find("heading", "Renew the key?")
        self.once_more(app)
        story.reach(app, "push button", "Renew the key").press()
        story.reach(app, "push button", "Done").press()
        self.leave_settings(app)

    def delete_everything(self, app):
        self.settings(app, "Delete everything …")
        story.reach(app, "check box", "I know that none of it can be brought back").press()
        self.once_more(app)
        story.reach(app, "push button", "Delete it all").press()
        app.find("heading", "For what is hard to say in therapy.", patience=60)

    @by_root
    def test_no_secret_and_no_word_is_left_on_the_way(self):
        trace, stick = self.home / "trace", self.home / "stick"
        stick.mkdir()
        strace, *watching = writes.traced(trace, f"{sockets.CALLS},{writes.CALLS}")
        with self.start([strace, "-D", *watching, PROGRAM]) as app:
            story.keep_first(app, f"I never said {WORD} aloud.")
            self.lock_with_pin(app)
            code = self.take_recovery_code(app)
            self.lock_and_come_in_by_both(app, code)
            words = self.back_up(app, stick)
            self.restore(app, *stick.glob("*.rapbak"), words)
            self.lock_with_pin(app)
            self.leave_settings(app)
            self.renew_key(app)
            said = self.said_by(app)
            self.delete_everything(app)
        said += self.log()
        count, foreign = sockets.read(trace.read_text(errors="replace"))
        self.assertGreater(count, 0, "nothing was watched")
        self.assertEqual(foreign, ())
        for text in (WORD, self.PIN, words, words.replace(" ", ""), code, code.replace("-", ""), code.lower()):
            self.assertNotIn(text.encode(), said)
            count, files = writes.holding(trace, text)
            self.assertGreater(count, 100, "nothing was watched")
            self.assertEqual(files, [])
            hits = [hit for hit in canary.search([self.home], text) if hit.path != str(trace)]
            self.assertEqual([str(hit) for hit in hits], [])
        canary.prove(self.home, WORD)
        self.assertEqual([path.name for path in self.data.glob("vault*")], [])


if __name__ == "__main__":
    result = unittest.main(exit=False).result
    # What was left out shows in the list of all tests, too.
    sys.exit(not result.wasSuccessful() or (77 if result.skipped else 0))
