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
        text: qsTr("What you write lies encrypted on this device. Its key is with the device's key store, or comes from your passphrase where you set one. Nothing goes anywhere by itself, and nobody is watching.")
    }
    ThreatCard {
        when: qsTr("The device is lost, broken or wiped")
        cannot: qsTr("There is no back-up and no recovery code yet. Without the device, its key store or your passphrase, what you wrote is gone. Keep what matters most somewhere else, too.")
    }
    ThreatCard {
        when: qsTr("Somebody uses your device while it is open")
        does: qsTr("Today keeps your words veiled until you ask for them. With a passphrase, “Lock now” closes everything.")
        cannot: qsTr("Rapport has no PIN yet and never locks by itself. Without a passphrase, whoever can use your unlocked device can open Rapport and read. It does not hide that it is there.")
    }
    ThreatCard {
        when: qsTr("Somebody takes it while it is locked or off")
        does: qsTr("The files are of no use without the key store or your passphrase.")
        cannot: qsTr("It cannot make up for a device that opens without a code, or with one that is easy to guess.")
    }
    ThreatCard {
        when: qsTr("You share a computer, or it belongs to your work")
        does: qsTr("Other accounts on it cannot read your files.")
        cannot: qsTr("Whoever looks after the computer may record the screen or the keys, or copy everything. A passphrase makes a copy of little use, and that is all.")
    }
    ThreatCard {
        when: qsTr("A harmful program got into your account")
        does: qsTr("With a passphrase, it can read nothing while Rapport is locked.")
        cannot: qsTr("Once your notes are open, it can read what you can. Without a passphrase it may ask the key store, as Rapport does.")
    }
    ThreatCard {
        when: qsTr("Your files are copied to a cloud")
        does: qsTr("Rapport sends nothing there. If something else copies its folder, that copy is encrypted and holds no key.")
        cannot: qsTr("A copy that takes the key store along is only as safe as the password of your account.")
    }
    ThreatCard {
        when: qsTr("Somebody looks over your shoulder, or listens")
        does: qsTr("Today veils your words. Nothing is read aloud unless you press “Read aloud”.")
        cannot: qsTr("To say, a card you show and the page of your note stand open for any eye or camera. Reading aloud hands the words to the voice of this device, and to every ear near you.")
    }
    ThreatCard {
        when: qsTr("You show a card or send a note")
        does: qsTr("You see word for word what leaves. Private cards never go into a note. Showing leaves nothing behind with anybody.")
        cannot: qsTr("What was sent cannot be called back. Your therapist may keep it, and mail can be read on its way. A screen can be photographed.")
    }
    ThreatCard {
        when: qsTr("Somebody makes you open it")
        does: qsTr("You can delete a card. It can be brought back for ten minutes, then it is gone for good.")
        cannot: qsTr("There is no false vault and no hidden part. If you fear somebody near you, it may be safer not to write it here.")
    }
    SoftText {
        text: qsTr("Rapport does not know how you are. If you can't keep yourself safe, use Help now.")
    }
}
