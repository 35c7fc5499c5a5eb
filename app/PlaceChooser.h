// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QQmlEngine>

#include "platform/FileChooser.h"

namespace rapport::app {

/// Asks with the system's own dialog where back-ups go or lie, where there is
/// such a dialog; elsewhere the place is typed. One dialog at a time.
class PlaceChooser : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Shell gives it")
    Q_PROPERTY(bool available READ available NOTIFY changed FINAL)
    Q_PROPERTY(bool asking READ asking NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)

public:
    /// The chooser outlives it. Where nothing better is known, a dialog begins
    /// in the usual folder.
    PlaceChooser(platform::FileChooser &chooser, QString usualFolder, QObject *parent = nullptr);

    bool available() const { return m_available; } ///< false until look() was answered
    bool asking() const { return m_asking; }       ///< the dialog is open
    QString problem() const { return m_problem; }  ///< why the last one brought nothing; not after Cancel

    /// Finds out whether there are dialogs. Not done at the start, where it counts.
    Q_INVOKABLE void look();

    /// Shows the dialog; what is in the field now is where it begins. Answered
    /// by folderChosen() or backupChosen(), or not at all.
    Q_INVOKABLE void askFolder(const QString &typed);
    Q_INVOKABLE void askBackup(const QString &typed);

    /// The person went away: what a dialog that is open answers is dropped.
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void changed();
    void folderChosen(const QString &path);
    void backupChosen(const QString &path);

private:
    using Chosen = void (PlaceChooser::*)(const QString &);
    bool begin();
    platform::FileChooser::Answer answerBy(Chosen chosen);
    void end(platform::FileChooser::Result result);

    platform::FileChooser &m_chooser;
    QString m_usualFolder;
    bool m_available = false;
    bool m_asking = false;
    int m_asked = 0; ///< tells an answer to the last question from those before
    QString m_problem;
};

} // namespace rapport::app
