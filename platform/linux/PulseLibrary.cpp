// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/linux/PulseLibrary.h"

#include <QFile>
#include <QLibrary>
#include <QList>

#include "platform/Bell.h"

namespace rapport::platform::pulse {

namespace {

// What libpulse-simple.so.0 has promised since 2007; its headers are not
// needed for building.
struct SampleSpec
{
    int format;
    std::uint32_t rate;
    std::uint8_t channels;
};
struct BufferAttributes
{
    std::uint32_t maxLength;
    std::uint32_t targetLength;
    std::uint32_t preBuffer;
    std::uint32_t minRequest;
    std::uint32_t fragmentSize;
};
constexpr int signed16LittleEndian = 3;
constexpr int playback = 1;
constexpr std::uint32_t serverDecides = 0xffffffff;
constexpr std::uint32_t bytesPerMs = Bell::samplesPerSecond / 1000 * 2;

using New = void *(*)(const char *server, const char *name, int direction, const char *device,
                      const char *streamName, const SampleSpec *, const void *channelMap,
                      const BufferAttributes *, int *error);
using Free = void (*)(void *);
using Write = int (*)(void *, const void *, std::size_t, int *error);
using Drain = int (*)(void *, int *error);

struct Functions
{
    New make = nullptr;
    Free free = nullptr;
    Write write = nullptr;
    Drain drain = nullptr;
};

/// Null functions where the library is missing. It stays loaded: unloading
/// code that had threads is nobody's gain.
const Functions &functions()
{
    static const Functions loaded = [] {
        QLibrary library(QStringLiteral("pulse-simple"), 0);
        library.setLoadHints(QLibrary::PreventUnloadHint);
        Functions found;
        found.make = reinterpret_cast<New>(library.resolve("pa_simple_new"));
        found.free = reinterpret_cast<Free>(library.resolve("pa_simple_free"));
        found.write = reinterpret_cast<Write>(library.resolve("pa_simple_write"));
        found.drain = reinterpret_cast<Drain>(library.resolve("pa_simple_drain"));
        return found.make && found.free && found.write && found.drain ? found : Functions{};
    }();
    return loaded;
}

} // namespace

QByteArray serverPath()
{
    QByteArray named = qgetenv("PULSE_SERVER");
    if (named.startsWith("unix:"))
        named.remove(0, 5);
    // Several servers, or the id of a machine before one: not for us to guess.
    const bool local = named.startsWith('/') && !named.contains(' ');
    QList<QByteArray> candidates;
    if (local)
        candidates.append(named);
    if (const QByteArray folder = qgetenv("PULSE_RUNTIME_PATH"); !folder.isEmpty())
        candidates.append(folder + "/native");
    if (const QByteArray folder = qgetenv("XDG_RUNTIME_DIR"); !folder.isEmpty())
        candidates.append(folder + "/pulse/native");
    for (const QByteArray &path : candidates) {
        if (QFile::exists(QFile::decodeName(path)))
            return path;
    }
    return {};
}

Stream::Stream()
{
    const QByteArray path = serverPath();
    // Without a server the library is not even loaded.
    const New make = path.isEmpty() ? nullptr : functions().make;
    if (!make)
        return;
    const SampleSpec spec{signed16LittleEndian, Bell::samplesPerSecond, 1};
    // Short, so that a bell sounds when it is rung and stops when it is over.
    const BufferAttributes buffer{serverDecides, 80 * bytesPerMs, 20 * bytesPerMs, serverDecides,
                                  serverDecides};
    int error = 0;
    m_stream = make(("unix:" + path).constData(), "Rapport", playback, nullptr, "Bell", &spec, nullptr,
                    &buffer, &error);
}

Stream::~Stream()
{
    const Free free = m_stream ? functions().free : nullptr;
    if (free)
        free(m_stream);
}

bool Stream::write(const void *samples, std::size_t bytes)
{
    int error = 0;
    const Write write = m_stream ? functions().write : nullptr;
    return write && write(m_stream, samples, bytes, &error) == 0;
}

void Stream::drain()
{
    int error = 0;
    const Drain drain = m_stream ? functions().drain : nullptr;
    if (drain)
        drain(m_stream, &error);
}

} // namespace rapport::platform::pulse
