// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/CheckInEditor.h"

#include <QCoreApplication>
#include <QLocale>

#include "app/Sentences.h"
#include "core/domain/Text.h"
#include "core/storage/CheckInRepository.h"
#include "core/wording/MoodWording.h"
#include "core/wording/TimeWording.h"

namespace rapport::app {

namespace {

using domain::CheckIn;
using storage::Result;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CheckInEditor)
};

} // namespace

CheckInEditor::CheckInEditor(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
{}

int CheckInEditor::step() const
{
    return domain::moodStep(m_stored.pleasantness);
}

QString CheckInEditor::word() const
{
    return wording::moodWord(step());
}

QString CheckInEditor::when() const
{
    const QLocale locale;
    return Words::tr("%1, %2", "day, time")
        .arg(wording::pastDay(m_stored.felt.localDate(), m_environment.clock.now().localDate(), locale),
             wording::clockTime(m_stored.felt.toDateTime().time(), locale));
}

void CheckInEditor::open(const QString &uid)
{
    flush();
    m_draft.reset();
    m_privateDraft.reset();
    show({});
    const auto id = domain::Uid::fromString(uid);
    if (!id)
        return setState(Gone, sentence(storage::Error{storage::Error::NotFound}));
    m_stored.record.uid = *id;
    setState(Opening);
    auto future = m_environment.database.run<CheckIn>(
        [id = *id](storage::Database &database) { return storage::CheckInRepository(database).find(id); });
    storage::whenDone(this, future, [this, id = *id](const Result<CheckIn> &found) {
        if (m_stored.record.uid != id) // another one was opened meanwhile
            return;
        if (!found)
            return setState(Gone, sentence(found.error()));
        show(*found);
        setState(Editing);
        m_draft =
            std::make_shared<DraftKeeper>(m_environment, QLatin1String("check-in:") + id.toString(), nullptr);
        m_draft->load([this, id](const QString &text) {
            if (m_stored.record.uid != id || text.isEmpty() || changed())
                return;
            m_note = text;
            Q_EMIT noteChanged();
        });
        // Words meant to be private stay so when they are found again.
        m_privateDraft = std::make_shared<DraftKeeper>(
            m_environment, QLatin1String("check-in-private:") + id.toString(), nullptr);
        m_privateDraft->load([this, id](const QString &flag) {
            if (m_stored.record.uid != id || flag.isEmpty() || m_private != m_stored.record.isPrivate)
                return;
            m_private = flag == QLatin1String("1");
            Q_EMIT noteChanged();
        });
    });
}

void CheckInEditor::show(const CheckIn &checkIn)
{
    m_stored = checkIn;
    m_note = checkIn.note;
    m_private = checkIn.record.isPrivate;
    Q_EMIT opened();
    Q_EMIT noteChanged();
}

bool CheckInEditor::changed() const
{
    return m_note != m_stored.note || m_private != m_stored.record.isPrivate;
}

void CheckInEditor::setNote(const QString &note)
{
    if (note == m_note)
        return;
    m_note = note;
    if (m_draft)
        m_draft->changed(note == m_stored.note ? QString() : note);
    if (m_state == Failed)
        setState(Editing);
    Q_EMIT noteChanged();
}

void CheckInEditor::setPrivate(bool isPrivate)
{
    if (isPrivate == m_private)
        return;
    m_private = isPrivate;
    if (m_privateDraft) {
        const bool asStored = isPrivate == m_stored.record.isPrivate;
        m_privateDraft->changed(asStored ? QString() : QString::fromLatin1(isPrivate ? "1" : "0"));
    }
    Q_EMIT noteChanged();
}

void CheckInEditor::save()
{
    if (m_state != Editing && m_state != Failed)
        return;
    const auto text = domain::normalizedText(m_note);
    if (!text && text.error() != domain::TextError::Empty) // an empty note is none
        return setState(Failed, sentence(text.error()));

    setState(Saving);
    CheckIn wanted = m_stored;
    wanted.note = m_note;
    wanted.record.isPrivate = m_private;
    const domain::Moment now = m_environment.clock.now();
    auto future = m_environment.database.run<CheckIn>([wanted, now](storage::Database &database) {
        return storage::CheckInRepository(database).update(wanted, now);
    });
    storage::whenDone(
        this, future,
        [this, sent = wanted, draft = m_draft, flag = m_privateDraft](const Result<CheckIn> &answer) {
            const bool stillOpen = m_stored.record.uid == sent.record.uid;
            if (answer && (!stillOpen || m_note == sent.note))
                draft->forget();
            if (answer)
                flag->forget();
            if (answer)
                Q_EMIT stored(*answer);
            if (!stillOpen)
                return;
            if (!answer) {
                const bool gone = answer.error().kind == storage::Error::NotFound;
                return setState(gone ? Gone : Failed, sentence(answer.error()));
            }
            // What was typed while it was being saved is the next change.
            const QString typed = m_note;
            show(*answer);
            setState(Editing);
            if (typed != sent.note)
                setNote(typed);
            else
                Q_EMIT saved();
        });
}

void CheckInEditor::discard()
{
    if (m_state != Editing && m_state != Failed)
        return;
    m_draft->forget();
    m_privateDraft->forget();
    show(m_stored);
    setState(Editing);
}

void CheckInEditor::flush()
{
    if (m_draft)
        m_draft->flush();
    if (m_privateDraft)
        m_privateDraft->flush();
}

void CheckInEditor::setState(State state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT stateChanged();
}

} // namespace rapport::app
