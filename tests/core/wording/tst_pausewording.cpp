// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/wording/PauseWording.h"

using namespace rapport::wording;

class TestPauseWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digits_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("digits");
        QTest::newRow("all of it") << "en_GB" << qint64{300'000} << "5:00";
        QTest::newRow("a moment in") << "en_GB" << qint64{299'999} << "5:00";
        QTest::newRow("a second in") << "en_GB" << qint64{299'000} << "4:59";
        QTest::newRow("single seconds") << "en_GB" << qint64{61'000} << "1:01";
        QTest::newRow("half an hour") << "de_DE" << qint64{1'800'000} << "30:00";
        QTest::newRow("the last moment") << "en_GB" << qint64{1} << "0:01";
        QTest::newRow("over") << "en_GB" << qint64{0} << "0:00";
        QTest::newRow("late") << "en_GB" << qint64{-5} << "0:00";
        QTest::newRow("Arabic") << "ar_EG" << qint64{252'000} << QString::fromUtf8("٤:١٢");
    }

    void digits()
    {
        QFETCH(QString, locale);
        QFETCH(qint64, ms);
        QFETCH(QString, digits);
        QCOMPARE(remainingDigits(ms, QLocale(locale)), digits);
    }

    void words_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("words");
        QTest::newRow("all of it") << qint64{300'000} << "About 5 minute(s) left";
        QTest::newRow("nearly four") << qint64{230'000} << "About 4 minute(s) left";
        QTest::newRow("one") << qint64{60'000} << "About 1 minute(s) left";
        QTest::newRow("less") << qint64{59'000} << "Less than a minute left";
        QTest::newRow("none") << qint64{0} << "Less than a minute left";
    }

    void words()
    {
        QFETCH(qint64, ms);
        QFETCH(QString, words);
        QCOMPARE(remainingWords(ms), words);
    }
};

QTEST_APPLESS_MAIN(TestPauseWording)
#include "tst_pausewording.moc"
