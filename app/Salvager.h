// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <atomic>
#include <memory>

#include <QObject>
#include <QQmlEngine>
#include <QStringList>

#include "core/vault/Salvaging.h"

namespace rapport::app {

/// What the person sees of a salvage: how far it is, and in the end what was
/// saved and lost, kind by kind. The salvage itself runs on the vault's worker.
class Salvager : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Shell gives it")
    Q_PROPERTY(double share READ share NOTIFY shareChanged FINAL)
    Q_PROPERTY(bool stopping READ stopping NOTIFY shareChanged FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY ended FINAL)
    Q_PROPERTY(QStringList lines READ lines NOTIFY ended FINAL)
    Q_PROPERTY(QString keptIn READ keptIn NOTIFY ended FINAL)

public:
    explicit Salvager(QObject *parent = nullptr);

    /// A new salvage begins; what is given is for its thread.
    storage::SalvageProgress begin();

    /// It came to its end.
    void end(const vault::Salvaged &salvaged);

    double share() const { return m_share; }
    bool stopping() const { return m_stop->load(); }

    /// In one sentence, and then for each kind of thing that there was.
    QString summary() const;
    QStringList lines() const;

    /// The folder with the damaged file.
    QString keptIn() const { return m_salvaged.keptIn; }

    /// Ends it; nothing is changed then.
    Q_INVOKABLE void stop();

Q_SIGNALS:
    void shareChanged();
    void ended();

private:
    void advance(double share);

    double m_share = 0;
    std::shared_ptr<std::atomic_bool> m_stop;
    vault::Salvaged m_salvaged;
};

} // namespace rapport::app
