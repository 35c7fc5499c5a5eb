// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/BackupOffer.h"

#include <chrono>

#include <QDateTime>
#include <QTimer>

#include "app/Backups.h"
#include "app/NextSession.h"
#include "app/RecoveryOffer.h"
#include "app/WriteDown.h"
#include "core/storage/Changes.h"
#include "core/storage/DraftRepository.h"

namespace rapport::app {

using domain::BackupReason;

namespace {

constexpr std::chrono::milliseconds untilDrawn{1000};

/// In the vault: when "Not now" was said last, in ISO 8601 with its offset.
const QString settingName = QStringLiteral("backup-offer");

storage::Result<std::optional<qint64>> timeIn(storage::Database &database, const QString &setting)
{
    const auto value = storage::SettingRepository(database).value(setting);
    if (!value)
        return tl::unexpected(value.error());
    const QDateTime time = QDateTime::fromString(*value, Qt::ISODate);
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

storage::Result<domain::BackupFacts> factsOf(storage::Database &database)
{
    domain::BackupFacts facts;
    const auto last = timeIn(database, Backups::lastSetting());
    const auto declined = timeIn(database, settingName);
    const auto kept = storage::firstKept(database);
    if (!last || !declined || !kept)
        return tl::unexpected(!last ? last.error() : !declined ? declined.error() : kept.error());
    facts.lastMs = *last;
    facts.declinedMs = *declined;
    facts.firstKeptMs = *kept;
    if (facts.lastMs) {
        const auto changed = storage::changedAfter(database, *facts.lastMs);
        if (!changed)
            return tl::unexpected(changed.error());
        facts.changedSince = *changed;
    }
    return facts;
}

} // namespace

BackupOffer::BackupOffer(const Environment &environment, const Neighbours &neighbours, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_neighbours(neighbours)
{
    connect(&m_neighbours.recoveryOffer, &RecoveryOffer::offeredChanged, this, &BackupOffer::follow);
    connect(&m_neighbours.nextSession, &NextSession::changed, this, &BackupOffer::follow);
    connect(&m_neighbours.writeDown, &WriteDown::textChanged, this, &BackupOffer::follow);
    connect(&m_neighbours.backups, &Backups::lastChanged, this, &BackupOffer::follow);
    connect(&m_neighbours.backups, &Backups::stateChanged, this, [this] {
        if (m_neighbours.backups.state() == Backups::Done)
            m_due = BackupReason::None;
        follow();
    });
    QTimer::singleShot(untilDrawn, this, &BackupOffer::look);
}

void BackupOffer::look()
{
    m_neighbours.backups.look();
    storage::whenDone(this, m_environment.database.run<domain::BackupFacts>(factsOf),
                      [this](const storage::Result<domain::BackupFacts> &facts) {
                          if (facts) // what cannot be read is no time to ask
                              hear(*facts);
                      });
}

void BackupOffer::hear(const domain::BackupFacts &facts)
{
    m_due = backupReason(facts, m_environment.clock.now().utcMs);
    follow();
}

BackupReason BackupOffer::reason() const
{
    return m_neighbours.backups.wasStopped() ? BackupReason::Stopped : m_due;
}

domain::BackupOfferMoment BackupOffer::moment() const
{
    const NextSession &session = m_neighbours.nextSession;
    const NextSession::Nearness nearness = session.nearness();
    return {
        .otherOffer = m_otherOffered,
        .sessionWithinDay = nearness == NextSession::Within24h || session.canStillTell(),
        .sessionNow = nearness == NextSession::AboutTo || session.asksAfter(),
        .writing =
            !m_neighbours.writeDown.text().isEmpty() || m_neighbours.backups.state() == Backups::Working,
    };
}

void BackupOffer::follow()
{
    m_otherOffered = m_otherOffered || m_neighbours.recoveryOffer.isOffered();
    m_offered = isTimeForBackup(reason(), moment());
    Q_EMIT changed();
}

QString BackupOffer::text() const
{
    switch (reason()) {
    case BackupReason::None:
        return {};
    case BackupReason::NeverMade:
        return tr(
            "What you keep here is on this device alone. A back-up is one encrypted file that brings all "
            "of it back, should the device be lost.");
    case BackupReason::LongAgo:
        return tr("Your last back-up is more than a month old, and you have kept new things since.");
    case BackupReason::Stopped:
        return tr("Your last back-up was stopped before it was done. Nothing was lost: your notes and older "
                  "back-ups are as they were.");
    }
    return {};
}

QString BackupOffer::declineText() const
{
    return reason() == BackupReason::Stopped ? tr("All right") : tr("Not now");
}

void BackupOffer::accept()
{
    m_neighbours.backups.wish();
    Q_EMIT accepted();
}

void BackupOffer::decline()
{
    if (reason() == BackupReason::Stopped) {
        // One question at a time: what else is due waits for the next opening.
        m_due = BackupReason::None;
        return m_neighbours.backups.forgetStopped();
    }
    m_due = BackupReason::None;
    follow();
    // Not answered for: where it cannot be stored, it is asked once more some day.
    static_cast<void>(m_environment.database.run<void>(
        [value = m_environment.clock.now().toDateTime().toString(Qt::ISODate)](storage::Database &database) {
            return storage::SettingRepository(database).save(settingName, value);
        }));
}

} // namespace rapport::app
