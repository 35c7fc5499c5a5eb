// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include "app/DeviceSettings.h"
#include "app/Shell.h"
#include "core/vault/BackupFormat.h"
#include "core/vault/Restore.h"
#include "tests/app/Fakes.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::tests;

namespace {

/// Argon2id takes its time, and machines are shared.
constexpr int patience = 30'000;

const QString passphrase = QStringLiteral("three herons stand by cold water");
const QString name = QStringLiteral("rapport-2026-03-02-090000.rapbak");

} // namespace

class TestBackups : public QObject
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
        m_clock.set(QDate(2026, 3, 2), QTime(9, 0));
        m_shell = std::make_unique<Shell>(Shell::Parts{folder(), *m_disk, m_clock, m_chance, m_services});
        m_shell->start(platform::SingleInstance::Claim::Acquired);
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        m_shell->keepFirst(QStringLiteral("I need you to ask me"));
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
    }

    void cleanup() { m_shell.reset(); }

    void itIsMadeAndOpensWithItsPassphrase()
    {
        backups()->look();
        QTRY_COMPARE(backups()->lastWords(), QStringLiteral("No back-up yet."));
        makeOne(m_target->path());
        QTRY_COMPARE_WITH_TIMEOUT(backups()->state(), Backups::Done, patience);
        QCOMPARE(backups()->problem(), QString());
        QCOMPARE(backups()->file(), m_target->filePath(name));
        QCOMPARE(there(), QStringList{name});
        QCOMPARE(backups()->percent(), 100);
        QVERIFY(backups()->lines().contains(QStringLiteral("Things to say: 1")));
        QVERIFY(backups()->lines().contains(QStringLiteral("Moods: 0")));
        QVERIFY2(backups()->lastWords().contains(QStringLiteral("2026")), qPrintable(backups()->lastWords()));

        QFile file(m_target->filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(64).startsWith("RAPBKUP1"));

        QString typed = passphrase;
        const auto staged = stage(vault::SecretBytes::fromUtf8(typed));
        QVERIFY(staged);
        QCOMPARE(staged->counts.cards, 1);
        typed = QStringLiteral("another one that is long");
        const auto refused = stage(vault::SecretBytes::fromUtf8(typed));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, vault::BackupError::WrongPassphrase);
    }

    void theDateIsFoundAgain()
    {
        makeOne(m_target->path());
        QTRY_COMPARE_WITH_TIMEOUT(backups()->state(), Backups::Done, patience);
        const QString words = backups()->lastWords();
        backups()->forget();
        QCOMPARE(backups()->state(), Backups::Asking);
        m_shell.reset();
        m_shell = std::make_unique<Shell>(Shell::Parts{folder(), *m_disk, m_clock, m_chance, m_services});
        m_shell->start(platform::SingleInstance::Claim::Acquired);
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QCOMPARE(backups()->lastWords(), QString());
        backups()->look();
        QTRY_COMPARE(backups()->lastWords(), words);
    }

    void theLastTwoAreKept()
    {
        for (int day = 1; day <= 3; ++day) {
            m_clock.set(QDate(2026, 4, day), QTime(9, 0));
            makeOne(m_target->path());
            QTRY_COMPARE_WITH_TIMEOUT(backups()->state(), Backups::Done, patience);
        }
        QCOMPARE(there(), (QStringList{QStringLiteral("rapport-2026-04-02-090000.rapbak"),
                                       QStringLiteral("rapport-2026-04-03-090000.rapbak")}));
    }

    void cancelledNothingIsLeft()
    {
        makeOne(m_target->path());
        backups()->cancel();
        QVERIFY(backups()->stopping());
        QTRY_COMPARE_WITH_TIMEOUT(backups()->state(), Backups::Cancelled, patience);
        QVERIFY2(backups()->problem().startsWith(QStringLiteral("Stopped.")),
                 qPrintable(backups()->problem()));
        QCOMPARE(there(), QStringList());
        QVERIFY(!QDir(vault::Layout(folder()).backupScratch()).exists());
        backups()->look();
        QTRY_COMPARE(backups()->lastWords(), QStringLiteral("No back-up yet."));
    }

    void aLockEndsIt()
    {
        makeOne(m_target->path());
        m_shell.reset();
        QCOMPARE(there(), QStringList());
    }

    void whatKeepsItFromBeingMade_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("beginning");

        QTest::newRow("not writable") << "/proc"
                                      << "Rapport may not write into that folder.";
        QTest::newRow("not there") << m_missing << "There is no such folder.";
        QTest::newRow("a file") << "/proc/version"
                                << "There is no such folder.";
        QTest::newRow("relative") << "Documents"
                                  << "Write the folder's whole path";
        QTest::newRow("empty") << ""
                               << "Write the folder's whole path";
    }

    void whatKeepsItFromBeingMade()
    {
        QFETCH(const QString, place);
        QFETCH(const QString, beginning);
        makeOne(place);
        QTRY_COMPARE_WITH_TIMEOUT(backups()->state(), Backups::Failed, patience);
        QVERIFY2(backups()->problem().startsWith(beginning), qPrintable(backups()->problem()));
        QVERIFY(backups()->problem().endsWith(
            QStringLiteral("Your notes are unchanged, and so is every older back-up.")));
        QVERIFY(!QDir(vault::Layout(folder()).backupScratch()).exists());
    }

    void onlyForWhoHasShownWhoTheyAre()
    {
        backups()->make(m_target->path(), passphrase);
        QCOMPARE(backups()->state(), Backups::Asking);
        show();
        backups()->make(m_target->path(), QStringLiteral("short"));
        QCOMPARE(backups()->state(), Backups::Asking);
        makeOne(m_target->path());
        // Once for each file that leaves.
        QCOMPARE(m_shell->rooms()->stepUp()->state(), StepUp::Asking);
    }

    void theFolderIsRemembered()
    {
        {
            DeviceSettings settings(m_target->path());
            QCOMPARE(settings.backupFolder(), QString());
            settings.setBackupFolder(QStringLiteral("/media/stick"));
        }
        DeviceSettings again(m_target->path());
        QCOMPARE(again.backupFolder(), QStringLiteral("/media/stick"));
        again.setBackupFolder({});
        QCOMPARE(again.backupFolder(), QString());
    }

private:
    QString folder() const { return m_place->filePath(QStringLiteral("rapport")); }
    Backups *backups() const { return m_shell->rooms()->backups(); }

    QStringList there() const
    {
        return QDir(m_target->path())
            .entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    void show()
    {
        m_shell->rooms()->stepUp()->show({});
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->rooms()->stepUp()->state(), StepUp::Shown, patience);
    }

    void makeOne(const QString &place)
    {
        show();
        backups()->make(place, passphrase);
    }

    vault::BackupResult<vault::StagedBackup> stage(vault::SecretBytes secret)
    {
        return vault::stageBackup(*m_disk, vault::Layout(m_place->filePath(QStringLiteral("elsewhere"))),
                                  m_target->filePath(name), secret, [](double) { return true; });
    }

    const QString m_missing = QStringLiteral("/nowhere/at/all");
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<QTemporaryDir> m_target;
    std::unique_ptr<KeyStoreScript> m_keys;
    std::unique_ptr<vault::Disk> m_disk;
    SettableClock m_clock;
    SeededChance m_chance;
    platform::Services m_services;
    std::unique_ptr<Shell> m_shell;
};

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
