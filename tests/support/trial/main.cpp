// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
// Shows one QML file, for trying the accessibility driver without Rapport:
//   trial FILE
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QUrl>

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    const QQmlApplicationEngine engine(QUrl::fromLocalFile(QGuiApplication::arguments().value(1)));
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}
