// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QStringList>

#include "platform/Appearance.h"
#include "tests/registry/PseudoTexts.h"

namespace rapport::registry {

/// How a device shows things, by the words "light", "dark", "contrast",
/// "large" (twice the size), "rtl" (right to left), "pseudo" (PseudoTexts).
/// Nothing moves by itself, so that a picture is always the same.
struct Look
{
    platform::Appearance::Values values;
    bool rightToLeft = false;
    bool pseudo = false;

    static Look fromWords(const QStringList &words)
    {
        using Scheme = platform::Appearance::ColorScheme;
        Look look;
        look.values.colorScheme = words.contains(QLatin1String("dark")) ? Scheme::Dark : Scheme::Light;
        look.values.highContrast = words.contains(QLatin1String("contrast"));
        look.values.reducedMotion = true;
        look.values.textScale = words.contains(QLatin1String("large")) ? 2.0 : 1.0;
        look.rightToLeft = words.contains(QLatin1String("rtl"));
        look.pseudo = words.contains(QLatin1String("pseudo"));
        return look;
    }
};

} // namespace rapport::registry
