// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <memory>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/Settings.h"
#include "tests/app/Fakes.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::tests;
using domain::AutoLockWish;

/// What the settings page asks about eyes and hands nearby, and where it is kept.
class TestPrivacy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        start();
    }
    void cleanup() { end(); }

    void unlessChosen()
    {
        QCOMPARE(m_settings->coverIndex(), int(Settings::CoverWithLock));
        QVERIFY(!m_settings->veilsAll());
        QCOMPARE(m_settings->autoLock(), AutoLockWish::Minute);
        QVERIFY(!m_stored->autoLock());
    }

    void everyAnswerHoldsAfterARestart_data()
    {
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QByteArray>("index");
        for (const char *question : {"cover", "veil", "autoLock"})
            QTest::newRow(question) << QByteArray(question) + "Answers" << QByteArray(question) + "Index";
    }
    void everyAnswerHoldsAfterARestart()
    {
        QFETCH(const QByteArray, answers);
        QFETCH(const QByteArray, index);
        const auto count = int(m_settings->property(answers.constData()).toStringList().size());
        QVERIFY(count > 1);
        for (int i = count - 1; i >= 0; --i) {
            m_settings->setProperty(index.constData(), i);
            QCOMPARE(m_settings->property(index.constData()).toInt(), i);
            end();
            start();
            QCOMPARE(m_settings->property(index.constData()).toInt(), i);
            QVERIFY(!m_settings->autoLockWords().isEmpty());
        }
        QSignalSpy changed(m_settings.get(), &Settings::changed);
        m_settings->setProperty(index.constData(), 0); // it is so
        m_settings->setProperty(index.constData(), -1);
        m_settings->setProperty(index.constData(), count);
        QCOMPARE(changed.size(), 0);
        m_settings->setProperty(index.constData(), 1);
        QCOMPARE(changed.size(), 1);
    }

    void everyWayToLockHasWordsOfItsOwn()
    {
        QStringList words;
        for (int i = 0; i < m_settings->autoLockAnswers().size(); ++i) {
            m_settings->setAutoLockIndex(i);
            QCOMPARE(m_settings->autoLock(), AutoLockWish(i));
            words.append(m_settings->autoLockWords());
        }
        QCOMPARE(words.removeDuplicates(), 0);
    }

    void aFileFromElsewhere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("words") << QByteArray("[privacy]\ncover=maybe\nveilAll=7\nautoLock=soon\n");
        QTest::newRow("numbers") << QByteArray("[privacy]\ncover=1\nveilAll=1\nautoLock=5\n");
        QTest::newRow("nothing") << QByteArray("[privacy]\ncover=\nveilAll=\nautoLock=\n");
        QTest::newRow("lists") << QByteArray("[privacy]\ncover=a, b\nautoLock=never, minute\n");
    }
    void aFileFromElsewhere()
    {
        QFETCH(const QByteArray, text);
        end();
        QFile file(m_folder->filePath(QStringLiteral("settings.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        start();
        unlessChosen();
    }

private:
    void start()
    {
        m_stored = std::make_unique<DeviceSettings>(m_folder->path());
        m_look = std::make_unique<Look>(m_device, *m_stored);
        m_settings = std::make_unique<Settings>(*m_stored, *m_look);
    }
    void end()
    {
        m_settings.reset();
        m_look.reset();
        m_stored.reset();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeAppearance m_device;
    std::unique_ptr<DeviceSettings> m_stored;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<Settings> m_settings;
};

QTEST_GUILESS_MAIN(TestPrivacy)
#include "tst_privacy.moc"
