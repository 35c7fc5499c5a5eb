// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// The registry of screens and their states, to be looked at.
//
//   rapport-shots --pictures FOLDER [--only TEXT]   a picture of each state in each look
//   rapport-shots                                   does what it reads, a line at a time:
//       list              every state's name, then "ok"
//       show STATE LOOK…  goes there anew; "ok" once everything stands still
//       look LOOK…        another look at the same
//       size WIDTH HEIGHT of the window
//       grab FILE         a picture
//       asked             "ok N": how often the app asked the system for something
//       mend              what was done to the device is undone
//       quit
// Whatever cannot be done is answered by "failed" and why.
#include <cstdio>
#include <iostream>
#include <string>

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QSocketNotifier>
#include <QtQml/qqmlextensionplugin.h>

#include "platform/Process.h"
#include "qml/ui/Fonts.h"
#include "tests/registry/State.h"

Q_IMPORT_QML_PLUGIN(Rapport_AppPlugin)
Q_IMPORT_QML_PLUGIN(Rapport_UiPlugin)
Q_IMPORT_QML_PLUGIN(Rapport_ScreensPlugin)

namespace rapport::registry {
namespace {

/// Long enough for what fades although nothing is to move.
constexpr std::chrono::milliseconds stillness(60);

struct Picture
{
    const char *name;
    const char *look;
    bool anew; ///< texts and view models, too, are made in this look
};

constexpr Picture pictures[] = {
    {"light", "light", true},          {"dark", "dark", false},
    {"large", "light large", false},   {"contrast", "dark contrast", false},
    {"rtl", "light rtl pseudo", true},
};

Look lookOf(const QString &words)
{
    return Look::fromWords(words.split(u' ', Qt::SkipEmptyParts));
}

/// Holds the one world there is at a time.
class Showroom
{
public:
    /// Nothing when it went well, else what was absent.
    QString show(const State &state, const Look &look)
    {
        m_world.reset();
        m_world = std::make_unique<World>(look);
        try {
            state.setUp(*m_world);
            m_world->untilShown(state.screen);
        } catch (const World::Absent &absent) {
            return absent.what;
        }
        World::wait(stillness);
        return {};
    }

    void setLook(const Look &look)
    {
        m_world->setLook(look);
        World::wait(stillness);
    }

    void setSize(QSize size)
    {
        m_world->window()->resize(size);
        World::wait(stillness);
    }

    bool grab(const QString &file) { return m_world->window()->grabWindow().save(file); }
    World *world() { return m_world.get(); }
    void end() { m_world.reset(); }

private:
    std::unique_ptr<World> m_world;
};

int takePictures(const QString &folder, const QString &only)
{
    Showroom showroom;
    int failures = 0;
    QDir().mkpath(folder);
    for (const State &state : allStates()) {
        if (!state.id().contains(only))
            continue;
        bool there = false;
        for (const Picture &picture : pictures) {
            const Look look = lookOf(QLatin1String(picture.look));
            if (picture.anew) {
                there = false;
                if (const QString absent = showroom.show(state, look); !absent.isEmpty()) {
                    std::fprintf(stderr, "%s %s: there is not %s\n", qPrintable(state.id()), picture.name,
                                 qPrintable(absent));
                    ++failures;
                    continue;
                }
                there = true;
            } else if (there) {
                showroom.setLook(look);
            }
            if (there)
                showroom.grab(
                    QStringLiteral("%1/%2-%3.png").arg(folder, state.id(), QLatin1String(picture.name)));
        }
    }
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

QString done(Showroom &showroom, const QString &line)
{
    const QString word = line.section(u' ', 0, 0);
    const QString rest = line.section(u' ', 1);
    if (word == QLatin1String("list")) {
        for (const State &state : allStates())
            std::puts(qPrintable(state.id()));
        return QStringLiteral("ok");
    }
    if (word == QLatin1String("show")) {
        const QString id = rest.section(u' ', 0, 0);
        for (const State &state : allStates()) {
            if (state.id() != id)
                continue;
            const QString absent = showroom.show(state, lookOf(rest.section(u' ', 1)));
            return absent.isEmpty() ? QStringLiteral("ok") : QLatin1String("failed: there is not ") + absent;
        }
        return QStringLiteral("failed: no such state");
    }
    if (word == QLatin1String("quit")) {
        showroom.end();
        QCoreApplication::quit();
        return QStringLiteral("ok");
    }
    if (!showroom.world())
        return QStringLiteral("failed: nothing is shown");
    if (word == QLatin1String("look")) {
        showroom.setLook(lookOf(rest));
        return QStringLiteral("ok");
    }
    if (word == QLatin1String("size")) {
        showroom.setSize({rest.section(u' ', 0, 0).toInt(), rest.section(u' ', 1, 1).toInt()});
        return QStringLiteral("ok");
    }
    if (word == QLatin1String("grab"))
        return showroom.grab(rest) ? QStringLiteral("ok") : QStringLiteral("failed: no picture");
    if (word == QLatin1String("mend")) {
        showroom.world()->mend();
        return QStringLiteral("ok");
    }
    if (word == QLatin1String("asked"))
        return QStringLiteral("ok %1").arg(showroom.world()->asked());
    return QStringLiteral("failed: unknown word");
}

int obey()
{
    Showroom showroom;
    QSocketNotifier input(fileno(stdin), QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, qApp, [&] {
        // A set-up runs the event loop, which would read on.
        input.setEnabled(false);
        std::string line;
        if (!std::getline(std::cin, line)) {
            QCoreApplication::quit();
            return;
        }
        std::puts(qPrintable(done(showroom, QString::fromStdString(line))));
        std::fflush(stdout);
        input.setEnabled(true);
    });
    return QCoreApplication::exec();
}

} // namespace
} // namespace rapport::registry

int main(int argc, char *argv[])
{
    rapport::platform::hardenProcess();
    QCoreApplication::setApplicationName(QStringLiteral("rapport"));
    const QGuiApplication application(argc, argv);
    QGuiApplication::setQuitOnLastWindowClosed(false); // each state has its own
    rapport::ui::loadFonts();

    QCommandLineParser parser;
    parser.addOptions(
        {{QStringLiteral("pictures"), QStringLiteral("Takes pictures and ends."), QStringLiteral("folder")},
         {QStringLiteral("only"), QStringLiteral("Only states with this in their names."),
          QStringLiteral("text")}});
    parser.process(application);
    const QString folder = parser.value(QStringLiteral("pictures"));
    return folder.isEmpty() ? rapport::registry::obey()
                            : rapport::registry::takePictures(folder, parser.value(QStringLiteral("only")));
}
