// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QSignalSpy>
#include <QTest>

#include "app/Shell.h"
#include "core/vault/Pin.h"
#include "core/vault/RecoveryCode.h"
#include "tests/app/OpenVault.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::tests;
using KeyResult = platform::KeyStore::Result;
using vault::Protector;
using vault::SecretBytes;

namespace {

/// Argon2id takes its time, and machines are shared.
constexpr int patience = 30'000;

const QString passphrase = QStringLiteral("three herons stand by cold water");
const QString pin = QStringLiteral("402918");

SecretBytes secret(QString text)
{
    return SecretBytes::fromUtf8(text);
}

} // namespace

class TestLockKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_keys = std::make_unique<KeyStoreScript>();
        m_services = fakeServices(*m_keys);
        m_disk = vault::systemDisk();
        m_shell = std::make_unique<Shell>(Shell::Parts{folder(), *m_disk, m_clock, m_chance, m_services});
        m_shell->start(platform::SingleInstance::Claim::Acquired);
        QTRY_COMPARE(m_shell->view(), Shell::FirstMinute);
        m_shell->keepFirst(QStringLiteral("I need you to ask me"));
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
    }

    void cleanup() { m_shell.reset(); }

    void nothingChangesForSomebodyUnknown()
    {
        keeper()->setPin(pin);
        keeper()->setPassphrase(passphrase);
        keeper()->setRecoveryCode(SecretBytes(16));
        QCOMPARE(keeper()->state(), LockKeeper::Ready);
        QVERIFY(opens(byKeyStore()));
        QCOMPARE(keeper()->lock(), LockKeeper::NoLock);
    }

    void aPinTakesTheKeyStoresPlace()
    {
        show({});
        change([this] { keeper()->setPin(pin); });
        QCOMPARE(keeper()->lock(), LockKeeper::Pin);
        QVERIFY(m_shell->canLock());
        QVERIFY(!opens(byKeyStore()));
        QVERIFY(opens(byPin(pin)));
        QVERIFY(!opens(byPin(QStringLiteral("402919"))));
        QCOMPARE(stepUp()->question(), StepUp::Pin);
        QCOMPARE(stepUp()->state(), StepUp::Asking); // what was shown before counts no more
        show(pin);
        change([this] { keeper()->removeLock(); });
        QCOMPARE(keeper()->lock(), LockKeeper::NoLock);
        QVERIFY(opens(byKeyStore()));
        QVERIFY(!opens(byPin(pin)));
        QVERIFY(!m_shell->canLock());
    }

    void aPassphraseNeedsNoKeyStore()
    {
        show({});
        change([this] { keeper()->setPassphrase(passphrase); });
        QCOMPARE(keeper()->lock(), LockKeeper::Passphrase);
        QVERIFY(opens(Protector::passphrase(secret(passphrase), {})));
        QVERIFY(!opens(byKeyStore()));

        // The way back needs one, and keeps all as it is while there is none.
        show(passphrase);
        m_keys->entries.clear();
        m_keys->writeAnswer = KeyResult::Locked;
        keeper()->removeLock();
        QTRY_VERIFY(!keeper()->problem().isEmpty());
        QCOMPARE(keeper()->lock(), LockKeeper::Passphrase);
        QVERIFY(opens(Protector::passphrase(secret(passphrase), {})));
        m_keys->writeAnswer.reset();
        change([this] { keeper()->removeLock(); });
        QVERIFY(opens(byKeyStore()));
    }

    void weakOnesAreRefusedHereToo()
    {
        show({});
        keeper()->setPin(QStringLiteral("123456"));
        keeper()->setPassphrase(QStringLiteral("1"));
        QCOMPARE(keeper()->state(), LockKeeper::Ready);
        QCOMPARE(keeper()->lock(), LockKeeper::NoLock);
    }

    void theRecoveryCodeStandsBesideTheLock()
    {
        show({});
        SecretBytes code = vault::createRecoveryCode(m_chance);
        const auto again = SecretBytes::copyOf(code.bytes());
        change([&] { keeper()->setRecoveryCode(std::move(code)); });
        QVERIFY(keeper()->hasRecoveryCode());
        QVERIFY(opens(byKeyStore()));
        QVERIFY(opens(Protector::recovery(SecretBytes::copyOf(again.bytes()), {})));
        show({});
        change([this] { keeper()->setPin(pin); });
        QVERIFY(opens(Protector::recovery(SecretBytes::copyOf(again.bytes()), {})));
        show(pin);
        change([this] { keeper()->removeRecoveryCode(); });
        QVERIFY(!opens(Protector::recovery(SecretBytes::copyOf(again.bytes()), {})));
        QVERIFY(opens(byPin(pin)));
    }

    void afterTheChangeTheDoorAsksForIt()
    {
        show({});
        change([this] { keeper()->setPassphrase(passphrase); });
        m_shell->lock();
        QTRY_COMPARE(m_shell->view(), Shell::Locked);
        m_shell->retry();
        QTRY_COMPARE(m_shell->view(), Shell::AskPassphrase);
        m_shell->enterPassphrase(passphrase); // and no wait for tries that nobody made
        QTRY_COMPARE_WITH_TIMEOUT(m_shell->view(), Shell::Unlocked, patience);
        QTRY_COMPARE(m_shell->rooms()->cards()->count(), 1);
    }

private:
    QString folder() const { return m_place->filePath(QStringLiteral("rapport")); }
    LockKeeper *keeper() const { return m_shell->rooms()->lockKeeper(); }
    StepUp *stepUp() const { return m_shell->rooms()->stepUp(); }

    void show(const QString &typed)
    {
        stepUp()->show(typed);
        QTRY_COMPARE_WITH_TIMEOUT(stepUp()->state(), StepUp::Shown, patience);
    }

    void change(const std::function<void()> &make)
    {
        QSignalSpy changed(keeper(), &LockKeeper::changed);
        make();
        QCOMPARE(keeper()->state(), LockKeeper::Changing);
        QVERIFY(changed.count() == 1 || changed.wait(patience));
        QCOMPARE(keeper()->problem(), QString());
    }

    SecretBytes kek() const
    {
        const QByteArray &entry = *m_keys->entries.cbegin();
        return SecretBytes::copyOf(std::as_bytes(std::span(entry.constData(), size_t(entry.size()))));
    }
    Protector byKeyStore() const { return Protector::keychain(kek()); }
    Protector byPin(QString typed) const { return Protector::pin(vault::pinFrom(typed), kek(), {}); }

    bool opens(const Protector &protector) const
    {
        return vault::unlock(*m_disk, vault::Layout(folder()), protector).has_value();
    }

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<KeyStoreScript> m_keys;
    std::unique_ptr<vault::Disk> m_disk;
    SettableClock m_clock;
    SeededChance m_chance;
    platform::Services m_services;
    std::unique_ptr<Shell> m_shell;
};

QTEST_GUILESS_MAIN(TestLockKeeper)
#include "tst_lockkeeper.moc"
