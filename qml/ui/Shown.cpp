// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "qml/ui/Shown.h"

#include <functional>
#include <utility>

#include <QQmlContext>
#include <QQmlEngine>
#include <QQmlIncubator>
#include <QQmlInfo>
#include <QQuickWindow>

namespace rapport::ui {

namespace {

/// Puts what is made in its place before its bindings are read, and keeps
/// nothing of the making, as a component would that makes things itself.
class Making : public QQmlIncubator
{
public:
    explicit Making(const std::function<void(QObject *)> &place)
        : QQmlIncubator(Synchronous)
        , m_place(place)
    {}

protected:
    void setInitialState(QObject *made) override { m_place(made); }

private:
    const std::function<void(QObject *)> m_place;
};

} // namespace

Shown::Shown(QQuickItem *parent)
    : QQuickItem(parent)
{
    // It takes no place of its own.
    setVisible(false);
}

void Shown::setWhen(bool when)
{
    if (when == m_when)
        return;
    m_when = when;
    follow();
    Q_EMIT whenChanged();
}

void Shown::componentComplete()
{
    QQuickItem::componentComplete();
    follow();
}

void Shown::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickItem::itemChange(change, data);
    if (change != ItemParentHasChanged)
        return;
    if (m_item)
        place(m_item);
    else
        follow();
}

void Shown::follow()
{
    if (!isComponentComplete() || !parentItem())
        return;
    if (m_when && !m_item) {
        make();
    } else if (!m_when && m_item) {
        QQuickItem *item = std::exchange(m_item, nullptr);
        Q_EMIT itemChanged();
        item->setParentItem(nullptr);
        letGo(item);
    }
}

/// A layout of Qt 6.4 looks at what has left it until it is polished, which is
/// with the next frame: were it resized before that, as a window is when it is
/// shown first, it would look at nothing. So what stood in one goes after it.
void Shown::letGo(QQuickItem *item)
{
    QQuickItem *parent = parentItem();
    if (parent && parent->inherits("QQuickLayout") && window())
        connect(window(), &QQuickWindow::afterAnimating, item, &QObject::deleteLater);
    else
        item->deleteLater(); // it may be what asked to be gone
}

void Shown::make()
{
    if (m_delegate)
        return make(*m_delegate, m_delegate->creationContext());
    QQmlContext *context = qmlContext(this);
    if (!context || m_source.isEmpty())
        return;
    QQmlComponent read(context->engine(), context->resolvedUrl(m_source));
    make(read, context);
}

void Shown::make(QQmlComponent &component, QQmlContext *context)
{
    if (component.isError()) { // 6.4 does not look before it makes
        qmlWarning(this, component.errors());
        return;
    }
    Making making([this](QObject *made) {
        made->setParent(this);
        m_item = qobject_cast<QQuickItem *>(made);
        if (m_item)
            place(m_item);
    });
    if (!m_delegate)
        making.setInitialProperties(m_given);
    component.create(making, context);
    if (making.isError())
        qmlWarning(this, making.errors());
    if (m_item)
        Q_EMIT itemChanged();
}

void Shown::place(QQuickItem *item)
{
    item->setParentItem(parentItem());
    if (parentItem())
        item->stackAfter(this);
}

} // namespace rapport::ui
