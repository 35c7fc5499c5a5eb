// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// rapport-soak-keychain --list | real | locks | FAULT [STATE]
//
// Every state of a vault on disk (or the one that is named) meets this session's key store, real or with
// one fault, through the code that the app itself starts with. Prints a report
// in one line of JSON; "locks" is the real one, locked once it has the key, and
// --list names the states. What may never happen: a new key for a vault that is
// there, a changed file, a vault whose key is nowhere.

#include <cstdio>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QMetaEnum>
#include <QTimer>

#include "app/SystemClock.h"
#include "app/VaultRunner.h"
#include "platform/Services.h"
#include "tests/core/vault/Released.h"
#include "tests/platform/FakeSecretService.h"
#include "tests/soak/Report.h"

using namespace rapport;
using platform::KeyStore;
using soak::Report;

namespace {

using Fault = FakeSecretService::Fault;

constexpr auto limit = std::chrono::milliseconds(700);

/// The session's key store, and what was asked of it.
class WatchedStore final : public KeyStore
{
public:
    explicit WatchedStore(KeyStore &real)
        : m_real(real)
    {}
    int writes = 0;
    int removals = 0;

    void read(const QString &key, QObject *context, ReadAnswer answer) override
    {
        m_real.read(key, context, std::move(answer));
    }
    void write(const QString &key, std::span<const std::byte> secret, QObject *context,
               Answer answer) override
    {
        ++writes;
        m_real.write(key, secret, context, std::move(answer));
    }
    void remove(const QString &key, QObject *context, Answer answer) override
    {
        ++removals;
        m_real.remove(key, context, std::move(answer));
    }
    void probe(QObject *context, Answer answer) override { m_real.probe(context, std::move(answer)); }

private:
    KeyStore &m_real;
};

/// What lies on the disk, and which key in the store.
struct VaultState
{
    const char *name;
    void (*damage)(const vault::Layout &); ///< null: there is no vault
    enum Key { Right, Other, Missing } key;
    bool opens; ///< where the store gives out what it was given
};

void nothing(const vault::Layout &)
{}

void spoil(const QString &path)
{
    vault::test::put(path, QByteArray(4096, 'g'));
}

const VaultState vaultStates[] = {
    {"first run", nullptr, VaultState::Missing, false},
    {"whole", nothing, VaultState::Right, true},
    {"key missing", nothing, VaultState::Missing, false},
    {"another key", nothing, VaultState::Other, false},
    {"header damaged", [](const vault::Layout &at) { spoil(at.header()); }, VaultState::Right, true},
    {"both headers damaged",
     [](const vault::Layout &at) {
         spoil(at.header());
         spoil(at.headerCopy());
     },
     VaultState::Right, false},
    {"headers missing",
     [](const vault::Layout &at) {
         QFile::remove(at.header());
         QFile::remove(at.headerCopy());
     },
     VaultState::Right, false},
    {"notes missing", [](const vault::Layout &at) { QFile::remove(at.database()); }, VaultState::Right,
     false},
    {"notes empty", [](const vault::Layout &at) { vault::test::put(at.database(), ""); }, VaultState::Right,
     false},
    {"notes damaged", [](const vault::Layout &at) { spoil(at.database()); }, VaultState::Right, false},
    {"newer",
     [](const vault::Layout &at) {
         QByteArray header = vault::test::get(at.header());
         vault::test::put(at.header(), header.replace("\"min_reader\":1", "\"min_reader\":2"));
     },
     VaultState::Right, false},
    {"set aside",
     [](const vault::Layout &at) { QDir().rename(at.vault(), at.root() + QStringLiteral("/vault.old-1")); },
     VaultState::Right, false},
};

/// Waits for an answer that comes by the event loop; false: it did not come.
bool waitFor(const std::function<bool()> &condition)
{
    constexpr int patienceMs = 60'000;
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    while (!condition() && timer.elapsed() < patienceMs) {
        QTimer::singleShot(2, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return condition();
}

/// The app's own way from its start, until it needs a person.
class Start
{
public:
    Start(const QString &root, KeyStore &store, const platform::BootClock &bootClock)
        : m_restorer(*m_disk, vault::Layout(root), m_worker)
        , m_runner({*m_disk, vault::Layout(root), m_random, m_clock, store, m_database, m_worker, m_salvager,
                    m_restorer, m_renewer, m_held, bootClock})
    {
        QObject::connect(&m_runner, &app::VaultRunner::happened, &m_runner,
                         [this](const vault::Event &event) { handle(event); });
    }

    /// To where it needs a person, who then presses what there is to press.
    vault::Phase run()
    {
        handle(vault::event::Start{});
        rest();
        handle(vault::event::KeepFirst{});
        rest();
        handle(vault::event::Retry{});
        rest();
        return m_machine.state().phase;
    }

private:
    void handle(const vault::Event &event)
    {
        for (const vault::Effect &effect : m_machine.handle(event))
            m_runner.run(effect);
    }
    void rest()
    {
        using vault::Phase;
        waitFor([this] {
            const Phase now = m_machine.state().phase;
            return now == Phase::FirstMinute || now == Phase::NoKeyStore || now == Phase::Ask ||
                   now == Phase::Unlocked || now == Phase::Stuck;
        });
    }

    std::unique_ptr<vault::Disk> m_disk = vault::systemDisk();
    app::SystemRandom m_random;
    app::SystemClock m_clock;
    storage::DatabaseThread m_database;
    app::VaultWorker m_worker;
    app::Salvager m_salvager;
    app::Restorer m_restorer;
    app::Renewer m_renewer;
    vault::HeldTexts m_held{m_random};
    vault::Machine m_machine;
    app::VaultRunner m_runner;
};

/// The files, but for the count of wrong tries and the copies of damaged ones.
std::map<QString, QByteArray> vaultOf(const vault::test::Place &place)
{
    auto all = place.content();
    std::erase_if(all, [&place](const auto &entry) {
        return entry.first == place.layout.attempts() || entry.first.startsWith(place.layout.quarantine());
    });
    return all;
}

class Matrix
{
public:
    Matrix(platform::Services &services, FakeSecretService *fake, Fault fault)
        : m_real(*services.keyStore)
        , m_bootClock(*services.bootClock)
        , m_fake(fake)
        , m_fault(fault)
    {}

    void meet(const VaultState &state, Report &report)
    {
        vault::test::Place place;
        if (m_fake)
            m_fake->heal();
        const bool stored = prepare(place, state);
        if (m_fake)
            m_fake->become(m_fault);
        if (m_locks && !lockStore())
            report.complain("the key store cannot be locked");
        const auto before = vaultOf(place);
        WatchedStore watched(m_real);
        const vault::Phase phase = Start(place.layout.root(), watched, m_bootClock).run();
        const bool opened = phase == vault::Phase::Unlocked;

        report.count("vault states");
        report.count("opened", opened ? 1 : 0);
        const QByteArray where(state.name);
        if (state.damage) {
            report.mustBeZero("new keys for a vault that is there", watched.writes);
            // A vault that opens puts a damaged copy of its header right.
            auto after = vaultOf(place);
            if (opened)
                after[place.layout.header()] = before.at(place.layout.header());
            report.mustBeZero("files changed", after == before ? 0 : 1);
            if (opened &&
                vault::test::get(place.layout.header()) != vault::test::get(place.layout.headerCopy()))
                report.complain(where + ": the header was not put right");
            if (opened && !state.opens)
                report.complain(where + ": opened");
            if (!opened && state.opens && stored && m_givesOut)
                report.complain(where + ": did not open");
        } else {
            lookAtFirstRun(place, opened, report);
        }
        report.mustBeZero("keys removed", watched.removals);
    }

    /// Whether this store is one that gives out what it was given.
    void expectItToGiveOut(bool givesOut) { m_givesOut = givesOut; }

    /// Locks the real store, for good, once it has the key.
    void lockLater() { m_locks = true; }

private:
    static bool lockStore()
    {
        QDBusMessage call = QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
            QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"));
        const QDBusObjectPath collection(QStringLiteral("/org/freedesktop/secrets/aliases/default"));
        call.setArguments({QVariant::fromValue(QList<QDBusObjectPath>{collection})});
        return QDBusConnection::sessionBus().call(call).type() == QDBusMessage::ReplyMessage;
    }

    /// True when the key that belongs to the state is in the store.
    bool prepare(vault::test::Place &place, const VaultState &state)
    {
        if (!state.damage)
            return false;
        // The doubles' chance is the same in every place; a vault's key is not.
        place.founding = *vault::prepareFounding(m_clock, m_random);
        if (!place.createByKeychain())
            qFatal("no vault to begin with");
        state.damage(place.layout);
        if (state.key == VaultState::Missing)
            return false;
        const vault::SecretBytes other = vault::test::fixtureKek();
        const auto &key = state.key == VaultState::Right ? place.founding.kek : other;
        std::optional<KeyStore::Result> answer;
        m_real.write(vault::keyStoreName(place.founding.vaultId), key.bytes(), qGuiApp,
                     [&](KeyStore::Result result) { answer = result; });
        waitFor([&] { return answer.has_value(); });
        return answer == KeyStore::Result::Ok;
    }

    /// Either a vault whose key the store has, or none at all.
    void lookAtFirstRun(const vault::test::Place &place, bool opened, Report &report)
    {
        const bool there = QFileInfo::exists(place.layout.vault());
        report.mustBeZero("vault without a key", there && !opened ? 1 : 0);
        if (opened != (m_givesOut && (!m_fake || m_fault == Fault::None || m_fault == Fault::Keeps)))
            report.complain(opened ? "a vault was made although the store keeps nothing"
                                   : "no vault was made although the store keeps what it is given");
    }

    app::SystemRandom m_random;
    app::SystemClock m_clock;
    KeyStore &m_real;
    const platform::BootClock &m_bootClock;
    FakeSecretService *m_fake;
    Fault m_fault;
    bool m_givesOut = true;
    bool m_locks = false;
};

/// Whether a real store keeps anything here at all.
bool keepsAnything(KeyStore &store)
{
    std::optional<KeyStore::Result> answer;
    store.probe(qGuiApp, [&](KeyStore::Result result) { answer = result; });
    waitFor([&] { return answer.has_value(); });
    return answer == KeyStore::Result::Ok;
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    if (argc < 2)
        return 2;
    const QByteArray kind(argv[1]);
    if (kind == "--list") {
        for (const VaultState &state : vaultStates)
            std::puts(state.name);
        return 0;
    }
    const bool real = kind == "real" || kind == "locks";
    bool known = real;
    const int fault = real ? 0 : QMetaEnum::fromType<Fault>().keyToValue(kind.constData(), &known);
    if (!known)
        return 2;
    std::optional<FakeSecretService> fake;
    if (!real)
        fake.emplace(Fault::None);
    platform::Services services = platform::makeServices({.keyStoreLimit = limit});

    Report report;
    Matrix matrix(services, fake ? &*fake : nullptr, static_cast<Fault>(fault));
    if (kind == "locks") {
        matrix.lockLater();
        matrix.expectItToGiveOut(false);
    } else if (real) {
        matrix.expectItToGiveOut(keepsAnything(*services.keyStore));
    } else {
        constexpr std::array givers{Fault::None, Fault::Forgets, Fault::Alters, Fault::Refuses, Fault::Keeps};
        matrix.expectItToGiveOut(std::find(givers.begin(), givers.end(), fault) != givers.end());
    }
    for (const VaultState &state : vaultStates) {
        if (argc < 3 || qstrcmp(argv[2], state.name) == 0)
            matrix.meet(state, report);
    }
    std::puts(QJsonDocument(report.toJson()).toJson(QJsonDocument::Compact).constData());
    return report.isGood() ? 0 : 1;
}
