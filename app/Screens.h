// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <vector>

#include <QQmlApplicationEngine>
#include <QQmlComponent>

namespace rapport::app {

/// The screens as QML has them. Reading them is the longest part of a start:
/// it begins with this object, on a thread of the engine, so make it as soon as
/// there is an application. To be used on the GUI thread.
class Screens
{
public:
    Screens();
    ~Screens();

    /// The window with these properties, to be made once, or null when the screens cannot be
    /// made, which the log then explains. Waits in an event loop until they are
    /// read, so that whatever other threads answer meanwhile is heard.
    std::unique_ptr<QObject> make(const QVariantMap &properties);

    /// Reads every file there is, for a self-test: those that are shown later, too.
    /// False when one is missing something, which the log then explains. Blocks.
    bool readAll();

    /// Frees what QML still holds of screens that are gone: texts, for instance,
    /// that were typed there. Takes some milliseconds.
    void forget() { m_engine.collectGarbage(); }

private:
    static void waitFor(const std::unique_ptr<QQmlComponent> &component);

    QQmlApplicationEngine m_engine;
    std::unique_ptr<QQmlComponent> m_main;               ///< the window, which comes while the rest is read
    std::unique_ptr<QQmlComponent> m_stage;              ///< what stands in it
    std::vector<std::unique_ptr<QQmlComponent>> m_later; ///< what that shows first
};

} // namespace rapport::app
