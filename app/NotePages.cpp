// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/NotePages.h"

#include <algorithm>

#include <QBuffer>
#include <QPromise>
#include <QThreadPool>

#include "core/storage/DatabaseThread.h"
#include "core/wording/NoteWording.h"

namespace rapport::app {

namespace {

/// Wider than any screen that this shows on; a bound for memory.
constexpr int widest = 4096;

/// Runs work on a worker thread and calls back on the context's.
template<typename R, typename Callback>
void onWorker(QObject *context, std::function<R()> work, Callback callback)
{
    auto promise = std::make_shared<QPromise<R>>();
    storage::whenDone(context, promise->future(), callback);
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
}

paper::Result<QByteArray> pdfOf(const paper::PageLayout &layout)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (const auto written = layout.writePdf(buffer); !written)
        return tl::unexpected(written.error());
    return bytes;
}

} // namespace

NotePages::NotePages(QObject *parent)
    : QObject(parent)
    , m_marks(nullptr)
{
    QQmlEngine::setObjectOwnership(&m_marks, QQmlEngine::CppOwnership);
}

qreal NotePages::shape() const
{
    const QSizeF size = paper::sizeInPoints(m_sheet.paper);
    return size.height() / size.width();
}

void NotePages::show(const QList<domain::NoteLine> &lines)
{
    clear();
    const QLocale locale;
    m_lines = lines;
    m_sheet = {paper::paperFor(locale), locale,
               [locale](int page, int pages) { return wording::pageNumber(page, pages, locale); }};
    setStatus(Drawing);
    onWorker<Layout>(
        this, [lines, sheet = m_sheet] { return std::make_shared<const paper::PageLayout>(lines, sheet); },
        [this, note = m_note](const Layout &layout) {
            if (note != m_note)
                return;
            m_layout = layout;
            m_marks.show(m_lines, *m_layout, m_current);
            Q_EMIT changed();
            draw();
        });
}

void NotePages::clear()
{
    ++m_note;
    m_lines.clear();
    m_layout.reset();
    m_image = {};
    m_current = 0;
    m_marks.clear();
    m_status = Empty;
    Q_EMIT changed();
}

void NotePages::setPixelWidth(int pixels)
{
    const int width = std::clamp(pixels, 0, widest);
    if (width == m_pixelWidth)
        return;
    m_pixelWidth = width;
    Q_EMIT pixelWidthChanged();
    draw();
}

void NotePages::turn(int by)
{
    const int page = std::clamp(m_current + by, 0, std::max(0, count() - 1));
    if (page == m_current)
        return;
    m_current = page;
    m_marks.show(m_lines, *m_layout, m_current);
    setStatus(Drawing);
    draw();
}

/// One image at a time: what changes meanwhile is drawn after it.
void NotePages::draw()
{
    if (!m_layout || m_pixelWidth == 0 || m_drawing)
        return;
    m_drawing = true;
    setStatus(Drawing);
    const qreal dpi = m_pixelWidth / (m_layout->size().width() / 72);
    onWorker<QImage>(
        this, [layout = m_layout, page = m_current, dpi] { return layout->renderImage(page, dpi); },
        [this, note = m_note, page = m_current, width = m_pixelWidth](const QImage &image) {
            m_drawing = false;
            if (note != m_note || page != m_current || width != m_pixelWidth)
                return draw();
            m_image = image;
            setStatus(image.isNull() ? Failed : Ready);
        });
}

void NotePages::makePdf(const PdfDone &done)
{
    onWorker<paper::Result<QByteArray>>(
        this,
        [layout = m_layout, lines = m_lines, sheet = m_sheet] {
            return pdfOf(layout ? *layout : paper::PageLayout(lines, sheet));
        },
        done);
}

void NotePages::setStatus(Status status)
{
    m_status = status;
    Q_EMIT changed();
}

} // namespace rapport::app
