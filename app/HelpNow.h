// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QAbstractListModel>
#include <QDate>
#include <QQmlEngine>

#include "app/DeviceSettings.h"
#include "core/domain/Clock.h"
#include "platform/Sharer.h"

namespace rapport::app {

/// The public lines of one country, behind no lock and without a network. A
/// country without a line that could be checked says so; another's is never
/// shown in its place. The model's rows are the ways to reach somebody, those
/// by text first.
class HelpNow : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Shell gives it")
    Q_PROPERTY(QString region READ region NOTIFY regionChanged FINAL)
    Q_PROPERTY(QString regionName READ regionName NOTIFY regionChanged FINAL)
    Q_PROPERTY(bool confirmed READ confirmed NOTIFY regionChanged FINAL)
    Q_PROPERTY(bool covered READ covered NOTIFY regionChanged FINAL)
    Q_PROPERTY(QString emergency READ emergency NOTIFY regionChanged FINAL)
    Q_PROPERTY(QString checkedOn READ checkedOn NOTIFY regionChanged FINAL)
    Q_PROPERTY(bool outOfDate READ outOfDate NOTIFY regionChanged FINAL)
    Q_PROPERTY(QStringList regions READ regions CONSTANT FINAL)
    Q_PROPERTY(QString message READ message NOTIFY messageChanged FINAL)

public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< QString, the line's own name
        NumberRole,                  ///< QString, as it is written
        ByTextRole,                  ///< bool, a text message and not a call
        SpeaksRole,                  ///< QString, languages when not only the country's own
    };

    /// Data is the content of assets/crisis/lines.json.
    HelpNow(const QByteArray &data, DeviceSettings &settings, const domain::Clock &clock,
            platform::Sharer &sharer, QObject *parent = nullptr);

    QString region() const { return m_region; }
    QString regionName() const;
    bool confirmed() const { return m_confirmed; }
    bool covered() const { return !m_rows.isEmpty(); }
    QString emergency() const { return m_emergency; }
    QString checkedOn() const;
    bool outOfDate() const;

    /// ISO 3166 codes with at least one line, by name.
    QStringList regions() const;
    QString message() const { return m_message; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// The name of a region in the interface's language.
    Q_INVOKABLE QString nameOf(const QString &region) const;

    /// Chooses and confirms a region; an unknown one shows "no line".
    Q_INVOKABLE void choose(const QString &region);

    /// Fills in a number in the phone app; never calls by itself.
    Q_INVOKABLE void reach(const QString &number, bool byText);

Q_SIGNALS:
    void regionChanged();
    void messageChanged();

private:
    struct Row
    {
        QString name;
        QString number;
        bool byText;
        QString speaks;
    };

    void show(const QString &region);

    DeviceSettings &m_settings;
    const domain::Clock &m_clock;
    platform::Sharer &m_sharer;
    QHash<QString, QList<Row>> m_all;
    QHash<QString, QString> m_emergencies;
    QList<Row> m_rows;
    QString m_region;
    QString m_emergency;
    QString m_message;
    QDate m_checked;
    bool m_confirmed = false;
};

} // namespace rapport::app
