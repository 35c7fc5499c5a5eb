// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// make-backup FILE: a backup of a new vault with three cards, under the tests' passphrase.
#include <QCoreApplication>

#include "tests/core/vault/BackupPlace.h"

using namespace rapport::vault;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc != 2)
        return 2;
    test::BackupPlace place(3);
    BackupRequest wanted{.file = QString::fromLocal8Bit(argv[1]),
                         .vaultId = place.founding.vaultId,
                         .createdMs = test::FixedClock().now().utcMs,
                         .memKib = 64 * 1024};
    return place.backUp(wanted) ? 0 : 1;
}
