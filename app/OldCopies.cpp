// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/OldCopies.h"

#include <utility>

namespace rapport::app {

OldCopies::OldCopies(const VaultDoor &door, StepUp &stepUp, QObject *parent)
    : QObject(parent)
    , m_door(door)
    , m_stepUp(stepUp)
{}

OldCopies::~OldCopies()
{
    m_door.parts.worker.wait();
}

QStringList OldCopies::lines() const
{
    QStringList lines;
    if (m_copies.setAside > 0)
        lines << tr("Notes from before a back-up was restored. They go by themselves after 30 days.");
    if (m_copies.damaged)
        lines << tr("Damaged files, kept for whoever might repair them. They stay until they are deleted.");
    return lines;
}

void OldCopies::look()
{
    using Found = vault::Result<vault::OldCopies>;
    m_door.parts.worker.run<Found>(
        this, [parts = m_door.parts] { return vault::oldCopies(parts.disk, parts.layout); },
        [this](const Found &found) { hear(found); });
}

void OldCopies::hear(const vault::Result<vault::OldCopies> &found)
{
    if (m_state == Removing)
        return;
    m_copies = found.value_or(vault::OldCopies());
    m_state = !found ? Unknown : m_copies.any() ? There : None;
    Q_EMIT changed();
}

void OldCopies::remove()
{
    if (m_state == Removing || !m_stepUp.keys())
        return;
    m_stepUp.forget(); // once for each time
    m_state = Removing;
    m_problem.clear();
    Q_EMIT changed();
    struct Ended
    {
        vault::RemovedCopies removed;
        vault::Result<vault::OldCopies> left;
    };
    m_door.parts.worker.run<Ended>(
        this,
        [parts = m_door.parts]() -> Ended {
            auto gone = vault::removeOldCopies(parts.disk, parts.layout);
            return {std::move(gone), vault::oldCopies(parts.disk, parts.layout)};
        },
        [this](const Ended &ended) {
            m_state = Unknown;
            hear(ended.left);
            for (const domain::Uid &id : ended.removed.vaults)
                m_door.parts.keyStore.remove(vault::keyStoreName(id), this,
                                             [](platform::KeyStore::Result) {});
            if (ended.removed.all && m_state == None) {
                Q_EMIT removed();
                return;
            }
            m_problem = tr("Not all of it could be deleted: the disk did not let Rapport. Your notes are not "
                           "among it. Please try again.");
            Q_EMIT changed();
        });
}

} // namespace rapport::app
