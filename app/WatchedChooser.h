// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include "app/DialogWatch.h"
#include "platform/FileChooser.h"

namespace rapport::app {

/// Another FileChooser, and whether a dialog of it is open.
class WatchedChooser : public DialogWatch, public platform::FileChooser
{
    Q_OBJECT

public:
    explicit WatchedChooser(std::unique_ptr<platform::FileChooser> chooser);

    void probe(QObject *context, std::function<void(bool available)> answer) override;
    void chooseFolder(const QString &title, const QString &beginIn, QWindow *parent, QObject *context,
                      Answer answer) override;
    void chooseFile(const QString &title, const Kind &kind, const QString &beginIn, QWindow *parent,
                    QObject *context, Answer answer) override;

private:
    Answer counted(QObject *context, Answer answer);

    std::unique_ptr<platform::FileChooser> m_chooser;
};

} // namespace rapport::app
