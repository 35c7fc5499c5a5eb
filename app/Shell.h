// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include <QObject>
#include <QQmlEngine>

#include "app/CueThread.h"
#include "app/PlaceChooser.h"
#include "app/Rooms.h"
#include "app/SecretChoice.h"
#include "app/TryWait.h"
#include "app/VaultRunner.h"
#include "core/vault/Machine.h"
#include "platform/Services.h"

namespace rapport::app {

/// The composition root of what runs: it feeds the vault's state machine, has
/// its effects done, and builds the rooms while the vault is open.
class Shell : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("main gives it")
    Q_PROPERTY(View view READ view NOTIFY viewChanged FINAL)
    Q_PROPERTY(rapport::app::Rooms *rooms READ rooms NOTIFY roomsOpened FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY viewChanged FINAL)
    Q_PROPERTY(bool wrongSecret READ wrongSecret NOTIFY viewChanged FINAL)
    Q_PROPERTY(bool canUsePassphrase READ canUsePassphrase NOTIFY viewChanged FINAL)
    Q_PROPERTY(bool canUsePin READ canUsePin NOTIFY viewChanged FINAL)
    Q_PROPERTY(bool canUseRecoveryCode READ canUseRecoveryCode NOTIFY viewChanged FINAL)
    Q_PROPERTY(rapport::app::Salvager *salvager READ salvager CONSTANT FINAL)
    Q_PROPERTY(rapport::app::Restorer *restorer READ restorer CONSTANT FINAL)
    Q_PROPERTY(rapport::app::Renewer *renewer READ renewer CONSTANT FINAL)
    Q_PROPERTY(rapport::app::PlaceChooser *placeChooser READ placeChooser CONSTANT FINAL)
    Q_PROPERTY(bool keyStoreIsLocked READ keyStoreIsLocked NOTIFY viewChanged FINAL)
    Q_PROPERTY(bool canRestore READ canRestore NOTIFY viewChanged FINAL)
    Q_PROPERTY(bool restoreNeedsLock READ restoreNeedsLock NOTIFY viewChanged FINAL)
    Q_PROPERTY(bool canSalvage READ canSalvage NOTIFY viewChanged FINAL)
    Q_PROPERTY(bool damageFound READ damageFound NOTIFY viewChanged FINAL)
    Q_PROPERTY(QString fileNotice READ fileNotice NOTIFY viewChanged FINAL)
    Q_PROPERTY(QString noOtherWay READ noOtherWay NOTIFY viewChanged FINAL)
    Q_PROPERTY(bool canRetry READ canRetry NOTIFY viewChanged FINAL)
    /// Something that was typed waits for room on the disk.
    Q_PROPERTY(bool holdsTexts READ holdsTexts NOTIFY viewChanged FINAL)
    /// The last try was followed by a wait, which may be over by now.
    Q_PROPERTY(bool waited READ waited NOTIFY viewChanged FINAL)
    Q_PROPERTY(bool canLock READ canLock NOTIFY viewChanged FINAL)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY viewChanged FINAL)
    Q_PROPERTY(QString problemText READ problemText NOTIFY viewChanged FINAL)
    Q_PROPERTY(QString problemAdvice READ problemAdvice NOTIFY viewChanged FINAL)
    Q_PROPERTY(QString dataFolder READ dataFolder NOTIFY viewChanged FINAL)
    Q_PROPERTY(bool madeUp READ madeUp CONSTANT FINAL)
    Q_PROPERTY(bool erased READ erased NOTIFY viewChanged FINAL)
    Q_PROPERTY(QString firstText READ firstText WRITE setFirstText NOTIFY firstTextChanged FINAL)
    Q_PROPERTY(QString firstProblem READ firstProblem NOTIFY firstProblemChanged FINAL)
    Q_PROPERTY(QString waitText READ waitText NOTIFY waitChanged FINAL)
    Q_PROPERTY(rapport::app::SecretChoice *secretChoice READ secretChoice CONSTANT FINAL)

public:
    /// Every state a person can be in before and after the door.
    enum View {
        Opening,
        FirstMinute,
        Creating,
        ChoosePassphrase,
        AskPassphrase,
        AskPin,
        AskRecoveryCode,
        Locked,
        Unlocked,
        Problem,
        Salvaging,
        Salvaged,
        Renewing,
        Restore,
    };
    Q_ENUM(View)

    /// What the app was asked for from outside, to be done once it is open.
    enum Request { Nothing, Write, CheckIn, Pause };
    Q_ENUM(Request)

    /// What Shell works with. All of it outlives it.
    struct Parts
    {
        QString dataFolder; ///< AppDataLocation/rapport
        vault::Disk &disk;
        const domain::Clock &clock;
        domain::RandomSource &random;
        platform::Services &services;
        bool madeUp = false;    ///< a demonstration: nothing here is the person's
        QString backupFolder{}; ///< where back-ups go until another place is chosen
    };

    explicit Shell(const Parts &parts, QObject *parent = nullptr);
    ~Shell() override;

    /// Looks at the files and goes on from there. Call once, when the event
    /// loop is about to run; the window is shown meanwhile.
    void start(platform::SingleInstance::Claim claim);

    /// Brings the window to the front; with "new-need", "new-check-in" or
    /// "new-pause" the person comes to write, to their moods, to the pause.
    void act(const QString &action);

    View view() const;
    Rooms *rooms() const { return m_rooms.get(); }
    bool busy() const;
    bool wrongSecret() const; ///< the last one that was asked for was not right

    /// Whether it is another way in than the one that is asked for now. A PIN
    /// is none while the key store, which holds a part of it, does not answer.
    bool canUsePassphrase() const;
    bool canUsePin() const;
    bool canUseRecoveryCode() const;
    Salvager *salvager() { return &m_salvager; }
    Restorer *restorer() { return &m_restorer; }
    Renewer *renewer() { return &m_renewer; }
    PlaceChooser *placeChooser() { return &m_placeChooser; }
    /// There is a key store, and it is locked.
    bool keyStoreIsLocked() const { return m_machine.state().problem == vault::Problem::KeyStoreLocked; }
    bool canRestore() const { return m_machine.canRestore(); }
    /// No key could be kept by the platform for what is to be restored.
    bool restoreNeedsLock() const;
    bool canSalvage() const;
    /// Something in the open database could not be read.
    bool damageFound() const { return m_damageFound && m_rooms; }
    /// What stands between the open notes and their file, or nothing.
    QString fileNotice() const;
    /// Where the key store failed: that nothing else opens these notes, if so.
    QString noOtherWay() const;
    bool canRetry() const;
    bool holdsTexts() const { return m_held.count() > 0; }
    bool waited() const { return m_machine.state().waitMs > 0; }
    bool canLock() const;
    QString problemTitle() const;
    QString problemText() const;
    QString problemAdvice() const;
    QString dataFolder() const;
    bool madeUp() const { return m_parts.madeUp; }
    bool erased() const { return m_erased; } ///< in this run, and nothing was kept since

    /// What is typed before there is a vault; kept in memory until it is a card.
    QString firstText() const { return m_firstText; }
    void setFirstText(const QString &text);
    QString firstProblem() const { return m_firstProblem; }

    /// "in 30 seconds": so long no try is taken after too many wrong ones.
    QString waitText() const { return m_wait.text(); }
    SecretChoice *secretChoice() { return &m_secretChoice; }

    Q_INVOKABLE void keepFirst(const QString &text);
    Q_INVOKABLE void choosePassphrase(QString typed);
    Q_INVOKABLE void enterPassphrase(QString typed);
    Q_INVOKABLE void enterPin(QString typed);
    Q_INVOKABLE void enterRecoveryCode(QString typed);
    Q_INVOKABLE void usePassphrase();
    Q_INVOKABLE void usePin();
    Q_INVOKABLE void useRecoveryCode();
    Q_INVOKABLE void retry();

    /// By the person: what they copied goes from the clipboard, too.
    Q_INVOKABLE void lock();
    Q_INVOKABLE void salvage();
    /// Goes to where a backup is chosen; leave with retry().
    Q_INVOKABLE void seekBackup();
    /// The same from the open notes, which are closed for it. Does nothing
    /// unless it was shown who it is, nor in a demonstration.
    Q_INVOKABLE void replaceByBackup();
    /// What the restorer found becomes the vault; what is here is set aside.
    Q_INVOKABLE void restore();
    Q_INVOKABLE void restoreWithPassphrase(QString typed);
    /// Closes what is open, to see to the damage.
    Q_INVOKABLE void seeToDamage();

    /// Does nothing unless it was shown who it is: see Rooms::stepUp.
    Q_INVOKABLE void eraseEverything();

    /// Because nobody was there. What was copied keeps its minute: a person who
    /// goes over to their mail to paste a note has not asked for anything else.
    void lockByItself();

    /// What was asked for last and is not done yet; answers once.
    Q_INVOKABLE rapport::app::Shell::Request takeRequest();

Q_SIGNALS:
    void viewChanged();
    /// There are rooms; the view follows once they hold what was read first. Of
    /// their end the screens hear by the view, and go first.
    void roomsOpened();
    void firstTextChanged();
    void firstProblemChanged();
    void waitChanged();
    void raiseRequested();
    void requested();

private:
    void handle(const vault::Event &event);
    void clearOut();
    void follow();
    bool canUse(vault::Secret secret) const;
    void enter(vault::SecretBytes typed);
    void openRooms();
    void renewKey();
    void showRooms(const Rooms *rooms);
    void setFirstProblem(const QString &problem);

    Parts m_parts;
    vault::HeldTexts m_held; // before the database, whose last work may be held
    Salvager m_salvager;     // before the worker, which tells it how far it is
    Restorer m_restorer;
    Renewer m_renewer;
    storage::DatabaseThread m_database; // before whatever uses it
    VaultWorker m_worker;               // after the database, which what it does may open
    VaultRunner m_runner;
    vault::Machine m_machine;
    SecretChoice m_secretChoice;
    PlaceChooser m_placeChooser;
    TryWait m_wait;
    CueThread m_cues; // a pause goes on while the rooms are locked
    std::unique_ptr<Rooms> m_rooms;
    std::unique_ptr<Rooms> m_leaving; ///< locked, and only waiting for the screens to go
    QString m_firstText;
    QString m_firstProblem;
    Request m_request = Nothing;
    bool m_damageFound = false;
    bool m_roomsShown = false;       ///< they hold what the person wrote, or that takes its time
    bool m_passphraseChosen = false; ///< the vault is being made under it: its screen stays
    bool m_erasing = false;
    bool m_erased = false;
    bool m_keepWaits = false; ///< the first text is to be kept as soon as there is a vault
};

} // namespace rapport::app
