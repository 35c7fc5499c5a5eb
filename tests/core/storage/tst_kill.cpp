// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <random>

#include <QProcess>

#include "core/storage/CardRepository.h"
#include "tests/core/storage/StorageFixture.h"

using namespace rapport::domain;
using namespace rapport::storage;
using namespace rapport::tests;

/// A writer is killed at any moment; what it had answered for must be there.
class TestKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost()
    {
        const int rounds = qEnvironmentVariableIntValue("RAPPORT_KILL_ROUNDS") > 0
                               ? qEnvironmentVariableIntValue("RAPPORT_KILL_ROUNDS")
                               : 50;
        const Vault vault;
        QVERIFY(vault.open());
        std::mt19937 chance(std::random_device{}());
        int acknowledged = 0;
        int journalsFound = 0;
        for (int round = 0; round < rounds; ++round) {
            const QByteArrayList acks = writeAndKill(vault.path(), 5 + static_cast<int>(chance() % 146));
            acknowledged += static_cast<int>(acks.size());
            journalsFound += vault.files().size() > 1 ? 1 : 0;
            const auto database = vault.open();
            QVERIFY2(database, "the vault does not open any more");
            QVERIFY(database->verify());
            checkAll(*database, acks);
        }
        qInfo("%d rounds, %d saves answered for, %d kills left a journal; lost 0, unopenable 0", rounds,
              acknowledged, journalsFound);
        QVERIFY2(acknowledged >= rounds, "the writer hardly wrote anything, so this proves nothing");
    }

private:
    /// The writer's lines up to the moment of its death. It is given the time
    /// to open the vault first, or it would mostly die before it writes.
    static QByteArrayList writeAndKill(const QString &path, int afterMs)
    {
        QProcess writer;
        writer.start(QStringLiteral(RAPPORT_CARD_WRITER), {path});
        if (!writer.waitForStarted() || !writer.waitForReadyRead(10'000))
            return {};
        QTest::qSleep(afterMs);
        writer.kill();
        writer.waitForFinished();
        QByteArrayList lines = writer.readAllStandardOutput().split('\n');
        lines.removeLast(); // empty, or cut in its middle
        return lines;
    }

    static void checkAll(Database &database, const QByteArrayList &acks)
    {
        const CardRepository cards(database);
        for (const QByteArray &ack : acks) {
            const QByteArrayList words = ack.split(' ');
            const auto uid = Uid::fromString(QString::fromLatin1(words.value(1)));
            QVERIFY(uid);
            const auto card = cards.find(*uid);
            QVERIFY2(card, ack.constData());
            if (words.first() == "edited") {
                QVERIFY2(card->text.startsWith(QStringLiteral("edited")), ack.constData());
                QCOMPARE(cards.history(*uid)->size(), 1);
            }
        }
        // history and index agree with the cards, also for what was not answered for
        QCOMPARE(ask(database, QStringLiteral("SELECT count(*) FROM card")),
                 ask(database, QStringLiteral("SELECT count(*) FROM search_text JOIN card ON owner = card.id "
                                              "AND body = text")));
        QCOMPARE(ask(database, QStringLiteral("SELECT count(*) FROM card WHERE text LIKE 'edited%'")),
                 ask(database, QStringLiteral("SELECT count(*) FROM card_change")));
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
