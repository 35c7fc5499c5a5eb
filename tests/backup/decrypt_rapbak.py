# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Opens a Rapport backup without Rapport.

    decrypt_rapbak.py BACKUP.rapbak FOLDER        asks for the passphrase, or reads a line of it

leaves in FOLDER, which it makes, readable only by you:

    manifest.json   what the backup says about itself
    image.db        the notes, an SQLCipher 4 database
    open.sql        the line that opens it:  sqlcipher -init FOLDER/open.sql FOLDER/image.db

Whoever has open.sql and image.db can read everything: remove both when done.

It needs Python 3.9 or later and PyNaCl (on Debian: python3-nacl). The format is
described in core/vault/BackupFormat.h; this file is a second reader of it, and
a test holds the two together.
"""

import base64
import getpass
import hashlib
import json
import os
import pathlib
import struct
import sys
import unicodedata

import nacl.bindings as sodium
import nacl.exceptions
import nacl.pwhash.argon2id as argon2id

MAGIC = b"RAPBKUP1"
MESSAGE = 65536  # bytes in each message but the last


class NotReadable(Exception):
    """With a sentence."""


def canonical(value):
    """JSON in the one spelling that a backup may have."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def parsed(text):
    try:
        value = json.loads(text)
    except ValueError as error:
        raise NotReadable("The backup is damaged: JSON was expected.") from error
    if not isinstance(value, dict) or canonical(value) != text:
        raise NotReadable("The backup is damaged: its JSON is not in canonical form.")
    return value


def blake2b(message, key=b"", size=32):
    return hashlib.blake2b(message, key=key, digest_size=size).digest()


def exactly(file, size):
    data = file.read(size)
    if len(data) != size:
        raise NotReadable("The backup is damaged: it ends too early.")
    return data


def read_prefix(file):
    """PREFIX as bytes, and its JSON."""
    magic = file.read(len(MAGIC))
    if magic[:7] != MAGIC[:7]:
        raise NotReadable("This is not a Rapport backup.")
    if magic != MAGIC:
        raise NotReadable("This backup was made by a newer Rapport.")
    length_bytes = exactly(file, 4)
    (length,) = struct.unpack("<I", length_bytes)
    if not 1 <= length <= 4096:
        raise NotReadable("The backup is damaged: its first lines have an impossible length.")
    text = exactly(file, length)
    head = parsed(text)
    if head.get("format") != 1:
        raise NotReadable("This backup was made by a newer Rapport.")
    if head.get("kdf") != "argon2id" or not 1 <= head["ops"] <= 16 or not 8192 <= head["mem"] <= 1048576:
        raise NotReadable("The backup is damaged: its key derivation is out of bounds.")
    return magic + length_bytes + text, head


class Messages:
    """The sealed messages, one after the other."""

    def __init__(self, file, key, additional):
        self.file, self.additional = file, additional
        self.state = sodium.crypto_secretstream_xchacha20poly1305_state()
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(self.state, exactly(file, 24), key)

    def next(self, size, last):
        sealed = exactly(self.file, size + sodium.crypto_secretstream_xchacha20poly1305_ABYTES)
        try:
            message, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(
                self.state, sealed, self.additional)
        except (RuntimeError, nacl.exceptions.CryptoError) as error:
            raise NotReadable("The backup is damaged: a part of it is not what was written.") from error
        wanted = (sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL if last
                  else sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE)
        if tag != wanted:
            raise NotReadable("The backup is damaged: its end is not where it should be.")
        return message


def read_manifest(message):
    """The image's raw key and the manifest."""
    (length,) = struct.unpack_from("<I", message, 48)
    text, padding = message[52:52 + length], message[52 + length:]
    if not 1 <= length <= MESSAGE - 52 or padding.strip(b"\0"):
        raise NotReadable("The backup is damaged: its manifest is out of bounds.")
    return message[:48], parsed(text)


def decrypt(backup, passphrase, write):
    """Gives each piece of the image to `write`; answers (head, raw key, manifest).

    Only once it has answered may what was written be believed.
    """
    with open(backup, "rb") as file:
        prefix, head = read_prefix(file)
        check = exactly(file, 32)
        master = argon2id.kdf(32, unicodedata.normalize("NFC", passphrase).encode(),
                              base64.b64decode(head["salt"]), opslimit=head["ops"],
                              memlimit=head["mem"] * 1024)
        if blake2b(b"RAPPORT BACKUP CHECK 1" + prefix, key=master) != check:
            raise NotReadable("The passphrase is not right, or the first lines of the backup are damaged.")
        messages = Messages(file, blake2b(b"RAPPORT BACKUP STREAM 1", key=master), blake2b(prefix + check))
        raw_key, manifest = read_manifest(messages.next(MESSAGE, last=False))
        image = hashlib.blake2b(digest_size=32)
        left = manifest["size"]
        while left > 0:
            size = min(left, MESSAGE)
            left -= size
            piece = messages.next(size, last=left == 0)
            image.update(piece)
            write(piece)
        if file.read(1):
            raise NotReadable("The backup is damaged: something follows its end.")
    if image.digest() != base64.b64decode(manifest["hash"]):
        raise NotReadable("The backup is damaged: the notes in it are not what was written.")
    return head, raw_key, manifest


def main(words):
    if len(words) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    backup, folder = words[0], pathlib.Path(words[1])
    passphrase = getpass.getpass("Passphrase: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    os.umask(0o077)
    folder.mkdir(parents=True)
    image = folder / "image.db"
    try:
        with open(image, "xb") as out:
            head, raw_key, manifest = decrypt(backup, passphrase, out.write)
    except NotReadable as error:
        image.unlink()
        folder.rmdir()
        print(error, file=sys.stderr)
        return 1
    (folder / "manifest.json").write_text(
        json.dumps({"created": head["created"], **manifest}, indent=2, sort_keys=True) + "\n")
    (folder / "open.sql").write_text(f"PRAGMA key = \"x'{raw_key.hex()}'\";\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
