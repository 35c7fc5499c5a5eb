// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Screens.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QLocale>
#include <QTranslator>
#include <QWindow>

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
    m_main = read(m_engine, QLatin1String("Main.qml"));
    m_stage = read(m_engine, QLatin1String("Stage.qml"));
    for (const char *file : {"Places.qml", "TodayPlace.qml"})
        m_later.push_back(read(m_engine, QLatin1String(file)));
}

Screens::~Screens() = default;

std::unique_ptr<QObject> Screens::make(const QVariantMap &properties)
{
    waitFor(m_main);
    std::unique_ptr<QObject> made;
    if (m_main->isReady()) // 6.4 does not look before it makes
        made.reset(m_main->createWithInitialProperties(properties));
    if (!made)
        qCritical().noquote() << m_main->errorString();
    m_main.reset(); // it would keep all that the making took
    if (!made)
        return made;
    QCoreApplication::sendPostedEvents(); // the key store may have answered
    waitFor(m_stage);
    if (m_stage->isError()) {
        qCritical().noquote() << m_stage->errorString();
        return {};
    }
    made->setProperty("staged", true);
    // Closed meanwhile: nobody would ever see it again. Not now, where no event
    // loop is that would end.
    const auto *window = qobject_cast<QWindow *>(made.get());
    if (window && !window->isVisible())
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    m_stage.reset();
    m_later.clear();
    return made;
}

bool Screens::readAll()
{
    bool complete = true;
    const QDir folder(QStringLiteral(":/qt/qml/Rapport/Screens"));
    const QStringList files = folder.entryList({QStringLiteral("*.qml")});
    for (const QString &file : files) {
        const QQmlComponent component(&m_engine, QUrl(QStringLiteral("qrc") + folder.filePath(file)));
        if (component.isReady())
            continue;
        qCritical().noquote() << component.errorString();
        complete = false;
    }
    return complete && !files.isEmpty();
}

void Screens::waitFor(const std::unique_ptr<QQmlComponent> &component)
{
    if (!component->isLoading())
        return;
    QEventLoop untilRead;
    QObject::connect(component.get(), &QQmlComponent::statusChanged, &untilRead, &QEventLoop::quit);
    untilRead.exec();
}

} // namespace rapport::app
