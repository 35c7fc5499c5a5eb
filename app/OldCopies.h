// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include <QObject>
#include <QQmlEngine>
#include <QStringList>

#include "app/StepUp.h"
#include "app/VaultDoor.h"
#include "core/vault/OldCopies.h"

namespace rapport::app {

/// The copies of a person's notes that lie beside the vault under older keys,
/// and their end. Exists while the vault is open.
class OldCopies : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    Q_PROPERTY(QStringList lines READ lines NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)

public:
    enum State {
        Unknown, ///< nobody has looked yet, or it could not be seen
        None,
        There, ///< lines say which
        Removing,
    };
    Q_ENUM(State)

    OldCopies(const VaultDoor &door, StepUp &stepUp, QObject *parent = nullptr);
    ~OldCopies() override;

    State state() const { return m_state; }
    QStringList lines() const;
    QString problem() const { return m_problem; } ///< why they are not all gone

    /// Looks at the disk, on the vault's worker.
    Q_INVOKABLE void look();

    /// Removes them all; ends with removed() or a problem. Dropped unless it was
    /// shown who it is (StepUp), or while it is at it.
    Q_INVOKABLE void remove();

Q_SIGNALS:
    void changed();
    void removed();

private:
    void hear(const vault::Result<vault::OldCopies> &found);

    VaultDoor m_door;
    StepUp &m_stepUp;
    State m_state = Unknown;
    vault::OldCopies m_copies;
    QString m_problem;
};

} // namespace rapport::app
