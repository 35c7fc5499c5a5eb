// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "app/CommandLine.h"
#include "app/Version.h"

using namespace rapport::app;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arguments_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("task");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QStringList>("output"); // each of these is in it
        const QStringList nothing;
        const QStringList hint{QStringLiteral("--help")};
        const QStringList help{QStringLiteral("--help"), QStringLiteral("--version"),
                               QStringLiteral("--self-test"), QStringLiteral("--new"),
                               QStringLiteral("--demo")};
        const QStringList version{QStringLiteral("Rapport " RAPPORT_VERSION)};
        const auto asked = [&](const char *argument) {
            return QStringList{QString::fromLatin1(argument)} + hint;
        };
        const int start = CommandLine::Start;
        const int print = CommandLine::PrintAndEnd;

        QTest::newRow("none") << "" << start << 0 << "" << nothing;
        QTest::newRow("new need") << "--new need" << start << 0 << "new-need" << nothing;
        QTest::newRow("new=need") << "--new=need" << start << 0 << "new-need" << nothing;
        QTest::newRow("new check-in") << "--new check-in" << start << 0 << "new-check-in" << nothing;
        QTest::newRow("new pause") << "--new pause" << start << 0 << "new-pause" << nothing;
        QTest::newRow("the last one counts")
            << "--new need --new pause" << start << 0 << "new-pause" << nothing;
        QTest::newRow("new of something else")
            << "--new card" << print << 2 << "" << asked("need, check-in, pause");
        QTest::newRow("new of an action") << "--new new-need" << print << 2 << "" << asked("need");
        QTest::newRow("new of another case") << "--new Need" << print << 2 << "" << asked("need");
        QTest::newRow("new of nothing") << "--new" << print << 2 << "" << asked("new");
        QTest::newRow("self test") << "--self-test" << int(CommandLine::SelfTest) << 0 << "" << nothing;
        QTest::newRow("demonstration") << "--demo" << int(CommandLine::Demonstrate) << 0 << "" << nothing;
        QTest::newRow("help") << "--help" << print << 0 << "" << help;
        QTest::newRow("h") << "-h" << print << 0 << "" << help;
        QTest::newRow("version") << "--version" << print << 0 << "" << version;
        QTest::newRow("v") << "-v" << print << 0 << "" << version;
        QTest::newRow("help before all") << "--self-test --new need --help" << print << 0 << "" << help;
        QTest::newRow("unknown") << "--nonsense" << print << 2 << "" << asked("nonsense");
        QTest::newRow("unknown and known") << "--help --nonsense" << print << 2 << "" << asked("nonsense");
        QTest::newRow("a file") << "notes.txt" << print << 2 << "" << asked("notes.txt");
        QTest::newRow("after two dashes") << "-- --help" << print << 2 << "" << asked("--help");
    }

    void arguments()
    {
        QFETCH(QString, arguments);
        QFETCH(int, task);
        QFETCH(int, status);
        QFETCH(QString, action);
        QFETCH(QStringList, output);
        const CommandLine asked = parseCommandLine(QStringList{QStringLiteral("rapport")} +
                                                   arguments.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(int(asked.task), task);
        QCOMPARE(asked.status, status);
        QCOMPARE(asked.action, action);
        QCOMPARE(asked.output.isEmpty(), output.isEmpty());
        for (const QString &part : std::as_const(output))
            QVERIFY2(asked.output.contains(part), qPrintable(asked.output));
        QVERIFY(asked.output.isEmpty() || asked.output.endsWith(u'\n'));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
