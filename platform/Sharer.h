// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include <QByteArray>
#include <QList>
#include <QString>

class QObject;
class QUrl;
class QWindow;

namespace rapport::platform {

/// A file to go with an e-mail.
struct Attachment
{
    QString name; ///< a file name, without folders
    QByteArray bytes;
};

/// The ways by which text leaves the app. Nothing is ever cut short to fit:
/// what a way cannot take whole is answered with Unavailable.
///
/// Threading: GUI thread; answers come on it, later, once for every call unless
/// the process ends first (a phone ends it without a word), and are dropped
/// when their context no longer exists. A dialog of the operating
/// system may stay open as long as a person likes: there is no time limit
/// once it has been shown. The parent is the window the dialog belongs to; it
/// may be null.
class Sharer
{
public:
    enum class Result {
        Done,        ///< taken over: the mail program shows it, the file is written, …
        Cancelled,   ///< the person closed the dialog
        Unavailable, ///< this way does not exist here, or not for this much: offer another
        Failed,      ///< it exists and did not work: nothing, or nothing whole, was handed over
    };

    using Answer = std::function<void(Result)>;

    virtual ~Sharer() = default;

    /// Shows a new e-mail, without an address, in the mail program. Done means
    /// that the program took it, not that it was sent. Copies of attachments
    /// lie in a private folder, in memory where the system has such a place,
    /// until the Sharer ends, and at the latest until the app starts again. The text is never put on a
    /// command line of ours, which every account of the machine could read: where there is no better way the
    /// answer is Unavailable.
    virtual void composeEmail(const QString &subject, const QString &body,
                              const QList<Attachment> &attachments, QWindow *parent, QObject *context,
                              Answer answer) = 0;

    /// Asks where to, with the system's dialog, and writes the bytes there
    /// whole or not at all. Unavailable means that there is no such dialog.
    virtual void saveFile(const QString &suggestedName, const QByteArray &bytes, QWindow *parent,
                          QObject *context, Answer answer) = 0;

    /// Puts personal text on the clipboard, marked as a secret so that
    /// clipboard histories leave it out. After the Sharer's delay (60 s unless
    /// told otherwise), or when the app is next in front where it may not look
    /// before, and when the Sharer ends, it is cleared if it is still there.
    virtual void copyText(const QString &text, QObject *context, Answer answer) = 0;

    /// Clears at once what copyText() put there, if it is still there.
    virtual void clearCopied() = 0;

    /// Hands an address to the program made for it. Only https:, tel:, sms: and
    /// mailto: (without personal text) go out, others are Unavailable. Done
    /// means that a program took it.
    virtual void openUri(const QUrl &uri, QWindow *parent, QObject *context, Answer answer) = 0;
};

} // namespace rapport::platform
