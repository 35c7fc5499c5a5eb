// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <utility>

#include <QObject>
#include <QQmlEngine>
#include <QStringList>

#include "app/VaultWorker.h"
#include "core/vault/Restore.h"

namespace rapport::app {

/// A backup on its way back: looked into, then seen by the person, then
/// restored. Looking changes nothing of what is here; restoring itself is an
/// effect of the vault's machine. All of it runs on the vault's worker.
class Restorer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Shell gives it")
    Q_PROPERTY(double share READ share NOTIFY changed FINAL)
    Q_PROPERTY(bool stopping READ stopping NOTIFY changed FINAL)
    Q_PROPERTY(bool looking READ looking NOTIFY changed FINAL)
    Q_PROPERTY(bool found READ found NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(QString madeOn READ madeOn NOTIFY changed FINAL)
    Q_PROPERTY(QStringList lines READ lines NOTIFY changed FINAL)

public:
    using Staged = std::shared_ptr<const vault::StagedBackup>;

    Restorer(vault::Disk &disk, vault::Layout layout, VaultWorker &worker, QObject *parent = nullptr);

    /// Reads the whole file and proves it; `found` then, or a `problem`.
    Q_INVOKABLE void look(const QString &file, QString passphrase);

    /// The passphrase that was typed for a look that ended for another reason:
    /// nobody types six words twice because a stick was not plugged in. Once,
    /// and empty where it was wrong, or opened the back-up.
    Q_INVOKABLE QString takePassphrase();

    /// Ends what runs; nothing is changed then.
    Q_INVOKABLE void stop();

    /// Forgets the backup that was looked into.
    void discard();

    /// It is being restored; what is given is for the worker.
    vault::Progress begin();

    /// What was looked into, and its end.
    Staged staged() const { return m_staged; }
    void end(const std::optional<vault::BackupError> &error);

    /// When the backup was made that the vault came out of, in milliseconds
    /// since 1970-01-01T00:00Z; once after a restore.
    std::optional<qint64> takeRestored() { return std::exchange(m_restoredMs, std::nullopt); }

    double share() const { return m_share; } ///< 0 … 1, of what runs
    bool stopping() const { return m_stop->load(); }
    bool looking() const { return m_looking; }
    bool found() const { return m_staged != nullptr; }
    QString problem() const { return m_problem; } ///< the last try's, in a sentence
    QString madeOn() const;
    QStringList lines() const; ///< what is in it, kind by kind

Q_SIGNALS:
    void changed();

private:
    void dropStaged();

    vault::Disk &m_disk;
    vault::Layout m_layout;
    VaultWorker &m_worker;
    std::shared_ptr<std::atomic_bool> m_stop;
    Staged m_staged;
    std::optional<qint64> m_restoredMs;
    std::shared_ptr<vault::SecretBytes> m_typed; ///< to be taken back
    QString m_problem;
    double m_share = 0;
    quint64 m_look = 0; ///< which look is waited for
    bool m_looking = false;
};

} // namespace rapport::app
