// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// The floor: the least that a Qt Quick program can be, a window with a word.
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>

#include "tests/bench/FirstFrame.h"
#include "tests/bench/LoopDelay.h"

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    QQmlApplicationEngine engine;
    engine.loadData("import QtQuick\n"
                    "Window { width: 360; height: 720; visible: true; Text { text: \"Rapport\" } }\n");
    if (engine.rootObjects().isEmpty())
        return EXIT_FAILURE;
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    rapport::bench::Ending ending(*window, [] { return true; });
    return QCoreApplication::exec();
}
