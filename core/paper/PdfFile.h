// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QByteArray>
#include <QList>
#include <QMap>

namespace rapport::paper {

/// A PDF as QPdfWriter makes it, one table and its objects in plain sight,
/// opened to change some of them. It is no reader of other people's files.
class PdfFile
{
public:
    /// Nothing if the bytes are not built as expected.
    static std::optional<PdfFile> opened(const QByteArray &bytes);

    int info() const { return m_info; } ///< the object that tells of the making
    int root() const { return m_root; }
    QList<int> pages() const; ///< their objects, in order

    QByteArray dictionary(int object) const; ///< with its brackets
    void setDictionary(int object, const QByteArray &dictionary);

    /// How a page is drawn, not compressed; empty if that cannot be read.
    QByteArray drawing(int page) const;
    void setDrawing(int page, const QByteArray &drawing);

    QByteArray bytes() const;

private:
    QByteArray object(int number) const;
    int drawingOf(int page) const;

    QByteArray m_head;               ///< what stands before the first object
    QMap<int, QByteArray> m_objects; ///< whole, from "1 0 obj" to "endobj"
    QList<int> m_order;              ///< as they stand in the file
    int m_size = 0;                  ///< of the table
    int m_info = 0;
    int m_root = 0;
};

/// Text as PDF takes it, in hexadecimal UTF-16: no character of it can be
/// taken for structure.
QByteArray pdfString(const QString &text);

} // namespace rapport::paper
