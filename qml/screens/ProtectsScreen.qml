// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick
import Rapport.Ui

// What can happen to what a person wrote, in plain words. Only what is built
// is promised here: a change of what Rapport can do changes this page.
ScreenPage {
    id: screen

    heading: qsTr("What this protects, and what it cannot")
    canGoBack: true
    Component.onCompleted: screen.focusHeading()

    BodyText {
        text: qsTr("What you write lies encrypted on this device. Its key is with the device's key store, or comes from a passphrase or PIN where you set one. Nothing goes anywhere by itself, and nobody is watching.")
    }
    ThreatCard {
        when: qsTr("The device is lost, broken or wiped")
        does: qsTr("A back-up that you keep somewhere else brings everything back, on this device or on another.")
        cannot: qsTr("What was never copied elsewhere is gone. A back-up opens with its own passphrase and with nothing else.")
    }
    ThreatCard {
        when: qsTr("You forget what opens it, or the key store is gone")
        does: qsTr("The recovery code opens your notes, if you took it when it was offered and kept it.")
        cannot: qsTr("Without any way in, nobody can open them: not you, and not us.")
    }
    ThreatCard {
        when: qsTr("Somebody uses your device while it is open")
        does: qsTr("With a PIN or a passphrase, Rapport locks by itself: after a minute left alone, unless you choose otherwise. While something else is in front, it shows an empty page. After five wrong tries the next ones have to wait. Without a lock, Today still keeps your words veiled until you ask for them.")
        cannot: qsTr("Without a lock, whoever can use your unlocked device can open Rapport and read. Around a session it stays open longer, so that you need not type on the way in. It does not hide that it is there, and it does not stop who knows your PIN.")
    }
    ThreatCard {
        when: qsTr("Somebody takes it while it is locked or off")
        does: qsTr("The files are of no use without the key store or your passphrase.")
        cannot: qsTr("It cannot make up for a device that opens without a code, or with one that is easy to guess. Nor is a PIN strong by itself: whoever has the files and the key store, too, can try every PIN there is.")
    }
    ThreatCard {
        when: qsTr("You share a computer, or it belongs to your work")
        does: qsTr("Other accounts on it cannot read your files.")
        cannot: qsTr("Whoever looks after the computer may record the screen or the keys, or copy everything. A passphrase makes a copy of little use, and that is all.")
    }
    ThreatCard {
        when: qsTr("A harmful program got into your account")
        does: qsTr("With a passphrase, it finds nothing to read in the files while Rapport is locked. On Linux it is kept out of Rapport's memory, too, but for the moment in which a dialog of the system opens.")
        cannot: qsTr("Once your notes are open, it can look at the screen, take down the keys and listen where a screen reader listens. Without a passphrase it may ask the key store, as Rapport does, and a PIN will not hold it up for long.")
    }
    ThreatCard {
        when: qsTr("Your files are copied to a cloud")
        does: qsTr("Rapport sends nothing there. If something else copies its folder, that copy is encrypted and holds no key.")
        cannot: qsTr("A copy that takes the key store along is only as safe as the password of your account. PDFs and texts that you saved are not encrypted.")
    }
    ThreatCard {
        when: qsTr("Somebody looks over your shoulder, or listens")
        does: qsTr("Today veils your words; To say and Looking back do so, too, if you choose it under Settings. Nothing is read aloud unless you press “Read aloud”.")
        cannot: qsTr("What you unveil, a card you show and the page of your note stand open for any eye or camera, and for programs that take pictures of the screen. Reading aloud hands the words to the voice of this device, and to every ear near you.")
    }
    ThreatCard {
        when: qsTr("You show a card or send a note")
        does: qsTr("You see word for word what leaves. Private cards never go into a note. Showing leaves nothing behind with anybody. A note you copy is marked as a secret, and taken off the clipboard after a minute, with “Lock now”, and when Rapport ends.")
        cannot: qsTr("What was sent cannot be called back. Your therapist may keep it, and mail can be read on its way. A screen can be photographed. Another program may take a copy from the clipboard while it is there.")
    }
    ThreatCard {
        when: qsTr("Somebody makes you open it")
        does: qsTr("You can delete a card. It can be brought back for ten minutes, then it is gone for good. Everything at once can be deleted under Settings. Wrong tries at the lock never delete anything, so nobody can use that against you.")
        cannot: qsTr("There is no false vault and no hidden part. If you fear somebody near you, it may be safer not to write it here.")
    }
    SoftText {
        text: qsTr("Rapport does not know how you are. If you can't keep yourself safe, use Help now.")
    }
}
