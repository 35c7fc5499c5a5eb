// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/domain/PausePlan.h"

using namespace rapport::domain;

namespace {

Starter starter(const QList<int> &prompts, const QList<int> &bells = {})
{
    Starter made;
    made.id = QStringLiteral("test");
    for (const int permille : prompts)
        made.prompts.append({permille, QString::number(permille)});
    made.bellsPermille = bells;
    return made;
}

/// "s0 p6000:0 i150000 e300000"
QString written(const QList<Cue> &cues)
{
    QStringList words;
    for (const Cue &cue : cues) {
        switch (cue.kind) {
        case CueKind::StartBell:
            words.append(QStringLiteral("s%1").arg(cue.offsetMs));
            break;
        case CueKind::IntervalBell:
            words.append(QStringLiteral("i%1").arg(cue.offsetMs));
            break;
        case CueKind::EndBell:
            words.append(QStringLiteral("e%1").arg(cue.offsetMs));
            break;
        case CueKind::Prompt:
            words.append(QStringLiteral("p%1:%2").arg(cue.offsetMs).arg(cue.prompt));
            break;
        }
    }
    return words.join(u' ');
}

} // namespace

class TestPausePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plans_data()
    {
        QTest::addColumn<QList<int>>("prompts");
        QTest::addColumn<QList<int>>("bells");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("plan");
        const auto row = [](const char *name, QList<int> prompts, QList<int> bells, int minutes,
                            const char *plan) { QTest::newRow(name) << prompts << bells << minutes << plan; };
        row("silent", {}, {}, 5, "s0 e300000");
        row("by its place", {100, 500, 900}, {}, 5, "s0 p30000:0 p150000:1 p270000:2 e300000");
        row("longer", {100, 500, 900}, {}, 30, "s0 p180000:0 p900000:1 p1620000:2 e1800000");
        row("not within the start bell", {0, 500}, {}, 5, "s0 p6000:0 p150000:1 e300000");
        row("short: none closer than a breath or two", {100, 200, 300, 400, 500, 900}, {}, 1,
            "s0 p6000:0 p24000:3 p48000:5 e60000");
        row("the last one stays and moves away from the bell", {100, 990}, {}, 1,
            "s0 p6000:0 p48000:1 e60000");
        row("the one before the last gives way", {100, 880, 900}, {}, 5, "s0 p30000:0 p270000:2 e300000");
        row("interval bells", {}, {333, 667}, 10, "s0 i199800 i400200 e600000");
        row("no interval bells where there is no room", {}, {333, 667}, 2, "s0 e120000");
        row("one of two has room", {}, {400, 700}, 3, "s0 i72000 e180000");
        row("a prompt waits until the bell is over", {500, 900}, {500}, 5,
            "s0 i150000 p156000:0 p270000:1 e300000");
    }

    void plans()
    {
        QFETCH(QList<int>, prompts);
        QFETCH(QList<int>, bells);
        QFETCH(int, minutes);
        QFETCH(QString, plan);
        QCOMPARE(written(planCues(starter(prompts, bells), qint64{minutes} * 60'000)), plan);
    }

    void everyLengthKeepsTheRules()
    {
        const Starter long_ =
            starter({20, 90, 180, 260, 340, 420, 500, 580, 660, 740, 820, 900}, {250, 500, 750});
        for (int minutes = 1; minutes <= 30; ++minutes) {
            const QList<Cue> cues = planCues(long_, qint64{minutes} * 60'000);
            QVERIFY(cues.first().kind == CueKind::StartBell);
            QVERIFY(cues.last().kind == CueKind::EndBell);
            QCOMPARE(cues.last().offsetMs, qint64{minutes} * 60'000);
            qint64 prompt = -promptGapMs;
            qint64 bell = -bellMs;
            for (const Cue &cue : cues) {
                if (cue.kind == CueKind::Prompt) {
                    QVERIFY2(cue.offsetMs >= bell + bellMs, qPrintable(written(cues)));
                    QVERIFY2(cue.offsetMs >= prompt + promptGapMs, qPrintable(written(cues)));
                    QVERIFY(cue.offsetMs <= qint64{minutes} * 60'000 - quietBeforeEndMs);
                    prompt = cue.offsetMs;
                } else {
                    bell = cue.offsetMs;
                }
            }
        }
    }

    void promptsByTime_data()
    {
        QTest::addColumn<qint64>("elapsed");
        QTest::addColumn<int>("prompt");
        QTest::newRow("none yet") << qint64{29'999} << -1;
        QTest::newRow("the first") << qint64{30'000} << 0;
        QTest::newRow("still the first") << qint64{149'999} << 0;
        QTest::newRow("the second") << qint64{150'000} << 1;
        QTest::newRow("the last stays") << qint64{300'000} << 2;
    }

    void promptsByTime()
    {
        QFETCH(qint64, elapsed);
        QFETCH(int, prompt);
        QCOMPARE(promptAt(planCues(starter({100, 500, 900}), 300'000), elapsed), prompt);
    }

    void due_data()
    {
        QTest::addColumn<qint64>("done");
        QTest::addColumn<qint64>("elapsed");
        QTest::addColumn<QString>("due");
        const auto row = [](const char *name, qint64 done, qint64 elapsed, const char *due) {
            QTest::newRow(name) << done << elapsed << due;
        };
        // s0 p30000:0 i150000 p156000:1 p270000:2 e300000
        row("the beginning", -1, 0, "s0");
        row("the beginning, a little late", -1, 900, "s0");
        row("the beginning missed", -1, 1'001, "");
        row("only once", 0, 10, "");
        row("nothing yet", 0, 29'999, "");
        row("a prompt", 29'000, 30'000, "p30000:0");
        row("a prompt, a little late", 29'000, 30'900, "p30000:0");
        row("a prompt missed", 29'000, 32'000, "");
        row("asleep over a bell", 100'000, 200'000, "");
        row("asleep, awake right at a bell", 29'000, 150'400, "i150000");
        row("the end", 299'000, 300'000, "e300000");
        row("asleep over the end", 40'000, 300'000, "e300000");
        row("after the end", 300'000, 300'000, "");
    }

    void due()
    {
        QFETCH(qint64, done);
        QFETCH(qint64, elapsed);
        QFETCH(QString, due);
        const QList<Cue> cues = planCues(starter({100, 500, 900}, {500}), 300'000);
        QCOMPARE(written(dueCues(cues, done, elapsed)), due);
    }

    void next()
    {
        const QList<Cue> cues = planCues(starter({100, 900}), 300'000);
        QCOMPARE(nextCueMs(cues, -1), 0);
        QCOMPARE(nextCueMs(cues, 0), 30'000);
        QCOMPARE(nextCueMs(cues, 30'000), 270'000);
        QCOMPARE(nextCueMs(cues, 299'999), 300'000);
        QCOMPARE(nextCueMs(cues, 300'000), -1);
    }
};

QTEST_APPLESS_MAIN(TestPausePlan)
#include "tst_pauseplan.moc"
