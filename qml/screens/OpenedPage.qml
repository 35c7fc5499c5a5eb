// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// What was opened from elsewhere and leads back there.
FocusScope {
    id: opened

    signal helpRequested
    signal settingsRequested
    signal closed

    // One step back; false where there is none.
    function goBack(): bool {
        opened.closed();
        return true;
    }
}
