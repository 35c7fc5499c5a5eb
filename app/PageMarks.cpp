// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/PageMarks.h"

#include <algorithm>

namespace rapport::app {

using domain::NoteLine;
using domain::NoteSection;

int PageMarks::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PageMarks::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TextRole:
        return row.mark.text;
    case HeadingRole:
        return row.mark.heading || row.line.section == NoteSection::Title;
    case OwnWordsRole:
        return row.line.ownWords && !row.mark.heading;
    case NumberRole:
        return row.number;
    case LeftRole:
        return row.mark.box.left() / m_size.width();
    case TopRole:
        return row.mark.box.top() / m_size.height();
    case WidthRole:
        return row.mark.box.width() / m_size.width();
    case HeightRole:
        return row.mark.box.height() / m_size.height();
    default:
        return {};
    }
}

QHash<int, QByteArray> PageMarks::roleNames() const
{
    return {{TextRole, "text"},     {HeadingRole, "heading"}, {OwnWordsRole, "ownWords"},
            {NumberRole, "number"}, {LeftRole, "leftPart"},   {TopRole, "topPart"},
            {WidthRole, "wide"},    {HeightRole, "high"}};
}

void PageMarks::show(const QList<NoteLine> &lines, const paper::PageLayout &layout, int page)
{
    const auto numberOf = [&lines](const paper::Mark &mark) {
        const auto end = lines.begin() + mark.line + 1;
        const bool begins =
            lines.at(mark.line).section == NoteSection::Topic && !mark.heading && !mark.continued;
        return begins ? static_cast<int>(std::count_if(
                            lines.begin(), end,
                            [](const NoteLine &line) { return line.section == NoteSection::Topic; }))
                      : 0;
    };
    beginResetModel();
    m_rows.clear();
    m_size = layout.size();
    for (const paper::Mark &mark : layout.page(page).marks)
        m_rows.append({mark, lines.at(mark.line), numberOf(mark)});
    endResetModel();
}

void PageMarks::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

} // namespace rapport::app
