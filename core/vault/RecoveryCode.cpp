// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/RecoveryCode.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/vault/CodePoints.h"
#include "core/vault/Crypto.h"

namespace rapport::vault {

namespace {

using namespace recovery;

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t dataGroups = groups - 1;
constexpr std::size_t dataSymbols = 30;
constexpr std::size_t proofBits = 22;
constexpr unsigned bitsOfSymbol = 5;
static_assert(alphabet.size() == 32);
static_assert(dataSymbols * bitsOfSymbol == codeBytes * 8 + proofBits);

using Symbol = std::uint8_t;

/// Overwritten when it goes out of scope.
template<std::size_t n>
struct Wiped
{
    std::array<Symbol, n> symbols{};
    Wiped() = default;
    Wiped(const Wiped &) = delete;
    Wiped &operator=(const Wiped &) = delete;
    ~Wiped() { crypto::wipe(std::as_writable_bytes(std::span(symbols))); }
};

/// The powers of x in the field of 32 elements.
constexpr std::array<Symbol, 31> powers = [] {
    std::array<Symbol, 31> found{};
    unsigned value = 1;
    for (Symbol &power : found) {
        power = static_cast<Symbol>(value);
        value <<= 1U;
        if (value & 32U)
            value ^= 0b100101U;
    }
    return found;
}();

/// Without a table that would be looked up by what is secret.
constexpr Symbol times(Symbol a, Symbol b)
{
    unsigned product = 0;
    for (unsigned bit = 0; bit < bitsOfSymbol; ++bit)
        product ^= (0U - ((unsigned{b} >> bit) & 1U)) & (unsigned{a} << bit);
    for (unsigned bit = 2 * bitsOfSymbol - 2; bit >= bitsOfSymbol; --bit)
        product ^= (0U - ((product >> bit) & 1U)) & (0b100101U << (bit - bitsOfSymbol));
    return static_cast<Symbol>(product);
}
static_assert(times(powers[30], powers[1]) == 1 && times(7, 1) == 7);

Symbol checkOf(std::span<const Symbol> group, std::size_t number)
{
    Symbol sum = 0;
    for (std::size_t place = 0; place < group.size(); ++place)
        sum ^= times(group[place], powers[(number + 1) * place % powers.size()]);
    return sum;
}

/// The first bits of the proof, at the top of three bytes.
bool proofOf(std::span<const std::byte> code, std::span<std::byte, 3> proof)
{
    static constexpr std::string_view key = "RAPPORT RECOVERY CODE 1";
    std::array<std::byte, 16> digest{};
    const bool made = crypto::keyedHash(std::as_bytes(std::span(key)), code, digest);
    std::copy_n(digest.begin(), proof.size(), proof.begin());
    proof[2] &= std::byte{0xfc};
    crypto::wipe(digest);
    return made;
}

/// Bytes to symbols of five bits, the highest first. There are as many bytes
/// as the symbols begin.
void toSymbols(std::span<const std::byte> bytes, std::span<Symbol> symbols)
{
    unsigned held = 0;
    unsigned bits = 0;
    std::size_t next = 0;
    for (Symbol &symbol : symbols) {
        if (bits < bitsOfSymbol) {
            held = (held << 8U) | std::to_integer<unsigned>(bytes[next++]);
            bits += 8;
        }
        bits -= bitsOfSymbol;
        symbol = static_cast<Symbol>((held >> bits) & 31U);
    }
}

void toBytes(std::span<const Symbol> symbols, std::span<std::byte> bytes)
{
    unsigned held = 0;
    unsigned bits = 0;
    std::size_t next = 0;
    for (const Symbol symbol : symbols) {
        held = (held << bitsOfSymbol) | symbol;
        bits += bitsOfSymbol;
        if (bits >= 8 && next < bytes.size()) {
            bits -= 8;
            bytes[next++] = static_cast<std::byte>((held >> bits) & 0xffU);
        }
    }
    if (next < bytes.size()) // what is left of the last symbol, at the top
        bytes[next] = static_cast<std::byte>((held << (8 - bits)) & 0xffU);
}

/// What one character of a typed code is.
struct Reading
{
    enum Kind { Nothing, Known, Unknown } kind = Nothing;
    Symbol symbol = 0;
};

Reading readLetter(char letter)
{
    switch (letter) {
    case 'O':
        return {Reading::Known, 0};
    case 'I':
    case 'L':
        return {Reading::Known, 1};
    case 'U': // left out for what it would spell; only a V can have been meant
        letter = 'V';
        break;
    default:
        break;
    }
    const auto found = alphabet.find(letter);
    if (found == std::string_view::npos)
        return {Reading::Unknown, 0};
    return {Reading::Known, static_cast<Symbol>(found)};
}

bool isLeftOut(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Letter_Other:
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
    case QChar::Number_Other:
    case QChar::Symbol_Math:
    case QChar::Symbol_Currency:
    case QChar::Symbol_Other:
    case QChar::Other_Surrogate:
        return false;
    default: // spaces, punctuation, accents, marks of direction
        return true;
    }
}

/// One character alone, so that no copy of the whole text is made.
Reading readCharacter(char32_t c)
{
    const int digit = QChar::digitValue(c);
    if (digit >= 0)
        return {Reading::Known, static_cast<Symbol>(digit)};
    c = plainCharacter(c);
    if (c == U'\u0131') // the dotless i of Turkish keyboards
        c = U'i';
    c = QChar::toUpper(c);
    if (c < 0x80 && QChar::isLetterOrNumber(c))
        return readLetter(static_cast<char>(c));
    return {isLeftOut(c) ? Reading::Nothing : Reading::Unknown, 0};
}

std::size_t groupOf(std::size_t symbol)
{
    return std::min(symbol / 5, groups - 1);
}

/// Judges 36 symbols.
RecoveryReading judge(std::span<const Symbol> read)
{
    RecoveryReading reading{RecoveryReading::Right, read.size()};
    for (std::size_t group = 0; group < dataGroups; ++group) {
        const Symbol check = checkOf(read.subspan(group * 5, 5), group);
        reading.wrongGroups[group] = check != read[dataSymbols + group];
    }
    SecretBytes whole(codeBytes + 3);
    std::array<std::byte, 3> proof{};
    if (!whole.isEmpty())
        toBytes(read.first(dataSymbols), whole.bytes());
    const bool proven = !whole.isEmpty() && proofOf(whole.bytes().first(codeBytes), proof) &&
                        crypto::equal(whole.bytes().subspan(codeBytes), proof);
    if (proven && reading.wrongGroups.none()) {
        reading.code = SecretBytes::copyOf(whole.bytes().first(codeBytes));
    } else if (proven) { // the code is as it was, so its check group is not
        reading.finding = RecoveryReading::WrongGroups;
        reading.wrongGroups.reset();
        reading.wrongGroups.set(groups - 1);
    } else {
        reading.finding =
            reading.wrongGroups.any() ? RecoveryReading::WrongGroups : RecoveryReading::WrongWhole;
    }
    return reading;
}

} // namespace

SecretBytes createRecoveryCode(domain::RandomSource &random)
{
    SecretBytes code(codeBytes);
    if (!code.isEmpty())
        random.fill(code.bytes());
    return code;
}

SecretBytes writtenRecoveryCode(const SecretBytes &code)
{
    SecretBytes whole(codeBytes + 3);
    SecretBytes written(symbols);
    if (code.size() != codeBytes || whole.isEmpty() || written.isEmpty())
        return {};
    std::copy(code.bytes().begin(), code.bytes().end(), whole.bytes().begin());
    if (!proofOf(code.bytes(), whole.bytes().last<3>()))
        return {};
    Wiped<recovery::symbols> made;
    const std::span<Symbol> all(made.symbols);
    toSymbols(whole.bytes(), all.first(dataSymbols));
    for (std::size_t group = 0; group < dataGroups; ++group)
        all[dataSymbols + group] = checkOf(all.subspan(group * 5, 5), group);
    std::transform(all.begin(), all.end(), written.bytes().begin(),
                   [](Symbol symbol) { return static_cast<std::byte>(alphabet[symbol]); });
    return written;
}

QString recoveryGroup(const SecretBytes &written, std::size_t group)
{
    if (written.size() != symbols || group >= groups)
        return {};
    const auto bytes = written.bytes().subspan(group * 5, groupSize(group));
    return QString::fromLatin1(reinterpret_cast<const char *>(bytes.data()),
                               static_cast<qsizetype>(bytes.size()));
}

RecoveryReading readRecoveryCode(QStringView typed)
{
    if (typed.size() > longestTyped)
        return {RecoveryReading::TooMany, symbols + 1};
    Wiped<recovery::symbols> read;
    RecoveryReading reading;
    std::size_t count = 0;
    CodePoints characters(typed);
    while (characters.hasNext()) {
        const Reading one = readCharacter(characters.next());
        if (one.kind == Reading::Nothing)
            continue;
        if (one.kind == Reading::Unknown)
            reading.wrongGroups.set(groupOf(count));
        if (count < symbols)
            read.symbols[count] = one.symbol;
        ++count;
    }
    if (reading.wrongGroups.none() && count == symbols)
        return judge(read.symbols);
    reading.symbols = count;
    if (reading.wrongGroups.any())
        reading.finding = RecoveryReading::Foreign;
    else
        reading.finding = count < symbols ? RecoveryReading::TooFew : RecoveryReading::TooMany;
    return reading;
}

RegroupedCode regroupRecoveryCode(QStringView typed, qsizetype cursor)
{
    RegroupedCode regrouped;
    typed = typed.first(std::min(typed.size(), longestTyped));
    regrouped.text.reserve(typed.size() * 2 + 1); // grows no further, so that no copy stays behind
    std::size_t count = 0;
    CodePoints characters(typed);
    while (characters.hasNext()) {
        const char32_t c = characters.next();
        const Reading one = readCharacter(c);
        if (one.kind == Reading::Nothing)
            continue;
        if (count > 0 && count < symbols && count % 5 == 0 && groupOf(count) != groupOf(count - 1))
            regrouped.text += QLatin1Char(' ');
        if (one.kind == Reading::Known)
            regrouped.text += QLatin1Char(alphabet[one.symbol]);
        else
            regrouped.text += QChar::fromUcs4(c);
        ++count;
        if (characters.index() <= cursor)
            regrouped.cursor = regrouped.text.size();
    }
    return regrouped;
}

} // namespace rapport::vault
