// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "platform/SingleInstance.h"

namespace rapport::platform {

/// The lock is an OFD lock: it belongs to the open file, not to a process id
/// (ids repeat in sandboxes), and ends with the process, however that ends.
/// Activation speaks org.freedesktop.Application, as desktops do.
class ApplicationInstance : public SingleInstance
{
    Q_OBJECT
public:
    ApplicationInstance() = default;
    ~ApplicationInstance() override;

    Claim claim(const QString &folder) override;
    bool listen() override;
    bool passOn(const QString &action, std::chrono::milliseconds limit) override;

    /// From the adaptor: an action, wanted by another process.
    void receive(const QString &action, const QVariantMap &platformData);

private:
    int m_lock = -1; // file descriptor
    bool m_listening = false;
};

} // namespace rapport::platform
