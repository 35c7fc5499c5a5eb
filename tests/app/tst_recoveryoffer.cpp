// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QSignalSpy>
#include <QTest>

#include "app/Cards.h"
#include "app/RecoveryOffer.h"
#include "app/WriteDown.h"
#include "tests/app/OpenVault.h"

using namespace rapport::app;
using rapport::tests::OpenVault;

class TestRecoveryOffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheThirdThingKept()
    {
        OpenVault vault;
        RecoveryOffer offer(vault.environment, false);
        for (int kept = 1; kept <= 3; ++kept) {
            keep(vault);
            offer.look();
            vault.settle();
            QCOMPARE(offer.isOffered(), kept == 3);
        }
    }

    void notYetIsRemembered()
    {
        OpenVault vault;
        for (int i = 0; i < 3; ++i)
            keep(vault);
        {
            RecoveryOffer offer(vault.environment, false);
            vault.settle();
            QVERIFY(offer.isOffered());
            offer.notYet();
            QVERIFY(!offer.isOffered());
            offer.look();
            vault.settle();
            QVERIFY(!offer.isOffered());
        }
        RecoveryOffer later(vault.environment, false);
        vault.settle();
        QVERIFY(!later.isOffered());
    }

    void whoHasOneIsNotAsked()
    {
        OpenVault vault;
        for (int i = 0; i < 3; ++i)
            keep(vault);
        RecoveryOffer offer(vault.environment, true);
        vault.settle();
        QVERIFY(!offer.isOffered());
        RecoveryOffer without(vault.environment, false);
        vault.settle();
        QVERIFY(without.isOffered());
        without.setHasCode(true);
        QVERIFY(!without.isOffered());
    }

private:
    static void keep(OpenVault &vault)
    {
        Cards cards(vault.environment, nullptr);
        WriteDown line(vault.environment, cards, nullptr);
        vault.settle();
        line.keepText(QStringLiteral("I need you to ask me"));
        vault.settle();
    }
};

QTEST_GUILESS_MAIN(TestRecoveryOffer)
#include "tst_recoveryoffer.moc"
