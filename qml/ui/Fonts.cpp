// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "qml/ui/Fonts.h"

#include <QByteArray>
#include <QFont>
#include <QFontDatabase>
#include <QResource>
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
        // Where it lies within the program: a font that is added by its name is
        // copied to the heap in full.
        const QResource font(QStringLiteral(":/rapport/fonts/") + file);
        const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(font.data()), font.size());
        complete = font.isValid() && font.compressionAlgorithm() == QResource::NoCompression &&
                   QFontDatabase::addApplicationFontFromData(bytes) >= 0 && complete;
    }
    QFont::insertSubstitution(QStringLiteral("Source Sans 3"), QStringLiteral("Rapport Arabic"));
    QFont::insertSubstitution(QStringLiteral("Rapport Serif"), QStringLiteral("Rapport Naskh"));
    return complete;
}

} // namespace rapport::ui
