// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>
#include <QString>

#include "tests/registry/World.h"

namespace rapport::registry {

/// A named state of a screen, and how a person gets there. The screen is the
/// name of its QML file; after the set-up it has to show.
struct State
{
    const char *screen;
    const char *name;
    void (*setUp)(World &world);

    /// "TodayScreen-far"
    QString id() const { return QLatin1String(screen) + u'-' + QLatin1String(name); }
};

// One list for each part of the app; each in a file of its own.
QList<State> doorStates();
QList<State> problemStates();
QList<State> todayStates();
QList<State> toSayStates();
QList<State> moodStates();
QList<State> cardStates();
QList<State> sessionStates();
QList<State> afterStates();
QList<State> noteStates();
QList<State> pauseStates();
QList<State> showStates();
QList<State> settingsStates();
QList<State> backupStates();
QList<State> opensStates();
QList<State> keyStates();
QList<State> helpStates();

/// The registry: every state a person can be in. A screen that is missing
/// here fails test_registry.
QList<State> allStates();

} // namespace rapport::registry
