// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QQmlEngine>

#include "app/Environment.h"

namespace rapport::app {

/// Offers a recovery code once there is something to lose: from the third thing
/// kept on, until there is a code or somebody said "Not yet". That answer stays
/// in the vault, and only the settings go on offering. Exists while the vault
/// is open.
class RecoveryOffer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(bool offered READ isOffered NOTIFY offeredChanged FINAL)

public:
    static constexpr int fromThingsKept = 3;

    RecoveryOffer(const Environment &environment, bool hasCode, QObject *parent = nullptr);

    bool isOffered() const { return m_offered; }

    /// Something was kept, or may have been: counts anew, on the database's thread.
    void look();

    /// There is a code now, or there is none any more.
    void setHasCode(bool hasCode);

    Q_INVOKABLE void notYet();

Q_SIGNALS:
    void offeredChanged();

private:
    void setOffered(bool offered);

    Environment m_environment;
    bool m_hasCode;
    bool m_answered = false;
    bool m_offered = false;
};

} // namespace rapport::app
