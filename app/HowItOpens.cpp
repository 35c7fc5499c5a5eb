// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/HowItOpens.h"

#include "app/RecoveryCodeText.h"
#include "core/vault/Crypto.h"
#include "core/vault/RecoveryCode.h"

namespace rapport::app {

HowItOpens::HowItOpens(domain::RandomSource &random, KeepCode keepCode, QObject *parent)
    : QObject(parent)
    , m_random(random)
    , m_keepCode(std::move(keepCode))
{}

HowItOpens::~HowItOpens() = default;

QStringList HowItOpens::codeGroups() const
{
    QStringList groups;
    if (m_page != WriteCodeDown)
        return groups;
    const vault::SecretBytes written = vault::writtenRecoveryCode(m_code);
    for (std::size_t group = 0; group < vault::recovery::groups; ++group)
        groups += vault::recoveryGroup(written, group);
    return groups;
}

void HowItOpens::show(Page page, const QString &problem, const QString &notice)
{
    m_page = page;
    m_codeIsRight = false;
    m_problem = problem;
    m_notice = notice;
    if (page != WriteCodeDown && page != TypeCodeBack)
        m_code = {};
    Q_EMIT changed();
}

void HowItOpens::ask(Page page)
{
    if (page != WriteCodeDown && page != TypeCodeBack)
        show(page);
}

void HowItOpens::makeCode()
{
    m_code = vault::createRecoveryCode(m_random);
    show(m_code.isEmpty() ? Overview : WriteCodeDown);
}

void HowItOpens::codeIsWritten()
{
    if (m_page == WriteCodeDown)
        show(TypeCodeBack);
}

bool HowItOpens::checkCode(QString typed)
{
    const vault::RecoveryReading reading = vault::readRecoveryCode(typed);
    vault::crypto::wipe(typed);
    if (m_page != TypeCodeBack)
        return false;
    m_codeIsRight = reading.finding == vault::RecoveryReading::Right && reading.code == m_code;
    m_problem = m_codeIsRight ? QString() : recoveryCodeProblem(reading);
    if (reading.finding == vault::RecoveryReading::Right && !m_codeIsRight)
        m_problem = tr("This is a recovery code, but not the one that was just shown.");
    Q_EMIT changed();
    return m_codeIsRight;
}

void HowItOpens::keepCode()
{
    if (m_codeIsRight)
        m_keepCode(vault::SecretBytes::copyOf(m_code.bytes()));
}

void HowItOpens::goBack()
{
    show(m_page == TypeCodeBack ? WriteCodeDown : Overview);
}

void HowItOpens::tellRenewal(const Renewer::Outcome &outcome)
{
    switch (outcome.end) {
    case RenewalEnd::Done:
        m_renewalHeading = tr("Your notes have a new key");
        break;
    case RenewalEnd::Unchanged:
        m_renewalHeading = tr("The key is as it was");
        break;
    case RenewalEnd::Unfinished:
        m_renewalHeading = tr("That was not finished");
        break;
    }
    m_renewalText = outcome.text;
    show(Renewed);
}

void HowItOpens::kept()
{
    switch (m_page) {
    case Overview:
    case WriteCodeDown:
    case RenewKey:
    case Renewed:
        return;
    case DeleteOldCopies:
        return show(Overview, {}, tr("The older copies are gone."));
    case TakeLockAway:
        return show(Overview, {}, tr("Rapport opens without a lock of its own now."));
    case ChoosePin:
        return show(Overview, {}, tr("Rapport asks for this PIN from now on."));
    case ChoosePassphrase:
        return show(Overview, {}, tr("Rapport asks for this passphrase from now on."));
    case TypeCodeBack:
        return show(Overview, {}, tr("Your recovery code counts from now on. An older one no longer does."));
    case TakeCodeAway:
        return show(Overview, {}, tr("The recovery code opens nothing any more."));
    case RepairKeyStore:
        return show(Overview, {}, tr("The key store opens Rapport again."));
    }
}

} // namespace rapport::app
