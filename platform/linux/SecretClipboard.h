// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>

#include <QByteArray>
#include <QTimer>

class QString;

namespace rapport::platform {

/// Keeps text on the clipboard for a while only. GUI thread.
class SecretClipboard
{
public:
    explicit SecretClipboard(std::chrono::milliseconds delay);

    /// Clears what is still ours: a clipboard manager may outlive the app.
    ~SecretClipboard();

    /// False where there is no clipboard.
    bool set(const QString &text);

    /// Now, what is still ours; nothing else is touched.
    void clear();

private:
    QTimer m_delay;
    QByteArray m_token; // marks our text on the clipboard; empty when there is none
};

} // namespace rapport::platform
