// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Therapist.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>

#include "app/Sentences.h"
#include "core/domain/Text.h"
#include "core/storage/PersonRepository.h"

namespace rapport::app {

namespace {

using domain::Person;
using domain::ShareWay;
using storage::Result;

/// The ways in which a note usually goes, as they are offered.
constexpr std::array usualWays{ShareWay::Shown, ShareWay::Email, ShareWay::Clipboard, ShareWay::Print};

} // namespace

Therapist::Therapist(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
{
    load();
}

void Therapist::load()
{
    auto future = m_environment.database.run<QList<Person>>([](storage::Database &database) {
        return storage::PersonRepository(database).all(domain::PersonRole::Therapist);
    });
    storage::whenDone(this, future, [this](const Result<QList<Person>> &people) {
        if (!people)
            return settle(Failed);
        m_people = *people;
        const bool untouched = !differs();
        m_stored = m_people.isEmpty() ? Person{} : m_people.first();
        if (untouched)
            m_edited = m_stored;
        settle(m_people.isEmpty() ? Empty : Ready);
        Q_EMIT edited();
    });
}

QString Therapist::title() const
{
    return m_stored.name.isEmpty() ? tr("With whom?") : tr("With %1").arg(m_stored.name);
}

void Therapist::setName(const QString &name)
{
    if (name == m_edited.name)
        return;
    m_edited.name = name;
    Q_EMIT edited();
}

void Therapist::setContact(const QString &contact)
{
    if (contact == m_edited.contact)
        return;
    m_edited.contact = contact;
    Q_EMIT edited();
}

QStringList Therapist::wayAnswers() const
{
    QStringList answers;
    for (const ShareWay way : usualWays)
        answers.append(words(way));
    return answers;
}

int Therapist::wayIndex() const
{
    const auto *const found = std::find(usualWays.begin(), usualWays.end(), m_edited.usualWay);
    return found == usualWays.end() ? -1 : static_cast<int>(found - usualWays.begin());
}

void Therapist::setWayIndex(int index)
{
    if (index == wayIndex())
        return;
    const bool given = index >= 0 && index < static_cast<int>(usualWays.size());
    m_edited.usualWay = given ? std::optional(usualWays.at(static_cast<size_t>(index))) : std::nullopt;
    Q_EMIT edited();
}

void Therapist::edit(const std::optional<domain::Uid> &person)
{
    const auto found = std::find_if(m_people.begin(), m_people.end(),
                                    [&](const Person &one) { return one.record.uid == person; });
    if (found != m_people.end())
        m_stored = *found;
    m_edited = m_stored;
    Q_EMIT changed();
    Q_EMIT edited();
}

QString Therapist::textProblem() const
{
    for (const QString &text : {m_edited.name, m_edited.contact}) {
        const auto kept = domain::normalizedText(text);
        if (!kept && kept.error() != domain::TextError::Empty)
            return sentence(kept.error());
    }
    return {};
}

Person Therapist::toStore()
{
    const domain::Moment now = m_environment.clock.now();
    if (m_edited.record.uid.isNull()) {
        m_edited.record.uid = domain::Uid::create(now.utcMs, m_environment.random);
        m_edited.record.created = now;
    }
    m_edited.record.modifiedUtcMs = now.utcMs;
    return m_edited;
}

void Therapist::take(const Person &now)
{
    const auto found = std::find_if(m_people.begin(), m_people.end(),
                                    [&](const Person &one) { return one.record.uid == now.record.uid; });
    if (found == m_people.end())
        m_people.append(now);
    else
        *found = now;
    m_stored = now;
    m_edited = now;
    settle(Ready);
    Q_EMIT edited();
}

void Therapist::settle(Status status)
{
    m_status = status;
    Q_EMIT changed();
}

} // namespace rapport::app
