// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

namespace rapport::vault {

/// Where everything lies under one root (AppDataLocation/rapport; the root is
/// injected). Directories are 0700, files 0600.
///
///     lock                    the one instance's lock; made by the platform
///     attempts                wrong tries and their delay
///     vault/vault.json        the header: which keys open the database, see Header.h
///     vault/vault.json.bak    a second copy of it, written after it
///     vault/rapport.db        the encrypted database (and rapport.db-journal, which is never removed by us)
///     vault/premigrate-N.db   the database as schema N, from before a migration until the next unlock
///     vault.new/              a vault being made or restored, renamed to vault/ once it is whole
///     vault.old-*/            a vault set aside by a restore, see Restore.h
///     salvage/                a notes file being made of a damaged one; with `whole` in it, it is on its way
///                             to vault/
///     backup.new/             what a backup is being made of, removed at its end
///     restore.new/            what a backup held, until it is restored
///     erasing/                what was vault/, while everything is being removed
///     keys-to-forget          the ids of vaults that were removed, until the key store has forgotten their
///     keys quarantine/             damaged files, kept for whoever may repair them
class Layout
{
public:
    explicit Layout(const QString &root);

    QString root() const { return m_root; }
    QString lock() const;
    QString attempts() const;
    QString vault() const;
    QString newVault() const;
    QString quarantine() const;
    QString erasing() const;
    QString keysToForget() const;
    QString salvage() const;
    QString salvagedDatabase() const;
    QString salvageMark() const;
    QString backupScratch() const;
    QString restoreScratch() const;

    /// Says in a vault's directory that a restore has made it; see SetAside.h.
    static QString restoredMark(const QString &directory);

    QString header() const;
    QString headerCopy() const;
    QString database() const;
    QString premigrateCopy(int schemaVersion) const;

    /// The same three names in vault.new/.
    QString newHeader() const;
    QString newHeaderCopy() const;
    QString newDatabase() const;

private:
    QString m_root;
};

} // namespace rapport::vault
