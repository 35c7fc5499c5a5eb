// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/SetBootClock.h"

#include <algorithm>

#include <QFile>

namespace rapport::tour {

namespace {

constexpr qint64 nsPerSecond = 1'000'000'000;
constexpr qint64 lookAgainNs = 20'000'000;

} // namespace

SetBootClock::SetBootClock(std::unique_ptr<platform::BootClock> real, const QString &path)
    : m_real(std::move(real))
    , m_path(path)
{}

qint64 SetBootClock::nowNs() const
{
    return m_real->nowNs() + aheadNs();
}

QByteArray SetBootClock::bootId() const
{
    return m_real->bootId();
}

void SetBootClock::waitUntil(qint64 markNs)
{
    while (nowNs() < markNs && !m_woken.exchange(false))
        m_real->waitUntil(m_real->nowNs() + std::min(lookAgainNs, markNs - nowNs()));
}

void SetBootClock::wake()
{
    m_woken = true;
    m_real->wake();
}

qint64 SetBootClock::aheadNs() const
{
    if (m_path.isEmpty())
        return 0;
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().simplified().toLongLong() * nsPerSecond : 0;
}

} // namespace rapport::tour
