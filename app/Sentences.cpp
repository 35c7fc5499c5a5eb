// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Sentences.h"

#include <QCoreApplication>

namespace rapport::app {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

} // namespace

QString sentence(const storage::Error &error)
{
    using storage::Error;
    switch (error.kind) {
    case Error::Closed:
        return Words::tr("Rapport is locked. What you typed is still here; open Rapport again to keep it.");
    case Error::DiskFull:
        return Words::tr("There is no space left on this device. What you typed is still here. Free some "
                         "space, then try again.");
    case Error::ReadOnly:
        return Words::tr("Rapport may not write to its folder. What you typed is still here. Check the "
                         "folder's permissions, then try again.");
    case Error::Io:
        return Words::tr(
            "The storage did not answer. What you typed is still here. Wait a moment, then try again.");
    case Error::Busy:
        return Words::tr(
            "Something else is using Rapport's file. Nothing was changed. Try again in a moment.");
    case Error::Damaged:
    case Error::WrongKey:
        return Words::tr("Part of the file cannot be read. Rapport changed nothing. Close Rapport and keep a "
                         "copy of its folder before you try again.");
    case Error::Missing:
        return Words::tr(
            "The notes file is not where it was. Rapport changed nothing. Put it back, then try again.");
    case Error::TooNew:
        return Words::tr("These notes were made by a newer Rapport. Nothing was changed. Install the newer "
                         "one to open them.");
    case Error::NotFound:
        return Words::tr("This is no longer here. It may have been deleted a moment ago.");
    case Error::Refused:
        return Words::tr("That step is not possible from here. Nothing was changed.");
    case Error::Interrupted:
        return Words::tr("Stopped before it was done. Nothing was changed. Try again when you like.");
    case Error::NotCipher:
    case Error::Internal:
        break;
    }
    return Words::tr(
        "Something went wrong inside Rapport. Nothing was lost. Try again; if it stays, start Rapport anew.");
}

QString sentence(domain::TextError error)
{
    switch (error) {
    case domain::TextError::Empty:
        return Words::tr("There is nothing written yet.");
    case domain::TextError::ContainsNul:
        return Words::tr("This text holds an invisible sign that cannot be kept. It often comes with a "
                         "pasted text. Type those words instead, or paste them through another app.");
    case domain::TextError::TooLong:
        return Words::tr("This is longer than one card can hold. Nothing was cut. Keep it in two parts.");
    }
    return {};
}

QString words(domain::CardState state)
{
    using domain::CardState;
    switch (state) {
    case CardState::Written:
        return Words::tr("Written down");
    case CardState::Chosen:
        return Words::tr("Chosen for the session");
    case CardState::Said:
        return Words::tr("Said");
    case CardState::Shown:
        return Words::tr("Shown");
    case CardState::Sent:
        return Words::tr("Sent");
    case CardState::SomeOfIt:
        return Words::tr("Some of it said");
    case CardState::NotToday:
        return Words::tr("Not today");
    }
    return {};
}

QString words(domain::CardKind kind)
{
    using domain::CardKind;
    switch (kind) {
    case CardKind::Boundary:
        return Words::tr("Boundary");
    case CardKind::Honesty:
        return Words::tr("Honesty");
    case CardKind::Need:
        return Words::tr("Need");
    case CardKind::Question:
        return Words::tr("Question");
    case CardKind::Thanks:
        return Words::tr("Thanks");
    case CardKind::PutRight:
        return Words::tr("Put something right");
    }
    return {};
}

QString words(domain::ShareWay way)
{
    using domain::ShareWay;
    switch (way) {
    case ShareWay::Text:
        return Words::tr("As a text file");
    case ShareWay::Clipboard:
        return Words::tr("Copied into a message");
    case ShareWay::Email:
        return Words::tr("By e-mail");
    case ShareWay::Shown:
        return Words::tr("Shown in the room");
    case ShareWay::Pdf:
        return Words::tr("As a PDF");
    case ShareWay::Print:
        return Words::tr("On paper");
    }
    return {};
}

} // namespace rapport::app
