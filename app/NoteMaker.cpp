// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/NoteMaker.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>

#include "app/Cards.h"
#include "app/NextSession.h"
#include "app/Sentences.h"
#include "core/storage/DraftRepository.h"
#include "core/storage/NoteRepository.h"
#include "core/wording/NoteWording.h"

namespace rapport::app {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(NoteMaker)
};

using domain::Card;
using domain::Uid;
using platform::Sharer;
using storage::Result;

const QString firstTimeSetting = QStringLiteral("note.first-time-read");

} // namespace

NoteMaker::NoteMaker(const Environment &environment, Cards &cards, const NextSession &session, Sharer &sharer,
                     QObject *parent)
    : QAbstractListModel(parent)
    , m_environment(environment)
    , m_cards(cards)
    , m_session(session)
    , m_sharer(sharer)
{
    connect(&m_cards, &Cards::changed, this, &NoteMaker::rebuild);
    connect(&m_cards, &QAbstractItemModel::modelReset, this, &NoteMaker::rebuild);
    auto future = m_environment.database.run<QString>([](storage::Database &database) {
        return storage::SettingRepository(database).value(firstTimeSetting);
    });
    storage::whenDone(this, future, [this](const Result<QString> &value) {
        m_firstTime = value.value_or(QString()).isEmpty();
        Q_EMIT firstTimeChanged();
    });
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
    if (m_state != Choosing)
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
    m_note = {};
    m_noteStored = false;
    m_text.clear();
    m_lines.show({});
    setState(Choosing);
    rebuild();
    Q_EMIT rowsChanged();
    Q_EMIT ticksChanged();
    Q_EMIT previewChanged();
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

void NoteMaker::preview()
{
    if (m_ticked.isEmpty())
        return;
    const domain::Moment now = m_environment.clock.now();
    domain::NoteFacts facts;
    facts.writtenOn = now.localDate();
    const auto &session = m_session.session();
    const bool ahead = session && domain::nearness(*session, now) != domain::SessionNearness::None &&
                       domain::nearness(*session, now) != domain::SessionNearness::After;
    if (ahead)
        facts.sessionDate = session->date;
    for (const Uid &uid : std::as_const(m_ticked))
        facts.topics.append({uid, m_offered.at(rowOf(uid)).text});
    facts.helps = m_helps;

    m_note = {};
    m_note.record.uid = Uid::create(now.utcMs, m_environment.random);
    m_note.record.created = now;
    m_note.record.modifiedUtcMs = now.utcMs;
    if (ahead)
        m_note.session = session->record.uid;
    m_note.lines = wording::noteLines(facts, QLocale());
    m_noteStored = false;
    m_text = wording::noteText(m_note.lines, QLocale());
    m_lines.show(m_note.lines);
    setState(Previewing);
    Q_EMIT previewChanged();
}

void NoteMaker::backToChoosing()
{
    setState(Choosing);
    rebuild();
}

void NoteMaker::copyText()
{
    handOver(domain::ShareWay::Clipboard, [this](const QString &text, const Sharer::Answer &answer) {
        m_sharer.copyText(text, this, answer);
    });
}

void NoteMaker::saveText()
{
    const QString name = wording::noteFileStem(m_note.record.created.localDate()) + QLatin1String(".txt");
    handOver(domain::ShareWay::Text, [this, name](const QString &text, const Sharer::Answer &answer) {
        m_sharer.saveFile(name, text.toUtf8(), nullptr, this, answer);
    });
}

void NoteMaker::sendEmail()
{
    // The subject is read in inboxes and notifications, by anyone.
    handOver(domain::ShareWay::Email, [this](const QString &text, const Sharer::Answer &answer) {
        m_sharer.composeEmail(Words::tr("Appointment"), text, {}, nullptr, this, answer);
    });
}

void NoteMaker::handOver(domain::ShareWay way, const Hand &hand)
{
    if (m_state != Previewing && m_state != HandedOver && m_state != Failed)
        return;
    setState(HandingOver);
    const domain::Moment now = m_environment.clock.now();
    domain::Share share;
    share.record.uid = Uid::create(now.utcMs, m_environment.random);
    share.record.created = now;
    share.record.modifiedUtcMs = now.utcMs;
    share.note = m_note.record.uid;
    share.way = way;
    share.content = m_text;

    auto future = m_environment.database.run<void>(
        [note = m_note, share, stored = m_noteStored](storage::Database &database) -> Result<void> {
            storage::NoteRepository notes(database);
            return stored ? notes.addShare(share) : notes.add(note, share);
        });
    const bool first = !m_noteStored;
    // A dialog may stay open while the person begins another note: what leaves
    // is what was written down, and the answer concerns its own note only.
    storage::whenDone(this, future, [this, way, hand, share, first](const Result<void> &written) {
        if (!written) {
            if (isOnItsWay(share.note))
                setState(Failed, sentence(written.error()));
            return;
        }
        if (m_note.record.uid == share.note)
            m_noteStored = true;
        hand(share.content,
             [this, way, uid = share.record.uid, note = share.note, first](Sharer::Result result) {
                 if (result != Sharer::Result::Done) {
                     takeBack(uid);
                     if (m_note.record.uid == note)
                         m_noteStored = !first;
                 }
                 if (isOnItsWay(note))
                     answered(way, result);
             });
    });
}

void NoteMaker::answered(domain::ShareWay way, Sharer::Result result)
{
    switch (result) {
    case Sharer::Result::Done:
        if (way == domain::ShareWay::Clipboard)
            return setState(
                HandedOver,
                Words::tr(
                    "Copied. Paste it where you want it; in a minute it is cleared from the clipboard."));
        if (way == domain::ShareWay::Email)
            return setState(HandedOver, Words::tr("Your mail app has it. It leaves when you send it there."));
        return setState(HandedOver, Words::tr("Saved where you chose."));
    case Sharer::Result::Cancelled:
        return setState(Previewing);
    case Sharer::Result::Unavailable:
        return setState(Failed, Words::tr("This way is not there on this device. Your note is unchanged. "
                                          "Copying it works everywhere."));
    case Sharer::Result::Failed:
        return setState(Failed, Words::tr("That did not work, and nothing left this device. Your note is "
                                          "unchanged. Try again, or copy it."));
    }
}

/// What did not leave is not in the ledger, nor is a note that never left.
void NoteMaker::takeBack(const Uid &share)
{
    m_environment.database.run<void>(
        [share](storage::Database &database) { return storage::NoteRepository(database).withdraw(share); });
}

void NoteMaker::confirmFirstTime()
{
    m_firstTime = false;
    Q_EMIT firstTimeChanged();
    m_environment.database.run<void>([](storage::Database &database) {
        return storage::SettingRepository(database).save(firstTimeSetting, QStringLiteral("yes"));
    });
}

bool NoteMaker::isOnItsWay(const Uid &note) const
{
    return m_state == HandingOver && m_note.record.uid == note;
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

void NoteMaker::setState(State state, const QString &message)
{
    if (state == m_state && message == m_message)
        return;
    m_state = state;
    m_message = message;
    Q_EMIT stateChanged();
}

} // namespace rapport::app
