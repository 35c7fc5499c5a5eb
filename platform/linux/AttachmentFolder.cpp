// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/linux/AttachmentFolder.h"

#include <sys/stat.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace rapport::platform {

namespace {

bool makePrivateFolder(const QString &path)
{
    return mkdir(QFile::encodeName(path).constData(), S_IRWXU) == 0;
}

// Where both this process and the portal see the same path.
QString sessionFolder()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString sandbox = qEnvironmentVariable("FLATPAK_ID");
    if (runtime.isEmpty() || sandbox.isEmpty())
        return runtime;
    return runtime + QStringLiteral("/app/") + sandbox;
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file{path};
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly) &&
           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(bytes) == bytes.size() &&
           file.flush();
}

} // namespace

AttachmentFolder::~AttachmentFolder()
{
    if (!m_path.isEmpty())
        QDir{m_path}.removeRecursively();
}

std::optional<QList<QString>> AttachmentFolder::add(const QList<Attachment> &attachments)
{
    if (m_path.isEmpty()) {
        const QString session = sessionFolder();
        const QString path = session + QStringLiteral("/rapport-attachments");
        QDir{path}.removeRecursively();
        if (session.isEmpty() || !makePrivateFolder(path))
            return std::nullopt;
        m_path = path;
    }
    QList<QString> paths;
    for (const Attachment &attachment : attachments) {
        // A folder for each, so that names need not differ.
        const QString folder = m_path + QLatin1Char{'/'} + QString::number(++m_count);
        const QString name = QFileInfo{attachment.name}.fileName();
        const QString path = folder + QLatin1Char{'/'} + name;
        if (name.isEmpty() || !makePrivateFolder(folder) || !writeFile(path, attachment.bytes))
            return std::nullopt;
        paths << path;
    }
    return paths;
}

} // namespace rapport::platform
