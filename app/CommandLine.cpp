// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/CommandLine.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include "app/Version.h"

namespace rapport::app {

namespace {

/// What --new takes. Shell knows each as "new-…".
QStringList newThings()
{
    return {QStringLiteral("need"), QStringLiteral("check-in"), QStringLiteral("pause")};
}

/// The parser asks the application for the program's name. Where there is none
/// yet, one stands in: after a help text the process ends.
QString helpText(const QCommandLineParser &parser)
{
    if (QCoreApplication::instance() != nullptr)
        return parser.helpText();
    char name[] = "rapport";
    char *words[] = {name, nullptr};
    int count = 1;
    const QCoreApplication standIn(count, words);
    return parser.helpText();
}

} // namespace

CommandLine parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "CommandLine", "For what is hard to say in therapy. Everything stays on this device."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QCoreApplication::translate("CommandLine", "Shows this help."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     QCoreApplication::translate("CommandLine", "Shows the version."));
    const QCommandLineOption selfTest(
        QStringLiteral("self-test"),
        QCoreApplication::translate("CommandLine", "Loads the interface once, without any data, and ends."));
    const QCommandLineOption demo(
        QStringLiteral("demo"),
        QCoreApplication::translate("CommandLine",
                                    "Shows ten months of somebody who does not exist. Nothing is kept."));
    const QCommandLineOption create(
        QStringLiteral("new"),
        QCoreApplication::translate("CommandLine", "Opens where one writes (need), on the moods (check-in) "
                                                   "or on the pause (pause)."),
        QStringLiteral("thing"));
    parser.addOptions({help, version, selfTest, demo, create});

    const QString usage = QCoreApplication::translate("CommandLine", "Try --help.") + u'\n';
    if (!parser.parse(arguments))
        return {CommandLine::PrintAndEnd, {}, parser.errorText() + u'\n' + usage, 2};
    if (parser.isSet(help))
        return {CommandLine::PrintAndEnd, {}, helpText(parser), 0};
    if (parser.isSet(version))
        return {CommandLine::PrintAndEnd, {}, QLatin1String("Rapport " RAPPORT_VERSION "\n"), 0};
    if (!parser.positionalArguments().isEmpty()) {
        return {CommandLine::PrintAndEnd,
                {},
                QCoreApplication::translate("CommandLine", "Rapport opens no files: %1")
                        .arg(parser.positionalArguments().first()) +
                    u'\n' + usage,
                2};
    }
    if (parser.isSet(selfTest))
        return {CommandLine::SelfTest, {}, {}, 0};
    if (parser.isSet(demo))
        return {CommandLine::Demonstrate, {}, {}, 0};
    if (!parser.isSet(create))
        return {};
    const QString thing = parser.value(create);
    if (!newThings().contains(thing)) {
        return {CommandLine::PrintAndEnd,
                {},
                QCoreApplication::translate("CommandLine", "--new takes: %1.")
                        .arg(newThings().join(QStringLiteral(", "))) +
                    u'\n' + usage,
                2};
    }
    return {CommandLine::Start, QStringLiteral("new-") + thing, {}, 0};
}

} // namespace rapport::app
