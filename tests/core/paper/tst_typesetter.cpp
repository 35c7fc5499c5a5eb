// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTest>

#include "qml/ui/Fonts.h"
#include "tests/core/paper/Notes.h"

using namespace rapport;
using namespace rapport::paper;
using namespace rapport::tests;

namespace {

QString withoutBlanks(const QString &text)
{
    QString kept;
    for (const QChar c : text) {
        if (!c.isSpace())
            kept += c;
    }
    return kept;
}

bool isFoot(const TextRun &run)
{
    return run.size < 10;
}

/// Everything on the pages but their feet, in reading order.
QString drawnOn(const PageLayout &layout)
{
    QString text;
    for (int page = 0; page < layout.pageCount(); ++page) {
        for (const TextRun &run : layout.page(page).runs)
            text += isFoot(run) ? QString() : run.text;
    }
    return withoutBlanks(text);
}

/// The same from the finished lines; topics get their numbers.
QString wordsOf(const QList<domain::NoteLine> &lines)
{
    QString text;
    int topic = 0;
    for (const domain::NoteLine &line : lines) {
        if (line.section == domain::NoteSection::Footer)
            continue;
        text += line.heading;
        if (line.section == domain::NoteSection::Topic)
            text += QString::number(++topic);
        text += line.text;
    }
    return withoutBlanks(text);
}

} // namespace

class TestTypesetter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(ui::loadFonts()); }

    void everyWordIsDrawn_data()
    {
        QTest::addColumn<QStringList>("topics");
        QTest::newRow("usual") << usualTopics();
        QTest::newRow("one letter") << QStringList{QStringLiteral("a")};
        QTest::newRow("two pages") << QStringList{longText(2500)};
        QTest::newRow("many pages") << QStringList{longText(9000), QStringLiteral("b"), longText(4000)};
        QTest::newRow("arabic") << QStringList{
            QString::fromUtf8("قلت إنه لا بأس بتغيير الموعد. لم يكن الأمر كذلك. ").repeated(40)};
        QTest::newRow("both ways") << QStringList{
            QString::fromUtf8("He said مرحبا and I said שלום, 12 times. ").repeated(30)};
        QTest::newRow("lines of one's own")
            << QStringList{QStringLiteral("one\ntwo\r\n\n\nthree\n"), QStringLiteral("\n\n")};
        QTest::newRow("no blanks") << QStringList{QString(4000, u'w')};
        QTest::newRow("emoji") << QStringList{QString::fromUtf8("🙂👩🏽‍🚀 ").repeated(300)};
        QTest::newRow("piled marks") << QStringList{
            QStringLiteral("a\u0300\u0301\u0302\u0303").repeated(500)};
        QTest::newRow("controls") << QStringList{QStringLiteral("a\tb\u200e\u202e c\u0007")};
        QTest::newRow("long lines") << QStringList{QStringLiteral("a\n").repeated(2000)};
    }

    void everyWordIsDrawn()
    {
        QFETCH(QStringList, topics);
        for (const char *locale : {"en_GB", "en_US"}) {
            const PageLayout layout = layoutOf(topics, locale);
            QCOMPARE(drawnOn(layout), wordsOf(linesOf(topics, locale)));
            for (int page = 0; page < layout.pageCount(); ++page)
                checkPlaces(layout, page);
        }
    }

    void aUsualNoteIsOnePage()
    {
        QCOMPARE(layoutOf(usualTopics()).pageCount(), 1);
        const QString ordinary = longText(180);
        QCOMPARE(layoutOf({ordinary, ordinary, ordinary}).pageCount(), 1);
        QCOMPARE(layoutOf({ordinary, ordinary, ordinary}, "en_US").pageCount(), 1);
    }

    /// Whatever the length: headings stay with their text and the lines to
    /// write on stay together, below theirs.
    void nothingIsTornApart()
    {
        int breaks = 0;
        for (int length = 100; length < 4200; length += 37) {
            const PageLayout layout = layoutOf({longText(length), longText(300)});
            breaks += layout.pageCount() - 1;
            for (int page = 0; page < layout.pageCount(); ++page) {
                const Page &drawn = layout.page(page);
                QVERIFY(drawn.rules.isEmpty() || drawn.rules.size() == 4);
                const auto body =
                    std::find_if(drawn.marks.rbegin(), drawn.marks.rend(), [](const Mark &mark) {
                        return mark.heading || !mark.text.startsWith(QStringLiteral("Self-reported"));
                    });
                QVERIFY2(body == drawn.marks.rend() || !body->heading || !drawn.rules.isEmpty(),
                         qPrintable(QString::number(length)));
                QVERIFY(drawn.rules.isEmpty() || body->text == QStringLiteral("What we agreed"));
            }
        }
        QVERIFY(breaks > 50); // it was tried
    }

    /// Neither a first nor a last row stands alone.
    void noRowStandsAlone()
    {
        for (int length = 1500; length < 3000; length += 23) {
            const PageLayout layout = layoutOf({longText(length)});
            for (int page = 0; page < layout.pageCount(); ++page) {
                for (const Mark &mark : layout.page(page).marks) {
                    const bool topic = mark.line == 2 && !mark.heading;
                    QVERIFY(!topic || mark.box.height() > 40);
                }
            }
        }
    }

    void pagesAreNumberedWhereThereAreMore()
    {
        const auto numbers = [](const PageLayout &layout) {
            QStringList found;
            for (int page = 0; page < layout.pageCount(); ++page) {
                for (const TextRun &run : layout.page(page).runs) {
                    if (isFoot(run) && run.text.contains(QStringLiteral(" of ")))
                        found += run.text;
                }
            }
            return found.join(u',');
        };
        QCOMPARE(numbers(layoutOf(usualTopics())), QString());
        const PageLayout three = layoutOf({longText(3200)});
        QCOMPARE(three.pageCount(), 3);
        QCOMPARE(numbers(three), QStringLiteral("1 of 3,2 of 3,3 of 3"));
    }

    void eachTextBeginsAtItsOwnSide()
    {
        const QString arabic = QString::fromUtf8("مرحبا");
        const qreal right = 595 - 64;
        const PageLayout english = layoutOf({QStringLiteral("hello"), arabic});
        QVERIFY(std::abs(runOf(english, QStringLiteral("hello")).start.x() - (64 + 28)) < 0.1);
        QVERIFY(std::abs(runOf(english, QStringLiteral("2")).start.x() - 64) < 0.1);
        QVERIFY(runOf(english, arabic).rightToLeft);
        QVERIFY(runOf(english, arabic).start.x() > right - 60);

        const PageLayout other = layoutOf({QStringLiteral("hello"), arabic}, "ar_EG");
        QVERIFY(runOf(other, QString::fromUtf8("١")).start.x() > right - 20);
        QVERIFY(runOf(other, arabic).start.x() < right - 28);
        QVERIFY(std::abs(runOf(other, QStringLiteral("hello")).start.x() - 64) < 0.1);
    }

    void wordsOfThePersonLookLikeTheirs()
    {
        const PageLayout layout = layoutOf(usualTopics());
        for (const TextRun &run : layout.page(0).runs)
            QCOMPARE(run.face == Face::Serif, usualTopics().contains(run.text));
    }

    void marksAreTheLines()
    {
        const QList<domain::NoteLine> lines = linesOf({longText(2600), QStringLiteral("b\n\nc")});
        const PageLayout layout(lines, sheetFor());
        QStringList heard;
        int continued = 0;
        for (int page = 0; page < layout.pageCount(); ++page) {
            for (const Mark &mark : layout.page(page).marks) {
                const domain::NoteLine &line = lines.at(mark.line);
                if (line.section == domain::NoteSection::Footer)
                    continue;
                QVERIFY((mark.heading ? line.heading : line.text).contains(mark.text));
                heard += mark.text;
                continued += mark.continued ? 1 : 0;
            }
        }
        QVERIFY(continued > 0);
        QString expected;
        for (const domain::NoteLine &line : lines)
            expected += line.section == domain::NoteSection::Footer ? QString() : line.heading + line.text;
        QCOMPARE(withoutBlanks(heard.join(QString())), withoutBlanks(expected));
    }

    void timeIsBounded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << longText(100000);
        QTest::newRow("no blanks") << QString(100000, u'w');
        QTest::newRow("short lines") << QStringLiteral("a\n").repeated(50000);
        QTest::newRow("arabic") << QString::fromUtf8("مرحبا ").repeated(100000 / 6);
        QTest::newRow("emoji") << QString::fromUtf8("🙂").repeated(50000);
        QTest::newRow("piled marks") << QStringLiteral("e\u0301\u0302").repeated(33000);
    }

    /// The longest texts that there can be; a machine busy with other things
    /// has a hundred times what it takes.
    void timeIsBounded()
    {
        QFETCH(QString, text);
        QElapsedTimer timer;
        timer.start();
        const PageLayout layout = layoutOf({text, text, text});
        QVERIFY(layout.pageCount() > 10);
        qInfo("%d pages in %lld ms", layout.pageCount(), timer.elapsed());
        QVERIFY(timer.elapsed() < 60000);
    }

private:
    static TextRun runOf(const PageLayout &layout, const QString &text)
    {
        for (const TextRun &run : layout.page(0).runs) {
            if (run.text == text)
                return run;
        }
        return {};
    }

    /// Within the margins, each row below the one before, the foot last.
    static void checkPlaces(const PageLayout &layout, int page)
    {
        qreal baseline = 0;
        for (const TextRun &run : layout.page(page).runs) {
            QVERIFY(run.start.x() > 60 && run.start.x() < layout.size().width() - 60);
            QVERIFY(run.start.y() >= baseline - 0.01);
            QVERIFY(run.start.y() < layout.size().height() - 40);
            baseline = run.start.y();
        }
        for (const Mark &mark : layout.page(page).marks)
            QVERIFY(QRectF({0, 0}, layout.size()).contains(mark.box));
        for (const Rule &rule : layout.page(page).rules)
            QVERIFY(rule.start.y() < layout.size().height() - 60);
    }
};

QTEST_MAIN(TestTypesetter)
#include "tst_typesetter.moc"
