// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Backups.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

#include "core/storage/DraftRepository.h"
#include "core/vault/Passphrase.h"
#include "core/wording/TimeWording.h"

namespace rapport::app {

namespace {

/// In the vault while one is being made: the vault's id. It is in the back-up,
/// too, and means nothing in the vault that comes out of it, which has another.
const QString markName = QStringLiteral("backup-begun");

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Backups)
};

/// Whatever it was, nothing was lost.
QString withPeace(const QString &problem)
{
    return problem + QLatin1Char(' ') + Words::tr("Your notes are unchanged, and so is every older back-up.");
}

/// What happened, and what to do about it.
QString reason(vault::BackupError::Kind kind)
{
    using vault::BackupError;
    switch (kind) {
    case BackupError::Cancelled:
        return Words::tr("Stopped. No back-up was made.");
    case BackupError::CannotRead:
    case BackupError::CannotWrite:
        return Words::tr("Rapport may not write into that folder. Choose another one.");
    case BackupError::DiskFull:
        return Words::tr("There is not enough free space. Free some, or choose another place.");
    case BackupError::Damaged:
        return Words::tr(
            "What was written there came back changed, so it was not kept. The disk or stick may be "
            "failing: choose another one.");
    case BackupError::VaultClosed:
        return Words::tr("Rapport was locked meanwhile. Open it and try again.");
    case BackupError::VaultDamaged:
        return Words::tr(
            "Some of your notes cannot be read, and a back-up would be damaged, too. Close Rapport and "
            "open it again: it then helps to save what can be read.");
    case BackupError::NoMemory:
        return Words::tr("This device has too little free memory now. Close other apps, then try again.");
    case BackupError::WrongPassphrase:
    case BackupError::NotABackup:
    case BackupError::NewerVersion:
    case BackupError::Internal:
        break;
    }
    return Words::tr("Something went wrong that should not. Please try again.");
}

QString dateWords(const QDateTime &time)
{
    const QLocale locale;
    return Words::tr("%1, %2", "day, time")
        .arg(locale.toString(time.date(), QLocale::LongFormat), wording::clockTime(time.time(), locale));
}

QStringList linesOf(const vault::BackupMade &made, const storage::LivingCounts &counts, const QDateTime &time)
{
    const QLocale locale;
    const auto line = [&locale](const QString &name, qint64 count) {
        return Words::tr("%1: %2", "kind of thing: how many").arg(name, locale.toString(count));
    };
    return {
        Words::tr("Made: %1").arg(dateWords(time)),
        Words::tr("Size: %1").arg(locale.formattedDataSize(made.size)),
        line(Words::tr("Things to say"), counts.cards),
        line(Words::tr("Moods"), counts.checkIns),
        line(Words::tr("Sessions"), counts.sessions),
        line(Words::tr("Notes"), counts.notes),
        line(Words::tr("Pauses"), counts.pauses),
    };
}

} // namespace

Backups::Backups(const Environment &environment, const VaultDoor &door, StepUp &stepUp, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_door(door)
    , m_stepUp(stepUp)
    , m_stop(std::make_shared<std::atomic_bool>(false))
{}

Backups::~Backups()
{
    *m_stop = true;
    m_door.parts.worker.wait();
}

void Backups::look()
{
    using Values = std::pair<QString, QString>;
    const auto values =
        m_environment.database.run<Values>([](storage::Database &database) -> storage::Result<Values> {
            const storage::SettingRepository settings(database);
            const auto last = settings.value(lastSetting());
            const auto begun = settings.value(markName);
            if (!last || !begun)
                return tl::unexpected(!last ? last.error() : begun.error());
            return Values(*last, *begun);
        });
    storage::whenDone(this, values, [this](const storage::Result<Values> &read) {
        if (!read)
            return;
        m_wasStopped = m_state != Working && read->second == m_door.vaultId.toString();
        setLast(read->first);
    });
}

void Backups::mark(const QString &value)
{
    // Not answered for: it decides what is told, not what is done.
    static_cast<void>(m_environment.database.run<void>([value](storage::Database &database) {
        return storage::SettingRepository(database).save(markName, value);
    }));
}

void Backups::forgetStopped()
{
    if (!m_wasStopped)
        return;
    m_wasStopped = false;
    mark({});
    Q_EMIT lastChanged();
}

void Backups::remember(qint64 madeUtcMs)
{
    const domain::Moment made{madeUtcMs, m_environment.clock.now().offsetMin};
    keepLast(made.toDateTime().toString(Qt::ISODate));
}

void Backups::keepLast(const QString &value)
{
    // Not answered for: the back-up is there, whether its date is or not.
    static_cast<void>(m_environment.database.run<void>([value](storage::Database &database) {
        return storage::SettingRepository(database).save(lastSetting(), value);
    }));
    setLast(value);
}

void Backups::setLast(const QString &value)
{
    const QDateTime time = QDateTime::fromString(value, Qt::ISODate);
    m_lastWords = time.isValid() ? tr("Last back-up: %1").arg(dateWords(time)) : tr("No back-up yet.");
    Q_EMIT lastChanged();
}

void Backups::make(const QString &folder, QString passphrase)
{
    const bool taken = vault::passphraseProblem(passphrase) == vault::PassphraseProblem::None;
    const auto secret = std::make_shared<vault::SecretBytes>(vault::SecretBytes::fromUtf8(passphrase));
    if (m_state == Working || !taken || !m_stepUp.keys())
        return;
    m_stepUp.forget(); // once for each file that leaves
    const QString place = QDir::cleanPath(folder.trimmed());
    if (!QDir::isAbsolutePath(place))
        return conclude(
            Failed, withPeace(tr("Write the folder's whole path, beginning with %1.").arg(QDir::rootPath())));

    m_stop = std::make_shared<std::atomic_bool>(false);
    m_percent = 0;
    m_wasStopped = false;
    mark(m_door.vaultId.toString());
    m_state = Working;
    m_problem.clear();
    Q_EMIT lastChanged();
    Q_EMIT percentChanged();
    Q_EMIT stateChanged();

    const domain::Moment now = m_environment.clock.now();
    vault::BackupRequest request;
    request.file = QDir(place).filePath(vault::backupName(now));
    request.keepTwo = true;
    request.vaultId = m_door.vaultId;
    request.createdMs = now.utcMs;
    m_door.parts.worker.run<Ended>(
        this,
        [parts = m_door.parts, place, request, secret, told = progress()]() -> Ended {
            // Made by us it would hide that a stick is not plugged in.
            const auto found = parts.disk.look(place);
            if (!found || found->kind != vault::Disk::Kind::Directory)
                return {.made = {}, .error = {}, .counts = {}, .folderMissing = true};
            // Before the copy: what is counted here is in it.
            const auto counts = parts.database.run<storage::LivingCounts>(storage::livingCounts).result();
            if (!counts)
                return {.made = {}, .error = vault::backupError(counts.error()), .counts = {}};
            const auto made = vault::writeBackup(parts.disk, parts.layout, parts.random, parts.database,
                                                 *secret, request, told);
            if (!made)
                return {.made = {}, .error = made.error(), .counts = {}};
            return {.made = *made, .error = {}, .counts = *counts};
        },
        [this, now](const Ended &ended) { end(ended, now); });
}

/// For the worker, which ends before we do. Whole per cents only: the rest
/// would fill the GUI's queue.
vault::Progress Backups::progress()
{
    return [this, stop = m_stop, told = 0](double done) mutable {
        const int percent = static_cast<int>(done * 100);
        if (percent > told) {
            told = percent;
            QMetaObject::invokeMethod(
                this,
                [this, percent] {
                    m_percent = percent;
                    Q_EMIT percentChanged();
                },
                Qt::QueuedConnection);
        }
        return !stop->load();
    };
}

void Backups::end(const Ended &ended, const domain::Moment &moment)
{
    mark({}); // however it ended, it is told now
    if (ended.folderMissing)
        return conclude(Failed, withPeace(tr("There is no such folder. See how it is written; a stick has to "
                                             "be plugged in.")));
    if (!ended.made) {
        const bool cancelled = ended.error.kind == vault::BackupError::Cancelled;
        return conclude(cancelled ? Cancelled : Failed, withPeace(reason(ended.error.kind)));
    }
    const QDateTime time = moment.toDateTime();
    m_file = QDir::toNativeSeparators(ended.made->file);
    m_lines = linesOf(*ended.made, ended.counts, time);
    keepLast(time.toString(Qt::ISODate));
    conclude(Done);
}

void Backups::conclude(State state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT stateChanged();
}

void Backups::cancel()
{
    if (m_state != Working)
        return;
    *m_stop = true;
    Q_EMIT percentChanged();
}

void Backups::forget()
{
    forgetStopped();
    if (m_state != Working && m_state != Asking)
        conclude(Asking);
}

} // namespace rapport::app
