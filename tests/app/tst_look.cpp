// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <memory>

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/Settings.h"
#include "tests/app/Fakes.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::tests;
using Values = platform::Appearance::Values;
using Scheme = platform::Appearance::ColorScheme;

/// How it looks: the device's way, the person's own, and what the settings
/// page makes of both.
class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_device = std::make_unique<FakeAppearance>();
        start();
    }
    void cleanup()
    {
        m_settings.reset();
        m_look.reset();
        m_stored.reset();
    }

    void followsTheDeviceUntilToldOtherwise()
    {
        QSignalSpy changed(m_look.get(), &Look::changed);
        m_device->set({Scheme::Dark, true, true, 1.5});
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_look->dark() && m_look->highContrast() && m_look->reducedMotion());
        QCOMPARE(m_look->textScale(), 1.5);
        m_device->set({Scheme::NoPreference, false, false, 3.0});
        QVERIFY(!m_look->dark() && !m_look->highContrast() && !m_look->reducedMotion());
        QCOMPARE(m_look->textScale(), 2.0);
    }

    void ownWishesWin_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<bool>("deviceSays");
        QTest::addColumn<bool>("shown");

        QTest::newRow("as the device, yes") << 0 << true << true;
        QTest::newRow("as the device, no") << 0 << false << false;
        QTest::newRow("yes against no") << 1 << false << true;
        QTest::newRow("no against yes") << 2 << true << false;
    }
    void ownWishesWin()
    {
        QFETCH(const int, index);
        QFETCH(const bool, deviceSays);
        QFETCH(const bool, shown);
        m_device->set({deviceSays ? Scheme::Dark : Scheme::Light, deviceSays, deviceSays, 1.0});
        m_settings->setColourIndex(index);
        m_settings->setContrastIndex(index);
        m_settings->setMotionIndex(index);
        QCOMPARE(m_look->dark(), shown);
        QCOMPARE(m_look->highContrast(), shown);
        QCOMPARE(m_look->reducedMotion(), shown);
    }

    void lettersHoldAtOnceAndAfterARestart()
    {
        m_device->set({Scheme::Light, false, false, 1.3});
        QSignalSpy changed(m_look.get(), &Look::changed);
        for (int i = 1; i < m_settings->letterAnswers().size(); ++i) {
            m_settings->setLetterIndex(i);
            QCOMPARE(changed.size(), i);
            QCOMPARE(m_look->textScale(), 0.75 + 0.25 * i);
        }
        m_settings->setColourIndex(1);
        cleanup();
        start();
        QCOMPARE(m_look->textScale(), 2.0);
        QVERIFY(m_look->dark());
        QCOMPARE(m_settings->letterIndex(), 5);
        QCOMPARE(m_settings->colourIndex(), 1);
        m_settings->setLetterIndex(0);
        QCOMPARE(m_look->textScale(), 1.3);
    }

    void wishesAreTakenBackInTheFile()
    {
        m_settings->setColourIndex(2);
        m_settings->setColourIndex(0);
        cleanup();
        start();
        QVERIFY(m_look->wishes() == LookWishes{});
    }

    void theSameAnswerChangesNothing()
    {
        m_settings->setContrastIndex(1);
        QSignalSpy changed(m_look.get(), &Look::changed);
        m_settings->setContrastIndex(1);
        QCOMPARE(changed.size(), 0);
    }

    void answersThatThereAreNot_data()
    {
        QTest::addColumn<int>("index");
        QTest::newRow("below") << -1;
        QTest::newRow("above") << 99;
    }
    void answersThatThereAreNot()
    {
        QFETCH(const int, index);
        m_settings->setColourIndex(index);
        m_settings->setLetterIndex(index);
        m_settings->setContrastIndex(index);
        m_settings->setMotionIndex(index);
        QVERIFY(m_look->wishes() == LookWishes{});
    }

    void strangeFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<double>("scale");

        QTest::newRow("no number") << QByteArray("letters=huge") << 1.0;
        QTest::newRow("too small") << QByteArray("letters=99") << 1.0;
        QTest::newRow("too large") << QByteArray("letters=201") << 1.0;
        QTest::newRow("between the steps") << QByteArray("letters=140") << 1.4;
        QTest::newRow("no answer") << QByteArray("dark=perhaps\ncontrast=\nstill=2") << 1.0;
    }
    void strangeFiles()
    {
        QFETCH(const QByteArray, content);
        cleanup();
        QFile file(m_folder->filePath(QStringLiteral("settings.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[look]\n" + content + '\n');
        file.close();
        start();
        QVERIFY(!m_look->dark() && !m_look->highContrast() && !m_look->reducedMotion());
        QTEST(m_look->textScale(), "scale");
        QVERIFY(m_settings->letterIndex() >= 0 &&
                m_settings->letterIndex() < m_settings->letterAnswers().size());
    }

    void aDeviceThatTakesNothingIsSaidInWords()
    {
        cleanup();
        // Where the folder should be stands a file: not even root writes into it.
        QFile file(m_folder->filePath(QStringLiteral("none")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        start(file.fileName());
        QCOMPARE(m_settings->state(), Settings::Ready);
        QCOMPARE(m_settings->problem(), QString());
        m_settings->setColourIndex(1);
        QVERIFY(m_look->dark()); // it holds all the same
        QTRY_COMPARE(m_settings->state(), Settings::NotKept);
        QVERIFY(!m_settings->problem().isEmpty());
    }

private:
    void start(const QString &folder = {})
    {
        m_stored = std::make_unique<DeviceSettings>(folder.isEmpty() ? m_folder->path() : folder);
        m_look = std::make_unique<Look>(*m_device, *m_stored);
        m_settings = std::make_unique<Settings>(*m_stored, *m_look);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeAppearance> m_device;
    std::unique_ptr<DeviceSettings> m_stored;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<Settings> m_settings;
};

QTEST_GUILESS_MAIN(TestLook)
#include "tst_look.moc"
