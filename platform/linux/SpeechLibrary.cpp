// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/linux/SpeechLibrary.h"

#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <cstring>

#include <QFile>
#include <QMutex>
#include <QStandardPaths>

namespace rapport::platform {

namespace {

// From speech-dispatcher/libspeechd.h, whose library has kept these since
// version 2 of its binary interface (0.8, 2013).
constexpr int libraryVersion = 2;
constexpr int threadedMode = 1;
constexpr int unixSocket = 0;
constexpr int textPriority = 3; // gives way to messages of a screen reader
constexpr int plainText = 0;
constexpr int whenEnded = 2;
constexpr int whenCancelled = 8;

using Callback = void (*)(size_t message, size_t client, int event);

struct Address
{
    int method;
    char *unixSocketName;
    char *inetSocketHost;
    int inetSocketPort;
    char *dbusBus;
};

/// Where a connection begins; the rest is the library's own.
struct Connection
{
    Callback begin;
    Callback end;
    Callback cancel;
};

QMutex listenerMutex;
SpeechLibrary::Listener listening;

void tell(size_t message, bool whole)
{
    const QMutexLocker lock{&listenerMutex};
    if (listening)
        listening(static_cast<int>(message), whole);
}

void listenTo(const SpeechLibrary::Listener &listener)
{
    const QMutexLocker lock{&listenerMutex};
    listening = listener;
}

/// The service's own place, never what SPEECHD_ADDRESS says: that may be a
/// network's address.
QByteArray socketPath()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString base =
        runtime.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) : runtime;
    return QFile::encodeName(base + QLatin1String("/speech-dispatcher/speechd.sock"));
}

/// The library writes to its socket as if it never broke: a service that went
/// would end the app. Only for the calling thread, and what it starts.
void ignoreBrokenPipes()
{
    sigset_t pipes;
    sigemptyset(&pipes);
    sigaddset(&pipes, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipes, nullptr);
}

} // namespace

struct SpeechLibrary::Functions
{
    Connection *(*open)(const char *client, const char *connection, const char *user, int mode,
                        const Address *address, int startService, char **error);
    void (*close)(Connection *);
    int (*say)(Connection *, int priority, const char *text);
    int (*cancel)(Connection *);
    int (*setDataMode)(Connection *, int mode);
    int (*setLanguage)(Connection *, const char *language);
    int (*setNotificationOn)(Connection *, int which);
    char **(*listModules)(Connection *);
};

SpeechLibrary::SpeechLibrary(const QString &name)
    : m_library{name, libraryVersion}
{}

SpeechLibrary::~SpeechLibrary()
{
    close();
}

bool SpeechLibrary::resolve()
{
    if (m_functions)
        return true;
    if (!m_library.load())
        return false;
    auto functions = std::make_unique<Functions>();
    const auto find = [this](auto &function, const char *name) {
        function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(m_library.resolve(name));
        return function != nullptr;
    };
    const bool whole = find(functions->open, "spd_open2") && find(functions->close, "spd_close") &&
                       find(functions->say, "spd_say") && find(functions->cancel, "spd_cancel") &&
                       find(functions->setDataMode, "spd_set_data_mode") &&
                       find(functions->setLanguage, "spd_set_language") &&
                       find(functions->setNotificationOn, "spd_set_notification_on") &&
                       find(functions->listModules, "spd_list_modules");
    if (whole)
        m_functions = std::move(functions);
    return whole;
}

bool SpeechLibrary::open(const Listener &listener)
{
    if (isOpen())
        return true;
    if (!resolve())
        return false;
    ignoreBrokenPipes();
    QByteArray path = socketPath();
    const Address address{unixSocket, path.data(), nullptr, 0, nullptr};
    char *error = nullptr;
    Connection *connection = m_functions->open("rapport", "main", nullptr, threadedMode, &address, 1, &error);
    std::free(error);
    if (!connection)
        return false;
    m_connection = connection;
    listenTo(listener);
    connection->end = [](size_t message, size_t, int) { tell(message, true); };
    connection->cancel = [](size_t message, size_t, int) { tell(message, false); };
    const bool usable = m_functions->setDataMode(connection, plainText) == 0 &&
                        m_functions->setNotificationOn(connection, whenEnded) == 0 &&
                        m_functions->setNotificationOn(connection, whenCancelled) == 0 && hasVoice();
    if (!usable)
        close();
    return usable;
}

bool SpeechLibrary::hasVoice() const
{
    char **modules = m_functions->listModules(static_cast<Connection *>(m_connection));
    if (!modules)
        return false;
    bool found = false;
    for (char **module = modules; *module; ++module) {
        found = found || std::strcmp(*module, "dummy") != 0;
        std::free(*module);
    }
    std::free(static_cast<void *>(modules));
    return found;
}

void SpeechLibrary::close()
{
    if (!isOpen())
        return;
    listenTo({});
    m_functions->close(static_cast<Connection *>(m_connection));
    m_connection = nullptr;
}

int SpeechLibrary::say(const QByteArray &text, const QByteArray &language)
{
    if (!isOpen())
        return -1;
    auto *connection = static_cast<Connection *>(m_connection);
    // A language without a voice is the service's own affair: it takes another.
    m_functions->setLanguage(connection, language.constData());
    return m_functions->say(connection, textPriority, text.constData());
}

void SpeechLibrary::cancel()
{
    if (isOpen())
        m_functions->cancel(static_cast<Connection *>(m_connection));
}

} // namespace rapport::platform
