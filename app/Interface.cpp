// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Interface.h"

#include <QFile>
#include <QGuiApplication>

namespace rapport::app {

namespace {

QByteArray crisisLines()
{
    QFile file(QStringLiteral(":/rapport/crisis/lines.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Interface::Interface(const Shell::Parts &parts, Screens &screens)
    : m_services(parts.services)
    , m_screens(screens)
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

void Interface::begin(platform::SingleInstance::Claim claim)
{
    m_services.memoryGuard->guard(); // a first line may be typed before there is a vault
    m_shell.start(claim);
}

bool Interface::show(const QString &action)
{
    m_window = m_screens.make({{QStringLiteral("shell"), QVariant::fromValue(&m_shell)},
                               {QStringLiteral("look"), QVariant::fromValue(&m_look)},
                               {QStringLiteral("settings"), QVariant::fromValue(&m_settings)},
                               {QStringLiteral("helpNow"), QVariant::fromValue(&m_helpNow)}});
    if (!m_window)
        return false;
    if (!action.isEmpty())
        m_shell.act(action);
    m_services.singleInstance->listen();
    return true;
}

} // namespace rapport::app
