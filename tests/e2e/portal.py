#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""The file dialog of a desktop portal, answered by a script.

    portal.py LOG ANSWER…

Takes the portal's name on the session's bus and answers one dialog after the
other: with the path ANSWER, or with nothing chosen where it is "cancel". What
it was asked goes to LOG, one JSON object a line. Prints "ready" first, and
runs until it is ended.
"""

import json
import pathlib
import sys

from gi.repository import Gio, GLib

CHOOSER = """<node><interface name="org.freedesktop.portal.FileChooser">
<property name="version" type="u" access="read"/>
<method name="OpenFile">
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
<arg type="o" direction="out"/>
</method></interface></node>"""
PATH = "/org/freedesktop/portal/desktop"


class Portal:
    def __init__(self, log, answers):
        self.log = log
        self.answers = list(answers)
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml(CHOOSER).interfaces[0]
        self.bus.register_object(PATH, interface, self.called, self.asked, None)
        Gio.bus_own_name_on_connection(
            self.bus, "org.freedesktop.portal.Desktop", Gio.BusNameOwnerFlags.NONE,
            lambda *_: print("ready", flush=True), None)

    def asked(self, *_):
        return GLib.Variant("u", 4)

    def called(self, _bus, sender, _path, _interface, _method, parameters, invocation):
        parent, title, options = parameters.unpack()
        handle = f"{PATH}/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
        folder = bytes(options.get("current_folder", b"")).decode()
        with self.log.open("a") as log:
            log.write(json.dumps({"parent": parent, "title": title, "filters": options.get("filters"),
                                  "directory": options.get("directory", False), "folder": folder}) + "\n")
        invocation.return_value(GLib.Variant("(o)", (handle,)))
        answer = self.answers.pop(0)
        results = {} if answer == "cancel" else {
            "uris": GLib.Variant("as", [pathlib.Path(answer).as_uri()])}
        self.bus.emit_signal(sender, handle, "org.freedesktop.portal.Request", "Response",
                             GLib.Variant("(ua{sv})", (1 if answer == "cancel" else 0, results)))


if __name__ == "__main__":
    portal = Portal(pathlib.Path(sys.argv[1]), sys.argv[2:])
    GLib.MainLoop().run()
