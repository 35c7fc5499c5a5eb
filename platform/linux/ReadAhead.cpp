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

// What libsecret-1.so.0 (0.19 and later) and libglib-2.0.so.0 promise, as far as
// it is needed here; nothing of theirs is included or linked.
struct Backend;
struct AsyncResult;
struct MainContext;
using Answered = void (*)(void *source, AsyncResult *result, void *data);

/// The connection to the key store and the agreement on a key for what passes
/// over it. The password functions that QtKeychain calls keep one "backend" a
/// process; secret_service_get_sync() makes another one that they never look at.
/// No entry is looked at, nothing is unlocked.
void openKeyStoreSession()
{
    constexpr int openSession = 1 << 1;
    const auto get = resolved<void (*)(int flags, void *cancellable, Answered answered, void *data)>(
        "libsecret-1.so.0", "secret_backend_get");
    static const auto finish =
        resolved<Backend *(*)(AsyncResult *, void **error)>("libsecret-1.so.0", "secret_backend_get_finish");
    constexpr const char *glib = "libglib-2.0.so.0";
    const auto newContext = resolved<MainContext *(*)()>(glib, "g_main_context_new");
    const auto push = resolved<void (*)(MainContext *)>(glib, "g_main_context_push_thread_default");
    const auto turn = resolved<int (*)(MainContext *, int mayBlock)>(glib, "g_main_context_iteration");
    if (!get || !finish || !newContext || !push || !turn)
        return;

    MainContext *context = newContext();
    push(context);
    const auto keep = [](void *, AsyncResult *result, void *) {
        finish(result, nullptr); // this is what keeps it for those who ask later
    };
    get(openSession, nullptr, keep, nullptr);
    // To the end of the process: it is told here, too, when the key store goes
    // and another one comes.
    for (;;)
        turn(context, 1);
}

} // namespace

std::jthread readAhead(bool keyStore)
{
    return std::jthread([keyStore] {
        readFontList();
        // One after the other: three that load libraries at once wait for each
        // other. A key store that does not answer holds nobody up.
        if (keyStore)
            std::thread(openKeyStoreSession).detach();
    });
}

} // namespace rapport::platform
