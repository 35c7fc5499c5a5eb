// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QSignalSpy>
#include <QTest>

#include "app/NextSession.h"
#include "app/Therapist.h"
#include "core/domain/Text.h"
#include "core/storage/PersonRepository.h"
#include "tests/app/OpenVault.h"

using namespace rapport::app;
using namespace rapport::domain;
using namespace rapport::tests;

/// With whom the next session is; stored with its date.
class TestTherapist : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<OpenVault>();
        start();
    }

    void cleanup()
    {
        m_session.reset();
        m_vault.reset();
    }

    void nobodyAtFirst()
    {
        QCOMPARE(therapist()->status(), Therapist::Empty);
        QCOMPARE(therapist()->title(), QStringLiteral("With whom?"));
        QCOMPARE(therapist()->name(), QString());
        QCOMPARE(therapist()->wayIndex(), -1);
        QVERIFY(!therapist()->differs());
    }

    void aDateAloneMakesNobody()
    {
        save();
        QVERIFY(stored().isEmpty());
        QCOMPARE(m_session->session()->person, std::nullopt);
    }

    void keptWithTheDate()
    {
        m_session->edit();
        therapist()->setName(QStringLiteral(" My therapist "));
        therapist()->setContact(QStringLiteral("600 000 000"));
        therapist()->setWayIndex(1);
        save();
        QCOMPARE(stored().size(), 1);
        const Person ana = stored().first();
        QCOMPARE(ana.name, QStringLiteral("My therapist"));
        QCOMPARE(ana.contact, QStringLiteral("600 000 000"));
        QCOMPARE(ana.usualWay, ShareWay::Email);
        QCOMPARE(m_session->session()->person, ana.record.uid);
        QCOMPARE(therapist()->title(), QStringLiteral("With My therapist"));

        start();
        QCOMPARE(therapist()->status(), Therapist::Ready);
        m_session->edit();
        QCOMPARE(therapist()->name(), QStringLiteral("My therapist"));
        QCOMPARE(therapist()->contact(), QStringLiteral("600 000 000"));
        QCOMPARE(therapist()->wayAnswers().value(therapist()->wayIndex()), QStringLiteral("By e-mail"));
        save();
        QCOMPARE(stored().size(), 1);
        QCOMPARE(m_session->session()->person, ana.record.uid);
    }

    void aNameCanBeTakenBack()
    {
        m_session->edit();
        therapist()->setName(QStringLiteral("Ana"));
        therapist()->setWayIndex(0);
        save();
        m_session->edit();
        therapist()->setName(QString());
        therapist()->setWayIndex(-1);
        save();
        QCOMPARE(stored().size(), 1);
        QVERIFY(!isNamed(stored().first()));
        QCOMPARE(therapist()->title(), QStringLiteral("With whom?"));
    }

    void theNextSessionIsWithTheSame()
    {
        m_session->edit();
        m_session->stepWeeks(-1);
        m_session->stepQuarters(-8); // today at noon
        therapist()->setName(QStringLiteral("Ana"));
        saveAsItIs();
        m_vault->clock.set(QDate(2026, 3, 2), QTime(13, 0));
        m_session->refresh();
        save();
        QCOMPARE(m_session->next()->person, stored().first().record.uid);
        QCOMPARE(stored().size(), 1);
    }

    void whatIsNotSetIsForgotten()
    {
        m_session->edit();
        therapist()->setName(QStringLiteral("Ana"));
        m_session->edit(); // left, and come again
        QCOMPARE(therapist()->name(), QString());
        QVERIFY(!therapist()->differs());
    }

    void textsThatCannotBeKept_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("NUL") << QStringLiteral("A") + QChar(u'\0');
        QTest::newRow("too long") << QString(maxCodePoints + 1, u'a');
    }

    void textsThatCannotBeKept()
    {
        QFETCH(QString, text);
        QSignalSpy saved(m_session.get(), &NextSession::saved);
        m_session->edit();
        therapist()->setContact(text);
        m_session->save();
        m_vault->settle();
        QVERIFY(saved.isEmpty());
        QVERIFY(!m_session->problem().isEmpty());
        QCOMPARE(therapist()->contact(), text);
        QVERIFY(!m_session->nextKnown());
    }

    void afterAFailureItIsThereStill()
    {
        m_session->edit();
        therapist()->setName(QStringLiteral("Ana"));
        m_vault->close();
        m_session->save();
        QTRY_VERIFY(!m_session->problem().isEmpty());
        QCOMPARE(therapist()->name(), QStringLiteral("Ana"));
        m_vault->open();
        saveAsItIs();
        QCOMPARE(stored().size(), 1);
    }

    void aVaultThatDoesNotAnswer()
    {
        m_vault->close();
        start();
        QTRY_COMPARE(therapist()->status(), Therapist::Failed);
    }

private:
    Therapist *therapist() { return m_session->therapist(); }

    void start()
    {
        m_session = std::make_unique<NextSession>(m_vault->environment, nullptr);
        m_vault->settle();
    }

    void save()
    {
        if (m_session->editDay().isEmpty() || !therapist()->differs())
            m_session->edit();
        saveAsItIs();
    }

    void saveAsItIs()
    {
        QSignalSpy saved(m_session.get(), &NextSession::saved);
        m_session->save();
        QTRY_COMPARE(saved.size(), 1);
        m_vault->settle();
        QCOMPARE(m_session->problem(), QString());
    }

    QList<Person> stored()
    {
        return m_vault
            ->ask<QList<Person>>([](rapport::storage::Database &db) {
                return rapport::storage::PersonRepository(db).all(PersonRole::Therapist);
            })
            .value();
    }

    std::unique_ptr<OpenVault> m_vault;
    std::unique_ptr<NextSession> m_session;
};

QTEST_GUILESS_MAIN(TestTherapist)
#include "tst_therapist.moc"
