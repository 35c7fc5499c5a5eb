// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Screens.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFontMetricsF>
#include <QJSValue>
#include <QLocale>
#include <QTranslator>

namespace rapport::app {

namespace {

/// English is always there: even its source texts need their plurals.
void installTranslations(QObject *owner)
{
    for (const QLocale &locale : {QLocale(QLocale::English), QLocale()}) {
        auto *translator = new QTranslator(owner);
        if (translator->load(locale, QStringLiteral("rapport"), QStringLiteral("_"),
                             QStringLiteral(":/rapport/i18n")))
            QCoreApplication::installTranslator(translator);
    }
}

std::unique_ptr<QQmlComponent> read(QQmlEngine &engine, QLatin1String file)
{
    return std::make_unique<QQmlComponent>(
        &engine, QUrl(QLatin1String("qrc:/qt/qml/Rapport/Screens/") + file), QQmlComponent::Asynchronous);
}

} // namespace

Screens::Screens()
{
    // The engine does so itself only for what it loads itself.
    QObject::connect(&m_engine, &QQmlEngine::quit, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    installTranslations(&m_engine);
    m_engine.addImportPath(QStringLiteral(":/qt/qml"));
    m_faces = read(m_engine, QLatin1String("FirstFaces.qml"));
    m_main = read(m_engine, QLatin1String("Main.qml"));
}

Screens::~Screens() = default;

std::unique_ptr<QObject> Screens::make(const QVariantMap &properties)
{
    waitFor(m_faces);
    makeFaces();
    waitFor(m_main);
    std::unique_ptr<QObject> made;
    if (m_main->isReady()) // 6.4 does not look before it makes
        made.reset(m_main->createWithInitialProperties(properties));
    if (!made)
        qCritical().noquote() << m_main->errorString();
    m_main.reset(); // it would keep all that the making took
    return made;
}

void Screens::waitFor(const std::unique_ptr<QQmlComponent> &component)
{
    if (!component->isLoading())
        return;
    QEventLoop untilRead;
    QObject::connect(component.get(), &QQmlComponent::statusChanged, &untilRead, &QEventLoop::quit);
    untilRead.exec();
}

/// A face takes as long as a dozen items of a screen when it is asked for first:
/// there is time for that until the screens are read. What fails here fails
/// again, and is told, when the screens are made.
void Screens::makeFaces()
{
    const std::unique_ptr<QObject> first(m_faces->isReady() ? m_faces->create() : nullptr);
    const QVariant faces = first ? first->property("faces").value<QJSValue>().toVariant() : QVariant();
    const QVariantList list = faces.toList();
    for (const QVariant &face : list)
        QFontMetricsF(face.value<QFont>()).horizontalAdvance(QLatin1String("Aa"));
    m_faces.reset();
}

} // namespace rapport::app
