// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/domain/Uid.h"

#include <algorithm>
#include <cstring>

#include <QUuid>

namespace rapport::domain {

Uid Uid::create(qint64 utcMs, RandomSource &random)
{
    Uid uid;
    random.fill(std::as_writable_bytes(std::span(uid.m_bytes)));
    const auto time = static_cast<quint64>(std::max<qint64>(utcMs, 0));
    for (size_t i = 0; i < 6; ++i)
        uid.m_bytes[i] = static_cast<unsigned char>(time >> (8 * (5 - i)));
    uid.m_bytes[6] = static_cast<unsigned char>((uid.m_bytes[6] & 0x0f) | 0x70); // version 7
    uid.m_bytes[8] = static_cast<unsigned char>((uid.m_bytes[8] & 0x3f) | 0x80); // variant of RFC 9562
    return uid;
}

std::optional<Uid> Uid::fromBytes(const QByteArray &bytes)
{
    if (bytes.size() != 16)
        return std::nullopt;
    Uid uid;
    std::memcpy(uid.m_bytes.data(), bytes.constData(), uid.m_bytes.size());
    return uid;
}

std::optional<Uid> Uid::fromString(const QString &text)
{
    if (text.size() != 36)
        return std::nullopt;
    const QUuid uuid = QUuid::fromString(text);
    const QByteArray bytes = uuid.toRfc4122();
    if (uuid.isNull() && text != Uid().toString())
        return std::nullopt;
    return fromBytes(bytes);
}

bool Uid::isNull() const
{
    return std::all_of(m_bytes.begin(), m_bytes.end(), [](unsigned char byte) { return byte == 0; });
}

QByteArray Uid::toBytes() const
{
    return QByteArray(reinterpret_cast<const char *>(m_bytes.data()), static_cast<qsizetype>(m_bytes.size()));
}

QString Uid::toString() const
{
    return QUuid::fromRfc4122(toBytes()).toString(QUuid::WithoutBraces);
}

} // namespace rapport::domain
