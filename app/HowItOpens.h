// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include <QObject>
#include <QQmlEngine>

#include "app/Renewer.h"
#include "core/domain/Clock.h"
#include "core/vault/SecretBytes.h"

namespace rapport::app {

/// The way through the questions about how Rapport opens, and the recovery code
/// that is being written down: it is made here, shown once, typed back, and only
/// then given on. Nothing of it is left once it counts or its page is left.
/// What changes the vault is LockKeeper's affair. Exists while the vault is open.
class HowItOpens : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(Page page READ page NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> codeGroups READ codeGroups NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(QString notice READ notice NOTIFY changed FINAL)
    Q_PROPERTY(QString renewalHeading READ renewalHeading NOTIFY changed FINAL)
    Q_PROPERTY(QString renewalText READ renewalText NOTIFY changed FINAL)

public:
    enum Page {
        Overview,
        TakeLockAway,
        ChoosePin,
        ChoosePassphrase,
        WriteCodeDown, ///< codeGroups are to be seen
        TypeCodeBack,
        TakeCodeAway,
        RepairKeyStore,
        RenewKey,
        Renewed, ///< renewalHeading and renewalText say how that ended
        DeleteOldCopies,
    };
    Q_ENUM(Page)

    /// Keeps the code's 16 bytes in the vault.
    using KeepCode = std::function<void(vault::SecretBytes code)>;

    HowItOpens(domain::RandomSource &random, KeepCode keepCode, QObject *parent = nullptr);
    ~HowItOpens() override;

    Page page() const { return m_page; }
    QStringList codeGroups() const;
    QString problem() const { return m_problem; } ///< with the code that was typed back
    QString notice() const { return m_notice; }   ///< what has just been kept

    QString renewalHeading() const { return m_renewalHeading; }
    QString renewalText() const { return m_renewalText; }

    /// The notes were closed for a new key, and are open again.
    void tellRenewal(const Renewer::Outcome &outcome);

    /// To a page that asks for one thing; those of the code have ways of their own.
    Q_INVOKABLE void ask(rapport::app::HowItOpens::Page page);

    /// A new code, to be written down; it counts once it was typed back.
    Q_INVOKABLE void makeCode();
    Q_INVOKABLE void codeIsWritten();

    /// Whether it is the one that was shown; problem says why it is not.
    Q_INVOKABLE bool checkCode(QString typed);
    /// Gives on what checkCode() found right.
    Q_INVOKABLE void keepCode();

    /// One step back.
    Q_INVOKABLE void goBack();

    /// What the present page asked for is kept in the vault.
    void kept();

Q_SIGNALS:
    void changed();

private:
    void show(Page page, const QString &problem = {}, const QString &notice = {});

    domain::RandomSource &m_random;
    KeepCode m_keepCode;
    Page m_page = Overview;
    vault::SecretBytes m_code;
    bool m_codeIsRight = false;
    QString m_problem;
    QString m_notice;
    QString m_renewalHeading;
    QString m_renewalText;
};

} // namespace rapport::app
