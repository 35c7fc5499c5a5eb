// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// Long because every way in is renewed, removed and asked for again over one
// real vault, and the means for that would stand in each of several files.
#include <QDir>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/Shell.h"
#include "core/vault/Pin.h"
#include "core/vault/RecoveryCode.h"
#include "tests/app/Fakes.h"
#include "tests/core/vault/PassingDisk.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::tests;
using vault::Protector;
using vault::SecretBytes;

namespace {

/// Argon2id takes its time, and machines are shared.
constexpr int patience = 30'000;

const QString passphrase = QStringLiteral("three herons stand by cold water");
const QString pin = QStringLiteral("402918");
const QString code = QStringLiteral("Z0EMZ BKXXG 8X19V 502GC J7KBY SV977 NCK1S4");

/// The real disk, which may be full.
class Disk final : public vault::test::PassingDisk
{
public:
    bool full = false;
    vault::Result<qint64> room(const QString &directory) const override
    {
        return full ? vault::Result<qint64>(0) : PassingDisk::room(directory);
    }
};

Protector byPassphrase()
{
    QString typed = passphrase;
    return Protector::passphrase(SecretBytes::fromUtf8(typed), {});
}

Protector byCode()
{
    return Protector::recovery(std::move(vault::readRecoveryCode(code).code), {});
}

} // namespace

class TestKeyRenewal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_keys = std::make_unique<KeyStoreScript>();
        m_services = fakeServices(*m_keys);
        m_disk = std::make_unique<Disk>();
        m_shell = std::make_unique<Shell>(Shell::Parts{folder(), *m_disk, m_clock, m_chance, m_services});
        m_shell->start(platform::SingleInstance::Claim::Acquired);
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        m_shell->keepFirst(QStringLiteral("I need you to ask me"));
        untilOpen();
    }

    void cleanup() { m_shell.reset(); }

    void whatOpensIt_data()
    {
        QTest::addColumn<QString>("lock");
        QTest::newRow("the key store") << "";
        QTest::newRow("a passphrase") << passphrase;
        QTest::newRow("a PIN") << pin;
    }

    void whatOpensIt()
    {
        QFETCH(const QString, lock);
        setLock(lock);
        const vault::Keys before = keysBy(protector(lock));
        QCOMPARE(openedBy(before), 1);

        renew(lock, {});
        QCOMPARE(opens()->page(), HowItOpens::Renewed);
        QCOMPARE(opens()->renewalHeading(), QStringLiteral("Your notes have a new key"));
        QVERIFY(!opens()->renewalText().contains(QStringLiteral("recovery code")));
        QTRY_COMPARE(m_shell->rooms()->cards()->count(), 1);
        QCOMPARE(openedBy(before), 0);
        QCOMPARE(openedBy(keysBy(protector(lock))), 1);
        QCOMPARE(m_shell->canLock(), !lock.isEmpty());
        QCOMPARE(stepUp()->state(), StepUp::Asking);
        QCOMPARE(stepUp()->question(), lock.isEmpty() ? StepUp::Nothing
                                       : lock == pin  ? StepUp::Pin
                                                      : StepUp::Passphrase);

        // And the app finds in again.
        m_shell->lock();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Locked, patience);
        m_shell->retry();
        comeIn(lock);
        QCOMPARE(opens()->page(), HowItOpens::Overview); // told once
        QTRY_COMPARE(m_shell->rooms()->cards()->count(), 1);
    }

    void theRecoveryCodeGoesOnWhereItIsTyped()
    {
        addCode();
        renew({}, code);
        QVERIFY(vault::unlock(*m_disk, layout(), byCode()));
        QVERIFY(m_shell->rooms()->lockKeeper()->hasRecoveryCode());
        QVERIFY(!opens()->renewalText().contains(QStringLiteral("recovery code")));
    }

    void elseItEndsAndThatIsSaid()
    {
        addCode();
        renew({}, {});
        QVERIFY(!vault::unlock(*m_disk, layout(), byCode()));
        QVERIFY(!m_shell->rooms()->lockKeeper()->hasRecoveryCode());
        QVERIFY(opens()->renewalText().contains(QStringLiteral("recovery code")));
    }

    void aCodeOfOtherNotesChangesNothing_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("another one") << QString();
        QTest::newRow("a slip") << QString(code).replace(QLatin1String("8X19V"), QLatin1String("8X91V"));
    }

    void aCodeOfOtherNotesChangesNothing()
    {
        QFETCH(QString, typed);
        if (typed.isEmpty()) {
            const auto written = vault::writtenRecoveryCode(vault::createRecoveryCode(m_chance));
            for (std::size_t group = 0; group < vault::recovery::groups; ++group)
                typed += vault::recoveryGroup(written, group) + QLatin1Char(' ');
        }
        addCode();
        const QByteArray before = header();
        show({});
        renewal()->begin(typed);
        QTRY_VERIFY_WITH_TIMEOUT(!renewal()->problem().isEmpty(), patience);
        QCOMPARE(m_shell->view(), Shell::Unlocked);
        QCOMPARE(header(), before);
    }

    void notForWhoeverHasTheAppOpen()
    {
        const QByteArray before = header();
        renewal()->begin({});
        QCOMPARE(renewal()->problem(), QString());
        // What shows who it is for something else is not kept for this.
        stepUp()->show({});
        QTRY_COMPARE_WITH_TIMEOUT(stepUp()->state(), StepUp::Shown, patience);
        renewal()->begin({});
        QVERIFY(!renewal()->problem().isEmpty());
        QCOMPARE(m_shell->view(), Shell::Unlocked);
        QCOMPARE(header(), before);
    }

    void whatWasBeingTypedIsThereAgain()
    {
        m_shell->rooms()->writeDown()->setText(QStringLiteral("and then I"));
        renew({}, {});
        QTRY_COMPARE(m_shell->rooms()->writeDown()->text(), QStringLiteral("and then I"));
    }

    void noRoomAndAllIsAsItWas()
    {
        const vault::Keys before = keysBy(protector({}));
        const QByteArray files = header();
        m_disk->full = true;
        renew({}, {});
        QCOMPARE(opens()->renewalHeading(), QStringLiteral("The key is as it was"));
        QVERIFY(opens()->renewalText().contains(QStringLiteral("space")));
        QCOMPARE(header(), files);
        QCOMPARE(openedBy(before), 1);
        QTRY_COMPARE(m_shell->rooms()->cards()->count(), 1);
    }

    void aLockWaitsForIt()
    {
        setLock(passphrase);
        show(passphrase);
        renewal()->begin({});
        QCOMPARE(m_shell->view(), Shell::Renewing);
        m_shell->lock();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Locked, patience);
        QVERIFY(!m_shell->rooms());
        m_shell->retry();
        comeIn(passphrase);
        QCOMPARE(opens()->page(), HowItOpens::Renewed);
    }

    void notWhereAnotherWayOpenedIt()
    {
        QVERIFY(m_shell->rooms()->lockKeeper()->canRenewKey());
        addCode();
        m_shell->lock();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Locked, patience);
        m_keys->entries.clear();
        m_shell->retry();
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Problem, patience);
        m_shell->useRecoveryCode();
        m_shell->enterRecoveryCode(code);
        untilOpen();
        QVERIFY(!m_shell->rooms()->lockKeeper()->canRenewKey());
    }

    // Somebody had copied the header while a passphrase counted, and the files
    // were damaged and restored since: it opens none of what is on the disk.
    void afterClearingARemovedPassphraseOpensNothing()
    {
        setLock(passphrase);
        const vault::Keys stolen = keysBy(byPassphrase());
        copyVault(QStringLiteral("quarantine/2026-02-01T090000Z"));
        copyVault(QStringLiteral("vault.old-20260210T090000Z"));
        show(passphrase);
        change([this] { m_shell->rooms()->lockKeeper()->removeLock(); });
        QCOMPARE(openedBy(stolen), 3);
        renew({}, {});
        QCOMPARE(openedBy(stolen), 2);

        copies()->look();
        QTRY_COMPARE(copies()->state(), OldCopies::There);
        QCOMPARE(copies()->lines().size(), 2);
        opens()->ask(HowItOpens::DeleteOldCopies);
        copies()->remove(); // nobody has shown who they are
        QCOMPARE(copies()->state(), OldCopies::There);
        stepUp()->show({});
        QTRY_COMPARE_WITH_TIMEOUT(stepUp()->state(), StepUp::Shown, patience);
        copies()->remove();
        QTRY_COMPARE_WITH_TIMEOUT(copies()->state(), OldCopies::None, patience);
        QCOMPARE(copies()->problem(), QString());
        QCOMPARE(opens()->page(), HowItOpens::Overview);
        QVERIFY(!opens()->notice().isEmpty());
        QCOMPARE(openedBy(stolen), 0);
        QVERIFY(!vault::unlock(*m_disk, layout(), byPassphrase()));
        QCOMPARE(openedBy(keysBy(protector({}))), 1);
    }

    // It would do on the next page what was asked for on the last.
    void anAnswerForAPageThatIsGoneShowsNothing()
    {
        setLock(pin);
        int shown = 0;
        connect(stepUp(), &StepUp::shown, this, [&shown] { ++shown; });
        stepUp()->show(pin);
        QCOMPARE(stepUp()->state(), StepUp::Checking);
        stepUp()->forget();
        QCOMPARE(stepUp()->state(), StepUp::Asking);
        stepUp()->show(QStringLiteral("999999")); // stands behind the first
        QTRY_VERIFY_WITH_TIMEOUT(!stepUp()->problem().isEmpty(), patience);
        QCOMPARE(shown, 0);
        QVERIFY(!stepUp()->keys());
    }

    void theRecoveryCodeShowsWhoItIsToo()
    {
        setLock(pin);
        QVERIFY(!stepUp()->canUseRecoveryCode());
        stepUp()->useRecoveryCode();
        QCOMPARE(stepUp()->question(), StepUp::Pin);
        addCode(pin);
        QVERIFY(stepUp()->canUseRecoveryCode());
        stepUp()->useRecoveryCode();
        QCOMPARE(stepUp()->question(), StepUp::RecoveryCode);
        stepUp()->show(pin);
        QTRY_VERIFY_WITH_TIMEOUT(!stepUp()->problem().isEmpty(), patience);
        stepUp()->show(code);
        QTRY_COMPARE_WITH_TIMEOUT(stepUp()->state(), StepUp::Shown, patience);
        stepUp()->forget();
        QCOMPARE(stepUp()->question(), StepUp::Pin);
        stepUp()->useRecoveryCode();
        stepUp()->useLock();
        QCOMPARE(stepUp()->question(), StepUp::Pin);
        show(pin);
    }

private:
    QString folder() const { return m_place->filePath(QStringLiteral("rapport")); }
    vault::Layout layout() const { return vault::Layout(folder()); }
    StepUp *stepUp() const { return m_shell->rooms()->stepUp(); }
    HowItOpens *opens() const { return m_shell->rooms()->howItOpens(); }
    KeyRenewal *renewal() const { return m_shell->rooms()->keyRenewal(); }
    OldCopies *copies() const { return m_shell->rooms()->oldCopies(); }

    void untilOpen() { QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience); }

    void comeIn(const QString &lock)
    {
        if (lock == passphrase) {
            QTRY_COMPARE(m_shell->view(), Shell::AskPassphrase);
            m_shell->enterPassphrase(lock);
        } else if (lock == pin) {
            QTRY_COMPARE(m_shell->view(), Shell::AskPin);
            m_shell->enterPin(lock);
        }
        untilOpen();
    }

    void show(const QString &typed)
    {
        stepUp()->showForRenewal(typed);
        QTRY_COMPARE_WITH_TIMEOUT(stepUp()->state(), StepUp::Shown, patience);
    }

    void change(const std::function<void()> &make)
    {
        QSignalSpy changed(m_shell->rooms()->lockKeeper(), &LockKeeper::changed);
        make();
        QVERIFY(changed.count() == 1 || changed.wait(patience));
    }

    void setLock(const QString &lock)
    {
        if (lock.isEmpty())
            return;
        show({});
        change([&] {
            if (lock == pin)
                m_shell->rooms()->lockKeeper()->setPin(lock);
            else
                m_shell->rooms()->lockKeeper()->setPassphrase(lock);
        });
    }

    void addCode(const QString &lock = {})
    {
        show(lock);
        change([this] {
            m_shell->rooms()->lockKeeper()->setRecoveryCode(std::move(vault::readRecoveryCode(code).code));
        });
    }

    void renew(const QString &lock, const QString &recoveryCode)
    {
        show(lock);
        renewal()->begin(recoveryCode);
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Renewing, patience);
        untilOpen();
    }

    SecretBytes kek() const
    {
        const QByteArray &entry = *m_keys->entries.cbegin();
        return SecretBytes::copyOf(std::as_bytes(std::span(entry.constData(), size_t(entry.size()))));
    }
    Protector protector(QString lock) const
    {
        if (lock == pin)
            return Protector::pin(vault::pinFrom(lock), kek(), {});
        return lock.isEmpty() ? Protector::keychain(kek()) : byPassphrase();
    }

    vault::Keys keysBy(const Protector &protector) const
    {
        auto keys = vault::unlock(*m_disk, layout(), protector);
        return keys ? std::move(*keys) : vault::Keys();
    }

    /// How many databases in the folder the keys open. Not with the driver's
    /// lock in the way: of copies.
    int openedBy(const vault::Keys &keys) const
    {
        int opened = 0;
        QDirIterator files(folder(), {QStringLiteral("*.db")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QTemporaryDir apart;
            const QString copy = apart.filePath(QStringLiteral("copy.db"));
            QFile::copy(files.next(), copy);
            for (const SecretBytes &raw : keys.raw) {
                if (storage::Database::open(copy, raw.bytes().first<storage::RawKey::extent>(),
                                            storage::Database::Mode::AsItIs))
                    ++opened;
            }
        }
        return opened;
    }

    QByteArray header() const
    {
        QFile file(layout().header());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void copyVault(const QString &name) const
    {
        const QString to = folder() + QLatin1Char('/') + name;
        QVERIFY(QDir().mkpath(to));
        for (const QString &file : QDir(layout().vault()).entryList(QDir::Files))
            QVERIFY(QFile::copy(layout().vault() + QLatin1Char('/') + file, to + QLatin1Char('/') + file));
    }

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<KeyStoreScript> m_keys;
    std::unique_ptr<Disk> m_disk;
    SettableClock m_clock;
    SeededChance m_chance;
    platform::Services m_services;
    std::unique_ptr<Shell> m_shell;
};

QTEST_GUILESS_MAIN(TestKeyRenewal)
#include "tst_keyrenewal.moc"
