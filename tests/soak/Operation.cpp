// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/soak/Operation.h"

#include <unistd.h>

#include "tests/soak/Checks.h"

namespace rapport::soak {

void Acks::say(const QByteArray &line) const
{
    const QByteArray whole = line + '\n';
    // A pipe takes a short line whole or not at all.
    if (::write(m_descriptor, whole.constData(), static_cast<std::size_t>(whole.size())) != whole.size())
        ::_exit(99);
}

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

/// Opened by the person's own means and found whole; or the verdict that it is not.
tl::expected<std::unique_ptr<storage::Database>, Verdict> openWhole(Scene &scene)
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

const std::vector<Operation> &operations()
{
    static const std::vector<Operation> all = [] {
        std::vector<Operation> every;
        for (const auto &some : {writingOperations(), keyOperations(), backupOperations()})
            every.insert(every.end(), some.begin(), some.end());
        return every;
    }();
    return all;
}

} // namespace rapport::soak
