// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include "platform/BootClock.h"

namespace rapport::app {

/// Counts down until the next try is taken, for a screen to say. It decides
/// nothing: that is done by vault::Attempts, on the same clock.
class TryWait : public QObject
{
    Q_OBJECT

public:
    explicit TryWait(const platform::BootClock &clock, QObject *parent = nullptr);

    void begin(qint64 ms);

    bool isOver() const { return m_secondsLeft == 0; }

    QString text() const { return words(m_secondsLeft); }

    /// "in 30 seconds", "in 4 minutes"; nothing for none.
    static QString words(int seconds);

    /// What is said when a try is not taken for so long.
    static QString sentence(qint64 ms);

Q_SIGNALS:
    void changed();

private:
    void look();

    const platform::BootClock &m_clock;
    QTimer m_timer;
    qint64 m_endNs = 0;
    int m_secondsLeft = 0;
};

} // namespace rapport::app
