// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QTest>

#include "core/storage/DraftRepository.h"
#include "core/vault/HeldTexts.h"
#include "core/vault/Rekey.h"
#include "tests/core/vault/Place.h"

using namespace rapport::vault;
using namespace rapport::vault::test;

namespace {
const QString place = QStringLiteral("write-down");
const QString text = QStringLiteral("what I was just saying, höflich");

QString draftIn(rapport::storage::Database &database)
{
    return rapport::storage::DraftRepository(database).text(place).value_or(QStringLiteral("?"));
}
} // namespace

class HeldTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overALock()
    {
        Place vault;
        const auto keys = vault.createByKeychain();
        HeldTexts held(vault.random);
        held.hold(place, text, 1);
        QCOMPARE(held.count(), 0); // no vault is open

        held.open(*keys);
        held.hold(place, QStringLiteral("older"), 1);
        held.hold(place, text, 2);
        held.close();
        QCOMPARE(held.count(), 1);
        const auto database = vault.openByKek();
        held.giveBack(**database); // locked: it cannot be read
        QCOMPARE(held.count(), 1);
        QCOMPARE(draftIn(**database), QString());

        held.open(*keys);
        held.giveBack(**database);
        QCOMPARE(held.count(), 0);
        QCOMPARE(draftIn(**database), text);
    }

    void overANewKey()
    {
        Place vault;
        const auto before = vault.createByKeychain();
        HeldTexts held(vault.random);
        held.open(*before);
        held.hold(place, text, 1);
        held.close();
        auto keys = unlock(*vault.disk, vault.layout, byKek(vault.founding.kek));
        const std::array protectors{byKek(vault.founding.kek)};
        const auto rekeyed = rekey(*vault.disk, vault.layout, vault.random, std::move(*keys), protectors);
        QVERIFY(!rekeyed.error);
        held.rekey(*before, rekeyed.keys);
        const auto database = vault.openByKek();
        held.giveBack(**database); // the vault is closed, as far as it knows
        QCOMPARE(held.count(), 1);
        held.open(rekeyed.keys);
        held.giveBack(**database);
        QCOMPARE(held.count(), 0);
        QCOMPARE(draftIn(**database), text);
    }

    void whatWasForgottenStaysForgotten()
    {
        Place vault;
        const auto keys = vault.createByKeychain();
        const auto database = vault.openByKek();
        QVERIFY(rapport::storage::DraftRepository(**database).save(place, text, 1));
        HeldTexts held(vault.random);
        held.open(*keys);
        held.hold(place, QString(), 2);
        held.giveBack(**database);
        QCOMPARE(held.count(), 0);
        QCOMPARE(draftIn(**database), QString());
    }

    void anotherVaultDoesNotReadThem()
    {
        Place one;
        Place other;
        const auto keys = one.createByKeychain();
        HeldTexts held(one.random);
        held.open(*keys);
        held.hold(place, text, 1);
        SeededRandom differently(5);
        const auto id = *rapport::domain::Uid::fromBytes(QByteArray(16, 'o'));
        const auto others = create(*other.disk, other.layout, differently, id, byKek(other.founding.kek));
        held.open(*others);
        const auto database = other.openByKek();
        held.giveBack(**database);
        QCOMPARE(draftIn(**database), QString());
        QCOMPARE(held.count(), 0); // it would be held for ever
    }

    void staysHeldUntilThereIsRoom()
    {
        Place vault;
        const auto keys = vault.createByKeychain();
        HeldTexts held(vault.random);
        held.open(*keys);
        held.hold(place, text, 1);
        {
            const auto readOnly = rapport::storage::Database::open(
                vault.layout.database(), keys->raw.front().bytes().first<48>(),
                rapport::storage::Database::Mode::ReadOnly);
            held.giveBack(**readOnly);
        }
        QCOMPARE(held.count(), 1);
        held.drop(place);
        QCOMPARE(held.count(), 0);
    }
};

QTEST_GUILESS_MAIN(HeldTextsTest)
#include "tst_heldtexts.moc"
