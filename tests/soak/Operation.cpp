// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/soak/Operation.h"

#include <map>

#include <unistd.h>

#include "core/storage/Schema.h"

namespace rapport::soak {

void Acks::say(const QByteArray &line) const
{
    const QByteArray whole = line + '\n';
    // A pipe takes a short line whole or not at all.
    if (::write(m_descriptor, whole.constData(), static_cast<std::size_t>(whole.size())) != whole.size())
        ::_exit(99);
}

namespace {

constexpr int cardsBefore = 40;

Verdict bad(bool opens, int lost, const QByteArray &why)
{
    return {opens, lost, why};
}

std::optional<int> codeOf(const storage::Error &error)
{
    return error.kind == storage::Error::DiskFull ? Operation::diskFull : 1 + static_cast<int>(error.kind);
}

template<typename T>
std::optional<int> codeOf(const vault::Result<T> &result)
{
    if (result)
        return std::nullopt;
    const auto kind = result.error().kind;
    return kind == vault::Error::DiskFull ? Operation::diskFull : 1 + static_cast<int>(kind);
}

/// Opened by the person's own means and found whole; or the verdict that it is not.
tl::expected<std::unique_ptr<storage::Database>, Verdict> openWhole(const Scene &scene)
{
    auto opened = scene.open();
    if (!opened)
        return tl::unexpected(bad(
            false, 0, "does not open: error " + QByteArray::number(static_cast<int>(opened.error().kind))));
    if (!(*opened)->verify())
        return tl::unexpected(bad(false, 0, "opens, but is not whole"));
    return std::move(*opened);
}

qint64 countOf(const storage::Database &database, const char *sql)
{
    return storage::first(
               database, QLatin1String(sql), {},
               [](const QSqlQuery &query) -> storage::Result<qint64> { return query.value(0).toLongLong(); })
        .value_or(-1);
}

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

bool prepareCards(Scene &scene)
{
    if (!scene.create())
        return false;
    const auto database = scene.open();
    if (!database)
        return false;
    storage::CardRepository cards(**database);
    for (int i = 0; i < cardsBefore; ++i) {
        if (!cards.add(cardOf(QStringLiteral("card %1").arg(i), i, scene.random)))
            return false;
    }
    return true;
}

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
            return codeOf(added.error());
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
        return codeOf(all.error());
    for (int i = 0; i < times; ++i) {
        domain::Card card = all->at(i % all->size());
        card.text = QStringLiteral("edited %1").arg(i);
        const auto edited = cards.update(card, {card.record.created.utcMs + i, 60});
        if (!edited)
            return codeOf(edited.error());
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

} // namespace

const std::vector<Operation> &operations()
{
    static const std::vector<Operation> all{
        {"add", true, 400, prepareCards, addCards, checkAdded},
        {"edit", true, 200, prepareCards, editCards, checkEdited},
        {"migrate", false, 1600, prepareOldVault, migrate, checkMigrated},
        {"first run", false, 800, prepareNothing, firstRun, checkFirstRun},
    };
    return all;
}

} // namespace rapport::soak
