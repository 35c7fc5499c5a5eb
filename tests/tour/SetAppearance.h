// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QTimer>

#include "platform/Appearance.h"

namespace rapport::tour {

/// An appearance that follows a file: the words "dark", "contrast", "still",
/// "large", in any order. Whoever drives the tour writes it.
class SetAppearance : public platform::Appearance
{
    Q_OBJECT

public:
    explicit SetAppearance(const QString &path);

    Values values() const override { return m_values; }

private:
    void read();

    QString m_path;
    Values m_values;
    QTimer m_timer;
};

} // namespace rapport::tour
