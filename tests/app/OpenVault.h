// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include "app/Environment.h"
#include "core/domain/Card.h"
#include "core/storage/CardRepository.h"
#include "core/storage/DraftRepository.h"
#include "tests/app/Fakes.h"

namespace rapport::tests {

/// What view models work with: a real encrypted database on a thread of its
/// own, a clock that can be set and seeded chance.
class OpenVault
{
public:
    OpenVault() { open(); }

    /// Opens the file, made first if it is not there.
    void open()
    {
        using storage::Database;
        const QString path = m_folder.filePath(QStringLiteral("rapport.db"));
        const auto opened = database.open<storage::Error>([path] {
            std::array<std::byte, 48> key{};
            key.fill(std::byte{7});
            return Database::open(path, key,
                                  QFile::exists(path) ? Database::Mode::Existing : Database::Mode::Create);
        });
        if (!opened.result())
            qFatal("the test's database did not open: %d", opened.result().error().kind);
    }

    /// From here on every wish is answered with Closed.
    void close() { database.close().waitForFinished(); }

    /// Waits for an answer of the database, for the test alone.
    template<typename T>
    storage::Result<T> ask(std::function<storage::Result<T>(storage::Database &)> work)
    {
        return database.run<T>(std::move(work)).result();
    }

    /// Whatever was asked of the database by now is done, and answered.
    void settle()
    {
        for (int round = 0; round < 3; ++round) {
            database.run<void>([](storage::Database &) { return storage::Result<void>(); }).waitForFinished();
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }

    domain::Card card(const QString &text)
    {
        domain::Card card;
        card.record.created = clock.now();
        card.record.modifiedUtcMs = card.record.created.utcMs;
        card.record.uid = domain::Uid::create(card.record.created.utcMs, chance);
        card.text = text;
        return card;
    }

    /// Stores a card as it is and gives back what was stored.
    domain::Card store(const domain::Card &card)
    {
        return ask<domain::Card>(
                   [card](storage::Database &db) { return storage::CardRepository(db).add(card); })
            .value();
    }
    domain::Card store(const QString &text) { return store(card(text)); }
    domain::Card store(const QString &text, domain::CardState state)
    {
        domain::Card made = card(text);
        made.state = state;
        return store(made);
    }

    QList<domain::Card> storedCards()
    {
        return ask<QList<domain::Card>>(
                   [](storage::Database &db) { return storage::CardRepository(db).all(); })
            .value();
    }

    QString draft(const QString &place)
    {
        return ask<QString>(
                   [place](storage::Database &db) { return storage::DraftRepository(db).text(place); })
            .value();
    }

    void storeDraft(const QString &place, const QString &text)
    {
        const auto stored = ask<void>([place, text](storage::Database &db) {
            return storage::DraftRepository(db).save(place, text, 1);
        });
        if (!stored)
            qFatal("the test's draft was not stored");
    }

    SettableClock clock;
    SeededChance chance;
    storage::DatabaseThread database;
    app::Environment environment{database, clock, chance};

private:
    QTemporaryDir m_folder;
};

} // namespace rapport::tests
