// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/tour/FolderSharer.h"

#include <QSaveFile>

namespace rapport::tour {

FolderSharer::FolderSharer(const QString &folder, std::unique_ptr<platform::Sharer> others)
    : m_folder(folder)
    , m_others(std::move(others))
{}

void FolderSharer::composeEmail(const QString &subject, const QString &body,
                                const QList<platform::Attachment> &attachments, QWindow *parent,
                                QObject *context, Answer answer)
{
    m_others->composeEmail(subject, body, attachments, parent, context, std::move(answer));
}

void FolderSharer::saveFile(const QString &suggestedName, const QByteArray &bytes, QWindow *,
                            QObject *context, Answer answer)
{
    QSaveFile file(m_folder.filePath(suggestedName));
    const bool saved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    QMetaObject::invokeMethod(
        context, [answer = std::move(answer), saved] { answer(saved ? Result::Done : Result::Failed); },
        Qt::QueuedConnection);
}

void FolderSharer::copyText(const QString &text, QObject *context, Answer answer)
{
    m_others->copyText(text, context, std::move(answer));
}

void FolderSharer::openUri(const QUrl &uri, QWindow *parent, QObject *context, Answer answer)
{
    m_others->openUri(uri, parent, context, std::move(answer));
}

} // namespace rapport::tour
