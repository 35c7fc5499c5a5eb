// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/domain/Text.h"
#include "core/storage/PersonRepository.h"
#include "core/storage/SessionRepository.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::domain;
using namespace rapport::storage;
using namespace rapport::tests;

class TestPersonRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<Vault>();
        m_database = m_vault->open();
        QVERIFY(m_database);
    }

    void cleanup()
    {
        m_database.reset();
        m_vault.reset();
    }

    void savedAndChanged()
    {
        PersonRepository people(*m_database);
        Person person = somebody("Somebody");
        QCOMPARE(people.save(person).value(), person);
        person.name = QStringLiteral("My therapist");
        person.contact = QStringLiteral("600 000 000, evenings");
        person.usualWay = ShareWay::Text; // stored as 0, which is not none
        person.record.modifiedUtcMs += 5;
        QCOMPARE(people.save(person).value(), person);
        QCOMPARE(people.all(PersonRole::Therapist).value(), QList<Person>{person});
        QCOMPARE(ask(*m_database, QStringLiteral("SELECT role FROM person")).toString(),
                 QStringLiteral("therapist"));
    }

    void texts_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<bool>("taken");
        QTest::newRow("none") << ""
                              << "" << true;
        QTest::newRow("nothing but space") << " \n "
                                           << "" << true;
        QTest::newRow("space around") << "  Ana "
                                      << "Ana" << true;
        QTest::newRow("composed") << QString::fromUtf8("Jose\u0301") << QString::fromUtf8("Jos\u00e9")
                                  << true;
        QTest::newRow("NUL") << QStringLiteral("A") + QChar(u'\0') << "" << false;
        QTest::newRow("too long") << QString(maxCodePoints + 1, u'a') << "" << false;
    }

    void texts()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        QFETCH(bool, taken);
        PersonRepository people(*m_database);
        for (QString Person::*field : {&Person::name, &Person::contact}) {
            Person person = somebody("");
            person.*field = typed;
            const auto saved = people.save(person);
            QCOMPARE(saved.has_value(), taken);
            if (taken)
                QCOMPARE((*saved).*field, stored);
            else
                QCOMPARE(saved.error().kind, Error::Refused);
        }
    }

    void theFirstMetComesFirst()
    {
        PersonRepository people(*m_database);
        const Person first = somebody("first");
        const Person second = somebody("second");
        QVERIFY(people.save(first));
        QVERIFY(people.save(second));
        QVERIFY(people.save(first));
        QCOMPARE(people.all(PersonRole::Therapist).value(), (QList<Person>{first, second}));
        QCOMPARE(tryRun(*m_database, QStringLiteral("UPDATE person SET role = 'friend' WHERE id = 1")),
                 QString());
        QCOMPARE(people.all(PersonRole::Therapist).value(), QList<Person>{second});
    }

    void aWayOfALaterRapportIsNone()
    {
        PersonRepository people(*m_database);
        QVERIFY(people.save(somebody("Ana")));
        QCOMPARE(tryRun(*m_database, QStringLiteral("UPDATE person SET usual_way = 99")), QString());
        QCOMPARE(people.all(PersonRole::Therapist)->first().usualWay, std::nullopt);
    }

    void removedAndBack()
    {
        PersonRepository people(*m_database);
        const Person person = somebody("Ana");
        QVERIFY(people.save(person));
        QVERIFY(people.remove(person.record.uid, momentAt(0)));
        QCOMPARE(people.remove(person.record.uid, momentAt(0)).error().kind, Error::NotFound);
        QVERIFY(people.all(PersonRole::Therapist)->isEmpty());
        QVERIFY(people.save(person));
        QCOMPARE(people.all(PersonRole::Therapist)->size(), 1);
        QCOMPARE(people.purge(momentAt(1).utcMs).value(), 0);
        QVERIFY(people.remove(person.record.uid, momentAt(0)));
        QCOMPARE(people.purge(momentAt(1).utcMs).value(), 1);
    }

    void aSessionNamesWhomItIsWith()
    {
        PersonRepository people(*m_database);
        SessionRepository sessions(*m_database);
        const Person person = somebody("Ana");
        Session session;
        session.record.uid = m_vault->newUid();
        session.record.created = momentAt(-10);
        session.date = QDate(2026, 3, 5);
        session.time = QTime(10, 30);
        session.zone = "Europe/Madrid";
        session.person = person.record.uid;
        QCOMPARE(sessions.save(session).error().kind, Error::NotFound);

        QVERIFY(people.save(person));
        QCOMPARE(sessions.save(session).value(), session);
        QCOMPARE(sessions.current(momentAt(0)).value(), std::optional(session));

        QVERIFY(people.remove(person.record.uid, momentAt(0)));
        QCOMPARE(sessions.current(momentAt(0)).value()->person, std::nullopt);
        QVERIFY(people.save(person));
        QCOMPARE(sessions.current(momentAt(0)).value()->person, session.person);

        session.person.reset();
        QCOMPARE(sessions.save(session).value(), session);
        session.person = person.record.uid;
        QVERIFY(sessions.save(session));
        QVERIFY(people.remove(person.record.uid, momentAt(0)));
        QVERIFY(people.purge(momentAt(1).utcMs));
        QCOMPARE(sessions.current(momentAt(0)).value()->person, std::nullopt);
    }

private:
    Person somebody(const char *name)
    {
        Person person;
        person.record.uid = m_vault->newUid();
        person.record.created = momentAt(-1000);
        person.record.modifiedUtcMs = person.record.created.utcMs;
        person.name = QString::fromLatin1(name);
        return person;
    }

    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestPersonRepository)
#include "tst_personrepository.moc"
