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

#include "app/Environment.h"
#include "app/StepUp.h"
#include "app/VaultDoor.h"
#include "core/storage/RowCounts.h"
#include "core/vault/Backup.h"

namespace rapport::app {

/// Makes a back-up of the open vault: how far it is, and in the end where it is
/// and what is in it. Needs that it was shown who it is (StepUp); done on the
/// vault's worker, while the notes stay open. Exists while the vault is open: a
/// lock ends what is being made, and nothing of it stays but a mark in the vault,
/// by which it can be told afterwards that it was stopped.
class Backups : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString file READ file NOTIFY stateChanged FINAL)
    Q_PROPERTY(QStringList lines READ lines NOTIFY stateChanged FINAL)
    Q_PROPERTY(int percent READ percent NOTIFY percentChanged FINAL)
    Q_PROPERTY(bool stopping READ stopping NOTIFY percentChanged FINAL)
    Q_PROPERTY(QString lastWords READ lastWords NOTIFY lastChanged FINAL)
    Q_PROPERTY(bool wasStopped READ wasStopped NOTIFY lastChanged FINAL)

public:
    enum State {
        Asking,
        Working,
        Cancelled,
        Failed, ///< problem says why; what was there before is as it was
        Done,
    };
    Q_ENUM(State)

    Backups(const Environment &environment, const VaultDoor &door, StepUp &stepUp, QObject *parent = nullptr);

    /// Ends what is being made and waits for it.
    ~Backups() override;

    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QString file() const { return m_file; }       ///< of the one that was made, with its path
    QStringList lines() const { return m_lines; } ///< its date, its size, and how much is in it
    int percent() const { return m_percent; }     ///< 0 … 100
    bool stopping() const { return m_stop->load(); }

    /// "Last back-up: …", "No back-up yet."; empty until it was read.
    QString lastWords() const { return m_lastWords; }

    /// Where the vault keeps when the last one was made: in ISO 8601 with its offset.
    static QString lastSetting() { return QStringLiteral("last-backup"); }

    /// The last try ended before its end, by a lock, the end of the app or a
    /// kill, and nobody has been told. False until it was read.
    bool wasStopped() const { return m_wasStopped; }

    /// Reads when the last one was made, and whether the last try was stopped.
    /// Not done at the start, where it counts.
    Q_INVOKABLE void look();

    /// The person knows that it was stopped.
    Q_INVOKABLE void forgetStopped();

    /// The page for a back-up is to be opened; takeWish() answers once.
    void wish() { m_wished = true; }
    Q_INVOKABLE bool takeWish() { return std::exchange(m_wished, false); }

    /// These notes came out of a back-up of that time: there is one.
    void remember(qint64 madeUtcMs);

    /// Makes one in a folder that is there. Dropped while another one is made,
    /// when nobody has shown who they are, and with a passphrase that
    /// SecretChoice refuses.
    Q_INVOKABLE void make(const QString &folder, QString passphrase);

    /// It may be too late, and the back-up made all the same.
    Q_INVOKABLE void cancel();

    /// The person has read how it ended.
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void stateChanged();
    void percentChanged();
    void lastChanged();

private:
    /// What the worker answers.
    struct Ended
    {
        std::optional<vault::BackupMade> made;
        vault::BackupError error;
        storage::LivingCounts counts;
        bool folderMissing = false;
    };

    vault::Progress progress();
    void end(const Ended &ended, const domain::Moment &moment);
    void conclude(State state, const QString &problem = {});
    void setLast(const QString &value);
    void keepLast(const QString &value);
    void mark(const QString &value);

    Environment m_environment;
    VaultDoor m_door;
    StepUp &m_stepUp;
    State m_state = Asking;
    QString m_problem;
    QString m_file;
    QStringList m_lines;
    int m_percent = 0;
    QString m_lastWords;
    bool m_wasStopped = false;
    bool m_wished = false;
    std::shared_ptr<std::atomic_bool> m_stop;
};

} // namespace rapport::app
