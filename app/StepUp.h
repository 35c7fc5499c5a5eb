// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <optional>

#include <QObject>
#include <QQmlEngine>
#include <QTimer>

#include "app/VaultDoor.h"
#include "core/vault/CountedUnlock.h"

namespace rapport::app {

/// Asks once more who it is, before keys are changed, everything leaves as a
/// file or is deleted: an open app may have been picked up by somebody else.
/// Where nothing is to be known, since the key store opens the vault by itself,
/// the key store is asked, and that is all there can be.
///
/// Exists while the vault is open. What was shown counts for two minutes.
class StepUp : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Shell gives it")
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(Question question READ question NOTIFY stateChanged FINAL)
    Q_PROPERTY(Question usualQuestion READ usualQuestion NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool canUseRecoveryCode READ canUseRecoveryCode NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool canUseLock READ canUseLock NOTIFY stateChanged FINAL)

public:
    enum State {
        Asking, ///< problem says why the last answer did not do
        Checking,
        Shown, ///< for two minutes
    };
    Q_ENUM(State)

    enum Question {
        Nothing,
        Passphrase,
        Pin,
        RecoveryCode, ///< where it opened the vault: what else there is may be lost or forgotten
    };
    Q_ENUM(Question)

    explicit StepUp(const VaultDoor &door, QObject *parent = nullptr);
    ~StepUp() override;

    State state() const { return m_state; }
    Question question() const { return m_byCode ? RecoveryCode : m_question; }
    QString problem() const { return m_problem; }

    /// What opens the vault day by day, whatever is asked for now.
    Question usualQuestion() const { return m_question; }

    /// Whether there is a recovery code that would do instead, and whether it
    /// is asked for instead of the lock. forget() asks for the lock again.
    bool canUseRecoveryCode() const;
    bool canUseLock() const { return m_byCode; }
    Q_INVOKABLE void useRecoveryCode();
    Q_INVOKABLE void useLock();

    /// What was typed, or nothing where there is no question. Drops what is
    /// given while it is still looking at the last.
    Q_INVOKABLE void show(QString typed);

    /// The same, and what was shown is kept for takeProtector(), for as long
    /// as it counts.
    Q_INVOKABLE void showForRenewal(QString typed);

    /// What showed who it is, with new parameters: a slot can be made of it.
    /// Nothing unless showForRenewal() asked.
    std::optional<vault::Protector> takeProtector();

    /// It was used, or the person went away: an answer that comes later shows
    /// nothing, or it would do on the next page what was asked for on the last.
    Q_INVOKABLE void forget();

    /// The keys, while it is shown who it is; else nothing.
    const vault::Keys *keys() const { return m_keys.get(); }

    /// The same, for a worker that changes them.
    std::shared_ptr<vault::Keys> sharedKeys() const { return m_keys; }

    /// The slots were changed.
    void setWays(const vault::Ways &ways);

Q_SIGNALS:
    void stateChanged();
    void shown();

private:
    /// What the worker answers: keys cannot be copied, and answers are.
    struct Tried
    {
        std::shared_ptr<vault::Keys> keys;
        std::shared_ptr<vault::Protector> protector;
        vault::Error error;
        qint64 waitMs = 0;
    };
    void ask(const QString &problem = {});
    void look(QString &typed, bool forRenewal);
    void tryWith(vault::SecretBytes typed, vault::SecretBytes kek);
    void answer(const Tried &tried);

    VaultDoor m_door;
    Question m_question = Nothing;
    State m_state = Asking;
    quint64 m_look = 0;        ///< which answer is waited for
    bool m_byCode = false;     ///< the recovery code is asked for instead
    bool m_forRenewal = false; ///< what is shown is kept
    QString m_problem;
    std::shared_ptr<vault::Keys> m_keys;
    std::shared_ptr<vault::Protector> m_protector;
    QTimer m_expiry;
};

} // namespace rapport::app
