// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/AfterSession.h"
#include "app/Cards.h"
#include "app/NextSession.h"
#include "core/storage/SessionRepository.h"
#include "tests/app/OpenVault.h"

using namespace rapport::app;
using namespace rapport::domain;
using namespace rapport::tests;

namespace {

enum Answer { None = -1, Yes, Some, NotToday };

} // namespace

/// The session was on Monday, 2 March 2026, at noon; it is one o'clock.
class TestAfterSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<OpenVault>();
        Session session;
        session.record.uid = Uid::create(1, m_vault->chance);
        session.record.created = m_vault->clock.now();
        session.date = QDate(2026, 3, 2);
        session.time = QTime(12, 0);
        session.zone = "Europe/Madrid";
        QVERIFY(m_vault->ask<Session>([session](rapport::storage::Database &db) {
            return rapport::storage::SessionRepository(db).save(session);
        }));
    }

    void cleanup()
    {
        m_tester.reset();
        m_after.reset();
        m_session.reset();
        m_cards.reset();
        m_vault.reset();
    }

    void whichCards_data()
    {
        QTest::addColumn<QList<int>>("states");
        QTest::addColumn<QString>("shown");
        constexpr int w = int(CardState::Written);
        constexpr int c = int(CardState::Chosen);
        constexpr int n = int(CardState::NotToday);
        constexpr int s = int(CardState::Said);
        QTest::newRow("none") << QList<int>{} << "";
        QTest::newRow("all said before") << QList<int>{s} << "";
        QTest::newRow("the chosen ones") << QList<int>{w, c, s, c} << "1 3";
        QTest::newRow("those moved on to it") << QList<int>{n, w, c} << "0 2";
        QTest::newRow("nothing chosen: all that waited") << QList<int>{w, s, w} << "0 2";
    }

    void whichCards()
    {
        QFETCH(QList<int>, states);
        QFETCH(QString, shown);
        for (int i = 0; i < states.size(); ++i)
            m_vault->store(QString::number(i), static_cast<CardState>(states.at(i)));
        start();
        QCOMPARE(texts(), shown);
        QCOMPARE(m_after->status(), shown.isEmpty() ? AfterSession::Empty : AfterSession::Ready);
        for (int row = 0; row < m_after->rowCount(); ++row)
            QCOMPARE(value(row, AfterSession::AnswerRole).toInt(), None);
    }

    void writtenAfterItDoesNotBelongToIt()
    {
        m_vault->store(QStringLiteral("before"));
        setTime(13);
        m_vault->store(QStringLiteral("after"));
        start();
        QCOMPARE(texts(), QStringLiteral("before"));
    }

    void chosenAfterItIsForTheNext()
    {
        const Card card = m_vault->store(QStringLiteral("a"));
        m_vault->store(QStringLiteral("b"), CardState::Chosen);
        start();
        m_cards->setChosen(card.record.uid.toString(), true);
        m_vault->settle();
        begin();
        QCOMPARE(texts(), QStringLiteral("b"));
    }

    void answers_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("answer");
        QTest::addColumn<int>("after");
        QTest::addColumn<int>("takenBack");
        for (const CardState before : {CardState::Written, CardState::Chosen, CardState::NotToday}) {
            const int back = int(before == CardState::Written ? before : CardState::Chosen);
            const char *const name = idOf(before).data();
            QTest::addRow("%s: yes", name) << int(before) << int(Yes) << int(CardState::Said) << back;
            QTest::addRow("%s: some", name) << int(before) << int(Some) << int(CardState::SomeOfIt) << back;
            QTest::addRow("%s: not today", name)
                << int(before) << int(NotToday) << int(CardState::NotToday) << back;
        }
    }

    void answers()
    {
        QFETCH(int, before);
        QFETCH(int, answer);
        QFETCH(int, after);
        QFETCH(int, takenBack);
        const Card card = m_vault->store(QStringLiteral("a"), static_cast<CardState>(before));
        start();
        give(0, answer);
        QCOMPARE(value(0, AfterSession::AnswerRole).toInt(), answer);
        QCOMPARE(value(0, AfterSession::TellsAgreedRole).toBool(), answer != NotToday);
        QCOMPARE(int(m_vault->storedCards().first().state), after);
        QCOMPARE(int(m_cards->find(card.record.uid)->state), after);

        const auto steps = history(card).size();
        QVERIFY(steps > 0);
        give(0, answer); // the same again
        QCOMPARE(history(card).size(), steps);

        start(); // what was answered is found again
        QCOMPARE(value(0, AfterSession::AnswerRole).toInt(), answer);
        give(0, None);
        QCOMPARE(value(0, AfterSession::AnswerRole).toInt(), None);
        QCOMPARE(int(m_vault->storedCards().first().state), takenBack);
        begin();
        QCOMPARE(value(0, AfterSession::AnswerRole).toInt(), None);
    }

    void oneAnswerAfterAnother()
    {
        m_vault->store(QStringLiteral("a"), CardState::Chosen);
        start();
        for (const int answer : {Yes, NotToday, Some, Yes, None, NotToday, Yes}) {
            give(0, answer);
            QCOMPARE(value(0, AfterSession::AnswerRole).toInt(), answer);
            QCOMPARE(m_after->problem(), QString());
        }
    }

    void shownAndSentCountAsMuch()
    {
        const Card card = m_vault->store(QStringLiteral("a"), CardState::Chosen);
        start();
        Card shown = card;
        shown.state = CardState::Shown;
        m_cards->update(shown, [](const auto &) {});
        m_vault->settle();
        begin();
        QCOMPARE(texts(), QStringLiteral("a"));
        QCOMPARE(value(0, AfterSession::StateWordsRole).toString(), QStringLiteral("Shown"));
        QCOMPARE(value(0, AfterSession::AnswerRole).toInt(), None);
        QVERIFY(value(0, AfterSession::TellsAgreedRole).toBool());
    }

    void notTodayIsMovedOnAndUncounted()
    {
        m_vault->store(QStringLiteral("a"), CardState::Chosen);
        start();
        give(0, NotToday);
        QCOMPARE(m_cards->chosenCount(), 1);
        QCOMPARE(m_cards->openCount(), 1);
    }

    void agreedIsKeptOnLeaving_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("done") << 0;
        QTest::newRow("later") << 1;
        QTest::newRow("back") << 2;
    }

    void agreedIsKeptOnLeaving()
    {
        QFETCH(int, how);
        const Card card = m_vault->store(QStringLiteral("a"), CardState::Chosen);
        start();
        give(0, Yes);
        type(0, " we move to noon ");
        QSignalSpy finished(m_after.get(), &AfterSession::finished);
        how == 0 ? m_after->finish() : how == 1 ? m_after->putOff() : m_after->leave();
        QTRY_COMPARE(finished.size(), 1);
        m_vault->settle();
        QCOMPARE(history(card).last().field, QStringLiteral("agreed"));
        QCOMPARE(history(card).last().to, QStringLiteral("we move to noon"));
        QCOMPARE(m_vault->draft(draftPlace(card)), QString());
        QCOMPARE(m_session->asksAfter(), how == 2);
        QCOMPARE(m_session->canStillTell(), how == 1);
        QCOMPARE(m_after->canUndo(), how == 0);
        begin();
        QCOMPARE(value(0, AfterSession::AgreedRole).toString(), QStringLiteral("we move to noon"));
    }

    void agreedNeedsSomethingSaid()
    {
        const Card card = m_vault->store(QStringLiteral("a"), CardState::Chosen);
        start();
        give(0, Yes);
        type(0, "we move to noon");
        give(0, NotToday);
        finish();
        for (const auto &change : history(card))
            QVERIFY(change.field != QStringLiteral("agreed"));
        QCOMPARE(m_vault->draft(draftPlace(card)), QString());
    }

    void whatIsTypedSurvives()
    {
        const Card card = m_vault->store(QStringLiteral("a"), CardState::Chosen);
        start();
        give(0, Yes);
        type(0, "we move");
        m_after->flush(); // the app goes to the background, and is killed
        m_vault->settle();
        QCOMPARE(m_vault->draft(draftPlace(card)), QStringLiteral("we move"));
        start();
        QCOMPARE(value(0, AfterSession::AgreedRole).toString(), QStringLiteral("we move"));
        finish();
        QCOMPARE(history(card).last().to, QStringLiteral("we move"));
    }

    void aLineToKeepBecomesACard()
    {
        m_vault->store(QStringLiteral("a"), CardState::Chosen);
        start();
        m_after->line()->setText(QStringLiteral("I may take my time"));
        finish();
        QCOMPARE(m_vault->storedCards().size(), 2);
        QCOMPARE(m_vault->storedCards().last().text, QStringLiteral("I may take my time"));
        QCOMPARE(m_after->line()->text(), QString());
        QVERIFY(!m_session->asksAfter());
    }

    void doneCanBeTakenBack()
    {
        m_vault->store(QStringLiteral("a"), CardState::Chosen);
        start();
        QVERIFY(m_session->asksAfter());
        finish(); // with nothing told the question stays open
        QVERIFY(!m_after->canUndo());
        start();
        QVERIFY(m_session->canStillTell());
        give(0, 0);
        finish();
        QVERIFY(!m_session->asksAfter());
        QVERIFY(m_after->canUndo());
        m_after->undo();
        QVERIFY(m_session->asksAfter());
        QVERIFY(!m_after->canUndo());
        finish();
        m_after->dismissUndo();
        QVERIFY(!m_after->canUndo());
        start();
        QVERIFY(!m_session->asksAfter());
    }

    void withoutASessionThereIsNothing()
    {
        m_vault->store(QStringLiteral("a"), CardState::Chosen);
        m_vault->clock.set(QDate(2026, 3, 4), QTime(0, 0));
        makeModels();
        begin();
        QCOMPARE(m_after->status(), AfterSession::Empty);
        QVERIFY(!m_session->asksAfter());
    }

    void failuresAreSaid()
    {
        m_vault->store(QStringLiteral("a"), CardState::Chosen);
        start();
        m_vault->close();
        QSignalSpy finished(m_after.get(), &AfterSession::finished);
        QSignalSpy reset(m_after.get(), &AfterSession::modelReset);
        give(0, Yes);
        QVERIFY(!m_after->problem().isEmpty());
        QCOMPARE(reset.size(), 1); // or the chip would show what is not so
        QCOMPARE(value(0, AfterSession::AnswerRole).toInt(), None);
        m_after->finish();
        m_vault->settle();
        QVERIFY(finished.isEmpty());
        QVERIFY(!m_after->problem().isEmpty());
        begin();
        QTRY_COMPARE(m_after->status(), AfterSession::Failed);
        m_vault->open();
        begin();
        QCOMPARE(m_after->status(), AfterSession::Ready);
        QCOMPARE(m_after->problem(), QString());
    }

    void aLineThatCannotBeKeptHoldsTheScreen()
    {
        m_vault->store(QStringLiteral("a"), CardState::Chosen);
        start();
        const QString line = QStringLiteral("a") + QChar(u'\0');
        m_after->line()->setText(line);
        QSignalSpy finished(m_after.get(), &AfterSession::finished);
        m_after->finish();
        m_vault->settle();
        QVERIFY(finished.isEmpty());
        QCOMPARE(m_after->line()->text(), line);
        QCOMPARE(m_after->line()->state(), WriteDown::Failed);
        QVERIFY(m_session->asksAfter());
        m_after->line()->setText(QString());
        finish();
    }

private:
    void setTime(int hour) { m_vault->clock.set(QDate(2026, 3, 2), QTime(hour, 0)); }

    void makeModels()
    {
        m_tester.reset();
        m_after.reset();
        m_cards = std::make_unique<Cards>(m_vault->environment, nullptr);
        m_session = std::make_unique<NextSession>(m_vault->environment, nullptr);
        m_after = std::make_unique<AfterSession>(m_vault->environment, *m_cards, *m_session, nullptr);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_after.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_vault->settle();
    }

    /// As after a start of the app, an hour after the session began.
    void start()
    {
        setTime(13);
        makeModels();
        begin();
    }

    void begin()
    {
        m_after->begin();
        m_vault->settle();
    }

    void finish()
    {
        QSignalSpy finished(m_after.get(), &AfterSession::finished);
        m_after->finish();
        QTRY_COMPARE(finished.size(), 1);
        m_vault->settle();
    }

    QVariant value(int row, int role) { return m_after->index(row).data(role); }
    QString uid(int row) { return value(row, AfterSession::UidRole).toString(); }

    void give(int row, int answer)
    {
        m_after->answer(uid(row), answer);
        m_vault->settle();
    }

    void type(int row, const char *text) { m_after->setAgreed(uid(row), QString::fromLatin1(text)); }

    QString texts()
    {
        QStringList texts;
        for (int row = 0; row < m_after->rowCount(); ++row)
            texts.append(value(row, AfterSession::TextRole).toString());
        return texts.join(u' ');
    }

    static QString draftPlace(const Card &card)
    {
        return QStringLiteral("agreed:") + card.record.uid.toString();
    }

    QList<rapport::storage::CardChange> history(const Card &card)
    {
        return m_vault
            ->ask<QList<rapport::storage::CardChange>>(
                [uid = card.record.uid](rapport::storage::Database &db) {
                    return rapport::storage::CardRepository(db).history(uid);
                })
            .value();
    }

    std::unique_ptr<OpenVault> m_vault;
    std::unique_ptr<Cards> m_cards;
    std::unique_ptr<NextSession> m_session;
    std::unique_ptr<AfterSession> m_after;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestAfterSession)
#include "tst_aftersession.moc"
