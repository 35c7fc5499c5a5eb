// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/linux/ApplicationInstance.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include "platform/AppId.h"
#include "platform/linux/ApplicationAdaptor.h"
#include "platform/linux/BusError.h"

namespace rapport::platform {

namespace {

constexpr int maxActionLength = 64;
constexpr int maxTokenLength = 256;
constexpr std::chrono::milliseconds retryAfter{50};

// The specification's rule: the name with slashes for its dots.
QString objectPath()
{
    return QLatin1Char{'/'} + QString{appId}.replace(QLatin1Char{'.'}, QLatin1Char{'/'});
}

bool isIdentifier(const QString &text, int maxLength)
{
    return text.size() <= maxLength && std::all_of(text.begin(), text.end(), [](QChar c) {
               const bool letterOrDigit = c.unicode() < 0x80 && c.isLetterOrNumber();
               return letterOrDigit || c == QLatin1Char{'-'} || c == QLatin1Char{'.'};
           });
}

// The compositor lets a window come to the front that shows the token which
// the other process was started with.
const char *const tokenVariable = "XDG_ACTIVATION_TOKEN";

bool isToken(const QByteArray &token)
{
    return !token.isEmpty() && token.size() <= maxTokenLength &&
           std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

bool makePrivateFolder(const QByteArray &path)
{
    // The mode goes with the call, so that the folder is never open to others.
    if (mkdir(path.constData(), S_IRWXU) == 0)
        return true;
    struct stat found = {};
    if (errno != EEXIST || stat(path.constData(), &found) != 0 || !S_ISDIR(found.st_mode))
        return false;
    const bool isPrivate = (found.st_mode & (S_IRWXG | S_IRWXO)) == 0;
    return isPrivate || chmod(path.constData(), S_IRWXU) == 0;
}

} // namespace

ApplicationInstance::~ApplicationInstance()
{
    if (m_listening) {
        QDBusConnection::sessionBus().unregisterService(appId);
        QDBusConnection::sessionBus().unregisterObject(objectPath());
    }
    if (m_lock >= 0)
        close(m_lock);
}

SingleInstance::Claim ApplicationInstance::claim(const QString &folder)
{
    if (m_lock >= 0)
        return Claim::Acquired;
    if (!QDir{}.mkpath(QFileInfo{folder}.absolutePath()) || !makePrivateFolder(QFile::encodeName(folder)))
        return Claim::CannotWrite;
    const QByteArray path = QFile::encodeName(folder + QStringLiteral("/lock"));
    const int file = open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (file < 0)
        return Claim::CannotWrite;
    struct flock whole = {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    if (fcntl(file, F_OFD_SETLK, &whole) == 0) {
        m_lock = file;
        return Claim::Acquired;
    }
    const bool held = errno == EAGAIN || errno == EACCES;
    close(file);
    return held ? Claim::AlreadyRunning : Claim::CannotWrite;
}

bool ApplicationInstance::listen()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (m_listening || !bus.isConnected())
        return m_listening;
    if (!findChild<ApplicationAdaptor *>())
        new ApplicationAdaptor{this};
    // The object before the name: who sees the name may call at once.
    m_listening =
        bus.registerObject(objectPath(), this, QDBusConnection::ExportAdaptors) && bus.registerService(appId);
    if (!m_listening)
        bus.unregisterObject(objectPath());
    return m_listening;
}

bool ApplicationInstance::passOn(const QString &action, std::chrono::milliseconds limit)
{
    const QDeadlineTimer deadline{limit};
    QVariantMap platformData;
    if (const QByteArray token = qgetenv(tokenVariable); isToken(token))
        platformData.insert(QStringLiteral("activation-token"), QString::fromLatin1(token));

    const QString method = action.isEmpty() ? QStringLiteral("Activate") : QStringLiteral("ActivateAction");
    QDBusMessage call = QDBusMessage::createMethodCall(appId, objectPath(),
                                                       QStringLiteral("org.freedesktop.Application"), method);
    if (action.isEmpty())
        call.setArguments({platformData});
    else
        call.setArguments({action, QVariantList{}, platformData});
    // The lock says that it runs; starting another one helps nobody.
    call.setAutoStartService(false);

    QDBusConnection bus = QDBusConnection::sessionBus();
    while (bus.isConnected() && !deadline.hasExpired()) {
        const int remaining = static_cast<int>(std::max<qint64>(1, deadline.remainingTime()));
        const QDBusMessage reply = bus.call(call, QDBus::Block, remaining);
        if (reply.type() == QDBusMessage::ReplyMessage)
            return true;
        if (!nobodyAnswersTo(QDBusError{reply}))
            return false;
        // It has the lock and not yet the name: it is just starting.
        QThread::msleep(static_cast<unsigned long>(retryAfter.count()));
    }
    return false;
}

void ApplicationInstance::receive(const QString &action, const QVariantMap &platformData)
{
    const QByteArray token = platformData.value(QStringLiteral("activation-token")).toString().toLatin1();
    if (isToken(token))
        qputenv(tokenVariable, token); // where Qt's Wayland plugin looks for it
    const QString known = isIdentifier(action, maxActionLength) ? action : QString{};
    // Later, so that the caller has its reply however long showing takes.
    QMetaObject::invokeMethod(
        this, [this, known] { Q_EMIT activated(known); }, Qt::QueuedConnection);
}

} // namespace rapport::platform
