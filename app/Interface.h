// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include "app/AutoLock.h"
#include "app/DeviceSettings.h"
#include "app/HelpNow.h"
#include "app/Look.h"
#include "app/Screens.h"
#include "app/Settings.h"
#include "app/Shell.h"
#include "app/WatchedChooser.h"
#include "app/WatchedSharer.h"
#include "core/domain/GuiThread.h"

namespace rapport::app {

/// Everything behind the window, and the window: what main and the tour have
/// in common. Give it the parts, let it begin and show it; the event loop does
/// the rest. To be used on the GUI thread.
class Interface
{
public:
    /// All of the parts and the screens outlive it.
    Interface(const Shell::Parts &parts, Screens &screens);
    ~Interface();

    /// Keeps others out of the memory and lets Shell begin, on threads of its own. Returns at once: whatever
    /// else the start needs can be done meanwhile.
    void begin(platform::SingleInstance::Claim claim);

    /// Makes the window, once, after begin(); what the key store and the vault
    /// answer meanwhile starts the next step. The window itself appears as soon
    /// as there is something to show. False when it could not be made.
    bool show(const QString &action = {});

    Shell &shell() { return m_shell; }
    /// See Look.
    [[nodiscard]] double textScale() const { return m_look.textScale(); }

private:
    void followDialogs();
    void followRooms();
    void forgetWhenLocked();
    void followSessions();

    domain::GuiThread m_thisThread;
    platform::Services &m_services;
    Screens &m_screens;
    WatchedSharer &m_sharer;   // in the place of the system's, among the services
    WatchedChooser &m_chooser; // the same
    DeviceSettings m_deviceSettings;
    Shell m_shell;
    Look m_look;
    Settings m_settings;
    HelpNow m_helpNow;
    AutoLock m_autoLock;
    Shell::View m_lastView = Shell::Opening;
    std::unique_ptr<QObject> m_window;
};

} // namespace rapport::app
