// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/paper/PdfFile.h"

#include <QString>

namespace rapport::paper {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The number that follows a word; -1 if there is none.
int numberAfter(const QByteArray &word, const QByteArray &text, qsizetype from = 0)
{
    const qsizetype at = text.indexOf(word, from);
    if (at < 0)
        return -1;
    qsizetype begin = at + word.size();
    while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\n'))
        ++begin;
    qsizetype end = begin;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end == begin ? -1 : text.mid(begin, end - begin).toInt();
}

QByteArray nameOf(int object)
{
    return QByteArray::number(object) + " 0 obj\n";
}

/// Qt's compression begins with a length of its own, which PDF does not know.
constexpr qsizetype lengthBytes = 4;

} // namespace

std::optional<PdfFile> PdfFile::opened(const QByteArray &bytes)
{
    const int table = numberAfter("startxref", bytes, std::max<qsizetype>(0, bytes.lastIndexOf("startxref")));
    const qsizetype trailer = table < 0 ? -1 : bytes.indexOf("trailer", table);
    if (trailer < 0 || bytes.mid(table, 5) != "xref\n")
        return {};
    PdfFile file;
    file.m_info = numberAfter("/Info", bytes, trailer);
    file.m_root = numberAfter("/Root", bytes, trailer);
    // "xref", "0 18", then a line for each object
    const QList<QByteArray> entries = bytes.mid(table, trailer - table).trimmed().split('\n').mid(2);
    file.m_size = static_cast<int>(entries.size());
    QMap<qsizetype, int> places;
    for (int number = 1; number < file.m_size; ++number) {
        const qsizetype place = entries.at(number).left(10).toLongLong();
        if (place > 0 && bytes.mid(place, nameOf(number).size()) == nameOf(number))
            places.insert(place, number);
        else if (place > 0)
            return {};
    }
    if (places.isEmpty())
        return {};
    file.m_head = bytes.left(places.firstKey());
    for (auto place = places.constBegin(); place != places.constEnd(); ++place) {
        const auto next = std::next(place);
        const qsizetype end = next == places.constEnd() ? table : next.key();
        file.m_objects.insert(*place, bytes.mid(place.key(), end - place.key()));
        file.m_order.append(*place);
    }
    if (file.dictionary(file.m_info).isEmpty() || file.dictionary(file.m_root).isEmpty())
        return {};
    return file;
}

QByteArray PdfFile::object(int number) const
{
    return m_objects.value(number);
}

QList<int> PdfFile::pages() const
{
    QList<int> pages;
    for (const int number : m_order) {
        const QByteArray whole = object(number);
        if (whole.contains("/Type /Page\n"))
            pages.append(number);
    }
    return pages;
}

QByteArray PdfFile::dictionary(int number) const
{
    const QByteArray whole = object(number);
    const qsizetype from = whole.indexOf("<<");
    const qsizetype to = whole.lastIndexOf(">>");
    return from < 0 || to < from ? QByteArray() : whole.mid(from, to + 2 - from);
}

void PdfFile::setDictionary(int number, const QByteArray &dictionary)
{
    m_objects[number] = nameOf(number) + dictionary + "\nendobj\n";
}

int PdfFile::drawingOf(int page) const
{
    return numberAfter("/Contents", dictionary(page));
}

QByteArray PdfFile::drawing(int page) const
{
    const QByteArray whole = object(drawingOf(page));
    const qsizetype begin = whole.indexOf("stream\n") + 7;
    const int length = numberAfter("\n", object(numberAfter("/Length", whole)));
    if (begin < 7 || length < 0 || !whole.left(begin).contains("/FlateDecode"))
        return {};
    return qUncompress(QByteArray(lengthBytes, '\0') + whole.mid(begin, length));
}

void PdfFile::setDrawing(int page, const QByteArray &drawing)
{
    const int number = drawingOf(page);
    const QByteArray whole = object(number);
    const QByteArray packed = qCompress(drawing).mid(lengthBytes);
    const int length = numberAfter("/Length", whole);
    m_objects[number] = whole.left(whole.indexOf("stream\n") + 7) + packed + "\nendstream\nendobj\n";
    m_objects[length] = nameOf(length) + QByteArray::number(packed.size()) + "\nendobj\n";
}

QByteArray PdfFile::bytes() const
{
    QByteArray bytes = m_head;
    QMap<int, qsizetype> places;
    for (const int number : m_order) {
        places.insert(number, bytes.size());
        bytes += object(number);
    }
    const QByteArray size = QByteArray::number(m_size);
    const QByteArray table = QByteArray::number(bytes.size());
    bytes += "xref\n0 " + size + "\n0000000000 65535 f \n";
    for (int number = 1; number < m_size; ++number) {
        bytes += QByteArray::number(places.value(number)).rightJustified(10, '0');
        bytes += places.contains(number) ? " 00000 n \n" : " 65535 f \n";
    }
    return bytes + "trailer\n<<\n/Size " + size + "\n/Info " + QByteArray::number(m_info) + " 0 R\n/Root " +
           QByteArray::number(m_root) + " 0 R\n>>\nstartxref\n" + table + "\n%%EOF\n";
}

QByteArray pdfString(const QString &text)
{
    QByteArray hex("<FEFF");
    for (const QChar c : text)
        hex += QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
    return hex + '>';
}

} // namespace rapport::paper
