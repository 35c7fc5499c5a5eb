// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <cstdio>

#include <QDir>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtQml/qqmlextensionplugin.h>

#include "app/CommandLine.h"
#include "app/Demo.h"
#include "app/Interface.h"
#include "app/QuietLog.h"
#include "app/Screens.h"
#include "app/SystemClock.h"
#include "app/Version.h"
#include "core/vault/Disk.h"
#include "platform/AppId.h"
#include "platform/Process.h"
#include "platform/ReadAhead.h"
#include "platform/Services.h"
#include "qml/ui/Faces.h"
#include "qml/ui/Fonts.h"

Q_IMPORT_QML_PLUGIN(Rapport_AppPlugin)
Q_IMPORT_QML_PLUGIN(Rapport_UiPlugin)
Q_IMPORT_QML_PLUGIN(Rapport_ScreensPlugin)

namespace {

using rapport::app::CommandLine;

/// Not derived from the app's id, which may change between package formats.
QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QLatin1String("/rapport");
}

/// Where people look for their own files; theirs may be called otherwise, or be gone.
QString backupFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

/// What goes on beside the rest of a start.
struct Underway
{
    std::jthread &readAhead;
    rapport::app::Screens &screens;
};

bool show(rapport::app::Interface &interface, rapport::platform::SingleInstance::Claim claim,
          const QString &action, const Underway &underway)
{
    interface.begin(claim);
    if (underway.readAhead.joinable())
        underway.readAhead.join();
    rapport::ui::loadFonts();
    rapport::ui::Faces::prepare(interface.textScale());
    return interface.show(action);
}

/// Loads the real interface over an empty folder: enough to see that every
/// file of it is there and fits together.
int selfTest(const Underway &underway)
{
    const QTemporaryDir folder;
    const rapport::app::SystemClock clock;
    rapport::app::SystemRandom random;
    const std::unique_ptr<rapport::vault::Disk> disk = rapport::vault::systemDisk();
    rapport::platform::Services services = rapport::platform::makeServices();
    rapport::app::Interface interface({folder.path(), *disk, clock, random, services}, underway.screens);
    const auto claim = services.singleInstance->claim(folder.path());
    if (!show(interface, claim, {}, underway) || !underway.screens.readAll())
        return EXIT_FAILURE;
    QObject::connect(&interface.shell(), &rapport::app::Shell::viewChanged, qGuiApp, [&] {
        if (interface.shell().view() == rapport::app::Shell::FirstMinute)
            QCoreApplication::exit(EXIT_SUCCESS);
    });
    return QCoreApplication::exec();
}

/// The app with a made-up client's ten months, beside whatever else runs.
int demonstrate(const Underway &underway)
{
    const rapport::app::SystemClock clock;
    rapport::app::SystemRandom random;
    const std::unique_ptr<rapport::vault::Disk> disk = rapport::vault::systemDisk();
    const auto home = rapport::app::DemoHome::make(*disk, clock, random);
    if (!home)
        return EXIT_FAILURE;
    rapport::platform::Services services = rapport::platform::makeServices();
    home->moveInto(services);
    const auto claim = services.singleInstance->claim(home->folder());
    rapport::app::Interface interface({home->folder(), *disk, clock, random, services, true, backupFolder()},
                                      underway.screens);
    if (!show(interface, claim, {}, underway))
        return EXIT_FAILURE;
    return QCoreApplication::exec();
}

int run(const CommandLine &commandLine, const Underway &underway)
{
    rapport::platform::Services services = rapport::platform::makeServices();
    const QString folder = dataFolder();
    const auto claim = services.singleInstance->claim(folder);
    if (claim == rapport::platform::SingleInstance::Claim::AlreadyRunning &&
        services.singleInstance->passOn(commandLine.action))
        return EXIT_SUCCESS;

    const rapport::app::SystemClock clock;
    rapport::app::SystemRandom random;
    const std::unique_ptr<rapport::vault::Disk> disk = rapport::vault::systemDisk();
    rapport::app::Interface interface({folder, *disk, clock, random, services, false, backupFolder()},
                                      underway.screens);
    if (!show(interface, claim, commandLine.action, underway))
        return EXIT_FAILURE;
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    rapport::platform::hardenProcess();
    rapport::app::keepLogsQuiet();
    QCoreApplication::setApplicationName(QStringLiteral("rapport"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RAPPORT_VERSION));
    QGuiApplication::setDesktopFileName(rapport::platform::appId);

    // What is asked for is answered where there is no display, too; and one
    // application a process: the end of a first one ends D-Bus for the next.
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const CommandLine commandLine = rapport::app::parseCommandLine(arguments);
    if (commandLine.task == CommandLine::PrintAndEnd) {
        std::fputs(qPrintable(commandLine.output), commandLine.status == 0 ? stdout : stderr);
        return commandLine.status;
    }

    std::jthread readAhead = rapport::platform::readAhead(commandLine.task == CommandLine::Start);
    const QGuiApplication application(argc, argv);
    rapport::app::Screens screens;
    const Underway underway{readAhead, screens};
    switch (commandLine.task) {
    case CommandLine::SelfTest:
        return selfTest(underway);
    case CommandLine::Demonstrate:
        return demonstrate(underway);
    default:
        return run(commandLine, underway);
    }
}
