// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <csignal>

#include <QTest>

#include "app/Shell.h"
#include "core/storage/DraftRepository.h"
#include "tests/app/OpenVault.h"

#include <sys/resource.h>

using namespace rapport;
using namespace rapport::app;
using namespace rapport::tests;

namespace {
constexpr int patience = 30'000;
} // namespace

class TestSalvager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_keys = std::make_unique<KeyStoreScript>();
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::FirstMinute, patience);
        m_shell->keepFirst(QStringLiteral("first"));
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QTRY_COMPARE(m_shell->rooms()->cards()->count(), 1);
    }

    void cleanup() { m_shell.reset(); }

    void savesWhatIsLeftAndOpensIt()
    {
        m_shell.reset();
        const QByteArray damaged = damage(0, 500);
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Problem, patience);
        QVERIFY(m_shell->canSalvage());
        m_shell->salvage();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Salvaged, patience);
        const Salvager &salvager = *m_shell->salvager();
        QCOMPARE(salvager.lines().first(), QStringLiteral("Things to say: 1 saved, none lost"));
        QVERIFY(salvager.summary().startsWith(QLatin1String("Everything could be saved")));
        QFile kept(salvager.keptIn() + QLatin1String("/rapport.db"));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), damaged);
        m_shell->retry();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QTRY_COMPARE(m_shell->rooms()->cards()->firstTexts(), QStringList{QStringLiteral("first")});
    }

    void nothingLeft()
    {
        m_shell.reset();
        QFile file(database());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(static_cast<qsizetype>(file.size()), 'x'));
        file.close();
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Problem, patience);
        m_shell->salvage();
        QTRY_VERIFY_WITH_TIMEOUT(m_shell->view() == Shell::Problem && !m_shell->canSalvage(), patience);
        QCOMPARE(m_shell->problemTitle(), QStringLiteral("Nothing could be saved"));
    }

    void stopped()
    {
        m_shell.reset();
        damage(0, 500);
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Problem, patience);
        connect(m_shell.get(), &Shell::viewChanged, m_shell.get(), [this] {
            if (m_shell->view() == Shell::Salvaging)
                m_shell->salvager()->stop();
        });
        m_shell->salvage();
        QTRY_VERIFY_WITH_TIMEOUT(m_shell->salvager()->stopping() && m_shell->view() == Shell::Problem,
                                 patience);
        QVERIFY(m_shell->canSalvage());
        QVERIFY(!QFile::exists(folder() + QLatin1String("/quarantine")));
    }

    void damageWhileItIsOpen()
    {
        QVERIFY(!m_shell->damageFound());
        damageEveryPage();
        // The next question finds out, and what is typed meanwhile is not lost.
        m_shell->rooms()->writeDown()->setText(QStringLiteral("half a sen"));
        m_shell->rooms()->flush();
        QTRY_VERIFY(m_shell->damageFound());
        QVERIFY(!m_shell->fileNotice().isEmpty());
        m_shell->seeToDamage();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Problem, patience);
        QVERIFY(m_shell->canSalvage());
        QVERIFY(!m_shell->damageFound());
        QVERIFY(m_shell->fileNotice().isEmpty());
        undo();
        m_shell->retry();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QTRY_COMPARE(m_shell->rooms()->writeDown()->text(), QStringLiteral("half a sen"));
    }

    // Nothing of it is readable while it is locked: tst_heldtexts.
    void aFullDiskDoesNotCostWhatIsTyped()
    {
        WriteDown *line = m_shell->rooms()->writeDown();
        {
            const FullDisk full;
            line->setText(QStringLiteral("half a sen"));
            m_shell->rooms()->flush();
            QTRY_VERIFY(!m_shell->fileNotice().isEmpty());
            QVERIFY(!m_shell->damageFound());
            QCOMPARE(line->text(), QStringLiteral("half a sen"));
            m_shell->lock();
            QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Locked, patience);
            QVERIFY(m_shell->fileNotice().isEmpty());
        }
        m_shell->retry();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QTRY_COMPARE(m_shell->rooms()->writeDown()->text(), QStringLiteral("half a sen"));
        QVERIFY(m_shell->fileNotice().isEmpty());
    }

    void whatWaitsIsStoredOnceThereIsRoom()
    {
        {
            const FullDisk full;
            m_shell->rooms()->writeDown()->setText(QStringLiteral("half a sen"));
            m_shell->rooms()->flush();
            QTRY_VERIFY(!m_shell->fileNotice().isEmpty());
        }
        QTRY_VERIFY_WITH_TIMEOUT(m_shell->fileNotice().isEmpty(), patience); // without another key
    }

private:
    /// While it lives, no file can grow.
    class FullDisk
    {
    public:
        FullDisk()
        {
            std::signal(SIGXFSZ, SIG_IGN);
            ::getrlimit(RLIMIT_FSIZE, &m_before);
            const rlimit none{0, m_before.rlim_max};
            ::setrlimit(RLIMIT_FSIZE, &none);
        }
        ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
        FullDisk(const FullDisk &) = delete;
        FullDisk &operator=(const FullDisk &) = delete;

    private:
        rlimit m_before{};
    };

    void start()
    {
        m_services = fakeServices(*m_keys);
        m_shell = std::make_unique<Shell>(Shell::Parts{folder(), *m_disk, m_clock, m_chance, m_services});
        m_shell->start(platform::SingleInstance::Claim::Acquired);
    }

    QString folder() const { return m_place->filePath(QStringLiteral("rapport")); }
    QString database() const { return folder() + QLatin1String("/vault/rapport.db"); }

    QByteArray damage(qint64 from, qint64 offset, qint64 every = 0)
    {
        QFile file(database());
        if (!file.open(QIODevice::ReadWrite))
            qFatal("the test's file cannot be written");
        m_whole = file.readAll();
        QByteArray bytes = m_whole;
        for (qint64 at = from + offset; at<bytes.size(); at += every> 0 ? every : bytes.size())
            bytes[at] = static_cast<char>(bytes[at] ^ 1);
        file.seek(0);
        file.write(bytes);
        return bytes;
    }
    void damageEveryPage() { damage(0, 500, 4096); }
    void undo() const
    {
        QFile file(database());
        if (!file.open(QIODevice::ReadWrite) || file.write(m_whole) != m_whole.size())
            qFatal("the test's file cannot be written");
    }

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<KeyStoreScript> m_keys;
    std::unique_ptr<vault::Disk> m_disk = vault::systemDisk();
    SettableClock m_clock;
    SeededChance m_chance;
    platform::Services m_services;
    std::unique_ptr<Shell> m_shell;
    QByteArray m_whole;
};

QTEST_GUILESS_MAIN(TestSalvager)
#include "tst_salvager.moc"
