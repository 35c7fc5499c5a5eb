// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QDBusUnixFileDescriptor>
#include <QObject>

#include "platform/KeepAwake.h"
#include "platform/linux/Undumpable.h"

namespace rapport::platform {

/// One thing that was asked of the desktop or the system, to be given back.
class Inhibition : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    QDBusUnixFileDescriptor lock; ///< logind's, closed with this object
};

/// By the inhibit portal, for the screen and for sleep; without a portal, the
/// screen by the screen saver's service and sleep by logind.
class DesktopKeepAwake : public KeepAwake
{
public:
    explicit DesktopKeepAwake(std::shared_ptr<Undumpable> guard);
    ~DesktopKeepAwake() override;
    DesktopKeepAwake(const DesktopKeepAwake &) = delete;
    DesktopKeepAwake &operator=(const DesktopKeepAwake &) = delete;

    void hold(const QString &reason) override;
    void release() override;

private:
    void askPortal(const QString &reason);
    void askScreenSaver(const QString &reason);
    void askLogind(const QString &reason);

    std::shared_ptr<Undumpable> m_guard;
    Inhibition *m_held = nullptr; // its end gives everything back
};

} // namespace rapport::platform
