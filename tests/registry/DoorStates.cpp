// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include <QFileInfo>
#include <QQuickItem>

#include "core/vault/Backup.h"
#include "tests/registry/Content.h"
#include "tests/registry/State.h"

namespace rapport::registry {

using app::Shell;
using KeyResult = platform::KeyStore::Result;

namespace {

constexpr char line[] = "Something I'd like my therapist to know";

void choosePassphrase(World &world)
{
    world.keys.writeAnswer = KeyResult::Unavailable;
    world.start(Shell::FirstMinute);
    world.type(line, QString::fromUtf8(boundary));
    world.press("Keep it");
    world.untilShown("ChoosePassphraseScreen");
}

/// Beside what the app knows of; small, as pictures do not wait for Argon2id.
QString makeBackup(World &world)
{
    storage::DatabaseThread thread;
    const QString beside = QFileInfo(world.folder()).path();
    const QString file = beside + QLatin1String("/mine.rapbak");
    const vault::Layout layout(beside + QLatin1String("/elsewhere"));
    const auto founding = vault::prepareFounding(world.clock, world.chance);
    const auto keys =
        founding
            ? vault::create(world.disk, layout, world.chance, founding->vaultId,
                            vault::Protector::keychain(vault::SecretBytes::copyOf(founding->kek.bytes())))
            : tl::unexpected(founding.error());
    if (!keys)
        throw World::Absent{QStringLiteral("a vault to back up")};
    const auto opened = thread.open<vault::Error>([&] {
        auto database = vault::openDatabase(world.disk, layout, *keys);
        if (database)
            addThreeCards(world, **database);
        return database;
    });
    if (!opened.result())
        throw World::Absent{QStringLiteral("an open vault to back up")};
    QString typed = World::passphrase();
    vault::BackupRequest request;
    request.file = file;
    request.vaultId = founding->vaultId;
    request.createdMs = world.clock.now().utcMs;
    request.memKib = 8192;
    request.ops = 1;
    if (!vault::writeBackup(world.disk, layout, world.chance, thread, vault::SecretBytes::fromUtf8(typed),
                            request, [](double) { return true; }))
        throw World::Absent{QStringLiteral("a backup")};
    return file;
}

void askForBackup(World &world)
{
    world.start(Shell::FirstMinute);
    world.press("I have a back-up");
    world.untilShown("RestoreScreen");
}

void lookInside(World &world, const QString &passphrase, bool there = true)
{
    // A dialog brings the file, as it does for most people.
    world.chooser().available = true;
    world.chooser().path = makeBackup(world) + QLatin1String(there ? "" : ".gone");
    askForBackup(world);
    world.press("Choose the file …");
    world.until([&world] { return !world.shell().placeChooser()->asking(); }, QStringLiteral("a file"));
    world.type("The back-up's passphrase", passphrase);
    world.press("Look inside");
    world.until([&world] { return !world.shell().restorer()->looking(); },
                QStringLiteral("a look into the backup"));
}

/// Whether a text stands anywhere, shown or not.
bool holds(const QQuickItem *item, const QString &text)
{
    const QList<QQuickItem *> children = item->childItems();
    return item->property("text").toString() == text ||
           std::any_of(children.begin(), children.end(),
                       [&text](const QQuickItem *child) { return holds(child, text); });
}

void preview(World &world)
{
    lookInside(world, World::passphrase());
    world.until([&world] { return world.shell().restorer()->found(); }, QStringLiteral("a back-up"));
    if (holds(world.window()->contentItem(), World::passphrase()))
        throw World::Absent{QStringLiteral("a passphrase that is gone")};
}

void askPassphrase(World &world)
{
    world.makePassphraseVault();
    world.start(Shell::AskPassphrase);
}

void askPin(World &world)
{
    world.makePinVault();
    world.start(Shell::AskPin);
    world.untilShown("AskPinScreen");
}

void askRecoveryCode(World &world)
{
    world.makeRecoveryCodeVault();
    world.start(Shell::AskRecoveryCode);
    world.untilShown("AskRecoveryCodeScreen");
}

} // namespace

QList<State> doorStates()
{
    return {
        {"OpeningScreen", "opening",
         [](World &world) {
             world.makeVault();
             world.disk.hang(true);
             world.start();
         }},
        {"FirstMinuteScreen", "empty", [](World &world) { world.start(Shell::FirstMinute); }},
        {"FirstMinuteScreen", "typed",
         [](World &world) {
             world.start(Shell::FirstMinute);
             world.type(line, QString::fromUtf8(boundary));
         }},
        {"FirstMinuteScreen", "problem",
         [](World &world) {
             world.start(Shell::FirstMinute);
             world.type(line, QString::fromUtf8(boundary) + QChar::Null);
             world.press("Keep it");
         }},
        {"FirstMinuteScreen", "creating",
         [](World &world) {
             world.keyStore().silent = true;
             world.start(Shell::FirstMinute);
             world.type(line, QString::fromUtf8(boundary));
             world.press("Keep it");
         }},
        {"ChoosePassphraseScreen", "empty", choosePassphrase},
        {"ChoosePassphraseScreen", "key-store-locked",
         [](World &world) {
             choosePassphrase(world);
             world.keys.writeAnswer = platform::KeyStore::Result::Locked;
             world.press("Look for the key store again");
             world.until([&world] { return world.shell().keyStoreIsLocked(); }, QStringLiteral("its answer"));
         }},
        {"ChoosePassphraseScreen", "weak",
         [](World &world) {
             choosePassphrase(world);
             world.type("Passphrase", QStringLiteral("12345678"));
         }},
        {"ChoosePassphraseScreen", "made",
         [](World &world) {
             choosePassphrase(world);
             world.press("Make one for me");
         }},
        {"ChoosePassphraseScreen", "different",
         [](World &world) {
             choosePassphrase(world);
             world.type("Passphrase", World::passphrase());
             world.type("The same again", World::passphrase().chopped(1));
         }},
        {"ChoosePassphraseScreen", "ready",
         [](World &world) {
             choosePassphrase(world);
             world.type("Passphrase", World::passphrase());
             world.type("The same again", World::passphrase());
         }},
        {"ChoosePassphraseScreen", "creating",
         [](World &world) {
             choosePassphrase(world);
             world.type("Passphrase", World::passphrase());
             world.type("The same again", World::passphrase());
             world.disk.hang(true);
             world.press("Keep my words with it");
         }},
        {"AskPassphraseScreen", "empty", askPassphrase},
        {"AskPassphraseScreen", "typed",
         [](World &world) {
             askPassphrase(world);
             world.type("Passphrase", World::passphrase());
         }},
        {"AskPassphraseScreen", "checking",
         [](World &world) {
             askPassphrase(world);
             world.disk.hang(true);
             world.type("Passphrase", World::passphrase());
             world.press("Open");
         }},
        {"AskPassphraseScreen", "wrong",
         [](World &world) {
             askPassphrase(world);
             world.type("Passphrase", QStringLiteral("three herons"));
             world.press("Open");
             world.until([&world] { return world.shell().wrongSecret() && !world.shell().busy(); },
                         QStringLiteral("a wrong passphrase"));
         }},
        {"AskPinScreen", "empty", askPin},
        {"AskPinScreen", "letters",
         [](World &world) {
             askPin(world);
             world.type("PIN", QStringLiteral("4o7182"));
         }},
        {"AskPinScreen", "checking",
         [](World &world) {
             askPin(world);
             world.disk.hang(true);
             world.type("PIN", World::pin());
             world.press("Open");
         }},
        {"AskPinScreen", "wrong",
         [](World &world) {
             askPin(world);
             world.type("PIN", QStringLiteral("407183"));
             world.press("Open");
             world.until([&world] { return world.shell().wrongSecret() && !world.shell().busy(); },
                         QStringLiteral("a wrong PIN"));
         }},
        {"AskRecoveryCodeScreen", "empty", askRecoveryCode},
        {"AskRecoveryCodeScreen", "half",
         [](World &world) {
             askRecoveryCode(world);
             world.type("Recovery code", QStringLiteral("z0emzbkxxg8x19v502"));
         }},
        {"AskRecoveryCodeScreen", "foreign",
         [](World &world) {
             askRecoveryCode(world);
             world.type("Recovery code", QStringLiteral("Z0EMZ BK+XG 8X19"));
         }},
        {"AskRecoveryCodeScreen", "slip",
         [](World &world) {
             askRecoveryCode(world);
             world.type("Recovery code",
                        World::recoveryCode().replace(QLatin1String("8X19V"), QLatin1String("8X91V")));
         }},
        {"AskRecoveryCodeScreen", "ready",
         [](World &world) {
             askRecoveryCode(world);
             world.type("Recovery code", World::recoveryCode());
         }},
        {"RestoreScreen", "asking", askForBackup},
        {"RestoreScreen", "wrong", [](World &world) { lookInside(world, QStringLiteral("three herons")); }},
        {"RestoreScreen", "not-there",
         [](World &world) {
             lookInside(world, World::passphrase(), false);
             world.until([&world] { return holds(world.window()->contentItem(), World::passphrase()); },
                         QStringLiteral("a passphrase that need not be typed twice"));
         }},
        {"RestoreScreen", "dialog",
         [](World &world) {
             world.chooser().available = true;
             askForBackup(world);
             world.until([&world] { return world.shows("Choose the file …"); }, QStringLiteral("a dialog"));
         }},
        {"RestoreScreen", "preview", preview},
        {"RestoreScreen", "no-key-store",
         [](World &world) {
             world.keys.writeAnswer = KeyResult::Unavailable;
             lookInside(world, World::passphrase());
             world.press("Restore this");
             world.until([&world] { return world.shell().restoreNeedsLock(); },
                         QStringLiteral("a key store that does not answer"));
         }},
        {"RestoreScreen", "working",
         [](World &world) {
             lookInside(world, World::passphrase());
             world.disk.hang(true);
             world.press("Restore this");
             world.until([&world] { return world.shell().busy(); }, QStringLiteral("a restore"));
         }},
        {"LockedScreen", "locked",
         [](World &world) {
             askPassphrase(world);
             world.shell().enterPassphrase(World::passphrase());
             world.press("Settings");
             world.press("Lock now");
             world.untilShown("LockedScreen");
         }},
    };
}

} // namespace rapport::registry
