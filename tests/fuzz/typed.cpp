// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// What somebody types into a field for a passphrase or a PIN, any UTF-16.

#include <cmath>

#include "core/vault/Passphrase.h"
#include "core/vault/Pin.h"
#include "core/vault/SecretBytes.h"
#include "core/vault/Strength.h"
#include "tests/fuzz/Target.h"

using namespace rapport::vault;
using namespace rapport::fuzz;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    for (QString text : {QString::fromUtf8(bytes),
                         QString(reinterpret_cast<const QChar *>(bytes.constData()), bytes.size() / 2)}) {
        const double bits = estimateStrength(text).bits;
        promise(std::isfinite(bits) && bits >= 0, "a strength is a number");
        if (pinProblem(text) == PinProblem::None)
            promise(text.size() >= shortestPin && text.size() <= 2 * longestPin, "a PIN has 6 to 12 digits");
        passphraseProblem(text);
        const auto length = text.size();
        const SecretBytes secret = SecretBytes::fromUtf8(text);
        promise(length > 0 || secret.isEmpty(), "nothing is nothing");
    }
    return 0;
}
