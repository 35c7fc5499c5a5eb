// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/soak/Scene.h"

namespace rapport::soak {

vault::Result<vault::Keys> Scene::create()
{
    const auto founding = vault::prepareFounding(vault::test::FixedClock(), random);
    if (!founding)
        return tl::unexpected(founding.error());
    return vault::create(*disk, layout, random, founding->vaultId,
                         vault::Protector::keychain(vault::test::fixtureKek()));
}

vault::Result<vault::Keys> Scene::unlock() const
{
    return vault::unlock(*disk, layout, vault::Protector::keychain(vault::test::fixtureKek()));
}

vault::Result<std::unique_ptr<storage::Database>> Scene::open() const
{
    const auto keys = unlock();
    if (!keys)
        return tl::unexpected(keys.error());
    return vault::openDatabase(*disk, layout, *keys);
}

domain::Card cardOf(const QString &text, qint64 minute, domain::RandomSource &random)
{
    domain::Card card;
    card.record.created = {1'772'438'400'000 + minute * 60'000, 60};
    card.record.modifiedUtcMs = card.record.created.utcMs;
    card.record.uid = domain::Uid::create(card.record.created.utcMs, random);
    card.text = text;
    return card;
}

} // namespace rapport::soak
