// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include <QObject>
#include <QVariantMap>

#include "platform/FileChooser.h"
#include "platform/linux/Undumpable.h"

namespace rapport::platform {

/// The file dialog of the desktop portal. Which program shows it is the
/// desktop's choice; it runs outside of our process.
class PortalChooser : public FileChooser
{
public:
    explicit PortalChooser(std::shared_ptr<Undumpable> guard);

    void probe(QObject *context, std::function<void(bool available)> answer) override;
    void chooseFolder(const QString &title, const QString &beginIn, QWindow *parent, QObject *context,
                      Answer answer) override;
    void chooseFile(const QString &title, const Kind &kind, const QString &beginIn, QWindow *parent,
                    QObject *context, Answer answer) override;

private:
    void open(const QString &title, QVariantMap options, const QString &beginIn, QWindow *parent,
              QObject *context, Answer answer);

    std::shared_ptr<Undumpable> m_guard;
    QObject m_open; // owns what is under way
};

} // namespace rapport::platform
