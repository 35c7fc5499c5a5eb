// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include "core/domain/Clock.h"

namespace rapport::domain {

/// A UUID of version 7 (RFC 9562, section 5.7): 48 bits of Unix time in
/// milliseconds, then chance. It names a row in files and exports; the
/// database's own integer row ids never leave the database.
class Uid
{
public:
    /// The nil id, which names nothing.
    Uid() = default;

    /// A new id for something that came to be at the given time.
    static Uid create(qint64 utcMs, RandomSource &random);

    /// Nothing unless the bytes are exactly 16.
    static std::optional<Uid> fromBytes(const QByteArray &bytes);

    /// Nothing unless the text is the usual 36 characters, 8-4-4-4-12.
    static std::optional<Uid> fromString(const QString &text);

    bool isNull() const;
    QByteArray toBytes() const;
    QString toString() const;

    bool operator==(const Uid &) const = default;
    auto operator<=>(const Uid &) const = default;

private:
    std::array<unsigned char, 16> m_bytes{};
};

inline size_t qHash(const Uid &uid, size_t seed = 0)
{
    return ::qHash(uid.toBytes(), seed);
}

} // namespace rapport::domain
