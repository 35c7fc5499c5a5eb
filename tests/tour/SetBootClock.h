// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <atomic>
#include <memory>

#include <QString>

#include "platform/BootClock.h"

namespace rapport::tour {

/// The real clock, ahead by as many seconds as stand in a file. Whoever drives
/// the tour writes it, and five minutes are over at once.
class SetBootClock : public platform::BootClock
{
public:
    SetBootClock(std::unique_ptr<platform::BootClock> real, const QString &path);

    qint64 nowNs() const override;
    QByteArray bootId() const override;
    void waitUntil(qint64 markNs) override;
    void wake() override;

private:
    qint64 aheadNs() const;

    std::unique_ptr<platform::BootClock> m_real;
    QString m_path;
    std::atomic<bool> m_woken = false;
};

} // namespace rapport::tour
