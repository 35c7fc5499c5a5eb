// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>

#include <QColor>
#include <QObject>
#include <QtQmlIntegration>

namespace rapport::ui {

/// What an Accent is made of, as 0xAARRGGBB.
struct AccentTints
{
    QRgb fill, inkOnFill, text, ground, inkOnGround;
};

/// The one colour of a place, in every role it may play there. It never
/// changes: another set of colours has others. GUI thread.
class Accent : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Theme has them all.")
    Q_PROPERTY(QColor fill MEMBER m_fill CONSTANT FINAL)           ///< the filled button
    Q_PROPERTY(QColor inkOnFill MEMBER m_inkOnFill CONSTANT FINAL) ///< words on the filled button
    Q_PROPERTY(QColor text MEMBER m_text CONSTANT FINAL)           ///< words and rules on paper and card
    Q_PROPERTY(QColor ground MEMBER m_ground CONSTANT FINAL)       ///< a quiet ground for a page or card
    Q_PROPERTY(
        QColor inkOnGround MEMBER m_inkOnGround CONSTANT FINAL) ///< words in this colour on that ground

public:
    explicit Accent(const AccentTints &tints, QObject *parent = nullptr);

private:
    QColor m_fill;
    QColor m_inkOnFill;
    QColor m_text;
    QColor m_ground;
    QColor m_inkOnGround;
};

/// What a set of Colours is made of, as 0xAARRGGBB; see there.
struct Tints
{
    QRgb paper, card, line, outline, ink, inkSoft, disabledGround, inverse, inkOnInverse, focus, scrim, veil;
    AccentTints toSay, pause, lookingBack;
};

/// Every colour the app may use, by what it is for. Which pairs may meet, and
/// with what contrast, is written down and checked in tests/qml/ui. It never
/// changes: a darker look is another set. GUI thread.
class Colours : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Theme has the one that is meant.")
    Q_PROPERTY(QColor paper MEMBER m_paper CONSTANT FINAL)     ///< the page
    Q_PROPERTY(QColor card MEMBER m_card CONSTANT FINAL)       ///< what lies on the page
    Q_PROPERTY(QColor line MEMBER m_line CONSTANT FINAL)       ///< hairline that only decorates
    Q_PROPERTY(QColor outline MEMBER m_outline CONSTANT FINAL) ///< the edge of a control
    Q_PROPERTY(QColor ink MEMBER m_ink CONSTANT FINAL)         ///< words
    Q_PROPERTY(QColor inkSoft MEMBER m_inkSoft CONSTANT FINAL) ///< words that stand back
    /// A filled button that cannot be pressed yet.
    Q_PROPERTY(QColor disabledGround MEMBER m_disabledGround CONSTANT FINAL)
    Q_PROPERTY(QColor inverse MEMBER m_inverse CONSTANT FINAL) ///< ground of the bar that offers to undo
    Q_PROPERTY(QColor inkOnInverse MEMBER m_inkOnInverse CONSTANT FINAL) ///< words on it
    Q_PROPERTY(QColor focus MEMBER m_focus CONSTANT FINAL) ///< ring around what the keyboard is on
    Q_PROPERTY(QColor scrim MEMBER m_scrim CONSTANT FINAL) ///< what lies over a page that waits
    Q_PROPERTY(QColor veil MEMBER m_veil CONSTANT FINAL)   ///< covers words until they are asked for
    Q_PROPERTY(rapport::ui::Accent *toSay MEMBER m_toSay CONSTANT FINAL)
    Q_PROPERTY(rapport::ui::Accent *pause MEMBER m_pause CONSTANT FINAL)
    Q_PROPERTY(rapport::ui::Accent *lookingBack MEMBER m_lookingBack CONSTANT FINAL)

public:
    explicit Colours(const Tints &tints, QObject *parent = nullptr);

private:
    QColor m_paper;
    QColor m_card;
    QColor m_line;
    QColor m_outline;
    QColor m_ink;
    QColor m_inkSoft;
    QColor m_disabledGround;
    QColor m_inverse;
    QColor m_inkOnInverse;
    QColor m_focus;
    QColor m_scrim;
    QColor m_veil;
    Accent *m_toSay;
    Accent *m_pause;
    Accent *m_lookingBack;
};

/// The four sets of colours, each made when it is asked for first. In C++ since
/// they are read with every start: as QML they were six files and sixteen
/// objects before the first letter could be drawn. GUI thread.
class ColourSets : public QObject
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit ColourSets(QObject *parent = nullptr);

    /// Never null; it lives as long as this does.
    Q_INVOKABLE rapport::ui::Colours *of(bool dark, bool highContrast);

private:
    std::array<Colours *, 4> m_made{};
};

} // namespace rapport::ui
