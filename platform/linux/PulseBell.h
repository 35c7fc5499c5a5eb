// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include "platform/Bell.h"

namespace rapport::platform {

/// A bell by PulseAudio's protocol, which PipeWire speaks too. Its library is
/// loaded when a bell is first prepared: the app starts without it, and Qt
/// Multimedia, which would bring Qt Network into the process, is not needed.
class PulseBell : public Bell
{
public:
    PulseBell();

    /// Waits a moment for what still sounds; a sound server that hangs is left
    /// behind.
    ~PulseBell() override;
    PulseBell(const PulseBell &) = delete;
    PulseBell &operator=(const PulseBell &) = delete;

    void prepare(QObject *context, Answer answer) override;
    void ring(const QByteArray &samples, double volume) override;
    void release() override;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace rapport::platform
