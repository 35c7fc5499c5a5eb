// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// Torments of files that lie still: bits that turn, ends that are cut off,
// keys that are wrong.

#include <array>
#include <random>

#include <QTemporaryDir>

#include "tests/soak/Torments.h"

namespace rapport::soak {

namespace {

constexpr qint64 pageSize = 4096;

/// A scene with forty cards; where it cannot be made, the report says so.
struct Still
{
    QTemporaryDir folder;
    Scene scene{folder.path()};
    QByteArray header;
    QByteArray database;
    QJsonObject rows;
    bool isGood = false;

    explicit Still(Report &report)
    {
        const Operation &add = operations().front();
        isGood = add.prepare(scene);
        if (const auto opened = scene.open(); isGood && opened)
            rows = vault::test::everyRow(**opened).value_or(QJsonObject());
        header = vault::test::get(scene.layout.header());
        database = vault::test::get(scene.layout.database());
        isGood = isGood && !rows.isEmpty();
        if (!isGood)
            report.complain("there is nothing to damage");
    }
};

/// One byte in its place: a file that is written anew is synced by some file
/// systems, and that takes half a minute for a header.
bool putAt(const QString &path, qint64 offset, char byte)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(offset) && file.write(&byte, 1) == 1;
}

/// What a damaged database is taken for, with `content` now in its file.
void look(const Still &still, const QByteArray &content, const QByteArray &where, Report &report)
{
    const auto opened = still.scene.open();
    const auto rows = opened ? vault::test::everyRow(**opened) : tl::unexpected(storage::Error{});
    const bool same = rows && *rows == still.rows;
    const bool whole = opened && (*opened)->verify();
    report.count("damages");
    report.count("seen in opening", opened ? 0 : 1);
    report.count("seen in reading", opened && !rows ? 1 : 0);
    report.count("seen by verify alone", rows && !whole ? 1 : 0);
    // A salt, which the key brings with it, or bytes that no page uses.
    report.count("without effect", same && whole ? 1 : 0);
    report.mustBeZero("undetected", !same && whole ? 1 : 0);
    // What a person would see without anybody having checked.
    report.count("rows missing without an error before verify", rows && !same ? 1 : 0);
    if (!same && whole)
        report.complain(where + ": neither an error nor all rows");
    const bool untouched = vault::test::get(still.scene.layout.database()) == content;
    report.mustBeZero("changed by looking", untouched ? 0 : 1);
}

} // namespace

void flipHeader(const Part &bits, Report &report)
{
    const Still still(report);
    if (!still.isGood)
        return;
    const QString first = still.scene.layout.header();
    const QString second = still.scene.layout.headerCopy();
    const qint64 all = still.header.size() * 8;
    for (qint64 bit = bits.from; bit < std::min<qint64>(all, bits.from + bits.count); bit += bits.step) {
        const char good = still.header[bit / 8];
        const char flipped = static_cast<char>(good ^ (1 << (bit % 8)));
        const bool put = putAt(first, bit / 8, flipped) && putAt(second, bit / 8, flipped);
        const bool taken = still.scene.unlock().has_value();
        const bool back = putAt(second, bit / 8, good);
        const auto rescued = still.scene.unlock();
        const bool whole = putAt(first, bit / 8, good);
        if (!put || !back || !whole)
            return report.complain("the header cannot be changed");
        report.count("bits");
        report.mustBeZero("undetected", taken ? 1 : 0);
        report.mustBeZero("not rescued by the copy",
                          rescued || rescued.error().kind == vault::Error::NewerVersion ? 0 : 1);
    }
    for (qsizetype size = 0; bits.from == 0 && size < still.header.size(); size += bits.step) {
        vault::test::put(first, still.header.first(size));
        vault::test::put(second, still.header.first(size));
        report.count("lengths");
        report.mustBeZero("undetected", still.scene.unlock() ? 1 : 0);
        vault::test::put(second, still.header);
        report.mustBeZero("not rescued by the copy", still.scene.unlock() ? 0 : 1);
    }
}

void flipPages(const Part &pages, Report &report)
{
    const Still still(report);
    if (!still.isGood)
        return;
    constexpr int inEach = 8;
    const qint64 all = still.database.size() / pageSize;
    const QString path = still.scene.layout.database();
    for (qint64 page = pages.from; page < std::min<qint64>(all, pages.from + pages.count);
         page += pages.step) {
        std::mt19937 chance(static_cast<unsigned>(page));
        for (int i = 0; i < inEach; ++i) {
            // One of them in the first bytes, one in the tag at the end.
            const auto below = [&](qint64 limit) { return static_cast<qint64>(chance()) % limit; };
            const qint64 within = i == 0 ? below(16) : i == 1 ? pageSize - 1 - below(80) : below(pageSize);
            const qint64 at = page * pageSize + within;
            const char good = still.database[at];
            QByteArray content = still.database;
            content[at] = static_cast<char>(good ^ (1 << (chance() % 8)));
            const bool put = putAt(path, at, content[at]);
            look(still, content, "byte " + QByteArray::number(at), report);
            if (!put || !putAt(path, at, good))
                return report.complain("the database cannot be changed");
        }
        report.count("pages");
    }
}

void cutDatabase(const Part &pages, Report &report)
{
    const Still still(report);
    if (!still.isGood)
        return;
    const qint64 all = still.database.size() / pageSize;
    for (qint64 page = pages.from; page <= std::min<qint64>(all, pages.from + pages.count - 1);
         page += pages.step) {
        for (const qint64 size : {page * pageSize - 1, page * pageSize, page * pageSize + 1}) {
            if (size < 0 || size == still.database.size())
                continue;
            QByteArray content = still.database.first(std::min<qint64>(size, still.database.size()));
            content.resize(size, '\0');
            vault::test::put(still.scene.layout.database(), content);
            look(still, content, "a length of " + QByteArray::number(size), report);
        }
        report.count("boundaries");
    }
}

void wrongKeys(const Part &tries, Report &report)
{
    Still still(report);
    if (!still.isGood)
        return;
    Scene &scene = still.scene;
    std::mt19937_64 chance(static_cast<quint64>(tries.from));
    const auto fill = [&](std::span<std::byte> bytes) {
        std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<std::byte>(chance() & 0xff); });
    };
    vault::SecretBytes kek(32);
    vault::Keys keys;
    keys.raw.emplace_back(48U);
    for (int i = 0; i < tries.count; ++i) {
        fill(kek.bytes());
        fill(keys.raw.front().bytes());
        report.count("keys of the header");
        report.mustBeZero("opened",
                          vault::unlock(*scene.disk, scene.layout, vault::test::byKek(kek)) ? 1 : 0);
        report.count("keys of the database");
        report.mustBeZero("opened", vault::openDatabase(*scene.disk, scene.layout, keys) ? 1 : 0);
    }
    const bool same = vault::test::get(scene.layout.header()) == still.header &&
                      vault::test::get(scene.layout.headerCopy()) == still.header &&
                      vault::test::get(scene.layout.database()) == still.database &&
                      QDir(scene.layout.vault()).entryList(QDir::Files | QDir::Hidden).size() == 3;
    report.mustBeZero("files changed", same ? 0 : 1);
    report.mustBeZero("right key refused", scene.open() ? 0 : 1);
}

} // namespace rapport::soak
