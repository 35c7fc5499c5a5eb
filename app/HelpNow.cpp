// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/HelpNow.h"

#include <algorithm>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QUrl>

namespace rapport::app {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(HelpNow)
};

constexpr int monthsUntilOutOfDate = 12;

QString together(const QJsonArray &languages)
{
    QStringList names;
    for (const auto &language : languages)
        names.append(language.toString());
    return QLocale().createSeparatedList(names);
}

} // namespace

HelpNow::HelpNow(const QByteArray &data, DeviceSettings &settings, const domain::Clock &clock,
                 platform::Sharer &sharer, QObject *parent)
    : QAbstractListModel(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_sharer(sharer)
{
    const QJsonObject root = QJsonDocument::fromJson(data).object();
    m_checked = QDate::fromString(root.value(QLatin1String("checked")).toString(), Qt::ISODate);
    const QJsonArray regions = root.value(QLatin1String("regions")).toArray();
    for (const auto &value : regions) {
        const QJsonObject region = value.toObject();
        const QString id = region.value(QLatin1String("region")).toString();
        m_emergencies[id] = region.value(QLatin1String("emergency")).toString();
        QList<Row> byText;
        QList<Row> byCall;
        const QJsonArray lines = region.value(QLatin1String("lines")).toArray();
        for (const auto &lineValue : lines) {
            const QJsonObject line = lineValue.toObject();
            const QString name = line.value(QLatin1String("name")).toString();
            const QString speaks = together(line.value(QLatin1String("speaks")).toArray());
            for (const auto &number : line.value(QLatin1String("text")).toArray())
                byText.append({name, number.toString(), true, speaks});
            for (const auto &number : line.value(QLatin1String("call")).toArray())
                byCall.append({name, number.toString(), false, speaks});
        }
        m_all[id] = byText + byCall;
    }

    const QString remembered = m_settings.helpRegion();
    m_confirmed = !remembered.isEmpty();
    // A locale is not a location: it is only where the question starts.
    const QString guessed = QLocale::system().name().section(u'_', 1, 1).left(2);
    show(m_confirmed ? remembered : guessed);
}

QString HelpNow::nameOf(const QString &region) const
{
    const QLocale place(QLatin1String("und_") + region);
    const QString name = QLocale::territoryToString(QLocale::codeToTerritory(region));
    const QString native = place.nativeTerritoryName();
    return name.isEmpty() ? native : name;
}

QString HelpNow::regionName() const
{
    return m_region.isEmpty() ? QString() : nameOf(m_region);
}

QString HelpNow::checkedOn() const
{
    return QLocale().toString(m_checked, QLocale::LongFormat);
}

bool HelpNow::outOfDate() const
{
    return m_clock.now().localDate() > m_checked.addMonths(monthsUntilOutOfDate);
}

QStringList HelpNow::regions() const
{
    QStringList ids = m_all.keys();
    std::sort(ids.begin(), ids.end(), [this](const QString &left, const QString &right) {
        return QString::localeAwareCompare(nameOf(left), nameOf(right)) < 0;
    });
    return ids;
}

int HelpNow::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant HelpNow::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case NumberRole:
        return row.number;
    case ByTextRole:
        return row.byText;
    case SpeaksRole:
        return row.speaks;
    default:
        return {};
    }
}

QHash<int, QByteArray> HelpNow::roleNames() const
{
    return {{NameRole, "name"}, {NumberRole, "number"}, {ByTextRole, "byText"}, {SpeaksRole, "speaks"}};
}

void HelpNow::choose(const QString &region)
{
    m_settings.setHelpRegion(region);
    m_confirmed = true;
    show(region);
}

void HelpNow::show(const QString &region)
{
    beginResetModel();
    m_region = region;
    m_rows = m_all.value(region);
    m_emergency = m_emergencies.value(region);
    endResetModel();
    m_message.clear();
    Q_EMIT regionChanged();
    Q_EMIT messageChanged();
}

void HelpNow::reach(const QString &number, bool byText)
{
    QString digits = number;
    digits.removeIf([](QChar c) { return !c.isDigit() && c != u'*' && c != u'#' && c != u'+'; });
    QUrl uri;
    uri.setScheme(byText ? QStringLiteral("sms") : QStringLiteral("tel"));
    uri.setPath(digits);
    m_sharer.openUri(uri, nullptr, this, [this, number](platform::Sharer::Result result) {
        m_message =
            result == platform::Sharer::Result::Done || result == platform::Sharer::Result::Cancelled
                ? QString()
                : Words::tr("This device has no phone app that answered. Use any phone: %1").arg(number);
        Q_EMIT messageChanged();
    });
}

} // namespace rapport::app
