// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// A process that breaks the rule ends; so each case has one of its own.
#include <array>
#include <functional>
#include <thread>

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/domain/GuiThread.h"
#include "core/storage/Database.h"
#include "core/vault/Crypto.h"
#include "core/vault/Disk.h"

using namespace rapport;

namespace {

enum class Ends { Well, Badly };

Ends inAProcessOfItsOwn(const std::function<void()> &work)
{
    const pid_t child = fork();
    if (child == 0) {
        const rlimit none{};
        setrlimit(RLIMIT_CORE, &none);
        close(STDERR_FILENO);
        const domain::GuiThread here;
        work();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT ? Ends::Badly : Ends::Well;
}

void openADatabase()
{
    const QTemporaryDir folder;
    const std::array<std::byte, 48> key{};
    const auto opened = storage::Database::open(folder.filePath(QStringLiteral("a.db")), key,
                                                storage::Database::Mode::Create);
    Q_UNUSED(opened)
}

void lookAtTheDisk()
{
    static_cast<void>(vault::systemDisk()->look(QStringLiteral("/")));
}

void deriveAKey()
{
    const std::array<std::byte, 16> bytes{};
    static_cast<void>(vault::crypto::argon2id(bytes, bytes, 1, 64));
}

} // namespace

class TestGuiThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWaitsOnIt_data()
    {
        QTest::addColumn<int>("work");
        QTest::newRow("a database") << 0;
        QTest::newRow("the disk") << 1;
        QTest::newRow("a key derivation") << 2;
    }

    void nothingWaitsOnIt()
    {
#ifdef QT_NO_DEBUG
        QSKIP("a release does not ask");
#endif
        QFETCH(int, work);
        constexpr std::array<void (*)(), 3> works{openADatabase, lookAtTheDisk, deriveAKey};
        void (*const it)() = works.at(static_cast<std::size_t>(work));
        QVERIFY(inAProcessOfItsOwn(it) == Ends::Badly);
        QVERIFY(inAProcessOfItsOwn([it] { std::thread(it).join(); }) == Ends::Well);
    }

    void withoutADeclarationEveryThreadMayWait()
    {
        lookAtTheDisk();
        {
            const domain::GuiThread here;
        }
        lookAtTheDisk();
    }
};

QTEST_GUILESS_MAIN(TestGuiThread)
#include "tst_guithread.moc"
