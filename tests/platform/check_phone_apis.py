#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Checks every API named in PHONES.md against two unpacked type packages.

    check_phone_apis.py --android DIR --ios DIR [--oldest DIR] [--java FILE] [--verbose] PHONES.md

DIR is where the package "types-android" or "types-ios" was unpacked. The newer
Android package marks what came with API 22 to 36; what has no mark is of 21 or
older, or of 37. With --oldest, an older package that has a file for API 21
alone, it is told which. An API is a code span in a table row, followed by the
version it is said to have come with; "-" stands for "the package gives none":

    `android.view.Window.addFlags(int): void` 21     (21 means: 21 or older)
    `.clearFlags(int): void` 21                      (the class of the span before)
    `new android.content.Intent(String)` 21
    `-[UIApplication openURL:options:completionHandler:]` 10.0   (+ for a class method)
    `UIApplication.idleTimerDisabled` -              (a property, or an enum's member)
    `SecItemDelete(query)` 2.0                       (a function; a constant has no brackets)

Compared are existence, arity, version, on Android also the types as far as the
package tells them apart (every number is one type there, and char sequences
are strings; what it calls "any" goes with every class). Fields of a class are
written without brackets. A span followed by "?" is said not to be in the
package; it is an error if it is. A member without a version of its own has that
of its class, which is only a lower bound.

FILE is Android's own list of its API 29, api/current.txt in the source of
"frameworks-base": with it, what is no younger is compared once more with the
real types of Java, int and long told apart.

Ends with 1 when anything differs.
"""

import argparse
import pathlib
import re
import sys

SPAN = re.compile(r"`([^`]+)`\s+(\?|-|\d+(?:\.\d+)*)(?=[\s,;.)|]|$)")
SINCE = re.compile(r"@since (\d+(?:\.\d+)*)")
NUMBERS = {"byte", "short", "int", "long", "float", "double"}
OLDEST_ANDROID = "21"


def newest(*versions):
    known = [v for v in versions if v]
    return max(known, key=lambda v: [int(n) for n in v.split(".")]) if known else None


def split_parameters(text):
    """The parameters of a declaration; commas inside brackets do not count."""
    parts, depth, start = [], 0, 0
    for i, char in enumerate(text):
        if char in "<({[":
            depth += 1
        elif char in ")}]" or (char == ">" and text[i - 1] != "="):
            depth -= 1
        elif char == "," and depth == 0:
            parts.append(text[start:i])
            start = i + 1
    parts.append(text[start:])
    return [p.strip() for p in parts if p.strip()]


def simple(kind):
    """One word for a type, the same for Java's spelling and the package's."""
    kind = kind.replace("| null", "").strip()
    array = re.fullmatch(r"androidNative\.Array<(.+)>", kind)
    if array:
        return simple(array[1]) + "[]"
    if kind.endswith("[]"):
        return simple(kind[:-2]) + "[]"
    kind = kind.split("<")[0].split(".")[-1]
    if kind in NUMBERS:
        return "number"
    if kind in {"String", "CharSequence", "char"}:
        return "string"
    return kind


def same(wanted, given):
    """Whether two types are one; the package says "any" of some classes."""
    return wanted == given or (given == "any" and wanted not in {"number", "string", "boolean", "void"})


class Android:
    """name of a class -> (since, {member: [(parameters or None, result, since)]})"""

    MODULE = re.compile(r"(?:declare|export) module ([\w.$]+) \{")
    CLASS = re.compile(r"export (?:abstract )?class (\w+)(?:<.*?>)?(?: extends .*| implements .*)? \{$")
    MEMBER = re.compile(r"(?:public|protected) (static )?(\w+)(?:<[^(]*>)?(?:\((.*)\))?: (.+);$")
    CONSTRUCTOR = re.compile(r"public constructor\((.*)\);$")

    def __init__(self, folder, oldest=None):
        self.classes = {}
        self.oldest = None
        if oldest:
            self.oldest = Android.__new__(Android)
            self.oldest.classes, self.oldest.oldest = {}, None
            self.oldest.read(next(oldest.rglob("android-platform-21.d.ts")))
        platform = sorted(folder.rglob("android-platform-*-merged.d.ts"))
        extra = sorted(folder.rglob("androidx-*.d.ts"), key=lambda p: int(re.findall(r"\d+", p.name)[-1]))
        for path in platform[-1:] + extra[-1:]:
            self.read(path)

    def read(self, path):
        stack, since = [], None
        with path.open(encoding="utf-8") as lines:
            for raw in lines:
                line = raw.strip()
                if line.startswith(("/**", "*")):
                    found = SINCE.search(line)
                    if line.startswith("/**"):
                        since = None
                    since = found[1] if found else since
                    continue
                module, kind = self.MODULE.match(line), self.CLASS.match(line)
                if module:
                    stack.append(module[1])
                elif kind:
                    stack.append(kind[1])
                    self.classes.setdefault(".".join(stack), (since, {}))
                elif line == "}":
                    stack.pop()
                elif line.endswith("{"):
                    stack.append("")  # the implementation given to an interface's constructor
                elif line.startswith("})"):
                    stack.pop()
                else:
                    self.member(".".join(stack), line, since)
                since = None

    def member(self, owner, line, since):
        if owner not in self.classes:
            return
        members = self.classes[owner][1]
        made, found = self.CONSTRUCTOR.match(line), self.MEMBER.match(line)
        if made:
            members.setdefault("new", []).append((self.kinds(made[1]), None, since))
        elif found:
            kinds = None if found[3] is None else self.kinds(found[3])
            members.setdefault(found[2], []).append((kinds, simple(found[4]), since))

    @staticmethod
    def kinds(parameters):
        return [simple(p.split(":", 1)[1]) for p in split_parameters(parameters)]

    SPEC = re.compile(r"(new )?([\w.]+?)(?:\((.*)\))?(?:: ([\w.\[\]]+))?$")

    def look_up(self, spec):
        """A pair: since, and None or what is wrong."""
        since, wrong = self.find(spec)
        if wrong or since:
            return since, wrong
        # androidx has no API levels of its own.
        if self.oldest and not spec.removeprefix("new ").startswith("androidx.") and self.oldest.find(spec)[1]:
            return "37", None
        return OLDEST_ANDROID, None

    def find(self, spec):
        made, name, parameters, result = self.SPEC.fullmatch(spec).groups()
        if name in self.classes and parameters is None:
            return self.classes[name][0], None
        owner, member = (name, "new") if made else name.rsplit(".", 1)
        if owner not in self.classes:
            return None, "no such class"
        of_class, members = self.classes[owner]
        if member not in members:
            return None, "no such member"
        wanted = None if parameters is None else [simple(p) for p in split_parameters(parameters)]
        likely = [m for m in members[member] if self.is_like(m, wanted, result and simple(result))]
        fits = [m for m in likely if m[0] == wanted] or likely
        if not fits:
            have = "; ".join(f"({', '.join(k) if k is not None else 'field'}): {r}" for k, r, _ in members[member])
            return None, "other signature: " + have
        # The same signature twice is one method of two ages: the older counts.
        ages = [newest(of_class, since) for _, _, since in fits]
        return (None if None in ages else min(ages, key=int)), None

    @staticmethod
    def is_like(member, wanted, result):
        kinds, given, _ = member
        if (kinds is None) != (wanted is None) or (result and not same(result, given)):
            return False
        return kinds is None or (
            len(kinds) == len(wanted) and all(same(w, k) for w, k in zip(wanted, kinds))
        )

    def full(self, spec, before):
        if not spec.startswith("."):
            return spec
        made, name, parameters, _ = self.SPEC.fullmatch(before).groups()
        is_class = made or (parameters is None and name in self.classes)
        return (name if is_class else name.rsplit(".", 1)[0]) + spec


class Java:
    """Android's own list: {class: {member: [(parameters or None, result)]}}"""

    HEAD = re.compile(r"  .*\b(?:class|interface|enum|@interface) ([\w.]+)")
    MEMBER = re.compile(r"    (method|ctor|field|enum_constant) (.+?)( throws .+)?( = .+)?;")
    NOISE = re.compile(r"@\w[\w.]*(\([^)]*\))? ?|<[^()]*>|\b(public|protected|static|final|abstract"
                       r"|synchronized|default|volatile|transient|native) ")

    def __init__(self, path):
        self.classes = {}
        package, members = "", {}
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("package "):
                package = line.split()[1]
            elif line.startswith("    "):
                self.member(members, line)
            elif head := self.HEAD.match(line):
                members = self.classes.setdefault(f"{package}.{head[1]}", {})

    def member(self, members, line):
        found = self.MEMBER.match(line)
        if not found:
            return
        declaration = self.NOISE.sub("", found[2]).strip()
        signature = re.fullmatch(r"(?:(\S+) )?([\w.]+)(?:\((.*)\))?", declaration)
        if signature:
            result, name, parameters = signature.groups()
            kinds = None if parameters is None else [self.simple(k) for k in split_parameters(parameters)]
            name = "new" if found[1] == "ctor" else name
            members.setdefault(name, []).append((kinds, result and self.simple(result)))

    @staticmethod
    def simple(kind):
        return kind.strip().replace("...", "[]").split(" ")[0].split("<")[0].split(".")[-1]

    def wrong(self, spec):
        """None, or what differs."""
        made, name, parameters, result = Android.SPEC.fullmatch(spec).groups()
        if name in self.classes and parameters is None:
            return None
        owner, member = (name, "new") if made else name.rsplit(".", 1)
        if member not in self.classes.get(owner, {}):
            return "not in Android's list"
        wanted = None if parameters is None else [self.simple(p) for p in split_parameters(parameters)]
        for kinds, given in self.classes[owner][member]:
            if kinds == wanted and (not result or self.simple(result) == given):
                return None
        return f"Android's list has {self.classes[owner][member]}"


class Ios:
    """Classes and protocols by name, and what stands on its own."""

    OWNER = re.compile(r"(?:declare class|interface|declare const enum) (\w+)")
    MEMBER = re.compile(r"(?:static )?(?:readonly )?(\w+)\??(\(|:| = |,|$)")
    ALONE = re.compile(r"declare (function|var|const) (\w+)(?:\((.*)\))?[:;]?")

    def __init__(self, folder):
        self.owners, self.alone = {}, {}
        for path in sorted(folder.rglob("objc!*.d.ts")):
            self.read(path)

    def read(self, path):
        owner, since = None, None
        for raw in path.read_text(encoding="utf-8").splitlines():
            line = raw.strip()
            if line.startswith(("/*", "*")):
                found = SINCE.search(line)
                since = found[1] if found else (None if line.startswith("/*") else since)
                continue
            if not line:
                continue
            if not raw.startswith("\t"):
                found, alone = self.OWNER.match(line), self.ALONE.match(line)
                if found:
                    owner = found[1]
                    self.owners.setdefault(owner, (since, {}))
                elif alone and not line.endswith("{"):
                    owner = None
                    count = len(split_parameters(alone[3] or "")) if alone[1] == "function" else None
                    self.alone[alone[2]] = (count, since)
                elif line.startswith("}"):
                    owner = None
            elif owner and raw.startswith("\t") and not raw.startswith("\t\t"):
                found = self.MEMBER.match(line)
                if found:
                    self.owners[owner][1].setdefault(found[1], []).append((line, since))
            since = None

    def look_up(self, spec):
        message = re.fullmatch(r"([-+])\[(\w+) ([\w:]+)\]", spec)
        if message:
            return self.message(*message.groups())
        if "." in spec:
            owner, member = spec.split(".", 1)
            if owner not in self.owners:
                return None, "no such class or enum"
            of_class, members = self.owners[owner]
            return self.age(of_class, members, member, lambda line: "(" not in line.split(":")[0])
        function = re.fullmatch(r"(\w+)\((.*)\)", spec)
        name = function[1] if function else spec
        if name in self.alone:
            count, since = self.alone[name]
            if (count is None) == bool(function):
                return None, "a function" if count is not None else "not a function"
            if function and len(split_parameters(function[2])) != count:
                return None, f"takes {count}"
            return since, None
        if name in self.owners and not function:
            return self.owners[name][0], None
        return None, "no such name"

    def message(self, sign, owner, selector):
        if owner not in self.owners:
            return None, "no such class"
        parts = [p for p in selector.split(":") if p]
        name = parts[0] + "".join(p[0].upper() + p[1:] for p in parts[1:])
        of_class, members = self.owners[owner]
        arity = selector.count(":")

        def fits(line):
            if line.startswith("static ") != (sign == "+"):
                return False
            # The package spells a trailing NSError** as an optional parameter.
            bracket = re.search(r"\((.*)\): ", line)
            return bool(bracket) and len(split_parameters(bracket[1])) == arity

        return self.age(of_class, members, name, fits)

    @staticmethod
    def age(of_class, members, name, fits):
        if name not in members:
            return None, "no such member"
        found = [since for line, since in members[name] if fits(line)]
        if not found:
            return None, "other form: " + members[name][0][0]
        return newest(of_class, found[0]), None


def spans(document):
    """Every API of the tables: line number, span, version."""
    for number, line in enumerate(document.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("|"):
            for span, version in SPAN.findall(line):
                yield number, span, version


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--android", type=pathlib.Path, required=True)
    options.add_argument("--ios", type=pathlib.Path, required=True)
    options.add_argument("--oldest", type=pathlib.Path)
    options.add_argument("--java", type=pathlib.Path)
    options.add_argument("--verbose", action="store_true")
    options.add_argument("document", type=pathlib.Path)
    given = options.parse_args()
    android, ios = Android(given.android, given.oldest), Ios(given.ios)
    if not android.classes or not ios.owners:
        sys.exit("No types found in the folders given.")

    java = Java(given.java) if given.java else None
    in_java = 0

    counts = {"Android": [0, 0, 0], "iOS": [0, 0, 0]}  # found, absent as said, wrong
    seen, before = set(), ""
    for number, span, said in spans(given.document):
        spec = android.full(span, before)
        is_android = bool(re.match(r"(new )?(android|androidx|java|javax)\.", spec))
        before = spec if is_android else before
        if spec in seen:
            continue
        seen.add(spec)
        since, wrong = (android if is_android else ios).look_up(spec)
        count = counts["Android" if is_android else "iOS"]
        if said == "?":
            good = wrong is not None
            count[1 if good else 2] += 1
        else:
            good = wrong is None and said == (since or "-")
            if good and java and is_android and int(said) <= 29 and ".androidx." not in f".{spec}":
                wrong = java.wrong(spec)
                good = wrong is None
                in_java += good
            count[0 if good else 2] += 1
        if not good:
            print(f"{given.document.name}:{number}: {spec}: {wrong or f'since {since or chr(45)}, not {said}'}")
        elif given.verbose:
            print(f"ok {spec} {since or '-'}")
    for system, (found, absent, wrong) in counts.items():
        print(f"{system}: {found} found, {absent} absent as said, {wrong} wrong")
    if java:
        print(f"of Android's, {in_java} with Java's own types as well")
    return 1 if any(count[2] for count in counts.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
