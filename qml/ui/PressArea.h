// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <optional>

#include <QFont>
#include <QPointer>
#include <QQuickItem>
#include <QtQmlIntegration>

namespace rapport::ui {

/// What can be pressed: by finger or mouse, by the Space bar once the Tab key
/// has reached it. A background fills it, its content stands within its
/// padding. It has no look and says nothing to screen readers: that is for
/// Pressable and NavTab. In the place of QtQuick.Templates' button, whose
/// module is a quarter of all that was read before the first frame. GUI thread.
class PressArea : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text MEMBER m_text NOTIFY textChanged FINAL)
    Q_PROPERTY(QFont font MEMBER m_font NOTIFY fontChanged FINAL)
    Q_PROPERTY(QQuickItem *contentItem READ contentItem WRITE setContentItem NOTIFY contentItemChanged FINAL)
    Q_PROPERTY(QQuickItem *background READ background WRITE setBackground NOTIFY backgroundChanged FINAL)
    /// On every side that has none of its own.
    Q_PROPERTY(qreal padding READ padding WRITE setPadding NOTIFY paddingChanged FINAL)
    Q_PROPERTY(qreal leftPadding READ leftPadding WRITE setLeftPadding NOTIFY leftPaddingChanged FINAL)
    Q_PROPERTY(qreal rightPadding READ rightPadding WRITE setRightPadding NOTIFY rightPaddingChanged FINAL)
    Q_PROPERTY(qreal topPadding READ topPadding WRITE setTopPadding NOTIFY topPaddingChanged FINAL)
    Q_PROPERTY(
        qreal bottomPadding READ bottomPadding WRITE setBottomPadding NOTIFY bottomPaddingChanged FINAL)
    Q_PROPERTY(qreal implicitContentWidth READ implicitContentWidth NOTIFY implicitContentWidthChanged FINAL)
    Q_PROPERTY(
        qreal implicitContentHeight READ implicitContentHeight NOTIFY implicitContentHeightChanged FINAL)
    /// A mouse is over it.
    Q_PROPERTY(bool hovered READ isHovered NOTIFY hoveredChanged FINAL)
    /// Let go now, it counts as a click.
    Q_PROPERTY(bool down READ isDown NOTIFY downChanged FINAL)
    /// The keyboard is on it, and came by the keyboard.
    Q_PROPERTY(bool visualFocus READ hasVisualFocus NOTIFY visualFocusChanged FINAL)

public:
    explicit PressArea(QQuickItem *parent = nullptr);

    [[nodiscard]] QQuickItem *contentItem() const { return m_content; }
    void setContentItem(QQuickItem *item);
    [[nodiscard]] QQuickItem *background() const { return m_background; }
    void setBackground(QQuickItem *item);
    [[nodiscard]] qreal padding() const { return m_padding; }
    void setPadding(qreal padding);
    [[nodiscard]] qreal leftPadding() const { return paddingOf(Left); }
    void setLeftPadding(qreal padding) { setPadding(Left, padding); }
    [[nodiscard]] qreal rightPadding() const { return paddingOf(Right); }
    void setRightPadding(qreal padding) { setPadding(Right, padding); }
    [[nodiscard]] qreal topPadding() const { return paddingOf(Top); }
    void setTopPadding(qreal padding) { setPadding(Top, padding); }
    [[nodiscard]] qreal bottomPadding() const { return paddingOf(Bottom); }
    void setBottomPadding(qreal padding) { setPadding(Bottom, padding); }
    [[nodiscard]] qreal implicitContentWidth() const;
    [[nodiscard]] qreal implicitContentHeight() const;
    [[nodiscard]] bool isHovered() const { return m_hovered; }
    [[nodiscard]] bool isDown() const { return m_down; }
    [[nodiscard]] bool hasVisualFocus() const { return m_visualFocus; }

Q_SIGNALS:
    void clicked();
    void textChanged();
    void fontChanged();
    void contentItemChanged();
    void backgroundChanged();
    void paddingChanged();
    void leftPaddingChanged();
    void rightPaddingChanged();
    void topPaddingChanged();
    void bottomPaddingChanged();
    void implicitContentWidthChanged();
    void implicitContentHeightChanged();
    void hoveredChanged();
    void downChanged();
    void visualFocusChanged();

protected:
    void geometryChange(const QRectF &now, const QRectF &before) override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void hoverEnterEvent(QHoverEvent *event) override;
    void hoverLeaveEvent(QHoverEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseUngrabEvent() override;

private:
    enum Side { Left, Right, Top, Bottom };

    [[nodiscard]] qreal paddingOf(Side side) const { return m_paddings[side].value_or(m_padding); }
    void setPadding(Side side, qreal padding);
    void paddingChangedAt(Side side);
    void arrange();
    void leave(QQuickItem *former);
    void setHovered(bool hovered);
    void setDown(bool down);
    void setVisualFocus(bool on);

    QString m_text;
    QFont m_font;
    QPointer<QQuickItem> m_content;
    QPointer<QQuickItem> m_background;
    qreal m_padding = 0;
    std::array<std::optional<qreal>, 4> m_paddings;
    bool m_hovered = false;
    bool m_down = false;
    bool m_visualFocus = false;
};

} // namespace rapport::ui
