// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QSignalSpy>
#include <QTest>

#include "app/Demo.h"
#include "app/Shell.h"
#include "core/storage/CardRepository.h"
#include "core/storage/CheckInRepository.h"
#include "core/storage/NoteRepository.h"
#include "core/storage/PauseRepository.h"
#include "core/storage/SessionRepository.h"
#include "tests/app/OpenVault.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::tests;

class TestDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allOfALifeIsStored()
    {
        OpenVault vault;
        const domain::Moment now = vault.clock.now();
        const domain::DemoLife life = domain::demoLife(now, vault.clock.zone());
        QVERIFY(vault.ask<void>([&life](storage::Database &db) { return storeLife(db, life); }));

        const QList<domain::Card> cards = vault.storedCards();
        QCOMPARE(cards.size(), life.cards.size());
        QCOMPARE(cards.first().text, life.cards.first().card.text);
        QCOMPARE(cards.first().state, life.cards.first().steps.last().state);
        const auto session = vault.ask<std::optional<domain::Session>>(
            [now](storage::Database &db) { return storage::SessionRepository(db).current(now); });
        QCOMPARE(session->value().date, now.localDate().addDays(1));
        const auto checkIns = vault.ask<QList<domain::CheckIn>>(
            [](storage::Database &db) { return storage::CheckInRepository(db).page({}, 10'000); });
        QCOMPARE(checkIns->size(), life.checkIns.size());
        const auto pauses = vault.ask<QList<domain::Pause>>([now](storage::Database &db) {
            return storage::PauseRepository(db).between(now.localDate().addYears(-1), now.localDate());
        });
        QCOMPARE(pauses->size(), life.pauses.size());
        const auto notes = vault.ask<QList<domain::Note>>(
            [](storage::Database &db) { return storage::NoteRepository(db).all(); });
        QCOMPARE(notes->size(), life.notes.size());
    }

    void aLifeIsStoredWholeOrNotAtAll()
    {
        OpenVault vault;
        domain::DemoLife life = domain::demoLife(vault.clock.now(), vault.clock.zone());
        life.checkIns.last().record.uid = life.checkIns.first().record.uid;
        QVERIFY(!vault.ask<void>([&life](storage::Database &db) { return storeLife(db, life); }));
        QCOMPARE(vault.storedCards().size(), 0);
        // and what comes after is not part of anything that was given up
        vault.store(QStringLiteral("after"));
        QCOMPARE(vault.storedCards().size(), 1);
    }

    void itOpensByItselfAndIsGoneAfterwards()
    {
        KeyStoreScript script;
        platform::Services services = fakeServices(script);
        const auto disk = vault::systemDisk();
        SettableClock clock;
        SeededChance chance;
        QString folder;
        {
            auto home = DemoHome::make(*disk, clock, chance);
            QVERIFY(home);
            folder = home->folder();
            home->moveInto(services);
            Shell shell({folder, *disk, clock, chance, services, true});
            QVERIFY(shell.madeUp());
            shell.start(services.singleInstance->claim(folder));
            QTRY_COMPARE_WITH_TIMEOUT(shell.view(), Shell::Unlocked, 30'000);
            QTRY_VERIFY(shell.rooms()->cards()->count() > 40);
            QVERIFY(!QFile::exists(folder + QLatin1String("/lock")));
        }
        QVERIFY(!QFile::exists(folder));
        QCOMPARE(script.reads + script.writes, 0);
    }
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
