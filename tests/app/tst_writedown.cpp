// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QSignalSpy>
#include <QTest>

#include "app/Cards.h"
#include "app/WriteDown.h"
#include "core/domain/Text.h"
#include "tests/app/OpenVault.h"

using namespace rapport::app;
using namespace rapport::domain;
using namespace rapport::tests;

namespace {

QString place()
{
    return QStringLiteral("today");
}

} // namespace

class TestWriteDown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<OpenVault>();
        start();
    }

    void cleanup()
    {
        m_line.reset();
        m_cards.reset();
        m_vault.reset();
    }

    void keepingMakesACard()
    {
        QSignalSpy kept(m_line.get(), &WriteDown::kept);
        m_line->setText(QStringLiteral("  I was hurt when you laughed \n"));
        m_line->keep();
        QCOMPARE(m_line->state(), WriteDown::Keeping);
        QVERIFY(kept.wait());
        QCOMPARE(m_line->state(), WriteDown::Writing);
        QCOMPARE(m_line->text(), QString());
        QCOMPARE(m_line->problem(), QString());
        const QList<Card> stored = m_vault->storedCards();
        QCOMPARE(stored.size(), 1);
        QCOMPARE(stored.first().text, QStringLiteral("I was hurt when you laughed"));
        QCOMPARE(stored.first().record.created, m_vault->clock.now());
        QCOMPARE(m_cards->list(), stored);
        QCOMPARE(m_vault->draft(place()), QString());
    }

    void aDoublePressKeepsOnce()
    {
        m_line->setText(QStringLiteral("once"));
        m_line->keep();
        m_line->keep();
        m_vault->settle();
        QCOMPARE(m_vault->storedCards().size(), 1);
    }

    void whatCannotBeKept_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("white space") << QStringLiteral(" \n\t");
        QTest::newRow("a NUL") << QStringLiteral("one") + QChar(u'\0') + QStringLiteral("two");
        QTest::newRow("one too long") << QString(maxCodePoints + 1, u'a');
    }

    void whatCannotBeKept()
    {
        QFETCH(QString, text);
        m_line->setText(text);
        m_line->keep();
        QCOMPARE(m_line->state(), WriteDown::Failed);
        QVERIFY(!m_line->problem().isEmpty());
        QCOMPARE(m_line->text(), text);
        m_vault->settle();
        QVERIFY(m_vault->storedCards().isEmpty());
        m_line->setText(text + u'b');
        QCOMPARE(m_line->state(), WriteDown::Writing);
        QCOMPARE(m_line->problem(), QString());
    }

    void theLongestTextIsKeptWhole()
    {
        const QString longest(maxCodePoints, u'a');
        m_line->setText(longest);
        m_line->keep();
        QTRY_COMPARE(m_line->state(), WriteDown::Writing);
        QCOMPARE(m_vault->storedCards().value(0).text, longest);
    }

    void aClosedDatabaseLosesNothing()
    {
        m_vault->close();
        m_line->setText(QStringLiteral("I need more time"));
        m_line->keep();
        QTRY_COMPARE(m_line->state(), WriteDown::Failed);
        QVERIFY2(m_line->problem().contains(QStringLiteral("locked")), qPrintable(m_line->problem()));
        QCOMPARE(m_line->text(), QStringLiteral("I need more time"));
        QCOMPARE(m_cards->count(), 0);

        m_vault->open();
        m_line->keep();
        QTRY_COMPARE(m_line->state(), WriteDown::Writing);
        QCOMPARE(m_vault->storedCards().value(0).text, QStringLiteral("I need more time"));
    }

    void aDraftIsFoundAgain()
    {
        m_line->setText(QStringLiteral("half a sen"));
        m_line->flush();
        start();
        QTRY_COMPARE(m_line->text(), QStringLiteral("half a sen"));
        QCOMPARE(m_line->state(), WriteDown::Writing);
    }

    void aDraftIsKeptByItselfAfterAPause()
    {
        m_line->setText(QStringLiteral("half a sen"));
        QCOMPARE(m_vault->draft(place()), QString());
        QTRY_COMPARE(m_vault->draft(place()), QStringLiteral("half a sen"));
    }

    void anEmptiedLineForgetsItsDraft()
    {
        m_vault->storeDraft(place(), QStringLiteral("old"));
        start();
        QTRY_COMPARE(m_line->text(), QStringLiteral("old"));
        m_line->setText(QString());
        m_line->flush();
        QCOMPARE(m_vault->draft(place()), QString());
    }

    void whoTypesFasterThanTheDraftWins()
    {
        m_vault->storeDraft(place(), QStringLiteral("old"));
        m_line = std::make_unique<WriteDown>(m_vault->environment, *m_cards, nullptr);
        m_line->setText(QStringLiteral("new"));
        m_vault->settle();
        QCOMPARE(m_line->text(), QStringLiteral("new"));
    }

    void typingDuringKeepingIsNotLost()
    {
        m_line->setText(QStringLiteral("first"));
        m_line->keep();
        m_line->setText(QStringLiteral("second"));
        QTRY_COMPARE(m_line->state(), WriteDown::Writing);
        QCOMPARE(m_line->text(), QStringLiteral("second"));
        QCOMPARE(m_vault->storedCards().value(0).text, QStringLiteral("first"));
        m_line->flush();
        QCOMPARE(m_vault->draft(place()), QStringLiteral("second"));
    }

    /// What is kept for the first time, typed elsewhere, is as safe as what is
    /// typed here.
    void aTextFromElsewhereIsADraftUntilItIsACard()
    {
        m_line->keepText(QStringLiteral("one") + QChar(u'\0'));
        QCOMPARE(m_line->state(), WriteDown::Failed);
        QCOMPARE(m_line->text().size(), 4);
        m_line->keepText(QString(maxCodePoints + 1, u'a'));
        QCOMPARE(m_line->state(), WriteDown::Failed);
        m_line->flush();
        QCOMPARE(m_vault->draft(place()).size(), maxCodePoints + 1);
    }

private:
    /// As after a start of the app.
    void start()
    {
        m_line.reset();
        m_cards = std::make_unique<Cards>(m_vault->environment, nullptr);
        m_line = std::make_unique<WriteDown>(m_vault->environment, *m_cards, nullptr);
        QTRY_VERIFY(m_cards->status() != Cards::Loading);
        m_vault->settle();
    }

    std::unique_ptr<OpenVault> m_vault;
    std::unique_ptr<Cards> m_cards;
    std::unique_ptr<WriteDown> m_line;
};

QTEST_GUILESS_MAIN(TestWriteDown)
#include "tst_writedown.moc"
