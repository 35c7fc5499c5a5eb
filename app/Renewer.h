// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <QObject>
#include <QQmlEngine>

#include "core/vault/Rekey.h"

namespace rapport::app {

/// What a renewal of the key needs: the open vault's keys, and all that is to
/// open the vault afterwards.
struct Renewal
{
    vault::Keys keys;
    std::vector<vault::Protector> protectors;
    bool codeEnds = false; ///< there is a recovery code, and it is not among them
};

/// How a renewal of the key ended.
enum class RenewalEnd {
    Done,
    Unchanged,  ///< an error, before anything was different
    Unfinished, ///< an error halfway; opening the vault has brought it to an end, one way or the other
};

/// The renewal of the vault's key, as it is seen while the notes are closed for
/// it: which step it is at. What it came to is told once they are open again.
/// Lives as long as the app, on the GUI thread.
class Renewer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Shell gives it")
    Q_PROPERTY(QString stepText READ stepText NOTIFY stepChanged FINAL)

public:
    explicit Renewer(QObject *parent = nullptr);

    /// A renewal begins; what is given is for its thread.
    vault::RekeyProgress begin();
    void end(const std::optional<vault::Error> &error, bool settled, bool codeEnds);

    QString stepText() const;

    struct Outcome
    {
        RenewalEnd end = RenewalEnd::Done;
        QString text; ///< a sentence or two
    };

    /// Of the last renewal, once.
    std::optional<Outcome> takeOutcome() { return std::exchange(m_outcome, std::nullopt); }

Q_SIGNALS:
    void stepChanged();

private:
    vault::RekeyStep m_step = vault::RekeyStep::LookingOver;
    std::optional<Outcome> m_outcome;
};

} // namespace rapport::app
