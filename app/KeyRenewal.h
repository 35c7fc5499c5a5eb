// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QObject>
#include <QQmlEngine>

#include "app/Environment.h"
#include "app/Renewer.h"
#include "app/StepUp.h"
#include "app/VaultDoor.h"

namespace rapport::app {

/// Gets ready for a new key of the vault, while it is open: it is made for what
/// StepUp was shown, and for the recovery code where that is typed. Whatever
/// else opened the vault opens it no more. The rest is done with the vault
/// closed: see Renewer. Exists while the vault is open.
class KeyRenewal : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(bool checking READ checking NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)

public:
    KeyRenewal(const Environment &environment, const VaultDoor &door, StepUp &stepUp,
               QObject *parent = nullptr);
    ~KeyRenewal() override;

    bool checking() const { return m_checking; } ///< the recovery code
    QString problem() const { return m_problem; }

    /// Ends with ready() or with a problem and everything as it was. An empty
    /// text stands for no recovery code. Dropped unless StepUp::showForRenewal()
    /// was answered, and while it is still looking at a code.
    Q_INVOKABLE void begin(QString recoveryCode);

    Q_INVOKABLE void forgetProblem();

    /// The slots were changed.
    void setWays(const vault::Ways &ways) { m_door.ways = ways; }

    /// What ready() told of, once.
    std::optional<Renewal> take() { return std::exchange(m_renewal, std::nullopt); }

Q_SIGNALS:
    void changed();
    void ready();

private:
    void fail(const QString &problem);
    void finish(std::optional<vault::Protector> recovery);

    Environment m_environment;
    VaultDoor m_door;
    StepUp &m_stepUp;
    bool m_checking = false;
    QString m_problem;
    std::optional<Renewal> m_renewal;
};

} // namespace rapport::app
