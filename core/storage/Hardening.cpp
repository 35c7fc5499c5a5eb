// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/Hardening.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <string>
#include <string_view>

#ifdef RAPPORT_SQLCIPHER_USES_OPENSSL
#include <openssl/crypto.h>
#endif
#include <sqlcipher/sqlite3.h>

#include "core/storage/ErrorCodes.h"

namespace rapport::storage {

namespace {

/// Another process holds the file only for the length of one save.
constexpr int busyTimeoutMs = 2000;

/// The text x'<64 hex of key><32 hex of salt>' that SQLCipher takes as a raw
/// key, in memory that is wiped. No QString and no statement ever holds it.
class RawKeyText
{
public:
    explicit RawKeyText(RawKey key)
    {
        constexpr std::string_view digits = "0123456789abcdef";
        char *out = m_text.data();
        *out++ = 'x';
        *out++ = '\'';
        for (const std::byte byte : key) {
            *out++ = digits[std::to_integer<size_t>(byte >> 4)];
            *out++ = digits[std::to_integer<size_t>(byte & std::byte{0x0f})];
        }
        *out = '\'';
    }

    ~RawKeyText()
    {
        // volatile, or the compiler may leave out writes that nobody reads
        volatile char *text = m_text.data();
        for (size_t i = 0; i < m_text.size(); ++i)
            text[i] = 0;
    }
    RawKeyText(const RawKeyText &) = delete;
    RawKeyText &operator=(const RawKeyText &) = delete;

    const char *data() const { return m_text.data(); }
    int size() const { return static_cast<int>(m_text.size()); }

private:
    std::array<char, 3 + 2 * RawKey::extent> m_text{};
};

struct Setting
{
    std::string_view name;
    const char *set;
    const char *ask;
    std::string_view expected;
};

/// The cipher's own settings, before the first page is read.
constexpr std::array cipherSettings{
    // No diagnostics about a person's file in somebody's terminal or journal.
    Setting{"cipher_log_level", "PRAGMA cipher_log_level = NONE", "PRAGMA cipher_log_level", "NONE"},
    // Pinned, so that a library whose defaults have moved on reads old files.
    Setting{"cipher_compatibility", "PRAGMA cipher_compatibility = 4", "PRAGMA cipher_hmac_algorithm",
            "HMAC_SHA512"},
    Setting{"cipher_page_size", "PRAGMA cipher_page_size = 4096", "PRAGMA cipher_page_size", "4096"},
    Setting{"cipher_use_hmac", "PRAGMA cipher_use_hmac = ON", "PRAGMA cipher_use_hmac", "1"},
};

/// Set once the key is known to fit.
constexpr std::array settings{
    // No side files at rest, and more saves fit on a disk that is nearly full.
    Setting{"journal_mode", "PRAGMA journal_mode = DELETE", "PRAGMA journal_mode", "delete"},
    // The directory is synced after the journal is gone: a save that was
    // answered survives a power cut.
    Setting{"synchronous", "PRAGMA synchronous = EXTRA", "PRAGMA synchronous", "3"},
    // What is deleted is overwritten.
    Setting{"secure_delete", "PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1"},
    Setting{"foreign_keys", "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1"},
    // A REPLACE fires delete triggers too, or it would get around the history.
    Setting{"recursive_triggers", "PRAGMA recursive_triggers = ON", "PRAGMA recursive_triggers", "1"},
    // A schema that somebody tampered with calls no function with side effects.
    Setting{"trusted_schema", "PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0"},
    Setting{"cell_size_check", "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1"},
    // A read error is an answer, not a SIGBUS.
    Setting{"mmap_size", "PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0"},
    Setting{"page_size", "PRAGMA page_size = 4096", "PRAGMA page_size", "4096"},
};

/// Debian builds with TEMP_STORE=1: a sort that spills would write plain text
/// to temporary files.
constexpr Setting tempStore{"temp_store", "PRAGMA temp_store = 2", "PRAGMA temp_store", "2"};

/// What no statement may set once the connection is hardened, besides the above.
constexpr std::array<std::string_view, 9> forbiddenPragmas{
    "key",
    "hexkey",
    "textkey",
    "rekey",
    "hexrekey",
    "textrekey",
    "activate_extensions",
    "temp_store_directory",
    "writable_schema",
};

bool isHardened(std::string_view pragma)
{
    const auto named = [pragma](const Setting &setting) { return setting.name == pragma; };
    return pragma == tempStore.name || pragma.starts_with("cipher_") ||
           std::any_of(settings.begin(), settings.end(), named) ||
           std::find(forbiddenPragmas.begin(), forbiddenPragmas.end(), pragma) != forbiddenPragmas.end();
}

/// `ATTACH … KEY ''` and an export would write everything out in plain text.
/// This also stops VACUUM, which attaches its copy; the app has no use for it.
int authorize(void *, int action, const char *first, const char *second, const char *, const char *)
{
    switch (action) {
    case SQLITE_ATTACH:
    case SQLITE_DETACH:
        return SQLITE_DENY;
    case SQLITE_PRAGMA: {
        std::string name(first ? first : "");
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return second && isHardened(name) ? SQLITE_DENY : SQLITE_OK;
    }
    default:
        return SQLITE_OK;
    }
}

/// Before the cipher is used first: no file of the machine says which code runs
/// beside the key, as openssl.cnf could. Sentences about errors, which nobody
/// would read, stay on the disk with it.
void readNoConfiguration()
{
#ifdef RAPPORT_SQLCIPHER_USES_OPENSSL
    OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_LOAD_CRYPTO_STRINGS, nullptr);
#endif
}

Result<void> run(sqlite3 *handle, const char *sql)
{
    const int code = sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(errorFrom(handle, sqlite3_extended_errcode(handle)));
    return {};
}

/// The first column of the first row, or an empty text.
Result<std::string> ask(sqlite3 *handle, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    std::string answer;
    int code = sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr);
    if (code == SQLITE_OK) {
        code = sqlite3_step(statement);
        if (code == SQLITE_ROW && sqlite3_column_text(statement, 0))
            answer = reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
    }
    std::optional<Error> error;
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        error = errorFrom(handle, sqlite3_extended_errcode(handle));
    sqlite3_finalize(statement);
    if (error)
        return tl::unexpected(*error);
    return answer;
}

Result<void> apply(sqlite3 *handle, const Setting &setting)
{
    if (const auto done = run(handle, setting.set); !done)
        return done;
    const auto answer = ask(handle, setting.ask);
    if (!answer)
        return tl::unexpected(answer.error());
    // A library that ignores a setting must not get a person's words.
    if (*answer != setting.expected)
        return tl::unexpected(Error{Error::NotCipher});
    return {};
}

/// Whether the library encrypts at all: plain SQLite ignores an unknown pragma
/// without an error, and would write a plain file.
Result<void> requireCipher(sqlite3 *handle)
{
    const auto version = ask(handle, "PRAGMA cipher_version");
    if (!version)
        return tl::unexpected(version.error());
    if (version->empty())
        return tl::unexpected(Error{Error::NotCipher});
    return {};
}

Result<void> setKey(sqlite3 *handle, RawKey key)
{
    const RawKeyText text(key);
    if (sqlite3_key(handle, text.data(), text.size()) != SQLITE_OK)
        return tl::unexpected(errorFrom(handle, sqlite3_extended_errcode(handle)));
    return {};
}

/// The first read shows whether the key fits. A file with a wrong key, a
/// damaged first page or no database at all gives one and the same answer.
Result<void> readSchema(sqlite3 *handle)
{
    const auto read = ask(handle, "SELECT count(*) FROM sqlite_schema");
    if (!read) {
        Error error = read.error();
        if ((error.nativeCode & 0xff) == SQLITE_NOTADB)
            error.kind = Error::WrongKey;
        return tl::unexpected(error);
    }
    return {};
}

Result<void> configure(sqlite3 *handle)
{
    constexpr std::array<std::pair<int, int>, 5> switches{{
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
    }};
    for (const auto &[what, value] : switches) {
        int now = -1;
        if (sqlite3_db_config(handle, what, value, &now) != SQLITE_OK || now != value)
            return tl::unexpected(Error{Error::NotCipher});
    }
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_busy_timeout(handle, busyTimeoutMs);
    return {};
}

/// Everything that comes before the first read.
Result<void> prepareCipher(sqlite3 *handle, RawKey key)
{
    if (const auto done = apply(handle, tempStore); !done)
        return done;
    if (const auto done = requireCipher(handle); !done)
        return done;
    if (const auto done = setKey(handle, key); !done)
        return done;
    for (const Setting &setting : cipherSettings) {
        if (const auto done = apply(handle, setting); !done)
            return done;
    }
    return {};
}

Result<void> harden(sqlite3 *handle, RawKey key)
{
    if (const auto done = configure(handle); !done)
        return done;
    if (const auto done = prepareCipher(handle, key); !done)
        return done;
    if (const auto done = readSchema(handle); !done)
        return done;
    for (const Setting &setting : settings) {
        if (const auto done = apply(handle, setting); !done)
            return done;
    }
    // Last, since from here on no setting can be loosened any more.
    sqlite3_set_authorizer(handle, authorize, nullptr);
    return {};
}

} // namespace

void HandleCloser::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Result<Handle> openHardened(const QString &path, RawKey key, bool readOnly)
{
    readNoConfiguration();
    sqlite3 *opened = nullptr;
    const int access = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    const int flags = access | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &opened, flags, nullptr);
    Handle owner(opened);
    if (code != SQLITE_OK)
        return tl::unexpected(opened ? errorFrom(opened, code) : Error{Error::Internal, code});
    if (const auto done = harden(opened, key); !done)
        return tl::unexpected(done.error());
    // The library falls back to reading without a word.
    if (!readOnly && sqlite3_db_readonly(opened, "main") != 0)
        return tl::unexpected(Error{Error::ReadOnly});
    return owner;
}

Result<void> changeKey(sqlite3 *handle, RawKey key)
{
    // The library takes its lock in silence, so whoever holds it is found first.
    for (const char *sql : {"BEGIN EXCLUSIVE", "COMMIT"}) {
        if (const auto done = run(handle, sql); !done)
            return done;
    }
    const RawKeyText text(key);
    if (sqlite3_rekey(handle, text.data(), text.size()) != SQLITE_OK)
        return tl::unexpected(errorFrom(handle, sqlite3_extended_errcode(handle)));
    // It answers OK also when it could not commit; the next read says so then.
    return run(handle, "SELECT count(*) FROM sqlite_schema");
}

Result<Handle> openDamaged(const QString &path, RawKey key)
{
    sqlite3 *opened = nullptr;
    constexpr int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &opened, flags, nullptr);
    Handle owner(opened);
    if (code != SQLITE_OK)
        return tl::unexpected(opened ? errorFrom(opened, code) : Error{Error::Internal, code});
    // Without it a file that was cut is answered by SQLITE_CORRUPT throughout.
    if (sqlite3_db_config(opened, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, nullptr) != SQLITE_OK)
        return tl::unexpected(Error{Error::NotCipher});
    if (const auto done = prepareCipher(opened, key); !done)
        return tl::unexpected(done.error());
    return owner;
}

Result<void> waitForNoMedium(sqlite3 *handle)
{
    sqlite3_set_authorizer(handle, nullptr, nullptr);
    const auto done = apply(handle, {"synchronous", "PRAGMA synchronous = OFF", "PRAGMA synchronous", "0"});
    sqlite3_set_authorizer(handle, authorize, nullptr);
    return done;
}

Error errorFrom(sqlite3 *handle, int extendedCode)
{
    return {errorKind(extendedCode, sqlite3_system_errno(handle)), extendedCode};
}

} // namespace rapport::storage
