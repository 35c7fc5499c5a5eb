// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QObject>
#include <QQuickItem>
#include <QStringList>

/// What a screen reader sees of an item, and what it can do to it.
class Probe : public QObject
{
    Q_OBJECT

public:
    Q_INVOKABLE QString name(QQuickItem *item) const { return text(item, QAccessible::Name); }
    Q_INVOKABLE QString description(QQuickItem *item) const { return text(item, QAccessible::Description); }
    Q_INVOKABLE int role(QQuickItem *item) const
    {
        const QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(item);
        return seen ? seen->role() : -1;
    }
    Q_INVOKABLE bool checked(QQuickItem *item) const
    {
        const QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(item);
        return seen && seen->state().checked;
    }
    Q_INVOKABLE QStringList actions(QQuickItem *item) const
    {
        QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(item);
        return seen && seen->actionInterface() ? seen->actionInterface()->actionNames() : QStringList();
    }
    Q_INVOKABLE bool press(QQuickItem *item) const
    {
        return act(item, QAccessibleActionInterface::pressAction());
    }
    Q_INVOKABLE bool toggle(QQuickItem *item) const
    {
        return act(item, QAccessibleActionInterface::toggleAction());
    }
    /// Everything that is said within an item, in its order.
    Q_INVOKABLE QStringList spoken(QQuickItem *item) const
    {
        QStringList names;
        collect(QAccessible::queryAccessibleInterface(item), names);
        return names;
    }

private:
    static QString text(QQuickItem *item, QAccessible::Text kind)
    {
        const QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(item);
        return seen ? seen->text(kind) : QString();
    }
    static bool act(QQuickItem *item, const QString &action)
    {
        QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(item);
        if (!seen || !seen->actionInterface() || !seen->actionInterface()->actionNames().contains(action))
            return false;
        seen->actionInterface()->doAction(action);
        return true;
    }
    static void collect(const QAccessibleInterface *seen, QStringList &names)
    {
        if (!seen)
            return;
        for (int i = 0; i < seen->childCount(); ++i) {
            const QAccessibleInterface *child = seen->child(i);
            if (!child || child->state().invisible)
                continue;
            if (!child->text(QAccessible::Name).isEmpty())
                names.append(child->text(QAccessible::Name));
            collect(child, names);
        }
    }
};
