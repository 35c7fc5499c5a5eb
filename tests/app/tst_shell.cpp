// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// Long because every answer of a key store meets every state of the files.
#include <map>

#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

#include "app/ProblemSentences.h"
#include "app/Shell.h"
#include "core/vault/Erasing.h"
#include "tests/app/OpenVault.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::tests;
using Claim = platform::SingleInstance::Claim;
using KeyResult = platform::KeyStore::Result;

namespace {

/// Argon2id takes its time, and machines are shared.
constexpr int patience = 30'000;

QString passphrase()
{
    return QStringLiteral("three herons stand by cold water");
}

} // namespace

Q_DECLARE_METATYPE(platform::KeyStore::Result)

class TestShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_keys = std::make_unique<KeyStoreScript>();
        m_disk = vault::systemDisk();
        m_clock = std::make_unique<SettableClock>();
    }

    void cleanup() { end(); }

    void theFirstMinuteMakesNothingUntilSomethingIsKept()
    {
        start();
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        QVERIFY(!m_shell->busy());
        QVERIFY(!m_shell->rooms());
        m_shell->setFirstText(QStringLiteral("not kept"));
        end();
        QVERIFY(content().empty());
        QCOMPARE(m_keys->writes, 0);
        QCOMPARE(m_keys->reads, 0);
    }

    void keepingTheFirstMakesAVault()
    {
        start();
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        m_shell->keepFirst(QStringLiteral("I need you to ask me"));
        QCOMPARE(m_shell->view(), Shell::Creating);
        QVERIFY(m_shell->busy());
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QTRY_COMPARE(m_shell->rooms()->cards()->count(), 1);
        QCOMPARE(m_shell->rooms()->cards()->firstTexts(),
                 QStringList{QStringLiteral("I need you to ask me")});
        QCOMPARE(m_shell->rooms()->writeDown()->text(), QString());
        QCOMPARE(m_shell->firstText(), QString());
        QCOMPARE(m_keys->entries.size(), 1);
        QCOMPARE(m_keys->entries.cbegin()->size(), 32);
        QVERIFY(m_keys->entries.cbegin().key().startsWith(QLatin1String("kek-")));
        QCOMPARE(m_keys->writes, 1);
        QVERIFY(!m_shell->canLock());
        QVERIFY(!m_shell->canUsePassphrase());
    }

    void theFirstTextIsJudgedBeforeAnythingIsMade()
    {
        start();
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        m_shell->keepFirst(QStringLiteral("  "));
        QCOMPARE(m_shell->view(), Shell::FirstMinute);
        QVERIFY(!m_shell->firstProblem().isEmpty());
        QVERIFY(content().empty());
        QCOMPARE(m_keys->writes, 0);
        m_shell->setFirstText(QStringLiteral("a"));
        QCOMPARE(m_shell->firstProblem(), QString());
    }

    void aRestartOpensWithoutAQuestion()
    {
        makeVault();
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QTRY_COMPARE(m_shell->rooms()->cards()->firstTexts(), QStringList{QStringLiteral("first")});
        QCOMPARE(m_keys->writes, 1);
        QCOMPARE(m_keys->removals, 0);
    }

    void whatWasTypedAtTheEndIsFoundAgain()
    {
        makeVault();
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        m_shell->rooms()->writeDown()->setText(QStringLiteral("half a sen"));
        end(); // at once: the half second of the draft is not over
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QTRY_COMPARE(m_shell->rooms()->writeDown()->text(), QStringLiteral("half a sen"));
    }

    void aKeyStoreThatFailsNeverCostsAVault_data()
    {
        using vault::Problem;
        QTest::addColumn<KeyResult>("result");
        QTest::addColumn<int>("problem");
        QTest::newRow("not found") << KeyResult::NotFound << int(Problem::KeyMissing);
        QTest::newRow("locked") << KeyResult::Locked << int(Problem::KeyStoreLocked);
        QTest::newRow("denied") << KeyResult::Denied << int(Problem::KeyStoreDenied);
        QTest::newRow("unavailable") << KeyResult::Unavailable << int(Problem::KeyStoreUnavailable);
        QTest::newRow("timed out") << KeyResult::TimedOut << int(Problem::KeyStoreTimedOut);
        QTest::newRow("unusable") << KeyResult::Unusable << int(Problem::KeyUnusable);
        QTest::newRow("failed") << KeyResult::Failed << int(Problem::KeyStoreUnavailable);
    }

    void aKeyStoreThatFailsNeverCostsAVault()
    {
        QFETCH(KeyResult, result);
        QFETCH(int, problem);
        makeVault();
        const auto before = content();
        const int writes = m_keys->writes;
        m_keys->readAnswer = result;
        start();
        QTRY_COMPARE(m_shell->view(), Shell::Problem);
        const ProblemSentences sentences = problemSentences(static_cast<vault::Problem>(problem));
        QCOMPARE(m_shell->problemTitle(), sentences.title);
        QVERIFY(!sentences.text.isEmpty() && !sentences.advice.isEmpty());
        QCOMPARE(m_shell->problemText(), sentences.text);
        QCOMPARE(m_shell->problemAdvice(), sentences.advice);
        QVERIFY(m_shell->canRetry());
        QVERIFY(!m_shell->canUsePassphrase());
        QVERIFY(!m_shell->rooms());

        // nothing that is pressed here may make a new key or touch the files
        m_shell->keepFirst(QStringLiteral("again"));
        m_shell->choosePassphrase(passphrase());
        m_shell->enterPassphrase(passphrase());
        m_shell->usePassphrase();
        m_shell->lock();
        m_shell->retry();
        QTRY_COMPARE(m_shell->view(), Shell::Problem);
        QCOMPARE(m_keys->writes, writes);
        QCOMPARE(m_keys->removals, 0);
        QCOMPARE(content(), before);

        m_keys->readAnswer.reset();
        m_shell->retry();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QTRY_COMPARE(m_shell->rooms()->cards()->count(), 1);
    }

    void aKeyThatDoesNotFitIsNotReplaced_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("another key") << QByteArray(32, 'k');
        QTest::newRow("too short") << QByteArray(31, 'k');
        QTest::newRow("too long") << QByteArray(33, 'k');
    }

    void aKeyThatDoesNotFitIsNotReplaced()
    {
        QFETCH(QByteArray, key);
        makeVault();
        const auto before = content();
        const QString name = m_keys->entries.cbegin().key();
        m_keys->entries.insert(name, key);
        start();
        QTRY_COMPARE(m_shell->view(), Shell::Problem);
        QCOMPARE(m_shell->problemTitle(), problemSentences(vault::Problem::KeyUnusable).title);
        QCOMPARE(m_keys->entries.value(name), key);
        QCOMPARE(m_keys->writes, 1);
        QCOMPARE(content(), before);
    }

    void aStoreThatKeptOtherBytesLeavesTheFilesAlone()
    {
        m_keys->writesSomethingElse = true;
        makeVault();
        const auto before = content();
        start();
        QTRY_COMPARE(m_shell->view(), Shell::Problem);
        QCOMPARE(m_shell->problemTitle(), problemSentences(vault::Problem::KeyUnusable).title);
        QCOMPARE(content(), before);
    }

    void withoutAKeyStoreAPassphraseIsChosen_data()
    {
        QTest::addColumn<KeyResult>("result");
        QTest::newRow("locked") << KeyResult::Locked;
        QTest::newRow("denied") << KeyResult::Denied;
        QTest::newRow("unavailable") << KeyResult::Unavailable;
        QTest::newRow("timed out") << KeyResult::TimedOut;
        QTest::newRow("failed, or lied") << KeyResult::Failed;
    }

    void withoutAKeyStoreAPassphraseIsChosen()
    {
        QFETCH(KeyResult, result);
        m_keys->writeAnswer = result;
        start();
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        m_shell->keepFirst(QStringLiteral("first"));
        QTRY_COMPARE(m_shell->view(), Shell::ChoosePassphrase);
        QVERIFY(!m_shell->busy());
        QVERIFY(!m_shell->problemTitle().isEmpty());
        QCOMPARE(m_shell->firstText(), QStringLiteral("first"));
        QVERIFY(content().empty());

        m_shell->choosePassphrase(QStringLiteral("12345678"));
        QCOMPARE(m_shell->view(), Shell::ChoosePassphrase);
        QVERIFY(content().empty());

        m_shell->choosePassphrase(passphrase());
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QTRY_COMPARE(m_shell->rooms()->cards()->firstTexts(), QStringList{QStringLiteral("first")});
        QVERIFY(m_keys->entries.isEmpty());
    }

    void aKeyStoreThatComesBackIsUsedAfterAll()
    {
        m_keys->writeAnswer = KeyResult::Locked;
        start();
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        m_shell->keepFirst(QStringLiteral("first"));
        QTRY_COMPARE(m_shell->view(), Shell::ChoosePassphrase);
        m_keys->writeAnswer.reset();
        m_shell->retry();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QTRY_COMPARE(m_shell->rooms()->cards()->count(), 1);
        QCOMPARE(m_keys->entries.size(), 1);
    }

    void thePassphraseAndOnlyItOpens()
    {
        makePassphraseVault();
        const auto before = content();
        start();
        QTRY_COMPARE(m_shell->view(), Shell::AskPassphrase);
        QVERIFY(!m_shell->wrongSecret());
        QCOMPARE(m_keys->reads, 0);
        for (const char *wrong :
             {"three herons stand by cold Water", "", "three herons stand by cold water "}) {
            m_shell->enterPassphrase(QString::fromLatin1(wrong));
            QVERIFY(m_shell->busy());
            QTRY_VERIFY_WITH_TIMEOUT(!m_shell->busy(), patience);
            QCOMPARE(m_shell->view(), Shell::AskPassphrase);
            QVERIFY(m_shell->wrongSecret());
        }
        auto after = content();
        QCOMPARE(after.at(attemptsFile()), "{\"boot\":\"\",\"format\":1,\"since\":60000000,\"wrong\":3}");
        after[attemptsFile()] = before.at(attemptsFile());
        QCOMPARE(after, before);
        m_shell->enterPassphrase(passphrase());
        QVERIFY(!m_shell->wrongSecret());
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QTRY_COMPARE(m_shell->rooms()->cards()->count(), 1);
    }

    void everythingIsErasedByWhoKnowsThePassphrase()
    {
        makePassphraseVault();
        start();
        QTRY_COMPARE(m_shell->view(), Shell::AskPassphrase);
        m_shell->enterPassphrase(passphrase());
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        StepUp *stepUp = m_shell->rooms()->stepUp();
        QCOMPARE(stepUp->question(), StepUp::Passphrase);
        m_shell->eraseEverything(); // nobody has shown who they are
        QCOMPARE(m_shell->view(), Shell::Unlocked);
        stepUp->show(QStringLiteral("not it"));
        QCOMPARE(stepUp->state(), StepUp::Checking);
        QTRY_COMPARE_WITH_TIMEOUT(stepUp->state(), StepUp::Asking, patience);
        QVERIFY(!stepUp->problem().isEmpty());
        stepUp->show(passphrase());
        QTRY_COMPARE_WITH_TIMEOUT(stepUp->state(), StepUp::Shown, patience);

        m_shell->eraseEverything();
        QVERIFY(!m_shell->rooms());
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        QVERIFY(m_shell->erased());
        const auto left = content();
        QVERIFY(left.size() <= 1); // the folder itself
        m_keys->writeAnswer.reset();
        m_shell->keepFirst(QStringLiteral("anew"));
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QVERIFY(!m_shell->erased());
    }

    void withoutALockTheKeyStoreIsAskedWhoItIs()
    {
        makeVault();
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        StepUp *stepUp = m_shell->rooms()->stepUp();
        QCOMPARE(stepUp->question(), StepUp::Nothing);
        m_keys->readAnswer = KeyResult::Locked;
        stepUp->show({});
        QTRY_COMPARE(stepUp->state(), StepUp::Asking);
        QVERIFY(!stepUp->problem().isEmpty());
        m_keys->readAnswer.reset();
        stepUp->show({});
        QTRY_COMPARE(stepUp->state(), StepUp::Shown);
        m_shell->eraseEverything();
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        QVERIFY(m_keys->entries.isEmpty());
    }

    // The app was killed when the files were gone and the key store not asked yet.
    void theKeyOfWhatWasDeletedGoesWithTheNextStart()
    {
        makeVault();
        QVERIFY(!m_keys->entries.isEmpty());
        QVERIFY(vault::eraseEverything(*m_disk, vault::Layout(folder())));
        start();
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        QTRY_VERIFY(m_keys->entries.isEmpty());
        QTRY_VERIFY(!QFileInfo::exists(vault::Layout(folder()).keysToForget()));
    }

    void lockingTakesTheRoomsAndKeepsTheDraft()
    {
        makePassphraseVault();
        start();
        QTRY_COMPARE(m_shell->view(), Shell::AskPassphrase);
        m_shell->enterPassphrase(passphrase());
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QVERIFY(m_shell->canLock());
        m_shell->rooms()->writeDown()->setText(QStringLiteral("half a sen"));
        const auto &sharer = static_cast<const FakeSharer &>(*m_services.sharer);
        QCOMPARE(sharer.cleared, 0);
        m_shell->lock();
        QCOMPARE(sharer.cleared, 1); // what was copied, too
        QVERIFY(!m_shell->rooms());
        QTRY_COMPARE(m_shell->view(), Shell::Locked);
        QVERIFY(!m_shell->canLock());

        m_shell->retry();
        QTRY_COMPARE(m_shell->view(), Shell::AskPassphrase);
        m_shell->enterPassphrase(passphrase());
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QTRY_COMPARE(m_shell->rooms()->cards()->count(), 1);
        QTRY_COMPARE(m_shell->rooms()->writeDown()->text(), QStringLiteral("half a sen"));
        m_shell->lockByItself();
        QTRY_COMPARE(m_shell->view(), Shell::Locked);
        QCOMPARE(sharer.cleared, 1); // a note on its way to be pasted keeps its minute
    }

    void roomsGoBeforeTheirDatabase()
    {
        makeVault();
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        const QPointer<Rooms> rooms = m_shell->rooms();
        bool screensWentFirst = false;
        bool outlivedTheVault = false;
        connect(m_shell.get(), &Shell::viewChanged, this, [&] {
            // The screens, which follow the view, go while the rooms are still there.
            screensWentFirst =
                screensWentFirst || (m_shell->view() != Shell::Unlocked && m_shell->rooms() && rooms);
            outlivedTheVault = outlivedTheVault || (m_shell->view() == Shell::Locked && rooms);
        });
        m_shell->lock();
        QVERIFY(screensWentFirst);
        QVERIFY(!m_shell->rooms());
        QTRY_COMPARE(m_shell->view(), Shell::Locked);
        QVERIFY(!rooms);
        QVERIFY(!outlivedTheVault);
    }

    void anotherRapportLeavesTheFilesAlone()
    {
        makeVault();
        const auto before = content();
        const int reads = m_keys->reads;
        start(Claim::AlreadyRunning);
        QCOMPARE(m_shell->view(), Shell::Problem);
        QCOMPARE(m_shell->problemTitle(), problemSentences(vault::Problem::AlreadyRunning).title);
        QVERIFY(!m_shell->canRetry());
        m_shell->retry();
        m_shell->keepFirst(QStringLiteral("a"));
        QCoreApplication::processEvents();
        QCOMPARE(m_shell->view(), Shell::Problem);
        QCOMPARE(m_keys->reads, reads);
        QCOMPARE(content(), before);
    }

    void damagedFilesAreNamedAndLeftAsTheyAre_data()
    {
        using vault::Problem;
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QByteArray>("bytes"); // null removes them
        QTest::addColumn<int>("problem");
        const QStringList headers{QStringLiteral("vault/vault.json"), QStringLiteral("vault/vault.json.bak")};
        const QStringList notes{QStringLiteral("vault/rapport.db")};
        QTest::newRow("headers damaged") << headers << QByteArray("{}") << int(Problem::HeaderDamaged);
        QTest::newRow("notes gone") << notes << QByteArray() << int(Problem::DatabaseMissing);
        QTest::newRow("notes empty") << notes << QByteArray("") << int(Problem::DatabaseMissing);
        QTest::newRow("notes damaged") << notes << QByteArray(8192, 'x') << int(Problem::DatabaseDamaged);
    }

    void damagedFilesAreNamedAndLeftAsTheyAre()
    {
        QFETCH(QStringList, files);
        QFETCH(QByteArray, bytes);
        QFETCH(int, problem);
        makeVault();
        for (const QString &name : std::as_const(files)) {
            QFile file(folder() + u'/' + name);
            QVERIFY(bytes.isNull() ? file.remove()
                                   : file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        }
        const auto before = content();
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Problem, patience);
        QCOMPARE(m_shell->problemTitle(), problemSentences(static_cast<vault::Problem>(problem)).title);
        QCOMPARE(m_shell->dataFolder(), folder());
        m_shell->keepFirst(QStringLiteral("a"));
        m_shell->retry();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Problem, patience);
        QCOMPARE(content(), before);
        QCOMPARE(m_keys->writes, 1);
    }

    void aFolderThatCannotBeWrittenKeepsTheText()
    {
        start();
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        QFile inTheWay(folder()); // a file where the folder should be
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        m_shell->keepFirst(QStringLiteral("first"));
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Problem, patience);
        QCOMPARE(m_shell->firstText(), QStringLiteral("first"));
        QVERIFY(inTheWay.remove());
        m_shell->retry();
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        QCOMPARE(m_shell->firstText(), QStringLiteral("first"));
        m_shell->keepFirst(m_shell->firstText());
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QTRY_COMPARE(m_shell->rooms()->cards()->count(), 1);
    }

    void anActivationIsTakenOnce_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<int>("request");
        QTest::newRow("none") << "" << int(Shell::Nothing);
        QTest::newRow("unknown") << "wipe-everything" << int(Shell::Nothing);
        QTest::newRow("a word alone") << "need" << int(Shell::Nothing);
        QTest::newRow("need") << "new-need" << int(Shell::Write);
        QTest::newRow("check-in") << "new-check-in" << int(Shell::CheckIn);
        QTest::newRow("pause") << "new-pause" << int(Shell::Pause);
    }

    void anActivationIsTakenOnce()
    {
        QFETCH(QString, action);
        QFETCH(int, request);
        start();
        QSignalSpy raised(m_shell.get(), &Shell::raiseRequested);
        QSignalSpy asked(m_shell.get(), &Shell::requested);
        Q_EMIT m_services.singleInstance->activated(action);
        QCOMPARE(raised.size(), 1);
        QCOMPARE(asked.size(), request == Shell::Nothing ? 0 : 1);
        QCOMPARE(int(m_shell->takeRequest()), request);
        QCOMPARE(int(m_shell->takeRequest()), int(Shell::Nothing));
    }

    void aRequestWaitsForTheDoor()
    {
        start();
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        m_shell->act(QStringLiteral("new-need"));
        m_shell->act(QStringLiteral("new-pause"));              // the last one counts
        Q_EMIT m_services.singleInstance->activated(QString()); // and this asks for nothing else
        m_shell->keepFirst(QStringLiteral("first"));
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QCOMPARE(int(m_shell->takeRequest()), int(Shell::Pause));
    }

private:
    QString folder() const { return m_place->filePath(QStringLiteral("rapport")); }

    /// A process of the app begins.
    void start(Claim claim = Claim::Acquired)
    {
        end();
        m_services = fakeServices(*m_keys);
        m_shell = std::make_unique<Shell>(Shell::Parts{folder(), *m_disk, *m_clock, m_chance, m_services});
        m_shell->start(claim);
    }

    /// It ends.
    void end()
    {
        m_shell.reset();
        m_services = {};
    }

    void makeVault()
    {
        start();
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        m_shell->keepFirst(QStringLiteral("first"));
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QTRY_COMPARE(m_shell->rooms()->cards()->count(), 1);
        end();
    }

    void makePassphraseVault()
    {
        m_keys->writeAnswer = KeyResult::Unavailable;
        start();
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        m_shell->keepFirst(QStringLiteral("first"));
        QTRY_COMPARE(m_shell->view(), Shell::ChoosePassphrase);
        m_shell->choosePassphrase(passphrase());
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QTRY_COMPARE(m_shell->rooms()->cards()->count(), 1);
        end();
    }

    QString attemptsFile() const { return m_place->filePath(QStringLiteral("rapport/attempts")); }

    /// Every file with its bytes, and every folder; but for copies of damaged ones.
    std::map<QString, QByteArray> content() const
    {
        std::map<QString, QByteArray> all;
        QDirIterator walk(m_place->path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                          QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            if (file.fileName().startsWith(folder() + QLatin1String("/quarantine")))
                continue;
            all[file.fileName()] = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("folder");
        }
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<KeyStoreScript> m_keys;
    std::unique_ptr<vault::Disk> m_disk;
    std::unique_ptr<SettableClock> m_clock;
    SeededChance m_chance;
    platform::Services m_services;
    std::unique_ptr<Shell> m_shell;
};

QTEST_GUILESS_MAIN(TestShell)
#include "tst_shell.moc"
