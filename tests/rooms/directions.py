# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Which room may touch which: the one table, and the rules that read it.

A room is a folder with a library of its own. `rooms` are the other rooms it
may link and include, `libraries` the ones from outside (names as CMake has
them; a module's …Private goes with it). What is not named is forbidden; what a
named library links itself is that library's own affair.
"""

import dataclasses
import fnmatch
import pathlib
import re

PLAIN = ("Qt6::Core", "tl::expected")


@dataclasses.dataclass(frozen=True)
class May:
    rooms: tuple = ()
    libraries: tuple = PLAIN


DIRECTIONS = {
    "core/domain": May(),
    "core/wording": May(["core/domain"]),
    "core/storage": May(["core/domain", "core/storage/driver"], (*PLAIN, "Qt6::Sql", "*sqlcipher*")),
    # The driver is a general one: it knows nothing of what Rapport keeps.
    "core/storage/driver": May([], ("Qt6::Core", "Qt6::Sql", "*sqlcipher*", "OpenSSL::Crypto", "ZLIB::ZLIB")),
    "core/vault": May(["core/storage", "core/domain"], (*PLAIN, "PkgConfig::Sodium", "Zxcvbn::zxcvbn")),
    "core/exchange": May(["core/domain"], (*PLAIN, "PkgConfig::Zip", "PkgConfig::Ical", "libzip::zip")),
    "core/paper": May(["core/domain"], (*PLAIN, "Qt6::Gui", "PkgConfig::Qpdf")),
    "platform": May([], (*PLAIN, "Qt6::Gui", "Qt6::DBus", "Qt6Keychain::Qt6Keychain", "qt6keychain")),
    "app": May(["core/*", "platform"], (*PLAIN, "Qt6::Gui", "Qt6::Qml", "Qt6::Quick", "Qt6::QmlIntegration")),
    "qml/ui": May([], (*PLAIN, "Qt6::Gui", "Qt6::Qml", "Qt6::Quick", "Qt6::QuickTemplates2", "Qt6::Svg")),
    "qml/screens": May(["qml/ui", "app"], (*PLAIN, "Qt6::Gui", "Qt6::Qml", "Qt6::Quick")),
    # The program itself: main.cpp puts the rooms together and loads the screens.
    "app (program)": May(["app", "platform", "core/*", "qml/*"],
                         (*PLAIN, "Qt6::Gui", "Qt6::Qml", "Qt6::Quick", "Qt6::*Plugin", "Qt6::Svg")),
    "tests": May(["*"], ("*",)),
}

# Not even a test, whatever the table says.
NOWHERE = ("Qt6::Network", "Qt6::NetworkAuth", "Qt6::HttpServer", "Qt6::WebSockets", "Qt6::WebEngine*")

# Compiler settings and what every program has; none of it is code of a library.
FLAGS = frozenset(["rapport_flags", "rapport_generated", "Qt6::Platform", "m", "dl", "pthread", "rt"])

# Headers that tell of a library, for #include <…>.
HEADERS = {
    "Qt6::Network": r"QtNetwork/|Q(Network|Tcp|Udp|Ssl|Local(Socket|Server)|Http|HostAddress|AbstractSocket)",
    "Qt6::Sql": r"QtSql/|QSql",
    "Qt6::Qml": r"QtQml/|QQml|QJS|qqml|QtQmlIntegration/",
    "Qt6::Quick": r"QtQuick/|QQuick|QSG",
    "Qt6::DBus": r"QtDBus/|QDBus",
    "Qt6::Gui": r"QtGui/|Q(GuiApplication|Font|Image|Pixmap|Painter|Pdf|Color|Clipboard|DesktopServices|Window)",
    "Qt6Keychain::Qt6Keychain": r"qt6keychain/|keychain\.h",
    "PkgConfig::Sodium": r"sodium",
    "Zxcvbn::zxcvbn": r"zxcvbn\.h",
    "*sqlcipher*": r"sqlcipher/|sqlite3\.h",
}
# The same library, by the names that the table may use for it.
STANDS_FOR = {"Qt6::Qml": ("Qt6::Qml", "Qt6::QmlIntegration"), "Qt6::Gui": ("Qt6::Gui", "Qt6::Quick")}


@dataclasses.dataclass(frozen=True)
class Target:
    """A CMake target: what it is, where it is made, what it links directly."""

    name: str
    type: str
    folder: str  # from the project's root
    links: tuple


def room_of(path, program=False):
    """The room a file or folder of the project belongs to; None outside of all."""
    parts = pathlib.PurePosixPath(path).parts
    if parts[:1] == ("app",) and program:
        return "app (program)"
    for length in (3, 2, 1):
        if "/".join(parts[:length]) in DIRECTIONS:
            return "/".join(parts[:length])
    return None


def _one_of(name, patterns):
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)


def may_use_room(room, other):
    return room == other or (other != "tests" and _one_of(other, DIRECTIONS[room].rooms)) or room == "tests"


def may_use_library(room, library):
    bare = library.removesuffix("Private")
    return not _one_of(bare, NOWHERE) and _one_of(bare, DIRECTIONS[room].libraries)


# What CMake wraps a link in without changing what it is.
WRAPPED = re.compile(r"^\$<(?:LINK_ONLY|BUILD_INTERFACE|TARGET_NAME_IF_EXISTS|1|BOOL:1):(.+)>$")


def plain_name(link):
    """The target or file meant by one entry of a link line; "" for what is no library."""
    while match := WRAPPED.match(link):
        link = match[1]
    if link.startswith(("-Wl,", "::@")) or "$<TARGET_OBJECTS:" in link or "QT_IS_PLUGIN_GENEX" in link:
        # Linker flags, CMake's scope marks, and how Qt brings a module's own
        # resources and the plugins of modules already linked into a program.
        return ""
    return pathlib.PurePosixPath(link).name if link.startswith("/") else link


def check_links(targets):
    """A sentence for every link that the table does not allow."""
    by_name = {target.name: target for target in targets}
    for target in targets:
        room = room_of(target.folder, program=target.type == "EXECUTABLE")
        for link in filter(None, map(plain_name, target.links)):
            if _one_of(link.removesuffix("Private"), NOWHERE):
                yield f"{target.name} links {link}; nothing here may"
                continue
            if room is None:
                continue  # helpers of the build outside of all rooms
            other = by_name.get(link)
            if link in FLAGS or link == target.name:
                continue
            if other is None:
                if not may_use_library(room, link):
                    yield f"{target.name} in {room} links {link}"
            elif (to := room_of(other.folder)) is None or not may_use_room(room, to):
                yield f"{target.name} in {room} links {link} of {to or other.folder}"


INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.MULTILINE)


def check_includes(path, text):
    """A sentence for every #include that the table does not allow. `path`: from the root."""
    room = room_of(path, program=pathlib.PurePosixPath(path).name == "main.cpp")
    if room is None:
        return
    for mark, header in INCLUDE.findall(text):
        to = room_of(header) if "/" in header else None
        if to is not None:
            if not may_use_room(room, to):
                yield f"{path} includes {header} of {to}"
        elif mark == "<":
            yield from _foreign(path, room, header)


def _foreign(path, room, header):
    for library, pattern in HEADERS.items():
        if re.match(pattern, header):
            names = STANDS_FOR.get(library, (library,))
            if library in NOWHERE or not any(may_use_library(room, name) for name in names):
                yield f"{path} includes <{header}> of {library}"
