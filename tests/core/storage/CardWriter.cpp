// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// Adds and edits cards until it is killed, and says on standard output which
// saves were answered for. Started by tst_kill; argument: the vault's file.
#include <cstdio>
#include <random>

#include <QCoreApplication>

#include "core/storage/CardRepository.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport;
using namespace rapport::tests;

namespace {

class SystemRandom : public domain::RandomSource
{
public:
    void fill(std::span<std::byte> bytes) override
    {
        for (std::byte &byte : bytes)
            byte = static_cast<std::byte>(m_device());
    }

private:
    std::random_device m_device;
};

void acknowledge(const char *what, const domain::Uid &uid)
{
    std::printf("%s %s\n", what, qPrintable(uid.toString()));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 2)
        return 2;
    auto database = storage::Database::open(QString::fromLocal8Bit(argv[1]), keyFrom(1),
                                            storage::Database::Mode::Existing);
    if (!database)
        return 3;
    storage::CardRepository cards(**database);
    SystemRandom random;
    for (int i = 0;; ++i) {
        domain::Card card;
        card.record.created = momentAt(i);
        card.record.uid = domain::Uid::create(card.record.created.utcMs, random);
        card.text = QStringLiteral("card %1").arg(i);
        const auto added = cards.add(card);
        if (!added)
            return 4;
        acknowledge("added", card.record.uid);
        card.text = QStringLiteral("edited %1").arg(i);
        if (!cards.update(card, momentAt(i + 1)))
            return 5;
        acknowledge("edited", card.record.uid);
    }
}
