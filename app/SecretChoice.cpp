// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/SecretChoice.h"

#include <QCoreApplication>
#include <QFile>

#include "app/ProblemSentences.h"
#include "core/vault/Passphrase.h"
#include "core/vault/Pin.h"
#include "core/vault/WordList.h"

namespace rapport::app {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SecretChoice)
};

/// Read when somebody asks for words, and only then.
std::optional<vault::WordList> wordList()
{
    QFile file(QStringLiteral(":/rapport/words/en.txt"));
    return file.open(QIODevice::ReadOnly) ? vault::WordList::parse(file.readAll()) : std::nullopt;
}

QString strengthOf(const vault::PassphraseJudgement &judgement)
{
    if (judgement.problem != vault::PassphraseProblem::None)
        return {};
    return judgement.bits >= vault::strongBits ? Words::tr("Strong.") : Words::tr("Good.");
}

} // namespace

SecretChoice::SecretChoice(domain::RandomSource &random, QObject *parent)
    : QObject(parent)
    , m_random(random)
{}

void SecretChoice::judgePassphrase(const QString &typed)
{
    const vault::PassphraseJudgement judgement = vault::judgePassphrase(typed);
    const QString problem = words(judgement.problem);
    const QString strength = strengthOf(judgement);
    if (problem == m_passphraseProblem && strength == m_passphraseStrength)
        return;
    m_passphraseProblem = problem;
    m_passphraseStrength = strength;
    Q_EMIT passphraseJudged();
}

void SecretChoice::judgePin(const QString &typed)
{
    const vault::PinProblem problem = vault::pinProblem(typed);
    const bool digits = problem != vault::PinProblem::NotDigits;
    if (words(problem) == m_pinProblem && digits == m_pinIsDigits)
        return;
    m_pinProblem = words(problem);
    m_pinIsDigits = digits;
    Q_EMIT pinJudged();
}

QString SecretChoice::makePassphrase()
{
    const auto list = wordList();
    if (!list)
        return {};
    const vault::SecretBytes made = vault::makePassphrase(*list, m_random);
    return QString::fromLatin1(reinterpret_cast<const char *>(made.bytes().data()),
                               static_cast<qsizetype>(made.size()));
}

} // namespace rapport::app
