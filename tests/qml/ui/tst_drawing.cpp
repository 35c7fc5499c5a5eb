// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QImage>
#include <QPainter>
#include <QTest>

#include "qml/ui/Drawing.h"

using rapport::ui::Drawing;
using rapport::ui::pathFrom;

class TestDrawing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_data()
    {
        QTest::addColumn<QString>("data");
        QTest::addColumn<int>("elements");
        QTest::addColumn<QRectF>("extents");
        QTest::newRow("nothing") << QString() << 0 << QRectF();
        QTest::newRow("a line") << QStringLiteral("M6 6L18 20") << 2 << QRectF(6, 6, 12, 14);
        QTest::newRow("several points, one command")
            << QStringLiteral("M0,0 L4 0 4 4") << 3 << QRectF(0, 0, 4, 4);
        QTest::newRow("below zero") << QStringLiteral("M-2-3L2 3") << 2 << QRectF(-2, -3, 4, 6);
        QTest::newRow("fractions") << QStringLiteral("M.5 .5L1.5 2.25") << 2 << QRectF(.5, .5, 1, 1.75);
        QTest::newRow("curves") << QStringLiteral("M0 0Q4 0 4 4C4 8 0 8 0 4") << 7 << QRectF(0, 0, 4, 8);
        QTest::newRow("closed") << QStringLiteral("M0 0L4 0L4 4Z M1 1L2 1") << 6 << QRectF(0, 0, 4, 4);
        QTest::newRow("an arc, which it does not know")
            << QStringLiteral("M0 0A1 1 0 0 1 2 0") << 0 << QRectF();
        QTest::newRow("relative, too") << QStringLiteral("m1 1l2 2") << 0 << QRectF();
        QTest::newRow("half a point") << QStringLiteral("M1") << 0 << QRectF();
        QTest::newRow("no number") << QStringLiteral("M1 .L2 2") << 0 << QRectF();
        QTest::newRow("numbers after the end") << QStringLiteral("M1 1Z4 4") << 0 << QRectF();
    }
    void read()
    {
        QFETCH(QString, data);
        QFETCH(int, elements);
        QFETCH(QRectF, extents);
        const QPainterPath path = pathFrom(data);
        QCOMPARE(path.elementCount(), elements);
        QCOMPARE(path.controlPointRect(), extents);
    }

    void paintsScaledAndFlipped()
    {
        Drawing drawing;
        drawing.setSize(QSizeF(48, 48));
        drawing.setPath(QStringLiteral("M0 0L12 0L12 24L0 24Z")); // the left half of 24
        drawing.setProperty("fill", QColor(Qt::red));
        const auto at = [&](int x) {
            QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            drawing.paint(&painter);
            return image.pixelColor(x, 24);
        };
        QCOMPARE(at(10), QColor(Qt::red));
        QCOMPARE(at(38), QColor(Qt::white));
        drawing.setProperty("flipped", true);
        QCOMPARE(at(10), QColor(Qt::white));
        QCOMPARE(at(38), QColor(Qt::red));
    }
};

QTEST_MAIN(TestDrawing)
#include "tst_drawing.moc"
