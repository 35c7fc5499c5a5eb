// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <semaphore>

#include <QThread>
#include <QThreadPool>

namespace rapport::tests {

/// Keeps every worker busy until it goes.
class HeldWorkers
{
public:
    HeldWorkers()
    {
        QThreadPool::globalInstance()->setMaxThreadCount(1);
        QThreadPool::globalInstance()->start([this] { m_go.acquire(); });
    }
    ~HeldWorkers()
    {
        m_go.release();
        QThreadPool::globalInstance()->waitForDone();
        QThreadPool::globalInstance()->setMaxThreadCount(QThread::idealThreadCount());
    }

private:
    std::binary_semaphore m_go{0};
};

} // namespace rapport::tests
