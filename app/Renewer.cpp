// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Renewer.h"

#include <QCoreApplication>

namespace rapport::app {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Renewer)
};

/// Why the key was not renewed, and what to do about it.
QString reason(vault::Error::Kind kind)
{
    switch (kind) {
    case vault::Error::DiskFull:
        return Words::tr(
            "There is not enough free space: for a moment it takes as much again as your notes do. "
            "Free some, then try again.");
    case vault::Error::DatabaseDamaged:
        return Words::tr(
            "Some of your notes cannot be read, so Rapport left everything as it is. Close it and "
            "open it again: it then helps to save what can be read.");
    default:
        return Words::tr("Rapport could not write what a new key takes. Please try again.");
    }
}

} // namespace

Renewer::Renewer(QObject *parent)
    : QObject(parent)
{}

vault::RekeyProgress Renewer::begin()
{
    m_step = vault::RekeyStep::LookingOver;
    m_outcome.reset();
    Q_EMIT stepChanged();
    return [this](vault::RekeyStep step) {
        QMetaObject::invokeMethod(
            this,
            [this, step] {
                m_step = step;
                Q_EMIT stepChanged();
            },
            Qt::QueuedConnection);
    };
}

void Renewer::end(const std::optional<vault::Error> &error, bool settled, bool codeEnds)
{
    const QString done =
        tr("Whoever has an older copy of your files cannot read with it what you write from now on.");
    if (!error)
        m_outcome = {RenewalEnd::Done,
                     codeEnds ? done + QLatin1Char(' ') +
                                    tr("Your recovery code from before opens nothing any more: please make a "
                                       "new one.")
                              : done};
    else if (settled)
        m_outcome = {RenewalEnd::Unchanged,
                     reason(error->kind) + QLatin1Char(' ') + tr("Nothing was changed.")};
    else
        m_outcome = {
            RenewalEnd::Unfinished,
            tr("Something came in between, and your notes may still be under the key from before. All "
               "of them are there. Please renew the key once more.")};
}

QString Renewer::stepText() const
{
    switch (m_step) {
    case vault::RekeyStep::LookingOver:
        return tr("1 of 3: looking over your notes");
    case vault::RekeyStep::Encrypting:
        return tr("2 of 3: encrypting them anew");
    case vault::RekeyStep::LookingAgain:
        return tr("3 of 3: reading them back");
    }
    return {};
}

} // namespace rapport::app
