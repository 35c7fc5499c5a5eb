// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/keychain/KeychainStore.h"
#include "platform/linux/ApplicationInstance.h"
#include "platform/linux/DesktopKeepAwake.h"
#include "platform/linux/DesktopSharer.h"
#include "platform/linux/KernelBootClock.h"
#include "platform/linux/PortalAppearance.h"
#include "platform/linux/PortalChooser.h"
#include "platform/linux/PulseBell.h"
#include "platform/linux/SecretService.h"
#include "platform/linux/SpeechVoice.h"
#include "platform/linux/Undumpable.h"
#include "platform/Services.h"

namespace rapport::platform {

Services makeServices(const ServiceOptions &options)
{
    auto undumpable = std::make_shared<Undumpable>();
    return {
        .memoryGuard = undumpable,
        .singleInstance = std::make_unique<ApplicationInstance>(),
        .appearance = std::make_unique<PortalAppearance>(undumpable),
        .keyStore =
            std::make_unique<keychain::KeychainStore>(options.keyStoreLimit, secretServiceDiagnosis()),
        .sharer = std::make_unique<DesktopSharer>(options.clipboardDelay, undumpable),
        .fileChooser = std::make_unique<PortalChooser>(undumpable),
        .bootClock = std::make_unique<KernelBootClock>(),
        .keepAwake = std::make_unique<DesktopKeepAwake>(undumpable),
        .bell = std::make_unique<PulseBell>(),
        .voice = std::make_unique<SpeechVoice>(),
    };
}

} // namespace rapport::platform
