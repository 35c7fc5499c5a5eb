// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace rapport::soak {

/// What a torment found: figures that add up over several runs, those among
/// them that must be zero, and the first few things that were not right.
class Report
{
public:
    /// Adds to a figure.
    void count(const char *name, qint64 amount = 1) { add(m_figures, name, amount); }

    /// Adds to a figure that must stay zero; called with 0, it stands in the
    /// report as one that was looked at.
    void mustBeZero(const char *name, qint64 amount) { add(m_zero, name, amount); }

    void complain(const QByteArray &what)
    {
        constexpr qsizetype enough = 20;
        if (m_complaints.size() < enough)
            m_complaints.append(QString::fromUtf8(what));
        m_bad = true;
    }

    /// Nothing is wrong, but it could not be tried here.
    void skip(const QByteArray &why) { m_skipped = QString::fromUtf8(why); }

    bool isGood() const
    {
        for (const auto &value : m_zero) {
            if (value.toInteger() != 0)
                return false;
        }
        return !m_bad;
    }

    QJsonObject toJson() const
    {
        QJsonObject all{{QStringLiteral("figures"), m_figures},
                        {QStringLiteral("zero"), m_zero},
                        {QStringLiteral("complaints"), m_complaints},
                        {QStringLiteral("good"), isGood()}};
        if (!m_skipped.isEmpty())
            all.insert(QStringLiteral("skipped"), m_skipped);
        return all;
    }

private:
    static void add(QJsonObject &to, const char *name, qint64 amount)
    {
        to[QLatin1String(name)] = to.value(QLatin1String(name)).toInteger() + amount;
    }

    QJsonObject m_figures;
    QJsonObject m_zero;
    QJsonArray m_complaints;
    QString m_skipped;
    bool m_bad = false;
};

} // namespace rapport::soak
