// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/BackupFormat.h"

#include <algorithm>
#include <cstring>

#include <QJsonDocument>
#include <QJsonObject>

#include "core/storage/Database.h"
#include "core/storage/Schema.h"
#include "core/vault/Crypto.h"

namespace rapport::vault {

namespace {

constexpr char magic[] = "RAPBKUP1";
constexpr qsizetype magicSize = sizeof magic - 1;
constexpr char seriesLabel[] = "RAPPORT BACKUP SERIES 1";
constexpr char checkLabel[] = "RAPPORT BACKUP CHECK 1";
constexpr char streamLabel[] = "RAPPORT BACKUP STREAM 1";

constexpr qint64 maxWhole = (qint64{1} << 53) - 1; // what every JSON reader keeps exactly
constexpr std::size_t keySize = storage::RawKey::extent;
constexpr std::size_t manifestStart = keySize + 4;
constexpr qsizetype longestName = 64;

tl::unexpected<BackupError> failed(BackupError::Kind kind)
{
    return tl::unexpected(BackupError{kind});
}

std::span<const std::byte> spanOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

template<std::size_t N>
std::span<const std::byte> spanOf(const char (&label)[N])
{
    return std::as_bytes(std::span(label, N - 1));
}

template<std::size_t N>
QString base64(const std::array<std::byte, N> &bytes)
{
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(bytes.data()), N).toBase64());
}

template<std::size_t N>
bool readBytes(const QJsonValue &value, std::array<std::byte, N> &out)
{
    const QString text = value.toString();
    if (text.size() != static_cast<qsizetype>((N + 2) / 3 * 4))
        return false;
    const auto bytes =
        QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || bytes.decoded.size() != static_cast<qsizetype>(N))
        return false;
    std::memcpy(out.data(), bytes.decoded.constData(), N);
    return true;
}

template<typename T>
bool readWhole(const QJsonValue &value, qint64 least, qint64 most, T &out)
{
    const qint64 whole = value.toInteger(least - 1);
    if (whole < least || whole > most)
        return false;
    out = static_cast<T>(whole);
    return true;
}

QByteArray u32(std::size_t value)
{
    QByteArray bytes;
    for (unsigned shift = 0; shift < 32; shift += 8)
        bytes.append(static_cast<char>(value >> shift));
    return bytes;
}

std::size_t readU32(std::span<const std::byte, 4> bytes)
{
    std::size_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value |= std::to_integer<std::size_t>(bytes[i]) << (8 * i);
    return value;
}

QByteArray canonical(const QJsonObject &object)
{
    // Qt keeps an object's members sorted by their UTF-16 units, as RFC 8785 asks.
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray manifestJson(const BackupManifest &manifest)
{
    QJsonObject rows;
    for (const auto &[table, count] : manifest.rows)
        rows.insert(table, count);
    return canonical({{QLatin1String("hash"), base64(manifest.hash)},
                      {QLatin1String("rows"), rows},
                      {QLatin1String("schema"), manifest.schema},
                      {QLatin1String("size"), manifest.size}});
}

bool readRows(const QJsonValue &value, std::map<QString, qint64> &rows)
{
    const QJsonObject object = value.toObject();
    if (!value.isObject() || object.size() > static_cast<qsizetype>(BackupManifest::maxTables))
        return false;
    for (auto row = object.begin(); row != object.end(); ++row) {
        qint64 count = 0;
        if (row.key().isEmpty() || row.key().size() > longestName ||
            !readWhole(row.value(), 0, maxWhole, count))
            return false;
        rows.emplace(row.key(), count);
    }
    return true;
}

} // namespace

QByteArray BackupPrefix::serialise() const
{
    const QByteArray json = canonical({{QLatin1String("created"), createdMs},
                                       {QLatin1String("format"), format},
                                       {QLatin1String("kdf"), QLatin1String("argon2id")},
                                       {QLatin1String("mem"), qint64{kdf.memKib}},
                                       {QLatin1String("ops"), qint64{kdf.ops}},
                                       {QLatin1String("salt"), base64(kdf.salt)},
                                       {QLatin1String("series"), base64(series)}});
    return QByteArray(magic) + u32(static_cast<std::size_t>(json.size())) + json;
}

BackupResult<std::size_t> BackupPrefix::jsonSize(const QByteArray &start)
{
    if (!start.startsWith(QByteArray::fromRawData(magic, magicSize - 1)))
        return failed(BackupError::NotABackup);
    if (start.size() < magicSize)
        return failed(BackupError::Damaged);
    const char version = start[magicSize - 1];
    if (version >= '2' && version <= '9')
        return failed(BackupError::NewerVersion);
    if (version != '1')
        return failed(BackupError::NotABackup);
    if (start.size() < static_cast<qsizetype>(fixedSize))
        return failed(BackupError::Damaged);
    const std::size_t size = readU32(spanOf(start).subspan<magicSize, 4>());
    if (size < 1 || size > maxJson)
        return failed(BackupError::Damaged);
    return size;
}

BackupResult<BackupPrefix> BackupPrefix::parse(const QByteArray &prefix)
{
    const auto size = jsonSize(prefix);
    if (!size)
        return tl::unexpected(size.error());
    if (static_cast<std::size_t>(prefix.size()) != fixedSize + *size)
        return failed(BackupError::Damaged);
    const QJsonObject object = QJsonDocument::fromJson(prefix.mid(fixedSize)).object();
    if (object.value(QLatin1String("format")).toInteger(0) > format)
        return failed(BackupError::NewerVersion);
    BackupPrefix read;
    if (object.value(QLatin1String("format")).toInteger(0) != format ||
        object.value(QLatin1String("kdf")).toString() != QLatin1String("argon2id") ||
        !readWhole(object.value(QLatin1String("created")), 0, maxWhole, read.createdMs) ||
        !readWhole(object.value(QLatin1String("ops")), 1, Kdf::maxOps, read.kdf.ops) ||
        !readWhole(object.value(QLatin1String("mem")), Kdf::minMemKib, Kdf::maxMemKib, read.kdf.memKib) ||
        !readBytes(object.value(QLatin1String("salt")), read.kdf.salt) ||
        !readBytes(object.value(QLatin1String("series")), read.series) || read.serialise() != prefix)
        return failed(BackupError::Damaged);
    return read;
}

std::array<std::byte, 16> backupSeries(const domain::Uid &vaultId)
{
    std::array<std::byte, 16> series{};
    const QByteArray id = vaultId.toBytes();
    crypto::keyedHash(spanOf(id), spanOf(seriesLabel), series);
    return series;
}

BackupResult<BackupKeys> BackupKeys::derive(const SecretBytes &passphrase, const Kdf &kdf,
                                            const QByteArray &prefix)
{
    if (!kdf.isAcceptable())
        return failed(BackupError::Internal);
    const SecretBytes master = crypto::argon2id(passphrase.bytes(), kdf.salt, kdf.ops, kdf.memKib);
    BackupKeys keys{SecretBytes(crypto::keySize), {}};
    if (master.isEmpty() || keys.stream.isEmpty())
        return failed(BackupError::NoMemory);
    const QByteArray checked = QByteArray(checkLabel) + prefix;
    if (!crypto::keyedHash(master.bytes(), spanOf(checked), keys.check) ||
        !crypto::keyedHash(master.bytes(), spanOf(streamLabel), keys.stream.bytes()))
        return failed(BackupError::Internal);
    return keys;
}

SecretBytes BackupManifest::serialise() const
{
    const QByteArray json = manifestJson(*this);
    const auto length = static_cast<std::size_t>(json.size());
    if (imageKey.size() != keySize || rows.size() > maxTables || manifestStart + length > messageSize)
        return {};
    SecretBytes message(messageSize);
    if (message.isEmpty())
        return message;
    const auto put = [&](std::size_t at, std::span<const std::byte> bytes) {
        std::copy(bytes.begin(), bytes.end(), message.bytes().begin() + static_cast<std::ptrdiff_t>(at));
    };
    const QByteArray size = u32(length);
    put(0, imageKey.bytes());
    put(keySize, spanOf(size));
    put(manifestStart, spanOf(json));
    return message;
}

BackupResult<BackupManifest> BackupManifest::parse(std::span<const std::byte> message)
{
    if (message.size() != messageSize)
        return failed(BackupError::Damaged);
    const std::size_t length = readU32(message.subspan<keySize, 4>());
    if (length < 1 || length > messageSize - manifestStart)
        return failed(BackupError::Damaged);
    const auto padding = message.subspan(manifestStart + length);
    if (std::any_of(padding.begin(), padding.end(), [](std::byte byte) { return byte != std::byte{0}; }))
        return failed(BackupError::Damaged);
    const auto text = message.subspan(manifestStart, length);
    const QByteArray json(reinterpret_cast<const char *>(text.data()), static_cast<qsizetype>(length));
    const QJsonObject object = QJsonDocument::fromJson(json).object();

    BackupManifest read;
    if (!readWhole(object.value(QLatin1String("schema")), 1, std::numeric_limits<std::int32_t>::max(),
                   read.schema))
        return failed(BackupError::Damaged);
    if (read.schema > storage::newestSchemaVersion())
        return failed(BackupError::NewerVersion);
    if (!readWhole(object.value(QLatin1String("size")), pageSize, maxImage, read.size) ||
        read.size % pageSize != 0 || !readBytes(object.value(QLatin1String("hash")), read.hash) ||
        !readRows(object.value(QLatin1String("rows")), read.rows) || manifestJson(read) != json)
        return failed(BackupError::Damaged);
    read.imageKey = SecretBytes::copyOf(message.first<keySize>());
    if (read.imageKey.isEmpty())
        return failed(BackupError::NoMemory);
    return read;
}

qint64 imageMessages(qint64 size)
{
    constexpr auto whole = static_cast<qint64>(BackupManifest::messageSize);
    return (size + whole - 1) / whole;
}

qint64 sealedSize(qint64 imageSize)
{
    const qint64 messages = 1 + imageMessages(imageSize);
    return 32 + qint64{crypto::streamHeaderSize} + static_cast<qint64>(BackupManifest::messageSize) +
           imageSize + messages * qint64{crypto::streamOverhead};
}

} // namespace rapport::vault
