// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
// Shows every control in its states. With --shots FOLDER it takes a picture of
// every page in every look and ends, with --sheets FOLDER of every control in
// every state; without, the arrow keys walk through the pages.
#include "qml/ui/Fonts.h"
#include "tests/qml/ui/gallery/Samples.h"
#include "tests/qml/ui/gallery/Sheet.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QTimer>
#include <QtPlugin>

#include <cstdio>
#include <memory>

// A plain link drops the plugin that registers the types written in C++.
Q_IMPORT_PLUGIN(Rapport_UiPlugin)

namespace {

using rapport::gallery::Look;
using rapport::gallery::looks;

void apply(QQuickItem *root, const Look &look, int page)
{
    root->setProperty("page", page);
    root->setProperty("dark", look.dark);
    root->setProperty("highContrast", look.contrast);
    root->setProperty("textScale", look.textScale);
    root->setProperty("rightToLeft", look.rightToLeft);
}

// One picture per turn of the event loop and a little patience, so that what
// is laid out late is in the picture too.
void shoot(QQuickView &view, const QString &folder, std::size_t look, int page)
{
    constexpr int patience = 350;
    QQuickItem *root = view.rootObject();
    const int pages = root->property("pages").toInt();
    if (page == pages) {
        ++look;
        page = 0;
    }
    if (look == std::size(looks)) {
        QCoreApplication::quit();
        return;
    }
    apply(root, looks[look], page);
    QTimer::singleShot(patience, &view, [&view, folder, look, page] {
        const QString name =
            QStringLiteral("%1/%2-%3.png").arg(folder, QLatin1String(looks[look].name)).arg(page);
        view.grabWindow().save(name);
        shoot(view, folder, look, page + 1);
    });
}

} // namespace

int main(int argc, char *argv[])
{
    const QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption shots(QStringLiteral("shots"), QStringLiteral("Take pictures."),
                                   QStringLiteral("folder"));
    const QCommandLineOption sheets(QStringLiteral("sheets"),
                                    QStringLiteral("Draw every control in every state."),
                                    QStringLiteral("folder"));
    const QCommandLineOption list(QStringLiteral("list"), QStringLiteral("Name every control."));
    parser.addOptions({shots, sheets, list});
    parser.process(app);

    if (parser.isSet(list)) {
        for (const rapport::gallery::Sample &sample : rapport::gallery::samples)
            std::puts(sample.control);
        return 0;
    }
    rapport::ui::loadFonts();
    if (parser.isSet(sheets)) {
        QDir().mkpath(parser.value(sheets));
        return rapport::gallery::drawSheets(parser.value(sheets)) == 0 ? 0 : 1;
    }
    QQuickView view;
    view.engine()->addImportPath(QStringLiteral(":/qt/qml"));
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.resize(360, 720);
    view.setSource(QUrl(QStringLiteral("qrc:/qt/qml/Rapport/Gallery/Gallery.qml")));
    if (!view.rootObject())
        return 1;
    view.show();
    if (parser.isSet(shots)) {
        QDir().mkpath(parser.value(shots));
        shoot(view, parser.value(shots), 0, 0);
    }
    return QGuiApplication::exec();
}
