// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QQuickItem>
#include <QtQmlIntegration>

namespace rapport::ui {

/// Hides what lies beneath something modal from screen readers, which Qt Quick
/// does not do by itself: every item below `over` that says something is
/// ignored while the curtain is drawn, and speaks again afterwards. Items made
/// meanwhile are not covered. GUI thread.
class Curtain : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    /// The page beneath; it must not contain what is modal.
    Q_PROPERTY(QQuickItem *over READ over WRITE setOver NOTIFY overChanged FINAL)
    Q_PROPERTY(bool drawn READ drawn WRITE setDrawn NOTIFY drawnChanged FINAL)

public:
    using QObject::QObject;
    ~Curtain() override;

    [[nodiscard]] QQuickItem *over() const { return m_over; }
    void setOver(QQuickItem *over);
    [[nodiscard]] bool drawn() const { return m_drawn; }
    void setDrawn(bool drawn);

Q_SIGNALS:
    void overChanged();
    void drawnChanged();

private:
    void cover(QQuickItem *item);
    void uncover();

    QPointer<QQuickItem> m_over;
    QList<QPointer<QObject>> m_silenced;
    bool m_drawn = false;
};

} // namespace rapport::ui
