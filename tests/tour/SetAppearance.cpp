// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/SetAppearance.h"

#include <chrono>

#include <QFile>

namespace rapport::tour {

SetAppearance::SetAppearance(const QString &path)
    : Appearance(nullptr)
    , m_path(path)
{
    connect(&m_timer, &QTimer::timeout, this, &SetAppearance::read);
    m_timer.start(std::chrono::milliseconds(50));
    read();
}

void SetAppearance::read()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QList<QByteArray> words = file.readAll().simplified().split(' ');
    Values values;
    values.colorScheme = words.contains("dark") ? ColorScheme::Dark : ColorScheme::Light;
    values.highContrast = words.contains("contrast");
    values.reducedMotion = words.contains("still");
    values.textScale = words.contains("large") ? 2.0 : 1.0;
    if (values == m_values)
        return;
    m_values = values;
    Q_EMIT changed();
}

} // namespace rapport::tour
