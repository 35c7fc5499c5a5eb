// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/WatchedSharer.h"

#include <utility>

#include <QPointer>

namespace rapport::app {

WatchedSharer::WatchedSharer(std::unique_ptr<platform::Sharer> sharer)
    : m_sharer(std::move(sharer))
{}

/// The answer comes to us even where whoever asked is gone, or it would be
/// counted as open for good.
platform::Sharer::Answer WatchedSharer::counted(QObject *context, Answer answer)
{
    opened();
    return [this, context = QPointer(context), answer = std::move(answer)](Result result) {
        closed();
        if (context)
            answer(result);
    };
}

void WatchedSharer::composeEmail(const QString &subject, const QString &body,
                                 const QList<platform::Attachment> &attachments, QWindow *parent,
                                 QObject *context, Answer answer)
{
    m_sharer->composeEmail(subject, body, attachments, parent, this, counted(context, std::move(answer)));
}

void WatchedSharer::saveFile(const QString &suggestedName, const QByteArray &bytes, QWindow *parent,
                             QObject *context, Answer answer)
{
    m_sharer->saveFile(suggestedName, bytes, parent, this, counted(context, std::move(answer)));
}

void WatchedSharer::copyText(const QString &text, QObject *context, Answer answer)
{
    m_sharer->copyText(text, context, std::move(answer));
}

void WatchedSharer::clearCopied()
{
    m_sharer->clearCopied();
}

void WatchedSharer::openUri(const QUrl &uri, QWindow *parent, QObject *context, Answer answer)
{
    m_sharer->openUri(uri, parent, this, counted(context, std::move(answer)));
}

} // namespace rapport::app
