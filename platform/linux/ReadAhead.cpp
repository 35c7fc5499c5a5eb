// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/ReadAhead.h"

#include <QLibrary>
#include <QString>

namespace rapport::platform {

namespace {

/// Stays loaded: whoever reads it by itself later finds it there.
QFunctionPointer resolved(const QString &name, int version, const char *symbol)
{
    QLibrary library(name, version);
    library.setLoadHints(QLibrary::PreventUnloadHint);
    return library.resolve(symbol);
}

/// The list of the system's fonts, for Qt.
void readFontList()
{
    using Init = int (*)();
    if (const auto init = reinterpret_cast<Init>(resolved(QStringLiteral("fontconfig"), 1, "FcInit")))
        init();
}

/// What libsecret-1.so.0 has promised since 2012: the connection and the
/// agreement on a key for what passes over it, which QtKeychain, too, then
/// uses. No entry is looked at, nothing is unlocked.
void openKeyStoreSession()
{
    constexpr int openSession = 1 << 1;
    using Get = void *(*)(int flags, void *cancellable, void **error);
    const auto get =
        reinterpret_cast<Get>(resolved(QStringLiteral("secret-1"), 0, "secret_service_get_sync"));
    if (get)
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
