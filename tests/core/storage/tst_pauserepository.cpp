// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/PauseRepository.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::domain;
using namespace rapport::storage;
using namespace rapport::tests;

class TestPauseRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<Vault>();
        m_database = m_vault->open();
        QVERIFY(m_database);
    }

    void cleanup()
    {
        m_database.reset();
        m_vault.reset();
    }

    void runsUntilItEnds()
    {
        PauseRepository pauses(*m_database);
        QCOMPARE(pauses.running().value(), std::nullopt);
        Pause pause = begun();
        QVERIFY(pauses.save(pause));
        QCOMPARE(pauses.running().value(), std::optional(pause));
        QVERIFY(pauses.between(day(), day())->isEmpty());

        pause.mark.heldSinceNs = pause.mark.startNs + 60'000'000'000;
        QVERIFY(pauses.save(pause));
        QCOMPARE(pauses.running().value(), std::optional(pause));

        pause.mark.heldSinceNs.reset();
        pause.mark.heldNs = 7'000'000'000;
        QVERIFY(pauses.save(pause));
        QCOMPARE(pauses.running().value(), std::optional(pause));

        pause.end = Pause::End{momentAt(5), PauseEnd::Finished, pause.plannedMs};
        QVERIFY(pauses.save(pause));
        QCOMPARE(pauses.running().value(), std::nullopt);
        const auto over = pauses.between(day(), day()).value();
        QCOMPARE(over.size(), 1);
        QCOMPARE(over.first().end, pause.end);
        QCOMPARE(over.first().mark.heldNs, pause.mark.heldNs);
        // Which start of the device it was is nobody's business any more.
        QCOMPARE(over.first().mark.bootId, QByteArray());
        QVERIFY(!pagesHold(*m_database, pause.mark.bootId));
    }

    void anEndIsForGood()
    {
        PauseRepository pauses(*m_database);
        Pause pause = begun();
        QVERIFY(pauses.save(pause));
        pause.end = Pause::End{momentAt(1), PauseEnd::Stopped, 60'000};
        QVERIFY(pauses.save(pause));
        pause.end->how = PauseEnd::Finished;
        QCOMPARE(pauses.save(pause).error().kind, Error::Refused);
        pause.end.reset();
        QCOMPARE(pauses.save(pause).error().kind, Error::Refused);
        QCOMPARE(pauses.between(day(), day())->first().end->how, PauseEnd::Stopped);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"uid", "starter", "length", "starter's form", "longer than planned"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void refused()
    {
        QFETCH(QString, what);
        Pause pause = begun();
        if (what == QLatin1String("uid"))
            pause.record.uid = Uid();
        else if (what == QLatin1String("starter"))
            pause.starter.clear();
        else if (what == QLatin1String("length"))
            pause.plannedMs = 0;
        else if (what == QLatin1String("starter's form"))
            pause.starter = QStringLiteral("Sounds around you");
        else
            pause.end = Pause::End{momentAt(9), PauseEnd::Finished, pause.plannedMs + 1};
        QCOMPARE(PauseRepository(*m_database).save(pause).error().kind, Error::Refused);
    }

    void theNewestOfThoseThatRun()
    {
        PauseRepository pauses(*m_database);
        QVERIFY(pauses.save(begun()));
        const Pause later = begun(1);
        QVERIFY(pauses.save(later));
        QCOMPARE(pauses.running()->value().record.uid, later.record.uid);
    }

    void byDay()
    {
        PauseRepository pauses(*m_database);
        const qint64 aDay = 1440; // in minutes
        for (const qint64 later : {qint64{0}, qint64{10}, aDay, 3 * aDay}) {
            Pause pause = begun(later);
            pause.end = Pause::End{momentAt(later + 5), PauseEnd::Finished, pause.plannedMs};
            QVERIFY(pauses.save(pause));
        }
        const auto two = pauses.between(day(), day()).value();
        QCOMPARE(two.size(), 2);
        QVERIFY(two.first().record.created > two.last().record.created);
        QCOMPARE(pauses.between(day(), day().addDays(1))->size(), 3);
        QCOMPARE(pauses.between(day().addDays(2), day().addDays(9))->size(), 1);
        QCOMPARE(pauses.between(day().addDays(-9), day().addDays(-1))->size(), 0);
    }

    void removedRestoredPurged()
    {
        PauseRepository pauses(*m_database);
        Pause pause = begun();
        QVERIFY(pauses.save(pause));
        pause.end = Pause::End{momentAt(5), PauseEnd::Finished, pause.plannedMs};
        QVERIFY(pauses.save(pause));
        QVERIFY(pauses.remove(pause.record.uid, momentAt(10)));
        QCOMPARE(pauses.remove(pause.record.uid, momentAt(10)).error().kind, Error::NotFound);
        QCOMPARE(pauses.save(pause).error().kind, Error::NotFound);
        QVERIFY(pauses.between(day(), day())->isEmpty());
        QVERIFY(pauses.restore(pause.record.uid, momentAt(11)));
        QCOMPARE(pauses.between(day(), day())->size(), 1);
        QCOMPARE(pauses.purge(momentAt(99).utcMs).value(), 0);
        QVERIFY(pauses.remove(pause.record.uid, momentAt(12)));
        QCOMPARE(pauses.purge(momentAt(99).utcMs).value(), 1);
        QCOMPARE(pauses.restore(pause.record.uid, momentAt(13)).error().kind, Error::NotFound);
    }

    void aDeletedOneDoesNotRun()
    {
        PauseRepository pauses(*m_database);
        const Pause pause = begun();
        QVERIFY(pauses.save(pause));
        QVERIFY(pauses.remove(pause.record.uid, momentAt(1)));
        QCOMPARE(pauses.running().value(), std::nullopt);
    }

    void aLivingOneIsNotPurged()
    {
        QVERIFY(PauseRepository(*m_database).save(begun()));
        QVERIFY(!tryRun(*m_database, QStringLiteral("DELETE FROM pause")).isEmpty());
    }

private:
    Pause begun(qint64 minutesLater = 0)
    {
        Pause pause;
        pause.record.created = momentAt(minutesLater);
        pause.record.modifiedUtcMs = pause.record.created.utcMs;
        pause.record.uid = m_vault->newUid(pause.record.created.utcMs);
        pause.starter = QStringLiteral("sounds");
        pause.mark = {"6f1e3c1a-77aa-4d9e-9c9e-0a6f2b1c3d4e", 123'456'789'012'345, 0, std::nullopt};
        return pause;
    }

    static QDate day() { return momentAt(0).localDate(); }

    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestPauseRepository)
#include "tst_pauserepository.moc"
