// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/CheckInRepository.h"
#include "core/storage/SearchText.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::domain;
using namespace rapport::storage;
using namespace rapport::tests;

namespace {

constexpr int noEnergy = 999;

QList<int> pleasantnessesOf(const Result<QList<CheckIn>> &checkIns)
{
    QList<int> values;
    for (const CheckIn &checkIn : checkIns.value())
        values += checkIn.pleasantness;
    return values;
}

} // namespace

class TestCheckInRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<Vault>();
        reopen();
    }

    void cleanup()
    {
        if (m_database) {
            QVERIFY(m_database->verify());
            // Whatever happened, the rollup is what a recount would give.
            QCOMPARE(
                ask(*m_database,
                    QStringLiteral("SELECT count(*) FROM (SELECT local_day, check_ins, pleasantness_sum, "
                                   "pleasantness_min, pleasantness_max FROM mood_day EXCEPT SELECT felt_day, "
                                   "count(*), sum(pleasantness), min(pleasantness), max(pleasantness) FROM "
                                   "check_in WHERE deleted_at IS NULL GROUP BY felt_day)")),
                QVariant(0));
        }
        m_database.reset();
        m_vault.reset();
    }

    void checkInsComeBackAsGiven_data()
    {
        QTest::addColumn<int>("pleasantness");
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("energy");
        QTest::addColumn<QString>("note");
        QTest::newRow("one tap") << 40 << 5 << noEnergy << QString();
        QTest::newRow("the lowest of all") << -100 << 201 << -100 << QStringLiteral("nothing goes");
        QTest::newRow("the highest of all") << 100 << 2 << 100 << QStringLiteral("a\n\nb");
        QTest::newRow("energy in the middle") << 0 << 5 << 0 << QString();
        QTest::newRow("quotes") << 0 << 5 << noEnergy
                                << QStringLiteral("'); DROP TABLE check_in; -- ?1 :a %1");
        QTest::newRow("right to left") << 0 << 5 << noEnergy << QString::fromUtf8("كان صعبا (قليلا)");
        QTest::newRow("100,000 emoji") << 0 << 5 << noEnergy << QString::fromUtf8("😀").repeated(100'000);
    }

    void checkInsComeBackAsGiven()
    {
        QFETCH(int, pleasantness);
        QFETCH(int, steps);
        QFETCH(int, energy);
        QFETCH(QString, note);
        CheckIn given = checkIn(pleasantness);
        given.steps = steps;
        if (energy != noEnergy) {
            given.energy = energy;
            given.energySteps = steps;
        }
        given.note = note;
        given.record.isPrivate = true;
        given.felt = momentAt(-90); // back-dated
        QCOMPARE(checkIns().add(given).value(), given);
        reopen();
        QCOMPARE(checkIns().find(given.record.uid).value(), given);
        QCOMPARE(checkIns().latest().value(), std::optional(given));
    }

    void refused_data()
    {
        QTest::addColumn<int>("pleasantness");
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("offsetMin");
        QTest::addColumn<QString>("note");
        QTest::newRow("too pleasant") << 101 << 5 << 60 << QString();
        QTest::newRow("too unpleasant") << -101 << 5 << 60 << QString();
        QTest::newRow("one step") << 0 << 1 << 60 << QString();
        QTest::newRow("beyond the world") << 0 << 5 << 1'081 << QString();
        QTest::newRow("NUL") << 0 << 5 << 60 << QStringLiteral("a") + QChar(u'\0');
        QTest::newRow("100,001 letters") << 0 << 5 << 60 << QString(100'001, u'a');
    }

    void refused()
    {
        QFETCH(int, pleasantness);
        QFETCH(int, steps);
        QFETCH(int, offsetMin);
        QFETCH(QString, note);
        const CheckIn fine = add(40, 0);
        CheckIn wrong = fine;
        wrong.pleasantness = pleasantness;
        wrong.steps = steps;
        wrong.felt.offsetMin = offsetMin;
        wrong.note = note;
        QCOMPARE(checkIns().update(wrong, momentAt(1)).error().kind, Error::Refused);
        QCOMPARE(checkIns().find(fine.record.uid).value(), fine);
        wrong.record.uid = m_vault->newUid();
        QCOMPARE(checkIns().add(wrong).error().kind, Error::Refused);
        QCOMPARE(checkIns().page(std::nullopt, 10)->size(), 1);
        QCOMPARE(checkIns().add(fine).error().kind, Error::Refused); // the same one twice
    }

    void whiteSpaceIsNoNote()
    {
        CheckIn given = checkIn(0);
        given.note = QStringLiteral(" \n\t ");
        QCOMPARE(checkIns().add(given)->note, QString());
        QCOMPARE(indexed(), 0);
    }

    void unknownOnesAreNotFound()
    {
        const CheckIn stranger = checkIn(0);
        QCOMPARE(checkIns().find(stranger.record.uid).error().kind, Error::NotFound);
        QCOMPARE(checkIns().update(stranger, momentAt(1)).error().kind, Error::NotFound);
        QCOMPARE(checkIns().remove(stranger.record.uid, momentAt(1)).error().kind, Error::NotFound);
        QCOMPARE(checkIns().restore(stranger.record.uid, momentAt(1)).error().kind, Error::NotFound);
        QCOMPARE(checkIns().latest().value(), std::nullopt);
        QVERIFY(checkIns().deleted()->isEmpty());
    }

    void updateKeepsWhatIsTheRowsOwn()
    {
        const CheckIn stored = add(-40, 0);
        CheckIn changed = stored;
        changed.pleasantness = 80;
        changed.energy = -40;
        changed.energySteps = 5;
        changed.note = QString::fromUtf8("cafe\u0301 ");
        changed.record.isPrivate = true;
        changed.record.created = momentAt(5'000);
        changed.record.deletedMs = 7;
        changed.felt = momentAt(-2LL * 24 * 60);
        const auto updated = checkIns().update(changed, momentAt(9));
        QVERIFY(updated);
        changed.note = QString::fromUtf8("caf\u00e9");
        changed.record.created = stored.record.created;
        changed.record.deletedMs.reset();
        changed.record.modifiedUtcMs = momentAt(9).utcMs;
        QCOMPARE(*updated, changed);
        reopen();
        QCOMPARE(checkIns().find(stored.record.uid).value(), changed);
        // It moved to another day, and the day it left is gone.
        const auto days = checkIns().moodDays(-100'000, 100'000);
        QCOMPARE(days->size(), 1);
        QCOMPARE(days->first().day, changed.felt.localDay());
        // The same once more is no change, not even of its time.
        QCOMPARE(checkIns().update(changed, momentAt(99)).value(), changed);
    }

    void aDeletionLeavesTheDayAndComesBack()
    {
        add(-80, 0);
        const CheckIn second = add(80, 30);
        const qint32 day = second.felt.localDay();
        QCOMPARE(checkIns().moodDays(day, day)->first(), (MoodDay{day, 2, 0, -80, 80, 0, 0}));

        QVERIFY(checkIns().remove(second.record.uid, momentAt(31)));
        QCOMPARE(checkIns().moodDays(day, day)->first(), (MoodDay{day, 1, -80, -80, -80, 0, 0}));
        QCOMPARE(pleasantnessesOf(checkIns().days(day, day)), QList<int>{-80});
        QCOMPARE(checkIns().latest().value()->pleasantness, -80);
        QCOMPARE(checkIns().find(second.record.uid).error().kind, Error::NotFound);
        QCOMPARE(checkIns().remove(second.record.uid, momentAt(32)).error().kind, Error::NotFound);
        QCOMPARE(checkIns().update(second, momentAt(32)).error().kind, Error::NotFound);

        reopen(); // Undo survives a kill
        QCOMPARE(pleasantnessesOf(checkIns().deleted()), QList<int>{80});
        const auto restored = checkIns().restore(second.record.uid, momentAt(33));
        QVERIFY(restored);
        QCOMPARE(restored->record.modifiedUtcMs, momentAt(33).utcMs);
        QCOMPARE(checkIns().moodDays(day, day)->first(), (MoodDay{day, 2, 0, -80, 80, 0, 0}));
        QVERIFY(checkIns().deleted()->isEmpty());
        // Restoring what is there changes nothing.
        QCOMPARE(checkIns().restore(second.record.uid, momentAt(99)).value(), *restored);
    }

    void purgeTakesTheNoteOutOfThePages()
    {
        CheckIn secret = checkIn(-80);
        secret.note = QStringLiteral("Xylophonweg and Quastenflosser");
        QVERIFY(checkIns().add(secret));
        const CheckIn other = add(40, 1);
        QVERIFY(checkIns().remove(secret.record.uid, momentAt(2)));
        QCOMPARE(checkIns().purge(momentAt(2).utcMs).value(), 0); // not yet
        QVERIFY(checkIns().restore(secret.record.uid, momentAt(3)));
        QVERIFY(checkIns().remove(secret.record.uid, momentAt(3)));
        QCOMPARE(indexed(), 1);
        QVERIFY(pagesHold(*m_database, "Quastenflosser"));

        QCOMPARE(checkIns().purge(momentAt(3).utcMs + 1).value(), 1);
        QCOMPARE(indexed(), 0);
        QVERIFY(!pagesHold(*m_database, "Quastenflosser"));
        QVERIFY(!pagesHold(*m_database, "quastenflosser"));
        QCOMPARE(checkIns().restore(secret.record.uid, momentAt(4)).error().kind, Error::NotFound);
        QVERIFY(checkIns().find(other.record.uid));
    }

    void notesAreFoundAtTheMomentTheySpeakOf()
    {
        CheckIn first = checkIn(0);
        first.note = QString::fromUtf8("Café with Ana");
        first = checkIns().add(first).value();
        QCOMPARE(found("cafe"), QList<qint64>{first.felt.utcMs});
        first.note = QStringLiteral("tea");
        first = checkIns().update(first, momentAt(1)).value();
        QVERIFY(found("cafe").isEmpty());
        QCOMPARE(found("tea"), QList<qint64>{first.felt.utcMs});
        first.felt = momentAt(-3LL * 24 * 60);
        QVERIFY(checkIns().update(first, momentAt(2)));
        QCOMPARE(found("tea"), QList<qint64>{first.felt.utcMs});
        first.note.clear();
        QVERIFY(checkIns().update(first, momentAt(3)));
        QCOMPARE(indexed(), 0);
    }

private:
    void reopen()
    {
        m_database.reset();
        m_database = m_vault->open();
        QVERIFY(m_database);
    }

    CheckInRepository checkIns() { return CheckInRepository(*m_database); }

    CheckIn checkIn(int pleasantness) { return m_vault->checkIn(pleasantness); }

    CheckIn add(int pleasantness, qint64 minutesLater)
    {
        return checkIns().add(m_vault->checkIn(pleasantness, minutesLater)).value();
    }

    /// How many notes of check-ins the index holds.
    int indexed()
    {
        return ask(*m_database, QStringLiteral("SELECT count(*) FROM search_text WHERE kind = 'check-in'"))
            .toInt();
    }

    /// The times of the notes that have a word, newest first.
    QList<qint64> found(const char *words)
    {
        QList<qint64> times;
        QSqlQuery query(m_database->sql());
        if (!query.prepare(QStringLiteral(
                "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC")))
            return {-1};
        query.addBindValue(matchExpression(QString::fromUtf8(words)));
        if (!query.exec())
            return {-2};
        while (query.next())
            times += query.value(0).toLongLong() / 1024;
        return times;
    }

    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestCheckInRepository)
#include "tst_checkinrepository.moc"
