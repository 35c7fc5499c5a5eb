// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QQmlEngine>

#include "app/Environment.h"
#include "core/domain/BackupOffer.h"

namespace rapport::app {

class Backups;
class NextSession;
class RecoveryOffer;
class WriteDown;

/// Speaks of a back-up on Today when one is due, or when the last try was
/// stopped, and only when nothing else has its moment: see core/domain. "Not
/// now" holds for a month and stays in the vault. Exists while the vault is open.
class BackupOffer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(bool offered READ isOffered NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString declineText READ declineText NOTIFY changed FINAL)

public:
    /// What else Today may show. All of it outlives this.
    struct Neighbours
    {
        Backups &backups;
        RecoveryOffer &recoveryOffer;
        NextSession &nextSession;
        WriteDown &writeDown;
    };

    /// Asks the database by itself, but only once the first page has long been
    /// drawn: a start waits for nothing that this needs.
    BackupOffer(const Environment &environment, const Neighbours &neighbours, QObject *parent = nullptr);

    bool isOffered() const { return m_offered; }
    QString text() const;        ///< why, in a sentence or two
    QString declineText() const; ///< what says that it is not now

    /// Asks the database for the facts.
    void look();

    Q_INVOKABLE void accept();
    Q_INVOKABLE void decline();

Q_SIGNALS:
    void changed();
    /// The page for it is wanted; Backups knows, too.
    void accepted();

private:
    void hear(const domain::BackupFacts &facts);
    void follow();
    domain::BackupReason reason() const;
    domain::BackupOfferMoment moment() const;

    Environment m_environment;
    Neighbours m_neighbours;
    domain::BackupReason m_due = domain::BackupReason::None;
    bool m_otherOffered = false; ///< since the vault was opened: two in a row would press
    bool m_offered = false;
};

} // namespace rapport::app
