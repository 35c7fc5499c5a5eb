// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QAbstractListModel>
#include <QQmlEngine>

#include "core/paper/PageLayout.h"

namespace rapport::app {

/// Where the words of one page stand, in its reading order: for whoever reads
/// the preview by ear or by touch.
class PageMarks : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("NotePages gives it")

public:
    enum Role {
        TextRole = Qt::UserRole + 1, ///< QString
        HeadingRole,                 ///< bool, the app's heading above a text
        OwnWordsRole,                ///< bool, the person's words
        NumberRole,                  ///< int, 1 … 3 where a topic begins, else 0
        // As parts of the page's width and height.
        LeftRole,   ///< real
        TopRole,    ///< real
        WidthRole,  ///< real
        HeightRole, ///< real
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void show(const QList<domain::NoteLine> &lines, const paper::PageLayout &layout, int page);
    void clear();

private:
    struct Row
    {
        paper::Mark mark;
        domain::NoteLine line;
        int number = 0;
    };

    QList<Row> m_rows;
    QSizeF m_size;
};

} // namespace rapport::app
