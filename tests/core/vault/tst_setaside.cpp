// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <functional>

#include <QTest>

#include "tests/core/vault/BackupPlace.h"

using namespace rapport::vault;
using namespace rapport::vault::test;

namespace {

using Change = std::function<void(const Layout &)>;

qint64 nowMs()
{
    return FixedClock().now().utcMs;
}

class ClockAt final : public rapport::domain::Clock
{
public:
    explicit ClockAt(qint64 utcMs)
        : m_utcMs(utcMs)
    {}
    rapport::domain::Moment now() const override { return {m_utcMs, 0}; }
    QByteArray zone() const override { return "UTC"; }

private:
    qint64 m_utcMs;
};

} // namespace

Q_DECLARE_METATYPE(Change)

class SetAsideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startAfterAKill_data();
    void startAfterAKill();
    void keptThirtyDays();

private:
    Source m_source;
};

void SetAsideTest::startAfterAKill_data()
{
    QTest::addColumn<Change>(
        "change"); // of a root whose vault.new/ is whole and marked, and whose vault/ is old
    QTest::addColumn<int>("aside");
    QTest::newRow("marked") << Change([](const Layout &) {}) << 1;
    QTest::newRow("exchanged") << Change([](const Layout &at) {
        QDir().rename(at.vault(), at.root() + QLatin1String("/x"));
        QDir().rename(at.newVault(), at.vault());
        QDir().rename(at.root() + QLatin1String("/x"), at.newVault());
    }) << 1;
    QTest::newRow("between two renames") << Change([](const Layout &at) {
        QDir().rename(at.vault(), at.root() + QLatin1String("/vault.old-20260921T141320Z"));
    }) << 1;
    QTest::newRow("named, mark left") << Change([](const Layout &at) {
        QDir().rename(at.vault(), at.root() + QLatin1String("/vault.old-20260921T141320Z"));
        QDir().rename(at.newVault(), at.vault());
    }) << 1;
    QTest::newRow("on a new phone") << Change([](const Layout &at) { QDir(at.vault()).removeRecursively(); })
                                    << 0;
    QTest::newRow("a mark that says nothing")
        << Change([](const Layout &at) { put(Layout::restoredMark(at.newVault()), "../../etc"); }) << 1;
}

void SetAsideTest::startAfterAKill()
{
    QFETCH(Change, change);
    QFETCH(int, aside);
    BackupPlace old(1);
    old.close();
    RestorePlace to(old.layout);
    {
        QTemporaryDir elsewhere;
        RestorePlace there(Layout(elsewhere.filePath(QStringLiteral("rapport"))));
        QVERIFY(there.run(*old.disk, m_source.file));
        QVERIFY(QDir().rename(there.layout.vault(), old.layout.newVault()));
    }
    put(Layout::restoredMark(old.layout.newVault()), "vault.old-20260921T141320Z");
    change(old.layout);
    // Nobody may make a new vault now, also not before the start tidies up.
    QVERIFY(inspect(*old.disk, old.layout).finding != Inspection::Nothing);
    QCOMPARE(
        create(*old.disk, old.layout, to.random, to.founding.vaultId, byKek(to.founding.kek)).error().kind,
        Error::NotFirstRun);
    for (int start = 0; start < 2; ++start) {
        QVERIFY(tidyUp(*old.disk, old.layout, FixedClock()));
        QCOMPARE(inspect(*old.disk, old.layout).finding, Inspection::Vault);
        QCOMPARE(to.texts(), m_source.texts);
        QCOMPARE(oldVaults(old.layout).size(), aside);
        QVERIFY(!QFileInfo::exists(old.layout.newVault()));
        QVERIFY(!QFileInfo::exists(Layout::restoredMark(old.layout.vault())));
    }
}

void SetAsideTest::keptThirtyDays()
{
    BackupPlace old(1);
    old.close();
    QTemporaryDir elsewhere;
    put(elsewhere.filePath(QStringLiteral("letter.txt")), "dear");
    RestorePlace to(old.layout);
    QVERIFY(to.run(*old.disk, m_source.file));
    const QString aside = old.layout.root() + QLatin1Char('/') + oldVaults(old.layout).front();
    QFile::link(elsewhere.path(), aside + QLatin1String("/link"));
    put(aside + QLatin1String("/sub/premigrate-1.db"), "x");
    constexpr qint64 day = 86'400'000;
    for (const qint64 days : {qint64{-40}, qint64{0}, qint64{29}}) {
        const auto removed = tidyUp(*old.disk, old.layout, ClockAt(nowMs() + days * day));
        QVERIFY(removed && removed->empty());
        QCOMPARE(oldVaults(old.layout).size(), 1);
    }
    QCOMPARE(setAside(*old.disk, old.layout)->front().keptUntilUtcMs(), nowMs() + 30 * day);
    // Not as long as nothing took its place.
    QVERIFY(QDir().rename(old.layout.vault(), old.layout.root() + QLatin1String("/away")));
    QVERIFY(tidyUp(*old.disk, old.layout, ClockAt(nowMs() + 31 * day)));
    QCOMPARE(oldVaults(old.layout).size(), 1);
    QVERIFY(QDir().rename(old.layout.root() + QLatin1String("/away"), old.layout.vault()));

    const auto removed = tidyUp(*old.disk, old.layout, ClockAt(nowMs() + 31 * day));
    QVERIFY(removed);
    QCOMPARE(removed->size(), std::size_t{1});
    QVERIFY(removed->front() == old.founding.vaultId);
    QVERIFY(oldVaults(old.layout).isEmpty());
    QCOMPARE(get(elsewhere.filePath(QStringLiteral("letter.txt"))), QByteArray("dear"));
    QCOMPARE(to.texts(), m_source.texts);
}

QTEST_GUILESS_MAIN(SetAsideTest)
#include "tst_setaside.moc"
