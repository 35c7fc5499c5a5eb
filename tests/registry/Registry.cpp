// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/registry/State.h"

namespace rapport::registry {

QList<State> allStates()
{
    QList<State> all;
    for (const auto &part : {doorStates, problemStates, todayStates, toSayStates, cardStates, sessionStates,
                             afterStates, noteStates, showStates, pauseStates, moodStates, settingsStates,
                             backupStates, opensStates, keyStates, helpStates})
        all += part();
    return all;
}

} // namespace rapport::registry
