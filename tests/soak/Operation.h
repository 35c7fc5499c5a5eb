// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <vector>

#include "tests/soak/Scene.h"

namespace rapport::soak {

/// Where an operation says what it has answered for: what a person has seen
/// kept may not be lost from then on, whatever happens.
class Acks
{
public:
    /// Lines go to a file descriptor of another process.
    explicit Acks(int descriptor)
        : m_descriptor(descriptor)
    {}
    void say(const QByteArray &line) const;

private:
    int m_descriptor;
};

/// What became of a scene.
struct Verdict
{
    bool opens = false; ///< the person gets at their words, by the means they had before
    int lost = 0;       ///< of what was answered for, or was there before
    QByteArray why;     ///< of the first thing that is not right; empty: all is well
};

/// Something the program does to a person's files, as the torments see it.
struct Operation
{
    static constexpr int diskFull = 0; ///< the code of that error; others have greater ones

    const char *name;

    /// Acts again and again until it is ended; without, it ends by itself.
    bool endless;

    /// What was kept can be read while the disk is still full: a migration, say,
    /// has to wait until there is room.
    bool readsWhenFull;

    /// The most room that it can need on a disk, in KiB, besides what it finds.
    int roomKib;

    /// Makes what it starts from, in an empty folder. False: it could not.
    bool (*prepare)(Scene &);

    /// Acts so many times, or until the first error, whose code it answers, and
    /// acknowledges what was kept.
    std::optional<int> (*act)(Scene &, const Acks &, int times);

    /// Looks at what is there afterwards, given what was acknowledged.
    Verdict (*check)(Scene &, const QByteArrayList &acks);
};

const std::vector<Operation> &operations();

} // namespace rapport::soak
