// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <csignal>

#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include "core/storage/CardRepository.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::domain;
using namespace rapport::storage;
using namespace rapport::tests;
using Mode = Database::Mode;

namespace {

/// A file system of its own over a folder, of a size or not to be written to;
/// unmounted at the end.
class Mount
{
public:
    Mount(const QString &folder, const char *options, unsigned long flags = 0)
        : m_folder(folder.toLocal8Bit())
        , m_mounted(::mount("tmpfs", m_folder.constData(), "tmpfs", flags, options) == 0)
    {}
    ~Mount()
    {
        if (m_mounted)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }
    Mount(const Mount &) = delete;
    Mount &operator=(const Mount &) = delete;

    bool isMounted() const { return m_mounted; }
    bool makeReadOnly() const
    {
        return ::mount("tmpfs", m_folder.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    QByteArray m_folder;
    bool m_mounted;
};

/// No file of this process may grow beyond a size, which to SQLite is an I/O
/// error (EFBIG) and no full disk.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
};

} // namespace

class TestDiskFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullDisk()
    {
        Vault vault;
        const Mount disk(vault.folder(), "size=1m");
        if (!disk.isMounted())
            QSKIP("only root may mount; the limit on file sizes stands in for it");
        addUntilFull(vault);
    }

    void fileSizeLimit()
    {
        Vault vault;
        QVERIFY(vault.open());
        const FileSizeLimit limit(rlim_t{600} * 1024);
        addUntilFull(vault);
    }

    void creatingOnAFullDiskLeavesNothing()
    {
        for (const rlim_t bytes : {rlim_t(0), rlim_t(4096), rlim_t(40'000)}) {
            const Vault vault;
            const FileSizeLimit limit(bytes);
            const auto made = vault.tryOpen(Mode::Create);
            QVERIFY(!made);
            QCOMPARE(made.error().kind, Error::DiskFull);
            QCOMPARE(vault.files(), QStringList());
        }
    }

    void readOnlyFileSystem()
    {
        Vault vault;
        const Mount disk(vault.folder(), "size=4m");
        if (!disk.isMounted())
            QSKIP("only root may mount");
        const Card card = vault.card(QStringLiteral("kept"));
        QVERIFY(CardRepository(*vault.open()).add(card));
        const QByteArray before = vault.bytes();
        QVERIFY(disk.makeReadOnly());
        QCOMPARE(vault.tryOpen(Mode::Existing).error().kind, Error::ReadOnly);
        const auto reading = vault.tryOpen(Mode::ReadOnly);
        QVERIFY(reading);
        QCOMPARE(CardRepository(**reading).all()->size(), 1);
        QVERIFY(vault.bytes() == before);
        const auto made =
            Database::open(vault.folder() + QStringLiteral("/other.db"), keyFrom(1), Mode::Create);
        QCOMPARE(made.error().kind, Error::ReadOnly);
    }

    void readOnlyFolder_data()
    {
        QTest::addColumn<bool>("fileToo");
        QTest::newRow("folder") << false;
        QTest::newRow("folder and file") << true;
    }

    void readOnlyFolder()
    {
        // Permissions do not bind root, who becomes nobody for this; nobody
        // does not reach the private folder that a test is given.
        QFETCH(bool, fileToo);
        Vault vault(::geteuid() == 0 ? QStringLiteral("/tmp") : QDir::tempPath());
        QVERIFY(CardRepository(*vault.open()).add(vault.card(QStringLiteral("kept"))));
        const QByteArray before = vault.bytes();
        const bool root = ::geteuid() == 0;
        constexpr uid_t nobody = 65534;
        if (root) {
            QCOMPARE(::chown(vault.path().toLocal8Bit().constData(), nobody, nobody), 0);
            QCOMPARE(::chown(vault.folder().toLocal8Bit().constData(), nobody, nobody), 0);
            QCOMPARE(::seteuid(nobody), 0);
        }
        if (fileToo)
            QVERIFY(QFile::setPermissions(vault.path(), QFile::ReadOwner));
        QVERIFY(QFile::setPermissions(vault.folder(), QFile::ReadOwner | QFile::ExeOwner));

        const auto writing = vault.tryOpen(Mode::Existing);
        const auto reading = vault.tryOpen(Mode::ReadOnly);
        const auto made =
            Database::open(vault.folder() + QStringLiteral("/other.db"), keyFrom(1), Mode::Create);
        const QByteArray after = vault.bytes();

        QFile::setPermissions(vault.folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        if (root)
            QCOMPARE(::seteuid(0), 0);
        QVERIFY(!writing);
        QCOMPARE(writing.error().kind, Error::ReadOnly);
        QVERIFY(reading);
        QCOMPARE(CardRepository(**reading).all()->size(), 1);
        QCOMPARE(made.error().kind, Error::ReadOnly);
        QVERIFY(after == before);
    }

private:
    /// Adds cards until one is refused; the others are all there then, the
    /// vault is whole, and what was deleted makes room again.
    static void addUntilFull(Vault &vault)
    {
        auto database = vault.open();
        QVERIFY(database);
        QList<Card> added;
        std::optional<Error> refused;
        while (!refused && added.size() < 1000) {
            const auto card = CardRepository(*database).add(
                vault.card(QStringLiteral("%1 ").arg(added.size()) + QString(5000, u'x'), added.size()));
            if (card)
                added.append(*card);
            else
                refused = card.error();
        }
        QVERIFY(refused);
        QVERIFY2(refused->kind == Error::DiskFull, qPrintable(QString::number(refused->nativeCode)));
        QVERIFY(added.size() > 3);
        qInfo("%d cards until %d", int(added.size()), refused->nativeCode);
        QVERIFY(CardRepository(*database).all().value() == added);
        QVERIFY(database->verify());
        // A full disk does not keep anybody from opening and reading.
        database.reset();
        database = vault.open();
        QVERIFY(database);
        QVERIFY(CardRepository(*database).all().value() == added);
    }
};

QTEST_GUILESS_MAIN(TestDiskFaults)
#include "tst_diskfaults.moc"
