// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/BTree.h"

#include <algorithm>
#include <bit>

namespace rapport::storage::btree {

namespace {

using Bytes = std::span<const std::byte>;

constexpr std::size_t fileHeaderSize = 100; // before the tree of page 1

quint64 bigEndian(Bytes bytes)
{
    quint64 value = 0;
    for (const std::byte byte : bytes)
        value = value << 8 | std::to_integer<quint64>(byte);
    return value;
}

/// Reads forwards and never beyond the end; what is not there is nothing.
class Reader
{
public:
    Reader(Bytes bytes, std::size_t at)
        : m_bytes(bytes)
        , m_at(std::min(at, bytes.size()))
    {}

    std::size_t at() const { return m_at; }
    std::size_t left() const { return m_bytes.size() - m_at; }

    std::optional<Bytes> take(std::size_t size)
    {
        if (size > left())
            return std::nullopt;
        m_at += size;
        return m_bytes.subspan(m_at - size, size);
    }

    std::optional<quint64> number(std::size_t size)
    {
        const auto bytes = take(size);
        return bytes ? std::optional(bigEndian(*bytes)) : std::nullopt;
    }

    /// Seven bits in each byte, the ninth has eight.
    std::optional<quint64> varint()
    {
        quint64 value = 0;
        for (int i = 0; i < 9; ++i) {
            const auto byte = number(1);
            if (!byte)
                return std::nullopt;
            if (i == 8)
                return value << 8 | *byte;
            value = value << 7 | (*byte & 0x7f);
            if ((*byte & 0x80) == 0)
                return value;
        }
        return std::nullopt;
    }

private:
    Bytes m_bytes;
    std::size_t m_at;
};

std::optional<Kind> kindOf(std::byte byte)
{
    for (const Kind kind : {Kind::IndexInterior, Kind::TableInterior, Kind::IndexLeaf, Kind::TableLeaf}) {
        if (std::to_integer<std::uint8_t>(byte) == static_cast<std::uint8_t>(kind))
            return kind;
    }
    return std::nullopt;
}

/// How much of a payload stands in the cell itself.
std::size_t localSize(quint64 payload, bool isTable)
{
    constexpr std::size_t usable = PageImage::usableSize;
    const std::size_t most = isTable ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    if (payload <= most)
        return static_cast<std::size_t>(payload);
    const std::size_t least = (usable - 12) * 32 / 255 - 23;
    const std::size_t wanted = least + static_cast<std::size_t>((payload - least) % (usable - 4));
    return wanted <= most ? wanted : least;
}

/// Follows the chain of pages that hold the rest of a payload.
bool readOverflow(const PageImage &image, quint32 first, std::size_t size, QByteArray &payload)
{
    quint32 next = first;
    for (std::size_t left = size; left > 0;) { // ends: each page takes from it
        const Bytes page = image.page(next);
        if (page.empty())
            return false;
        const std::size_t here = std::min(left, page.size() - 4);
        payload.append(reinterpret_cast<const char *>(page.data() + 4), static_cast<qsizetype>(here));
        next = static_cast<quint32>(bigEndian(page.first(4)));
        left -= here;
    }
    return true;
}

std::optional<QByteArray> readPayload(const PageImage &image, Reader &cell, quint64 size, bool isTable)
{
    // A row is never longer than the file that it stands in.
    if (size > quint64{image.pageCount()} * PageImage::usableSize)
        return std::nullopt;
    const std::size_t local = localSize(size, isTable);
    const auto here = cell.take(local);
    if (!here)
        return std::nullopt;
    QByteArray payload(reinterpret_cast<const char *>(here->data()), static_cast<qsizetype>(local));
    if (size == local)
        return payload;
    const auto first = cell.number(4);
    if (!first ||
        !readOverflow(image, static_cast<quint32>(*first), static_cast<std::size_t>(size) - local, payload))
        return std::nullopt;
    return payload;
}

qint64 signedNumber(Bytes bytes)
{
    const auto unused = static_cast<int>(64 - 8 * bytes.size());
    return static_cast<qint64>(bigEndian(bytes) << unused) >> unused;
}

/// One value by its serial type.
std::optional<QVariant> readValue(quint64 type, Reader &body)
{
    constexpr std::array<std::size_t, 8> sizes{0, 1, 2, 3, 4, 6, 8, 8};
    if (type == 8 || type == 9)
        return QVariant(static_cast<qint64>(type - 8));
    if (type == 10 || type == 11)
        return std::nullopt;
    const quint64 size = type < 8 ? sizes[type] : (type - 12) / 2;
    if (size > body.left())
        return std::nullopt;
    const Bytes bytes = *body.take(static_cast<std::size_t>(size));
    if (type == 0)
        return QVariant();
    if (type < 7)
        return QVariant(signedNumber(bytes));
    if (type == 7)
        return QVariant(std::bit_cast<double>(bigEndian(bytes)));
    const auto *text = reinterpret_cast<const char *>(bytes.data());
    const auto length = static_cast<qsizetype>(bytes.size());
    return type % 2 == 0 ? QVariant(QByteArray(text, length)) : QVariant(QString::fromUtf8(text, length));
}

std::optional<QVariantList> readRecord(const QByteArray &payload)
{
    const Bytes bytes =
        std::as_bytes(std::span(payload.constData(), static_cast<std::size_t>(payload.size())));
    Reader header(bytes, 0);
    const auto headerSize = header.varint();
    if (!headerSize || *headerSize > bytes.size())
        return std::nullopt;
    Reader body(bytes, static_cast<std::size_t>(*headerSize));
    QVariantList values;
    while (header.at() < *headerSize) {
        const auto type = header.varint();
        const auto value = type ? readValue(*type, body) : std::nullopt;
        if (!value)
            return std::nullopt;
        values.append(*value);
    }
    return values;
}

} // namespace

std::optional<Page> readPage(const PageImage &image, quint32 number)
{
    const Bytes bytes = image.page(number);
    Reader header(bytes, number == 1 ? fileHeaderSize : 0);
    const auto first = header.take(1);
    const auto kind = first ? kindOf(first->front()) : std::nullopt;
    if (!kind || !header.take(2))
        return std::nullopt;
    Page page{.kind = *kind, .bytes = bytes, .cells = {}, .children = {}};
    const auto count = header.number(2);
    if (!count || !header.take(3))
        return std::nullopt;
    std::optional<quint64> last;
    if (!page.isLeaf() && !(last = header.number(4)))
        return std::nullopt;
    for (quint64 i = 0; i < *count; ++i) {
        const auto at = header.number(2);
        if (!at || *at >= bytes.size())
            return std::nullopt;
        page.cells.push_back(static_cast<std::size_t>(*at));
        if (!page.isLeaf())
            page.children.push_back(
                static_cast<quint32>(Reader(bytes, page.cells.back()).number(4).value_or(0)));
    }
    if (last)
        page.children.push_back(static_cast<quint32>(*last));
    return page;
}

std::vector<Row> readRows(const PageImage &image, const Page &page)
{
    std::vector<Row> rows;
    if (page.kind == Kind::TableInterior)
        return rows;
    const bool isTable = page.kind == Kind::TableLeaf;
    for (const std::size_t at : page.cells) {
        Reader cell(page.bytes, page.kind == Kind::IndexInterior ? at + 4 : at);
        const auto size = cell.varint();
        const auto id = isTable ? cell.varint() : std::optional<quint64>(0);
        if (!size || !id)
            continue;
        Row row{static_cast<qint64>(*id), std::nullopt};
        if (const auto payload = readPayload(image, cell, *size, isTable))
            row.values = readRecord(*payload);
        rows.push_back(std::move(row));
    }
    return rows;
}

Tree walk(const PageImage &image, quint32 root, bool isTable, std::vector<bool> &reached)
{
    Tree tree;
    std::vector<quint32> open{root};
    while (!open.empty()) {
        const quint32 number = open.back();
        open.pop_back();
        const auto page = readPage(image, number);
        const bool belongs =
            page && (page->kind == Kind::TableLeaf || page->kind == Kind::TableInterior) == isTable;
        if (!belongs || reached[number]) {
            tree.whole = false;
            continue;
        }
        reached[number] = true;
        (page->isLeaf() ? tree.leaves : tree.interiors).push_back(number);
        open.insert(open.end(), page->children.rbegin(), page->children.rend());
    }
    return tree;
}

} // namespace rapport::storage::btree
