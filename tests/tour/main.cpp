// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// The tour's own start: rapport-tour --data FOLDER --now ISO-TIME [--look FILE] [--boot-clock FILE]
// [--save-to FOLDER] [--right-to-left]
#include <cstdio>

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QtQml/qqmlextensionplugin.h>

#include "app/Interface.h"
#include "app/SystemClock.h"
#include "core/vault/Disk.h"
#include "platform/Process.h"
#include "platform/Services.h"
#include "qml/ui/Fonts.h"
#include "tests/tour/FolderSharer.h"
#include "tests/tour/SetAppearance.h"
#include "tests/tour/SetBootClock.h"
#include "tests/tour/SetClock.h"

Q_IMPORT_QML_PLUGIN(Rapport_AppPlugin)
Q_IMPORT_QML_PLUGIN(Rapport_UiPlugin)
Q_IMPORT_QML_PLUGIN(Rapport_ScreensPlugin)

int main(int argc, char *argv[])
{
    rapport::platform::hardenProcess();
    QCoreApplication::setApplicationName(QStringLiteral("rapport"));
    QGuiApplication application(argc, argv);
    rapport::app::Screens screens;
    rapport::ui::loadFonts();

    QCommandLineParser parser;
    parser.addOptions(
        {{QStringLiteral("data"), QStringLiteral("Where the vault lies."), QStringLiteral("folder")},
         {QStringLiteral("now"), QStringLiteral("What time it is."), QStringLiteral("time")},
         {QStringLiteral("look"), QStringLiteral("A file that says how it looks."), QStringLiteral("file")},
         {QStringLiteral("boot-clock"),
          QStringLiteral("A file that says by how many seconds the device's own clock is ahead."),
          QStringLiteral("file")},
         {QStringLiteral("save-to"), QStringLiteral("Where files are saved, without a dialog."),
          QStringLiteral("folder")},
         {QStringLiteral("right-to-left"), QStringLiteral("Lays out from right to left.")}});
    parser.process(application);
    const QDateTime now = QDateTime::fromString(parser.value(QStringLiteral("now")), Qt::ISODate);
    if (!now.isValid() || parser.value(QStringLiteral("data")).isEmpty()) {
        std::fputs(qPrintable(parser.helpText()), stderr);
        return 2;
    }
    if (parser.isSet(QStringLiteral("right-to-left")))
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);

    using namespace rapport;
    const tour::SetClock clock(domain::Moment::fromDateTime(now), QByteArrayLiteral("Europe/Madrid"));
    app::SystemRandom random;
    const std::unique_ptr<vault::Disk> disk = vault::systemDisk();
    platform::Services services = platform::makeServices();
    services.appearance = std::make_unique<tour::SetAppearance>(parser.value(QStringLiteral("look")));
    services.bootClock = std::make_unique<tour::SetBootClock>(std::move(services.bootClock),
                                                              parser.value(QStringLiteral("boot-clock")));
    if (parser.isSet(QStringLiteral("save-to")))
        services.sharer = std::make_unique<tour::FolderSharer>(parser.value(QStringLiteral("save-to")),
                                                               std::move(services.sharer));

    const QString folder = parser.value(QStringLiteral("data"));
    const auto claim = services.singleInstance->claim(folder);
    app::Interface interface({folder, *disk, clock, random, services}, screens);
    interface.begin(claim);
    if (!interface.show())
        return EXIT_FAILURE;
    return QCoreApplication::exec();
}
