// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include "app/Shell.h"
#include "core/vault/Backup.h"
#include "tests/app/OpenVault.h"
#include "tests/core/vault/BackupPlace.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::tests;

namespace {
constexpr int patience = 30'000;
const QString right = QString::fromUtf8(vault::test::backupPassphrase);
} // namespace

class TestRestorer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        vault::test::BackupPlace source(3);
        vault::BackupRequest request;
        request.file = m_file;
        request.memKib = 8192;
        request.ops = 1;
        const auto made = vault::writeBackup(*m_disk, source.layout, m_chance, source.thread,
                                             vault::test::secret(vault::test::backupPassphrase), request,
                                             [](double) { return true; });
        QVERIFY(made.has_value());
    }

    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_keys = std::make_unique<KeyStoreScript>();
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::FirstMinute, patience);
    }

    void cleanup() { m_shell.reset(); }

    void intoAnEmptyFolder()
    {
        look(m_file, right);
        QVERIFY2(m_shell->restorer()->found(), qPrintable(m_shell->restorer()->problem()));
        QCOMPARE(m_shell->restorer()->lines().first(), QStringLiteral("Things to say: 3"));
        QCOMPARE(m_shell->restorer()->takePassphrase(), QString()); // it has done its work
        // To the minute, also in a locale whose short times have seconds.
        const QRegularExpression made(QStringLiteral("^Made on .*, \\d\\d:\\d\\d\\.$"));
        QVERIFY2(made.match(m_shell->restorer()->madeOn()).hasMatch(),
                 qPrintable(m_shell->restorer()->madeOn()));
        m_shell->restore();
        opensWithThreeCards();
        m_shell.reset();
        start(); // the key store has its key
        opensWithThreeCards();
    }

    void drawnWordsMayBeTypedWithCapitalsAndSpaces()
    {
        look(m_file, u' ' + right.toUpper().replace(u' ', QLatin1String("  ")) + u' ');
        QVERIFY2(m_shell->restorer()->found(), qPrintable(m_shell->restorer()->problem()));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("typedAgain");
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        bytes[bytes.size() - 100] = static_cast<char>(bytes[bytes.size() - 100] ^ 1);
        const QString damaged = m_folder.filePath(QStringLiteral("damaged.rapbak"));
        QFile other(damaged);
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write(bytes) == bytes.size());
        QTest::newRow("wrong passphrase")
            << m_file << QStringLiteral("warm water") << QStringLiteral("passphrase") << true;
        QTest::newRow("damaged") << damaged << right << QStringLiteral("damaged") << false;
        QTest::newRow("not there") << m_file + u'x' << right << QStringLiteral("no file") << false;
    }

    void refused()
    {
        QFETCH(QString, file);
        QFETCH(QString, passphrase);
        QFETCH(QString, says);
        QFETCH(bool, typedAgain);
        look(file, passphrase);
        QCOMPARE(m_shell->restorer()->takePassphrase(), typedAgain ? QString() : passphrase);
        QCOMPARE(m_shell->restorer()->takePassphrase(), QString()); // only once
        QVERIFY(!m_shell->restorer()->found());
        QVERIFY(m_shell->restorer()->problem().contains(says));
        QVERIFY(m_shell->restorer()->problem().endsWith(
            QLatin1String("Nothing was restored, and what is here is unchanged.")));
        m_shell->restore(); // nothing was found
        QCOMPARE(m_shell->view(), Shell::Restore);
        m_shell->retry();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::FirstMinute, patience);
    }

    void whoWentAwayLeavesNoPassphrase()
    {
        look(m_file + u'x', right);
        m_shell->retry();
        QCOMPARE(m_shell->restorer()->takePassphrase(), QString());
    }

    void overADamagedOne()
    {
        m_shell->keepFirst(QStringLiteral("first"));
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        m_shell->seekBackup(); // not from here
        QCOMPARE(m_shell->view(), Shell::Unlocked);
        m_shell.reset();
        for (const char *name : {"/vault/vault.json", "/vault/vault.json.bak"}) {
            QFile header(folder() + QLatin1String(name));
            QVERIFY(header.open(QIODevice::WriteOnly) && header.write("{}") == 2);
        }
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Problem, patience);
        look(m_file, right);
        m_shell->restore();
        opensWithThreeCards();
        const QStringList kept = QDir(folder()).entryList({QStringLiteral("vault.old-*")}, QDir::Dirs);
        QCOMPARE(kept.size(), 1);
        QVERIFY(QFile::exists(folder() + u'/' + kept.first() + QLatin1String("/rapport.db")));
    }

    void overTheOpenOne_data()
    {
        QTest::addColumn<bool>("locked");
        QTest::newRow("opens by itself") << false;
        QTest::newRow("behind a passphrase") << true;
    }

    void overTheOpenOne()
    {
        QFETCH(const bool, locked);
        const QString mine = QStringLiteral("three herons stand by cold water");
        if (locked)
            m_keys->writeAnswer = platform::KeyStore::Result::Unavailable;
        m_shell->keepFirst(QStringLiteral("first"));
        if (locked) {
            QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::ChoosePassphrase, patience);
            m_shell->choosePassphrase(mine);
            m_keys->writeAnswer.reset();
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        const auto comesIn = [&] {
            if (locked) {
                QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::AskPassphrase, patience);
                m_shell->enterPassphrase(mine);
            }
            QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
            QTRY_COMPARE(m_shell->rooms()->cards()->count(), 1);
        };
        const auto showsWhoItIs = [&] {
            m_shell->rooms()->stepUp()->show(locked ? mine : QString());
            QTRY_COMPARE_WITH_TIMEOUT(m_shell->rooms()->stepUp()->state(), StepUp::Shown, patience);
        };
        QTRY_COMPARE(m_shell->rooms()->cards()->count(), 1); // nothing is being written any more

        m_shell->replaceByBackup(); // nobody has shown who it is
        QCOMPARE(m_shell->view(), Shell::Unlocked);
        m_shell->rooms()->stepUp()->show(QStringLiteral("something else"));
        QTRY_VERIFY_WITH_TIMEOUT(m_shell->rooms()->stepUp()->state() != StepUp::Checking, patience);
        if (locked) {
            m_shell->replaceByBackup();
            QCOMPARE(m_shell->view(), Shell::Unlocked);
        }

        // Who turns back finds everything as it was, byte for byte.
        showsWhoItIs();
        m_shell->replaceByBackup();
        QVERIFY(!m_shell->rooms());
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Restore, patience);
        const auto before = filesOfTheVault();
        QVERIFY(before.size() >= 2);
        m_shell->restorer()->look(m_file, right);
        QTRY_VERIFY_WITH_TIMEOUT(m_shell->restorer()->found(), patience);
        QCOMPARE(filesOfTheVault(), before);
        m_shell->retry();
        comesIn();
        QVERIFY(!m_shell->restorer()->found());
        QCOMPARE(QDir(folder()).entryList({QStringLiteral("vault.old-*")}, QDir::Dirs), QStringList());

        // Left alone at the preview, what has a lock locks.
        if (locked) {
            showsWhoItIs();
            m_shell->replaceByBackup();
            QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Restore, patience);
            QVERIFY(m_shell->canLock());
            m_shell->restorer()->look(m_file, right);
            m_shell->lockByItself(); // while it looks
            QCOMPARE(m_shell->view(), Shell::Locked);
            QTRY_VERIFY_WITH_TIMEOUT(!m_shell->restorer()->looking(), patience);
            QVERIFY(!m_shell->restorer()->found());
            m_shell->retry();
            comesIn();
        }

        // And who says yes has them set aside.
        showsWhoItIs();
        m_shell->replaceByBackup();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Restore, patience);
        const auto last = filesOfTheVault();
        m_shell->restorer()->look(m_file, right);
        QTRY_VERIFY_WITH_TIMEOUT(m_shell->restorer()->found(), patience);
        const int keysBefore = static_cast<int>(m_keys->entries.size());
        m_shell->restore();
        opensWithThreeCards();
        QCOMPARE(m_keys->entries.size(), keysBefore + 1); // the old one's stays with it
        const QStringList kept = QDir(folder()).entryList({QStringLiteral("vault.old-*")}, QDir::Dirs);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(filesOfTheVault(kept.first()), last);
        m_shell.reset();
        start();
        opensWithThreeCards();
    }

    void notOverADemonstration()
    {
        m_shell.reset();
        m_services = fakeServices(*m_keys);
        m_shell =
            std::make_unique<Shell>(Shell::Parts{folder(), *m_disk, m_clock, m_chance, m_services, true});
        m_shell->start(platform::SingleInstance::Claim::Acquired);
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::FirstMinute, patience);
        m_shell->keepFirst(QStringLiteral("first"));
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        m_shell->rooms()->stepUp()->show({});
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->rooms()->stepUp()->state(), StepUp::Shown, patience);
        m_shell->replaceByBackup();
        QCOMPARE(m_shell->view(), Shell::Unlocked);
    }

    void underAPassphraseWhereNoKeyStoreIs()
    {
        m_keys->writeAnswer = platform::KeyStore::Result::Unavailable;
        look(m_file, right);
        m_shell->restore();
        QTRY_VERIFY_WITH_TIMEOUT(m_shell->restoreNeedsLock(), patience);
        m_shell->restoreWithPassphrase(QStringLiteral("three herons stand by cold water"));
        opensWithThreeCards();
        m_shell.reset();
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::AskPassphrase, patience);
    }

private:
    void start()
    {
        m_services = fakeServices(*m_keys);
        m_shell = std::make_unique<Shell>(Shell::Parts{folder(), *m_disk, m_clock, m_chance, m_services});
        m_shell->start(platform::SingleInstance::Claim::Acquired);
    }

    void look(const QString &file, const QString &passphrase)
    {
        m_shell->seekBackup();
        QCOMPARE(m_shell->view(), Shell::Restore);
        m_shell->restorer()->look(file, passphrase);
        QVERIFY(m_shell->restorer()->looking());
        QTRY_VERIFY_WITH_TIMEOUT(!m_shell->restorer()->looking(), patience);
    }

    void opensWithThreeCards()
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QTRY_COMPARE(m_shell->rooms()->cards()->count(), 3);
    }

    QMap<QString, QByteArray> filesOfTheVault(const QString &directory = QStringLiteral("vault")) const
    {
        QMap<QString, QByteArray> files;
        const QDir place(folder() + u'/' + directory);
        for (const QString &name : place.entryList(QDir::Files | QDir::Hidden)) {
            QFile file(place.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                files.insert(name, file.readAll());
        }
        return files;
    }

    QString folder() const { return m_place->filePath(QStringLiteral("rapport")); }

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(QStringLiteral("mine.rapbak"));
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<KeyStoreScript> m_keys;
    std::unique_ptr<vault::Disk> m_disk = vault::systemDisk();
    SettableClock m_clock;
    SeededChance m_chance;
    platform::Services m_services;
    std::unique_ptr<Shell> m_shell;
};

QTEST_GUILESS_MAIN(TestRestorer)
#include "tst_restorer.moc"
