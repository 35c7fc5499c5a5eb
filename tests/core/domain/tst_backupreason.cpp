// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/domain/BackupOffer.h"

using namespace rapport::domain;

namespace {

constexpr qint64 day = qint64{24} * 3'600'000;
constexpr qint64 now = 20'000 * day;

} // namespace

Q_DECLARE_METATYPE(rapport::domain::BackupReason)
Q_DECLARE_METATYPE(rapport::domain::BackupFacts)
Q_DECLARE_METATYPE(rapport::domain::BackupOfferMoment)

class TestBackupReason : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reasons_data()
    {
        QTest::addColumn<BackupFacts>("facts");
        QTest::addColumn<BackupReason>("reason");
        const auto row = [](const char *name, const BackupFacts &facts, BackupReason reason) {
            QTest::newRow(name) << facts << reason;
        };
        row("nothing was ever kept", {}, BackupReason::None);
        row("kept for a month to the day", {.firstKeptMs = now - 30 * day}, BackupReason::None);
        row("kept for longer", {.firstKeptMs = now - 30 * day - 1}, BackupReason::NeverMade);
        row("a back-up of a month to the day", {.lastMs = now - 30 * day, .changedSince = true},
            BackupReason::None);
        row("an older one", {.lastMs = now - 30 * day - 1, .changedSince = true}, BackupReason::LongAgo);
        row("an older one, and nothing new", {.lastMs = now - 90 * day}, BackupReason::None);
        row("a new one of old words",
            {.lastMs = now - day, .firstKeptMs = now - 400 * day, .changedSince = true}, BackupReason::None);
        row("declined a month ago to the day",
            {.lastMs = now - 90 * day, .declinedMs = now - 30 * day, .changedSince = true},
            BackupReason::None);
        row("declined before that",
            {.lastMs = now - 90 * day, .declinedMs = now - 30 * day - 1, .changedSince = true},
            BackupReason::LongAgo);
        row("declined and never made one", {.declinedMs = now - 1, .firstKeptMs = now - 90 * day},
            BackupReason::None);
        row("declined by a wrong clock", {.declinedMs = now + 2 * day, .firstKeptMs = now - 90 * day},
            BackupReason::NeverMade);
        row("made by a clock a little ahead", {.lastMs = now + day, .firstKeptMs = now - 90 * day},
            BackupReason::None);
        row("made by a wrong clock", {.lastMs = now + 2 * day, .firstKeptMs = now - 90 * day},
            BackupReason::LongAgo);
        row("kept by a wrong clock", {.firstKeptMs = now + 90 * day}, BackupReason::None);
    }
    void reasons()
    {
        QFETCH(const BackupFacts, facts);
        QTEST(backupReason(facts, now), "reason");
    }

    void moments_data()
    {
        QTest::addColumn<BackupOfferMoment>("moment");
        QTest::addColumn<bool>("offer");
        QTest::addColumn<bool>("stopped");
        QTest::newRow("a quiet day") << BackupOfferMoment{} << true << true;
        QTest::newRow("another offer") << BackupOfferMoment{.otherOffer = true} << false << false;
        QTest::newRow("a session tomorrow") << BackupOfferMoment{.sessionWithinDay = true} << false << true;
        QTest::newRow("a session now") << BackupOfferMoment{.sessionNow = true} << false << false;
        QTest::newRow("writing") << BackupOfferMoment{.writing = true} << false << false;
    }
    void moments()
    {
        QFETCH(const BackupOfferMoment, moment);
        QTEST(isTimeForBackup(BackupReason::NeverMade, moment), "offer");
        QTEST(isTimeForBackup(BackupReason::LongAgo, moment), "offer");
        QTEST(isTimeForBackup(BackupReason::Stopped, moment), "stopped");
        QVERIFY(!isTimeForBackup(BackupReason::None, moment));
    }
};

QTEST_GUILESS_MAIN(TestBackupReason)
#include "tst_backupreason.moc"
