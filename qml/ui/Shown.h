// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QPointer>
#include <QQmlComponent>
#include <QQuickItem>
#include <QtQmlIntegration>
#include <QUrl>
#include <QVariantMap>

namespace rapport::ui {

/// Stands for an item that exists only while it is wanted, right after this one
/// among its siblings: what is written in it, or the file it names, which then is
/// read when it is wanted first and not with the file that names it. In the place of Loader, which in Qt 6.4
/// refuses what is bound to its file, and of a Repeater of one, which brings a whole model with it. Layouts
/// and positioners see the item and not this. GUI thread.
class Shown : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_CLASSINFO("DefaultProperty", "delegate")
    Q_PROPERTY(QQmlComponent *delegate MEMBER m_delegate FINAL)
    /// Beside the file that names it; looked at where nothing is written in it.
    Q_PROPERTY(QUrl source MEMBER m_source FINAL)
    /// What is made of the source begins with these; they do not bind.
    Q_PROPERTY(QVariantMap given MEMBER m_given FINAL)
    Q_PROPERTY(bool when READ when WRITE setWhen NOTIFY whenChanged FINAL)
    /// Null while there is none.
    Q_PROPERTY(QQuickItem *item READ item NOTIFY itemChanged FINAL)

public:
    explicit Shown(QQuickItem *parent = nullptr);

    [[nodiscard]] bool when() const { return m_when; }
    void setWhen(bool when);
    [[nodiscard]] QQuickItem *item() const { return m_item; }

Q_SIGNALS:
    void whenChanged();
    void itemChanged();

protected:
    void componentComplete() override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;

private:
    void follow();
    void make();
    void make(QQmlComponent &component, QQmlContext *context);
    void letGo(QQuickItem *item);
    void place(QQuickItem *item);

    QQmlComponent *m_delegate = nullptr;
    QUrl m_source;
    QVariantMap m_given;
    QPointer<QQuickItem> m_item;
    bool m_when = false;
};

} // namespace rapport::ui
