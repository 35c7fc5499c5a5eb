// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QFont>
#include <QObject>
#include <QtQmlIntegration>

namespace rapport::ui {

/// The letters by what they are for: the only place where a size of theirs is a
/// number. QML has them from Theme. GUI thread.
class Faces : public QObject
{
    Q_OBJECT
    QML_ELEMENT

public:
    enum Role {
        Headline,
        Title,
        Subtitle,
        Body,
        BodySmall,
        Label,
        LabelSmall,
        OwnWords, ///< what the person wrote
        OwnWordsLarge,
        OwnWordsMedium,
        OwnWordsSmall,
        Prompt, ///< read at one metre
        Nav,
        NavCurrent
    };
    Q_ENUM(Role)

    explicit Faces(QObject *parent = nullptr);

    /// textScale: how much larger letters are wanted, 1.0 … 2.0. Letters meant
    /// to be read are multiplied by it in full; what is large already grows by
    /// as many pixels as a letter of 20 would.
    Q_INVOKABLE static QFont of(rapport::ui::Faces::Role role, qreal textScale);

    /// A face takes as long as a dozen items of a screen when it is asked for
    /// first: this makes those that Today is written in, while nothing else can
    /// be done yet. After loadFonts().
    static void prepare(qreal textScale);
};

} // namespace rapport::ui
