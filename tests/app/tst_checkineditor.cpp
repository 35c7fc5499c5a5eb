// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QSignalSpy>
#include <QTest>

#include "app/CheckInEditor.h"
#include "core/storage/CheckInRepository.h"
#include "tests/app/OpenVault.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::domain;
using namespace rapport::tests;

class TestCheckInEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_vault = std::make_unique<OpenVault>();
        m_editor = std::make_unique<CheckInEditor>(m_vault->environment, nullptr);
    }

    void cleanup()
    {
        m_editor.reset();
        m_vault.reset();
    }

    void showsWhatIsStored()
    {
        open(add(QStringLiteral("first")));
        QCOMPARE(m_editor->step(), 1);
        QCOMPARE(m_editor->word(), QStringLiteral("bad"));
        QCOMPARE(m_editor->when(), QStringLiteral("Today, 09:00"));
        QCOMPARE(m_editor->note(), QStringLiteral("first"));
        QVERIFY(!m_editor->isPrivate());
        QVERIFY(!m_editor->changed());
    }

    void savesTheNoteAndWhoMayCountIt()
    {
        const CheckIn stored = add(QStringLiteral("first"));
        open(stored);
        QSignalSpy saved(m_editor.get(), &CheckInEditor::saved);
        QSignalSpy told(m_editor.get(), &CheckInEditor::stored);
        m_editor->setNote(QStringLiteral(" second "));
        m_editor->setPrivate(true);
        QVERIFY(m_editor->changed());
        m_editor->save();
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(told.size(), 1);
        QVERIFY(!m_editor->changed());
        QCOMPARE(find(stored).note, QStringLiteral("second"));
        QVERIFY(find(stored).record.isPrivate);
        QCOMPARE(find(stored).pleasantness, stored.pleasantness);
        m_vault->settle();
        QCOMPARE(draft(stored), QString());
    }

    void aNoteCanBeTakenAway()
    {
        const CheckIn stored = add(QStringLiteral("first"));
        open(stored);
        m_editor->setNote(QStringLiteral("  "));
        QSignalSpy saved(m_editor.get(), &CheckInEditor::saved);
        m_editor->save();
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(find(stored).note, QString());
    }

    void anImpossibleNoteStays()
    {
        const CheckIn stored = add(QStringLiteral("first"));
        open(stored);
        m_editor->setNote(QString(100'001, u'a'));
        m_editor->save();
        QCOMPARE(m_editor->state(), CheckInEditor::Failed);
        QVERIFY(!m_editor->problem().isEmpty());
        QCOMPARE(m_editor->note().size(), 100'001);
        m_editor->discard();
        QCOMPARE(m_editor->state(), CheckInEditor::Editing);
        QCOMPARE(m_editor->note(), QStringLiteral("first"));
    }

    void whatIsTypedIsFoundAgain()
    {
        const CheckIn stored = add({});
        const CheckIn other = add({});
        open(stored);
        m_editor->setNote(QStringLiteral("half"));
        open(other); // writes the draft
        QCOMPARE(m_editor->note(), QString());
        QCOMPARE(draft(stored), QStringLiteral("half"));
        open(stored);
        QTRY_COMPARE(m_editor->note(), QStringLiteral("half"));
        QVERIFY(m_editor->changed());
        m_editor->discard();
        m_vault->settle();
        QCOMPARE(draft(stored), QString());
    }

    void whatIsTypedWhileSavingIsTheNextChange()
    {
        const CheckIn stored = add({});
        open(stored);
        m_editor->setNote(QStringLiteral("one"));
        m_editor->save();
        m_editor->setNote(QStringLiteral("one two"));
        QTRY_COMPARE(m_editor->state(), CheckInEditor::Editing);
        QCOMPARE(m_editor->note(), QStringLiteral("one two"));
        QVERIFY(m_editor->changed());
        QCOMPARE(find(stored).note, QStringLiteral("one"));
    }

    void aSaveThatFailsLosesNothing()
    {
        const CheckIn stored = add({});
        open(stored);
        m_editor->setNote(QStringLiteral("mine"));
        m_vault->close();
        m_editor->save();
        QTRY_COMPARE(m_editor->state(), CheckInEditor::Failed);
        QCOMPARE(m_editor->note(), QStringLiteral("mine"));
        m_vault->open();
        m_editor->save();
        QTRY_COMPARE(find(stored).note, QStringLiteral("mine"));
    }

    void whatIsGoneIsSaid()
    {
        m_editor->open(QStringLiteral("nonsense"));
        QCOMPARE(m_editor->state(), CheckInEditor::Gone);
        const CheckIn stored = add({});
        open(stored);
        m_vault->ask<void>([&](storage::Database &db) {
            return storage::CheckInRepository(db).remove(stored.record.uid, m_vault->clock.now());
        });
        m_editor->setNote(QStringLiteral("too late"));
        m_editor->save();
        QTRY_COMPARE(m_editor->state(), CheckInEditor::Gone);
        QVERIFY(!m_editor->problem().isEmpty());
        m_editor->open(stored.record.uid.toString());
        QTRY_COMPARE(m_editor->state(), CheckInEditor::Gone);
    }

private:
    CheckIn add(const QString &note)
    {
        CheckIn checkIn;
        checkIn.felt = m_vault->clock.now();
        checkIn.record.created = checkIn.felt;
        checkIn.record.uid = Uid::create(checkIn.felt.utcMs, m_vault->chance);
        checkIn.pleasantness = -40;
        checkIn.note = note;
        return m_vault
            ->ask<CheckIn>(
                [checkIn](storage::Database &db) { return storage::CheckInRepository(db).add(checkIn); })
            .value();
    }

    void open(const CheckIn &checkIn)
    {
        m_editor->open(checkIn.record.uid.toString());
        QCOMPARE(m_editor->state(), CheckInEditor::Opening);
        QTRY_COMPARE(m_editor->state(), CheckInEditor::Editing);
        QCOMPARE(m_editor->uid(), checkIn.record.uid.toString());
        m_vault->settle();
    }

    CheckIn find(const CheckIn &checkIn)
    {
        return m_vault
            ->ask<CheckIn>([&](storage::Database &db) {
                return storage::CheckInRepository(db).find(checkIn.record.uid);
            })
            .value();
    }

    QString draft(const CheckIn &checkIn)
    {
        return m_vault->draft(QLatin1String("check-in:") + checkIn.record.uid.toString());
    }

    std::unique_ptr<OpenVault> m_vault;
    std::unique_ptr<CheckInEditor> m_editor;
};

QTEST_GUILESS_MAIN(TestCheckInEditor)
#include "tst_checkineditor.moc"
