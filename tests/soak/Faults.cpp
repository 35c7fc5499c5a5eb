// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/soak/Faults.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <mutex>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

namespace rapport::soak::faults {

namespace {

constexpr int maxDescriptor = 1024;

std::atomic<bool> armed{false};
std::atomic<int> counted{0};
std::atomic<int> struck{0};
std::array<std::atomic<bool>, maxDescriptor> ours{};
std::mutex planMutex;
std::string watched; // with a slash at its end
Plan plan;

bool concerns(const char *path)
{
    return armed && path && std::strncmp(path, watched.data(), watched.size()) == 0;
}

bool concerns(int descriptor)
{
    return armed && descriptor >= 0 && descriptor < maxDescriptor &&
           ours[static_cast<std::size_t>(descriptor)];
}

/// Counts a call; whether it is to fail, with errno set.
bool fails(bool needsRoom)
{
    const int number = ++counted;
    const std::lock_guard lock(planMutex);
    if (plan.first == 0 || number < plan.first || (!plan.persistent && number > plan.first))
        return false;
    if (plan.error == ENOSPC && !needsRoom)
        return false;
    ++struck;
    errno = plan.error;
    return true;
}

int remember(int descriptor, bool isOurs)
{
    if (descriptor >= 0 && descriptor < maxDescriptor)
        ours[static_cast<std::size_t>(descriptor)] = isOurs;
    return descriptor;
}

template<typename Call>
Call *real(const char *name)
{
    return reinterpret_cast<Call *>(::dlsym(RTLD_NEXT, name));
}

constexpr int modeOf(int flags, std::va_list arguments)
{
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, int) : 0;
}

} // namespace

void arm(const std::string &folder, const Plan &chosen)
{
    const std::lock_guard lock(planMutex);
    watched = folder + '/';
    plan = chosen;
    counted = 0;
    struck = 0;
    armed = true;
}

int disarm()
{
    armed = false;
    return counted;
}

int failed()
{
    return struck;
}

} // namespace rapport::soak::faults

using namespace rapport::soak::faults; // NOLINT(google-build-using-namespace): what follows is the C
                                       // library's

// Libraries find these before those of the C library, since the program comes
// first. The names, types and exception specifications are the C library's.
#define RAPPORT_EXPORTED extern "C" __attribute__((visibility("default")))

#define RAPPORT_OPEN(name)                                                                                   \
    RAPPORT_EXPORTED int name(const char *path, int flags, ...)                                              \
    {                                                                                                        \
        std::va_list arguments;                                                                              \
        va_start(arguments, flags);                                                                          \
        const int mode = modeOf(flags, arguments);                                                           \
        va_end(arguments);                                                                                   \
        const bool isOurs = concerns(path);                                                                  \
        if (isOurs && fails((flags & O_CREAT) != 0))                                                         \
            return -1;                                                                                       \
        return remember(real<int(const char *, int, ...)>(#name)(path, flags, mode), isOurs);                \
    }
RAPPORT_OPEN(open)
RAPPORT_OPEN(open64)

#define RAPPORT_OPENAT(name)                                                                                 \
    RAPPORT_EXPORTED int name(int folder, const char *path, int flags, ...)                                  \
    {                                                                                                        \
        std::va_list arguments;                                                                              \
        va_start(arguments, flags);                                                                          \
        const int mode = modeOf(flags, arguments);                                                           \
        va_end(arguments);                                                                                   \
        const bool isOurs = concerns(path);                                                                  \
        if (isOurs && fails((flags & O_CREAT) != 0))                                                         \
            return -1;                                                                                       \
        return remember(real<int(int, const char *, int, ...)>(#name)(folder, path, flags, mode), isOurs);   \
    }
RAPPORT_OPENAT(openat)
RAPPORT_OPENAT(openat64)

RAPPORT_EXPORTED int close(int descriptor)
{
    remember(descriptor, false);
    return real<int(int)>("close")(descriptor);
}

RAPPORT_EXPORTED ssize_t read(int descriptor, void *bytes, std::size_t size)
{
    if (concerns(descriptor) && fails(false))
        return -1;
    return real<ssize_t(int, void *, std::size_t)>("read")(descriptor, bytes, size);
}

RAPPORT_EXPORTED ssize_t write(int descriptor, const void *bytes, std::size_t size)
{
    if (concerns(descriptor) && fails(true))
        return -1;
    return real<ssize_t(int, const void *, std::size_t)>("write")(descriptor, bytes, size);
}

#define RAPPORT_PREAD(name, Offset)                                                                          \
    RAPPORT_EXPORTED ssize_t name(int descriptor, void *bytes, std::size_t size, Offset at)                  \
    {                                                                                                        \
        if (concerns(descriptor) && fails(false))                                                            \
            return -1;                                                                                       \
        return real<ssize_t(int, void *, std::size_t, Offset)>(#name)(descriptor, bytes, size, at);          \
    }
RAPPORT_PREAD(pread, off_t)
RAPPORT_PREAD(pread64, off64_t)

// A disk that fills up takes a part of what it is given; SQLite then tries the rest.
#define RAPPORT_PWRITE(name, Offset)                                                                         \
    RAPPORT_EXPORTED ssize_t name(int descriptor, const void *bytes, std::size_t size, Offset at)            \
    {                                                                                                        \
        const auto call = real<ssize_t(int, const void *, std::size_t, Offset)>(#name);                      \
        if (concerns(descriptor) && fails(true)) {                                                           \
            const int error = errno;                                                                         \
            if (error == ENOSPC)                                                                             \
                call(descriptor, bytes, size / 2, at);                                                       \
            errno = error;                                                                                   \
            return -1;                                                                                       \
        }                                                                                                    \
        return call(descriptor, bytes, size, at);                                                            \
    }
RAPPORT_PWRITE(pwrite, off_t)
RAPPORT_PWRITE(pwrite64, off64_t)

#define RAPPORT_DESCRIPTOR(name, needsRoom, ...)                                                             \
    RAPPORT_EXPORTED int name(int descriptor) __VA_ARGS__                                                    \
    {                                                                                                        \
        if (concerns(descriptor) && fails(needsRoom))                                                        \
            return -1;                                                                                       \
        return real<int(int)>(#name)(descriptor);                                                            \
    }
RAPPORT_DESCRIPTOR(fsync, true)
RAPPORT_DESCRIPTOR(fdatasync, true)

#define RAPPORT_FTRUNCATE(name, Offset)                                                                      \
    RAPPORT_EXPORTED int name(int descriptor, Offset size) noexcept                                          \
    {                                                                                                        \
        if (concerns(descriptor) && fails(false))                                                            \
            return -1;                                                                                       \
        return real<int(int, Offset)>(#name)(descriptor, size);                                              \
    }
RAPPORT_FTRUNCATE(ftruncate, off_t)
RAPPORT_FTRUNCATE(ftruncate64, off64_t)

RAPPORT_EXPORTED int fchmod(int descriptor, mode_t mode) noexcept
{
    if (concerns(descriptor) && fails(false))
        return -1;
    return real<int(int, mode_t)>("fchmod")(descriptor, mode);
}

RAPPORT_EXPORTED int rename(const char *from, const char *to) noexcept
{
    if (concerns(to) && fails(true))
        return -1;
    return real<int(const char *, const char *)>("rename")(from, to);
}

RAPPORT_EXPORTED int renameat2(int fromFolder, const char *from, int toFolder, const char *to,
                               unsigned flags) noexcept
{
    if (concerns(to) && fails(true))
        return -1;
    return real<int(int, const char *, int, const char *, unsigned)>("renameat2")(fromFolder, from, toFolder,
                                                                                  to, flags);
}

#define RAPPORT_PATH(name)                                                                                   \
    RAPPORT_EXPORTED int name(const char *path) noexcept                                                     \
    {                                                                                                        \
        if (concerns(path) && fails(false))                                                                  \
            return -1;                                                                                       \
        return real<int(const char *)>(#name)(path);                                                         \
    }
RAPPORT_PATH(unlink)
RAPPORT_PATH(rmdir)
RAPPORT_PATH(remove)

RAPPORT_EXPORTED int mkdir(const char *path, mode_t mode) noexcept
{
    if (concerns(path) && fails(true))
        return -1;
    return real<int(const char *, mode_t)>("mkdir")(path, mode);
}
