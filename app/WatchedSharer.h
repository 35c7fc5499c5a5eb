// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include "app/DialogWatch.h"
#include "platform/Sharer.h"

namespace rapport::app {

/// Another Sharer, and whether a dialog of it is open.
class WatchedSharer : public DialogWatch, public platform::Sharer
{
    Q_OBJECT

public:
    explicit WatchedSharer(std::unique_ptr<platform::Sharer> sharer);

    void composeEmail(const QString &subject, const QString &body,
                      const QList<platform::Attachment> &attachments, QWindow *parent, QObject *context,
                      Answer answer) override;
    void saveFile(const QString &suggestedName, const QByteArray &bytes, QWindow *parent, QObject *context,
                  Answer answer) override;
    void copyText(const QString &text, QObject *context, Answer answer) override;
    void clearCopied() override;
    void openUri(const QUrl &uri, QWindow *parent, QObject *context, Answer answer) override;

private:
    Answer counted(QObject *context, Answer answer);

    std::unique_ptr<platform::Sharer> m_sharer;
};

} // namespace rapport::app
