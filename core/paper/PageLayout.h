// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include <QImage>
#include <QList>
#include <QLocale>
#include <QString>
#include <tl/expected.hpp>

#include "core/domain/Note.h"
#include "core/paper/Paper.h"
#include "core/paper/Recording.h"

class QIODevice;
class QPainter;

namespace rapport::paper {

enum class Error {
    NotDrawn,   ///< the PDF could not be made, for want of memory or a font
    NotWritten, ///< the device did not take all of it
};

template<typename T>
using Result = tl::expected<T, Error>;

/// What a note is set on, and in which language.
struct Sheet
{
    Paper paper = Paper::A4;
    QLocale locale;
    /// "2 of 3", written only where there is more than one page.
    std::function<QString(int page, int pages)> pageNumber;
};

/// A note drawn once. Preview, PDF and print replay the same recording, so they
/// cannot differ. A plain value: it may be made, copied and used on any thread
/// once there is a QGuiApplication; making and drawing belong on a worker.
class PageLayout
{
public:
    PageLayout() = default;
    PageLayout(const QList<domain::NoteLine> &lines, const Sheet &sheet);

    int pageCount() const { return static_cast<int>(m_pages.size()); }
    QSizeF size() const { return sizeInPoints(m_sheet.paper); } ///< of a page, in points
    const Page &page(int index) const { return m_pages.at(index); }

    /// Draws the words and lines of a page, not its white, on a painter whose
    /// unit is a point.
    void paintPage(QPainter &painter, int page) const;

    /// A page in black on white; null when there is no memory for it.
    QImage renderImage(int page, qreal dpi) const;

    /// All pages as a PDF with the title line as its title, the language, and
    /// nothing else about who, where, when or with what. Untagged: it is not
    /// to be called accessible.
    Result<void> writePdf(QIODevice &device) const;

private:
    Sheet m_sheet;
    QString m_title;
    QList<Page> m_pages;
};

} // namespace rapport::paper
