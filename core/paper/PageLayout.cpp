// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/paper/PageLayout.h"

#include <QBuffer>
#include <QColor>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QtMath>

#include "core/paper/Letters.h"
#include "core/paper/PdfFinish.h"
#include "core/paper/Typesetter.h"

namespace rapport::paper {

namespace {

constexpr int pointsPerInch = 72;
constexpr qreal ruleWidth = 0.75;
constexpr QRgb strongInk = 0xff000000;
constexpr QRgb softInk = 0xff4a4a4a;
constexpr QRgb ruleInk = 0xff808080;

QString titleOf(const QList<domain::NoteLine> &lines)
{
    for (const domain::NoteLine &line : lines) {
        if (line.section == domain::NoteSection::Title)
            return line.text;
    }
    return {};
}

} // namespace

PageLayout::PageLayout(const QList<domain::NoteLine> &lines, const Sheet &sheet)
    : m_sheet(sheet)
    , m_title(titleOf(lines))
    , m_pages(Typesetter(sheet).set(lines))
{}

void PageLayout::paintPage(QPainter &painter, int page) const
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setPen(QPen(QColor::fromRgb(ruleInk), ruleWidth));
    for (const Rule &rule : m_pages.at(page).rules)
        painter.drawLine(QLineF(rule.start, rule.start + QPointF(rule.length, 0)));
    for (const TextRun &run : m_pages.at(page).runs) {
        painter.setPen(QColor::fromRgb(run.ink == Ink::Strong ? strongInk : softInk));
        drawRun(painter, run);
    }
    painter.restore();
}

QImage PageLayout::renderImage(int page, qreal dpi) const
{
    const qreal scale = dpi / pointsPerInch;
    QImage image(qCeil(size().width() * scale), qCeil(size().height() * scale), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paintPage(painter, page);
    return image;
}

Result<void> PageLayout::writePdf(QIODevice &device) const
{
    QByteArray bytes;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(pointsPerInch);
        const auto paper = m_sheet.paper == Paper::Letter ? QPageSize::Letter : QPageSize::A4;
        writer.setPageLayout({QPageSize(paper), QPageLayout::Portrait, QMarginsF()});
        QPainter painter;
        if (!painter.begin(&writer))
            return tl::unexpected(Error::NotDrawn);
        for (int page = 0; page < pageCount(); ++page) {
            if (page > 0 && !writer.newPage())
                return tl::unexpected(Error::NotDrawn);
            paintPage(painter, page);
        }
        if (!painter.end())
            return tl::unexpected(Error::NotDrawn);
    }
    const QByteArray finished = finishedPdf(bytes, m_title, m_sheet.locale, m_pages);
    if (finished.isEmpty())
        return tl::unexpected(Error::NotDrawn);
    if (device.write(finished) != finished.size())
        return tl::unexpected(Error::NotWritten);
    return {};
}

} // namespace rapport::paper
