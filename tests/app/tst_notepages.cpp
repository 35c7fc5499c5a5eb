// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include "app/NotePages.h"
#include "core/wording/NoteWording.h"
#include "tests/app/HeldWorkers.h"

using namespace rapport;
using namespace rapport::app;
using rapport::tests::HeldWorkers;

namespace {

QList<domain::NoteLine> linesOf(const QStringList &topics)
{
    domain::NoteFacts facts;
    facts.writtenOn = QDate(2026, 3, 2);
    for (const QString &text : topics)
        facts.topics.append({std::nullopt, text});
    return wording::noteLines(facts, QLocale());
}

} // namespace

class TestNotePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_pages = std::make_unique<NotePages>(); }
    void cleanup() { m_pages.reset(); }

    void aPageOfTheAskedWidth()
    {
        QCOMPARE(m_pages->status(), NotePages::Empty);
        QCOMPARE(m_pages->count(), 0);
        m_pages->setPixelWidth(640);
        m_pages->show(linesOf({QStringLiteral("a")}));
        QCOMPARE(m_pages->status(), NotePages::Drawing);
        QTRY_COMPARE(m_pages->status(), NotePages::Ready);
        QCOMPARE(m_pages->count(), 1);
        QVERIFY(std::abs(m_pages->image().width() - 640) <= 1);
        QVERIFY(std::abs(m_pages->image().height() - 640 * m_pages->shape()) <= 1.5);
        m_pages->setPixelWidth(1280); // larger, as asked while the first one showed
        QVERIFY(!m_pages->image().isNull());
        QTRY_VERIFY(std::abs(m_pages->image().width() - 1280) <= 1);
    }

    void nothingIsDrawnWithoutAWidth()
    {
        m_pages->show(linesOf({QStringLiteral("a")}));
        QTRY_COMPARE(m_pages->count(), 1);
        QTest::qWait(50);
        QVERIFY(m_pages->image().isNull());
        QCOMPARE(m_pages->marks()->rowCount(), 6); // its lines are there for all that
    }

    void workersDrawAndTheGuiThreadGoesOn()
    {
        m_pages->setPixelWidth(320);
        bool answered = false;
        {
            const HeldWorkers held;
            m_pages->show(linesOf({QStringLiteral("a")}));
            m_pages->makePdf([&answered](const auto &) { answered = true; });
            QTest::qWait(50);
            QCOMPARE(m_pages->status(), NotePages::Drawing);
            QVERIFY(m_pages->image().isNull());
            QVERIFY(!answered);
        }
        QTRY_COMPARE(m_pages->status(), NotePages::Ready);
        QTRY_VERIFY(answered);
    }

    void pagesAreTurned()
    {
        m_pages->setPixelWidth(320);
        m_pages->show(linesOf({QStringLiteral("word ").repeated(900), QStringLiteral("last")}));
        QTRY_COMPARE(m_pages->status(), NotePages::Ready);
        QVERIFY(m_pages->count() > 1);
        QCOMPARE(m_pages->current(), 0);
        const QImage first = m_pages->image();
        m_pages->turn(-1);
        QCOMPARE(m_pages->current(), 0);
        for (int page = 1; page < m_pages->count(); ++page)
            m_pages->turn(1); // faster than they are drawn
        m_pages->turn(1);
        QCOMPARE(m_pages->current(), m_pages->count() - 1);
        QTRY_COMPARE(m_pages->status(), NotePages::Ready);
        QVERIFY(m_pages->image() != first);
        QStringList texts;
        for (int row = 0; row < m_pages->marks()->rowCount(); ++row)
            texts += m_pages->marks()->index(row).data(PageMarks::TextRole).toString();
        QVERIFY(texts.contains(QStringLiteral("What we agreed")));
    }

    void lateAnswersAreDropped()
    {
        m_pages->setPixelWidth(320);
        {
            const HeldWorkers held;
            m_pages->show(linesOf({QStringLiteral("word ").repeated(900)}));
            m_pages->show(linesOf({QStringLiteral("b")}));
        }
        QTRY_COMPARE(m_pages->status(), NotePages::Ready);
        QCOMPARE(m_pages->count(), 1);
        m_pages->clear();
        QTest::qWait(50);
        QCOMPARE(m_pages->status(), NotePages::Empty);
        QVERIFY(m_pages->image().isNull());
        QCOMPARE(m_pages->marks()->rowCount(), 0);
    }

    void theEndWhileDrawing()
    {
        bool answered = false;
        {
            const HeldWorkers held;
            m_pages->setPixelWidth(320);
            m_pages->show(linesOf({QStringLiteral("a")}));
            m_pages->makePdf([&answered](const auto &) { answered = true; });
            m_pages.reset(); // as a lock does
        }
        QTest::qWait(50);
        QVERIFY(!answered);
    }

    void marksTellWhatStandsWhere()
    {
        m_pages->show(linesOf({QStringLiteral("first"), QStringLiteral("second")}));
        QTRY_COMPARE(m_pages->count(), 1);
        const PageMarks &marks = *m_pages->marks();
        QStringList seen;
        qreal below = 0;
        for (int row = 0; row < marks.rowCount(); ++row) {
            const QModelIndex mark = marks.index(row);
            seen += QStringLiteral("%1%2%3")
                        .arg(mark.data(PageMarks::HeadingRole).toBool() ? QStringLiteral("# ") : QString())
                        .arg(mark.data(PageMarks::OwnWordsRole).toBool()
                                 ? QString::number(mark.data(PageMarks::NumberRole).toInt()) + u' '
                                 : QString())
                        .arg(mark.data(PageMarks::TextRole).toString());
            const qreal top = mark.data(PageMarks::TopRole).toReal();
            QVERIFY(top >= below);
            below = top + mark.data(PageMarks::HeightRole).toReal();
            const qreal left = mark.data(PageMarks::LeftRole).toReal();
            QVERIFY(left > 0 && left + mark.data(PageMarks::WidthRole).toReal() < 1);
        }
        QVERIFY(below < 1);
        QCOMPARE(seen,
                 QStringList({QStringLiteral("# For our next session"), QStringLiteral("Written on 2 March"),
                              QStringLiteral("# What I'd like us to get to"), QStringLiteral("1 first"),
                              QStringLiteral("2 second"), QStringLiteral("# What we agreed"),
                              QStringLiteral("Self-reported, not a clinical measurement. Not monitored. "
                                             "Not for emergencies.")}));
    }

private:
    std::unique_ptr<NotePages> m_pages;
};

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    TestNotePages test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_notepages.moc"
