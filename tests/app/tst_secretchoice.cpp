// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QSignalSpy>
#include <QTest>

#include "app/RecoveryCodeText.h"
#include "app/SecretChoice.h"
#include "app/TryWait.h"
#include "tests/app/Fakes.h"

using namespace rapport::app;
using namespace rapport::tests;

/// Choosing a secret, typing one, and waiting after too many wrong ones.
class SecretChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passphraseIsJudged();
    void eachReasonHasASentence();
    void madePassphraseIsTaken();
    void pinIsJudged();
    void codeFallsIntoGroups();
    void codeSaysWhichGroup_data();
    void codeSaysWhichGroup();
    void waitCountsDown();
    void waitGoesOnWhileTheDeviceSleeps();

private:
    SeededChance m_chance;
    SecretChoice m_choice{m_chance};
};

void SecretChoiceTest::passphraseIsJudged()
{
    QSignalSpy judged(&m_choice, &SecretChoice::passphraseJudged);
    m_choice.judgePassphrase(QStringLiteral("1"));
    QVERIFY(!m_choice.passphraseProblem().isEmpty());
    QVERIFY(m_choice.passphraseStrength().isEmpty());
    m_choice.judgePassphrase(QStringLiteral("12"));
    QCOMPARE(judged.count(), 1); // nothing else to say
    m_choice.judgePassphrase(QStringLiteral("violet kettle under rain"));
    QVERIFY(m_choice.passphraseProblem().isEmpty());
    const QString good = m_choice.passphraseStrength();
    m_choice.judgePassphrase(QStringLiteral("violet kettle under rain heron gravel"));
    QVERIFY(!good.isEmpty() && good != m_choice.passphraseStrength());
}

void SecretChoiceTest::eachReasonHasASentence()
{
    QStringList said;
    for (const char *typed : {"short", "aaaaaaaaaaaa", "20481963507", "password123", "correct horse",
                              "zxcvbnm,./asdfgh", "26.05.1987", "kvtmxewq"}) {
        m_choice.judgePassphrase(QString::fromUtf8(typed));
        QVERIFY2(!m_choice.passphraseProblem().isEmpty(), typed);
        said += m_choice.passphraseProblem();
    }
    for (const char *typed :
         {"letter", "40718", "4071825930641", "777777", "449911", "345678", "260587", "147258"}) {
        m_choice.judgePin(QString::fromUtf8(typed));
        QVERIFY2(!m_choice.pinProblem().isEmpty(), typed);
        said += m_choice.pinProblem();
    }
    QCOMPARE(said.removeDuplicates(), 0);
}

void SecretChoiceTest::madePassphraseIsTaken()
{
    const QString made = m_choice.makePassphrase();
    QCOMPARE(made.count(QLatin1Char(' ')), 5);
    QVERIFY(made != m_choice.makePassphrase());
    m_choice.judgePassphrase(made);
    QVERIFY(m_choice.passphraseProblem().isEmpty());
}

void SecretChoiceTest::pinIsJudged()
{
    m_choice.judgePin(QStringLiteral("407182"));
    QVERIFY(m_choice.pinProblem().isEmpty() && m_choice.pinIsDigits());
    m_choice.judgePin(QStringLiteral("4071"));
    QVERIFY(!m_choice.pinProblem().isEmpty() && m_choice.pinIsDigits());
    m_choice.judgePin(QStringLiteral("4o71"));
    QVERIFY(!m_choice.pinProblem().isEmpty() && !m_choice.pinIsDigits());
}

void SecretChoiceTest::codeFallsIntoGroups()
{
    RecoveryCodeText text;
    QCOMPARE(text.regroup(QStringLiteral("z0emzbkx"), 8), QStringLiteral("Z0EMZ BKX"));
    QCOMPARE(text.cursor(), 9);
    QVERIFY(!text.complete() && text.problem().isEmpty());
    text.regroup(QStringLiteral("z0emz-bkxxg-8x19v-502gc-j7kby-sv977-nck1s4"), 0);
    QVERIFY(text.complete() && text.problem().isEmpty());
}

void SecretChoiceTest::codeSaysWhichGroup_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("numbers");
    QTest::newRow("one") << QStringLiteral("Z0EMZ BKXXG 8X91V 502GC J7KBY SV977 NCK1S4")
                         << QStringLiteral("group 3 ");
    QTest::newRow("three") << QStringLiteral("Z0EMM BKXXG 8X91V 502GC J7KBY SV778 NCK1S4")
                           << QStringLiteral("groups 1, 3");
    QTest::newRow("the check group") << QStringLiteral("Z0EMZ BKXXG 8X19V 502GC J7KBY SV977 NCK1S5")
                                     << QStringLiteral("group 7 ");
    QTest::newRow("a sign") << QStringLiteral("Z0EMZ BK+XG") << QStringLiteral("Group 2 ");
}

void SecretChoiceTest::codeSaysWhichGroup()
{
    QFETCH(QString, typed);
    QFETCH(QString, numbers);
    RecoveryCodeText text;
    text.regroup(typed, 0);
    QVERIFY2(text.problem().contains(numbers), qPrintable(text.problem()));
    QVERIFY(!text.complete());
}

void SecretChoiceTest::waitCountsDown()
{
    ScriptedBootClock clock;
    TryWait wait(clock);
    QSignalSpy changed(&wait, &TryWait::changed);
    QVERIFY(wait.isOver() && wait.text().isEmpty());
    wait.begin(30'000);
    QCOMPARE(changed.count(), 1);
    QVERIFY2(wait.text().contains(QLatin1String("30 second")), qPrintable(wait.text()));
    wait.begin(3'600'000);
    QVERIFY2(wait.text().contains(QLatin1String("60 minute")), qPrintable(wait.text()));
    wait.begin(0);
    QVERIFY(wait.isOver() && wait.text().isEmpty());
}

void SecretChoiceTest::waitGoesOnWhileTheDeviceSleeps()
{
    ScriptedBootClock clock;
    TryWait wait(clock);
    wait.begin(3'600'000);
    clock.pass(60 * ScriptedBootClock::minute);
    QTRY_VERIFY_WITH_TIMEOUT(wait.isOver(), 3'000);
}

QTEST_GUILESS_MAIN(SecretChoiceTest)
#include "tst_secretchoice.moc"
