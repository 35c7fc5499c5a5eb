// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

#include "app/LookingBack.h"
#include "core/storage/CheckInRepository.h"
#include "core/storage/PauseRepository.h"
#include "core/storage/SessionRepository.h"
#include "tests/app/OpenVault.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::domain;
using namespace rapport::tests;

// Now it is Monday, 2 March 2026, 09:00 in Madrid.
class TestLookingBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_vault = std::make_unique<OpenVault>();
    }

    void cleanup()
    {
        m_tester.reset();
        m_past.reset();
        m_vault.reset();
    }

    void anEmptyVaultIsEmpty()
    {
        make();
        QCOMPARE(m_past->status(), LookingBack::Loading);
        m_past->load();
        QTRY_COMPARE(m_past->status(), LookingBack::Empty);
        QVERIFY(!m_past->hasMore());
        QVERIFY(!m_past->canUndo());
        m_past->loadMore();
        m_past->undo();
        m_past->remove(QStringLiteral("nonsense"));
        m_vault->settle();
        QCOMPARE(m_past->status(), LookingBack::Empty);
        QCOMPARE(m_past->problem(), QString());
    }

    void allKindsByDayNewestFirst()
    {
        addCheckIn(-1, 8, -40, QStringLiteral("a note"));
        addCheckIn(0, 7, 40);
        addCheckIn(-400, 12, 0);
        addSession(QDate(2026, 3, 1), QTime(14, 0));
        addSession(QDate(2026, 3, 3), QTime(14, 0)); // not yet
        m_vault->store(QStringLiteral("a card"));    // 09:00 today
        load();
        QCOMPARE(m_past->status(), LookingBack::Ready);
        QCOMPARE(texts(LookingBack::WordsRole), list("Written down|good|Session|bad|in between"));
        QCOMPARE(texts(LookingBack::DayRole), list("Today|Today|Yesterday|Yesterday|Sunday 26 January 2025"));
        QCOMPARE(texts(LookingBack::FirstOfDayRole), list("true|false|true|false|true"));
        QCOMPARE(texts(LookingBack::TimeRole), list("09:00|07:00|14:00|08:00|12:00"));
        QCOMPARE(texts(LookingBack::OwnWordsRole), list("a card|||a note|"));
        QCOMPARE(texts(LookingBack::StepRole), list("-1|3|-1|1|2"));
        QCOMPARE(texts(LookingBack::NameRole).at(3), QStringLiteral("bad, 2 of 5, Yesterday, 08:00"));
        QCOMPARE(m_past->index(2).data(LookingBack::KindRole).toInt(), int(LookingBackKind::Session));
        const auto roles = m_past->roleNames();
        for (auto role = roles.keyBegin(); role != roles.keyEnd(); ++role)
            QVERIFY2(m_past->index(0).data(*role).isValid(), roles.value(*role).constData());
    }

    void aSessionElsewhereStandsOnItsOwnDay()
    {
        // 23:30 in New York is the next morning here, and stays the 27th.
        addSession(QDate(2026, 2, 27), QTime(23, 30), "America/New_York");
        load();
        QCOMPARE(texts(LookingBack::DayRole), list("Friday 27 February"));
        QCOMPARE(texts(LookingBack::TimeRole), list("23:30"));
    }

    void pauses_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("words");
        QTest::newRow("the usual") << 300 << "Pause, 5 minutes";
        QTest::newRow("one") << 60 << "Pause, 1 minute";
        QTest::newRow("stopped half-way") << 150 << "Pause, 3 minutes";
        QTest::newRow("hardly begun") << 29 << "Pause";
    }

    void pauses()
    {
        QFETCH(int, seconds);
        QTranslator plurals;
        QVERIFY(plurals.load(QStringLiteral(":/rapport/i18n/rapport_en.qm")));
        QCoreApplication::installTranslator(&plurals);
        Pause pause;
        pause.record.created = at(-1, 8);
        pause.record.uid = Uid::create(1, m_vault->chance);
        pause.starter = QStringLiteral("sounds");
        pause.end = Pause::End{at(-1, 9), PauseEnd::Stopped, seconds * qint64(1000)};
        QVERIFY(m_vault->ask<void>(
            [pause](storage::Database &db) { return storage::PauseRepository(db).save(pause); }));
        load();
        QCOMPARE(m_past->count(), 1);
        QTEST(m_past->index(0).data(LookingBack::WordsRole).toString(), "words");
        QCOMPARE(texts(LookingBack::TimeRole), list("08:00"));
    }

    void pagesHoldWholeDays()
    {
        for (int day = 0; day < 40; ++day) {
            addCheckIn(-day, 8, 0);
            addCheckIn(-day, 7, 40);
        }
        load();
        QCOMPARE(m_past->count(), 28);
        QVERIFY(m_past->hasMore());
        QSignalSpy added(m_past.get(), &LookingBack::rowsInserted);
        m_past->loadMore();
        m_past->loadMore(); // one at a time
        QTRY_COMPARE(m_past->count(), 56);
        m_past->loadMore();
        QTRY_COMPARE(m_past->count(), 80);
        QVERIFY(!m_past->hasMore());
        QCOMPARE(added.size(), 2);
        QCOMPARE(texts(LookingBack::FirstOfDayRole).count(QStringLiteral("true")), 40);
        m_past->load();
        QTRY_COMPARE(m_past->count(), 28);
    }

    void daysWithNothingLeftAreSkipped()
    {
        addCheckIn(-60, 8, 0);
        // Said and taken back, on more days than a page has.
        Card card = m_vault->card(QStringLiteral("x"));
        card.record.created = at(-80, 9);
        card = m_vault->store(card);
        for (int day = -40; day < 0; ++day) {
            for (CardState state : {CardState::Said, CardState::Chosen}) {
                card.state = state;
                card = m_vault
                           ->ask<Card>([&](storage::Database &db) {
                               return storage::CardRepository(db).update(card, at(day, 9));
                           })
                           .value();
            }
        }
        load();
        QCOMPARE(m_past->status(), LookingBack::Ready);
        QVERIFY(m_past->count() >= 1);
        QCOMPARE(texts(LookingBack::WordsRole).first(), QStringLiteral("in between"));
    }

    void deletingCanBeUndone()
    {
        addCheckIn(0, 8, -80);
        const CheckIn second = addCheckIn(0, 7, 40, QStringLiteral("mine"));
        addCheckIn(-1, 7, 0);
        load();
        QSignalSpy removed(m_past.get(), &LookingBack::checkInRemoved);
        QSignalSpy changed(m_past.get(), &LookingBack::checkInsChanged);
        const QStringList before = texts(LookingBack::NameRole);
        m_past->remove(uidAt(0));
        QTRY_VERIFY(m_past->canUndo());
        QCOMPARE(texts(LookingBack::WordsRole), list("good|in between"));
        QCOMPARE(texts(LookingBack::FirstOfDayRole), list("true|true"));
        QCOMPARE(removed.size(), 1);
        QCOMPARE(changed.size(), 1);
        m_past->remove(second.record.uid.toString());
        QTRY_COMPARE(m_past->count(), 1);
        m_past->undo();
        QTRY_COMPARE(m_past->count(), 2);
        m_past->undo();
        QTRY_COMPARE(m_past->count(), 3);
        QVERIFY(!m_past->canUndo());
        QCOMPARE(texts(LookingBack::NameRole), before);
        QCOMPARE(texts(LookingBack::FirstOfDayRole), list("true|false|true"));
        QCOMPARE(texts(LookingBack::OwnWordsRole).at(1), QStringLiteral("mine"));
    }

    void undoSurvivesAKill()
    {
        addCheckIn(0, 8, 0);
        const CheckIn other = addCheckIn(0, 7, 40);
        load();
        m_past->remove(uidAt(0));
        QTRY_VERIFY(m_past->canUndo());
        m_vault->clock.advance(60);
        load();
        QTRY_VERIFY(m_past->canUndo());
        QCOMPARE(m_past->count(), 1);
        m_past->undo();
        QTRY_COMPARE(m_past->count(), 2);
        QVERIFY(!m_past->canUndo());

        m_past->remove(other.record.uid.toString());
        QTRY_VERIFY(m_past->canUndo());
        m_vault->clock.advance(10 * 60 + 1);
        load();
        m_vault->settle();
        QVERIFY(!m_past->canUndo()); // too late
    }

    void deletingTheOnlyOneAndBack()
    {
        addCheckIn(0, 8, 0);
        load();
        m_past->remove(uidAt(0));
        QTRY_COMPARE(m_past->status(), LookingBack::Empty);
        m_past->undo();
        QTRY_COMPARE(m_past->status(), LookingBack::Ready);
        m_past->remove(uidAt(0));
        QTRY_VERIFY(m_past->canUndo());
        m_past->dismissUndo();
        QVERIFY(!m_past->canUndo());
    }

    void whatWasChangedElsewhereIsShown()
    {
        CheckIn one = addCheckIn(0, 8, 0);
        load();
        one.note = QStringLiteral("new");
        m_past->place(one);
        QCOMPARE(texts(LookingBack::OwnWordsRole), list("new"));
        CheckIn other = one;
        other.record.uid = Uid::create(1, m_vault->chance);
        other.felt = at(0, 9);
        m_past->place(other);
        QCOMPARE(m_past->count(), 2);
        QCOMPARE(texts(LookingBack::TimeRole), list("09:00|08:00"));
    }

    void aClosedVaultFailsAndCanBeReadAgain()
    {
        addCheckIn(0, 8, 0);
        make();
        m_vault->close();
        m_past->load();
        QTRY_COMPARE(m_past->status(), LookingBack::Failed);
        QVERIFY(!m_past->problem().isEmpty());
        m_vault->open();
        m_past->load();
        QTRY_COMPARE(m_past->status(), LookingBack::Ready);
        QCOMPARE(m_past->problem(), QString());

        m_vault->close();
        m_past->remove(uidAt(0));
        QTRY_VERIFY(!m_past->problem().isEmpty());
        QCOMPARE(m_past->count(), 1);
        m_past->dismissProblem();
        QCOMPARE(m_past->problem(), QString());
    }

private:
    void make()
    {
        m_past = std::make_unique<LookingBack>(m_vault->environment, nullptr);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_past.get());
    }

    void load()
    {
        make();
        m_past->load();
        QTRY_VERIFY(m_past->status() != LookingBack::Loading);
    }

    Moment at(int daysLater, int hour) const
    {
        const QDateTime time(QDate(2026, 3, 2).addDays(daysLater), QTime(hour, 0),
                             QTimeZone("Europe/Madrid"));
        return Moment::fromDateTime(time);
    }

    CheckIn addCheckIn(int daysLater, int hour, int pleasantness, const QString &note = {})
    {
        CheckIn checkIn;
        checkIn.felt = at(daysLater, hour);
        checkIn.record.created = checkIn.felt;
        checkIn.record.uid = Uid::create(checkIn.felt.utcMs, m_vault->chance);
        checkIn.pleasantness = pleasantness;
        checkIn.note = note;
        return m_vault
            ->ask<CheckIn>(
                [checkIn](storage::Database &db) { return storage::CheckInRepository(db).add(checkIn); })
            .value();
    }

    void addSession(QDate date, QTime time, const QByteArray &zone = "Europe/Madrid")
    {
        Session session;
        session.record.uid = Uid::create(1, m_vault->chance);
        session.record.created = m_vault->clock.now();
        session.date = date;
        session.time = time;
        session.zone = zone;
        QVERIFY(m_vault->ask<Session>(
            [session](storage::Database &db) { return storage::SessionRepository(db).save(session); }));
    }

    QStringList texts(int role) const
    {
        QStringList texts;
        for (int row = 0; row < m_past->count(); ++row)
            texts.append(m_past->index(row).data(role).toString());
        return texts;
    }

    static QStringList list(const char *texts) { return QString::fromLatin1(texts).split(u'|'); }

    QString uidAt(int row) const { return m_past->index(row).data(LookingBack::UidRole).toString(); }

    std::unique_ptr<OpenVault> m_vault;
    std::unique_ptr<LookingBack> m_past;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestLookingBack)
#include "tst_lookingback.moc"
