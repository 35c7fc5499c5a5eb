// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/paper/Paper.h"

using namespace rapport::paper;

class TestPaper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paperOfALocale_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("letter");
        for (const char *name : {"en_US", "es_US", "en_CA", "fr_CA", "es_MX", "fil_PH", "en_PH", "es_CL",
                                 "es_CO", "es_VE", "es_CR", "es_GT", "es_NI", "es_PA", "es_PR", "es_SV"})
            QTest::newRow(name) << QString::fromLatin1(name) << true;
        for (const char *name : {"en_GB", "es_ES", "es_AR", "fr_FR", "de_DE", "de_CH", "ar_EG", "ar_SA",
                                 "pt_BR", "en_AU", "en_LR", "my_MM", "ja_JP", "C"})
            QTest::newRow(name) << QString::fromLatin1(name) << false;
    }

    void paperOfALocale()
    {
        QFETCH(QString, name);
        QFETCH(bool, letter);
        QCOMPARE(paperFor(QLocale(name)), letter ? Paper::Letter : Paper::A4);
    }

    void withoutATerritory()
    {
        QCOMPARE(paperFor(QLocale(QLocale::English, QLocale::AnyScript, QLocale::World)), Paper::A4);
    }

    void sizes()
    {
        QCOMPARE(sizeInPoints(Paper::Letter), QSizeF(612, 792));
        QCOMPARE(sizeInPoints(Paper::A4), QSizeF(595, 842));
    }
};

QTEST_GUILESS_MAIN(TestPaper)
#include "tst_paper.moc"
