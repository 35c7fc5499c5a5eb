// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// The product's own start with two things added: it says when the first frame
// with the person's own data is there, and with --fill it makes the vault.
//
//   rapport-bench-start FOLDER [--fill]
#include <algorithm>

#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QtQml/qqmlextensionplugin.h>

#include "app/Demo.h"
#include "app/Interface.h"
#include "app/SystemClock.h"
#include "core/vault/Disk.h"
#include "platform/Process.h"
#include "platform/ReadAhead.h"
#include "platform/Services.h"
#include "qml/ui/Faces.h"
#include "qml/ui/Fonts.h"
#include "tests/bench/LoopDelay.h"

Q_IMPORT_QML_PLUGIN(Rapport_AppPlugin)
Q_IMPORT_QML_PLUGIN(Rapport_UiPlugin)
Q_IMPORT_QML_PLUGIN(Rapport_ScreensPlugin)

namespace {

using namespace rapport;

/// Whether what the person comes for stands in the window, and not only its frame.
bool shows(const QQuickItem &item, const char *type)
{
    const QList<QQuickItem *> children = item.childItems();
    return QByteArray(item.metaObject()->className()).startsWith(type) ||
           std::any_of(children.begin(), children.end(),
                       [type](const QQuickItem *child) { return shows(*child, type); });
}

int fill(const QString &folder)
{
    const app::SystemClock clock;
    app::SystemRandom random;
    const auto disk = vault::systemDisk();
    const auto key = app::makeDemoVault(*disk, folder, clock, random);
    if (!key)
        return EXIT_FAILURE;
    platform::Services services = platform::makeServices();
    QObject context;
    services.keyStore->write(key->name, key->secret.bytes(), &context, [](platform::KeyStore::Result result) {
        QCoreApplication::exit(result == platform::KeyStore::Result::Ok ? EXIT_SUCCESS : EXIT_FAILURE);
    });
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    platform::hardenProcess();
    QCoreApplication::setApplicationName(QStringLiteral("rapport"));
    std::jthread ahead = platform::readAhead(true);
    const QGuiApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.contains(QLatin1String("--fill")))
        return fill(words.at(1));

    app::Screens screens;
    const app::SystemClock clock;
    app::SystemRandom random;
    const auto disk = vault::systemDisk();
    platform::Services services = platform::makeServices();
    const QString &folder = words.at(1);
    const auto claim = services.singleInstance->claim(folder);
    app::Interface interface({folder, *disk, clock, random, services}, screens);
    interface.begin(claim);
    ahead.join();
    ui::loadFonts();
    ui::Faces::prepare(interface.textScale());
    if (!interface.show())
        return EXIT_FAILURE;
    auto *window = qobject_cast<QQuickWindow *>(QGuiApplication::topLevelWindows().constFirst());
    bench::Ending ending(*window, [&interface, window] {
        app::Rooms *rooms = interface.shell().rooms();
        return rooms && rooms->cards()->status() == app::Cards::Ready &&
               rooms->nextSession()->nearness() != app::NextSession::None &&
               shows(*window->contentItem(), "TodayScreen_");
    });
    return QCoreApplication::exec();
}
