// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace rapport::app {

/// What was asked for on the command line.
struct CommandLine
{
    enum Task { Start, SelfTest, Demonstrate, PrintAndEnd };

    Task task = Start;
    QString action; ///< "new-need", "new-check-in", "new-pause", or empty
    QString output; ///< for PrintAndEnd
    int status = 0; ///< for PrintAndEnd: 0, or 2 when an option is not known
};

/// Reads --help, --version, --self-test, --demo and --new. Pure: prints nothing.
/// The first of the arguments is the program's own name.
CommandLine parseCommandLine(const QStringList &arguments);

} // namespace rapport::app
