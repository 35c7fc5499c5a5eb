// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include <QDir>

#include "platform/Sharer.h"

namespace rapport::tour {

/// Saves into a folder without asking, where there is no dialog to ask with;
/// every other way is the system's own.
class FolderSharer : public platform::Sharer
{
public:
    FolderSharer(const QString &folder, std::unique_ptr<platform::Sharer> others);

    void composeEmail(const QString &subject, const QString &body,
                      const QList<platform::Attachment> &attachments, QWindow *parent, QObject *context,
                      Answer answer) override;
    void saveFile(const QString &suggestedName, const QByteArray &bytes, QWindow *parent, QObject *context,
                  Answer answer) override;
    void copyText(const QString &text, QObject *context, Answer answer) override;
    void clearCopied() override { m_others->clearCopied(); }
    void openUri(const QUrl &uri, QWindow *parent, QObject *context, Answer answer) override;

private:
    QDir m_folder;
    std::unique_ptr<platform::Sharer> m_others;
};

} // namespace rapport::tour
