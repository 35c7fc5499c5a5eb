// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/AfterSession.h"

#include <algorithm>
#include <array>

#include <QTimeZone>

#include "app/Cards.h"
#include "app/NextSession.h"
#include "app/Sentences.h"
#include "core/domain/Text.h"
#include "core/storage/CardRepository.h"
#include "core/storage/DraftRepository.h"

namespace rapport::app {

namespace {

using domain::Card;
using domain::CardState;
using domain::Uid;
using storage::CardSince;
using storage::Result;

/// In the order of AfterSession::answers().
constexpr std::array answerStates{CardState::Said, CardState::SomeOfIt, CardState::NotToday};

struct Found
{
    Card card;
    CardSince since;
    QString draft;
};

QString placeOf(const Uid &card)
{
    return QStringLiteral("agreed:") + card.toString();
}

CardState stateAtStart(const Found &found)
{
    return found.since.before.value_or(found.card.state);
}

/// The session's own cards: those chosen for it, those moved on to it; all that
/// waited when nothing was chosen; and whatever was answered since.
QList<Found> ofTheSession(const QList<Found> &all, qint64 start)
{
    const auto chosen = [](const Found &found) { return domain::isForNextSession(stateAtStart(found)); };
    const bool anyChosen = std::any_of(all.begin(), all.end(), chosen);
    QList<Found> rows;
    for (const Found &found : all) {
        const bool answered = found.since.before &&
                              (!domain::isOpen(found.card.state) || found.card.state == CardState::NotToday);
        const bool waited = domain::isOpen(stateAtStart(found)) && found.card.record.created.utcMs <= start;
        if (answered || (anyChosen ? chosen(found) : waited))
            rows.append(found);
    }
    return rows;
}

Result<QList<Found>> read(storage::Database &database, const domain::Moment &start)
{
    const auto cards = storage::CardRepository(database).all();
    if (!cards)
        return tl::unexpected(cards.error());
    const auto since = storage::AnswerRepository(database).since(start);
    if (!since)
        return tl::unexpected(since.error());
    QList<Found> all;
    for (const Card &card : *cards)
        all.append({card, since->value(card.record.uid), {}});
    QList<Found> rows = ofTheSession(all, start.utcMs);
    for (Found &found : rows) {
        const auto draft = storage::DraftRepository(database).text(placeOf(found.card.record.uid));
        if (!draft)
            return tl::unexpected(draft.error());
        found.draft = *draft;
    }
    return rows;
}

Result<Card> become(storage::Database &database, const Uid &uid, CardState to, const domain::Moment &now)
{
    storage::CardRepository cards(database);
    auto card = cards.find(uid);
    if (!card)
        return card;
    for (const CardState step : domain::stepsBetween(card->state, to)) {
        Card next = *card;
        next.state = step;
        card = cards.update(next, now);
        if (!card)
            break;
    }
    return card;
}

} // namespace

AfterSession::AfterSession(const Environment &environment, Cards &cards, NextSession &session,
                           QObject *parent)
    : QAbstractListModel(parent)
    , m_environment(environment)
    , m_cards(cards)
    , m_session(session)
    , m_line(environment, cards, nullptr, QStringLiteral("after"))
{
    QQmlEngine::setObjectOwnership(&m_line, QQmlEngine::CppOwnership);
    connect(&m_line, &WriteDown::kept, this, [this] {
        if (m_finishing)
            complete();
    });
    connect(&m_line, &WriteDown::stateChanged, this, [this] {
        if (m_line.state() == WriteDown::Failed)
            m_finishing = false; // it says why itself
    });
}

QStringList AfterSession::answers() const
{
    return {tr("Yes"), tr("Some"), tr("Not today")};
}

int AfterSession::answerOf(const Row &row) const
{
    if (!row.before)
        return -1;
    const auto *const found = std::find(answerStates.begin(), answerStates.end(), row.card.state);
    return found == answerStates.end() ? -1 : static_cast<int>(found - answerStates.begin());
}

bool AfterSession::tellsAgreed(const Row &row) const
{
    return row.before && !domain::isOpen(row.card.state);
}

int AfterSession::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AfterSession::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case UidRole:
        return row.card.record.uid.toString();
    case Qt::DisplayRole:
    case TextRole:
        return row.card.text;
    case AnswerRole:
        return answerOf(row);
    case StateWordsRole:
        return tellsAgreed(row) && answerOf(row) < 0 ? words(row.card.state) : QString();
    case TellsAgreedRole:
        return tellsAgreed(row);
    case AgreedRole:
        return row.agreed;
    default:
        return {};
    }
}

QHash<int, QByteArray> AfterSession::roleNames() const
{
    return {{UidRole, "uid"},
            {TextRole, "text"},
            {AnswerRole, "answer"},
            {StateWordsRole, "stateWords"},
            {TellsAgreedRole, "tellsAgreed"},
            {AgreedRole, "agreed"}};
}

void AfterSession::begin()
{
    dismissUndo();
    setProblem({});
    beginResetModel();
    m_rows.clear();
    endResetModel();
    if (!m_session.last())
        return setStatus(Empty);
    setStatus(Loading);
    const qint64 startMs = m_session.last()->utcMs();
    const domain::Moment start{startMs, m_environment.clock.now().offsetMin};
    auto future = m_environment.database.run<QList<Found>>(
        [start](storage::Database &database) { return read(database, start); });
    storage::whenDone(this, future, [this](const Result<QList<Found>> &found) {
        if (!found) {
            setProblem(sentence(found.error()));
            return setStatus(Failed);
        }
        beginResetModel();
        m_rows.clear();
        for (const Found &one : *found) {
            const QString agreed = one.draft.isEmpty() ? one.since.agreed : one.draft;
            m_rows.append({one.card, one.since.before, one.since.agreed, agreed, nullptr});
        }
        endResetModel();
        setStatus(m_rows.isEmpty() ? Empty : Ready);
    });
}

AfterSession::Row *AfterSession::rowOf(const QString &uid)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const Row &row) { return row.card.record.uid.toString() == uid; });
    return found == m_rows.end() ? nullptr : &*found;
}

void AfterSession::changed(const Row &row)
{
    const QModelIndex at = index(static_cast<int>(&row - m_rows.constData()));
    Q_EMIT dataChanged(at, at);
}

void AfterSession::answer(const QString &uid, int index)
{
    const Row *row = rowOf(uid);
    if (!row || answerOf(*row) == index || index >= static_cast<int>(answerStates.size()))
        return;
    const CardState unanswered = row->before == CardState::Written ? CardState::Written : CardState::Chosen;
    const CardState to = index < 0 ? unanswered : answerStates.at(static_cast<size_t>(index));
    const domain::Moment now = m_environment.clock.now();
    auto future =
        m_environment.database.run<Card>([id = row->card.record.uid, to, now](storage::Database &database) {
            return become(database, id, to, now);
        });
    storage::whenDone(this, future, [this, uid](const Result<Card> &stored) {
        setProblem(stored ? QString() : sentence(stored.error()));
        if (!stored) {
            // The chip on the screen ran ahead: rows made anew show what is stored.
            beginResetModel();
            endResetModel();
            return;
        }
        m_cards.stored(*stored);
        if (Row *row = rowOf(uid)) {
            if (!row->before)
                row->before = row->card.state;
            row->card = *stored;
            changed(*row);
        }
    });
}

void AfterSession::setAgreed(const QString &uid, const QString &text)
{
    Row *row = rowOf(uid);
    if (!row || row->agreed == text)
        return;
    row->agreed = text;
    if (!row->draft)
        row->draft = std::make_shared<DraftKeeper>(m_environment, placeOf(row->card.record.uid), nullptr);
    row->draft->changed(text);
}

/// Stores what was agreed, all of it or none, and forgets its drafts.
void AfterSession::keepAgreed(const std::function<void()> &done)
{
    QHash<Uid, QString> told;
    QList<Uid> all;
    for (Row &row : m_rows) {
        const auto text = domain::normalizedText(row.agreed);
        if (!text && text.error() != domain::TextError::Empty)
            return setProblem(sentence(text.error()));
        if (row.draft)
            row.draft->flush(); // whatever waits comes before it is forgotten
        all.append(row.card.record.uid);
        if (tellsAgreed(row) && row.agreed != row.storedAgreed)
            told.insert(row.card.record.uid, row.agreed);
    }
    const domain::Moment now = m_environment.clock.now();
    auto future = m_environment.database.run<void>([told, all, now](storage::Database &database) {
        storage::AnswerRepository answers(database);
        storage::DraftRepository drafts(database);
        for (auto one = told.begin(); one != told.end(); ++one) {
            if (const auto saved = answers.saveAgreed(one.key(), one.value(), now); !saved)
                return Result<void>(tl::unexpected(saved.error()));
        }
        for (const Uid &uid : all) {
            if (auto forgotten = drafts.save(placeOf(uid), {}, now.utcMs); !forgotten)
                return forgotten;
        }
        return Result<void>();
    });
    storage::whenDone(this, future, [this, told, done](const Result<void> &saved) {
        setProblem(saved ? QString() : sentence(saved.error()));
        if (!saved)
            return;
        for (Row &row : m_rows)
            row.storedAgreed = told.value(row.card.record.uid, row.storedAgreed);
        done();
    });
}

void AfterSession::finish()
{
    if (m_finishing)
        return;
    keepAgreed([this] {
        const auto line = domain::normalizedText(m_line.text());
        if (!line && line.error() == domain::TextError::Empty)
            return anythingTold() ? complete() : putOff();
        m_finishing = true;
        m_line.keep();
    });
}

/// Whether there is an answer at all; without one the question stays open.
bool AfterSession::anythingTold() const
{
    return m_rows.isEmpty() || std::any_of(m_rows.cbegin(), m_rows.cend(), [this](const Row &row) {
               return answerOf(row) >= 0 || !domain::isOpen(row.card.state);
           });
}

void AfterSession::complete()
{
    m_finishing = false;
    m_session.settle();
    m_canUndo = true;
    Q_EMIT undoChanged();
    Q_EMIT finished();
}

void AfterSession::putOff()
{
    keepAgreed([this] {
        m_session.askLater();
        Q_EMIT finished();
    });
}

void AfterSession::leave()
{
    keepAgreed([this] { Q_EMIT finished(); });
}

void AfterSession::undo()
{
    m_session.askAgain();
    dismissUndo();
}

void AfterSession::dismissUndo()
{
    if (!std::exchange(m_canUndo, false))
        return;
    Q_EMIT undoChanged();
}

void AfterSession::flush()
{
    m_line.flush();
    for (const Row &row : m_rows) {
        if (row.draft)
            row.draft->flush();
    }
}

void AfterSession::setStatus(Status status)
{
    if (status == m_status)
        return;
    m_status = status;
    Q_EMIT statusChanged();
}

void AfterSession::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

} // namespace rapport::app
