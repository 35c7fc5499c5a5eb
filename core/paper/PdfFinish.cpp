// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/paper/PdfFinish.h"

#include <cmath>

#include "core/paper/Letters.h"
#include "core/paper/PdfFile.h"

namespace rapport::paper {

namespace {

/// Whether a line of a drawing is the change of scale with which a run begins.
bool beginsRun(const QByteArray &line)
{
    if (!line.endsWith(" cm"))
        return false;
    const QList<QByteArray> words = line.split(' ');
    const auto isScale = [](const QByteArray &word) { return std::abs(word.toDouble() * finer - 1) < 1e-6; };
    return words.size() == 7 && isScale(words.at(0)) && isScale(words.at(3));
}

/// Where the run ends that begins at a line: where more is restored than saved.
qsizetype endOfRun(const QList<QByteArray> &lines, qsizetype begin)
{
    int depth = 0;
    for (qsizetype i = begin; i < lines.size(); ++i) {
        for (const QByteArray &word : lines.at(i).split(' ')) {
            depth += word == "q" ? 1 : word == "Q" ? -1 : 0;
            if (depth < 0)
                return i;
        }
    }
    return lines.size();
}

void wrap(QList<QByteArray> &lines, qsizetype first, qsizetype last, const QString &words)
{
    lines[first].prepend("/Span <</ActualText " + pdfString(words) + ">> BDC\n");
    lines[last].append("\nEMC");
}

/// Has the letters drawn between two lines say the words. From left to right
/// that is one saying for all of them. From right to left each letter says
/// itself: readers put letters that stand together in order by their places,
/// and would turn round what is in order already.
void say(const TextRun &run, QList<QByteArray> &lines, qsizetype begin, qsizetype end)
{
    const qsizetype first = lines.indexOf("BT", begin);
    const qsizetype last = lines.lastIndexOf("ET", end - 1);
    if (first < begin || first >= end || last <= first)
        return; // nothing was drawn in letters
    if (!run.rightToLeft)
        return wrap(lines, first, last, run.text);
    QList<qsizetype> letters;
    for (qsizetype i = first; i < last; ++i) {
        if (lines.at(i).endsWith(" Tj"))
            letters.append(i);
    }
    // Else some are drawn as one shape, which has a letter of its own.
    for (qsizetype i = 0; letters.size() == run.text.size() && i < letters.size(); ++i)
        wrap(lines, letters.at(i), letters.at(i), run.text.mid(i, 1));
}

/// A drawing in which each run says its words; the same as before if its runs
/// are not found.
QByteArray withWords(const QByteArray &drawing, const QList<TextRun> &runs)
{
    QList<QByteArray> lines = drawing.split('\n');
    qsizetype run = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!beginsRun(lines.at(i)))
            continue;
        if (run == runs.size())
            return drawing;
        const qsizetype end = endOfRun(lines, i + 1);
        say(runs.at(run++), lines, i + 1, end);
        i = end - 1;
    }
    return run == runs.size() ? lines.join('\n') : drawing;
}

} // namespace

QByteArray finishedPdf(const QByteArray &pdf, const QString &title, const QLocale &language,
                       const QList<Page> &pages)
{
    auto file = PdfFile::opened(pdf);
    if (!file)
        return {};
    file->setDictionary(file->info(), "<<\n/Title " + pdfString(title) + "\n>>");
    QByteArray root = file->dictionary(file->root());
    // From Qt 6.8 on a second description stands beside the first, with the
    // time, the maker and a number of its own: it goes, too.
    const QByteArray described("/Metadata ");
    if (const qsizetype at = root.indexOf(described); at >= 0) {
        const QByteArray rest = root.mid(at + described.size());
        file->setDictionary(rest.left(rest.indexOf(' ')).toInt(), "<<\n>>");
        root.remove(at, described.size() + rest.indexOf('R') + 1);
    }
    root.chop(2);
    file->setDictionary(file->root(), root + "/Lang (" + language.bcp47Name().toLatin1() +
                                          ")\n/ViewerPreferences << /DisplayDocTitle true >>\n>>");
    const QList<int> sheets = file->pages();
    if (sheets.size() != pages.size())
        return {};
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        const QByteArray drawing = file->drawing(sheets.at(i));
        if (!drawing.isEmpty())
            file->setDrawing(sheets.at(i), withWords(drawing, pages.at(i).runs));
    }
    return file->bytes();
}

} // namespace rapport::paper
