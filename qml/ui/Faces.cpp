// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "qml/ui/Faces.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QFontMetricsF>

namespace rapport::ui {

namespace {

struct Face
{
    Faces::Role role;
    const char *family;
    int pixels;
    QFont::Weight weight;
};

constexpr const char *sans = "Source Sans 3";
constexpr const char *serif = "Rapport Serif";

/// In the order of the roles.
constexpr std::array faces{
    Face{Faces::Headline, sans, 30, QFont::DemiBold},
    Face{Faces::Title, sans, 22, QFont::DemiBold},
    Face{Faces::Subtitle, sans, 17, QFont::DemiBold},
    Face{Faces::Body, sans, 17, QFont::Normal},
    Face{Faces::BodySmall, sans, 15, QFont::Normal},
    Face{Faces::Label, sans, 16, QFont::DemiBold},
    Face{Faces::LabelSmall, sans, 13, QFont::DemiBold},
    Face{Faces::OwnWords, serif, 19, QFont::Normal},
    Face{Faces::OwnWordsLarge, serif, 32, QFont::Normal},
    Face{Faces::OwnWordsMedium, serif, 26, QFont::Normal},
    Face{Faces::OwnWordsSmall, serif, 22, QFont::Normal},
    Face{Faces::Prompt, sans, 26, QFont::Normal},
    Face{Faces::Nav, sans, 14, QFont::Normal},
    Face{Faces::NavCurrent, sans, 14, QFont::DemiBold},
};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < faces.size(); ++i) {
        if (faces.at(i).role != static_cast<int>(i))
            return false;
    }
    return true;
}
static_assert(inOrder());

int scaled(int pixels, qreal textScale)
{
    constexpr int growsInFull = 20;
    const qreal growth = std::max(0.0, textScale - 1);
    return static_cast<int>(std::lround(pixels + growth * std::min(pixels, growsInFull)));
}

} // namespace

Faces::Faces(QObject *parent)
    : QObject(parent)
{}

QFont Faces::of(Role role, qreal textScale)
{
    const Face &face = faces.at(static_cast<std::size_t>(role));
    QFont font(QString::fromLatin1(face.family));
    font.setPixelSize(scaled(face.pixels, textScale));
    font.setWeight(face.weight);
    return font;
}

void Faces::prepare(qreal textScale)
{
    for (const Role role : {Headline, Body, BodySmall, Label, LabelSmall, Nav, NavCurrent, OwnWords})
        QFontMetricsF(of(role, textScale)).horizontalAdvance(QLatin1String("Aa"));
}

} // namespace rapport::ui
