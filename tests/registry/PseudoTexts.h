// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QTranslator>

namespace rapport::registry {

/// A made-up language with Arabic letters: shows what was never made
/// translatable, and how a text from right to left stands on a page.
class PseudoTexts : public QTranslator
{
public:
    /// A text of the interface in that language; %1, %n and marks stay.
    static QString of(const QString &text);

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *comment, int n) const override;
};

} // namespace rapport::registry
