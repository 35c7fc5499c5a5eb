// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

namespace rapport::gallery {

struct Look
{
    const char *name;
    bool dark;
    bool contrast;
    double textScale;
    bool rightToLeft;
};

inline constexpr Look looks[] = {
    {"light", false, false, 1.0, false},         {"dark", true, false, 1.0, false},
    {"contrast-light", false, true, 1.0, false}, {"contrast-dark", true, true, 1.0, false},
    {"large", false, false, 2.0, false},         {"arabic", false, false, 1.0, true},
};

/// Draws one sheet for each look: a row for each control, in it a cell for
/// each of its states. The number of controls that could not be made.
int drawSheets(const QString &folder);

} // namespace rapport::gallery
