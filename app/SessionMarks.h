// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

#include "core/domain/Session.h"
#include "core/storage/Database.h"

namespace rapport::app {

/// What the person said about their sessions that no row of a session holds:
/// kept among the vault's settings, so that a restart asks nothing twice. Each
/// names a session as it is planned: once it is moved, the mark means nothing.
struct SessionMarks
{
    QString goingIn;     ///< the session they are about to go into, see keyOf()
    QString done;        ///< the one after which nothing more is asked
    QString later;       ///< the one after which they would rather be asked another day …
    qint32 laterDay = 0; ///< … than this one

    bool operator==(const SessionMarks &) const = default;
};

QString keyOf(const domain::Session &session);

storage::Result<SessionMarks> readMarks(storage::Database &database);
storage::Result<void> saveMarks(storage::Database &database, const SessionMarks &marks);

} // namespace rapport::app
