// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QSignalSpy>
#include <QTest>

#include "app/Moods.h"
#include "core/storage/CheckInRepository.h"
#include "core/storage/Statement.h"
#include "tests/app/OpenVault.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::domain;
using namespace rapport::tests;

class TestMoods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_vault = std::make_unique<OpenVault>(); }

    void cleanup()
    {
        m_moods.reset();
        m_vault.reset();
    }

    void fiveStepsForEyesAndEars()
    {
        start();
        QCOMPARE(m_moods->words(),
                 (QStringList{QStringLiteral("very bad"), QStringLiteral("bad"), QStringLiteral("in between"),
                              QStringLiteral("good"), QStringLiteral("very good")}));
        QCOMPARE(m_moods->names().at(1), QStringLiteral("bad, 2 of 5"));
        QCOMPARE(m_moods->state(), Moods::Asking);
        QCOMPARE(m_moods->lastStep(), -1);
        QCOMPARE(m_moods->lastWord(), QString());
        QVERIFY(!m_moods->canUndo());
        QVERIFY(!m_moods->isGentle());
    }

    void oneTapIsAWholeCheckIn_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("pleasantness");
        QTest::addColumn<bool>("gentle");
        QTest::newRow("very bad") << 0 << -80 << true;
        QTest::newRow("bad") << 1 << -40 << true;
        QTest::newRow("in between") << 2 << 0 << false;
        QTest::newRow("good") << 3 << 40 << false;
        QTest::newRow("very good") << 4 << 80 << false;
    }

    void oneTapIsAWholeCheckIn()
    {
        QFETCH(int, step);
        start();
        tap(step);
        QCOMPARE(m_moods->lastStep(), step);
        QCOMPARE(m_moods->lastWord(), m_moods->words().at(step));
        QTEST(m_moods->isGentle(), "gentle");
        QVERIFY(m_moods->canUndo());
        const QList<CheckIn> stored = storedOnes();
        QCOMPARE(stored.size(), 1);
        QTEST(stored.first().pleasantness, "pleasantness");
        QCOMPARE(stored.first().steps, 5);
        QCOMPARE(stored.first().felt, m_vault->clock.now());
        QCOMPARE(stored.first().record.created, m_vault->clock.now());
        QVERIFY(!stored.first().energy);
        QCOMPARE(stored.first().note, QString());
    }

    void noStepBeyondTheFive()
    {
        start();
        m_moods->checkIn(-1);
        m_moods->checkIn(5);
        QCOMPARE(m_moods->state(), Moods::Asking);
        m_vault->settle();
        QVERIFY(storedOnes().isEmpty());
    }

    void aSecondTapWhileTheFirstIsKeptIsNone()
    {
        start();
        m_moods->checkIn(1);
        m_moods->checkIn(4);
        QTRY_COMPARE(m_moods->state(), Moods::Kept);
        m_moods->checkIn(4);
        m_vault->settle();
        QCOMPARE(storedOnes().size(), 1);
        QCOMPARE(m_moods->lastStep(), 1);
    }

    void aTapThatFailsSaysSoAndAsksAgain()
    {
        start();
        m_vault->close();
        m_moods->checkIn(2);
        QTRY_COMPARE(m_moods->state(), Moods::Asking);
        QVERIFY(!m_moods->problem().isEmpty());
        QVERIFY(!m_moods->canUndo());
        m_vault->open();
        tap(2);
        QCOMPARE(m_moods->problem(), QString());
    }

    void undoTakesItBack()
    {
        start();
        tap(0);
        QSignalSpy undone(m_moods.get(), &Moods::undone);
        m_moods->undo();
        QTRY_COMPARE(undone.size(), 1);
        QCOMPARE(m_moods->state(), Moods::Asking);
        QVERIFY(!m_moods->canUndo());
        QVERIFY(!m_moods->isGentle());
        QVERIFY(storedOnes().isEmpty());
        m_moods->undo(); // nothing more
        m_vault->settle();
        QCOMPARE(undone.size(), 1);
        tap(3);
        QCOMPARE(storedOnes().size(), 1);
    }

    void undoThatFailsCanBeTriedAgain()
    {
        start();
        tap(0);
        m_vault->close();
        m_moods->undo();
        QTRY_VERIFY(!m_moods->problem().isEmpty());
        QCOMPARE(m_moods->state(), Moods::Kept);
        m_vault->open();
        m_moods->undo();
        QTRY_COMPARE(m_moods->state(), Moods::Asking);
        QVERIFY(storedOnes().isEmpty());
    }

    void undoOfWhatIsGoneAlreadyIsDone()
    {
        start();
        tap(0);
        const Uid uid = storedOnes().first().record.uid;
        m_vault->ask<void>([&](storage::Database &db) {
            return storage::CheckInRepository(db).remove(uid, m_vault->clock.now());
        });
        m_moods->undo();
        QTRY_COMPARE(m_moods->state(), Moods::Asking);
        QCOMPARE(m_moods->problem(), QString());
    }

    void undoSurvivesAKill_data()
    {
        QTest::addColumn<int>("secondsLater");
        QTest::addColumn<bool>("offered");
        QTest::newRow("at once") << 1 << true;
        QTest::newRow("just in time") << 10 * 60 - 1 << true;
        QTest::newRow("too late") << 10 * 60 << false;
        QTest::newRow("a clock set back") << -60 << false;
    }

    void undoSurvivesAKill()
    {
        QFETCH(int, secondsLater);
        QFETCH(bool, offered);
        start();
        tap(1);
        m_vault->clock.advance(secondsLater);
        start();
        QCOMPARE(m_moods->state(), offered ? Moods::Kept : Moods::Asking);
        QCOMPARE(m_moods->canUndo(), offered);
        if (!offered)
            return;
        QCOMPARE(m_moods->lastWord(), QStringLiteral("bad"));
        m_moods->undo();
        QTRY_COMPARE(m_moods->state(), Moods::Asking);
        QVERIFY(storedOnes().isEmpty());
    }

    void whatWasTakenBackIsPurgedLater()
    {
        start();
        tap(1);
        m_moods->undo();
        QTRY_COMPARE(m_moods->state(), Moods::Asking);
        QCOMPARE(rowsInAll(), 1);
        m_vault->clock.advance(10 * 60 + 1);
        start();
        QCOMPARE(rowsInAll(), 0);
    }

    void aNoteIsKeptWithIt()
    {
        start();
        tap(1);
        m_moods->setNote(QString::fromUtf8(" the meeting\u0301 "));
        QSignalSpy kept(m_moods.get(), &Moods::noteKept);
        m_moods->keepNote();
        QCOMPARE(m_moods->state(), Moods::KeepingNote);
        QTRY_COMPARE(kept.size(), 1);
        QCOMPARE(m_moods->state(), Moods::Kept);
        QCOMPARE(m_moods->note(), QString());
        QCOMPARE(m_moods->lastNote(),
                 QString::fromUtf8("the meeting\u0301").normalized(QString::NormalizationForm_C));
        QCOMPARE(storedOnes().first().note, m_moods->lastNote());
        m_vault->settle();
        QCOMPARE(m_vault->draft(QStringLiteral("check-in")), QString());

        m_moods->setNote(QStringLiteral("and after"));
        m_moods->keepNote();
        QTRY_COMPARE(kept.size(), 2);
        QVERIFY(storedOnes().first().note.endsWith(QStringLiteral("\nand after")));
    }

    void notesRefused_data()
    {
        QTest::addColumn<QString>("note");
        QTest::newRow("nothing") << QString();
        QTest::newRow("white space") << QStringLiteral("  \n");
        QTest::newRow("NUL") << QStringLiteral("a") + QChar(u'\0');
        QTest::newRow("too long") << QString(100'001, u'a');
    }

    void notesRefused()
    {
        QFETCH(QString, note);
        start();
        tap(1);
        m_moods->setNote(note);
        m_moods->keepNote();
        QCOMPARE(m_moods->state(), Moods::Kept);
        QVERIFY(!m_moods->problem().isEmpty());
        QCOMPARE(m_moods->note(), note);
        m_moods->setNote(QStringLiteral("better"));
        QCOMPARE(m_moods->problem(), QString());
    }

    void aNoteThatFailsStaysInItsField()
    {
        start();
        tap(1);
        m_moods->setNote(QStringLiteral("mine"));
        m_vault->close();
        m_moods->keepNote();
        QTRY_COMPARE(m_moods->state(), Moods::Kept);
        QVERIFY(!m_moods->problem().isEmpty());
        QCOMPARE(m_moods->note(), QStringLiteral("mine"));
    }

    void whatIsTypedSurvivesAKill()
    {
        start();
        tap(1);
        m_moods->setNote(QStringLiteral("half a sen"));
        m_moods->flush();
        m_vault->settle();
        start();
        QCOMPARE(m_moods->state(), Moods::Kept);
        QTRY_COMPARE(m_moods->note(), QStringLiteral("half a sen"));
        m_moods->keepNote();
        QTRY_COMPARE(storedOnes().first().note, QStringLiteral("half a sen"));
    }

    void takingItBackKeepsTheWordsForTheNextTap()
    {
        start();
        tap(4);
        m_moods->setNote(QStringLiteral("the meeting"));
        m_moods->keepNote();
        QTRY_COMPARE(m_moods->lastNote(), QStringLiteral("the meeting"));
        m_moods->undo();
        QTRY_COMPARE(m_moods->state(), Moods::Asking);
        QCOMPARE(m_moods->note(), QStringLiteral("the meeting"));
        tap(3);
        QCOMPARE(m_moods->note(), QStringLiteral("the meeting"));
        QCOMPARE(storedOnes().first().note, QString()); // not by itself
    }

    void puttingItAwayKeepsWhatWasTyped()
    {
        start();
        tap(1);
        m_moods->setNote(QStringLiteral("typed"));
        m_moods->dismiss();
        QTRY_COMPARE(m_moods->state(), Moods::Asking);
        QVERIFY(!m_moods->canUndo());
        QCOMPARE(m_moods->note(), QString());
        QCOMPARE(storedOnes().first().note, QStringLiteral("typed"));
        tap(2);
        m_moods->dismiss(); // with nothing typed
        QCOMPARE(m_moods->state(), Moods::Asking);
        QCOMPARE(storedOnes().size(), 2);
    }

    void whatHappensElsewhereIsSeen()
    {
        start();
        tap(1);
        CheckIn changed = storedOnes().first();
        changed.note = QStringLiteral("from elsewhere");
        m_moods->takeOver(changed);
        QCOMPARE(m_moods->lastNote(), changed.note);
        m_moods->forget(m_vault->card(QString()).record.uid); // a stranger
        QCOMPARE(m_moods->state(), Moods::Kept);
        m_moods->forget(changed.record.uid);
        QCOMPARE(m_moods->state(), Moods::Asking);
    }

    void aResultAfterALockIsDropped()
    {
        start();
        m_moods->checkIn(1);
        m_moods.reset();
        m_vault->settle();
        QCOMPARE(storedOnes().size(), 1);
    }

private:
    void start()
    {
        m_moods.reset();
        m_moods = std::make_unique<Moods>(m_vault->environment, nullptr);
        m_vault->settle();
    }

    void tap(int step)
    {
        QSignalSpy kept(m_moods.get(), &Moods::kept);
        m_moods->checkIn(step);
        QCOMPARE(m_moods->state(), Moods::Keeping);
        QTRY_COMPARE(kept.size(), 1);
        QCOMPARE(m_moods->state(), Moods::Kept);
    }

    QList<CheckIn> storedOnes()
    {
        return m_vault
            ->ask<QList<CheckIn>>(
                [](storage::Database &db) { return storage::CheckInRepository(db).page(std::nullopt, 100); })
            .value();
    }

    /// Deleted ones, too.
    int rowsInAll()
    {
        return m_vault
            ->ask<int>([](storage::Database &db) {
                return storage::first(
                    db, QStringLiteral("SELECT count(*) FROM check_in"), {},
                    [](const QSqlQuery &query) -> storage::Result<int> { return query.value(0).toInt(); });
            })
            .value();
    }

    std::unique_ptr<OpenVault> m_vault;
    std::unique_ptr<Moods> m_moods;
};

QTEST_GUILESS_MAIN(TestMoods)
#include "tst_moods.moc"
