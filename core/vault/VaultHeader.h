// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <QByteArray>

#include "core/domain/Uid.h"
#include "core/vault/Error.h"
#include "core/vault/Passphrase.h"
#include "core/vault/SecretBytes.h"

namespace rapport::vault {

/// What opens a slot. The number is stored in what is authenticated, the name
/// in the file; neither changes any more.
enum class SlotType : std::uint8_t {
    Keychain = 1,   ///< "keychain":   32 random bytes in the platform's key store; no kdf
    Passphrase = 2, ///< "passphrase": Argon2id(passphrase)
    Recovery = 3,   ///< "recovery":   Argon2id(the 16 bytes of the recovery code)
    Pin = 4, ///< "pin":        BLAKE2b-256(key = the 32 bytes in the key store, message = Argon2id(PIN))
    Biometric =
        5, ///< "biometric":  32 random bytes that the platform gives out only after a biometric check; no kdf
};

/// Whether slots of this type derive their key with Argon2id.
bool hasKdf(SlotType type);

/// One key of the database. A second one is there only while the database is
/// being rekeyed: the file may then be under either.
struct Generation
{
    enum class State : std::uint8_t {
        Active = 1,   ///< "active":   the database's key; exactly one
        Incoming = 2, ///< "incoming": the key that a rekey is changing to; at most one
    };

    std::uint32_t id = 1;               ///< 1 … 2³¹−1, unique; later ones are greater
    std::array<std::byte, 16> dbSalt{}; ///< SQLCipher's salt: what the first 16 bytes of the file should be
    State state = State::Active;

    bool operator==(const Generation &) const = default;
};

/// One wrapped copy of a generation's database key.
struct Slot
{
    std::uint32_t id = 1; ///< 1 … 2³¹−1, unique
    SlotType type = SlotType::Keychain;
    std::uint32_t gen = 1; ///< the generation whose key it holds
    std::optional<Kdf> kdf{};
    std::array<std::byte, 24> nonce{};
    std::array<std::byte, 48> wrapped{}; ///< 32 bytes of key, then a 16-byte tag

    bool operator==(const Slot &) const = default;
};

/// vault.json: which keys open the database. The file holds no secret.
///
/// # The format, for whoever writes a reader
///
/// A JSON object of at most 65,536 bytes in the canonical form of RFC 8785
/// (members sorted by name, no white space, nothing after it; every number here
/// is a whole one below 2⁵³). A file that does not equal its own canonical form
/// is damaged, which rules out double, unknown and differently spelt members.
/// `format` and `min_reader` are read before anything else is judged: a file
/// whose `format` or `min_reader` is a whole number greater than 1 was written
/// for a newer reader, which may have changed all other rules.
///
///     format       1
///     min_reader   1: the lowest format that a reader must know
///     vault_id     UUID, 36 lower-case characters; the key store's entry is named "kek-" + vault_id
///     seq          counts the times the header was written, from 1
///     generations  1 or 2 of {id, db_salt, state}, exactly one "active", ascending by id
///     slots        1 … 8 of {id, type, gen, kdf, nonce, wrapped}, ascending by id
///     mac          one 32-byte tag for each generation, in their order, concatenated
///
/// `kdf` is null for "keychain" and "biometric", else {alg: "argon2id", ops, mem, salt}
/// with 1 ≤ ops ≤ 16, 8,192 ≤ mem ≤ 1,048,576 KiB and a 16-byte salt. Bytes are
/// in base64 with padding (RFC 4648, section 4) and have exact lengths: db_salt and salt 16,
/// nonce 24, wrapped 48. Each type is there at most once for a generation; each
/// generation has at least one slot.
///
/// In what follows u8, u32 and u64 are unsigned and little-endian, `uuid` the
/// 16 bytes of vault_id in network order, and the numbers of types and states
/// those of SlotType and Generation::State.
///
///     DESC(slot) = u32 id ‖ u8 type ‖ u32 gen ‖ u8 alg (0 none, 1 argon2id) ‖ u32 ops ‖ u32 mem ‖ salt
///                  (34 bytes; without a kdf alg, ops, mem and salt are zero)
///     wrapped    = XChaCha20-Poly1305-IETF(key = KEK, nonce, message = DBK,
///                  additional data = "RAPSLOT1" ‖ uuid ‖ DESC(slot))
///     BODY       = "RAPHEAD1" ‖ u32 format ‖ u32 min_reader ‖ uuid ‖ u64 seq
///                  ‖ u8 count ‖ for each generation: u32 id ‖ db_salt ‖ u8 state
///                  ‖ u8 count ‖ for each slot: DESC(slot) ‖ nonce ‖ wrapped
///     tag of a generation = BLAKE2b-256(key = BLAKE2b-256(key = its DBK, message = "RAPPORT HEADER MAC 1"),
///                  message = BODY)
///
/// DBK is a generation's 32-byte database key; SQLCipher is given DBK ‖ db_salt
/// as its raw key. KEK is what SlotType says, 32 bytes; a passphrase is taken
/// in Unicode normalisation form C and UTF-8.
///
/// While two generations are there, they have the same db_salt, and a slot of
/// the one may open with another secret than the slot of that type of the other.
///
/// A reader tries vault.json, then vault.json.bak; a header counts only once a
/// slot of it unwraps and the tag of that slot's generation is right. While two
/// generations are there the database is tried with the active one's key first.
struct VaultHeader
{
    domain::Uid vaultId;
    std::uint64_t seq = 1;
    std::vector<Generation> generations;
    std::vector<Slot> keySlots;                  ///< "slots" in the file (a word that Qt uses up)
    std::vector<std::array<std::byte, 32>> macs; ///< as many as generations

    bool operator==(const VaultHeader &) const = default;

    static constexpr int format = 1;
    static constexpr qsizetype maxFileSize = qsizetype{64} * 1024;
    static constexpr std::size_t maxSlots = 8;

    /// HeaderDamaged or NewerVersion. Never reads, allocates or computes by a
    /// number that was not looked at first. Says nothing about the tags.
    static Result<VaultHeader> parse(const QByteArray &file);

    /// The canonical file.
    QByteArray serialise() const;

    /// The BODY that the tags authenticate.
    QByteArray body() const;

    const Generation *generation(std::uint32_t id) const;

    /// Nothing when there is none.
    const Slot *slot(SlotType type, std::uint32_t gen) const;

    /// Whether any generation has a slot of this type.
    bool has(SlotType type) const;
};

/// Wraps a database key into a slot whose other fields are filled in; sets its
/// nonce and its wrapped key.
Result<void> wrap(Slot &slot, const domain::Uid &vaultId, const SecretBytes &kek, const SecretBytes &dbk,
                  domain::RandomSource &random);

/// The database key of a slot. WrongKey when it does not open.
Result<SecretBytes> unwrap(const Slot &slot, const domain::Uid &vaultId, const SecretBytes &kek);

/// The tag over a header's body under a generation's database key.
Result<std::array<std::byte, 32>> headerTag(const VaultHeader &header, const SecretBytes &dbk);

} // namespace rapport::vault
