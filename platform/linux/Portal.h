// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include <QDBusMessage>
#include <QObject>
#include <QString>
#include <QVariantMap>

#include "platform/linux/Undumpable.h"

class QDBusPendingCallWatcher;
class QWindow;

/// The desktop portals of xdg-desktop-portal.
namespace rapport::platform::portal {

inline constexpr QLatin1StringView service{"org.freedesktop.portal.Desktop"};
inline constexpr QLatin1StringView path{"/org/freedesktop/portal/desktop"};
inline constexpr QLatin1StringView settings{"org.freedesktop.portal.Settings"};
inline constexpr QLatin1StringView email{"org.freedesktop.portal.Email"};
inline constexpr QLatin1StringView fileChooser{"org.freedesktop.portal.FileChooser"};
inline constexpr QLatin1StringView openUri{"org.freedesktop.portal.OpenURI"};
inline constexpr QLatin1StringView inhibit{"org.freedesktop.portal.Inhibit"};

enum class Outcome {
    Done,
    Cancelled,
    Missing, ///< no portal, or none with this interface
    Failed,
};

/// What the portal knows a window by; empty where it cannot be told.
QString windowHandle(const QWindow *window);

/// Where a file dialog of the portal was answered with: a path of this machine,
/// or nothing where it is on none.
QString chosenPath(const QVariantMap &results);

/// One call that a person answers in a dialog of the portal. Answers once and
/// deletes itself; deleted before, it never answers.
class Request : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(Outcome, const QVariantMap &results)>;

    /// The arguments are those before the options, which come last in every
    /// portal call. The parent owns the request. The portal may look at this
    /// process until it has answered the call itself.
    static void send(QLatin1StringView interface, const QString &method, const QVariantList &arguments,
                     QVariantMap options, Undumpable &guard, QObject *parent, Answer answer);

private Q_SLOTS:
    // By name, since a D-Bus signal can only be connected to a named slot.
    void responded(uint code, const QVariantMap &results);

private:
    Request(Undumpable::Lifted lifted, QObject *parent, Answer answer);

    QString expectedPath() const;
    void listenAt(const QString &path);
    void called(QDBusPendingCallWatcher *call);
    void end(Outcome outcome, const QVariantMap &results = {});

    Undumpable::Lifted m_lifted;
    Answer m_answer;
    QString m_token;
    QString m_path;
};

} // namespace rapport::platform::portal
