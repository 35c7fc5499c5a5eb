// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/ProblemSentences.h"

#include <QCoreApplication>

namespace rapport::app {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

ProblemSentences keyStoreSentences(vault::Problem problem)
{
    using vault::Problem;
    switch (problem) {
    case Problem::KeyStoreLocked:
        return {Words::tr("Your key store is locked"),
                Words::tr("This device keeps the key to your notes in its key store, and that is locked. "
                          "Your notes are unchanged."),
                Words::tr("Unlock it, often by signing in to your device again, then try again."), false};
    case Problem::KeyStoreDenied:
        return {Words::tr("The key was not given"),
                Words::tr("The key to your notes is in this device's key store, and Rapport was not allowed "
                          "to read it. Your notes are unchanged."),
                Words::tr("Try again, and allow it when your device asks."), false};
    case Problem::KeyStoreTimedOut:
        return {Words::tr("The key store does not answer"),
                Words::tr("This device keeps the key to your notes in its key store, and that stayed silent "
                          "for 20 seconds. Your notes are unchanged."),
                Words::tr("Try again. If it stays silent, start your device anew."), false};
    case Problem::KeyMissing:
        return {Words::tr("The key is not where it was"),
                Words::tr("Your notes are here and unchanged, but this device's key store does not have "
                          "their key. Rapport makes no new one, because a new key could not open them."),
                Words::tr("If you moved to another account or reset the key store, bring the old one back, "
                          "then try again."),
                false};
    case Problem::KeyUnusable:
        return {Words::tr("The key does not fit"),
                Words::tr(
                    "This device's key store gave a key that does not open your notes. Neither was changed."),
                Words::tr("If you brought back an older folder or an older key store, bring back the other "
                          "one of the same day, then try again."),
                true};
    default:
        return {
            Words::tr("The key store cannot be reached"),
            Words::tr("This device keeps the key to your notes in its key store, and that does not answer. "
                      "Your notes are unchanged."),
            Words::tr("Make sure that the key store of your desktop or phone is running, then try again."),
            false};
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
        return {Words::tr("The key file is damaged"),
                Words::tr("The small file that says how your notes are locked is gone or cannot be read, and "
                          "so is its copy. Your notes are unchanged, and what is left of the two was copied "
                          "into the folder quarantine."),
                Words::tr("If you have an older copy of vault.json, put it back, then try again. Or restore "
                          "a back-up."),
                true};
    case Problem::DatabaseMissing:
        return {Words::tr("The notes file is missing"),
                Words::tr("The key is here, but the file with your notes is not, or it is empty. Rapport did "
                          "not make a new one in its place."),
                Words::tr("If it was moved, put rapport.db back, then try again."), true};
    case Problem::DatabaseDamaged:
        return {Words::tr("The notes file is damaged"),
                Words::tr("The key is right, but parts of the file with your notes cannot be read any more. "
                          "That happens when a disk or a card fails. Rapport changed nothing in it."),
                Words::tr("What can still be read can be saved into a new file. The damaged one is kept, and "
                          "you will see what was saved and what was lost."),
                true};
    case Problem::NothingSaved:
        return {Words::tr("Nothing could be saved"),
                Words::tr("No part of the file with your notes can be read any more. Rapport changed nothing "
                          "in it."),
                Words::tr("Keep a copy of the folder. If you have an older copy of rapport.db, put it back, "
                          "then try again."),
                true};
    case Problem::NewerVersion:
        return {
            Words::tr("Made by a newer Rapport"),
            Words::tr("These notes were last opened by a newer Rapport than this one. Nothing was changed."),
            Words::tr("Install the newer one to open them."), false};
    case Problem::CannotWrite:
        return {Words::tr("The folder cannot be used"),
                Words::tr("Rapport may not read or write its own folder. Nothing was changed, and nothing "
                          "you typed is lost."),
                Words::tr("Check who owns the folder and its permissions, then try again."), true};
    case Problem::DiskFull:
        return {
            Words::tr("No space left"),
            Words::tr(
                "There is no space left on this device. Nothing was changed, and nothing you typed is lost."),
            Words::tr("Free some space, then try again."), false};
    case Problem::AlreadyRunning:
        return {Words::tr("Rapport is already open"),
                Words::tr("Another Rapport is using your notes. This one did not touch them."),
                Words::tr("Go to the other window. This one can be closed."), false};
    case Problem::Internal:
        break;
    }
    return {Words::tr("Something went wrong inside Rapport"),
            Words::tr("Rapport could not open your notes. Nothing was changed."),
            Words::tr("Try again. If it stays, start your device anew."), true};
}

QString damageSentence()
{
    return Words::tr(
        "A part of your notes file cannot be read. Nothing was changed in it, and what you type is "
        "not lost.");
}

QString heldSentence()
{
    return Words::tr(
        "What you type cannot be stored now. Rapport holds it, also over a lock, but only until you "
        "close it: free some space before.");
}

QString noOtherWaySentence()
{
    return Words::tr(
        "There is no other way in: no passphrase and no recovery code was set up. Without its key "
        "nobody can open the file, Rapport neither. It stays where it is, for the day the key "
        "comes back.");
}

QString words(vault::PassphraseProblem problem)
{
    using vault::PassphraseProblem;
    switch (problem) {
    case PassphraseProblem::None:
        return {};
    case PassphraseProblem::TooShort:
        return Words::tr("Too short yet: at least eight characters.");
    case PassphraseProblem::OneLetter:
        return Words::tr("It repeats too few characters. Use words that differ.");
    case PassphraseProblem::DigitsOnly:
        return Words::tr("Digits alone are guessed quickly. Add a few words.");
    case PassphraseProblem::TooCommon:
        return Words::tr("This is one of the first that anybody would try. Choose words that are yours.");
    case PassphraseProblem::FewWords:
        return Words::tr("These are words that many people use. One or two more make it safe.");
    case PassphraseProblem::Pattern:
        return Words::tr("It follows a pattern, and patterns are guessed quickly. Words work better.");
    case PassphraseProblem::Date:
        return Words::tr("Days and years are guessed quickly. Add a few words.");
    case PassphraseProblem::Guessable:
        return Words::tr("Not long enough yet. One or two more words make it safe.");
    case PassphraseProblem::TooLong:
        return Words::tr("This is too long. A few words are enough.");
    }
    return {};
}

QString words(vault::PinProblem problem)
{
    using vault::PinProblem;
    switch (problem) {
    case PinProblem::None:
        return {};
    case PinProblem::NotDigits:
        return Words::tr("A PIN is digits only.");
    case PinProblem::TooShort:
        return Words::tr("Too short yet: at least six digits.");
    case PinProblem::TooLong:
        return Words::tr("Twelve digits at the most.");
    case PinProblem::Repeats:
        return Words::tr("It repeats itself, and that is tried first. Mix the digits.");
    case PinProblem::Pairs:
        return Words::tr("Each digit comes twice, and that is tried first. Mix the digits.");
    case PinProblem::Run:
        return Words::tr("It counts up or down, and that is tried first. Mix the digits.");
    case PinProblem::DateLike:
        return Words::tr("It looks like a day or a year, and those are tried first. Choose other digits.");
    case PinProblem::TooCommon:
        return Words::tr("This is one of the first that anybody would try. Choose other digits.");
    }
    return {};
}

} // namespace rapport::app
