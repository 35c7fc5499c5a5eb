// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "app/HowItOpens.h"
#include "core/vault/RecoveryCode.h"
#include "tests/app/Fakes.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::tests;

/// The way through the questions; what keeps the code stands in.
class HowItOpensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pagesOfTheLock();
    void codeCountsOnceItIsTypedBack();
    void anotherCodeDoesNotCount();
    void codeIsForgottenWithItsPage();
    void nothingIsKeptBeforeItWasChecked();

private:
    static QByteArray textOf(const vault::SecretBytes &bytes)
    {
        return {reinterpret_cast<const char *>(bytes.bytes().data()), qsizetype(bytes.size())};
    }
    QString typeBack() const { return m_opens->codeGroups().join(QLatin1Char('-')).toLower(); }

    SeededChance m_chance;
    std::unique_ptr<HowItOpens> m_opens;
    QList<QByteArray> m_codes;
};

void HowItOpensTest::init()
{
    m_codes.clear();
    m_opens = std::make_unique<HowItOpens>(m_chance,
                                           [this](vault::SecretBytes code) { m_codes.append(textOf(code)); });
}

void HowItOpensTest::pagesOfTheLock()
{
    m_opens->kept(); // nothing was asked for
    QVERIFY(m_opens->notice().isEmpty());
    QStringList notices;
    for (const auto page : {HowItOpens::ChoosePin, HowItOpens::ChoosePassphrase, HowItOpens::TakeLockAway}) {
        m_opens->ask(page);
        QCOMPARE(m_opens->page(), page);
        QVERIFY(m_opens->notice().isEmpty());
        m_opens->kept();
        QCOMPARE(m_opens->page(), HowItOpens::Overview);
        notices += m_opens->notice();
    }
    QCOMPARE(notices.removeDuplicates(), 0);
    m_opens->ask(HowItOpens::TypeCodeBack); // there is no code
    QCOMPARE(m_opens->page(), HowItOpens::Overview);
}

void HowItOpensTest::codeCountsOnceItIsTypedBack()
{
    QVERIFY(m_opens->codeGroups().isEmpty());
    m_opens->makeCode();
    QCOMPARE(m_opens->page(), HowItOpens::WriteCodeDown);
    QCOMPARE(m_opens->codeGroups().size(), 7);
    const QString typed = typeBack();
    QVERIFY(!m_opens->checkCode(typed)); // still in sight
    m_opens->codeIsWritten();
    QCOMPARE(m_opens->page(), HowItOpens::TypeCodeBack);
    QVERIFY(m_opens->codeGroups().isEmpty());
    QVERIFY(!m_opens->checkCode(typed.chopped(1)));
    QVERIFY(m_opens->checkCode(typed));
    m_opens->keepCode();
    QCOMPARE(m_codes, QList<QByteArray>{textOf(vault::readRecoveryCode(typed).code)});
    m_opens->kept();
    QCOMPARE(m_opens->page(), HowItOpens::Overview);
    QVERIFY(!m_opens->notice().isEmpty());
    m_opens->keepCode(); // it is not here any more
    QCOMPARE(m_codes.size(), 1);
}

void HowItOpensTest::anotherCodeDoesNotCount()
{
    m_opens->makeCode();
    const QString before = typeBack();
    m_opens->makeCode();
    QVERIFY(before != typeBack());
    m_opens->codeIsWritten();
    QVERIFY(!m_opens->checkCode(before));
    QVERIFY(!m_opens->problem().isEmpty());
    m_opens->keepCode();
    QVERIFY(m_codes.isEmpty());
    QCOMPARE(m_opens->page(), HowItOpens::TypeCodeBack);
}

void HowItOpensTest::codeIsForgottenWithItsPage()
{
    m_opens->makeCode();
    const QString shown = typeBack();
    m_opens->codeIsWritten();
    m_opens->goBack(); // to see it again
    QCOMPARE(typeBack(), shown);
    m_opens->goBack();
    QCOMPARE(m_opens->page(), HowItOpens::Overview);
    m_opens->codeIsWritten();
    QCOMPARE(m_opens->page(), HowItOpens::Overview);
    m_opens->makeCode();
    QVERIFY(typeBack() != shown);
}

void HowItOpensTest::nothingIsKeptBeforeItWasChecked()
{
    m_opens->makeCode();
    const QString typed = typeBack();
    m_opens->codeIsWritten();
    m_opens->keepCode();
    QVERIFY(m_opens->checkCode(typed));
    m_opens->goBack();
    m_opens->codeIsWritten();
    m_opens->keepCode();
    QVERIFY(m_codes.isEmpty());
}

QTEST_GUILESS_MAIN(HowItOpensTest)
#include "tst_howitopens.moc"
