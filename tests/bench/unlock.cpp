// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// What it costs to open a vault with ten months in it. Says, in milliseconds,
//   keychain MS      from "Open my notes" to the rooms, without the key store's answer
//   pin MS FLOOR     from Enter to the rooms, the same; against one Argon2id with the slot's parameters
//   event MS         the most CPU that any one event took of the thread that draws, meanwhile
// each the median of this process's rounds, but for the last.
#include <algorithm>
#include <vector>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include "app/Demo.h"
#include "app/Shell.h"
#include "app/SystemClock.h"
#include "core/vault/Pin.h"
#include "core/vault/SlotChange.h"
#include "tests/bench/FirstFrame.h"

namespace {

using namespace rapport;
using app::Shell;

constexpr int rounds = 7;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Looks at what each event costs.
class Watched final : public QCoreApplication
{
public:
    using QCoreApplication::QCoreApplication;
    double most = 0;

    bool notify(QObject *receiver, QEvent *event) override
    {
        const double before = bench::milliseconds(CLOCK_THREAD_CPUTIME_ID);
        const bool done = QCoreApplication::notify(receiver, event);
        most = std::max(most, bench::milliseconds(CLOCK_THREAD_CPUTIME_ID) - before);
        return done;
    }
};

/// The real key store, and how long it took to answer.
class TimedKeyStore final : public platform::KeyStore
{
public:
    explicit TimedKeyStore(std::unique_ptr<KeyStore> real)
        : m_real(std::move(real))
    {}
    double waited = 0; ///< milliseconds, for the last read

    void read(const QString &key, QObject *context, ReadAnswer answer) override
    {
        QElapsedTimer timer;
        timer.start();
        m_real->read(key, context, [this, timer, answer](Result result, std::span<const std::byte> secret) {
            waited = static_cast<double>(timer.nsecsElapsed()) / 1e6;
            answer(result, secret);
        });
    }
    void write(const QString &key, std::span<const std::byte> secret, QObject *context,
               Answer answer) override
    {
        m_real->write(key, secret, context, std::move(answer));
    }
    void remove(const QString &key, QObject *context, Answer answer) override
    {
        m_real->remove(key, context, std::move(answer));
    }
    void probe(QObject *context, Answer answer) override { m_real->probe(context, std::move(answer)); }

private:
    std::unique_ptr<KeyStore> m_real;
};

void waitFor(Shell &shell, Shell::View view)
{
    while (shell.view() != view) {
        QEventLoop loop;
        QObject::connect(&shell, &Shell::viewChanged, &loop, &QEventLoop::quit, Qt::QueuedConnection);
        if (shell.view() != view)
            loop.exec();
    }
}

/// Each round locks, asks again and does what opens it.
double unlockings(Shell &shell, TimedKeyStore &store, const std::function<void()> &open)
{
    std::vector<double> took;
    for (int i = 0; i < rounds; ++i) {
        shell.lock();
        waitFor(shell, Shell::Locked);
        QElapsedTimer timer;
        timer.start();
        open();
        waitFor(shell, Shell::Unlocked);
        took.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6 - store.waited);
    }
    return median(took);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("rapport"));
    Watched application(argc, argv);
    const QTemporaryDir place;
    const QString folder = place.filePath(QStringLiteral("rapport"));
    const app::SystemClock clock;
    app::SystemRandom random;
    const auto disk = vault::systemDisk();
    const auto key = app::makeDemoVault(*disk, folder, clock, random);
    if (!key)
        return EXIT_FAILURE;
    platform::Services services = platform::makeServices();
    auto timed = std::make_unique<TimedKeyStore>(std::move(services.keyStore));
    TimedKeyStore &store = *timed;
    services.keyStore = std::move(timed);
    QEventLoop stored;
    store.write(key->name, key->secret.bytes(), &stored,
                [&stored](platform::KeyStore::Result) { stored.quit(); });
    stored.exec();

    Shell shell({folder, *disk, clock, random, services});
    shell.start(platform::SingleInstance::Claim::Acquired);
    waitFor(shell, Shell::Unlocked);
    application.most = 0;
    std::printf("keychain %.3f\n", unlockings(shell, store, [&shell] { shell.retry(); }));

    // From here on under a PIN.
    const QString pin = QStringLiteral("407182");
    app::StepUp *who = shell.rooms()->stepUp();
    app::LockKeeper *keeper = shell.rooms()->lockKeeper();
    QEventLoop changed;
    QObject::connect(who, &app::StepUp::shown, keeper, [keeper, &pin] { keeper->setPin(pin); });
    QObject::connect(keeper, &app::LockKeeper::changed, &changed, &QEventLoop::quit);
    who->show({});
    changed.exec();
    const double byPin = unlockings(shell, store, [&shell, &pin] {
        shell.retry();
        waitFor(shell, Shell::AskPin);
        shell.enterPin(pin);
    });
    std::vector<double> floor;
    for (int i = 0; i < rounds; ++i) {
        QString typed = pin;
        const vault::SecretBytes secret = vault::pinFrom(typed);
        const vault::Kdf kdf = vault::Kdf::create(random);
        QElapsedTimer timer;
        timer.start();
        if (!vault::deriveKek(secret, kdf))
            return EXIT_FAILURE;
        floor.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::printf("pin %.3f %.3f\n", byPin, median(floor));
    std::printf("event %.3f\n", application.most);
    return EXIT_SUCCESS;
}
