// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include <QByteArray>

namespace rapport::platform::pulse {

/// The path of the sound server's socket: PULSE_SERVER, if it names one of
/// this machine, else the usual place. Empty if nothing is there. Never a
/// host: Rapport opens no socket but local ones, and a library left to choose
/// would also try others.
QByteArray serverPath();

/// One stream to the sound server by the simple interface of libpulse. For one
/// thread; every call may wait as long as the server likes.
class Stream
{
public:
    /// Loads the library, if it is there, and connects.
    Stream();
    ~Stream();
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    bool isOpen() const { return m_stream != nullptr; }

    /// Samples of Bell's form. False when the server is gone.
    bool write(const void *samples, std::size_t bytes);

    /// Waits until everything written was heard.
    void drain();

private:
    void *m_stream = nullptr;
};

} // namespace rapport::platform::pulse
