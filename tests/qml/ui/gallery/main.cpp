// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
// Shows every control in its states. With --shots FOLDER it takes a picture of
// every page in every look and ends; without, the arrow keys walk through.
#include "qml/ui/Fonts.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QTimer>
#include <QtPlugin>

#include <memory>

// A plain link drops the plugin that registers the types written in C++.
Q_IMPORT_PLUGIN(Rapport_UiPlugin)

namespace {

struct Look
{
    const char *name;
    bool dark;
    bool contrast;
    double textScale;
    bool rightToLeft;
};

constexpr Look looks[] = {
    {"light", false, false, 1.0, false},         {"dark", true, false, 1.0, false},
    {"contrast-light", false, true, 1.0, false}, {"contrast-dark", true, true, 1.0, false},
    {"large", false, false, 2.0, false},         {"arabic", false, false, 1.0, true},
};

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
    parser.addOption(shots);
    parser.process(app);

    rapport::ui::loadFonts();
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
