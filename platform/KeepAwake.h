// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

namespace rapport::platform {

/// Keeps the screen on and the device from falling asleep by itself, where the
/// system lets an app do so. A person who closes the lid still wins.
///
/// Threading: GUI thread; nothing is waited for. What is held is given back
/// when this object ends, and by the system when the process does.
class KeepAwake
{
public:
    virtual ~KeepAwake() = default;

    /// Holds, from now on; once is enough. Some desktops show the reason to
    /// whoever looks for what keeps the device awake: it must tell nothing
    /// about the person.
    virtual void hold(const QString &reason) = 0;

    /// Lets go; nothing happens if nothing is held.
    virtual void release() = 0;
};

} // namespace rapport::platform
