// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/RecoveryCodeText.h"

#include <QCoreApplication>
#include <QLocale>

namespace rapport::app {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RecoveryCode)
};

QList<int> numbersOf(const std::bitset<vault::recovery::groups> &groups)
{
    QList<int> numbers;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (groups.test(group))
            numbers += static_cast<int>(group) + 1;
    }
    return numbers;
}

/// "2, 3 and 5"
QString listOf(const QList<int> &numbers)
{
    QStringList words;
    for (const int number : numbers)
        words += QLocale().toString(number);
    return QLocale().createSeparatedList(words);
}

} // namespace

QString recoveryCodeProblem(const vault::RecoveryReading &reading)
{
    using Reading = vault::RecoveryReading;
    const QString numbers = listOf(numbersOf(reading.wrongGroups));
    const bool one = reading.wrongGroups.count() == 1;
    switch (reading.finding) {
    case Reading::Right:
    case Reading::TooFew:
        return {};
    case Reading::TooMany:
        return Words::tr("This is more than a recovery code has: seven groups, the last one of six.");
    case Reading::Foreign:
        return one ? Words::tr("Group %1 has a sign that no recovery code has.").arg(numbers)
                   : Words::tr("Groups %1 have signs that no recovery code has.").arg(numbers);
    case Reading::WrongGroups:
        return one ? Words::tr("Something in group %1 is not as it was written. Look at that group again.")
                         .arg(numbers)
                   : Words::tr("Something in groups %1 is not as it was written. Look at those again.")
                         .arg(numbers);
    case Reading::WrongWhole:
        return Words::tr("These groups do not belong together. Are they all from one code?");
    }
    return {};
}

QString RecoveryCodeText::regroup(const QString &typed, int cursor)
{
    const vault::RegroupedCode regrouped = vault::regroupRecoveryCode(typed, cursor);
    const vault::RecoveryReading reading = vault::readRecoveryCode(typed);
    m_cursor = static_cast<int>(regrouped.cursor);
    m_complete = reading.finding == vault::RecoveryReading::Right;
    m_wrongGroups = numbersOf(reading.wrongGroups);
    m_problem = recoveryCodeProblem(reading);
    Q_EMIT judged();
    return regrouped.text;
}

} // namespace rapport::app
