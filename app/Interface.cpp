// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Interface.h"

#include <QFile>
#include <QGuiApplication>
#include <QLocale>
#include <QTranslator>

namespace rapport::app {

namespace {

QByteArray crisisLines()
{
    QFile file(QStringLiteral(":/rapport/crisis/lines.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

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

Interface::Interface(const Shell::Parts &parts)
    : m_services(parts.services)
    , m_deviceSettings(parts.dataFolder)
    , m_shell(parts)
    , m_look(*parts.services.appearance, m_deviceSettings)
    , m_settings(m_deviceSettings, m_look)
    , m_helpNow(crisisLines(), m_deviceSettings, parts.clock, *parts.services.sharer)
{
    for (QObject *object : std::initializer_list<QObject *>{&m_shell, &m_look, &m_settings, &m_helpNow})
        QQmlEngine::setObjectOwnership(object, QQmlEngine::CppOwnership);

    // Phones end an app in the background without another word.
    QObject::connect(qGuiApp, &QGuiApplication::applicationStateChanged, &m_shell,
                     [this](Qt::ApplicationState state) {
                         if (Rooms *rooms = m_shell.rooms()) {
                             if (state == Qt::ApplicationActive)
                                 rooms->nextSession()->refresh();
                             else
                                 rooms->flush();
                         }
                     });
}

Interface::~Interface() = default;

bool Interface::start(platform::SingleInstance::Claim claim, const QString &action)
{
    // The key store answers and the vault opens on threads of their own while
    // this one reads the interface; the answers wait for the event loop.
    m_shell.start(claim);
    installTranslations(&m_engine);
    m_engine.addImportPath(QStringLiteral(":/qt/qml"));
    m_engine.setInitialProperties({{QStringLiteral("shell"), QVariant::fromValue(&m_shell)},
                                   {QStringLiteral("look"), QVariant::fromValue(&m_look)},
                                   {QStringLiteral("settings"), QVariant::fromValue(&m_settings)},
                                   {QStringLiteral("helpNow"), QVariant::fromValue(&m_helpNow)}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Rapport/Screens/Main.qml")));
    if (m_engine.rootObjects().isEmpty())
        return false;
    if (!action.isEmpty())
        m_shell.act(action);
    m_services.singleInstance->listen();
    return true;
}

} // namespace rapport::app
