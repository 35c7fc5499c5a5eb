// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>

namespace rapport::platform {

/// What a person has told the operating system about how things should look
/// and move. Lives on the GUI thread.
class Appearance : public QObject
{
    Q_OBJECT
public:
    enum class ColorScheme { NoPreference, Dark, Light };

    struct Values
    {
        ColorScheme colorScheme = ColorScheme::NoPreference;
        bool highContrast = false;
        bool reducedMotion = false;
        double textScale = 1.0; ///< factor for every font size, 0.5 … 3.0

        bool operator==(const Values &) const = default;
    };

    /// What is known by now, without waiting. Until the system has answered
    /// for the first time, and where it never does, these are the defaults.
    virtual Values values() const = 0;

Q_SIGNALS:
    /// values() is different from before.
    void changed();

protected:
    using QObject::QObject;
};

} // namespace rapport::platform
