// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/NoteMaker.h"

#include <algorithm>

#include <QLocale>

#include "app/Cards.h"
#include "app/NextSession.h"
#include "app/NoteHandover.h"
#include "core/domain/MoodFacts.h"
#include "core/storage/CheckInRepository.h"
#include "core/storage/SessionRepository.h"
#include "core/wording/MoodWording.h"
#include "core/wording/NoteWording.h"

namespace rapport::app {

using domain::Card;
using domain::Uid;

NoteMaker::NoteMaker(const Environment &environment, Cards &cards, const NextSession &session,
                     NoteHandover &handover, QObject *parent)
    : QAbstractListModel(parent)
    , m_environment(environment)
    , m_cards(cards)
    , m_session(session)
    , m_handover(handover)
{
    connect(&m_cards, &Cards::changed, this, &NoteMaker::rebuild);
    connect(&m_cards, &QAbstractItemModel::modelReset, this, &NoteMaker::rebuild);
    rebuild();
}

int NoteMaker::chosenCount() const
{
    return static_cast<int>(std::count_if(m_offered.begin(), m_offered.end(), [](const Card &card) {
        return domain::isForNextSession(card.state);
    }));
}

int NoteMaker::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant NoteMaker::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Card &card = m_offered.at(index.row());
    switch (role) {
    case UidRole:
        return card.record.uid.toString();
    case Qt::DisplayRole:
    case TextRole:
        return card.text;
    case TickedRole:
        return m_ticked.contains(card.record.uid);
    case ChosenRole:
        return domain::isForNextSession(card.state);
    default:
        return {};
    }
}

QHash<int, QByteArray> NoteMaker::roleNames() const
{
    return {{UidRole, "uid"}, {TextRole, "text"}, {TickedRole, "ticked"}, {ChosenRole, "chosen"}};
}

void NoteMaker::rebuild()
{
    // A note on its way is not changed under the person's eyes.
    if (!m_choosing)
        return;
    QList<Card> offered;
    int privates = 0;
    for (const Card &card : m_cards.list()) {
        if (!domain::isOpen(card.state))
            continue;
        if (domain::canBeShared(card))
            offered.append(card);
        else
            ++privates;
    }
    if (offered == m_offered && privates == m_privateCount)
        return;
    beginResetModel();
    m_offered = offered;
    m_privateCount = privates;
    m_ticked.removeIf([this](const Uid &uid) { return rowOf(uid) < 0; });
    sortTicks();
    endResetModel();
    Q_EMIT rowsChanged();
    Q_EMIT ticksChanged();
}

void NoteMaker::begin()
{
    beginResetModel();
    m_offered.clear();
    m_ticked.clear();
    endResetModel();
    m_helps.clear();
    m_withSinceLastTime = false;
    m_handover.clear();
    m_choosing = true;
    rebuild();
    askSinceLastTime();
    Q_EMIT rowsChanged();
    Q_EMIT ticksChanged();
}

void NoteMaker::setTicked(const QString &uid, bool ticked)
{
    const auto id = Uid::fromString(uid);
    const int row = id ? rowOf(*id) : -1;
    if (row < 0 || ticked == m_ticked.contains(*id) || (ticked && full()))
        return;
    if (ticked)
        m_ticked.append(*id);
    else
        m_ticked.removeAll(*id);
    sortTicks();
    Q_EMIT dataChanged(index(row), index(row), {TickedRole});
    Q_EMIT ticksChanged();
}

void NoteMaker::putInChosen()
{
    for (const Card &card : std::as_const(m_offered)) {
        if (domain::isForNextSession(card.state))
            setTicked(card.record.uid.toString(), true);
    }
}

void NoteMaker::setHelp(domain::SayingHelp help, bool on)
{
    if (on == m_helps.contains(help))
        return;
    if (on)
        m_helps.append(help);
    else
        m_helps.removeAll(help);
    std::sort(m_helps.begin(), m_helps.end());
    Q_EMIT ticksChanged();
}

/// What the check-ins since the last session come to, in one sentence. It is
/// only offered; when it cannot be read the note does without it.
void NoteMaker::askSinceLastTime()
{
    setSinceLastTime({});
    const domain::Moment now = m_environment.clock.now();
    auto future = m_environment.database.run<QList<domain::CheckIn>>(
        [now](storage::Database &database) -> storage::Result<QList<domain::CheckIn>> {
            const auto last = storage::SessionRepository(database).previous(now);
            if (!last)
                return tl::unexpected(last.error());
            if (!*last)
                return QList<domain::CheckIn>();
            const domain::Moment begin{(*last)->utcMs(), now.offsetMin};
            auto since = storage::CheckInRepository(database).days(begin.localDay(), now.localDay());
            if (since)
                since->removeIf([&](const domain::CheckIn &c) { return c.felt.utcMs < begin.utcMs; });
            return since;
        });
    storage::whenDone(this, future, [this](const storage::Result<QList<domain::CheckIn>> &since) {
        if (since)
            setSinceLastTime(wording::sinceLastTime(domain::moodFacts(*since), QLocale()));
    });
}

void NoteMaker::setSinceLastTime(const QString &sentence)
{
    if (sentence == m_sinceLastTime)
        return;
    m_sinceLastTime = sentence;
    Q_EMIT rowsChanged();
}

void NoteMaker::setWithSinceLastTime(bool on)
{
    if (on == m_withSinceLastTime)
        return;
    m_withSinceLastTime = on;
    Q_EMIT ticksChanged();
}

domain::NoteFacts NoteMaker::facts(const domain::Moment &now, bool ahead) const
{
    domain::NoteFacts facts;
    facts.writtenOn = now.localDate();
    if (ahead)
        facts.sessionDate = m_session.next()->date;
    for (const Uid &uid : std::as_const(m_ticked))
        facts.topics.append({uid, m_offered.at(rowOf(uid)).text});
    facts.helps = m_helps;
    if (m_withSinceLastTime)
        facts.sinceLastTime = m_sinceLastTime;
    return facts;
}

void NoteMaker::preview()
{
    if (m_ticked.isEmpty())
        return;
    const domain::Moment now = m_environment.clock.now();
    // The one to come, also while Today still asks about the last one.
    const auto &session = m_session.next();
    const bool ahead = session.has_value();
    domain::Note note;
    note.record.uid = Uid::create(now.utcMs, m_environment.random);
    note.record.created = now;
    note.record.modifiedUtcMs = now.utcMs;
    if (ahead)
        note.session = session->record.uid;
    note.lines = wording::noteLines(facts(now, ahead), QLocale());
    m_choosing = false;
    m_handover.show(note);
}

void NoteMaker::backToChoosing()
{
    m_choosing = true;
    rebuild();
}

void NoteMaker::sortTicks()
{
    std::sort(m_ticked.begin(), m_ticked.end(),
              [this](const Uid &a, const Uid &b) { return rowOf(a) < rowOf(b); });
}

int NoteMaker::rowOf(const Uid &uid) const
{
    const auto found = std::find_if(m_offered.begin(), m_offered.end(),
                                    [&](const Card &card) { return card.record.uid == uid; });
    return found == m_offered.end() ? -1 : static_cast<int>(found - m_offered.begin());
}

} // namespace rapport::app
