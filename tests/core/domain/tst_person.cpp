// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/domain/Person.h"

using namespace rapport::domain;

class TestPerson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rolesAndTheirIds_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("known");
        QTest::newRow("the therapist") << "therapist" << true;
        QTest::newRow("another case") << "Therapist" << false;
        QTest::newRow("of a later Rapport") << "partner" << false;
        QTest::newRow("none") << "" << false;
    }

    void rolesAndTheirIds()
    {
        QFETCH(QString, id);
        QFETCH(bool, known);
        const auto role = personRoleFromId(id);
        QCOMPARE(role.has_value(), known);
        if (role)
            QCOMPARE(QString(idOf(*role)), id);
    }

    void named_data()
    {
        QTest::addColumn<Person>("person");
        QTest::addColumn<bool>("named");
        Person somebody;
        QTest::newRow("nobody yet") << somebody << false;
        somebody.name = QStringLiteral("Somebody");
        QTest::newRow("a name") << somebody << true;
        somebody = {};
        somebody.contact = QStringLiteral("600 000 000");
        QTest::newRow("a telephone alone") << somebody << true;
        somebody = {};
        somebody.usualWay = ShareWay::Text;
        QTest::newRow("the first of the ways") << somebody << true;
    }

    void named()
    {
        QFETCH(Person, person);
        QFETCH(bool, named);
        QCOMPARE(isNamed(person), named);
    }
};

QTEST_GUILESS_MAIN(TestPerson)
#include "tst_person.moc"
