# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""The house rules that no other tool knows; see CONTRIBUTING.md for their reasons.

    check_sources.py ROOT      every finding as path:line: sentence; status 1 if any
"""

import dataclasses
import pathlib
import re
import statistics
import subprocess
import sys

LONGEST_QML, MEDIAN_QML, LONGEST_CPP = 300, 90, 400

CPP = (".cpp", ".h", ".mm")
PRODUCT = ("app/", "core/", "platform/", "qml/")
# Where looks are decided; all other QML takes them from there.
LOOKS = re.compile(r"^qml/ui/Theme\w*\.qml$")


@dataclasses.dataclass(frozen=True)
class Rule:
    """A pattern that a line of certain files must not hold, comments aside."""

    sentence: str
    pattern: re.Pattern
    applies: object  # path -> bool
    in_comments: bool = False


def _is_qml(path):
    return path.endswith(".qml")


def _is_plain_qml(path):
    return _is_qml(path) and not LOOKS.match(path) and not path.startswith("tests/")


def _is_product_code(path):
    return path.startswith(PRODUCT) and path.endswith((*CPP, ".qml", ".js", ".mjs"))


def _is_cpp(path):
    return path.endswith(CPP)


def _is_cmake(path):
    return path.endswith(("CMakeLists.txt", ".cmake"))


RULES = (
    Rule("a colour of its own: take one from Theme",
         re.compile(r'"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})"|\bQt\.(?:rgba|hsla|hsva|color|tint)\('
                    r'|\b\w*[cC]olou?r\s*:\s*"'), _is_plain_qml),
    Rule("a font size of its own: take one from Theme",
         re.compile(r"\b(?:pixelSize|pointSize)\s*:\s*[^/\n]*(?<![\w.])\d*[1-9]"), _is_plain_qml),
    Rule("a font family of its own: take one from Theme",
         re.compile(r'\bfont\.family\s*:\s*"|^\s*family\s*:\s*"'), _is_plain_qml),
    Rule("a duration of its own: take one from Theme",
         re.compile(r"\b(?:duration|interval|delay|velocity|timeout)\s*:\s*[^/\n]*(?<![\w.])\d*[1-9]"),
         _is_plain_qml),
    Rule("a question about the operating system outside platform/",
         re.compile(r"^\s*#\s*(?:el)?if.*\bQ_OS_|\bdefined\s*\(?\s*Q_OS_|\bQt\.platform\b"),
         lambda path: path.endswith((*CPP, ".qml")) and not path.startswith("platform/")),
    Rule("a context property: hand it in as a required property",
         re.compile(r"\bsetContextProperty\b|\bsetContextObject\b"), _is_cpp),
    Rule("an instance() of its own making: build it in Shell and inject it",
         re.compile(r"\bstatic\b[^;={]*\binstance\s*\("), _is_cpp),
    Rule("a print left over from debugging",
         re.compile(r"\bconsole\.\w+\s*\(|\bprint\s*\(|\bq(?:C)?Debug\b"), _is_product_code),
    Rule("a crash where an error value belongs", re.compile(r"\bq(?:C)?Fatal\b"), _is_product_code),
    Rule("networking: Rapport has none",
         re.compile(r"\bXMLHttpRequest\b|\bimport\s+Qt(?:Network|WebSockets|WebEngine|WebView)\b"
                    r"|\bQNetwork\w+\b|\bQ(?:Tcp|Udp|Ssl|Web)Socket\b"), _is_product_code),
    Rule("networking: nothing here links it",
         re.compile(r"\bQt6?::(?:Network|WebSockets|HttpServer|WebEngine)"
                    r"|\bCOMPONENTS\b[^)\n]*\b(?:Network|WebSockets|HttpServer)\b"), _is_cmake),
    Rule("a path of one machine",
         re.compile(r"(?<![\w.$})\"'-])/(?:home|root|Users|work|mnt|opt)/\w|\b[A-Z]:\\\\?Users\\"),
         lambda path: not path.startswith("tests/lint/"), in_comments=True),
    Rule("the address of a package registry; machines bring their own",
         re.compile(r"\b(?:py" r"pi|npm" r"js|crates|ruby" r"gems|packagist|nu" r"get|yarn" r"pkg|golang|maven|conan"
                    r"|jfrog|quay|docker|ghcr)\.(?:org|com|io|dev|apache\.org)\b"
                    r"|\b(?:deb|ftp|security|snapshot|archive|ports)\.(?:\w+\.)?(?:debian|ubuntu)\.(?:org|com)\b"),
         lambda path: True, in_comments=True),
)

FUNCTION = re.compile(r"\bfunction\s+(\w+)\s*\(([^)]*)\)\s*(:?)")
STRING_OR_COMMENT = re.compile(
    r'"(?:\\.|[^"\\\n])*"' r"|'(?:\\.|[^'\\\n])*'" r"|//[^\n]*" r"|/\*.*?\*/", re.DOTALL)


@dataclasses.dataclass(frozen=True)
class Finding:
    path: str
    line: int
    sentence: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.sentence}"


def without_comments(path, text):
    """The text with its comments blanked and every line where it was."""
    if path.endswith((*CPP, ".qml", ".js", ".mjs")):
        def blank(match):
            found = match[0]
            return re.sub(r"[^\n]", " ", found) if found.startswith(("//", "/*")) else found
        return STRING_OR_COMMENT.sub(blank, text)
    if _is_cmake(path):
        return re.sub(r"#[^\n]*", "", text)
    return text


def check(path, text):
    """Every finding in one file. `path`: from the project's root, with slashes."""
    bare = without_comments(path, text)
    for rule in RULES:
        if rule.applies(path):
            lines = (text if rule.in_comments else bare).split("\n")
            for number, line in enumerate(lines, 1):
                if rule.pattern.search(line):
                    yield Finding(path, number, rule.sentence)
    if path.endswith((".qml", ".js", ".mjs")):
        yield from _untyped_functions(path, bare)
    yield from _too_long(path, text)


def _untyped_functions(path, bare):
    for match in FUNCTION.finditer(bare):
        name, given, answer = match.groups()
        line = bare.count("\n", 0, match.start()) + 1
        for parameter in filter(None, (one.strip() for one in given.split(","))):
            if ":" not in parameter:
                yield Finding(path, line, f"{name}() has a parameter without a type: {parameter}")
        if not answer:
            yield Finding(path, line, f"{name}() does not say what it returns (: void, if nothing)")


def _too_long(path, text):
    lines = text.count("\n")
    if _is_qml(path) and lines > LONGEST_QML:
        yield Finding(path, lines, f"{lines} lines; a QML file has at most {LONGEST_QML}")
    if _is_cpp(path) and lines > LONGEST_CPP:
        head = f"\n{text}".split("\n#", 1)[0]
        if not re.search(r"^\s*(?://+|\*)?\s*Long because \w", head, re.MULTILINE):
            yield Finding(path, lines, f"{lines} lines; over {LONGEST_CPP} the head comment says \"Long because …\"")


def check_median(sizes):
    """QML files are small as a rule, not only below a limit."""
    if sizes and (median := statistics.median(sizes)) > MEDIAN_QML:
        yield Finding("qml", 0, f"the median QML file has {median:g} lines; at most {MEDIAN_QML}")


def project_files(root):
    """Paths of everything that is, or is about to be, in the repository."""
    asked = subprocess.run(
        ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True, check=False,
    ) if (root / ".git").exists() else None
    if asked is not None and asked.returncode == 0:
        names = filter(None, asked.stdout.decode().split("\0"))
    else:
        names = (p.relative_to(root).as_posix() for p in root.rglob("*")
                 if p.is_file() and p.relative_to(root).parts[0] not in (".git", "build"))
    return sorted(name for name in names if (root / name).is_file())


def read_text(path):
    """The file's text, or None for pictures, fonts, vaults and the like."""
    raw = path.read_bytes()
    if b"\0" in raw:
        return None
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return None


def main(words):
    if len(words) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    root = pathlib.Path(words[0]).resolve()
    findings, qml_sizes = [], []
    for name in project_files(root):
        if name.startswith(("LICENSES/", "tests/data/")):
            continue
        text = read_text(root / name)
        if text is None:
            continue
        findings.extend(check(name, text))
        if _is_qml(name) and not name.startswith("tests/"):
            qml_sizes.append(text.count("\n"))
    findings.extend(check_median(qml_sizes))
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
