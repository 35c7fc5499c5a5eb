// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/NoteRepository.h"
#include "core/storage/SessionRepository.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::domain;
using namespace rapport::storage;
using namespace rapport::tests;

class TestNoteRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<Vault>();
        m_database = m_vault->open();
        QVERIFY(m_database);
    }

    void cleanup()
    {
        m_database.reset();
        m_vault.reset();
    }

    void notesComeBackAsGiven()
    {
        Session session;
        session.record = record(0);
        session.date = QDate(2026, 3, 5);
        session.time = QTime(10, 0);
        session.zone = "Europe/Madrid";
        QVERIFY(SessionRepository(*m_database).save(session));

        Note note = noteAt(5);
        note.session = session.record.uid;
        const Note later = noteAt(9);
        Share share = shareOf(note, 6);
        share.way = ShareWay::Clipboard;
        share.with = QStringLiteral("somebody");
        QVERIFY(notes().add(note, share));
        QVERIFY(notes().add(later, shareOf(later, 9)));
        const Share again = shareOf(note, 7);
        QVERIFY(notes().addShare(again));
        reopen();
        QCOMPARE(notes().all().value(), (QList<Note>{later, note}));
        QCOMPARE(notes().shares(note.record.uid).value(), (QList<Share>{share, again}));
    }

    void nothingIsStoredWithoutItsLedgerEntry()
    {
        const Note note = noteAt(1);
        Share share = shareOf(note, 1);
        share.note = m_vault->newUid();
        QCOMPARE(notes().add(note, share).error().kind, Error::Refused);
        // the entry's uid is taken: the note must not stay behind alone
        const Note first = noteAt(1);
        const Share taken = shareOf(first, 1);
        QVERIFY(notes().add(first, taken));
        share = taken;
        share.note = note.record.uid;
        QCOMPARE(notes().add(note, share).error().kind, Error::Refused);
        QCOMPARE(notes().all()->size(), 1);
        QCOMPARE(ask(*m_database, QStringLiteral("SELECT count(*) FROM note_line")).toInt(), 2);
    }

    void ledgerNeedsItsNote()
    {
        const Note note = noteAt(1);
        QCOMPARE(notes().addShare(shareOf(note, 1)).error().kind, Error::NotFound);
        QVERIFY(notes().add(note, shareOf(note, 1)));
        QVERIFY(notes().remove(note.record.uid, momentAt(2)));
        QCOMPARE(notes().addShare(shareOf(note, 3)).error().kind, Error::NotFound);
    }

    void deletingTakesTheLedgerAlong()
    {
        const Note note = noteAt(1);
        QVERIFY(notes().add(note, shareOf(note, 1)));
        QVERIFY(notes().remove(note.record.uid, momentAt(2)));
        QVERIFY(notes().all()->isEmpty());
        QVERIFY(notes().shares(note.record.uid)->isEmpty());
        QCOMPARE(notes().remove(note.record.uid, momentAt(3)).error().kind, Error::NotFound);
        reopen();
        QVERIFY(notes().restore(note.record.uid, momentAt(3)));
        QCOMPARE(notes().restore(note.record.uid, momentAt(3)).error().kind, Error::NotFound);
        QCOMPARE(notes().all()->size(), 1);
        QCOMPARE(notes().all()->first().lines, note.lines);
        QCOMPARE(notes().shares(note.record.uid)->size(), 1);
    }

    void purgeForgetsWhatWasShared()
    {
        const Note note = noteAt(1);
        const Note kept = noteAt(1);
        QVERIFY(notes().add(note, shareOf(note, 1)));
        QVERIFY(notes().add(kept, shareOf(kept, 1)));
        QCOMPARE(tryRun(*m_database, QStringLiteral("UPDATE share SET content = 'heronword' WHERE note = 1")),
                 QString());
        QVERIFY(pagesHold(*m_database, "heronword"));
        QVERIFY(!tryRun(*m_database, QStringLiteral("DELETE FROM note")).isEmpty()); // a living note stays
        QVERIFY(notes().remove(note.record.uid, momentAt(2)));
        QCOMPARE(notes().purge(momentAt(2).utcMs).value(), 0);
        QCOMPARE(notes().purge(momentAt(3).utcMs).value(), 1);
        QVERIFY(!pagesHold(*m_database, "heronword"));
        QCOMPARE(ask(*m_database, QStringLiteral("SELECT count(*) FROM share")).toInt(), 1);
        QCOMPARE(ask(*m_database, QStringLiteral("SELECT count(*) FROM note_line")).toInt(), 2);
        QCOMPARE(notes().all().value(), QList<Note>{kept});
    }

    void withdrawingTheOnlyShareTakesItsNote()
    {
        const Note note = noteAt(1);
        const Note other = noteAt(1);
        const Share share = shareOf(note, 1);
        QVERIFY(notes().add(other, shareOf(other, 1)));
        QVERIFY(notes().add(note, share));
        QCOMPARE(tryRun(*m_database, QStringLiteral("UPDATE share SET content = 'heronword' WHERE note = 2")),
                 QString());
        QVERIFY(pagesHold(*m_database, "heronword"));
        QVERIFY(notes().withdraw(share.record.uid));
        QCOMPARE(notes().all().value(), QList<Note>{other});
        QCOMPARE(notes().shares(other.record.uid)->size(), 1);
        QCOMPARE(ask(*m_database, QStringLiteral("SELECT count(*) FROM share")).toInt(), 1);
        QCOMPARE(ask(*m_database, QStringLiteral("SELECT count(*) FROM note_line")).toInt(), 2);
        QVERIFY(!pagesHold(*m_database, "heronword"));
        QCOMPARE(notes().withdraw(share.record.uid).error().kind, Error::NotFound);
        // the same note can leave after all
        QVERIFY(notes().add(note, share));
        QCOMPARE(notes().all()->size(), 2);
    }

    void withdrawingOneOfTwoSharesLeavesTheOther_data()
    {
        QTest::addColumn<bool>("first");
        QTest::newRow("the first") << true;
        QTest::newRow("the second") << false;
    }

    void withdrawingOneOfTwoSharesLeavesTheOther()
    {
        QFETCH(bool, first);
        const Note note = noteAt(1);
        const Share one = shareOf(note, 1);
        const Share two = shareOf(note, 2);
        QVERIFY(notes().add(note, one));
        QVERIFY(notes().addShare(two));
        QVERIFY(notes().withdraw(first ? one.record.uid : two.record.uid));
        reopen();
        QCOMPARE(notes().all().value(), QList<Note>{note});
        QCOMPARE(notes().shares(note.record.uid).value(), QList<Share>{first ? two : one});
        QVERIFY(notes().withdraw(first ? two.record.uid : one.record.uid));
        QVERIFY(notes().all()->isEmpty());
    }

    void withdrawingNothing() { QCOMPARE(notes().withdraw(m_vault->newUid()).error().kind, Error::NotFound); }

    /// A note with a second share that was deleted along with it is not the
    /// withdrawal's to take: Undo may still want both.
    void aDeletedNoteStaysForItsUndo()
    {
        const Note note = noteAt(1);
        const Share one = shareOf(note, 1);
        const Share two = shareOf(note, 2);
        QVERIFY(notes().add(note, one));
        QVERIFY(notes().addShare(two));
        QVERIFY(notes().remove(note.record.uid, momentAt(3)));
        QVERIFY(notes().withdraw(two.record.uid));
        QVERIFY(notes().restore(note.record.uid, momentAt(4)));
        QCOMPARE(notes().shares(note.record.uid).value().size(), 1);
    }

    void aNoteOutlivesItsSession()
    {
        Note note = noteAt(1);
        note.session = m_vault->newUid(); // never stored, or gone
        QVERIFY(notes().add(note, shareOf(note, 1)));
        QCOMPARE(notes().all()->first().session, std::nullopt);
    }

private:
    NoteRepository notes() { return NoteRepository(*m_database); }

    void reopen()
    {
        m_database.reset();
        m_database = m_vault->open();
        QVERIFY(m_database);
    }

    Record record(qint64 minutes)
    {
        Record record;
        record.created = momentAt(minutes);
        record.modifiedUtcMs = record.created.utcMs;
        record.uid = m_vault->newUid(record.created.utcMs);
        return record;
    }

    Note noteAt(qint64 minutes)
    {
        Note note;
        note.record = record(minutes);
        note.lines = {
            {NoteSection::Title, {}, QStringLiteral("For our session"), std::nullopt, false},
            {NoteSection::Topic, QStringLiteral("Topics"), QString::fromUtf8("my words 🙂"),
             m_vault->newUid(), true},
        };
        return note;
    }

    Share shareOf(const Note &note, qint64 minutes)
    {
        Share share;
        share.record = record(minutes);
        share.note = note.record.uid;
        share.content = QStringLiteral("For our session\nmy words");
        return share;
    }

    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestNoteRepository)
#include "tst_noterepository.moc"
