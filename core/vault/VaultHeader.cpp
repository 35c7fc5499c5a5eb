// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/VaultHeader.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rapport::vault {

namespace {

constexpr qint64 maxId = std::numeric_limits<std::int32_t>::max();
constexpr qint64 maxWhole = (qint64{1} << 53) - 1; // what every JSON reader keeps exactly

const QLatin1String argon2idName{"argon2id"};

struct TypeName
{
    SlotType type;
    QLatin1String name;
};
constexpr std::array typeNames{TypeName{SlotType::Keychain, QLatin1String("keychain")},
                               TypeName{SlotType::Passphrase, QLatin1String("passphrase")},
                               TypeName{SlotType::Recovery, QLatin1String("recovery")},
                               TypeName{SlotType::Pin, QLatin1String("pin")},
                               TypeName{SlotType::Biometric, QLatin1String("biometric")}};

struct StateName
{
    Generation::State state;
    QLatin1String name;
};
constexpr std::array stateNames{StateName{Generation::State::Active, QLatin1String("active")},
                                StateName{Generation::State::Incoming, QLatin1String("incoming")}};

tl::unexpected<Error> damaged()
{
    return tl::unexpected(Error{Error::HeaderDamaged});
}

template<std::size_t N>
QString base64(const std::array<std::byte, N> &bytes)
{
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(bytes.data()), N).toBase64());
}

/// Exactly as many bytes as expected, or nothing.
std::optional<QByteArray> bytesOf(const QJsonValue &value, qsizetype expected)
{
    const QString text = value.toString();
    if (text.size() != (expected + 2) / 3 * 4)
        return std::nullopt;
    auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != expected)
        return std::nullopt;
    return std::move(decoded.decoded);
}

template<std::size_t N>
bool readBytes(const QJsonValue &value, std::array<std::byte, N> &out)
{
    const auto bytes = bytesOf(value, N);
    if (bytes)
        std::memcpy(out.data(), bytes->constData(), N);
    return bytes.has_value();
}

/// A whole number within bounds, or nothing.
template<typename T>
bool readWhole(const QJsonValue &value, qint64 least, qint64 most, T &out)
{
    const qint64 whole = value.toInteger(least - 1);
    if (whole < least || whole > most)
        return false;
    out = static_cast<T>(whole);
    return true;
}

bool readKdf(const QJsonValue &value, Slot &slot)
{
    if (value.isNull() != !hasKdf(slot.type))
        return false;
    if (value.isNull())
        return true;
    const QJsonObject object = value.toObject();
    Kdf kdf;
    if (object.value(QLatin1String("alg")).toString() != argon2idName ||
        !readWhole(object.value(QLatin1String("ops")), 1, Kdf::maxOps, kdf.ops) ||
        !readWhole(object.value(QLatin1String("mem")), Kdf::minMemKib, Kdf::maxMemKib, kdf.memKib) ||
        !readBytes(object.value(QLatin1String("salt")), kdf.salt))
        return false;
    slot.kdf = kdf;
    return true;
}

bool readSlot(const QJsonObject &object, Slot &slot)
{
    const QString type = object.value(QLatin1String("type")).toString();
    const auto known = std::find_if(typeNames.begin(), typeNames.end(),
                                    [&](const TypeName &entry) { return entry.name == type; });
    if (known == typeNames.end())
        return false;
    slot.type = known->type;
    return readWhole(object.value(QLatin1String("id")), 1, maxId, slot.id) &&
           readWhole(object.value(QLatin1String("gen")), 1, maxId, slot.gen) &&
           readKdf(object.value(QLatin1String("kdf")), slot) &&
           readBytes(object.value(QLatin1String("nonce")), slot.nonce) &&
           readBytes(object.value(QLatin1String("wrapped")), slot.wrapped);
}

bool readGeneration(const QJsonObject &object, Generation &generation)
{
    const QString state = object.value(QLatin1String("state")).toString();
    const auto known = std::find_if(stateNames.begin(), stateNames.end(),
                                    [&](const StateName &entry) { return entry.name == state; });
    if (known == stateNames.end())
        return false;
    generation.state = known->state;
    return readWhole(object.value(QLatin1String("id")), 1, maxId, generation.id) &&
           readBytes(object.value(QLatin1String("db_salt")), generation.dbSalt);
}

bool readMacs(const QJsonValue &value, VaultHeader &header)
{
    const auto bytes = bytesOf(value, static_cast<qsizetype>(header.generations.size() * 32));
    if (!bytes)
        return false;
    header.macs.resize(header.generations.size());
    for (std::size_t i = 0; i < header.macs.size(); ++i)
        std::memcpy(header.macs[i].data(), bytes->constData() + 32 * i, 32);
    return true;
}

/// A list of objects whose length is looked at before any room is made for it.
template<typename T, typename Read>
bool readList(const QJsonValue &value, std::size_t most, std::vector<T> &out, Read read)
{
    const QJsonArray array = value.toArray();
    if (array.isEmpty() || array.size() > static_cast<qsizetype>(most))
        return false;
    for (const auto &element : array) {
        T item;
        if (!read(element.toObject(), item))
            return false;
        out.push_back(item);
    }
    return true;
}

bool generationsAreSound(const VaultHeader &header)
{
    const auto &all = header.generations;
    if (all.front().state != Generation::State::Active)
        return false;
    // The incoming one is the younger, so two are the active, then the incoming.
    return all.size() == 1 || (all[1].state == Generation::State::Incoming && all[1].id > all[0].id);
}

bool slotsAreSound(const VaultHeader &header)
{
    const auto &all = header.keySlots;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!header.generation(all[i].gen) || (i > 0 && all[i].id <= all[i - 1].id))
            return false;
        for (std::size_t j = 0; j < i; ++j) {
            if (all[j].type == all[i].type && all[j].gen == all[i].gen)
                return false;
        }
    }
    return std::all_of(header.generations.begin(), header.generations.end(),
                       [&](const Generation &generation) {
                           return std::any_of(all.begin(), all.end(),
                                              [&](const Slot &slot) { return slot.gen == generation.id; });
                       });
}

QJsonObject toJson(const Generation &generation)
{
    const auto state = std::find_if(stateNames.begin(), stateNames.end(),
                                    [&](const StateName &entry) { return entry.state == generation.state; });
    return {{QLatin1String("id"), qint64{generation.id}},
            {QLatin1String("db_salt"), base64(generation.dbSalt)},
            {QLatin1String("state"), state->name}};
}

QJsonObject toJson(const Slot &slot)
{
    const auto type = std::find_if(typeNames.begin(), typeNames.end(),
                                   [&](const TypeName &entry) { return entry.type == slot.type; });
    QJsonValue kdf(QJsonValue::Null);
    if (slot.kdf)
        kdf = QJsonObject{{QLatin1String("alg"), argon2idName},
                          {QLatin1String("ops"), qint64{slot.kdf->ops}},
                          {QLatin1String("mem"), qint64{slot.kdf->memKib}},
                          {QLatin1String("salt"), base64(slot.kdf->salt)}};
    return {{QLatin1String("id"), qint64{slot.id}},       {QLatin1String("type"), type->name},
            {QLatin1String("gen"), qint64{slot.gen}},     {QLatin1String("kdf"), kdf},
            {QLatin1String("nonce"), base64(slot.nonce)}, {QLatin1String("wrapped"), base64(slot.wrapped)}};
}

/// NewerVersion goes before every other judgement: what a later format looks
/// like is not known here, and its files must be left alone.
Result<void> checkVersion(const QJsonObject &object)
{
    for (const QLatin1String name : {QLatin1String("format"), QLatin1String("min_reader")}) {
        if (object.value(name).toInteger(0) > VaultHeader::format)
            return tl::unexpected(Error{Error::NewerVersion});
    }
    for (const QLatin1String name : {QLatin1String("format"), QLatin1String("min_reader")}) {
        if (object.value(name).toInteger(0) != VaultHeader::format)
            return damaged();
    }
    return {};
}

} // namespace

bool hasKdf(SlotType type)
{
    return type == SlotType::Passphrase || type == SlotType::Recovery || type == SlotType::Pin;
}

Result<VaultHeader> VaultHeader::parse(const QByteArray &file)
{
    if (file.size() > maxFileSize)
        return damaged();
    const QJsonObject object = QJsonDocument::fromJson(file).object();
    if (const auto version = checkVersion(object); !version)
        return tl::unexpected(version.error());

    VaultHeader header;
    const auto id = domain::Uid::fromString(object.value(QLatin1String("vault_id")).toString());
    if (!id || id->isNull())
        return damaged();
    header.vaultId = *id;
    if (!readWhole(object.value(QLatin1String("seq")), 1, maxWhole, header.seq) ||
        !readList(object.value(QLatin1String("generations")), 2, header.generations, readGeneration) ||
        !readList(object.value(QLatin1String("slots")), maxSlots, header.keySlots, readSlot) ||
        !readMacs(object.value(QLatin1String("mac")), header))
        return damaged();
    if (!generationsAreSound(header) || !slotsAreSound(header))
        return damaged();
    // One content has one spelling. This finds members that are unknown or
    // there twice, white space, escapes, and stray bits at the end of base64.
    if (header.serialise() != file)
        return damaged();
    return header;
}

QByteArray VaultHeader::serialise() const
{
    QJsonArray generationList;
    for (const Generation &generation : generations)
        generationList.append(toJson(generation));
    QJsonArray slotList;
    for (const Slot &slot : keySlots)
        slotList.append(toJson(slot));
    QByteArray tags;
    for (const auto &mac : macs)
        tags.append(reinterpret_cast<const char *>(mac.data()), static_cast<qsizetype>(mac.size()));

    // Qt keeps an object's members sorted by their UTF-16 units, as RFC 8785 asks.
    const QJsonObject object{{QLatin1String("format"), format},
                             {QLatin1String("min_reader"), format},
                             {QLatin1String("vault_id"), vaultId.toString()},
                             {QLatin1String("seq"), static_cast<qint64>(seq)},
                             {QLatin1String("generations"), generationList},
                             {QLatin1String("slots"), slotList},
                             {QLatin1String("mac"), QString::fromLatin1(tags.toBase64())}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

const Generation *VaultHeader::generation(std::uint32_t id) const
{
    const auto found = std::find_if(generations.begin(), generations.end(),
                                    [id](const Generation &one) { return one.id == id; });
    return found == generations.end() ? nullptr : &*found;
}

const Slot *VaultHeader::slot(SlotType type, std::uint32_t gen) const
{
    const auto found = std::find_if(keySlots.begin(), keySlots.end(),
                                    [=](const Slot &one) { return one.type == type && one.gen == gen; });
    return found == keySlots.end() ? nullptr : &*found;
}

bool VaultHeader::has(SlotType type) const
{
    return std::any_of(keySlots.begin(), keySlots.end(),
                       [type](const Slot &one) { return one.type == type; });
}

} // namespace rapport::vault
