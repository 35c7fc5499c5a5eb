// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <functional>

#include <QPointer>
#include <QQuickWindow>
#include <QTemporaryDir>

#include "app/Interface.h"
#include "core/storage/Database.h"
#include "tests/registry/Faults.h"
#include "tests/registry/Look.h"

class QAccessibleInterface;

namespace rapport::registry {

/// A name as assistive technology hears it, with what stands in for its %1.
struct Name
{
    Name(const char *text, const QString &argument = {})
        : text(text)
        , argument(argument)
    {}
    const char *text;
    QString argument;
};

/// One device with the real app on it: real screens, view models, vault and
/// database in a folder of their own; time, chance, key store and the other
/// services of the system stand in. A state's set-up drives it to where a
/// person would be. What does not come about within ten seconds ends the
/// set-up with an Absent.
class World
{
public:
    struct Absent
    {
        QString what;
    };
    using Fill = std::function<void(storage::Database &)>;

    explicit World(const Look &look);
    ~World();
    World(const World &) = delete;
    World &operator=(const World &) = delete;

    // Before the app starts.
    WatchedClock clock; ///< Monday, 2 March 2026, 09:00 in Madrid
    tests::KeyStoreScript keys;
    HangingDisk disk;
    tests::SeededChance chance;
    bool madeUp = false; ///< as with --demo
    tests::FakeSharer &sharer() const { return *m_sharer; }
    tests::FakeFileChooser &chooser() const { return *m_chooser; }
    tests::ScriptedBootClock &bootClock() const { return *m_bootClock; }
    tests::RecordingBell &bell() const { return *m_bell; }
    tests::FakeVoice &voice() const { return *m_voice; }
    SilentKeyStore &keyStore() const { return *m_keyStore; }
    QString folder() const { return m_place.filePath(QStringLiteral("rapport")); }
    QString databaseFile() const { return folder() + QLatin1String("/vault/rapport.db"); }

    /// Makes a vault, under the key store's key or the passphrase; may fill it.
    void makeVault(const Fill &fill = {});
    void makePassphraseVault(const Fill &fill = {});
    void makePinVault(const Fill &fill = {});
    void makeRecoveryCodeVault(const Fill &fill = {});
    static QString pin() { return QStringLiteral("407182"); }
    static QString recoveryCode() { return QStringLiteral("Z0EMZ BKXXG 8X19V 502GC J7KBY SV977 NCK1S4"); }
    static QString passphrase() { return QStringLiteral("three herons stand by cold water"); }

    // The app.
    void start(platform::SingleInstance::Claim claim = platform::SingleInstance::Claim::Acquired);
    void start(app::Shell::View until);
    /// Makes a vault, starts and waits until what is in it shows.
    void open(const Fill &fill = {});
    app::Shell &shell() const { return m_interface->shell(); }
    app::Rooms &rooms() const;
    QQuickWindow *window() const { return m_window; }

    // What a person does, by the names that assistive technology hears.
    void press(const Name &name);
    bool shows(const Name &name) const;
    /// An item that shows, by the name of its QML file; null if there is none.
    QQuickItem *item(const char *type) const;
    /// Types into the field of that name, replacing what was there.
    void type(const Name &field, const QString &text);

    /// Another window is in front, until this world ends.
    void goElsewhere();

    /// Waits, while the app runs.
    void until(const std::function<bool()> &condition, const QString &what) const;
    void untilShown(const char *screen) const;
    static void wait(std::chrono::milliseconds time);

    /// Makes another file of the open database; mend() brings it back.
    void damageDatabase();
    /// The device works again: its key store answers, its files are whole.
    void mend();

    /// Another look at the same state.
    void setLook(const Look &look);
    /// Everything the app asked of the system, counted; and whether to end.
    int asked() const;

private:
    void makeVault(const domain::Uid &vaultId, const vault::Protector &protector, const Fill &fill);
    vault::Founding foundWithKeyStore();
    QAccessibleInterface *find(const Name &name) const;
    QString spoken(const Name &name) const;

    QTemporaryDir m_place;
    Look m_look;
    platform::Services m_services;
    tests::FakeAppearance *m_appearance = nullptr;
    tests::FakeSharer *m_sharer = nullptr;
    tests::FakeFileChooser *m_chooser = nullptr;
    tests::ScriptedBootClock *m_bootClock = nullptr;
    tests::RecordingBell *m_bell = nullptr;
    tests::FakeVoice *m_voice = nullptr;
    SilentKeyStore *m_keyStore = nullptr;
    std::unique_ptr<PseudoTexts> m_pseudo;
    std::unique_ptr<app::Screens> m_screens;
    std::unique_ptr<app::Interface> m_interface;
    QPointer<QQuickWindow> m_window;
    std::unique_ptr<QWindow> m_elsewhere;
    QByteArray m_wholeFile;
    int m_quits = 0;
};

/// The present moment as a record of its own.
domain::Record recordOf(World &world);

} // namespace rapport::registry
