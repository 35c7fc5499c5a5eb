// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/SessionMarks.h"

#include "core/storage/DraftRepository.h"

namespace rapport::app {

using storage::Result;

namespace {

// The settings' names, as they stand in the vault.
const auto goingInName = QStringLiteral("session.going-in");
const auto doneName = QStringLiteral("session.after-done");
const auto laterName = QStringLiteral("session.after-later"); // "KEY DAY"

} // namespace

QString keyOf(const domain::Session &session)
{
    return session.record.uid.toString() + u'@' + QString::number(session.utcMs());
}

Result<SessionMarks> readMarks(storage::Database &database)
{
    const storage::SettingRepository settings(database);
    const auto goingIn = settings.value(goingInName);
    const auto done = settings.value(doneName);
    const auto later = settings.value(laterName);
    for (const auto *value : {&goingIn, &done, &later}) {
        if (!*value)
            return tl::unexpected(value->error());
    }
    const qsizetype space = later->indexOf(u' ');
    return SessionMarks{*goingIn, *done, later->left(space), later->mid(space + 1).toInt()};
}

Result<void> saveMarks(storage::Database &database, const SessionMarks &marks)
{
    storage::SettingRepository settings(database);
    const QString later =
        marks.later.isEmpty() ? QString() : marks.later + u' ' + QString::number(marks.laterDay);
    if (auto saved = settings.save(goingInName, marks.goingIn); !saved)
        return saved;
    if (auto saved = settings.save(doneName, marks.done); !saved)
        return saved;
    return settings.save(laterName, later);
}

} // namespace rapport::app
