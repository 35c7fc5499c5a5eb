// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QLoggingCategory>
#include <QTest>

#include "app/QuietLog.h"

/// Rules that ask for everything get nothing but warnings and errors.
class TestQuietLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QLoggingCategory known("rapport.known");
        QVERIFY(known.isDebugEnabled()); // the positive control
        rapport::app::keepLogsQuiet();
    }

    void onlyWarningsAndErrors_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("of a control's name") << QByteArray("qt.accessibility.cache");
        QTest::newRow("of keys") << QByteArray("qt.qpa.input.events");
        QTest::newRow("one that comes later") << QByteArray("rapport.later");
    }
    void onlyWarningsAndErrors()
    {
        QFETCH(const QByteArray, name);
        const QLoggingCategory category(name.constData());
        QLoggingCategory::setFilterRules(QStringLiteral("*=true\n") + QString::fromLatin1(name) +
                                         QStringLiteral(".debug=true"));
        for (const QLoggingCategory *any :
             {&category, static_cast<const QLoggingCategory *>(QLoggingCategory::defaultCategory())}) {
            QVERIFY(!any->isDebugEnabled());
            QVERIFY(!any->isInfoEnabled());
            QVERIFY(any->isWarningEnabled());
            QVERIFY(any->isCriticalEnabled());
        }
    }
};

QTEST_APPLESS_MAIN(TestQuietLog)
#include "tst_quietlog.moc"
