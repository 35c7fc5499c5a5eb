// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// Other secrets, and another key of the database.

#include "core/vault/Rekey.h"
#include "core/vault/SlotChange.h"
#include "tests/soak/Checks.h"

namespace rapport::soak {

namespace {

using vault::Protector;

/// Cheap to derive: what is tested is what happens around it.
vault::Kdf leastKdf(domain::RandomSource &random)
{
    vault::Kdf kdf = vault::Kdf::create(random);
    kdf.ops = 1;
    kdf.memKib = vault::Kdf::minMemKib;
    return kdf;
}

vault::SecretBytes passphrase(int number)
{
    QString typed = QStringLiteral("the heron stands in cold water, %1").arg(number);
    return vault::SecretBytes::fromUtf8(typed);
}

bool opensBy(const Scene &scene, int number)
{
    return vault::unlock(*scene.disk, scene.layout, Protector::passphrase(passphrase(number), {}))
        .has_value();
}

/// All cards, by the key of the key store, with both files of keys whole again.
Verdict checkCards(Scene &scene)
{
    const auto opened = openWhole(scene);
    if (!opened)
        return opened.error();
    const auto there = countOf(**opened, "SELECT count(*) FROM card");
    if (there != cardsBefore)
        return bad(true, cardsBefore - static_cast<int>(there), "cards are missing");
    if (vault::test::get(scene.layout.header()) != vault::test::get(scene.layout.headerCopy()))
        return bad(true, 0, "the files of keys differ after opening");
    return bad(true, 0, "");
}

// --- slot change ---------------------------------------------------------------

constexpr int none = -1; ///< instead of a passphrase's number: there is none

/// What the n-th change leads to: a passphrase, another, none, …
int aimOf(int change)
{
    return change % 3 == 2 ? none : change;
}

std::optional<int> changeSlots(Scene &scene, const Acks &acks, int times)
{
    auto keys = scene.unlock();
    if (!keys)
        return codeOf(keys);
    for (int i = 0; i < times; ++i) {
        vault::SlotChange change;
        if (aimOf(i) == none)
            change.remove = {vault::SlotType::Passphrase};
        else
            change.put.push_back(Protector::passphrase(passphrase(i), leastKdf(scene.random)));
        const auto changed = vault::changeSlots(*scene.disk, scene.layout, scene.random, *keys, change);
        if (!changed)
            return codeOf(changed);
        acks.say(QByteArray::number(i));
    }
    return std::nullopt;
}

/// The last change that was answered for holds, or the one after it; and what
/// was taken away by it opens neither of the two files.
Verdict checkSlots(Scene &scene, const QByteArrayList &acks)
{
    const int last = acks.isEmpty() ? none : acks.last().toInt();
    const Verdict cards = checkCards(scene);
    if (!cards.opens || cards.lost != 0 || !cards.why.isEmpty())
        return cards;
    const vault::Inspection found = vault::inspect(*scene.disk, scene.layout);
    const auto isNow = [&](int change) {
        const int aim = change == none ? none : aimOf(change);
        return aim == none ? !found.passphrase : opensBy(scene, aim);
    };
    if (!isNow(last) && !isNow(last + 1))
        return bad(true, 1, "neither the slots that were answered for nor the next ones");
    if (last > 0 && aimOf(last - 1) != none && opensBy(scene, last - 1))
        return bad(true, 0, "a passphrase that was taken away still opens");
    return cards;
}

// --- rekey ---------------------------------------------------------------------

bool prepareRekey(Scene &scene)
{
    auto keys = prepareCards(scene) ? scene.unlock() : tl::unexpected(vault::Error{});
    if (!keys)
        return false;
    vault::SlotChange change;
    change.put.push_back(Protector::passphrase(passphrase(0), leastKdf(scene.random)));
    return vault::changeSlots(*scene.disk, scene.layout, scene.random, *keys, change).has_value();
}

std::optional<int> changeKey(Scene &scene, const Acks &acks, int times)
{
    auto keys = scene.unlock();
    if (!keys)
        return codeOf(keys);
    std::vector<Protector> protectors;
    protectors.push_back(Protector::keychain(vault::test::fixtureKek()));
    protectors.push_back(Protector::passphrase(passphrase(0), leastKdf(scene.random)));
    for (int i = 0; i < times; ++i) {
        auto rekeyed = vault::rekey(*scene.disk, scene.layout, scene.random, std::move(*keys), protectors);
        if (rekeyed.error)
            return codeOf(*rekeyed.error);
        keys = std::move(rekeyed.keys);
        acks.say(QByteArray::number(i));
    }
    return std::nullopt;
}

Verdict checkKey(Scene &scene, const QByteArrayList &)
{
    const Verdict cards = checkCards(scene);
    if (!cards.opens || cards.lost != 0 || !cards.why.isEmpty())
        return cards;
    if (!opensBy(scene, 0))
        return bad(false, 0, "the passphrase does not open it any more");
    const auto file = scene.disk->read(scene.layout.header(), vault::VaultHeader::maxFileSize);
    const auto header = file ? vault::VaultHeader::parse(*file) : tl::unexpected(file.error());
    return bad(true, 0, header && header->generations.size() == 1 ? "" : "two generations after opening");
}

} // namespace

std::vector<Operation> keyOperations()
{
    return {
        {"slot change", true, true, 100, prepareCards, changeSlots, checkSlots},
        {"rekey", true, true, 1200, prepareRekey, changeKey, checkKey},
    };
}

} // namespace rapport::soak
