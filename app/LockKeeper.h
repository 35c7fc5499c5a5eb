// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include <QObject>
#include <QQmlEngine>

#include "app/StepUp.h"
#include "app/VaultDoor.h"
#include "core/vault/SlotChange.h"

namespace rapport::app {

/// How the open vault opens, and changes of it: a PIN or a passphrase as its
/// lock or none, and a recovery code beside them. Each change needs that it was
/// shown who it is (StepUp) and is done on the vault's worker; the database
/// stays open meanwhile. Exists while the vault is open.
class LockKeeper : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Shell gives it")
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(Lock lock READ lock NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool hasRecoveryCode READ hasRecoveryCode NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool keyStoreNeedsRepair READ keyStoreNeedsRepair NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool canRenewKey READ canRenewKey NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged FINAL)

public:
    enum State { Ready, Changing };
    Q_ENUM(State)

    enum Lock {
        NoLock, ///< the key store opens it by itself
        Pin,
        Passphrase,
    };
    Q_ENUM(Lock)

    LockKeeper(const VaultDoor &door, StepUp &stepUp, QObject *parent = nullptr);
    ~LockKeeper() override;

    State state() const { return m_state; }
    Lock lock() const;
    bool hasRecoveryCode() const { return m_door.ways.recovery; }

    /// Another way opened the vault, though the key store should have: by itself,
    /// which repairKeyStore() puts right, or together with a PIN, which then is
    /// to be chosen anew.
    bool keyStoreNeedsRepair() const { return m_door.keyProblem != vault::Problem::None; }

    /// Whether what opens the vault day by day can be shown: the new key is made
    /// for what was shown, and everything else would open nothing any more.
    bool canRenewKey() const;
    QString problem() const { return m_problem; } ///< why the last change did not come about

    // Each ends with changed(), or with a problem and everything as it was.
    // Dropped while another one is being made, or when nobody has shown who
    // they are. Judging what is typed is SecretChoice's task; what it refuses
    // is refused here, too.
    Q_INVOKABLE void setPin(QString typed);
    Q_INVOKABLE void setPassphrase(QString typed);
    Q_INVOKABLE void removeLock();

    /// The code that a person has written down and typed back.
    void setRecoveryCode(vault::SecretBytes code);
    Q_INVOKABLE void removeRecoveryCode();

    /// Only where there is no lock: what the key store holds opens the vault again.
    Q_INVOKABLE void repairKeyStore();

    Q_INVOKABLE void forgetProblem();

Q_SIGNALS:
    void stateChanged();
    void changed();
    void waysChanged(const rapport::vault::Ways &ways);

private:
    using Change = std::shared_ptr<vault::SlotChange>;
    using MakeChange = std::function<Change(vault::SecretBytes kek)>;

    bool begin();
    void withKeyStoreKey(MakeChange make);
    void storeNewKey(const MakeChange &make);
    void apply(const Change &change);
    void fail(const QString &problem);
    void end(const std::optional<vault::Error> &error, const vault::Ways &ways);

    VaultDoor m_door;
    StepUp &m_stepUp;
    State m_state = Ready;
    QString m_problem;
};

} // namespace rapport::app
