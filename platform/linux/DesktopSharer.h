// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>

#include "platform/linux/AttachmentFolder.h"
#include "platform/linux/SecretClipboard.h"
#include "platform/linux/Undumpable.h"
#include "platform/Sharer.h"

namespace rapport::platform {

/// Sharing by the desktop portals, which work inside and outside of sandboxes.
/// There is no portal for sharing as such.
class DesktopSharer : public Sharer
{
public:
    DesktopSharer(std::chrono::milliseconds clipboardDelay, std::shared_ptr<Undumpable> guard);

    void composeEmail(const QString &subject, const QString &body, const QList<Attachment> &attachments,
                      QWindow *parent, QObject *context, Answer answer) override;
    void saveFile(const QString &suggestedName, const QByteArray &bytes, QWindow *parent, QObject *context,
                  Answer answer) override;
    void copyText(const QString &text, QObject *context, Answer answer) override;
    void clearCopied() override;
    void openUri(const QUrl &uri, QWindow *parent, QObject *context, Answer answer) override;

private:
    std::shared_ptr<Undumpable> m_guard;
    AttachmentFolder m_attachments;
    SecretClipboard m_clipboard;
    QObject m_open; // owns what is under way
};

} // namespace rapport::platform
