// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

#include "core/vault/Machine.h"
#include "core/vault/Passphrase.h"
#include "core/vault/Pin.h"

namespace rapport::app {

/// What keeps the vault closed, for a person: what happened, that nothing was
/// lost, what to do.
struct ProblemSentences
{
    QString title;
    QString text;
    QString advice;
    bool aboutFolder = false; ///< naming the folder helps
};

ProblemSentences problemSentences(vault::Problem problem);

/// A part of the open file cannot be read.
QString damageSentence();

/// What is being typed is in memory only.
QString heldSentence();

/// The key store's key is the only one there is.
QString noOtherWaySentence();

/// Why a passphrase is not taken; empty when it is.
QString words(vault::PassphraseProblem problem);

/// Why a PIN is not taken; empty when it is.
QString words(vault::PinProblem problem);

} // namespace rapport::app
