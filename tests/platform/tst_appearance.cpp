// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <sys/prctl.h>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include "platform/Services.h"
#include "tests/platform/FakePortal.h"

using namespace rapport::platform;
using Scheme = Appearance::ColorScheme;
using Values = Appearance::Values;
using Groups = FakePortal::Groups;

Q_DECLARE_METATYPE(Values)

namespace {

const QString own = QStringLiteral("org.freedesktop.appearance");
const QString gnome = QStringLiteral("org.gnome.desktop.interface");
const QString gnomeAccess = QStringLiteral("org.gnome.desktop.a11y.interface");
const QString scheme = QStringLiteral("color-scheme");
const QString textScale = QStringLiteral("text-scaling-factor");

std::unique_ptr<Appearance> makeAppearance()
{
    return std::move(makeServices().appearance);
}

} // namespace

class TestAppearance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstRead_data();
    void firstRead();
    void changes();
    void seenWhileItAsks();
    void withoutPortal();
};

void TestAppearance::firstRead_data()
{
    QTest::addColumn<Groups>("settings");
    QTest::addColumn<Values>("values");

    const auto row = [](const char *name, const Groups &settings, const Values &values) {
        QTest::newRow(name) << settings << values;
    };
    row("dark", {{own, {{scheme, 1U}}}}, {.colorScheme = Scheme::Dark});
    row("light", {{own, {{scheme, 2U}}}}, {.colorScheme = Scheme::Light});
    row("unknown scheme", {{own, {{scheme, 7U}}}, {gnome, {{textScale, 1.25}}}}, {.textScale = 1.25});
    row("contrast", {{own, {{QStringLiteral("contrast"), 1U}}}}, {.highContrast = true});
    row("older contrast", {{gnomeAccess, {{QStringLiteral("high-contrast"), true}}}}, {.highContrast = true});
    row("motion", {{own, {{QStringLiteral("reduced-motion"), 1U}}}}, {.reducedMotion = true});
    row("older motion", {{gnome, {{QStringLiteral("enable-animations"), false}}}}, {.reducedMotion = true});
    row("tiny text", {{gnome, {{textScale, 0.01}}}}, {.textScale = 0.5});
    row("huge text", {{gnome, {{textScale, 99.0}}}}, {.textScale = 3.0});
    row("wrong types",
        {{own, {{scheme, QStringLiteral("x")}, {QStringLiteral("contrast"), 1U}}},
         {gnome, {{textScale, qQNaN()}}}},
        {.highContrast = true});
}

void TestAppearance::firstRead()
{
    QFETCH(Groups, settings);
    QFETCH(Values, values);
    FakePortal portal;
    portal.setSettings(settings);
    const auto appearance = makeAppearance();
    QSignalSpy changed{appearance.get(), &Appearance::changed};
    QVERIFY(appearance->values() == Values{}); // nothing waits for the portal
    QVERIFY(changed.wait());
    QVERIFY(appearance->values() == values);
    QTest::qWait(50);
    QCOMPARE(changed.count(), 1);
}

void TestAppearance::changes()
{
    FakePortal portal;
    portal.setSettings({{own, {{scheme, 2U}}}});
    const auto appearance = makeAppearance();
    QSignalSpy changed{appearance.get(), &Appearance::changed};
    QVERIFY(changed.wait());

    portal.changeSetting(own, scheme, 1U);
    QVERIFY(changed.wait());
    QCOMPARE(appearance->values().colorScheme, Scheme::Dark);
    portal.changeSetting(gnome, textScale, 1.5);
    QVERIFY(changed.wait());
    QCOMPARE(appearance->values().textScale, 1.5);
    QCOMPARE(appearance->values().colorScheme, Scheme::Dark);

    portal.changeSetting(own, scheme, 1U);                                  // no news
    portal.changeSetting(QStringLiteral("org.example"), scheme, 2U);        // not ours
    portal.changeSetting(gnome, QStringLiteral("clock-format"), QString{}); // nor this
    QTest::qWait(100);
    QCOMPARE(changed.count(), 3);
}

void TestAppearance::seenWhileItAsks()
{
    FakePortal portal;
    portal.setSettings({{own, {{scheme, 1U}}}});
    const Services services = makeServices();
    services.memoryGuard->guard(); // the vault is quicker than the portal
    QSignalSpy changed{services.appearance.get(), &Appearance::changed};
    QVERIFY(changed.wait());
    QVERIFY(portal.sawItsCallers());
    QTRY_COMPARE(prctl(PR_GET_DUMPABLE, 0UL, 0UL, 0UL, 0UL), 0);
}

// Also run without any bus.
void TestAppearance::withoutPortal()
{
    QElapsedTimer timer;
    timer.start();
    const auto appearance = makeAppearance();
    qInfo("made in %.2f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6);
    QSignalSpy changed{appearance.get(), &Appearance::changed};
    QTest::qWait(200);
    QVERIFY(appearance->values() == Values{});
    QCOMPARE(changed.count(), 0);
}

QTEST_GUILESS_MAIN(TestAppearance)
#include "tst_appearance.moc"
