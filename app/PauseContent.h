// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QLocale>

#include "core/domain/PausePlan.h"

namespace rapport::app {

/// The starters in the locale's language; in English where there are none.
QList<domain::Starter> pauseStarters(const QLocale &locale);

/// The samples of a bell in the form that platform::Bell takes; empty for what
/// is no bell. From any thread.
QByteArray bellSamples(domain::CueKind kind);

/// The samples within a WAV file; empty unless they are one channel of 16 bits
/// at platform::Bell's rate.
QByteArray samplesOfWav(const QByteArray &wav);

} // namespace rapport::app
