// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/NoteHandover.h"

#include <QCoreApplication>
#include <QLocale>

#include "app/Sentences.h"
#include "core/storage/DraftRepository.h"
#include "core/storage/NoteRepository.h"
#include "core/wording/NoteWording.h"

namespace rapport::app {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(NoteHandover)
};

using domain::ShareWay;
using domain::Uid;
using platform::Sharer;
using storage::Result;

const QString firstTimeSetting = QStringLiteral("note.first-time-read");

} // namespace

NoteHandover::NoteHandover(const Environment &environment, Sharer &sharer, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_sharer(sharer)
{
    for (QObject *object : std::initializer_list<QObject *>{&m_lines, &m_pages})
        QQmlEngine::setObjectOwnership(object, QQmlEngine::CppOwnership);
    auto future = m_environment.database.run<QString>([](storage::Database &database) {
        return storage::SettingRepository(database).value(firstTimeSetting);
    });
    storage::whenDone(this, future, [this](const Result<QString> &value) {
        m_firstTime = value.value_or(QString()).isEmpty();
        Q_EMIT firstTimeChanged();
    });
}

void NoteHandover::show(const domain::Note &note)
{
    m_note = note;
    m_stored = false;
    m_text = wording::noteText(note.lines, QLocale());
    m_lines.show(note.lines);
    m_pages.show(note.lines);
    setState(Previewing);
    Q_EMIT noteChanged();
}

void NoteHandover::clear()
{
    m_note = {};
    m_stored = false;
    m_text.clear();
    m_lines.show({});
    m_pages.clear();
    setState(Nothing);
    Q_EMIT noteChanged();
}

void NoteHandover::copyText()
{
    handOver(ShareWay::Clipboard, [this](const QString &text, const Sharer::Answer &answer) {
        m_sharer.copyText(text, this, answer);
    });
}

void NoteHandover::saveText()
{
    handOver(ShareWay::Text, [this, name = fileName(QStringLiteral(".txt"))](const QString &text,
                                                                             const Sharer::Answer &answer) {
        m_sharer.saveFile(name, text.toUtf8(), nullptr, this, answer);
    });
}

void NoteHandover::savePdf()
{
    handOverPdf(ShareWay::Pdf, [this, name = fileName(QStringLiteral(".pdf"))](
                                   const QByteArray &pdf, const QString &, const Sharer::Answer &answer) {
        m_sharer.saveFile(name, pdf, nullptr, this, answer);
    });
}

void NoteHandover::sendEmail()
{
    // The subject is read in inboxes and notifications, by anyone.
    handOverPdf(
        ShareWay::Email, [this, name = fileName(QStringLiteral(".pdf"))](
                             const QByteArray &pdf, const QString &text, const Sharer::Answer &answer) {
            m_sharer.composeEmail(Words::tr("Appointment"), text, {{name, pdf}}, nullptr, this, answer);
        });
}

/// False while a note is on its way already, or when there is none.
bool NoteHandover::begin()
{
    if (m_state == Nothing || m_state == HandingOver)
        return false;
    setState(HandingOver);
    return true;
}

void NoteHandover::handOver(ShareWay way, const Hand &hand)
{
    if (begin())
        writeDown(way, hand);
}

/// The PDF is made first: what cannot be made is not written into the ledger.
void NoteHandover::handOverPdf(ShareWay way, const HandPdf &hand)
{
    if (!begin())
        return;
    m_pages.makePdf([this, way, hand, note = m_note.record.uid](const paper::Result<QByteArray> &pdf) {
        if (!isOnItsWay(note))
            return; // another one was begun meanwhile
        if (!pdf)
            return setState(Failed, Words::tr("The page could not be made, and nothing left this device. "
                                              "Your note is unchanged. Copying it works without a page."));
        writeDown(way, [hand, pdf = *pdf](const QString &text, const Sharer::Answer &answer) {
            hand(pdf, text, answer);
        });
    });
}

void NoteHandover::writeDown(ShareWay way, const Hand &hand)
{
    const domain::Moment now = m_environment.clock.now();
    domain::Share share;
    share.record.uid = Uid::create(now.utcMs, m_environment.random);
    share.record.created = now;
    share.record.modifiedUtcMs = now.utcMs;
    share.note = m_note.record.uid;
    share.way = way;
    share.content = m_text;

    auto future = m_environment.database.run<void>(
        [note = m_note, share, stored = m_stored](storage::Database &database) -> Result<void> {
            storage::NoteRepository notes(database);
            return stored ? notes.addShare(share) : notes.add(note, share);
        });
    const bool first = !m_stored;
    // A dialog may stay open while the person begins another note: what leaves
    // is what was written down, and the answer concerns its own note only.
    storage::whenDone(this, future, [this, way, hand, share, first](const Result<void> &written) {
        if (!written) {
            if (isOnItsWay(share.note))
                setState(Failed, sentence(written.error()));
            return;
        }
        if (m_note.record.uid == share.note)
            m_stored = true;
        hand(share.content,
             [this, way, uid = share.record.uid, note = share.note, first](Sharer::Result result) {
                 if (result != Sharer::Result::Done) {
                     takeBack(uid);
                     if (m_note.record.uid == note)
                         m_stored = !first;
                 }
                 if (isOnItsWay(note))
                     answered(way, result);
             });
    });
}

void NoteHandover::answered(ShareWay way, Sharer::Result result)
{
    switch (result) {
    case Sharer::Result::Done:
        if (way == ShareWay::Clipboard)
            return setState(
                HandedOver,
                Words::tr(
                    "Copied. Paste it where you want it; in a minute it is cleared from the clipboard."));
        if (way == ShareWay::Email)
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
void NoteHandover::takeBack(const Uid &share)
{
    m_environment.database.run<void>(
        [share](storage::Database &database) { return storage::NoteRepository(database).withdraw(share); });
}

void NoteHandover::confirmFirstTime()
{
    m_firstTime = false;
    Q_EMIT firstTimeChanged();
    m_environment.database.run<void>([](storage::Database &database) {
        return storage::SettingRepository(database).save(firstTimeSetting, QStringLiteral("yes"));
    });
}

bool NoteHandover::isOnItsWay(const Uid &note) const
{
    return m_state == HandingOver && m_note.record.uid == note;
}

QString NoteHandover::fileName(const QString &ending) const
{
    return wording::noteFileStem(m_note.record.created.localDate()) + ending;
}

void NoteHandover::setState(State state, const QString &message)
{
    if (state == m_state && message == m_message)
        return;
    m_state = state;
    m_message = message;
    Q_EMIT stateChanged();
}

} // namespace rapport::app
