// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/NoteRepository.h"

#include <QHash>

#include "core/storage/RecordColumns.h"
#include "core/storage/Statement.h"

namespace rapport::storage {

using domain::Moment;
using domain::Note;
using domain::NoteLine;
using domain::Share;
using domain::Uid;

namespace {

QVariant uidValue(const std::optional<Uid> &uid)
{
    return uid ? QVariant(uid->toBytes()) : QVariant();
}

std::optional<Uid> readUid(const QSqlQuery &query, int column)
{
    return query.isNull(column) ? std::nullopt : Uid::fromBytes(query.value(column).toByteArray());
}

Result<qint64> readId(const QSqlQuery &query)
{
    return query.value(0).toLongLong();
}

/// The row id of a note that is not deleted.
Result<qint64> idOf(const Database &database, const Uid &note)
{
    return first(database, QStringLiteral("SELECT id FROM note WHERE uid = ? AND deleted_at IS NULL"),
                 {note.toBytes()}, readId);
}

Result<void> addLines(const Database &database, qint64 note, const QList<NoteLine> &lines)
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const NoteLine &line = lines.at(i);
        const auto added = execute(
            database,
            QStringLiteral("INSERT INTO note_line (note, line, section, heading, text, source, own_words) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?)"),
            {note, i, static_cast<int>(line.section), textValue(line.heading), textValue(line.text),
             uidValue(line.source), line.ownWords ? 1 : 0});
        if (!added)
            return added;
    }
    return {};
}

Result<void> addShareRow(const Database &database, qint64 note, const Share &share)
{
    return execute(database,
                   QStringLiteral("INSERT INTO share (%1, note, way, shared_with, content) "
                                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                       .arg(QLatin1String(recordColumns)),
                   recordValues(share.record) + QVariantList{note, static_cast<int>(share.way),
                                                             textValue(share.with),
                                                             textValue(share.content)});
}

Result<NoteLine> readLine(const QSqlQuery &query)
{
    NoteLine line;
    line.section = static_cast<domain::NoteSection>(query.value(1).toInt());
    line.heading = query.value(2).toString();
    line.text = query.value(3).toString();
    line.source = readUid(query, 4);
    line.ownWords = query.value(5).toInt() != 0;
    return line;
}

using NumberedLine = std::pair<qint64, NoteLine>;

Result<NumberedLine> readNumberedLine(const QSqlQuery &query)
{
    return readLine(query).map([&](const NoteLine &line) {
        return NumberedLine{query.value(0).toLongLong(), line};
    });
}

/// The lines of all notes that are not deleted, by the note's row id.
Result<QHash<qint64, QList<NoteLine>>> linesByNote(const Database &database)
{
    const auto rows = collect(
        database,
        QStringLiteral("SELECT note_line.note, section, heading, text, source, own_words FROM note_line "
                       "JOIN note ON note.id = note_line.note WHERE note.deleted_at IS NULL "
                       "ORDER BY note_line.note, line"),
        {}, readNumberedLine);
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<qint64, QList<NoteLine>> lines;
    for (const auto &[note, line] : *rows)
        lines[note].append(line);
    return lines;
}

/// Sets or clears the deletion of a note and of the ledger entries that go with it.
Result<void> markDeleted(const Database &database, const Uid &uid, std::optional<qint64> before,
                         std::optional<qint64> after, qint64 modifiedUtcMs)
{
    const QVariantList values{optionalValue(after), modifiedUtcMs, uid.toBytes(), optionalValue(before)};
    const auto ledger =
        execute(database,
                QStringLiteral("UPDATE share SET deleted_at = ?, modified_utc_ms = ? WHERE note = "
                               "(SELECT id FROM note WHERE uid = ?) AND deleted_at IS ?"),
                values);
    if (!ledger)
        return ledger;
    const auto note =
        change(database,
               QStringLiteral(
                   "UPDATE note SET deleted_at = ?, modified_utc_ms = ? WHERE uid = ? AND deleted_at IS ?"),
               values);
    if (!note)
        return tl::unexpected(note.error());
    if (*note == 0)
        return tl::unexpected(Error{Error::NotFound});
    return {};
}

} // namespace

NoteRepository::NoteRepository(Database &database)
    : m_database(database)
{}

Result<void> NoteRepository::add(const Note &note, const Share &share)
{
    if (note.record.uid.isNull() || share.record.uid.isNull() || share.note != note.record.uid)
        return tl::unexpected(Error{Error::Refused});
    return inTransaction(m_database, [&]() -> Result<void> {
        const auto id = insert(m_database,
                               QStringLiteral("INSERT INTO note (%1, session) VALUES (?, ?, ?, ?, ?, ?, ?, "
                                              "(SELECT id FROM session WHERE uid = ?))")
                                   .arg(QLatin1String(recordColumns)),
                               recordValues(note.record) + QVariantList{uidValue(note.session)});
        if (!id)
            return tl::unexpected(id.error());
        if (const auto added = addLines(m_database, *id, note.lines); !added)
            return added;
        return addShareRow(m_database, *id, share);
    });
}

Result<void> NoteRepository::addShare(const Share &share)
{
    if (share.record.uid.isNull())
        return tl::unexpected(Error{Error::Refused});
    return inTransaction(m_database, [&]() -> Result<void> {
        const auto note = idOf(m_database, share.note);
        if (!note)
            return tl::unexpected(note.error());
        return addShareRow(m_database, *note, share);
    });
}

Result<void> NoteRepository::withdraw(const Uid &share)
{
    return inTransaction(m_database, [&]() -> Result<void> {
        const auto note = first(m_database, QStringLiteral("SELECT note FROM share WHERE uid = ?"),
                                {share.toBytes()}, readId);
        if (!note)
            return tl::unexpected(note.error());
        // What is alive is never deleted outright, so that a slip of ours
        // cannot lose words; this was never shared, and is marked first.
        for (const char *step :
             {"UPDATE share SET deleted_at = 0 WHERE uid = ?1", "DELETE FROM share WHERE uid = ?1"}) {
            if (const auto done = execute(m_database, QLatin1String(step), {share.toBytes()}); !done)
                return done;
        }
        for (const char *step : {"UPDATE note SET deleted_at = 0 WHERE id = ?1 AND NOT EXISTS "
                                 "(SELECT 1 FROM share WHERE share.note = ?1)",
                                 "DELETE FROM note WHERE id = ?1 AND deleted_at = 0"}) {
            if (const auto done = execute(m_database, QLatin1String(step), {*note}); !done)
                return done;
        }
        return {};
    });
}

Result<QList<Note>> NoteRepository::all() const
{
    const auto lines = linesByNote(m_database);
    if (!lines)
        return tl::unexpected(lines.error());
    const auto readNote = [&](const QSqlQuery &query) -> Result<Note> {
        const auto record = readRecord(query);
        if (!record)
            return tl::unexpected(record.error());
        return Note{*record, readUid(query, recordColumnCount),
                    lines->value(query.value(recordColumnCount + 1).toLongLong())};
    };
    return collect(
        m_database,
        QStringLiteral("SELECT %1, (SELECT session.uid FROM session WHERE session.id = note.session), "
                       "note.id FROM note WHERE deleted_at IS NULL "
                       "ORDER BY created_utc_ms DESC, note.id DESC")
            .arg(QLatin1String(recordColumns)),
        {}, readNote);
}

Result<QList<Share>> NoteRepository::shares(const Uid &note) const
{
    const auto readShare = [&](const QSqlQuery &query) -> Result<Share> {
        const auto record = readRecord(query);
        if (!record)
            return tl::unexpected(record.error());
        constexpr int own = recordColumnCount;
        return Share{*record, note, static_cast<domain::ShareWay>(query.value(own).toInt()),
                     query.value(own + 1).toString(), query.value(own + 2).toString()};
    };
    return collect(
        m_database,
        QStringLiteral("SELECT %1, way, shared_with, content FROM share WHERE deleted_at IS NULL AND "
                       "note = (SELECT note.id FROM note WHERE note.uid = ?) "
                       "ORDER BY created_utc_ms, share.id")
            .arg(QLatin1String(recordColumns)),
        {note.toBytes()}, readShare);
}

Result<void> NoteRepository::remove(const Uid &uid, const Moment &when)
{
    return inTransaction(m_database,
                         [&] { return markDeleted(m_database, uid, std::nullopt, when.utcMs, when.utcMs); });
}

Result<void> NoteRepository::restore(const Uid &uid, const Moment &when)
{
    return inTransaction(m_database, [&]() -> Result<void> {
        const auto deletedAt =
            first(m_database,
                  QStringLiteral("SELECT deleted_at FROM note WHERE uid = ? AND deleted_at IS NOT NULL"),
                  {uid.toBytes()}, readId);
        if (!deletedAt)
            return tl::unexpected(deletedAt.error());
        return markDeleted(m_database, uid, *deletedAt, std::nullopt, when.utcMs);
    });
}

Result<int> NoteRepository::purge(qint64 deletedBeforeUtcMs)
{
    // Lines and ledger entries go with their note, by the schema's own rules.
    return change(m_database, QStringLiteral("DELETE FROM note WHERE deleted_at < ?"), {deletedBeforeUtcMs});
}

} // namespace rapport::storage
