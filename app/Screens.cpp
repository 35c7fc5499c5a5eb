// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Screens.h"

#include <QCoreApplication>
#include <QEventLoop>
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

} // namespace

Screens::Screens()
    : m_main(&m_engine)
{
    // The engine does so itself only for what it loads itself.
    QObject::connect(&m_engine, &QQmlEngine::quit, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    installTranslations(&m_engine);
    m_engine.addImportPath(QStringLiteral(":/qt/qml"));
    m_main.loadUrl(QUrl(QStringLiteral("qrc:/qt/qml/Rapport/Screens/Main.qml")), QQmlComponent::Asynchronous);
}

Screens::~Screens() = default;

std::unique_ptr<QObject> Screens::make(const QVariantMap &properties)
{
    if (m_main.isLoading()) {
        QEventLoop untilRead;
        QObject::connect(&m_main, &QQmlComponent::statusChanged, &untilRead, &QEventLoop::quit);
        untilRead.exec();
    }
    std::unique_ptr<QObject> made(m_main.createWithInitialProperties(properties));
    if (!made)
        qCritical().noquote() << m_main.errorString();
    return made;
}

} // namespace rapport::app
