// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include <QQmlApplicationEngine>

#include "app/DeviceSettings.h"
#include "app/HelpNow.h"
#include "app/Look.h"
#include "app/Settings.h"
#include "app/Shell.h"
#include "core/domain/GuiThread.h"

namespace rapport::app {

/// Everything behind the window, and the window: what main and the tour have
/// in common. Give it the parts and start it; the event loop does the rest.
class Interface
{
public:
    explicit Interface(const Shell::Parts &parts);
    ~Interface();

    /// Loads Main.qml and lets Shell begin. False when it could not be loaded.
    bool start(platform::SingleInstance::Claim claim, const QString &action);

    Shell &shell() { return m_shell; }

private:
    domain::GuiThread m_thisThread;
    platform::Services &m_services;
    DeviceSettings m_deviceSettings;
    Shell m_shell;
    Look m_look;
    Settings m_settings;
    HelpNow m_helpNow;
    QQmlApplicationEngine m_engine;
};

} // namespace rapport::app
