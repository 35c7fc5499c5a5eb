// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include <QString>

class QObject;
class QWindow;

namespace rapport::platform {

/// The system's own dialog for choosing a folder, or a file that is there.
/// Nothing is read, made or changed by it. Files to be written anew are the
/// Sharer's affair: see its saveFile().
///
/// Threading: GUI thread, which never waits; answers come on it, later, once
/// for every call unless the process ends first, and are dropped when their
/// context no longer exists. A dialog may stay open as long as a person likes:
/// there is no time limit once it has been shown. The parent is the window the
/// dialog belongs to; it may be null.
class FileChooser
{
public:
    enum class Result {
        Chosen,      ///< the path is absolute; what is there may be gone a moment later
        Cancelled,   ///< the person closed the dialog
        Unavailable, ///< there is no such dialog here: let the path be typed
        Failed,      ///< there is one, and it did not work, or what was chosen has no path
    };

    /// The path is empty unless something was chosen.
    using Answer = std::function<void(Result, const QString &path)>;

    /// The files that are offered first.
    struct Kind
    {
        QString name;    ///< in the person's language
        QString pattern; ///< of file names, with * for anything: "*.txt"
    };

    virtual ~FileChooser() = default;

    /// Whether there are dialogs for both, told without showing one.
    virtual void probe(QObject *context, std::function<void(bool available)> answer) = 0;

    /// The title is in the person's language. The dialog begins in a folder,
    /// where the path is absolute and there; else wherever it likes.
    virtual void chooseFolder(const QString &title, const QString &beginIn, QWindow *parent, QObject *context,
                              Answer answer) = 0;

    /// The same for one file, which the person may read.
    virtual void chooseFile(const QString &title, const Kind &kind, const QString &beginIn, QWindow *parent,
                            QObject *context, Answer answer) = 0;
};

} // namespace rapport::platform
