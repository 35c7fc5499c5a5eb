// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QAbstractListModel>
#include <QQmlEngine>

#include "core/domain/Note.h"

namespace rapport::app {

/// The finished lines of a note, as the preview shows them.
class NoteLines : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("NoteMaker gives it")

public:
    /// What a line is on the page. The same numbers as domain::NoteSection.
    enum Section { Title, WrittenOn, Topic, HelpMeSayIt, SinceLastTime, TriedElsewhere, Agreed, Footer };
    Q_ENUM(Section)

    enum Role {
        SectionRole = Qt::UserRole + 1, ///< Section
        HeadingRole,                    ///< QString, on the first line of a section
        TextRole,                       ///< QString
        OwnWordsRole,                   ///< bool, the person's words
        NumberRole,                     ///< int, 1 … 3 for topics, else 0
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void show(const QList<domain::NoteLine> &lines);

private:
    QList<domain::NoteLine> m_lines;
};

} // namespace rapport::app
