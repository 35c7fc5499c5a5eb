// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QtEndian>
#include <QTest>

#include "app/PauseContent.h"
#include "platform/Bell.h"

using namespace rapport::app;
using namespace rapport::domain;
using rapport::platform::Bell;

Q_DECLARE_METATYPE(CueKind)

class TestPauseContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void starters_data()
    {
        QTest::addColumn<QString>("locale");
        for (const char *locale : {"en_GB", "C", "xx_YY", "ja_JP"})
            QTest::newRow(locale) << QString::fromLatin1(locale);
    }

    void starters()
    {
        QFETCH(QString, locale);
        const QList<Starter> all = pauseStarters(QLocale(locale));
        QVERIFY(!all.isEmpty());
        QCOMPARE(all.first().id, QStringLiteral("sounds"));
        QVERIFY(!all.first().prompts.isEmpty());
    }

    void bells_data()
    {
        QTest::addColumn<CueKind>("kind");
        QTest::newRow("start") << CueKind::StartBell;
        QTest::newRow("interval") << CueKind::IntervalBell;
        QTest::newRow("end") << CueKind::EndBell;
    }

    void bells()
    {
        QFETCH(CueKind, kind);
        const QByteArray samples = bellSamples(kind);
        const qsizetype lengthMs = samples.size() / 2 * 1000 / Bell::samplesPerSecond;
        QVERIFY(lengthMs > 1000);
        QVERIFY(lengthMs < bellMs); // so that nothing is said over it
        int loudest = 0;
        const auto at = [&](qsizetype i) {
            return std::abs(int(qFromLittleEndian<qint16>(samples.constData() + i * 2)));
        };
        for (qsizetype i = 0; i < samples.size() / 2; ++i)
            loudest = std::max(loudest, at(i));
        QVERIFY(loudest > 20'000);
        QVERIFY(loudest < 30'000);
        QVERIFY(at(0) < 50); // no click
        QVERIFY(at(samples.size() / 2 - 1) < 50);
    }

    void promptsAreSilent() { QCOMPARE(bellSamples(CueKind::Prompt), QByteArray()); }

    void otherWaves_data()
    {
        QTest::addColumn<QByteArray>("wav");
        QTest::addColumn<QByteArray>("samples");
        const QByteArray body("\x01\x02\x03\x04", 4);
        QTest::newRow("ours") << wav(1, 48'000, 16, body) << body;
        QTest::newRow("stereo") << wav(2, 48'000, 16, body) << QByteArray();
        QTest::newRow("slower") << wav(1, 44'100, 16, body) << QByteArray();
        QTest::newRow("8 bits") << wav(1, 48'000, 8, body) << QByteArray();
        QTest::newRow("cut short") << wav(1, 48'000, 16, body).left(20) << QByteArray();
        QTest::newRow("no samples") << wav(1, 48'000, 16, body).left(36) << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("something else") << QByteArray(100, 'x') << QByteArray();
    }

    void otherWaves()
    {
        QFETCH(QByteArray, wav);
        QFETCH(QByteArray, samples);
        QCOMPARE(samplesOfWav(wav), samples);
    }

private:
    static QByteArray wav(int channels, int rate, int bits, const QByteArray &samples)
    {
        const auto number = [](int value, int bytes) {
            QByteArray written(4, 0);
            qToLittleEndian(quint32(value), written.data());
            return written.left(bytes);
        };
        return "RIFF" + number(int(samples.size()) + 36, 4) + "WAVEfmt " + number(16, 4) + number(1, 2) +
               number(channels, 2) + number(rate, 4) + number(rate * channels * bits / 8, 4) +
               number(channels * bits / 8, 2) + number(bits, 2) + "data" + number(int(samples.size()), 4) +
               samples;
    }
};

QTEST_GUILESS_MAIN(TestPauseContent)
#include "tst_pausecontent.moc"
