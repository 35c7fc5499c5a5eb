// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/PlaceChooser.h"

#include <utility>

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>

namespace rapport::app {

using Result = platform::FileChooser::Result;

PlaceChooser::PlaceChooser(platform::FileChooser &chooser, QString usualFolder, QObject *parent)
    : QObject(parent)
    , m_chooser(chooser)
    , m_usualFolder(std::move(usualFolder))
{}

void PlaceChooser::look()
{
    m_chooser.probe(this, [this](bool available) {
        if (std::exchange(m_available, available) != available)
            Q_EMIT changed();
    });
}

void PlaceChooser::askFolder(const QString &typed)
{
    if (!begin())
        return;
    const QString place = typed.trimmed();
    m_chooser.chooseFolder(tr("Choose a folder for back-ups"),
                           QDir::isAbsolutePath(place) ? place : m_usualFolder,
                           QGuiApplication::focusWindow(), this, answerBy(&PlaceChooser::folderChosen));
}

void PlaceChooser::askBackup(const QString &typed)
{
    if (!begin())
        return;
    const QString place = typed.trimmed();
    m_chooser.chooseFile(tr("Choose the back-up"), {tr("Back-ups of Rapport"), QStringLiteral("*.rapbak")},
                         QDir::isAbsolutePath(place) ? QFileInfo(place).path() : m_usualFolder,
                         QGuiApplication::focusWindow(), this, answerBy(&PlaceChooser::backupChosen));
}

void PlaceChooser::forget()
{
    ++m_asked;
    m_asking = false;
    m_problem.clear();
    Q_EMIT changed();
}

/// False while the dialog is open already.
bool PlaceChooser::begin()
{
    if (m_asking)
        return false;
    ++m_asked;
    m_asking = true;
    m_problem.clear();
    Q_EMIT changed();
    return true;
}

platform::FileChooser::Answer PlaceChooser::answerBy(Chosen chosen)
{
    return [this, chosen, asked = m_asked](Result result, const QString &path) {
        if (asked != m_asked)
            return;
        end(result);
        if (result == Result::Chosen)
            Q_EMIT(this->*chosen)(path);
    };
}

void PlaceChooser::end(Result result)
{
    m_asking = false;
    switch (result) {
    case Result::Chosen:
    case Result::Cancelled:
        break;
    case Result::Unavailable:
        m_available = false;
        m_problem = tr("There is no dialog for that here after all. Type it instead.");
        break;
    case Result::Failed:
        m_problem = tr("That did not work, or the place is not on this device. Choose again, or type it.");
        break;
    }
    Q_EMIT changed();
}

} // namespace rapport::app
