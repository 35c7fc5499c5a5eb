// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

class QSqlDriver;

namespace rapport::storage {

/// Makes QSqlDriver::dbmsType() answer SQLite. Qt offers no public way to do
/// this. It stays UnknownDbms when the program runs with another Qt than it was
/// built with, because the place of the field is then not known.
void declareDialect(QSqlDriver *driver);

} // namespace rapport::storage
