// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
// The line by which SQLCipher 3.4.1 is known, for the test that it is refused.
#define SQLITE_VERSION_NUMBER 3015002
