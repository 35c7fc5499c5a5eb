// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QtGlobal>

#ifndef QT_NO_DEBUG
#include <atomic>
#include <thread>
#endif

namespace rapport::domain {

/// While it lives, the thread that made it is the one that draws and must
/// never wait for a disk, a key store or a key derivation. Debug builds hold
/// everybody to it by mayWait(); a release knows nothing of it. One at a time.
class GuiThread
{
public:
#ifdef QT_NO_DEBUG
    GuiThread()
    {}
    ~GuiThread()
    {}
#else
    GuiThread()
    {
        declared = std::this_thread::get_id();
    }
    ~GuiThread()
    {
        declared = std::thread::id();
    }
    static inline std::atomic<std::thread::id> declared{};
#endif
    GuiThread(const GuiThread &) = delete;
    GuiThread &operator=(const GuiThread &) = delete;
};

/// Said by everything that may take its time: this thread may wait here.
inline void mayWait([[maybe_unused]] const char *what)
{
#ifndef QT_NO_DEBUG
    Q_ASSERT_X(GuiThread::declared.load() != std::this_thread::get_id(), what,
               "called on the thread that draws");
#endif
}

} // namespace rapport::domain
