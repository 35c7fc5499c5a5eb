// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Pin.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "core/vault/CodePoints.h"
#include "core/vault/Crypto.h"

namespace rapport::vault {

namespace {

/// The digits of a PIN in ASCII, overwritten when they go out of scope.
class Digits
{
public:
    Digits() = default;
    Digits(const Digits &) = delete;
    Digits &operator=(const Digits &) = delete;
    ~Digits() { crypto::wipe(std::as_writable_bytes(std::span(m_digits))); }

    /// False when one is no digit. More than fit are counted only.
    bool read(QStringView typed)
    {
        CodePoints characters(typed);
        while (characters.hasNext()) {
            const char32_t c = characters.next();
            // Exponents and circled digits have a value too, but no place here.
            if (QChar::category(c) != QChar::Number_DecimalDigit)
                return false;
            if (m_count < m_digits.size())
                m_digits[m_count] = static_cast<char>('0' + QChar::digitValue(c));
            ++m_count;
        }
        return true;
    }

    std::size_t count() const { return m_count; }
    std::string_view view() const { return {m_digits.data(), std::min(m_count, m_digits.size())}; }
    std::span<const std::byte> bytes() const { return std::as_bytes(std::span(view())); }

private:
    std::array<char, longestPin> m_digits{};
    std::size_t m_count = 0;
};

/// 111111, 121212, 123123, and a piece that begins anew: 1231231.
bool isRepeated(std::string_view pin)
{
    for (std::size_t period = 1; period <= pin.size() / 2; ++period) {
        if (pin.substr(period) == pin.substr(0, pin.size() - period))
            return true;
    }
    return false;
}

/// 112233, 998877; a single digit may be left at the end.
bool isPairs(std::string_view pin)
{
    for (std::size_t place = 0; place + 1 < pin.size(); place += 2) {
        if (pin[place] != pin[place + 1])
            return false;
    }
    return true;
}

/// 123456, 890123, 864208: each digit the same step from the one before, round
/// the end of the ten.
bool isRun(std::string_view pin)
{
    const auto step = [](char a, char b) { return (b - a + 10) % 10; };
    for (std::size_t place = 2; place < pin.size(); ++place) {
        if (step(pin[place - 1], pin[place]) != step(pin[0], pin[1]))
            return false;
    }
    return true;
}

int number(std::string_view digits)
{
    int value = 0;
    for (const char digit : digits)
        value = value * 10 + (digit - '0');
    return value;
}

bool isYear(std::string_view four)
{
    const int year = number(four);
    return year >= 1920 && year <= 2039;
}

bool isDayAndMonth(int day, int month)
{
    return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/// Two pairs of digits, the day first or the month.
bool isDayInYear(std::string_view four)
{
    const int a = number(four.substr(0, 2));
    const int b = number(four.substr(2, 2));
    return isDayAndMonth(a, b) || isDayAndMonth(b, a);
}

/// Years of two digits are any. A longer PIN may hold a year: there is more
/// than that to guess.
bool isDateLike(std::string_view pin)
{
    if (pin.size() > 8)
        return false;
    if (isYear(pin.substr(0, 4)) || isYear(pin.substr(pin.size() - 4)))
        return true;
    if (pin.size() != 6)
        return false;
    return isDayInYear(pin.substr(0, 4)) || isDayAndMonth(number(pin.substr(4, 2)), number(pin.substr(2, 2)));
}

/// What counts of leaked PINs find most often, besides what the rules above
/// find: lines over the keypad and back, and numbers that people like.
bool isCommon(std::string_view pin)
{
    static constexpr std::array<std::string_view, 46> common{
        "159753",    "159357",  "147258",  "258147",   "147852",     "258369",     "369258",    "789456",
        "456123",    "321654",  "456789",  "654321",   "123654",     "789654",     "123789",    "741852",
        "852963",    "963852",  "258456",  "142536",   "135790",     "246810",     "123321",    "456654",
        "789987",    "112211",  "101010",  "102030",   "314159",     "271828",     "420420",    "696969",
        "131313",    "520131",  "5201314", "7758521",  "147258369",  "741852963",  "789456123", "321654987",
        "987654321", "3141592", "112358",  "10203040", "1029384756", "1234543210",
    };
    return std::find(common.begin(), common.end(), pin) != common.end();
}

} // namespace

PinProblem pinProblem(QStringView typed)
{
    // Bounded before it is read: a digit is at most two units.
    if (typed.size() > 4 * longestPin)
        return PinProblem::TooLong;
    Digits digits;
    if (!digits.read(typed))
        return PinProblem::NotDigits;
    if (digits.count() < static_cast<std::size_t>(shortestPin))
        return PinProblem::TooShort;
    if (digits.count() > static_cast<std::size_t>(longestPin))
        return PinProblem::TooLong;
    const std::string_view pin = digits.view();
    if (isRepeated(pin))
        return PinProblem::Repeats;
    if (isPairs(pin))
        return PinProblem::Pairs;
    if (isRun(pin))
        return PinProblem::Run;
    if (isDateLike(pin))
        return PinProblem::DateLike;
    return isCommon(pin) ? PinProblem::TooCommon : PinProblem::None;
}

SecretBytes pinFrom(QString &typed)
{
    SecretBytes pin;
    Digits digits;
    if (typed.size() <= 4 * longestPin && digits.read(typed) &&
        digits.count() <= static_cast<std::size_t>(longestPin))
        pin = SecretBytes::copyOf(digits.bytes());
    crypto::wipe(typed);
    return pin;
}

} // namespace rapport::vault
