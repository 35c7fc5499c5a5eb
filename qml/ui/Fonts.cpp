// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "qml/ui/Fonts.h"

#include <QFont>
#include <QFontDatabase>
#include <QString>
#include <QStringList>

namespace rapport::ui {

bool loadFonts()
{
    const QStringList files = {
        QStringLiteral("SourceSans3-Regular.otf"),   QStringLiteral("SourceSans3-Semibold.otf"),
        QStringLiteral("RapportArabic-Regular.ttf"), QStringLiteral("RapportArabic-Bold.ttf"),
        QStringLiteral("RapportSerif-Regular.ttf"),  QStringLiteral("RapportNaskh-Regular.ttf"),
    };
    bool complete = true;
    for (const QString &file : files) {
        complete =
            QFontDatabase::addApplicationFont(QStringLiteral(":/rapport/fonts/") + file) >= 0 && complete;
    }
    QFont::insertSubstitution(QStringLiteral("Source Sans 3"), QStringLiteral("Rapport Arabic"));
    QFont::insertSubstitution(QStringLiteral("Rapport Serif"), QStringLiteral("Rapport Naskh"));
    return complete;
}

} // namespace rapport::ui
