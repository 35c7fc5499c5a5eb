// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// Without a word of Qt: it takes the thread that uses it first for the one that
// draws.
#include "platform/ReadAhead.h"

#include <dlfcn.h>

namespace rapport::platform {

namespace {

/// The library stays: whoever needs it by itself later finds it there.
template<typename Function>
Function resolved(const char *library, const char *name)
{
    void *handle = dlopen(library, RTLD_LAZY | RTLD_NODELETE);
    return handle ? reinterpret_cast<Function>(dlsym(handle, name)) : nullptr;
}

/// The list of the system's fonts, for Qt.
void readFontList()
{
    if (const auto init = resolved<int (*)()>("libfontconfig.so.1", "FcInit"))
        init();
}

/// What libsecret-1.so.0 has promised since 2012: the connection and the
/// agreement on a key for what passes over it, which QtKeychain, too, then
/// uses. No entry is looked at, nothing is unlocked.
void openKeyStoreSession()
{
    constexpr int openSession = 1 << 1;
    using Get = void *(*)(int flags, void *cancellable, void **error);
    if (const auto get = resolved<Get>("libsecret-1.so.0", "secret_service_get_sync"))
        get(openSession, nullptr, nullptr);
}

} // namespace

std::jthread readAhead(bool keyStore)
{
    // A key store that does not answer holds nobody up: nobody waits for this.
    if (keyStore)
        std::thread(openKeyStoreSession).detach();
    return std::jthread(readFontList);
}

} // namespace rapport::platform
