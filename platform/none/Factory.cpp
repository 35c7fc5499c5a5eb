// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/none/Nothing.h"
#include "platform/Process.h"
#include "platform/ReadAhead.h"
#include "platform/Services.h"

namespace rapport::platform {

void hardenProcess()
{}

std::jthread readAhead(bool /*keyStore*/)
{
    return {};
}

Services makeServices(const ServiceOptions & /*options*/)
{
    return {
        .memoryGuard = std::make_shared<NoMemoryGuard>(),
        .singleInstance = std::make_unique<NoSingleInstance>(),
        .appearance = std::make_unique<NoAppearance>(),
        .keyStore = std::make_unique<NoKeyStore>(),
        .sharer = std::make_unique<NoSharer>(),
        .fileChooser = std::make_unique<NoFileChooser>(),
        .bootClock = std::make_unique<SteadyClock>(),
        .keepAwake = std::make_unique<NoKeepAwake>(),
        .bell = std::make_unique<NoBell>(),
        .voice = std::make_unique<NoVoice>(),
    };
}

} // namespace rapport::platform
