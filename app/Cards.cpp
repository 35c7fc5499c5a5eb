// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Cards.h"

#include <algorithm>
#include <chrono>

#include <QCoreApplication>

#include "app/Sentences.h"
#include "core/storage/CardRepository.h"

namespace rapport::app {

namespace {

using domain::Card;
using domain::Uid;
using storage::Result;

constexpr qsizetype mostFirstTexts = 3;

struct Loaded
{
    QList<Card> cards;
    QList<Card> removed;
};

QString factWords(const Card &card)
{
    QStringList facts;
    if (card.kind)
        facts.append(words(*card.kind));
    facts.append(words(card.state));
    if (card.record.isPrivate)
        facts.append(QCoreApplication::translate("Cards", "Private"));
    return facts.join(QStringLiteral(" · "));
}

bool comesBefore(const Card &left, const Card &right)
{
    const bool leftOpen = domain::isOpen(left.state);
    const bool rightOpen = domain::isOpen(right.state);
    if (leftOpen != rightOpen)
        return leftOpen;
    return left.position < right.position;
}

} // namespace

Cards::Cards(const Environment &environment, QObject *parent)
    : QAbstractListModel(parent)
    , m_environment(environment)
{
    m_purge.setInterval(std::chrono::milliseconds(domain::undoWindowMs));
    connect(&m_purge, &QTimer::timeout, this, &Cards::purge);
    connect(this, &Cards::changed, this, &Cards::countChanged);
    load();
}

int Cards::openCount() const
{
    return static_cast<int>(std::count_if(m_cards.begin(), m_cards.end(),
                                          [](const Card &card) { return domain::isOpen(card.state); }));
}

int Cards::chosenCount() const
{
    return static_cast<int>(std::count_if(m_cards.begin(), m_cards.end(), [](const Card &card) {
        return domain::isForNextSession(card.state);
    }));
}

QStringList Cards::firstTexts() const
{
    QStringList texts;
    for (const bool chosen : {true, false}) {
        for (const Card &card : m_cards) {
            if (texts.size() < mostFirstTexts && domain::isOpen(card.state) &&
                domain::isForNextSession(card.state) == chosen)
                texts.append(card.text);
        }
    }
    return texts;
}

int Cards::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

bool Cards::isEdge(int row, int step) const
{
    const int other = row + step;
    return other < 0 || other >= count() ||
           domain::isOpen(m_cards.at(other).state) != domain::isOpen(m_cards.at(row).state);
}

QVariant Cards::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Card &card = m_cards.at(index.row());
    switch (role) {
    case UidRole:
        return card.record.uid.toString();
    case Qt::DisplayRole:
    case TextRole:
        return card.text;
    case FactWordsRole:
        return factWords(card);
    case ChosenRole:
        return domain::isForNextSession(card.state);
    case OpenRole:
        return domain::isOpen(card.state);
    case FirstRole:
        return isEdge(index.row(), -1);
    case LastRole:
        return isEdge(index.row(), 1);
    default:
        return {};
    }
}

QHash<int, QByteArray> Cards::roleNames() const
{
    return {{UidRole, "uid"},       {TextRole, "text"}, {FactWordsRole, "factWords"},
            {ChosenRole, "chosen"}, {OpenRole, "open"}, {FirstRole, "first"},
            {LastRole, "last"}};
}

void Cards::load()
{
    const qint64 now = m_environment.clock.now().utcMs;
    auto future = m_environment.database.run<Loaded>([now](storage::Database &database) -> Result<Loaded> {
        storage::CardRepository cards(database);
        if (auto purged = cards.purge(now - domain::undoWindowMs); !purged)
            return tl::unexpected(purged.error());
        auto all = cards.all();
        if (!all)
            return tl::unexpected(all.error());
        auto removed = cards.deleted();
        if (!removed)
            return tl::unexpected(removed.error());
        return Loaded{std::move(*all), std::move(*removed)};
    });
    storage::whenDone(this, future, [this](const Result<Loaded> &loaded) {
        if (!loaded) {
            m_status = Failed;
            setProblem(sentence(loaded.error()));
            Q_EMIT statusChanged();
            return;
        }
        beginResetModel();
        m_cards = loaded->cards;
        std::stable_sort(m_cards.begin(), m_cards.end(), comesBefore);
        endResetModel();
        m_removed = loaded->removed;
        if (!m_removed.isEmpty())
            m_purge.start();
        setProblem({});
        settle();
        Q_EMIT undoChanged();
    });
}

void Cards::setChosen(const QString &uid, bool chosen)
{
    const auto id = Uid::fromString(uid);
    auto card = id ? find(*id) : std::nullopt;
    if (!card)
        return;
    card->state = chosen ? domain::CardState::Chosen : domain::CardState::Written;
    update(*card, [this](const Result<Card> &stored) {
        if (stored)
            return;
        setProblem(sentence(stored.error()));
        // The tick on the screen ran ahead: rows made anew show what is stored.
        beginResetModel();
        endResetModel();
    });
}

void Cards::moveUp(const QString &uid)
{
    const auto id = Uid::fromString(uid);
    const int row = id ? rowOf(*id) : -1;
    if (row < 0 || isEdge(row, -1))
        return;
    moveBefore(*id, m_cards.at(row - 1).record.uid);
}

void Cards::moveDown(const QString &uid)
{
    const auto id = Uid::fromString(uid);
    const int row = id ? rowOf(*id) : -1;
    if (row < 0 || isEdge(row, 1))
        return;
    // What follows the last of its part is of the other part, whose positions
    // say nothing about this one.
    const bool becomesLast = isEdge(row + 1, 1);
    moveBefore(*id, becomesLast ? std::nullopt : std::optional(m_cards.at(row + 2).record.uid));
}

void Cards::moveBefore(const Uid &uid, const std::optional<Uid> &before)
{
    auto future = m_environment.database.run<Card>([uid, before](storage::Database &database) {
        return storage::CardRepository(database).move(uid, before);
    });
    storage::whenDone(this, future, [this](const Result<Card> &stored) {
        if (!stored)
            return setProblem(sentence(stored.error()));
        // Positions of the others may have been renewed with it; while they were
        // not, the row moves, and keeps the keyboard.
        const int row = rowOf(stored->record.uid);
        const bool fits = std::none_of(m_cards.begin(), m_cards.end(), [&](const Card &card) {
            return card.position == stored->position && card.record.uid != stored->record.uid;
        });
        if (row < 0 || !fits)
            return load();
        place(*stored);
    });
}

void Cards::remove(const QString &uid)
{
    const auto id = Uid::fromString(uid);
    const auto card = id ? find(*id) : std::nullopt;
    if (!card)
        return;
    const domain::Moment now = m_environment.clock.now();
    auto future = m_environment.database.run<void>([id = *id, now](storage::Database &database) {
        return storage::CardRepository(database).remove(id, now);
    });
    storage::whenDone(this, future, [this, card = *card](const Result<void> &removed) {
        if (!removed)
            return setProblem(sentence(removed.error()));
        take(card.record.uid);
        m_removed.prepend(card);
        m_purge.start();
        Q_EMIT undoChanged();
    });
}

void Cards::undo()
{
    if (m_removed.isEmpty())
        return;
    const Uid uid = m_removed.first().record.uid;
    const domain::Moment now = m_environment.clock.now();
    auto future = m_environment.database.run<Card>([uid, now](storage::Database &database) {
        return storage::CardRepository(database).restore(uid, now);
    });
    storage::whenDone(this, future, [this](const Result<Card> &restored) {
        if (!restored)
            return setProblem(sentence(restored.error()));
        m_removed.removeIf([&](const Card &card) { return card.record.uid == restored->record.uid; });
        place(*restored);
        Q_EMIT undoChanged();
    });
}

void Cards::dismissUndo()
{
    m_removed.clear();
    Q_EMIT undoChanged();
}

void Cards::dismissProblem()
{
    setProblem({});
}

void Cards::purge()
{
    const qint64 before = m_environment.clock.now().utcMs - domain::undoWindowMs;
    auto future = m_environment.database.run<int>(
        [before](storage::Database &database) { return storage::CardRepository(database).purge(before); });
    storage::whenDone(this, future, [this](const Result<int> &) {
        m_purge.stop();
        dismissUndo();
    });
}

std::optional<Card> Cards::find(const Uid &uid) const
{
    const int row = rowOf(uid);
    return row < 0 ? std::nullopt : std::optional(m_cards.at(row));
}

void Cards::add(const Card &card, const Done &done)
{
    auto future = m_environment.database.run<Card>(
        [card](storage::Database &database) { return storage::CardRepository(database).add(card); });
    storage::whenDone(this, future, [this, done](const Result<Card> &stored) {
        if (stored)
            place(*stored);
        done(stored);
    });
}

void Cards::update(const Card &card, const Done &done)
{
    const domain::Moment now = m_environment.clock.now();
    auto future = m_environment.database.run<Card>([card, now](storage::Database &database) {
        return storage::CardRepository(database).update(card, now);
    });
    storage::whenDone(this, future, [this, done](const Result<Card> &stored) {
        if (stored)
            place(*stored);
        done(stored);
    });
}

int Cards::rowOf(const Uid &uid) const
{
    const auto found = std::find_if(m_cards.begin(), m_cards.end(),
                                    [&](const Card &card) { return card.record.uid == uid; });
    return found == m_cards.end() ? -1 : static_cast<int>(found - m_cards.begin());
}

/// The row that a card has, or would have, once it stands where it belongs.
int Cards::rowFor(const Card &card) const
{
    return static_cast<int>(std::count_if(m_cards.begin(), m_cards.end(), [&card](const Card &other) {
        return other.record.uid != card.record.uid && comesBefore(other, card);
    }));
}

/// Puts a stored card where it belongs. One that is there already is moved and
/// not taken out and put in again: the row under the finger does not vanish,
/// and a list of one never looks empty meanwhile.
void Cards::place(const Card &card)
{
    const int row = rowOf(card.record.uid);
    const int target = rowFor(card);
    if (row < 0) {
        beginInsertRows({}, target, target);
        m_cards.insert(target, card);
        endInsertRows();
    } else {
        if (target != row) {
            beginMoveRows({}, row, row, {}, target > row ? target + 1 : target);
            m_cards.move(row, target);
            endMoveRows();
        }
        m_cards[target] = card;
        Q_EMIT dataChanged(index(target), index(target));
    }
    // Their neighbours may have become, or ceased to be, the first or last.
    Q_EMIT dataChanged(index(0), index(count() - 1), {FirstRole, LastRole});
    settle();
}

void Cards::take(const Uid &uid)
{
    const int row = rowOf(uid);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_cards.removeAt(row);
    endRemoveRows();
    if (!m_cards.isEmpty())
        Q_EMIT dataChanged(index(0), index(count() - 1), {FirstRole, LastRole});
    settle();
}

void Cards::settle()
{
    const Status status = m_cards.isEmpty() ? Empty : Ready;
    if (status != m_status) {
        m_status = status;
        Q_EMIT statusChanged();
    }
    Q_EMIT changed();
}

void Cards::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

} // namespace rapport::app
