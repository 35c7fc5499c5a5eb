// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/ProblemSentences.h"

#include <QCoreApplication>

namespace rapport::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Problem", text);
}

ProblemSentences keyStoreSentences(vault::Problem problem)
{
    using vault::Problem;
    switch (problem) {
    case Problem::KeyStoreLocked:
        return {tr("Your key store is locked"),
                tr("This device keeps the key to your notes in its key store, and that is locked. Your notes are unchanged."),
                tr("Unlock it, often by signing in to your device again, then try again."), false};
    case Problem::KeyStoreDenied:
        return {tr("The key was not given"),
                tr("The key to your notes is in this device's key store, and Rapport was not allowed to read it. Your notes are unchanged."),
                tr("Try again, and allow it when your device asks."), false};
    case Problem::KeyStoreTimedOut:
        return {tr("The key store does not answer"),
                tr("This device keeps the key to your notes in its key store, and that stayed silent for 20 seconds. Your notes are unchanged."),
                tr("Try again. If it stays silent, start your device anew."), false};
    case Problem::KeyMissing:
        return {tr("The key is not where it was"),
                tr("Your notes are here and unchanged, but this device's key store does not have their key. Rapport makes no new one, because a new key could not open them."),
                tr("If you moved to another account or reset the key store, bring the old one back, then try again."), false};
    case Problem::KeyUnusable:
        return {tr("The key does not fit"),
                tr("This device's key store gave a key that does not open your notes. Neither was changed."),
                tr("If you brought back an older folder or an older key store, bring back the other one of the same day, then try again."), true};
    default:
        return {tr("The key store cannot be reached"),
                tr("This device keeps the key to your notes in its key store, and that does not answer. Your notes are unchanged."),
                tr("Make sure that the key store of your desktop or phone is running, then try again."), false};
    }
}

} // namespace

ProblemSentences problemSentences(vault::Problem problem)
{
    using vault::Problem;
    switch (problem) {
    case Problem::None:
        return {};
    case Problem::KeyStoreUnavailable:
    case Problem::KeyStoreLocked:
    case Problem::KeyStoreDenied:
    case Problem::KeyStoreTimedOut:
    case Problem::KeyMissing:
    case Problem::KeyUnusable:
        return keyStoreSentences(problem);
    case Problem::HeaderDamaged:
        return {tr("The key file is damaged"),
                tr("The small file that says how your notes are locked cannot be read, nor can its copy. Rapport changed nothing."),
                tr("Keep a copy of the folder. If you have an older copy of vault.json, put it back, then try again."), true};
    case Problem::DatabaseMissing:
        return {tr("The notes file is missing"),
                tr("The key is here, but the file with your notes is not, or it is empty. Rapport did not make a new one in its place."),
                tr("If it was moved, put rapport.db back, then try again."), true};
    case Problem::DatabaseDamaged:
        return {tr("The notes file is damaged"),
                tr("The key is right, but the file with your notes is not what Rapport wrote. Rapport changed nothing in it."),
                tr("Keep a copy of the folder before you do anything else. If you have an older copy of it, put that back, then try again."), true};
    case Problem::NewerVersion:
        return {tr("Made by a newer Rapport"),
                tr("These notes were last opened by a newer Rapport than this one. Nothing was changed."),
                tr("Install the newer one to open them."), false};
    case Problem::CannotWrite:
        return {tr("The folder cannot be used"),
                tr("Rapport may not read or write its own folder. Nothing was changed, and what you typed is still here."),
                tr("Check who owns the folder and its permissions, then try again."), true};
    case Problem::DiskFull:
        return {tr("No space left"),
                tr("There is no space left on this device. Nothing was lost, and what you typed is still here."),
                tr("Free some space, then try again."), false};
    case Problem::AlreadyRunning:
        return {tr("Rapport is already open"),
                tr("Another Rapport is using your notes. This one did not touch them."),
                tr("Go to the other window. This one can be closed."), false};
    case Problem::Internal:
        break;
    }
    return {tr("Something went wrong inside Rapport"), tr("Rapport could not open your notes. Nothing was changed."),
            tr("Try again. If it stays, start your device anew."), true};
}

QString words(vault::PassphraseProblem problem)
{
    using vault::PassphraseProblem;
    switch (problem) {
    case PassphraseProblem::None:
        return {};
    case PassphraseProblem::TooShort:
        return tr("Too short yet: at least eight characters.");
    case PassphraseProblem::OneLetter:
        return tr("It repeats too few characters. Use words that differ.");
    case PassphraseProblem::DigitsOnly:
        return tr("Digits alone are guessed quickly. Add words, or use twelve digits or more.");
    case PassphraseProblem::TooCommon:
        return tr("This is one of the first that anybody would try. Choose words that are yours.");
    case PassphraseProblem::TooLong:
        return tr("This is too long. A few words are enough.");
    }
    return {};
}

} // namespace rapport::app
