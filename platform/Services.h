// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <memory>

#include "platform/Appearance.h"
#include "platform/Bell.h"
#include "platform/BootClock.h"
#include "platform/FileChooser.h"
#include "platform/KeepAwake.h"
#include "platform/KeyStore.h"
#include "platform/MemoryGuard.h"
#include "platform/Sharer.h"
#include "platform/SingleInstance.h"
#include "platform/Voice.h"

namespace rapport::platform {

/// Every capability of the operating system. None is ever null: where the
/// system lacks one, an object stands in that answers Unavailable.
struct Services
{
    std::shared_ptr<MemoryGuard> memoryGuard; ///< shared with what has to step out of it
    std::unique_ptr<SingleInstance> singleInstance;
    std::unique_ptr<Appearance> appearance;
    std::unique_ptr<KeyStore> keyStore;
    std::unique_ptr<Sharer> sharer;
    std::unique_ptr<FileChooser> fileChooser;
    std::unique_ptr<BootClock> bootClock;
    std::unique_ptr<KeepAwake> keepAwake;
    std::unique_ptr<Bell> bell;
    std::unique_ptr<Voice> voice;
};

struct ServiceOptions
{
    std::chrono::milliseconds keyStoreLimit = std::chrono::seconds(20);
    std::chrono::milliseconds clipboardDelay = std::chrono::seconds(60);
};

/// Makes the services of this system; defined once per system, chosen in
/// CMake. Needs a QGuiApplication, touches no disk and waits for nothing: what
/// costs time starts when it is first used. Make them once per process, on
/// the GUI thread, and destroy them before the QGuiApplication.
Services makeServices(const ServiceOptions &options = {});

} // namespace rapport::platform
