// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QCoreApplication>
#include <QTest>

#include "app/CueThread.h"
#include "platform/Services.h"
#include "tests/app/PauseFakes.h"

using namespace rapport;
using namespace rapport::app;
using domain::Cue;
using domain::CueKind;

namespace {

constexpr double nsPerMs = 1e6;

/// When the end bell was rung, by the device's clock.
class TimedBell final : public platform::Bell
{
public:
    explicit TimedBell(const platform::BootClock &clock)
        : m_clock(clock)
    {}
    void prepare(QObject *, Answer) override {}
    void ring(const QByteArray &samples, double) override
    {
        if (samples == "end")
            rungNs.append(m_clock.nowNs());
    }
    void release() override {}

    QList<qint64> rungNs;

private:
    const platform::BootClock &m_clock;
};

} // namespace

/// Thirty seconds as they are, with the system's own clock, in a busy app.
class TestPauseRealTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAtItsMark()
    {
        const platform::Services services = platform::makeServices();
        platform::BootClock &clock = *services.bootClock;
        TimedBell bell(clock);
        tests::RecordingKeepAwake keepAwake;
        CueThread thread({clock, bell, keepAwake, [](CueKind kind) {
                              return kind == CueKind::EndBell ? QByteArray("end") : QByteArray("another");
                          }});
        double worst = 0;
        int came = 0;
        connect(&thread, &CueThread::cueCame, this, [&](const domain::Uid &, const Cue &cue, qint64 lateNs) {
            ++came;
            worst = std::max(worst, double(lateNs) / nsPerMs);
            qInfo("the cue at %lld s was %.3f ms late", cue.offsetMs / 1000, double(lateNs) / nsPerMs);
        });
        const qint64 lengthMs = 30'000;
        const domain::PauseMark mark{clock.bootId(), clock.nowNs(), 0, std::nullopt};
        thread.run({domain::Uid(),
                    {{CueKind::StartBell, 0, -1},
                     {CueKind::Prompt, 7'000, 0},
                     {CueKind::IntervalBell, 15'000, -1},
                     {CueKind::EndBell, lengthMs, -1}},
                    lengthMs,
                    mark,
                    -1});
        // The GUI thread hangs over the end: the bell does not.
        while (clock.nowNs() < mark.startNs + (lengthMs - 500) * 1'000'000)
            QTest::qWait(20);
        QThread::msleep(1000);
        QTRY_COMPARE(came, 4);
        QCOMPARE(bell.rungNs.size(), 1);
        const double error = double(bell.rungNs.first() - domain::endNs(mark, lengthMs)) / nsPerMs;
        qInfo("the end bell was rung %.3f ms after its mark", error);
        QVERIFY(error >= 0);
        QVERIFY2(error < 20, qPrintable(QString::number(error)));
        QVERIFY(worst < 20);
    }
};

QTEST_GUILESS_MAIN(TestPauseRealTime)
#include "tst_pauserealtime.moc"
