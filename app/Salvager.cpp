// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Salvager.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QCoreApplication>

namespace rapport::app {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Salvager)
};

/// A kind of thing as a person knows it, and the table that holds it.
struct Kind
{
    const char *table;
    const char *name;
};

constexpr std::array kinds{
    Kind{"card", QT_TRANSLATE_NOOP("Salvager", "Things to say")},
    Kind{"card_change", QT_TRANSLATE_NOOP("Salvager", "What became of them")},
    Kind{"check_in", QT_TRANSLATE_NOOP("Salvager", "Moods")},
    Kind{"session", QT_TRANSLATE_NOOP("Salvager", "Sessions")},
    Kind{"person", QT_TRANSLATE_NOOP("Salvager", "People")},
    Kind{"note", QT_TRANSLATE_NOOP("Salvager", "Notes")},
    Kind{"note_line", QT_TRANSLATE_NOOP("Salvager", "Lines of notes")},
    Kind{"share", QT_TRANSLATE_NOOP("Salvager", "Records of what you shared")},
    Kind{"pause", QT_TRANSLATE_NOOP("Salvager", "Pauses")},
    Kind{"draft", QT_TRANSLATE_NOOP("Salvager", "Unfinished texts")},
};
constexpr Kind others{nullptr, QT_TRANSLATE_NOOP("Salvager", "Settings and other things")};

struct Tally
{
    qint64 saved = 0;
    qint64 lost = 0;
    bool exact = true;

    void add(const storage::SalvagedTable &table)
    {
        saved += table.saved;
        lost += table.lost;
        exact = exact && table.exact;
    }
};

bool isOf(const Kind &kind, const QString &table)
{
    const auto names = [&table](const Kind &one) { return table == QLatin1String(one.table); };
    return kind.table ? names(kind) : std::none_of(kinds.begin(), kinds.end(), names);
}

QString lineOf(const Kind &kind, const QList<storage::SalvagedTable> &tables)
{
    Tally tally;
    for (const storage::SalvagedTable &table : tables) {
        if (isOf(kind, table.name))
            tally.add(table);
    }
    const QString name = QCoreApplication::translate("Salvager", kind.name);
    if (tally.lost > 0 && tally.exact)
        return Words::tr("%1: %2 saved, %3 lost").arg(name).arg(tally.saved).arg(tally.lost);
    if (tally.lost == 0 && tally.saved == 0 && !tally.exact)
        return Words::tr("%1: none found").arg(name);
    if (tally.lost > 0 || !tally.exact)
        return Words::tr("%1: %2 saved, at least %3 lost").arg(name).arg(tally.saved).arg(tally.lost);
    if (tally.saved > 0)
        return Words::tr("%1: %2 saved, none lost").arg(name).arg(tally.saved);
    return {};
}

} // namespace

Salvager::Salvager(QObject *parent)
    : QObject(parent)
    , m_stop(std::make_shared<std::atomic_bool>(false))
{}

storage::SalvageProgress Salvager::begin()
{
    m_stop = std::make_shared<std::atomic_bool>(false); // the last one keeps its own
    m_salvaged = {};
    m_share = 0;
    Q_EMIT ended();
    Q_EMIT shareChanged();
    return [this, stop = m_stop, told = 0.0](double share) mutable {
        if (share - told >= 0.01) {
            told = share;
            QMetaObject::invokeMethod(
                this, [this, share] { advance(share); }, Qt::QueuedConnection);
        }
        return !stop->load();
    };
}

void Salvager::advance(double share)
{
    m_share = share;
    Q_EMIT shareChanged();
}

void Salvager::end(const vault::Salvaged &salvaged)
{
    m_salvaged = salvaged;
    Q_EMIT ended();
}

QString Salvager::summary() const
{
    const storage::SalvageReport &report = m_salvaged.report;
    if (report.lost() == 0 && report.exact())
        return Words::tr("Everything could be saved. Nothing you wrote is lost.");
    if (report.lost() == 0)
        return Words::tr("Nothing that could be found is lost. Some pages of the file are gone, so Rapport "
                         "cannot tell whether there was more.");
    if (report.exact())
        return Words::tr("%1 saved, %2 lost.").arg(report.saved()).arg(report.lost());
    return Words::tr("%1 saved, at least %2 lost.").arg(report.saved()).arg(report.lost());
}

QStringList Salvager::lines() const
{
    QStringList lines;
    for (const Kind &kind : kinds)
        lines += lineOf(kind, m_salvaged.report.tables);
    lines += lineOf(others, m_salvaged.report.tables);
    lines.removeAll(QString());
    return lines;
}

void Salvager::stop()
{
    m_stop->store(true);
    Q_EMIT shareChanged();
}

} // namespace rapport::app
