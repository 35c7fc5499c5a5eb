// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Shell.h"

#include <chrono>

#include <QCoreApplication>
#include <QTimer>

#include "app/PauseContent.h"
#include "app/ProblemSentences.h"

namespace rapport::app {

using vault::Phase;

namespace {

/// How long the rooms are waited for before they are shown without what is in
/// them, which then says that it is being read.
constexpr std::chrono::milliseconds readLimit{250};

/// Actions come from outside: what is not known asks for nothing.
Shell::Request requestOf(const QString &action)
{
    if (action == QLatin1String("new-need"))
        return Shell::Write;
    if (action == QLatin1String("new-check-in"))
        return Shell::CheckIn;
    if (action == QLatin1String("new-pause"))
        return Shell::Pause;
    return Shell::Nothing;
}

Shell::View viewFor(vault::Secret asked)
{
    switch (asked) {
    case vault::Secret::Passphrase:
        break;
    case vault::Secret::Pin:
        return Shell::AskPin;
    case vault::Secret::RecoveryCode:
        return Shell::AskRecoveryCode;
    }
    return Shell::AskPassphrase;
}

} // namespace

Shell::Shell(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_held(parts.random)
    , m_restorer(parts.disk, vault::Layout(parts.dataFolder), m_worker)
    , m_runner({parts.disk, vault::Layout(parts.dataFolder), parts.random, parts.clock,
                *parts.services.keyStore, m_database, m_worker, m_salvager, m_restorer, m_renewer, m_held,
                *parts.services.bootClock})
    , m_secretChoice(parts.random)
    , m_placeChooser(*parts.services.fileChooser, parts.backupFolder)
    , m_wait(*parts.services.bootClock)
    , m_cues({*parts.services.bootClock, *parts.services.bell, *parts.services.keepAwake, bellSamples})
{
    for (QObject *object : std::initializer_list<QObject *>{&m_salvager, &m_restorer, &m_renewer,
                                                            &m_secretChoice, &m_placeChooser})
        QQmlEngine::setObjectOwnership(object, QQmlEngine::CppOwnership);
    connect(&m_runner, &VaultRunner::happened, this, &Shell::handle);
    m_held.onChange([this] { QMetaObject::invokeMethod(this, &Shell::viewChanged, Qt::QueuedConnection); });
    connect(&m_wait, &TryWait::changed, this, &Shell::waitChanged);
    m_database.onDamage(this, [this] {
        m_damageFound = true;
        Q_EMIT viewChanged();
    });
    connect(m_parts.services.singleInstance.get(), &platform::SingleInstance::activated, this, &Shell::act);
}

Shell::~Shell()
{
    if (m_rooms)
        m_rooms->flush();
}

void Shell::start(platform::SingleInstance::Claim claim)
{
    using Claim = platform::SingleInstance::Claim;
    // Where the lock cannot be written, looking at the files tells why.
    if (claim == Claim::AlreadyRunning)
        return handle(vault::event::LockHeldElsewhere{});
    handle(vault::event::Start{});
}

void Shell::act(const QString &action)
{
    // Before the door is open it waits; the screens take it when they come.
    const Request request = requestOf(action);
    if (request != Nothing) {
        m_request = request;
        Q_EMIT requested();
    }
    Q_EMIT raiseRequested();
}

Shell::Request Shell::takeRequest()
{
    return std::exchange(m_request, Nothing);
}

void Shell::handle(const vault::Event &event)
{
    const Phase before = m_machine.state().phase;
    const std::vector<vault::Effect> effects = m_machine.handle(event);
    const Phase now = m_machine.state().phase;
    if (now != Phase::Unlocked && m_rooms) {
        // What is unsaved is given to the database before it is closed. First
        // the screens go, which look at the rooms, then the rooms: a screen
        // ends at the next turn of the event loop, one within the other.
        m_rooms->flush();
        Q_EMIT viewChanged();
        m_leaving = std::move(m_rooms);
        m_roomsShown = false;
        QMetaObject::invokeMethod(this, &Shell::clearOut, Qt::QueuedConnection);
        Q_EMIT viewChanged();
    }
    if (before == Phase::ChoosingBackup && now != Phase::ChoosingBackup && now != Phase::Restoring) {
        // Before the files are looked at: what was seen of a back-up goes first.
        m_restorer.stop();
        m_restorer.discard();
    }
    for (const vault::Effect &effect : effects)
        m_runner.run(effect);
    if (now == Phase::Ask && before == Phase::Checking)
        m_wait.begin(m_machine.state().waitMs);
    if (now == Phase::Unlocked && before != Phase::Unlocked)
        openRooms();
    if (m_erasing && now == Phase::FirstMinute) {
        m_erasing = false;
        m_erased = true;
    }
    follow();
}

/// QML lets a delegate go with the next turn of the event loop, and what is
/// within it with the turn after that. Were the rooms gone meanwhile, each
/// would look at nothing and say so.
void Shell::clearOut()
{
    constexpr int deepest = 8; // parts of screens within parts of screens
    for (int depth = 0; depth < deepest; ++depth)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_leaving.reset();
}

void Shell::follow()
{
    // What was typed waits only on the way to a vault; a person who has to
    // start again presses Keep again.
    const Phase phase = m_machine.state().phase;
    if (phase == Phase::FirstMinute || phase == Phase::Stuck)
        m_keepWaits = false;
    Q_EMIT viewChanged();
}

void Shell::openRooms()
{
    m_damageFound = false;
    const vault::State &state = m_machine.state();
    const VaultDoor door{m_runner.parts(), state.ways, m_machine.vaultId(), state.asked, state.keyProblem};
    m_rooms = std::make_unique<Rooms>(Environment{m_database, m_parts.clock, m_parts.random, &m_held}, door,
                                      m_parts.services, m_cues, nullptr);
    QQmlEngine::setObjectOwnership(m_rooms.get(), QQmlEngine::CppOwnership);
    connect(m_rooms->lockKeeper(), &LockKeeper::waysChanged, this,
            [this](const vault::Ways &ways) { handle(vault::event::WaysChanged{ways}); });
    connect(m_rooms->keyRenewal(), &KeyRenewal::ready, this, &Shell::renewKey);
    if (const auto outcome = m_renewer.takeOutcome())
        m_rooms->howItOpens()->tellRenewal(*outcome);
    if (const auto made = m_restorer.takeRestored())
        m_rooms->backups()->remember(*made);
    m_erased = false;
    Q_EMIT roomsOpened();
    // A screen that is empty for the blink of an eye is drawn twice and read by
    // nobody. The database answers in the order of the questions: this one comes
    // after all that the rooms asked.
    Rooms *rooms = m_rooms.get();
    storage::whenDone(rooms,
                      m_database.run<void>([](storage::Database &) { return storage::Result<void>(); }),
                      [this, rooms](const storage::Result<void> &) { showRooms(rooms); });
    QTimer::singleShot(readLimit, rooms, [this, rooms] { showRooms(rooms); });
    if (m_firstText.isEmpty())
        return;
    if (std::exchange(m_keepWaits, false))
        m_rooms->writeDown()->keepText(m_firstText);
    else
        m_rooms->writeDown()->setText(m_firstText);
    setFirstText({});
}

/// Locked again meanwhile, they are on their way out.
void Shell::showRooms(const Rooms *rooms)
{
    if (m_roomsShown || rooms != m_rooms.get())
        return;
    m_roomsShown = true;
    Q_EMIT viewChanged();
}

Shell::View Shell::view() const
{
    switch (m_machine.state().phase) {
    case Phase::FirstMinute:
        return FirstMinute;
    case Phase::Creating:
        return m_passphraseChosen ? ChoosePassphrase : Creating;
    case Phase::NoKeyStore:
        return ChoosePassphrase;
    case Phase::Ask:
    case Phase::Checking:
        return viewFor(m_machine.state().asked);
    case Phase::Locked:
        return Locked;
    case Phase::Unlocked:
        return m_roomsShown ? Unlocked : Opening;
    case Phase::Stuck:
        return Problem;
    case Phase::Salvaging:
        return Salvaging;
    case Phase::Salvaged:
        return Salvaged;
    case Phase::Renewing:
        return Renewing;
    case Phase::ChoosingBackup:
    case Phase::Restoring:
        return Restore;
    case Phase::Starting:
    case Phase::ReadingKey:
    case Phase::Opening:
    case Phase::Closing:
    case Phase::Erasing:
        break;
    }
    return Opening;
}

bool Shell::canLock() const
{
    return m_machine.canLock();
}

QString Shell::fileNotice() const
{
    if (damageFound())
        return damageSentence();
    return m_rooms && m_held.count() > 0 ? heldSentence() : QString();
}

void Shell::replaceByBackup()
{
    // What could not be written to the disk yet is sealed under a key that goes.
    if (!madeUp() && m_rooms && m_rooms->stepUp()->keys() && !holdsTexts())
        handle(vault::event::ReplaceRequested{});
}

void Shell::seeToDamage()
{
    handle(vault::event::DamageFound{});
}

void Shell::lock()
{
    m_parts.services.sharer->clearCopied();
    lockByItself();
}

void Shell::lockByItself()
{
    handle(vault::event::LockRequested{});
}

void Shell::renewKey()
{
    auto renewal = m_rooms ? m_rooms->keyRenewal()->take() : std::nullopt;
    if (!renewal || m_machine.state().phase != Phase::Unlocked)
        return;
    m_runner.setRenewal(std::move(*renewal));
    handle(vault::event::RenewRequested{});
}

void Shell::eraseEverything()
{
    if (!m_rooms || !m_rooms->stepUp()->keys())
        return;
    m_erasing = true;
    handle(vault::event::EraseRequested{});
}

} // namespace rapport::app
