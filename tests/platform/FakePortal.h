// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QVariantMap>

/// The desktop portal on the private bus of a test: answers every dialog as
/// told and remembers what it was asked.
class FakePortal : public QDBusVirtualObject
{
    Q_OBJECT
public:
    using Groups = QMap<QString, QVariantMap>;

    enum Manner {
        Answers,      ///< with code and results
        AnswersEarly, ///< with them, before the call itself has its reply
        NoInterface,  ///< as a portal without a backend for this
        Dies,         ///< leaves the bus with the dialog open
        StaysOpen,    ///< nobody answers the dialog
    };
    Q_ENUM(Manner)

    struct Call
    {
        QString interface;
        QString method;
        QList<QVariant> arguments; // without the options
        QVariantMap options;
        QList<QByteArray> attachments; // read from the file descriptors
        QList<QString> attachmentPaths;
    };

    FakePortal();
    ~FakePortal() override;

    void setAnswer(uint code, const QVariantMap &results = {}, Manner manner = Answers);
    void setSettings(const Groups &settings) { m_settings = settings; }
    void changeSetting(const QString &group, const QString &key, const QVariant &value);
    /// Which of its file dialog's versions it tells; 0 for none.
    void setChooserVersion(uint version) { m_chooserVersion = version; }
    const QList<Call> &calls() const { return m_calls; }
    /// It could look at whoever called, as a portal has to; ended requests aside.
    bool sawItsCallers() const { return m_sawItsCallers; }

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    Call taken(const QDBusMessage &message) const;
    void respond(const QString &requestPath);

    QDBusConnection m_bus;
    uint m_code = 0;
    QVariantMap m_results;
    Manner m_manner = Answers;
    Groups m_settings;
    uint m_chooserVersion = 0;
    QList<Call> m_calls;
    bool m_sawItsCallers = true;
};
