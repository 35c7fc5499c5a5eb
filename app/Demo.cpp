// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Demo.h"

#include <QLocale>
#include <QStandardPaths>

#include "core/storage/CardRepository.h"
#include "core/storage/CheckInRepository.h"
#include "core/storage/NoteRepository.h"
#include "core/storage/PauseRepository.h"
#include "core/storage/SessionRepository.h"
#include "core/storage/Statement.h"
#include "core/vault/Vault.h"
#include "core/wording/NoteWording.h"

namespace rapport::app {

namespace {

using domain::DemoCard;
using domain::DemoLife;
using domain::DemoNote;
using storage::Database;
using storage::Result;

Result<void> storeCard(Database &database, const DemoCard &demo)
{
    storage::CardRepository cards(database);
    auto card = cards.add(demo.card);
    for (const domain::DemoStep &step : demo.steps) {
        if (!card)
            break;
        card->state = step.state;
        card = cards.update(*card, step.when);
    }
    return card ? Result<void>() : tl::unexpected(card.error());
}

Result<void> storeNote(Database &database, const DemoNote &demo)
{
    domain::Note note;
    note.record = demo.record;
    note.session = demo.session;
    note.lines = wording::noteLines(demo.facts, QLocale());
    domain::Share share;
    share.record = demo.record;
    share.note = note.record.uid;
    share.way = demo.way;
    share.content = wording::noteText(note.lines, QLocale());
    return storage::NoteRepository(database).add(note, share);
}

/// Takes no lock and hears nobody: other instances may run beside it.
class Alone final : public platform::SingleInstance
{
public:
    Claim claim(const QString &) override { return Claim::Acquired; }
    bool listen() override { return true; }
    bool passOn(const QString &, std::chrono::milliseconds) override { return false; }
};

/// Stores each of a list, up to the first error.
template<typename T, typename Store>
Result<void> each(const QList<T> &list, Store store)
{
    for (const T &one : list) {
        if (const auto stored = store(one); !stored)
            return tl::unexpected(stored.error());
    }
    return {};
}

} // namespace

storage::Result<void> storeCheckIns(Database &database, const QList<domain::CheckIn> &checkIns)
{
    return storage::inTransaction(database, [&] {
        return each(checkIns, [&](const domain::CheckIn &checkIn) {
            return storage::CheckInRepository(database).add(checkIn);
        });
    });
}

storage::Result<void> storeLife(Database &database, const DemoLife &life)
{
    return storage::inTransaction(database, [&]() -> Result<void> {
        const auto cards = each(life.cards, [&](const DemoCard &card) { return storeCard(database, card); });
        if (!cards)
            return cards;
        const auto sessions = each(life.sessions, [&](const domain::Session &session) {
            return storage::SessionRepository(database).save(session);
        });
        if (!sessions)
            return sessions;
        const auto notes = each(life.notes, [&](const DemoNote &note) { return storeNote(database, note); });
        if (!notes)
            return notes;
        const auto pauses = each(life.pauses, [&](const domain::Pause &pause) {
            return storage::PauseRepository(database).save(pause);
        });
        if (!pauses)
            return pauses;
        return storeCheckIns(database, life.checkIns);
    });
}

vault::Result<DemoKey> makeDemoVault(vault::Disk &disk, const QString &folder, const domain::Clock &clock,
                                     domain::RandomSource &random)
{
    const vault::Layout layout(folder);
    auto founding = vault::prepareFounding(clock, random);
    if (!founding)
        return tl::unexpected(founding.error());
    DemoKey key{vault::keyStoreName(founding->vaultId), vault::SecretBytes::copyOf(founding->kek.bytes())};
    const auto keys = vault::create(disk, layout, random, founding->vaultId,
                                    vault::Protector::keychain(std::move(founding->kek)));
    if (!keys)
        return tl::unexpected(keys.error());
    const auto database = vault::openDatabase(disk, layout, *keys);
    if (!database)
        return tl::unexpected(database.error());
    if (!storeLife(**database, domain::demoLife(clock.now(), clock.zone())))
        return tl::unexpected(vault::Error{vault::Error::Internal});
    return key;
}

void DemoKeyStore::read(const QString &key, QObject *context, ReadAnswer answer)
{
    const bool known = key == m_key.name;
    QMetaObject::invokeMethod(
        context,
        [this, known, answer = std::move(answer)] {
            answer(known ? Result::Ok : Result::NotFound,
                   known ? m_key.secret.bytes() : std::span<const std::byte>());
        },
        Qt::QueuedConnection);
}

void DemoKeyStore::write(const QString &, std::span<const std::byte>, QObject *context, Answer answer)
{
    probe(context, std::move(answer));
}

void DemoKeyStore::remove(const QString &, QObject *context, Answer answer)
{
    probe(context, std::move(answer));
}

void DemoKeyStore::probe(QObject *context, Answer answer)
{
    QMetaObject::invokeMethod(
        context, [answer = std::move(answer)] { answer(Result::Unavailable); }, Qt::QueuedConnection);
}

std::unique_ptr<DemoHome> DemoHome::make(vault::Disk &disk, const domain::Clock &clock,
                                         domain::RandomSource &random)
{
    // The runtime folder is this account's alone and mostly in memory.
    QString place = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (place.isEmpty())
        place = QStandardPaths::writableLocation(QStandardPaths::TempLocation);
    std::unique_ptr<DemoHome> home(new DemoHome(place + QLatin1String("/demo-XXXXXX")));
    if (!home->m_place.isValid())
        return nullptr;
    auto key = makeDemoVault(disk, home->folder(), clock, random);
    if (!key)
        return nullptr;
    home->m_key = std::move(*key);
    return home;
}

QString DemoHome::folder() const
{
    return m_place.filePath(QStringLiteral("rapport"));
}

void DemoHome::moveInto(platform::Services &services)
{
    services.keyStore = std::make_unique<DemoKeyStore>(std::move(m_key));
    services.singleInstance = std::make_unique<Alone>();
}

} // namespace rapport::app
