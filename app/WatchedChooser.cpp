// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/WatchedChooser.h"

#include <utility>

#include <QPointer>

namespace rapport::app {

WatchedChooser::WatchedChooser(std::unique_ptr<platform::FileChooser> chooser)
    : m_chooser(std::move(chooser))
{}

/// The answer comes to us even where whoever asked is gone, as with a lock
/// behind the dialog: or it would be counted as open for good.
platform::FileChooser::Answer WatchedChooser::counted(QObject *context, Answer answer)
{
    opened();
    return
        [this, context = QPointer(context), answer = std::move(answer)](Result result, const QString &path) {
            closed();
            if (context)
                answer(result, path);
        };
}

void WatchedChooser::probe(QObject *context, std::function<void(bool available)> answer)
{
    m_chooser->probe(context, std::move(answer));
}

void WatchedChooser::chooseFolder(const QString &title, const QString &beginIn, QWindow *parent,
                                  QObject *context, Answer answer)
{
    m_chooser->chooseFolder(title, beginIn, parent, this, counted(context, std::move(answer)));
}

void WatchedChooser::chooseFile(const QString &title, const Kind &kind, const QString &beginIn,
                                QWindow *parent, QObject *context, Answer answer)
{
    m_chooser->chooseFile(title, kind, beginIn, parent, this, counted(context, std::move(answer)));
}

} // namespace rapport::app
