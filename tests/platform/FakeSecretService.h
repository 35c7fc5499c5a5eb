// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QMap>

/// A Secret Service for the faults that a real one does not show on demand.
/// It stores what it is given in the order of the specification, without
/// encryption of the session, and does one thing wrong.
class FakeSecretService : public QDBusVirtualObject
{
    Q_OBJECT
public:
    enum Fault {
        None,
        Silent,    ///< never answers
        Forgets,   ///< says that it stored something, and did not
        Alters,    ///< stores other bytes
        Refuses,   ///< does not store, says that it is locked, and is not
        Keeps,     ///< says that it removed something, and did not
        Oversized, ///< every secret has 65 bytes
        Empty,     ///< every secret has none
        Dismisses, ///< is locked, and its prompt is sent away as if by the person
    };
    Q_ENUM(Fault)

    explicit FakeSecretService(Fault fault);
    ~FakeSecretService() override;

    bool isRunning() const { return m_running; }

    /// From now on with this fault; what came during Silent stays unanswered.
    void become(Fault fault) { m_fault = fault; }
    void heal() { become(None); }

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    QVariantList answerTo(const QDBusMessage &message, QString *error);
    QVariantList searched(const QDBusMessage &message) const;
    void dismiss();
    QVariantList created(const QDBusMessage &message, QString *error);
    QVariantList secrets(const QDBusMessage &message) const;

    struct Item
    {
        QMap<QString, QString> attributes;
        QByteArray value;
    };

    Fault m_fault;
    QDBusConnection m_bus;
    bool m_running = false;
    QMap<QString, Item> m_items; // by path
    int m_lastItem = 0;
};
