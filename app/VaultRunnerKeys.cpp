// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// Of VaultRunner: what goes for good, and the keys that go with it.
#include "app/VaultRunner.h"

#include "core/vault/Erasing.h"
#include "core/vault/Restore.h"

namespace rapport::app {

using platform::KeyStore;
using vault::Epoch;

void VaultRunner::tidyUp()
{
    m_tidied = true; // once: later on something may be staged
    using Ids = std::shared_ptr<std::vector<domain::Uid>>;
    m_parts.worker.run<Ids>(
        this,
        [this]() -> Ids {
            // What does not go stays for the next start; nobody is kept out for it.
            auto removed = vault::tidyUp(m_parts.disk, m_parts.layout, m_parts.clock);
            return std::make_shared<std::vector<domain::Uid>>(
                std::move(removed).value_or(Ids::element_type{}));
        },
        [this](const Ids &ids) {
            for (const domain::Uid &id : *ids)
                m_parts.keyStore.remove(vault::keyStoreName(id), this, [](KeyStore::Result) {});
        });
    forgetKeys([] {});
}

/// Those of vaults that were deleted, by an app that was killed over it, too.
void VaultRunner::forgetKeys(const std::function<void()> &done)
{
    using Ids = std::shared_ptr<std::vector<domain::Uid>>;
    m_parts.worker.run<Ids>(
        this,
        [this] {
            return std::make_shared<std::vector<domain::Uid>>(
                vault::keysToForget(m_parts.disk, m_parts.layout));
        },
        [this, done](const Ids &ids) {
            struct Left
            {
                std::size_t unanswered = 0;
                bool all = true;
            };
            const auto left = std::make_shared<Left>(Left{ids->size()});
            for (const domain::Uid &id : *ids) {
                m_parts.keyStore.remove(vault::keyStoreName(id), this,
                                        [this, left, done](KeyStore::Result result) {
                                            left->all = left->all && result == KeyStore::Result::Ok;
                                            if (--left->unanswered > 0)
                                                return;
                                            if (left->all)
                                                forgetMark();
                                            done();
                                        });
            }
            if (ids->empty())
                done();
        });
}

void VaultRunner::forgetMark()
{
    m_parts.worker.run<bool>(
        this, [this] { return vault::forgetKeysToForget(m_parts.disk, m_parts.layout).has_value(); },
        [](bool) {});
}

void VaultRunner::removeKey(Epoch epoch, const domain::Uid &vaultId)
{
    // Without its files it opens nothing, so a key store that refuses is no
    // reason to stop.
    m_parts.keyStore.remove(vault::keyStoreName(vaultId), this, [this, epoch](KeyStore::Result) {
        // Those of vaults that were set aside, and this one's again: there the mark goes.
        forgetKeys([this, epoch] { Q_EMIT happened(vault::event::KeyRemoved{epoch}); });
    });
}

} // namespace rapport::app
