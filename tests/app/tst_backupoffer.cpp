// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/Shell.h"
#include "tests/app/Fakes.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::tests;

namespace {

/// Argon2id takes its time, and machines are shared.
constexpr int patience = 30'000;

const QString passphrase = QStringLiteral("three herons stand by cold water");

} // namespace

class TestBackupOffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_target = std::make_unique<QTemporaryDir>();
        m_keys = std::make_unique<KeyStoreScript>();
        m_services = fakeServices(*m_keys);
        m_disk = vault::systemDisk();
        goTo(2);
        begin(QStringLiteral("rapport"));
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        m_shell->keepFirst(QStringLiteral("I need you to ask me"));
        untilOpen();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->rooms()->cards()->count(), 1, patience);
    }

    void cleanup() { m_shell.reset(); }

    void afterAMonthWithoutOne()
    {
        QVERIFY(!isOfferedNow());
        goTo(2 + 31);
        QVERIFY(isOfferedNow());
        QVERIFY2(offer()->text().contains(QStringLiteral("this device alone")), qPrintable(offer()->text()));

        offer()->decline();
        QVERIFY(!offer()->isOffered());
        openAgain();
        QVERIFY(!isOfferedNow());
        goTo(2 + 31 + 29);
        QVERIFY(!isOfferedNow());
        goTo(2 + 31 + 31);
        QVERIFY(isOfferedNow());
    }

    void itLeadsToItsPage()
    {
        goTo(40);
        QVERIFY(isOfferedNow());
        QSignalSpy accepted(offer(), &BackupOffer::accepted);
        QVERIFY(!backups()->takeWish());
        offer()->accept();
        QCOMPARE(accepted.count(), 1);
        QVERIFY(backups()->takeWish());
        QVERIFY(!backups()->takeWish());
    }

    void onlyWhereSomethingChanged()
    {
        goTo(40);
        QVERIFY(isOfferedNow());
        makeBackup();
        QTRY_COMPARE_WITH_TIMEOUT(backups()->state(), Backups::Done, patience);
        QVERIFY(!isOfferedNow());
        goTo(80);
        QVERIFY(!isOfferedNow()); // nothing to lose that is not in it
        keep();
        QVERIFY(isOfferedNow());
        QVERIFY2(offer()->text().contains(QStringLiteral("a month old")), qPrintable(offer()->text()));
    }

    void neverTwoOffers()
    {
        goTo(40);
        keep();
        keep();
        QTRY_VERIFY_WITH_TIMEOUT(m_shell->rooms()->recoveryOffer()->isOffered(), patience);
        QVERIFY(!isOfferedNow());
        m_shell->rooms()->recoveryOffer()->notYet();
        QVERIFY(!isOfferedNow()); // one question a day is enough
        openAgain();
        QVERIFY(isOfferedNow());
    }

    void notWhileSomethingIsWritten()
    {
        goTo(40);
        QVERIFY(isOfferedNow());
        m_shell->rooms()->writeDown()->setText(QStringLiteral("There is"));
        QVERIFY(!offer()->isOffered());
        m_shell->rooms()->writeDown()->setText({});
        QVERIFY(offer()->isOffered());
    }

    void aroundASession_data()
    {
        QTest::addColumn<int>("hours"); // until the session
        QTest::addColumn<bool>("offered");
        QTest::newRow("in two days") << 48 << true;
        QTest::newRow("in a day") << 24 << false;
        QTest::newRow("soon") << 2 << false;
        QTest::newRow("it was") << -2 << false;
    }
    void aroundASession()
    {
        QFETCH(const int, hours);
        auto *session = m_shell->rooms()->nextSession();
        const QDateTime at = m_clock.now().toDateTime().addDays(40).addSecs(qint64{hours} * 3600);
        session->edit();
        session->stepDays(static_cast<int>(session->editDate().daysTo(at.date())));
        session->stepQuarters(static_cast<int>(QTime(14, 0).secsTo(QTime(at.time().hour(), 0)) / 900));
        QSignalSpy saved(session, &NextSession::saved);
        session->save();
        QVERIFY(saved.wait(patience));
        goTo(2 + 40);
        session->refresh();
        QTEST(isOfferedNow(), "offered");
    }

    void aLockStopsItAndItIsTold()
    {
        makeBackup();
        QCOMPARE(backups()->state(), Backups::Working);
        m_shell->lock();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Locked, patience);
        m_shell->retry();
        untilOpen();
        QVERIFY(isOfferedNow());
        QVERIFY(backups()->wasStopped());
        QVERIFY2(offer()->text().contains(QStringLiteral("stopped")), qPrintable(offer()->text()));
        QCOMPARE(QDir(m_target->path()).entryList(QDir::Files | QDir::Hidden), QStringList());

        offer()->decline();
        QVERIFY(!offer()->isOffered());
        openAgain();
        QVERIFY(!isOfferedNow());
        QVERIFY(!backups()->wasStopped());
    }

    void whoCancelsKnows()
    {
        makeBackup();
        backups()->cancel();
        QTRY_COMPARE_WITH_TIMEOUT(backups()->state(), Backups::Cancelled, patience);
        openAgain();
        QVERIFY(!isOfferedNow());
    }

    void aRestoredVaultKnowsItsBackup()
    {
        makeBackup();
        QTRY_COMPARE_WITH_TIMEOUT(backups()->state(), Backups::Done, patience);
        const QString file = backups()->file();
        begin(QStringLiteral("another"));
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        m_shell->seekBackup();
        m_shell->restorer()->look(file, passphrase);
        QTRY_VERIFY_WITH_TIMEOUT(m_shell->restorer()->found(), patience);
        m_shell->restore();
        untilOpen();
        // While it was made the mark was set, and so the mark is in it.
        QVERIFY(!isOfferedNow());
        QVERIFY(!backups()->wasStopped());
        QVERIFY2(backups()->lastWords().contains(QStringLiteral("2026")), qPrintable(backups()->lastWords()));
        goTo(2 + 31);
        QVERIFY(!isOfferedNow());
    }

private:
    Backups *backups() const { return m_shell->rooms()->backups(); }
    BackupOffer *offer() const { return m_shell->rooms()->backupOffer(); }

    void goTo(int daysIntoMarch) { m_clock.set(QDate(2026, 3, 1).addDays(daysIntoMarch - 1), QTime(9, 0)); }

    void begin(const QString &folder)
    {
        m_folder = folder;
        m_shell.reset();
        m_shell = std::make_unique<Shell>(
            Shell::Parts{m_place->filePath(folder), *m_disk, m_clock, m_chance, m_services});
        m_shell->start(platform::SingleInstance::Claim::Acquired);
    }

    void untilOpen() { QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience); }

    void openAgain()
    {
        begin(m_folder);
        untilOpen();
    }

    bool isOfferedNow()
    {
        backups()->look();
        offer()->look();
        // Both are answered in their order; once more for what that asked.
        QSignalSpy heard(offer(), &BackupOffer::changed);
        offer()->look();
        while (heard.count() < 2 && heard.wait(patience)) {
        }
        QTest::qWait(50);
        return offer()->isOffered();
    }

    void keep()
    {
        QSignalSpy kept(m_shell->rooms()->writeDown(), &WriteDown::kept);
        m_shell->rooms()->writeDown()->keepText(QStringLiteral("There is one more thing"));
        QVERIFY(kept.wait(patience));
    }

    void makeBackup()
    {
        m_shell->rooms()->stepUp()->show({});
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->rooms()->stepUp()->state(), StepUp::Shown, patience);
        backups()->make(m_target->path(), passphrase);
    }

    QString m_folder;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<QTemporaryDir> m_target;
    std::unique_ptr<KeyStoreScript> m_keys;
    std::unique_ptr<vault::Disk> m_disk;
    SettableClock m_clock;
    SeededChance m_chance;
    platform::Services m_services;
    std::unique_ptr<Shell> m_shell;
};

QTEST_GUILESS_MAIN(TestBackupOffer)
#include "tst_backupoffer.moc"
