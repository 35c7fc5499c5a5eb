// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <thread>

#include <QBuffer>
#include <QDir>
#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#include "qml/ui/Fonts.h"
#include "tests/core/paper/Notes.h"
#include "tests/support/PdfText.h"

using namespace rapport;
using namespace rapport::paper;
using namespace rapport::tests;

namespace {

QByteArray pdfOf(const PageLayout &layout)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return layout.writePdf(buffer) ? bytes : QByteArray();
}

/// The pages as poppler draws them.
QList<QImage> drawnByOthers(const QByteArray &pdf, int dpi)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("it.pdf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess process;
    process.start(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QString::number(dpi), file.fileName(),
                                               folder.filePath(QStringLiteral("page"))});
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        return {};
    QList<QImage> pages;
    const QDir drawn(folder.path());
    for (const QString &name : drawn.entryList({QStringLiteral("page*")}, QDir::Files, QDir::Name))
        pages.append(QImage(drawn.filePath(name)));
    return pages;
}

/// Whether there is ink at a place or right beside it: two programs smooth the
/// edges of letters differently, but both draw them there.
bool hasInkAt(const QImage &grey, int x, int y)
{
    for (int row = std::max(0, y - 1); row <= std::min(grey.height() - 1, y + 1); ++row) {
        for (int column = std::max(0, x - 1); column <= std::min(grey.width() - 1, x + 1); ++column) {
            if (grey.constScanLine(row)[column] < 240)
                return true;
        }
    }
    return false;
}

/// How much of the ink of one page the other lacks, in thousandths.
double lacking(const QImage &one, const QImage &other)
{
    int ink = 0;
    int lacks = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            if (one.constScanLine(y)[x] >= 200)
                continue;
            ++ink;
            lacks += hasInkAt(other, x, y) ? 0 : 1;
        }
    }
    return ink == 0 ? 0 : 1000.0 * lacks / ink;
}

double between(const QImage &one, const QImage &other)
{
    if (one.size() != other.size())
        return 1000;
    const QImage a = one.convertToFormat(QImage::Format_Grayscale8);
    const QImage b = other.convertToFormat(QImage::Format_Grayscale8);
    return std::max(lacking(a, b), lacking(b, a));
}

constexpr int dpi = 100;
constexpr double allowed = 0.5; // thousandths

} // namespace

class TestPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(ui::loadFonts());
        for (const char *program : {"pdftoppm", "pdftotext", "pdfinfo", "qpdf"}) {
            if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
                QSKIP("poppler-utils and qpdf are not there");
        }
    }

    void previewIsThePdf_data()
    {
        QTest::addColumn<QStringList>("topics");
        QTest::addColumn<QByteArray>("locale");
        QTest::newRow("usual") << usualTopics() << QByteArray("en_GB");
        QTest::newRow("letter") << usualTopics() << QByteArray("en_US");
        QTest::newRow("three pages") << QStringList{longText(3200)} << QByteArray("en_GB");
        QTest::newRow("both ways") << QStringList{QString::fromUtf8("أشعر أنني صغير عندما تضحك. Really! ١٢"),
                                                  QString::fromUtf8("Both ways: שלום and مرحبا.")}
                                   << QByteArray("en_GB");
        QTest::newRow("arabic") << QStringList{QString::fromUtf8(
                                       "قلت إنه لا بأس بتغيير الموعد. لم يكن الأمر كذلك.")}
                                << QByteArray("ar_EG");
    }

    void previewIsThePdf()
    {
        QFETCH(QStringList, topics);
        QFETCH(QByteArray, locale);
        const PageLayout layout = layoutOf(topics, locale.constData());
        const QList<QImage> others = drawnByOthers(pdfOf(layout), dpi);
        QCOMPARE(others.size(), layout.pageCount());
        for (int page = 0; page < layout.pageCount(); ++page) {
            const double difference = between(layout.renderImage(page, dpi), others.at(page));
            qInfo("page %d: %.3f of 1000", page + 1, difference);
            QVERIFY(difference <= allowed);
        }
    }

    /// The comparison sees a changed word, a missing line and a moved one.
    void aChangeIsSeen()
    {
        const QList<domain::NoteLine> lines = linesOf(usualTopics());
        const QImage page = PageLayout(lines, sheetFor()).renderImage(0, dpi);
        QList<domain::NoteLine> changed = lines;
        changed[2].text.replace(QStringLiteral("fine"), QStringLiteral("fair"));
        QList<domain::NoteLine> shorter = lines;
        shorter.removeAt(lines.size() - 2); // a line to write on
        QList<domain::NoteLine> turned = lines;
        std::swap(turned[2].text, turned[3].text);
        for (const QList<domain::NoteLine> &others : {changed, shorter, turned}) {
            const QByteArray pdf = pdfOf(PageLayout(others, sheetFor()));
            const double difference = between(page, drawnByOthers(pdf, dpi).value(0));
            qInfo("%.3f of 1000", difference);
            QVERIFY(difference > 4 * allowed);
        }
    }

    void textIsTheLines_data()
    {
        QTest::addColumn<QStringList>("topics");
        QTest::newRow("usual") << usualTopics();
        QTest::newRow("ligatures") << QStringList{
            QStringLiteral("Five office staff often find difficult fjords; affluent, offbeat, left fluffy.")};
        QTest::newRow("accents") << QStringList{
            QString::fromUtf8("Ça va, señor? Grüße aus Łódź. “Quoted” – and so on …")};
        QTest::newRow("structure") << QStringList{
            QStringLiteral("endobj ) Tj ET Q >> stream 1 0 0 1 0 0 cm \\ ( %%EOF")};
        QTest::newRow("three pages") << QStringList{longText(3200)};
        QTest::newRow("lines of one's own") << QStringList{QStringLiteral("one\ntwo\n\nthree")};
    }

    void textIsTheLines()
    {
        QFETCH(QStringList, topics);
        const QList<domain::NoteLine> lines = linesOf(topics);
        const PageLayout layout(lines, sheetFor());
        const auto text = pdfText(pdfOf(layout));
        QVERIFY(text);
        QCOMPARE(bodyOf(comparable(*text), lines.last().text), bodyOf(wordsOf(lines), lines.last().text));
        QCOMPARE(text->count(lines.last().text), layout.pageCount());
    }

    /// Letter by letter, although the shapes of a naskh have no letters of
    /// their own; the full stops are the reader's to place.
    void arabicIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("arabic") << QString::fromUtf8("قلت إنه بأس بتغيير الموعد لم يكن الأمر كذلك");
        QTest::newRow("lam-alef") << QString::fromUtf8("لا إلا الإنسان سلام");
        QTest::newRow("vowels") << QString::fromUtf8("شُكْرًا جَزِيلًا");
        QTest::newRow("hebrew") << QString::fromUtf8("שלום לכולם");
    }

    void arabicIsSaid()
    {
        QFETCH(QString, text);
        const auto said = pdfText(pdfOf(layoutOf({text})));
        QVERIFY(said);
        // Poppler takes vowel marks, which have places of their own, for words.
        QVERIFY2(withoutMarks(*said).contains(withoutMarks(text)), qPrintable(*said));
    }

    void onlyTheTitleIsTold()
    {
        const QByteArray pdf = pdfOf(layoutOf(usualTopics()));
        const auto info = askAbout(pdf, QStringLiteral("pdfinfo"), {});
        QVERIFY(info);
        QVERIFY(info->contains("Title:           For our session on 24 November\n"));
        QVERIFY(info->contains("Page size:       595 x 842 pts (A4)\n"));
        QVERIFY(info->contains("Pages:           1\n"));
        for (const char *name :
             {"Author", "Creator", "Producer", "CreationDate", "ModDate", "Subject", "Keywords"})
            QVERIFY2(!info->contains(name), name);
        const auto letter = askAbout(pdfOf(layoutOf(usualTopics(), "en_US")), QStringLiteral("pdfinfo"), {});
        QVERIFY(letter && letter->contains("(letter)\n"));
    }

    void nothingTellsOfTheMachine()
    {
        const QByteArray pdf = pdfOf(layoutOf(usualTopics()));
        const auto opened = askAbout(pdf, QStringLiteral("qpdf"),
                                     {QStringLiteral("--qdf"), QStringLiteral("--object-streams=disable")},
                                     {QStringLiteral("-")});
        QVERIFY(opened);
        QVERIFY(opened->contains("ActualText")); // it is open
        QVERIFY(opened->contains("/Lang (en-GB)"));
        const QByteArray text = opened->toLower();
        QByteArrayList traces{"/home",
                              "/tmp",
                              "/usr",
                              "/users",
                              "rapport/",
                              "qt 6",
                              "creationdate",
                              "2026",
                              QDir::homePath().toLocal8Bit(),
                              QCoreApplication::applicationName().toUtf8()};
        for (const char *name : {"USER", "LOGNAME", "HOSTNAME", "HOME"})
            traces += qgetenv(name);
        traces += QSysInfo::machineHostName().toUtf8();
        traces += QSysInfo::machineUniqueId();
        for (const QByteArray &trace : std::as_const(traces)) {
            if (trace.size() > 3)
                QVERIFY2(!text.contains(trace.toLower()), trace.constData());
        }
    }

    void readersFindItSound_data()
    {
        QTest::addColumn<QStringList>("topics");
        QTest::newRow("usual") << usualTopics();
        QTest::newRow("many pages") << QStringList{longText(20000), longText(5000)};
        QTest::newRow("both ways") << QStringList{QString::fromUtf8("مرحبا hello שלום 🙂")};
    }

    void readersFindItSound()
    {
        QFETCH(QStringList, topics);
        const auto checked =
            askAbout(pdfOf(layoutOf(topics)), QStringLiteral("qpdf"), {QStringLiteral("--check")});
        QVERIFY(checked);
        QVERIFY(!checked->contains("WARNING"));
    }

    /// Neither the time nor chance is in it.
    void theSameNoteIsTheSameFile()
    {
        const QByteArray one = pdfOf(layoutOf(usualTopics()));
        QTest::qWait(1100);
        QVERIFY(pdfOf(layoutOf(usualTopics())) == one);
    }

    void aFullDiskIsAnError()
    {
        QFile full(QStringLiteral("/dev/full"));
        if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            QSKIP("there is no /dev/full");
        const auto written = layoutOf(usualTopics()).writePdf(full);
        QVERIFY(!written);
        QCOMPARE(written.error(), Error::NotWritten);
    }

    void anyThreadDrawsTheSame()
    {
        const PageLayout layout = layoutOf(usualTopics());
        const QImage here = layout.renderImage(0, 200);
        const QByteArray file = pdfOf(layout);
        std::array<bool, 4> same{};
        std::vector<std::thread> threads;
        for (bool &result : same) {
            threads.emplace_back([&result, &layout, &here, &file] {
                result = true;
                for (int round = 0; round < 5; ++round)
                    result = result && layoutOf(usualTopics()).renderImage(0, 200) == here &&
                             pdfOf(layout) == file;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        for (const bool result : same)
            QVERIFY(result);
    }

    void sizeOfAnImage()
    {
        const PageLayout layout = layoutOf(usualTopics());
        QCOMPARE(layout.renderImage(0, 72).size(), QSize(595, 842));
        QCOMPARE(layout.renderImage(0, 144).size(), QSize(1190, 1684));
    }

private:
    static QString wordsOf(const QList<domain::NoteLine> &lines)
    {
        QStringList words;
        int topic = 0;
        for (const domain::NoteLine &line : lines) {
            words += line.heading;
            if (line.section == domain::NoteSection::Topic)
                words += QString::number(++topic);
            words += line.text;
        }
        return comparable(words.join(u' '));
    }

    static QString withoutMarks(const QString &text)
    {
        QString letters;
        for (const QChar c : comparable(text))
            letters += c.isMark() || c.isSpace() ? QString() : QString(c);
        return letters;
    }

    /// Without what stands at the foot of every page.
    static QString bodyOf(QString text, const QString &foot)
    {
        static const QRegularExpression number(QStringLiteral(R"(\b\d+ of \d+\b)"));
        return text.remove(foot).remove(number).simplified();
    }
};

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
