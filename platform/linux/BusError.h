// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QDBusError>
#include <QString>

namespace rapport::platform {

/// Whether a call failed because nobody has the name, or because the program
/// that should take it could not be started.
inline bool nobodyAnswersTo(const QDBusError &error)
{
    return error.type() == QDBusError::ServiceUnknown || error.type() == QDBusError::Disconnected ||
           error.type() == QDBusError::NoServer
           // The answer to a call that may not start the service; Qt has no type for it.
           || error.name() == QStringLiteral("org.freedesktop.DBus.Error.NameHasNoOwner") ||
           error.name().startsWith(QStringLiteral("org.freedesktop.DBus.Error.Spawn"));
}

} // namespace rapport::platform
