// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QSignalSpy>
#include <QTest>

#include "app/PlaceChooser.h"
#include "tests/app/Fakes.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::tests;
using Result = platform::FileChooser::Result;

namespace {
const QString usual = QStringLiteral("/home/mine/Documents");
const QString stick = QStringLiteral("/media/stick");
} // namespace

class TestPlaceChooser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_system = std::make_unique<FakeFileChooser>();
        m_chooser = std::make_unique<PlaceChooser>(*m_system, usual);
        m_folders = std::make_unique<QSignalSpy>(m_chooser.get(), &PlaceChooser::folderChosen);
        m_files = std::make_unique<QSignalSpy>(m_chooser.get(), &PlaceChooser::backupChosen);
    }

    void onlyWhereThereIsOne()
    {
        QVERIFY(!m_chooser->available());
        m_chooser->look();
        QTest::qWait(20);
        QVERIFY(!m_chooser->available());
        m_system->available = true;
        m_chooser->look();
        QVERIFY(!m_chooser->available()); // it is told later
        QTRY_VERIFY(m_chooser->available());
        QVERIFY(m_system->asked.isEmpty());
    }

    void whereItBegins_data()
    {
        QTest::addColumn<bool>("folder");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("begins");
        QTest::newRow("a folder") << true << QStringLiteral(" /media/stick ") << stick;
        QTest::newRow("no folder") << true << QString() << usual;
        QTest::newRow("half a folder") << true << QStringLiteral("stick") << usual;
        QTest::newRow("a file") << false << QStringLiteral("/media/stick/a.rapbak") << stick;
        QTest::newRow("no file") << false << QString() << usual;
        QTest::newRow("as in a shell") << false << QStringLiteral("~/a.rapbak") << usual;
    }
    void whereItBegins()
    {
        QFETCH(const bool, folder);
        QFETCH(const QString, typed);
        QFETCH(const QString, begins);
        ask(folder, typed);
        QCOMPARE(m_system->asked.size(), 1);
        QCOMPARE(m_system->asked.first().beginIn, begins);
        QCOMPARE(m_system->asked.first().pattern, folder ? QString() : QStringLiteral("*.rapbak"));
        QVERIFY(!m_system->asked.first().title.isEmpty());
    }

    void howItEnds_data()
    {
        QTest::addColumn<bool>("folder");
        QTest::addColumn<Result>("result");
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("available");
        for (const bool folder : {true, false}) {
            const char *kind = folder ? "folder" : "file";
            QTest::addRow("%s chosen", kind) << folder << Result::Chosen << QString() << true;
            QTest::addRow("%s cancelled", kind) << folder << Result::Cancelled << QString() << true;
            QTest::addRow("%s unavailable", kind)
                << folder << Result::Unavailable << QStringLiteral("There is no dialog") << false;
            QTest::addRow("%s failed", kind)
                << folder << Result::Failed << QStringLiteral("That did not work") << true;
        }
    }
    void howItEnds()
    {
        QFETCH(const bool, folder);
        QFETCH(const Result, result);
        QFETCH(const QString, says);
        QFETCH(const bool, available);
        m_system->available = true;
        m_chooser->look();
        QTRY_VERIFY(m_chooser->available());
        m_system->next = result;
        m_system->path = stick;
        ask(folder, {});
        QVERIFY(m_chooser->asking());
        ask(folder, {}); // one at a time
        QCOMPARE(m_system->asked.size(), 1);
        QTRY_VERIFY(!m_chooser->asking());
        const bool chosen = result == Result::Chosen;
        QCOMPARE(m_folders->size(), chosen && folder ? 1 : 0);
        QCOMPARE(m_files->size(), chosen && !folder ? 1 : 0);
        if (chosen)
            QCOMPARE((folder ? m_folders : m_files)->first().first().toString(), stick);
        QVERIFY2(m_chooser->problem().startsWith(says), qPrintable(m_chooser->problem()));
        QCOMPARE(m_chooser->problem().isEmpty(), says.isEmpty());
        QCOMPARE(m_chooser->available(), available);
        ask(folder, {});
        QCOMPARE(m_chooser->problem(), QString()); // the next one begins anew
    }

    void whoWentAwayIsNotAnswered()
    {
        m_system->holds = true;
        m_system->path = stick;
        m_chooser->askFolder({});
        m_chooser->forget();
        QVERIFY(!m_chooser->asking());
        m_system->answerNow(Result::Chosen);
        QCOMPARE(m_folders->size(), 0);

        // Nor does an old dialog answer for a new one.
        m_chooser->askFolder({});
        m_chooser->forget();
        const platform::FileChooser::Answer old = m_system->takeHeld();
        m_chooser->askBackup({});
        old(Result::Chosen, stick);
        QVERIFY(m_chooser->asking());
        QCOMPARE(m_folders->size(), 0);
        m_system->answerNow(Result::Chosen);
        QCOMPARE(m_files->size(), 1);
    }

private:
    void ask(bool folder, const QString &typed)
    {
        if (folder)
            m_chooser->askFolder(typed);
        else
            m_chooser->askBackup(typed);
    }

    std::unique_ptr<FakeFileChooser> m_system;
    std::unique_ptr<PlaceChooser> m_chooser;
    std::unique_ptr<QSignalSpy> m_folders;
    std::unique_ptr<QSignalSpy> m_files;
};

QTEST_GUILESS_MAIN(TestPlaceChooser)
#include "tst_placechooser.moc"
