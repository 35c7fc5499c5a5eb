// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QList>
#include <QString>
#include <QtGlobal>

#include "platform/Sharer.h"

namespace rapport::platform {

/// Copies of attachments, for the mail program to read: in the runtime folder
/// of the session, which lies in memory and is the person's alone. They go
/// when this object does, and what a killed process left goes at first use.
class AttachmentFolder
{
public:
    AttachmentFolder() = default;
    ~AttachmentFolder();
    Q_DISABLE_COPY_MOVE(AttachmentFolder)

    /// The paths of the copies, in order; nothing when they cannot be made.
    std::optional<QList<QString>> add(const QList<Attachment> &attachments);

private:
    QString m_path; // empty until first used
    int m_count = 0;
};

} // namespace rapport::platform
