// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// A recovery code as somebody typed it: any UTF-16, half pairs included.

#include "core/vault/RecoveryCode.h"
#include "tests/fuzz/Target.h"

using namespace rapport::vault;
using namespace rapport::fuzz;

namespace {

void lookAt(const RecoveryReading &reading)
{
    using enum RecoveryReading::Finding;
    const bool right = reading.finding == Right;
    promise(reading.code.size() == (right ? recovery::codeBytes : 0),
            "a code when it is right, and else none");
    const bool points = reading.finding == Foreign || reading.finding == WrongGroups;
    promise(points == reading.wrongGroups.any(), "says which groups are wrong, when some are");
    promise(!right || reading.symbols == recovery::symbols, "whole when it is right");
}

/// A right code reads the same when it is written as we write it.
void writeAgain(const RecoveryReading &reading)
{
    const SecretBytes written = writtenRecoveryCode(reading.code);
    promise(written.size() == recovery::symbols, "36 symbols");
    QString text;
    for (std::size_t group = 0; group < recovery::groups; ++group)
        text += recoveryGroup(written, group) + QLatin1Char(' ');
    const RecoveryReading again = readRecoveryCode(text);
    promise(again.finding == RecoveryReading::Right && again.code == reading.code, "reads as it was written");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    // The first byte says whether the rest is UTF-8 or raw UTF-16, and where the cursor stands.
    const QByteArray bytes = bytesOf(data + 1, size - 1);
    const QString text = (data[0] & 1) != 0
                             ? QString::fromUtf8(bytes)
                             : QString(reinterpret_cast<const QChar *>(bytes.constData()), bytes.size() / 2);
    const RecoveryReading reading = readRecoveryCode(text);
    lookAt(reading);
    if (reading.finding == RecoveryReading::Right)
        writeAgain(reading);

    const RegroupedCode shown = regroupRecoveryCode(text, data[0] >> 1);
    promise(shown.cursor >= 0 && shown.cursor <= shown.text.size(), "the cursor stands in the text");
    // With its spaces it may be longer than what is looked at, and is cut then.
    if (text.size() <= recovery::longestTyped && shown.text.size() <= recovery::longestTyped) {
        const RegroupedCode again = regroupRecoveryCode(shown.text, shown.cursor);
        promise(again.text == shown.text && again.cursor == shown.cursor, "in order is in order");
        const RecoveryReading same = readRecoveryCode(shown.text);
        promise(same.finding == reading.finding && same.code == reading.code, "the field shows what is read");
    }
    return 0;
}
