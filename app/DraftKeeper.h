// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include <QObject>
#include <QString>
#include <QTimer>

#include "app/Environment.h"

namespace rapport::app {

/// Keeps what is being typed in one place, half a second after typing stops.
/// A draft that cannot be kept is tried again every few seconds and with the
/// next change; over a lock it is held in memory, sealed. The text itself stays
/// with whoever shows it.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    DraftKeeper(const Environment &environment, const QString &place, QObject *parent);

    /// Reads what was kept; calls back with an empty text when there is none.
    void load(const std::function<void(const QString &text)> &loaded);

    /// Keeps this text soon; empty forgets it.
    void changed(const QString &text);

    /// Forgets the draft at once: its text found its place.
    void forget();

    /// Keeps what is still waiting, now: the app goes to the background.
    void flush();

private:
    void write(const QString &text);

    Environment m_environment;
    QString m_place;
    QString m_waiting;
    QTimer m_timer;
};

} // namespace rapport::app
