// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// What is written all day, the first run, and the last thing.

#include <map>

#include "core/storage/Schema.h"
#include "core/vault/Erasing.h"
#include "tests/soak/Checks.h"

namespace rapport::soak {

namespace {

/// Cards, history and search index are kept in one transaction each: they agree.
bool agree(const storage::Database &database)
{
    return countOf(database, "SELECT count(*) FROM card") ==
               countOf(database,
                       "SELECT count(*) FROM search_text JOIN card ON owner = card.id AND body = text") &&
           countOf(database, "SELECT count(*) FROM card WHERE text LIKE 'edited%'") ==
               countOf(database, "SELECT count(DISTINCT card) FROM card_change");
}

// --- add -----------------------------------------------------------------------

std::optional<int> addCards(Scene &scene, const Acks &acks, int times)
{
    const auto database = scene.open();
    if (!database)
        return codeOf(database);
    storage::CardRepository cards(**database);
    for (int i = 0; i < times; ++i) {
        const domain::Card card =
            cardOf(QStringLiteral("added %1").arg(i) + QString(2000, u'x'), i, scene.random);
        const auto added = cards.add(card);
        if (!added)
            return codeOf(added);
        acks.say(card.record.uid.toString().toLatin1());
    }
    return std::nullopt;
}

Verdict checkAdded(Scene &scene, const QByteArrayList &acks)
{
    const auto opened = openWhole(scene);
    if (!opened)
        return opened.error();
    const storage::CardRepository cards(**opened);
    int lost = 0;
    for (const QByteArray &ack : acks) {
        const auto uid = domain::Uid::fromString(QString::fromLatin1(ack));
        lost += uid && cards.find(*uid) ? 0 : 1;
    }
    const auto before = countOf(**opened, "SELECT count(*) FROM card WHERE text LIKE 'card %'");
    lost += cardsBefore - static_cast<int>(before);
    if (lost != 0)
        return bad(true, lost, "cards are missing");
    return bad(true, 0, agree(**opened) ? "" : "index or history do not agree with the cards");
}

// --- edit ----------------------------------------------------------------------

std::optional<int> editCards(Scene &scene, const Acks &acks, int times)
{
    const auto database = scene.open();
    if (!database)
        return codeOf(database);
    storage::CardRepository cards(**database);
    const auto all = cards.all();
    if (!all)
        return codeOf(all);
    for (int i = 0; i < times; ++i) {
        domain::Card card = all->at(i % all->size());
        card.text = QStringLiteral("edited %1").arg(i);
        const auto edited = cards.update(card, {card.record.created.utcMs + i, 60});
        if (!edited)
            return codeOf(edited);
        acks.say(card.record.uid.toString().toLatin1() + ' ' + QByteArray::number(i));
    }
    return std::nullopt;
}

Verdict checkEdited(Scene &scene, const QByteArrayList &acks)
{
    const auto opened = openWhole(scene);
    if (!opened)
        return opened.error();
    std::map<QByteArray, int> newest;
    for (const QByteArray &ack : acks) {
        const QByteArrayList words = ack.split(' ');
        newest[words.value(0)] = words.value(1).toInt();
    }
    int lost = 0;
    for (const auto &[name, edit] : newest) {
        const auto uid = domain::Uid::fromString(QString::fromLatin1(name));
        const auto card = storage::CardRepository(**opened).find(*uid);
        // One more may have been kept without having been answered for.
        lost += card && card->text.section(QLatin1Char(' '), 1).toInt() >= edit ? 0 : 1;
    }
    lost += cardsBefore - static_cast<int>(countOf(**opened, "SELECT count(*) FROM card"));
    const auto history = countOf(**opened, "SELECT count(*) FROM card_change");
    if (lost != 0 || history < acks.size())
        return bad(true, lost + (history < acks.size() ? 1 : 0), "an edit or its history is missing");
    return bad(true, 0, agree(**opened) ? "" : "index or history do not agree with the cards");
}

// --- migrate -------------------------------------------------------------------

const QString oldVault = QStringLiteral(RAPPORT_TEST_DATA "/vaults/schema-1");

bool prepareOldVault(Scene &scene)
{
    vault::test::copyFolder(oldVault + QLatin1String("/keychain"), scene.layout.root());
    return scene.unlock().has_value();
}

std::optional<int> migrate(Scene &scene, const Acks &acks, int)
{
    const auto opened = scene.open();
    if (!opened)
        return codeOf(opened);
    acks.say("migrated");
    return std::nullopt;
}

Verdict checkMigrated(Scene &scene, const QByteArrayList &)
{
    static const QJsonObject expected = vault::test::readObject(oldVault + QLatin1String("/expected.json"));
    const auto opened = openWhole(scene);
    if (!opened)
        return opened.error();
    const auto version = (*opened)->readSchemaVersion();
    if (!version || *version != storage::newestSchemaVersion())
        return bad(true, 0, "the schema is not the newest");
    const auto compared = vault::test::compare(**opened, expected);
    if (!compared.differences.isEmpty())
        return bad(true, static_cast<int>(compared.differences.size()),
                   compared.differences.first().toUtf8());
    return bad(true, 0, "");
}

// --- first run -----------------------------------------------------------------

bool prepareNothing(Scene &)
{
    return true;
}

std::optional<int> firstRun(Scene &scene, const Acks &acks, int)
{
    const auto made = scene.create();
    if (!made)
        return codeOf(made);
    acks.say("made");
    return std::nullopt;
}

/// Either a vault that opens, or a first run that then succeeds.
Verdict checkFirstRun(Scene &scene, const QByteArrayList &acks)
{
    const vault::Inspection found = vault::inspect(*scene.disk, scene.layout);
    if (found.finding == vault::Inspection::Failed)
        return bad(false, 0, "neither a vault nor a first run");
    if (found.finding == vault::Inspection::Nothing) {
        if (!acks.isEmpty())
            return bad(false, 1, "the vault is gone");
        if (!scene.create())
            return bad(false, 0, "a first run does not succeed any more");
    }
    const auto opened = openWhole(scene);
    if (!opened)
        return opened.error();
    return bad(true, 0, QFileInfo::exists(scene.layout.newVault()) ? "something is left over" : "");
}

// --- erase everything ----------------------------------------------------------

std::optional<int> erase(Scene &scene, const Acks &acks, int)
{
    const auto erased = vault::eraseEverything(*scene.disk, scene.layout);
    if (!erased)
        return codeOf(erased);
    acks.say("erased");
    return std::nullopt;
}

/// Either the vault with everything, or nothing at all.
Verdict checkErased(Scene &scene, const QByteArrayList &acks)
{
    if (!vault::finishErasing(*scene.disk, scene.layout))
        return bad(false, 0, "what was begun cannot be ended");
    const vault::Inspection found = vault::inspect(*scene.disk, scene.layout);
    if (found.finding == vault::Inspection::Nothing) {
        // What the key store is still to forget is written down until it has.
        static_cast<void>(vault::forgetKeysToForget(*scene.disk, scene.layout));
        const auto left =
            QDir(scene.layout.root()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        return bad(true, 0, left.isEmpty() ? "" : "something is left");
    }
    if (!acks.isEmpty())
        return bad(true, 1, "erased, and still there");
    const auto opened = openWhole(scene);
    if (!opened)
        return opened.error();
    const auto there = countOf(**opened, "SELECT count(*) FROM card");
    return bad(true, cardsBefore - static_cast<int>(there), there == cardsBefore ? "" : "cards are missing");
}

} // namespace

std::vector<Operation> writingOperations()
{
    return {
        {"add", true, true, 400, prepareCards, addCards, checkAdded},
        {"edit", true, true, 200, prepareCards, editCards, checkEdited},
        {"migrate", false, false, 1600, prepareOldVault, migrate, checkMigrated},
        {"first run", false, false, 800, prepareNothing, firstRun, checkFirstRun},
        {"erase", false, false, 100, prepareCards, erase, checkErased},
    };
}

} // namespace rapport::soak
