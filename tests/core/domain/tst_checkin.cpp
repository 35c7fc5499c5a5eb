// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/domain/CheckIn.h"

using namespace rapport::domain;

class TestCheckIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data()
    {
        QTest::addColumn<int>("pleasantness");
        QTest::addColumn<int>("step");
        QTest::newRow("lowest") << -100 << 0;
        QTest::newRow("very bad") << -80 << 0;
        QTest::newRow("just very bad") << -61 << 0;
        QTest::newRow("between very bad and bad") << -60 << 1;
        QTest::newRow("bad") << -40 << 1;
        QTest::newRow("just bad") << -21 << 1;
        QTest::newRow("between bad and in between") << -20 << 2;
        QTest::newRow("in between") << 0 << 2;
        QTest::newRow("between in between and good") << 20 << 2;
        QTest::newRow("just good") << 21 << 3;
        QTest::newRow("good") << 40 << 3;
        QTest::newRow("between good and very good") << 60 << 3;
        QTest::newRow("just very good") << 61 << 4;
        QTest::newRow("very good") << 80 << 4;
        QTest::newRow("highest") << 100 << 4;
        QTest::newRow("beyond the scale") << 1'000 << 4;
        QTest::newRow("below the scale") << -1'000 << 0;
    }

    void steps()
    {
        QFETCH(int, pleasantness);
        QFETCH(int, step);
        QCOMPARE(moodStep(pleasantness), step);
        QCOMPARE(moodStep(-pleasantness), moodSteps - 1 - step); // no side is favoured
    }

    void stepsStandForWhatIsFrozen()
    {
        QList<int> values;
        for (int step = 0; step < moodSteps; ++step) {
            values.append(pleasantnessOf(step));
            QCOMPARE(moodStep(values.last()), step);
        }
        QCOMPARE(values, (QList<int>{-80, -40, 0, 40, 80}));
        QCOMPARE(pleasantnessOf(-1), -80);
        QCOMPARE(pleasantnessOf(5), 80);
    }

    void validRanges_data()
    {
        QTest::addColumn<int>("pleasantness");
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("energy");      // 999 for none
        QTest::addColumn<int>("energySteps"); // the same
        QTest::addColumn<bool>("valid");
        QTest::newRow("pleasantness alone") << 0 << 5 << 999 << 999 << true;
        QTest::newRow("with energy") << -100 << 5 << 100 << 5 << true;
        QTest::newRow("the finest scale") << 100 << 201 << -100 << 201 << true;
        QTest::newRow("the coarsest scale") << 100 << 2 << -100 << 2 << true;
        QTest::newRow("too unpleasant") << -101 << 5 << 999 << 999 << false;
        QTest::newRow("too pleasant") << 101 << 5 << 999 << 999 << false;
        QTest::newRow("one step") << 0 << 1 << 999 << 999 << false;
        QTest::newRow("too many steps") << 0 << 202 << 999 << 999 << false;
        QTest::newRow("energy without its steps") << 0 << 5 << 40 << 999 << false;
        QTest::newRow("steps without energy") << 0 << 5 << 999 << 5 << false;
        QTest::newRow("too much energy") << 0 << 5 << 101 << 5 << false;
        QTest::newRow("one step of energy") << 0 << 5 << 0 << 1 << false;
    }

    void validRanges()
    {
        QFETCH(int, pleasantness);
        QFETCH(int, steps);
        QFETCH(int, energy);
        QFETCH(int, energySteps);
        CheckIn checkIn;
        checkIn.pleasantness = pleasantness;
        checkIn.steps = steps;
        if (energy != 999)
            checkIn.energy = energy;
        if (energySteps != 999)
            checkIn.energySteps = energySteps;
        QTEST(isValid(checkIn), "valid");
    }

    void meanOfADay_data()
    {
        QTest::addColumn<int>("checkIns");
        QTest::addColumn<int>("sum");
        QTest::addColumn<int>("mean");
        QTest::newRow("none") << 0 << 0 << 0;
        QTest::newRow("one") << 1 << -80 << -80;
        QTest::newRow("two, even") << 2 << 40 << 20;
        QTest::newRow("a half, up") << 2 << 1 << 1;
        QTest::newRow("a half, down") << 2 << -1 << -1;
        QTest::newRow("a third") << 3 << 4 << 1;
        QTest::newRow("two thirds below") << 3 << -5 << -2;
    }

    void meanOfADay()
    {
        QFETCH(int, checkIns);
        QFETCH(int, sum);
        MoodDay day;
        day.checkIns = checkIns;
        day.pleasantnessSum = sum;
        QTEST(day.pleasantnessMean(), "mean");
    }
};

QTEST_GUILESS_MAIN(TestCheckIn)
#include "tst_checkin.moc"
