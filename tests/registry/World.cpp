// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/registry/World.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickItem>
#include <QTimer>

#include "core/storage/DraftRepository.h"
#include "core/vault/Pin.h"
#include "core/vault/RecoveryCode.h"
#include "core/vault/Vault.h"

namespace rapport::registry {

using app::Shell;

namespace {

constexpr std::chrono::seconds patience(10);

QAccessibleInterface *findBelow(QAccessibleInterface *root, const QString &name)
{
    for (int i = 0; root && i < root->childCount(); ++i) {
        QAccessibleInterface *child = root->child(i);
        if (!child || child->state().invisible)
            continue;
        if (child->text(QAccessible::Name) == name)
            return child;
        if (QAccessibleInterface *found = findBelow(child, name))
            return found;
    }
    return nullptr;
}

QQuickItem *itemBelow(QQuickItem *root, const QByteArray &type)
{
    const QList<QQuickItem *> children = root->childItems();
    for (QQuickItem *child : children) {
        if (!child->isVisible())
            continue;
        const QByteArray name = child->metaObject()->className();
        if (name == type || name.startsWith(type + "_QML"))
            return child;
        if (QQuickItem *found = itemBelow(child, type))
            return found;
    }
    return nullptr;
}

} // namespace

World::World(const Look &look)
    : m_look(look)
{
    m_services = tests::fakeServices(keys);
    auto keyStore = std::make_unique<SilentKeyStore>(keys);
    m_keyStore = keyStore.get();
    m_services.keyStore = std::move(keyStore);
    m_sharer = static_cast<tests::FakeSharer *>(m_services.sharer.get());
    m_chooser = static_cast<tests::FakeFileChooser *>(m_services.fileChooser.get());
    m_bootClock = static_cast<tests::ScriptedBootClock *>(m_services.bootClock.get());
    m_bell = static_cast<tests::RecordingBell *>(m_services.bell.get());
    m_appearance = static_cast<tests::FakeAppearance *>(m_services.appearance.get());
    m_voice = static_cast<tests::FakeVoice *>(m_services.voice.get());
    m_appearance->set(look.values);
    QGuiApplication::setLayoutDirection(look.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    if (look.pseudo) {
        m_pseudo = std::make_unique<PseudoTexts>();
        QCoreApplication::installTranslator(m_pseudo.get());
    }
}

World::~World()
{
    clock.atNext({});
    disk.hang(false);
    thawDatabase();
    // What a tree of items says while it is taken down is nobody's finding.
    const QtMessageHandler before =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    m_interface.reset();
    constexpr int deepest = 8; // items within items, each gone one turn later
    for (int depth = 0; depth < deepest; ++depth)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_screens.reset();
    qInstallMessageHandler(before);
}

void World::makeVault(const domain::Uid &vaultId, const vault::Protector &protector, const Fill &fill)
{
    const vault::Layout layout(folder());
    const auto made = create(disk, layout, chance, vaultId, protector);
    if (!made)
        throw Absent{QStringLiteral("a vault, error %1").arg(made.error().kind)};
    if (fill) {
        const auto database = openDatabase(disk, layout, *made);
        // Offered once; a state of its own shows it.
        const auto asked = storage::SettingRepository(**database)
                               .save(QStringLiteral("recovery-offer"), QStringLiteral("not-yet"));
        fill(**database);
        if (!asked)
            throw Absent{QStringLiteral("a setting")};
    }
}

/// The key store has the key already.
vault::Founding World::foundWithKeyStore()
{
    auto founding = vault::prepareFounding(clock.set, chance);
    keys.entries.insert(vault::keyStoreName(founding->vaultId),
                        QByteArray(reinterpret_cast<const char *>(founding->kek.bytes().data()),
                                   static_cast<qsizetype>(founding->kek.size())));
    return std::move(*founding);
}

void World::makeVault(const Fill &fill)
{
    vault::Founding founding = foundWithKeyStore();
    makeVault(founding.vaultId, vault::Protector::keychain(std::move(founding.kek)), fill);
}

void World::makePinVault(const Fill &fill)
{
    vault::Founding founding = foundWithKeyStore();
    QString digits = pin();
    makeVault(
        founding.vaultId,
        vault::Protector::pin(vault::pinFrom(digits), std::move(founding.kek), vault::Kdf::create(chance)),
        fill);
}

void World::makePassphraseVault(const Fill &fill)
{
    QString words = passphrase();
    makeVault(vault::prepareFounding(clock.set, chance)->vaultId,
              vault::Protector::passphrase(vault::SecretBytes::fromUtf8(words), vault::Kdf::create(chance)),
              fill);
}

void World::makeRecoveryCodeVault(const Fill &fill)
{
    auto code = vault::readRecoveryCode(recoveryCode()).code;
    makeVault(vault::prepareFounding(clock.set, chance)->vaultId,
              vault::Protector::recovery(std::move(code), vault::Kdf::create(chance)), fill);
}

void World::start(platform::SingleInstance::Claim claim)
{
    m_screens = std::make_unique<app::Screens>();
    m_interface = std::make_unique<app::Interface>(
        Shell::Parts{folder(), disk, clock, chance, m_services, madeUp, QStringLiteral("/media/stick")},
        *m_screens);
    m_interface->begin(claim);
    if (!m_interface->show())
        throw Absent{QStringLiteral("Main.qml")};
    const QWindowList windows = QGuiApplication::topLevelWindows();
    for (QWindow *window : windows) {
        if (auto *found = qobject_cast<QQuickWindow *>(window))
            m_window = found;
    }
    QQmlEngine *engine = qmlEngine(m_window);
    // "Close Rapport" is heard, not obeyed.
    QObject::disconnect(engine, &QQmlEngine::quit, nullptr, nullptr);
    QObject::connect(engine, &QQmlEngine::quit, m_window, [this] { ++m_quits; });
    if (m_pseudo) {
        // The last one installed is the first one asked: before the plurals.
        QCoreApplication::removeTranslator(m_pseudo.get());
        QCoreApplication::installTranslator(m_pseudo.get());
        engine->retranslate();
    }
    m_window->requestActivate();
}

void World::start(Shell::View view)
{
    start();
    until([this, view] { return shell().view() == view; }, QStringLiteral("the view %1").arg(view));
}

void World::open(const Fill &fill)
{
    makeVault(fill);
    start(Shell::Unlocked);
    until([this] { return rooms().cards()->status() != app::Cards::Loading; }, QStringLiteral("the cards"));
}

app::Rooms &World::rooms() const
{
    if (!shell().rooms())
        throw Absent{QStringLiteral("open rooms")};
    return *shell().rooms();
}

QString World::spoken(const Name &name) const
{
    const QString text = QString::fromUtf8(name.text);
    const QString words = m_pseudo ? PseudoTexts::of(text) : text;
    return words.contains(QLatin1String("%1")) ? words.arg(name.argument) : words;
}

QAccessibleInterface *World::find(const Name &name) const
{
    return findBelow(QAccessible::queryAccessibleInterface(m_window), spoken(name));
}

bool World::shows(const Name &name) const
{
    return find(name) != nullptr;
}

void World::press(const Name &name)
{
    until([this, &name] { return find(name) && !find(name)->state().disabled; },
          QLatin1String("something to press named ") + spoken(name));
    QAccessibleActionInterface *actions = find(name)->actionInterface();
    const QStringList offered = actions ? actions->actionNames() : QStringList();
    for (const QString &action :
         {QAccessibleActionInterface::toggleAction(), QAccessibleActionInterface::pressAction()}) {
        if (offered.contains(action)) {
            // Within the event loop, as any press: what ends by it can end.
            QMetaObject::invokeMethod(
                m_window, [actions, action] { actions->doAction(action); }, Qt::QueuedConnection);
            return wait(std::chrono::milliseconds(1));
        }
    }
    throw Absent{QLatin1String("a press on ") + spoken(name)};
}

QQuickItem *World::item(const char *type) const
{
    return itemBelow(m_window->contentItem(), type);
}

void World::type(const Name &field, const QString &text)
{
    QAccessibleInterface *found = nullptr;
    until([&] { return (found = find(field)) != nullptr; }, QLatin1String("a field ") + spoken(field));
    // The name may be the group's around the field.
    QObject *owner = found->object();
    for (QObject *object = owner; object; object = object->parent()) {
        if (object->metaObject()->indexOfProperty("text") >= 0) {
            object->setProperty("text", text);
            return;
        }
    }
    throw Absent{QLatin1String("a text in ") + spoken(field)};
}

void World::goElsewhere()
{
    m_elsewhere = std::make_unique<QWindow>();
    m_elsewhere->resize(1, 1);
    m_elsewhere->show();
    m_elsewhere->requestActivate();
    until([this] { return !m_window->isActive(); }, QStringLiteral("another window in front"));
}

void World::until(const std::function<bool()> &condition, const QString &what) const
{
    QElapsedTimer time;
    time.start();
    while (!condition()) {
        if (time.hasExpired(std::chrono::milliseconds(patience).count()))
            throw Absent{what};
        wait(std::chrono::milliseconds(5));
    }
}

void World::untilShown(const char *screen) const
{
    until([this, screen] { return item(screen) != nullptr; }, QString::fromLatin1(screen));
}

void World::wait(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

void World::damageDatabase()
{
    QFile file(databaseFile());
    if (!file.open(QIODevice::ReadWrite))
        throw Absent{QStringLiteral("a database to damage")};
    m_wholeFile = file.readAll();
    file.seek(0);
    file.write(QByteArray(m_wholeFile.size(), 'x'));
}

void World::mend()
{
    keys.readAnswer.reset();
    keys.writeAnswer.reset();
    disk.fail({});
    if (m_wholeFile.isEmpty())
        return;
    QFile file(databaseFile());
    if (file.open(QIODevice::ReadWrite))
        file.write(m_wholeFile);
}

void World::setLook(const Look &look)
{
    m_look = look;
    m_appearance->set(look.values);
    QGuiApplication::setLayoutDirection(look.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
}

int World::asked() const
{
    return static_cast<int>(m_sharer->given.size() + m_chooser->asked.size() + m_voice->said.size()) +
           keys.reads + keys.writes + keys.removals + m_quits;
}

domain::Record recordOf(World &world)
{
    domain::Record record;
    record.created = world.clock.set.now();
    record.modifiedUtcMs = record.created.utcMs;
    record.uid = domain::Uid::create(record.created.utcMs, world.chance);
    return record;
}

} // namespace rapport::registry
