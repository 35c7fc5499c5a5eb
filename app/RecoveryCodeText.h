// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QQmlEngine>

#include "core/vault/RecoveryCode.h"

namespace rapport::app {

/// What is typed into a field for a recovery code: put into its groups while
/// one types, and judged in words. Each field makes its own.
class RecoveryCodeText : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString problem READ problem NOTIFY judged FINAL)
    Q_PROPERTY(QList<int> wrongGroups READ wrongGroups NOTIFY judged FINAL)
    Q_PROPERTY(bool complete READ complete NOTIFY judged FINAL)
    Q_PROPERTY(int cursor READ cursor NOTIFY judged FINAL)

public:
    using QObject::QObject;

    QString problem() const { return m_problem; }            ///< empty while all could be right
    QList<int> wrongGroups() const { return m_wrongGroups; } ///< counted from 1
    bool complete() const { return m_complete; }             ///< a whole code, as it was written
    int cursor() const { return m_cursor; } ///< where it belongs in the text that regroup() gave

    /// What the field is to show for what is in it; judges that.
    Q_INVOKABLE QString regroup(const QString &typed, int cursor);

Q_SIGNALS:
    void judged();

private:
    QString m_problem;
    QList<int> m_wrongGroups;
    bool m_complete = false;
    int m_cursor = 0;
};

/// The sentence for what is wrong with a typed code; none while it could be right.
QString recoveryCodeProblem(const vault::RecoveryReading &reading);

} // namespace rapport::app
