// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QAbstractItemModelTester>
#include <QTest>

#include "app/Cards.h"
#include "app/NextSession.h"
#include "app/NoteHandover.h"
#include "app/NoteMaker.h"
#include "core/storage/CheckInRepository.h"
#include "core/storage/NoteRepository.h"
#include "core/storage/SessionRepository.h"
#include "tests/app/OpenVault.h"

namespace rapport::tests {

using namespace rapport::app;
using namespace rapport::domain;

/// What the tests of notes share: a vault, the models from the cards to the
/// handing-over, and short words for what a person does with them.
class NoteFixture : public QObject
{
protected:
    void begin()
    {
        m_vault = std::make_unique<OpenVault>();
        m_sharer = std::make_unique<FakeSharer>();
    }

    void end()
    {
        m_testers.clear();
        m_maker.reset();
        m_handover.reset();
        m_session.reset();
        m_cards.reset();
        m_vault.reset();
        m_sharer.reset();
    }

    /// As after a start of the app.
    void start()
    {
        m_testers.clear();
        m_maker.reset();
        m_handover.reset();
        m_cards = std::make_unique<Cards>(m_vault->environment, nullptr);
        m_session = std::make_unique<NextSession>(m_vault->environment, nullptr);
        m_handover = std::make_unique<NoteHandover>(m_vault->environment, *m_sharer, nullptr);
        m_maker =
            std::make_unique<NoteMaker>(m_vault->environment, *m_cards, *m_session, *m_handover, nullptr);
        for (QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(m_maker.get()),
                                          static_cast<QAbstractItemModel *>(m_handover->lines()),
                                          static_cast<QAbstractItemModel *>(m_handover->pages()->marks())})
            m_testers.push_back(std::make_unique<QAbstractItemModelTester>(
                model, QAbstractItemModelTester::FailureReportingMode::QtTest));
        m_vault->settle();
        QVERIFY(m_cards->status() != Cards::Loading);
        m_maker->begin();
        m_vault->settle();
    }

    /// A session three days ago, and two moods: one since, one before it.
    void storeMoods()
    {
        const Moment now = m_vault->clock.now();
        Session session;
        session.record.uid = Uid::create(now.utcMs, m_vault->chance);
        session.record.created = now;
        session.date = now.localDate().addDays(-3);
        session.time = QTime(14, 0);
        QVERIFY(m_vault->ask<Session>(
            [session](storage::Database &db) { return storage::SessionRepository(db).save(session); }));
        for (int daysAgo : {1, 5}) {
            CheckIn checkIn;
            checkIn.record.uid = Uid::create(now.utcMs, m_vault->chance);
            checkIn.record.created = now;
            checkIn.felt = {now.utcMs - daysAgo * 86'400'000LL, now.offsetMin};
            checkIn.pleasantness = pleasantnessOf(1);
            QVERIFY(m_vault->ask<CheckIn>(
                [checkIn](storage::Database &db) { return storage::CheckInRepository(db).add(checkIn); }));
        }
    }

    void preview(const char *text)
    {
        m_vault->store(QString::fromLatin1(text));
        start();
        tick(text);
        m_maker->preview();
        QCOMPARE(m_handover->state(), NoteHandover::Previewing);
    }

    void handOver(ShareWay way)
    {
        if (way == ShareWay::Clipboard)
            m_handover->copyText();
        else if (way == ShareWay::Text)
            m_handover->saveText();
        else if (way == ShareWay::Pdf)
            m_handover->savePdf();
        else
            m_handover->sendEmail();
    }

    Card storePrivate(const char *text, CardState state)
    {
        Card card = m_vault->card(QString::fromLatin1(text));
        card.state = state;
        card.record.isPrivate = true;
        return m_vault->store(card);
    }

    void storeSession(QDate day)
    {
        Session session;
        session.record = m_vault->card(QString()).record;
        session.date = day;
        session.time = QTime(10, 0);
        session.zone = m_vault->clock.zone();
        QVERIFY(m_vault->ask<Session>(
            [session](storage::Database &db) { return storage::SessionRepository(db).save(session); }));
    }

    QString uidOf(const QString &text) const
    {
        for (const Card &card : m_cards->list()) {
            if (card.text == text)
                return card.record.uid.toString();
        }
        return {};
    }
    QString uidOf(const char *text) const { return uidOf(QString::fromLatin1(text)); }

    void tick(const char *texts)
    {
        for (const QString &text : QString::fromLatin1(texts).split(u' '))
            m_maker->setTicked(uidOf(text), true);
    }

    QString rows(const std::function<bool(const QModelIndex &)> &wanted) const
    {
        QStringList texts;
        for (int row = 0; row < m_maker->rowCount(); ++row) {
            if (wanted(m_maker->index(row)))
                texts += m_maker->index(row).data(NoteMaker::TextRole).toString();
        }
        return texts.join(u' ');
    }
    QString offered() const
    {
        return rows([](const QModelIndex &) { return true; });
    }
    QString ticked() const
    {
        return rows([](const QModelIndex &row) { return row.data(NoteMaker::TickedRole).toBool(); });
    }

    QList<NoteLine> shownLines() const
    {
        QList<NoteLine> shown;
        const NoteLines &lines = *m_handover->lines();
        for (int row = 0; row < lines.rowCount(); ++row) {
            const QModelIndex line = lines.index(row);
            shown.append({static_cast<NoteSection>(line.data(NoteLines::SectionRole).toInt()),
                          line.data(NoteLines::HeadingRole).toString(),
                          line.data(NoteLines::TextRole).toString(),
                          {},
                          line.data(NoteLines::OwnWordsRole).toBool()});
        }
        return shown;
    }

    QString topics() const
    {
        QStringList texts;
        for (const NoteLine &line : shownLines()) {
            if (line.section == NoteSection::Topic)
                texts += line.text;
        }
        return texts.join(u' ');
    }

    static QList<NoteLine> withoutSources(QList<NoteLine> lines)
    {
        for (NoteLine &line : lines)
            line.source.reset();
        return lines;
    }

    /// Every line's words in their order, one after the other.
    static QString plainOf(const QList<NoteLine> &lines)
    {
        QStringList words;
        int topic = 0;
        for (const NoteLine &line : lines) {
            words += line.heading;
            if (line.section == NoteSection::Topic)
                words += QString::number(++topic) + u'.';
            words += line.text;
        }
        return words.join(u' ').simplified();
    }
    static QString withoutRules(QString text) { return text.remove(u'_').simplified(); }

    QList<Note> storedNotes()
    {
        return m_vault
            ->ask<QList<Note>>([](storage::Database &db) { return storage::NoteRepository(db).all(); })
            .value();
    }
    QList<Share> sharesOf(const Note &note)
    {
        return m_vault
            ->ask<QList<Share>>([uid = note.record.uid](storage::Database &db) {
                return storage::NoteRepository(db).shares(uid);
            })
            .value();
    }
    qsizetype ledgerSize()
    {
        qsizetype size = 0;
        for (const Note &note : storedNotes())
            size += sharesOf(note).size();
        return size;
    }

    std::unique_ptr<OpenVault> m_vault;
    std::unique_ptr<FakeSharer> m_sharer;
    std::unique_ptr<Cards> m_cards;
    std::unique_ptr<NextSession> m_session;
    std::unique_ptr<NoteHandover> m_handover;
    std::unique_ptr<NoteMaker> m_maker;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> m_testers;
};

} // namespace rapport::tests
