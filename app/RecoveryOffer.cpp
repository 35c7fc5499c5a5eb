// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/RecoveryOffer.h"

#include "core/storage/DraftRepository.h"
#include "core/storage/RowCounts.h"

namespace rapport::app {

namespace {

const QString settingName = QStringLiteral("recovery-offer");
const QString notYetValue = QStringLiteral("not-yet");

} // namespace

RecoveryOffer::RecoveryOffer(const Environment &environment, bool hasCode, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_hasCode(hasCode)
{
    look();
}

void RecoveryOffer::setOffered(bool offered)
{
    if (offered == m_offered)
        return;
    m_offered = offered;
    Q_EMIT offeredChanged();
}

void RecoveryOffer::look()
{
    if (m_hasCode || m_answered || m_offered)
        return;
    const auto worthIt =
        m_environment.database.run<bool>([](storage::Database &database) -> storage::Result<bool> {
            const auto answer = storage::SettingRepository(database).value(settingName);
            if (!answer)
                return tl::unexpected(answer.error());
            if (!answer->isEmpty())
                return false;
            const auto counts = storage::livingCounts(database);
            if (!counts)
                return tl::unexpected(counts.error());
            return counts->cards + counts->checkIns + counts->notes >= fromThingsKept;
        });
    storage::whenDone(this, worthIt, [this](const storage::Result<bool> &answer) {
        // What cannot be read is no time to ask.
        if (answer && *answer && !m_hasCode && !m_answered)
            setOffered(true);
    });
}

void RecoveryOffer::setHasCode(bool hasCode)
{
    m_hasCode = hasCode;
    if (hasCode)
        setOffered(false);
}

void RecoveryOffer::notYet()
{
    m_answered = true;
    setOffered(false);
    // Not answered for: where it cannot be stored, it is asked once more some day.
    static_cast<void>(m_environment.database.run<void>([](storage::Database &database) {
        return storage::SettingRepository(database).save(settingName, notYetValue);
    }));
}

} // namespace rapport::app
