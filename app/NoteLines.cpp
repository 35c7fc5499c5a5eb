// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/NoteLines.h"

#include <algorithm>

namespace rapport::app {

using domain::NoteLine;
using domain::NoteSection;

int NoteLines::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant NoteLines::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NoteLine &line = m_lines.at(index.row());
    switch (role) {
    case SectionRole:
        return static_cast<int>(line.section);
    case HeadingRole:
        return line.heading;
    case Qt::DisplayRole:
    case TextRole:
        return line.text;
    case OwnWordsRole:
        return line.ownWords;
    case NumberRole:
        if (line.section != NoteSection::Topic)
            return 0;
        return static_cast<int>(
            std::count_if(m_lines.begin(), m_lines.begin() + index.row() + 1,
                          [](const NoteLine &l) { return l.section == NoteSection::Topic; }));
    default:
        return {};
    }
}

QHash<int, QByteArray> NoteLines::roleNames() const
{
    return {{SectionRole, "section"},
            {HeadingRole, "heading"},
            {TextRole, "text"},
            {OwnWordsRole, "ownWords"},
            {NumberRole, "number"}};
}

void NoteLines::show(const QList<NoteLine> &lines)
{
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

} // namespace rapport::app
