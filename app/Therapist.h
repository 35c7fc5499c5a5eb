// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QQmlEngine>

#include "app/Environment.h"
#include "core/domain/Person.h"

namespace rapport::app {

/// With whom the sessions are: a name or none, how to reach them, the usual way
/// to send a note. What is typed here is stored together with the session's
/// date, see NextSession. There is one so far; several come as further rows.
class Therapist : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("NextSession gives it")
    Q_PROPERTY(Status status READ status NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY edited FINAL)
    Q_PROPERTY(QString contact READ contact WRITE setContact NOTIFY edited FINAL)
    Q_PROPERTY(QList<QString> wayAnswers READ wayAnswers CONSTANT FINAL)
    Q_PROPERTY(int wayIndex READ wayIndex WRITE setWayIndex NOTIFY edited FINAL)

public:
    enum Status { Loading, Empty, Ready, Failed };
    Q_ENUM(Status)

    Therapist(const Environment &environment, QObject *parent);

    Status status() const { return m_status; }
    QString title() const; ///< "With Ana", else "With whom?"
    QString name() const { return m_edited.name; }
    void setName(const QString &name);
    QString contact() const { return m_edited.contact; }
    void setContact(const QString &contact);
    QStringList wayAnswers() const;
    int wayIndex() const; ///< −1 for none
    void setWayIndex(int index);

    /// Back to what is stored: of this person, else of the first there is.
    void edit(const std::optional<domain::Uid> &person);

    // For NextSession, which stores it.
    const domain::Person &stored() const { return m_stored; }
    bool differs() const { return !(m_edited == m_stored); }
    QString textProblem() const;          ///< why a text cannot be kept; else empty
    domain::Person toStore();             ///< with an id, made when there was none
    void take(const domain::Person &now); ///< it was stored

Q_SIGNALS:
    void changed();
    void edited();

private:
    void load();
    void settle(Status status);

    Environment m_environment;
    QList<domain::Person> m_people;
    domain::Person m_stored; ///< with a nil uid: nobody yet
    domain::Person m_edited;
    Status m_status = Loading;
};

} // namespace rapport::app
