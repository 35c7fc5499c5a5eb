// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

#include "core/domain/Card.h"
#include "core/domain/Note.h"
#include "core/domain/Text.h"
#include "core/storage/Error.h"

namespace rapport::app {

/// What went wrong while keeping or reading, for a person: what happened, that
/// nothing was lost, what to do.
QString sentence(const storage::Error &error);

/// Why a text cannot be kept as it is.
QString sentence(domain::TextError error);

/// "Chosen for the session", "Said", …
QString words(domain::CardState state);

/// "Boundary", "Put something right", …
QString words(domain::CardKind kind);

/// How a note goes to somebody: "By e-mail", …
QString words(domain::ShareWay way);

} // namespace rapport::app
