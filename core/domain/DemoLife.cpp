// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/domain/DemoLife.h"

#include <algorithm>

#include <QTimeZone>

#include "core/domain/DemoTexts.h"

namespace rapport::domain {

namespace {

using demo::Way;

constexpr quint64 seed = 20'260'302;
constexpr int weeks = 43; // ten months
/// Weeks without a session: holidays, a cold, once simply not.
constexpr int weeksOff[] = {4, 5, 17, 31};

/// Makes the moments and names of one life.
class Teller
{
public:
    Teller(const Moment &now, const QByteArray &zone)
        : m_now(now)
        , m_zone(zone)
        , m_today(now.localDate())
    {}

    Moment at(QDate day, QTime time) const
    {
        return Moment::fromDateTime(QDateTime(day, time, QTimeZone(m_zone)));
    }

    /// Some minute between two hours of a day, never later than now.
    Moment during(QDate day, int from, int until)
    {
        const Moment moment =
            at(day, QTime(from, 0).addSecs(60 * m_chance.below(60 * (until - from)) + m_chance.below(60)));
        return std::min(moment, Moment{m_now.utcMs - 60'000LL * (1 + m_chance.below(60)), m_now.offsetMin});
    }

    Record record(const Moment &created)
    {
        Record record;
        record.created = created;
        record.modifiedUtcMs = created.utcMs;
        record.uid = Uid::create(created.utcMs, m_chance);
        return record;
    }

    Moment now() const { return m_now; }
    QDate today() const { return m_today; }
    QByteArray zone() const { return m_zone; }
    DemoChance &chance() { return m_chance; }

private:
    Moment m_now;
    QByteArray m_zone;
    QDate m_today;
    DemoChance m_chance{seed};
};

QList<Session> sessionsOf(Teller &teller)
{
    QList<Session> sessions;
    for (int week = weeks; week >= 0; --week) {
        if (std::find(std::begin(weeksOff), std::end(weeksOff), week) != std::end(weeksOff))
            continue;
        Session session;
        session.date = teller.today().addDays(1 - 7 * week);
        session.time = QTime(14, 0);
        session.zone = teller.zone();
        session.record = teller.record(teller.during(teller.today().addDays(-7 * week - 7), 15, 20));
        sessions.append(session);
    }
    return sessions;
}

/// The first session after a moment; none if that is the next one.
std::optional<Session> sessionAfter(const QList<Session> &sessions, const Moment &moment, const Moment &now)
{
    for (const Session &session : sessions) {
        if (session.utcMs() > moment.utcMs)
            return session.utcMs() < now.utcMs ? std::optional(session) : std::nullopt;
    }
    return std::nullopt;
}

CardState endOf(Way way)
{
    switch (way) {
    case Way::Shown:
        return CardState::Shown;
    case Way::Sent:
        return CardState::Sent;
    case Way::Partly:
        return CardState::SomeOfIt;
    case Way::NotToday:
        return CardState::NotToday;
    default:
        return CardState::Said;
    }
}

Moment hoursAfter(const Session &session, int hours, const Moment &written)
{
    return {session.utcMs() + qint64{hours} * 3'600'000, written.offsetMin};
}

QList<DemoStep> stepsOf(const demo::Text &text, const Moment &written, const QList<Session> &sessions,
                        const Moment &now)
{
    QList<DemoStep> steps;
    if (text.way == Way::Waits)
        return steps;
    steps.append({CardState::Chosen, std::min(Moment{written.utcMs + 7'200'000, written.offsetMin}, now)});
    auto session = sessionAfter(sessions, written, now);
    if (text.way == Way::Chosen || !session)
        return steps;
    if (text.way == Way::Later) {
        const Moment moved = hoursAfter(*session, 2, written);
        steps.append({CardState::NotToday, moved});
        session = sessionAfter(sessions, moved, now);
        if (!session)
            return steps;
    }
    steps.append({endOf(text.way), hoursAfter(*session, 2, written)});
    return steps;
}

/// A note before every session that a sent card belongs to.
QList<DemoNote> notesOf(Teller &teller, const QList<DemoCard> &cards, const QList<Session> &sessions)
{
    QList<DemoNote> notes;
    for (const DemoCard &sent : cards) {
        if (sent.steps.isEmpty() || sent.steps.last().state != CardState::Sent)
            continue;
        const auto session = std::find_if(sessions.begin(), sessions.end(), [&sent](const Session &one) {
            return one.utcMs() > sent.card.record.created.utcMs;
        });
        DemoNote note;
        note.session = session->record.uid;
        note.record = teller.record(teller.during(session->date.addDays(-1), 18, 21));
        note.facts.sessionDate = session->date;
        note.facts.writtenOn = note.record.created.localDate();
        note.facts.topics = {{sent.card.record.uid, sent.card.text}};
        note.facts.helps = {SayingHelp::AskMeFirst};
        note.way = notes.size() % 2 == 0 ? ShareWay::Email : ShareWay::Clipboard;
        notes.append(note);
    }
    return notes;
}

/// Days differ, weeks differ, and nothing leads anywhere: no picture of this
/// life may look as if an app had healed somebody.
int pleasantnessOn(Teller &teller, int daysAgo)
{
    // The same for all of a week, from the week's own number.
    const int week = static_cast<int>(DemoChance(seed + static_cast<quint64>(daysAgo / 7)).next() % 60) - 30;
    return pleasantnessOf(moodStep(week + teller.chance().below(121) - 60));
}

CheckIn checkInAt(Teller &teller, const Moment &felt, int daysAgo)
{
    DemoChance &chance = teller.chance();
    CheckIn checkIn;
    const bool later = chance.below(12) == 0; // entered in the evening, or the next day
    checkIn.felt = felt;
    checkIn.record = teller.record(felt);
    if (later)
        checkIn.record.created.utcMs = std::min(felt.utcMs + 3 * qint64{3'600'000}, teller.now().utcMs);
    checkIn.record.modifiedUtcMs = checkIn.record.created.utcMs;
    checkIn.pleasantness = pleasantnessOn(teller, daysAgo);
    if (chance.below(10) < 3) {
        checkIn.energy = -80 + 40 * chance.below(5);
        checkIn.energySteps = moodSteps;
    }
    if (chance.below(8) == 0)
        checkIn.note = QString::fromUtf8(demo::moodNotes[chance.below(std::size(demo::moodNotes))]);
    checkIn.record.isPrivate = chance.below(40) == 0;
    return checkIn;
}

QList<CheckIn> checkInsOn(Teller &teller, int daysAgo, int count)
{
    QList<CheckIn> some;
    for (int i = 0; i < count; ++i) {
        const Moment felt = teller.during(teller.today().addDays(-daysAgo), 7, 23);
        if (felt.localDate() == teller.today().addDays(-daysAgo)) // else today has not come that far
            some.append(checkInAt(teller, felt, daysAgo));
    }
    std::sort(some.begin(), some.end(),
              [](const CheckIn &left, const CheckIn &right) { return left.felt < right.felt; });
    return some;
}

/// About one and a half a day; none at all in some weeks, as people are.
QList<CheckIn> checkInsOf(Teller &teller)
{
    constexpr int perDay[] = {0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 1, 2};
    QList<CheckIn> all;
    for (int daysAgo = 7 * weeks; daysAgo >= 0; --daysAgo) {
        const int week = daysAgo / 7;
        if (week == 12 || week == 30)
            continue;
        all += checkInsOn(teller, daysAgo, perDay[teller.chance().below(std::size(perDay))]);
    }
    return all;
}

Pause pauseAt(Teller &teller, const Moment &begun)
{
    DemoChance &chance = teller.chance();
    Pause pause;
    pause.record = teller.record(begun);
    pause.starter = chance.below(3) == 0 ? QStringLiteral("silent") : QStringLiteral("sounds");
    const bool stopped = chance.below(5) == 0;
    const qint64 lasted = stopped ? 60'000 + chance.below(200'000) : pause.plannedMs;
    pause.end = {
        {begun.utcMs + lasted, begun.offsetMin}, stopped ? PauseEnd::Stopped : PauseEnd::Finished, lasted};
    pause.record.modifiedUtcMs = pause.end->when.utcMs;
    return pause;
}

/// Before many a session, and now and then of an evening; from the fourth month on.
QList<Pause> pausesOf(Teller &teller, const QList<Session> &sessions)
{
    QList<Pause> all;
    for (const Session &session : sessions) {
        const auto ago = static_cast<int>(session.date.daysTo(teller.today()));
        if (ago <= 0 || ago > 7 * 30)
            continue;
        if (teller.chance().below(3) != 0)
            all.append(pauseAt(teller, teller.at(session.date, QTime(13, 40 + teller.chance().below(12)))));
        if (teller.chance().below(2) == 0 && ago > 4)
            all.append(pauseAt(teller, teller.during(session.date.addDays(3), 21, 23)));
    }
    return all;
}

} // namespace

void DemoChance::fill(std::span<std::byte> bytes)
{
    for (std::byte &byte : bytes)
        byte = static_cast<std::byte>(next() >> 32);
}

/// SplitMix64, by Sebastiano Vigna, in the public domain: the same everywhere,
/// which the distributions of the standard library are not.
quint64 DemoChance::next()
{
    m_state += 0x9e3779b97f4a7c15;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

int DemoChance::below(int limit)
{
    return static_cast<int>(next() % static_cast<quint64>(limit));
}

DemoLife demoLife(const Moment &now, const QByteArray &zone)
{
    Teller teller(now, zone);
    DemoLife life;
    life.sessions = sessionsOf(teller);
    for (const demo::Text &text : demo::cards) {
        const QDate day =
            teller.today().addDays(-7 * text.week - (text.week == 0 ? 0 : teller.chance().below(5)));
        DemoCard card;
        card.card.record = teller.record(teller.during(day, 8, 22));
        card.card.record.isPrivate = text.isPrivate;
        card.card.text = QString::fromUtf8(text.text);
        card.card.kind = text.kind;
        card.card.hardness = text.hardness;
        card.steps = stepsOf(text, card.card.record.created, life.sessions, now);
        life.cards.append(card);
    }
    std::stable_sort(life.cards.begin(), life.cards.end(), [](const DemoCard &left, const DemoCard &right) {
        return left.card.record.created.utcMs < right.card.record.created.utcMs;
    });
    life.notes = notesOf(teller, life.cards, life.sessions);
    life.checkIns = checkInsOf(teller);
    life.pauses = pausesOf(teller, life.sessions);
    return life;
}

QList<CheckIn> demoCheckIns(const Moment &now, const QByteArray &zone, int count)
{
    constexpr int years = 10;
    constexpr int days = 365 * years;
    Teller teller(now, zone);
    QList<CheckIn> all;
    all.reserve(count);
    for (int daysAgo = days; daysAgo > 0; --daysAgo) {
        const auto due = static_cast<int>(qint64{count} * (days - daysAgo + 1) / days);
        all += checkInsOn(teller, daysAgo, due - static_cast<int>(all.size()));
    }
    return all;
}

} // namespace rapport::domain
