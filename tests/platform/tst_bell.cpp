// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <cmath>

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtEndian>
#include <QTest>

#include "platform/Services.h"

using namespace rapport::platform;

namespace {

constexpr qsizetype perSecond = Bell::samplesPerSecond;
constexpr qsizetype perMs = perSecond / 1000;

/// A second of a plain tone at half of what a sample holds.
QByteArray tone()
{
    QByteArray samples(perSecond * 2, Qt::Uninitialized);
    for (qsizetype i = 0; i < perSecond; ++i)
        qToLittleEndian(qint16(16'000 * std::sin(double(i) * 0.06)), samples.data() + 2 * i);
    return samples;
}

int loudest(const QByteArray &samples)
{
    int most = 0;
    for (qsizetype at = 0; at + 1 < samples.size(); at += 2)
        most = std::max(most, std::abs(int(qFromLittleEndian<qint16>(samples.constData() + at))));
    return most;
}

/// How long it was not quiet, in milliseconds.
qsizetype soundMs(const QByteArray &samples)
{
    qsizetype loud = 0;
    for (qsizetype at = 0; at + perMs * 2 <= samples.size(); at += perMs * 2)
        loud += loudest(samples.mid(at, perMs * 2)) > 200;
    return loud;
}

} // namespace

/// Rung through a real sound server, whose loudspeaker is recorded.
class TestBell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_services = makeServices(); }

    void cleanup()
    {
        m_services = {};
        for (auto *process : {&m_recorder, &m_server}) {
            if (*process) {
                (*process)->terminate();
                (*process)->waitForFinished();
                process->reset();
            }
        }
        qunsetenv("PULSE_SERVER");
    }

    void withoutAServerItIsSilent()
    {
        QVERIFY(!prepared());
        m_services.bell->ring(tone(), 1);
        m_services.bell->release();
        m_services.bell.reset();
        // Nor is the library loaded, whose weight nobody then needs.
        QFile maps(QStringLiteral("/proc/self/maps"));
        QVERIFY(maps.open(QIODevice::ReadOnly));
        QVERIFY(!maps.readAll().contains("libpulse"));
    }

    void anotherMachinesServerIsNotAsked_data()
    {
        QTest::addColumn<QByteArray>("server");
        for (const char *server : {"tcp:127.0.0.1", "localhost", "tcp4:10.0.0.1:4713", "/no/such/socket"})
            QTest::newRow(server) << QByteArray(server);
    }

    void anotherMachinesServerIsNotAsked()
    {
        QFETCH(QByteArray, server);
        qputenv("PULSE_SERVER", server);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!prepared());
        QVERIFY(timer.elapsed() < 1000); // nobody was looked for
    }

    void rings_data()
    {
        QTest::addColumn<double>("volume");
        QTest::newRow("in full") << 1.0;
        QTest::newRow("quietly") << 0.25;
    }

    void rings()
    {
        QFETCH(double, volume);
        if (!startServer())
            QSKIP("PulseAudio is not installed");
        QVERIFY(prepared());
        m_services.bell->ring(tone(), volume);
        m_services.bell->release(); // when it has come to its end
        QTRY_VERIFY_WITH_TIMEOUT(soundMs(recorded()) > 900, 10'000);
        QTest::qWait(500);
        const QByteArray heard = recorded();
        QVERIFY2(std::abs(loudest(heard) - 16'000 * volume) < 1'600,
                 qPrintable(QString::number(loudest(heard))));
        QVERIFY2(std::abs(soundMs(heard) - 1'000) < 60, qPrintable(QString::number(soundMs(heard))));
    }

    void theWayIsClosedAfterwards()
    {
        if (!startServer())
            QSKIP("PulseAudio is not installed");
        QVERIFY(prepared());
        QTRY_COMPARE(streams(), 1);
        m_services.bell->release();
        QTRY_COMPARE(streams(), 0);
        QVERIFY(prepared()); // for a second pause
        QTRY_COMPARE(streams(), 1);
    }

    void ringsSoonAfterALongQuiet()
    {
        if (!startServer())
            QSKIP("PulseAudio is not installed");
        QVERIFY(prepared());
        QTest::qWait(3000);
        const qsizetype before = recorded().size();
        m_services.bell->ring(tone(), 1);
        QTRY_VERIFY(soundMs(recorded()) > 0);
        const QByteArray heard = recorded().mid(before);
        qsizetype quiet = 0;
        while (quiet + perMs * 2 < heard.size() && loudest(heard.mid(quiet, perMs * 2)) <= 200)
            quiet += perMs * 2;
        QVERIFY(quiet / (perMs * 2) < 500);
    }

    void endingCutsItShort()
    {
        if (!startServer())
            QSKIP("PulseAudio is not installed");
        QVERIFY(prepared());
        for (int i = 0; i < 5; ++i)
            m_services.bell->ring(tone(), 1);
        QTest::qWait(300);
        QElapsedTimer timer;
        timer.start();
        m_services.bell.reset();
        QVERIFY2(timer.elapsed() < 700, qPrintable(QString::number(timer.elapsed())));
    }

    void aServerThatHangsKeepsNobodyWaiting()
    {
        if (!startServer())
            QSKIP("PulseAudio is not installed");
        QVERIFY(prepared());
        QProcess::execute(QStringLiteral("kill"), {QStringLiteral("-STOP"), pid()});
        QElapsedTimer timer;
        timer.start();
        m_services.bell->ring(tone(), 1);
        m_services.bell->release();
        QVERIFY(timer.elapsed() < 50);
        m_services.bell.reset();
        QVERIFY2(timer.elapsed() < 700, qPrintable(QString::number(timer.elapsed())));
        QProcess::execute(QStringLiteral("kill"), {QStringLiteral("-CONT"), pid()});
    }

    void aServerStartedAnewIsFound()
    {
        if (!startServer())
            QSKIP("PulseAudio is not installed");
        QVERIFY(prepared());
        m_recorder->terminate();
        m_recorder->waitForFinished();
        m_server->terminate();
        QVERIFY(m_server->waitForFinished());
        QVERIFY(startServer());
        m_services.bell->ring(tone(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(soundMs(recorded()) > 900, 10'000);
    }

private:
    bool prepared()
    {
        std::optional<bool> answer;
        m_services.bell->prepare(this, [&answer](bool audible) { answer = audible; });
        [&answer] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 10'000); }();
        return answer.value_or(false);
    }

    QString pid() const { return QString::number(m_server->processId()); }

    /// PulseAudio with a loudspeaker that goes nowhere, and somebody at it who
    /// writes down what is heard. False where it is not installed.
    bool startServer()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("pulseaudio")).isEmpty())
            return false;
        m_server = std::make_unique<QProcess>();
        m_server->setProcessChannelMode(QProcess::MergedChannels);
        m_server->start(QStringLiteral("pulseaudio"),
                        {QStringLiteral("-n"), QStringLiteral("--daemonize=no"),
                         QStringLiteral("--use-pid-file=no"), QStringLiteral("--exit-idle-time=-1"),
                         QStringLiteral("-L"), QStringLiteral("module-null-sink sink_name=cap rate=48000"),
                         QStringLiteral("-L"), QStringLiteral("module-native-protocol-unix")});
        m_recorder = std::make_unique<QProcess>();
        m_recorder->setStandardOutputFile(m_folder.filePath(QStringLiteral("heard")));
        for (int tries = 0; tries < 100 && streams() < 0; ++tries)
            QTest::qWait(50);
        m_recorder->start(QStringLiteral("parec"),
                          {QStringLiteral("-d"), QStringLiteral("cap.monitor"),
                           QStringLiteral("--format=s16le"), QStringLiteral("--rate=48000"),
                           QStringLiteral("--channels=1"), QStringLiteral("--latency-msec=20")});
        for (int tries = 0; tries < 100 && recorded().isEmpty(); ++tries)
            QTest::qWait(50);
        return !recorded().isEmpty();
    }

    QByteArray recorded() const
    {
        QFile file(m_folder.filePath(QStringLiteral("heard")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// How many streams play; −1 while nobody answers.
    int streams() const
    {
        QProcess asked;
        asked.start(QStringLiteral("pactl"),
                    {QStringLiteral("list"), QStringLiteral("short"), QStringLiteral("sink-inputs")});
        if (!asked.waitForFinished() || asked.exitCode() != 0)
            return -1;
        return int(asked.readAllStandardOutput().count('\n'));
    }

    Services m_services;
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_server;
    std::unique_ptr<QProcess> m_recorder;
};

QTEST_GUILESS_MAIN(TestBell)
#include "tst_bell.moc"
