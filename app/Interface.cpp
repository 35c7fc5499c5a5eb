// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Interface.h"

#include <QFile>
#include <QGuiApplication>
#include <QTimer>

namespace rapport::app {

namespace {

QByteArray crisisLines()
{
    QFile file(QStringLiteral(":/rapport/crisis/lines.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Puts in the place of a service one that watches it.
template<typename Watching, typename Service>
Watching &watched(std::unique_ptr<Service> &service)
{
    auto watching = std::make_unique<Watching>(std::move(service));
    Watching &kept = *watching;
    service = std::move(watching);
    return kept;
}

} // namespace

Interface::Interface(const Shell::Parts &parts, Screens &screens)
    : m_services(parts.services)
    , m_screens(screens)
    , m_sharer(watched<WatchedSharer>(parts.services.sharer))
    , m_chooser(watched<WatchedChooser>(parts.services.fileChooser))
    , m_deviceSettings(parts.dataFolder)
    , m_shell(parts)
    , m_look(*parts.services.appearance, m_deviceSettings)
    , m_settings(m_deviceSettings, m_look, parts.backupFolder)
    , m_helpNow(crisisLines(), m_deviceSettings, parts.clock, *parts.services.sharer)
    , m_autoLock(*parts.services.bootClock, parts.clock)
{
    for (QObject *object : std::initializer_list<QObject *>{&m_shell, &m_look, &m_settings, &m_helpNow})
        QQmlEngine::setObjectOwnership(object, QQmlEngine::CppOwnership);

    // Phones end an app in the background without another word.
    QObject::connect(qGuiApp, &QGuiApplication::applicationStateChanged, &m_shell,
                     [this](Qt::ApplicationState state) {
                         m_autoLock.setInFront(state == Qt::ApplicationActive);
                         if (Rooms *rooms = m_shell.rooms()) {
                             if (state == Qt::ApplicationActive)
                                 rooms->nextSession()->refresh();
                             else
                                 rooms->flush();
                         }
                     });

    m_autoLock.setInFront(QGuiApplication::applicationState() == Qt::ApplicationActive);
    m_autoLock.setWish(m_settings.autoLock());
    QObject::connect(&m_settings, &Settings::changed, &m_autoLock,
                     [this] { m_autoLock.setWish(m_settings.autoLock()); });
    for (const DialogWatch *watch : std::initializer_list<const DialogWatch *>{&m_sharer, &m_chooser})
        QObject::connect(watch, &DialogWatch::openChanged, &m_autoLock, [this] { followDialogs(); });
    QObject::connect(qGuiApp, &QGuiApplication::focusObjectChanged, &m_autoLock,
                     [this](const QObject *object) {
                         if (object) // a screen reader presses without a key, and moves the focus
                             m_autoLock.touch();
                     });
    QObject::connect(&m_shell, &Shell::viewChanged, &m_autoLock,
                     [this] { m_autoLock.setLockable(m_shell.canLock()); });
    QObject::connect(&m_shell, &Shell::roomsOpened, &m_autoLock, [this] { followRooms(); });
    QObject::connect(&m_shell, &Shell::viewChanged, &m_shell, [this] { forgetWhenLocked(); });
    QObject::connect(&m_autoLock, &AutoLock::lockNow, &m_shell, &Shell::lockByItself);
}

/// A passphrase stays in a string of QML's until somebody collects it. The
/// screens go with the next turns of the event loop.
void Interface::forgetWhenLocked()
{
    constexpr std::chrono::milliseconds untilTheyAreGone(500);
    // Before a back-up is chosen, too, the notes were closed: see replaceByBackup().
    const bool leftRestore = std::exchange(m_lastView, m_shell.view()) == Shell::Restore;
    if (m_shell.view() == Shell::Locked || m_shell.view() == Shell::Restore || leftRestore)
        QTimer::singleShot(untilTheyAreGone, &m_shell, [this] { m_screens.forget(); });
}

void Interface::followDialogs()
{
    m_autoLock.setDialogOpen(m_sharer.isOpen() || m_chooser.isOpen());
}

/// What in the rooms holds the lock off. They go with their connections.
void Interface::followRooms()
{
    const Pause *pause = m_shell.rooms()->pause();
    QObject::connect(pause, &Pause::stateChanged, &m_autoLock,
                     [this, pause] { m_autoLock.setPauseRuns(pause->state() == Pause::Running); });
    QObject::connect(m_shell.rooms()->nextSession(), &NextSession::changed, &m_autoLock,
                     [this] { followSessions(); });
}

void Interface::followSessions()
{
    if (!m_shell.rooms())
        return;
    const NextSession &sessions = *m_shell.rooms()->nextSession();
    QList<domain::Session> near;
    for (const auto &session : {sessions.last(), sessions.next()}) {
        if (session)
            near.append(*session);
    }
    m_autoLock.setSessions(near, sessions.goingIn());
}

Interface::~Interface() = default;

void Interface::begin(platform::SingleInstance::Claim claim)
{
    m_services.memoryGuard->guard(); // a first line may be typed before there is a vault
    m_shell.start(claim);
}

bool Interface::show(const QString &action)
{
    m_window = m_screens.make({{QStringLiteral("shell"), QVariant::fromValue(&m_shell)},
                               {QStringLiteral("look"), QVariant::fromValue(&m_look)},
                               {QStringLiteral("settings"), QVariant::fromValue(&m_settings)},
                               {QStringLiteral("helpNow"), QVariant::fromValue(&m_helpNow)}});
    if (!m_window)
        return false;
    if (!action.isEmpty())
        m_shell.act(action);
    m_services.singleInstance->listen();
    return true;
}

} // namespace rapport::app
