// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QQmlEngine>

#include "core/domain/Clock.h"

namespace rapport::app {

/// A passphrase or a PIN that somebody chooses, judged in words while it is
/// typed. Keeps nothing of either.
class SecretChoice : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Shell gives it")
    Q_PROPERTY(QString passphraseProblem READ passphraseProblem NOTIFY passphraseJudged FINAL)
    Q_PROPERTY(QString passphraseStrength READ passphraseStrength NOTIFY passphraseJudged FINAL)
    Q_PROPERTY(QString pinProblem READ pinProblem NOTIFY pinJudged FINAL)
    Q_PROPERTY(bool pinIsDigits READ pinIsDigits NOTIFY pinJudged FINAL)

public:
    explicit SecretChoice(domain::RandomSource &random, QObject *parent = nullptr);

    QString passphraseProblem() const { return m_passphraseProblem; }   ///< empty for one that is taken
    QString passphraseStrength() const { return m_passphraseStrength; } ///< of one that is taken
    QString pinProblem() const { return m_pinProblem; }                 ///< empty for one that is taken

    bool pinIsDigits() const { return m_pinIsDigits; } ///< what was typed is nothing else

    Q_INVOKABLE void judgePassphrase(const QString &typed);
    Q_INVOKABLE void judgePin(const QString &typed);

    /// Six words by chance, for the field that they are going to be seen in.
    Q_INVOKABLE QString makePassphrase();

Q_SIGNALS:
    void passphraseJudged();
    void pinJudged();

private:
    domain::RandomSource &m_random;
    QString m_passphraseProblem;
    QString m_passphraseStrength;
    QString m_pinProblem;
    bool m_pinIsDigits = true;
};

} // namespace rapport::app
