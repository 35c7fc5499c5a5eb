// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QDBusAbstractAdaptor>
#include <QStringList>
#include <QVariantMap>

#include "platform/linux/ApplicationInstance.h"

namespace rapport::platform {

/// org.freedesktop.Application of the Desktop Entry specification. The slots'
/// names are the interface's.
class ApplicationAdaptor : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")
public:
    explicit ApplicationAdaptor(ApplicationInstance *instance)
        : QDBusAbstractAdaptor{instance}
        , m_instance{instance}
    {}

public Q_SLOTS:
    void Activate(const QVariantMap &platform_data) { m_instance->receive({}, platform_data); }
    /// Files are not opened this way; the app comes to the front.
    void Open(const QStringList & /*uris*/, const QVariantMap &platform_data)
    {
        m_instance->receive({}, platform_data);
    }
    void ActivateAction(const QString &action_name, const QVariantList & /*parameter*/,
                        const QVariantMap &platform_data)
    {
        m_instance->receive(action_name, platform_data);
    }

private:
    ApplicationInstance *m_instance;
};

} // namespace rapport::platform
