// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include <QVariantList>

#include "core/storage/PageImage.h"

// SQLite's trees as far as salvage needs them, after "Database File Format"
// (sqlite.org/fileformat2.html), sections 1.5, 1.6 and 2.1. The pages are what
// we once wrote, since their tags are right; but a tree may lead to pages that
// are gone, so every number is looked at before it is followed.

namespace rapport::storage::btree {

enum class Kind : std::uint8_t { IndexInterior = 2, TableInterior = 5, IndexLeaf = 10, TableLeaf = 13 };

/// A page of a tree; its bytes are the image's.
struct Page
{
    Kind kind = Kind::TableLeaf;
    std::span<const std::byte> bytes;
    std::vector<std::size_t> cells; ///< where each begins
    std::vector<quint32> children;  ///< of an interior page, from left to right

    bool isLeaf() const { return kind == Kind::IndexLeaf || kind == Kind::TableLeaf; }
};

/// Nothing for a page that is bad, not there, or of no tree.
std::optional<Page> readPage(const PageImage &image, quint32 number);

/// A row of a table, or an entry of an index, whose last value is the row's id.
struct Row
{
    qint64 id = 0;                      ///< of a table's row
    std::optional<QVariantList> values; ///< nothing if a page that holds a part of it is bad
};

/// The rows of a table's leaf, or the entries of any page of an index.
std::vector<Row> readRows(const PageImage &image, const Page &page);

/// The pages of one tree that can be reached from its root.
struct Tree
{
    std::vector<quint32> leaves; ///< in the order of their rows
    std::vector<quint32> interiors;
    bool whole = true; ///< no page of it is missing
};

/// Walks a tree of one kind. Marks in `reached` what it goes through, and goes
/// nowhere twice.
Tree walk(const PageImage &image, quint32 root, bool isTable, std::vector<bool> &reached);

} // namespace rapport::storage::btree
