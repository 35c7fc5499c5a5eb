// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// Long because one model is followed through every change of its list.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/Cards.h"
#include "core/storage/RecordColumns.h"
#include "core/storage/Statement.h"
#include "tests/app/OpenVault.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::domain;
using namespace rapport::tests;

class TestCards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_vault = std::make_unique<OpenVault>(); }

    void cleanup()
    {
        m_tester.reset();
        m_cards.reset();
        m_vault.reset();
    }

    void anEmptyVaultIsEmpty()
    {
        m_cards = std::make_unique<Cards>(m_vault->environment, nullptr);
        QCOMPARE(m_cards->status(), Cards::Loading);
        QTRY_COMPARE(m_cards->status(), Cards::Empty);
        QCOMPARE(m_cards->count(), 0);
        QCOMPARE(m_cards->openCount(), 0);
        QCOMPARE(m_cards->chosenCount(), 0);
        QCOMPARE(m_cards->firstTexts(), QStringList());
        QVERIFY(!m_cards->canUndo());
        QCOMPARE(m_cards->problem(), QString());
    }

    void aClosedVaultFailsAndCanBeReadAgain()
    {
        m_vault->store(QStringLiteral("one"));
        m_vault->close();
        load();
        QCOMPARE(m_cards->status(), Cards::Failed);
        QVERIFY(!m_cards->problem().isEmpty());
        m_vault->open();
        m_cards->load();
        QTRY_COMPARE(m_cards->status(), Cards::Ready);
        QCOMPARE(m_cards->problem(), QString());
        QCOMPARE(texts(), QStringList{QStringLiteral("one")});
    }

    void openOnesComeFirstEachPartInItsOrder()
    {
        m_vault->store(QStringLiteral("said"), CardState::Said);
        m_vault->store(QStringLiteral("a"));
        m_vault->store(QStringLiteral("b"), CardState::Chosen);
        m_vault->store(QStringLiteral("some"), CardState::SomeOfIt);
        m_vault->store(QStringLiteral("c"), CardState::NotToday);
        m_vault->store(QStringLiteral("d"));
        load();
        QCOMPARE(m_cards->status(), Cards::Ready);
        QCOMPARE(texts(), words("a b c d said some"));
        QCOMPARE(m_cards->count(), 6);
        QCOMPARE(m_cards->openCount(), 4);
        QCOMPARE(m_cards->chosenCount(), 2); // "not today" moved on to the next session
        QCOMPARE(m_cards->firstTexts(), words("b c a"));
        QCOMPARE(rowsWith(Cards::FirstRole), words("a said"));
        QCOMPARE(rowsWith(Cards::LastRole), words("d some"));
        QCOMPARE(rowsWith(Cards::OpenRole), words("a b c d"));
        QCOMPARE(rowsWith(Cards::ChosenRole), words("b c"));
    }

    void everyRoleHasItsValue()
    {
        Card card = m_vault->card(QStringLiteral("mine"));
        card.kind = CardKind::Thanks;
        card.record.isPrivate = true;
        m_vault->store(card);
        load();
        const QModelIndex row = m_cards->index(0);
        QCOMPARE(row.data(Cards::UidRole).toString(), card.record.uid.toString());
        QCOMPARE(row.data(Cards::TextRole).toString(), QStringLiteral("mine"));
        QCOMPARE(row.data(Qt::DisplayRole).toString(), QStringLiteral("mine"));
        QCOMPARE(row.data(Cards::FactWordsRole).toString(),
                 QStringLiteral("Thanks · Written down · Private"));
        const auto roles = m_cards->roleNames();
        for (auto role = roles.keyBegin(); role != roles.keyEnd(); ++role)
            QVERIFY2(row.data(*role).isValid(), roles.value(*role).constData());
    }

    void addingPutsItLastOfTheOpenOnes()
    {
        m_vault->store(QStringLiteral("a"));
        m_vault->store(QStringLiteral("said"), CardState::Said);
        load();
        QSignalSpy counts(m_cards.get(), &Cards::countChanged);
        std::optional<storage::Result<Card>> answer;
        m_cards->add(m_vault->card(QStringLiteral("b")), [&](const auto &stored) { answer = stored; });
        QTRY_VERIFY(answer);
        QVERIFY(answer->has_value());
        QCOMPARE(texts(), words("a b said"));
        QVERIFY(!counts.isEmpty());
        QCOMPARE(rowsWith(Cards::LastRole), words("b said"));
    }

    void anAddThatFailsChangesNothing()
    {
        load();
        m_vault->close();
        std::optional<storage::Result<Card>> answer;
        m_cards->add(m_vault->card(QStringLiteral("b")), [&](const auto &stored) { answer = stored; });
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, storage::Error::Closed);
        QCOMPARE(m_cards->count(), 0);
    }

    void moving_data()
    {
        QTest::addColumn<QString>("stored"); // those with a capital letter were said
        QTest::addColumn<QString>("moved");  // + is up, - is down
        QTest::addColumn<QString>("shown");
        QTest::newRow("up") << "a b c"
                            << "+c"
                            << "a c b";
        QTest::newRow("up twice") << "a b c"
                                  << "+c +c"
                                  << "c a b";
        QTest::newRow("up at the top") << "a b c"
                                       << "+a"
                                       << "a b c";
        QTest::newRow("down") << "a b c"
                              << "-a"
                              << "b a c";
        QTest::newRow("down to the end") << "a b c"
                                         << "-a -a"
                                         << "b c a";
        QTest::newRow("down at the end") << "a b c"
                                         << "-c"
                                         << "a b c";
        QTest::newRow("not out of the open part") << "a b X Y"
                                                  << "-b"
                                                  << "a b X Y";
        QTest::newRow("not into the open part") << "a b X Y"
                                                << "+X"
                                                << "a b X Y";
        QTest::newRow("down with a said one stored before") << "X a b"
                                                            << "-a"
                                                            << "b a X";
        QTest::newRow("down with a said one between") << "a X b c"
                                                      << "-a"
                                                      << "b a c X";
        QTest::newRow("up with a said one between") << "a X b c"
                                                    << "+b"
                                                    << "b a c X";
        QTest::newRow("within the said ones") << "a X b Y"
                                              << "-X"
                                              << "a b Y X";
        QTest::newRow("up within the said ones") << "X a Y b"
                                                 << "+Y"
                                                 << "a b Y X";
        QTest::newRow("there and back") << "a b c"
                                        << "-a +a"
                                        << "a b c";
    }

    void moving()
    {
        QFETCH(QString, stored);
        QFETCH(QString, moved);
        QFETCH(QString, shown);
        for (const QString &text : stored.split(u' '))
            m_vault->store(text, text.front().isUpper() ? CardState::Said : CardState::Written);
        load();
        for (const QString &step : moved.split(u' ')) {
            if (step.startsWith(u'+'))
                m_cards->moveUp(uidOf(step.mid(1)));
            else
                m_cards->moveDown(uidOf(step.mid(1)));
            m_vault->settle();
        }
        QCOMPARE(texts().join(u' '), shown);
        QCOMPARE(m_cards->problem(), QString());
        load();
        QCOMPARE(texts().join(u' '), shown);
    }

    void choosingKeepsTheRow()
    {
        m_vault->store(QStringLiteral("a"));
        m_vault->store(QStringLiteral("b"));
        load();
        QSignalSpy removed(m_cards.get(), &Cards::rowsRemoved);
        QSignalSpy inserted(m_cards.get(), &Cards::rowsInserted);
        m_cards->setChosen(uidOf(QStringLiteral("b")), true);
        QTRY_COMPARE(m_cards->chosenCount(), 1);
        QCOMPARE(m_cards->firstTexts(), words("b a"));
        m_cards->setChosen(uidOf(QStringLiteral("b")), false);
        QTRY_COMPARE(m_cards->chosenCount(), 0);
        QCOMPARE(texts(), words("a b"));
        QVERIFY(removed.isEmpty() && inserted.isEmpty());
    }

    void aStepThatIsNotAllowedSaysSo()
    {
        m_vault->store(QStringLiteral("a"), CardState::Said);
        load();
        m_cards->setChosen(uidOf(QStringLiteral("a")), false);
        QTRY_VERIFY(!m_cards->problem().isEmpty());
        QCOMPARE(m_vault->storedCards().first().state, CardState::Said);
        m_cards->dismissProblem();
        QCOMPARE(m_cards->problem(), QString());
    }

    void sayingTheOnlyOneDoesNotLookEmptyMeanwhile()
    {
        m_vault->store(QStringLiteral("a"), CardState::Chosen);
        load();
        QSignalSpy statuses(m_cards.get(), &Cards::statusChanged);
        Card card = m_cards->list().first();
        card.state = CardState::Said;
        m_cards->update(card, [](const auto &) {});
        QTRY_COMPARE(m_cards->openCount(), 0);
        QCOMPARE(m_cards->status(), Cards::Ready);
        QCOMPARE(statuses.size(), 0);
    }

    void sayingOnePutsItAmongTheSaidOnes()
    {
        for (const QString &text : words("a b c"))
            m_vault->store(text);
        m_vault->store(QStringLiteral("X"), CardState::Said);
        load();
        Card card = m_cards->list().at(2);
        card.state = CardState::Said;
        m_cards->update(card, [](const auto &) {});
        QTRY_COMPARE(m_cards->openCount(), 2);
        QCOMPARE(texts(), words("a b c X"));
        QCOMPARE(rowsWith(Cards::FirstRole), words("a c"));
        QCOMPARE(rowsWith(Cards::LastRole), words("b X"));
    }

    void removingCanBeUndone()
    {
        for (const QString &text : words("a b c"))
            m_vault->store(text);
        load();
        m_cards->remove(uidOf(QStringLiteral("b")));
        QTRY_COMPARE(texts(), words("a c"));
        QVERIFY(m_cards->canUndo());
        m_cards->remove(uidOf(QStringLiteral("a")));
        QTRY_COMPARE(texts(), words("c"));
        QCOMPARE(rowsWith(Cards::FirstRole), words("c"));
        m_cards->undo(); // the newest first
        QTRY_COMPARE(texts(), words("a c"));
        m_cards->undo();
        QTRY_COMPARE(texts(), words("a b c"));
        QVERIFY(!m_cards->canUndo());
        m_cards->undo();
        m_vault->settle();
        QCOMPARE(m_cards->problem(), QString());
    }

    void removingTheLastOneIsEmptyAndUndoIsReady()
    {
        m_vault->store(QStringLiteral("a"));
        load();
        m_cards->remove(uidOf(QStringLiteral("a")));
        QTRY_COMPARE(m_cards->status(), Cards::Empty);
        m_cards->undo();
        QTRY_COMPARE(m_cards->status(), Cards::Ready);
    }

    void undoOutlivesARestart()
    {
        m_vault->store(QStringLiteral("a"));
        m_vault->store(QStringLiteral("b"));
        load();
        m_cards->remove(uidOf(QStringLiteral("a")));
        QTRY_COMPARE(m_cards->count(), 1);
        m_vault->close();
        m_vault->open();
        m_vault->clock.advance(9 * 60);
        load();
        QCOMPARE(texts(), words("b"));
        QVERIFY(m_cards->canUndo());
        m_cards->undo();
        QTRY_COMPARE(texts(), words("a b"));
    }

    void undoIsGoneAfterTenMinutes()
    {
        m_vault->store(QStringLiteral("a"));
        load();
        m_cards->remove(uidOf(QStringLiteral("a")));
        QTRY_COMPARE(m_cards->count(), 0);
        m_vault->clock.advance(10 * 60);
        load();
        QVERIFY(m_cards->canUndo()); // to the millisecond
        m_vault->clock.advance(1);
        load();
        QVERIFY(!m_cards->canUndo());
        const auto deleted = m_vault->ask<QList<Card>>(
            [](storage::Database &db) { return storage::CardRepository(db).deleted(); });
        QVERIFY(deleted->isEmpty());
    }

    void dismissedUndoIsNotOffered()
    {
        m_vault->store(QStringLiteral("a"));
        load();
        m_cards->remove(uidOf(QStringLiteral("a")));
        QTRY_VERIFY(m_cards->canUndo());
        m_cards->dismissUndo();
        QVERIFY(!m_cards->canUndo());
    }

    void failuresAreSaidAndChangeNothing_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"choose", "up", "down", "remove"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void failuresAreSaidAndChangeNothing()
    {
        QFETCH(QString, what);
        for (const QString &text : words("a b c"))
            m_vault->store(text);
        load();
        m_vault->close();
        const QString uid = uidOf(QStringLiteral("b"));
        if (what == QLatin1String("choose"))
            m_cards->setChosen(uid, true);
        else if (what == QLatin1String("up"))
            m_cards->moveUp(uid);
        else if (what == QLatin1String("down"))
            m_cards->moveDown(uid);
        else
            m_cards->remove(uid);
        QTRY_VERIFY(!m_cards->problem().isEmpty());
        QCOMPARE(texts(), words("a b c"));
        QCOMPARE(m_cards->chosenCount(), 0);
        QVERIFY(!m_cards->canUndo());
        QCOMPARE(m_cards->status(), Cards::Ready);
    }

    void strangeIdsAreNothing()
    {
        m_vault->store(QStringLiteral("a"));
        load();
        const QString stranger = Uid::create(1, m_vault->chance).toString();
        for (const QString &uid : {QString(), QStringLiteral("no id"), stranger}) {
            m_cards->setChosen(uid, true);
            m_cards->moveUp(uid);
            m_cards->moveDown(uid);
            m_cards->remove(uid);
        }
        m_vault->settle();
        QCOMPARE(texts(), words("a"));
        QCOMPARE(m_cards->problem(), QString());
    }

    void tenThousandCards()
    {
        constexpr int many = 10'000; // every second one was said
        const auto stored = m_vault->ask<void>([this](storage::Database &db) {
            return storage::inTransaction(db, [&] { return insertCards(db, many); });
        });
        QVERIFY(stored);
        m_cards = std::make_unique<Cards>(m_vault->environment, nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(m_cards->status(), Cards::Ready, 20'000);
        QCOMPARE(m_cards->count(), many);
        QCOMPARE(m_cards->openCount(), many / 2);
        QCOMPARE(m_cards->firstTexts(), words("0 2 4"));
        QCOMPARE(rowsWith(Cards::LastRole), words("9998 9999"));
        m_cards->moveUp(uidOf(QStringLiteral("9998")));
        QTRY_COMPARE_WITH_TIMEOUT(rowsWith(Cards::LastRole), words("9996 9999"), 20'000);
        m_cards->remove(uidOf(QStringLiteral("0")));
        QTRY_COMPARE(m_cards->firstTexts(), words("2 4 6"));
        m_cards->undo();
        QTRY_COMPARE(m_cards->firstTexts(), words("0 2 4"));
    }

private:
    /// Fast, in one transaction: the repository has one for each card.
    storage::Result<void> insertCards(const storage::Database &db, int many)
    {
        const QString sql = QStringLiteral("INSERT INTO card (%1, text, state, position) "
                                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                                .arg(QLatin1String(storage::recordColumns));
        for (int i = 0; i < many; ++i) {
            const Card card = m_vault->card(QString::number(i));
            const CardState state = i % 2 ? CardState::Said : CardState::Written;
            const auto added = storage::execute(db, sql,
                                                storage::recordValues(card.record) +
                                                    QVariantList{card.text, QString(idOf(state)), i + 1.0});
            if (!added)
                return added;
        }
        return {};
    }

    static QStringList words(const char *list) { return QString::fromLatin1(list).split(u' '); }

    /// As after a start of the app.
    void load()
    {
        m_tester.reset();
        m_cards = std::make_unique<Cards>(m_vault->environment, nullptr);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_cards.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(m_cards->status() != Cards::Loading);
    }

    QStringList texts() const
    {
        QStringList texts;
        for (int row = 0; row < m_cards->rowCount(); ++row)
            texts.append(m_cards->index(row).data(Cards::TextRole).toString());
        return texts;
    }

    QStringList rowsWith(Cards::Role role) const
    {
        QStringList texts;
        for (int row = 0; row < m_cards->rowCount(); ++row) {
            if (m_cards->index(row).data(role).toBool())
                texts.append(m_cards->index(row).data(Cards::TextRole).toString());
        }
        return texts;
    }

    QString uidOf(const QString &text) const
    {
        for (const Card &card : m_cards->list()) {
            if (card.text == text)
                return card.record.uid.toString();
        }
        return {};
    }

    std::unique_ptr<OpenVault> m_vault;
    std::unique_ptr<Cards> m_cards;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestCards)
#include "tst_cards.moc"
