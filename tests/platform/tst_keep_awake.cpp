// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <QDBusUnixFileDescriptor>
#include <QTest>

#include "platform/Services.h"
#include "tests/platform/FakePortal.h"

using namespace rapport::platform;

namespace {

/// A screen saver and logind, on one connection of their own: this test's
/// system bus is its session bus.
class FakeDesktop : public QDBusVirtualObject
{
public:
    FakeDesktop()
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("fake desktop")))
    {
        for (const char *path : {"/org/freedesktop/ScreenSaver", "/org/freedesktop/login1"})
            m_bus.registerVirtualObject(QLatin1String(path), this);
        m_bus.registerService(QStringLiteral("org.freedesktop.ScreenSaver"));
        m_bus.registerService(QStringLiteral("org.freedesktop.login1"));
    }
    ~FakeDesktop() override { QDBusConnection::disconnectFromBus(QStringLiteral("fake desktop")); }

    QStringList calls;
    QVariantList saverWords;
    QVariantList logindWords;
    QVariantList given;

    /// Whether the lock that logind gave is still open anywhere but here.
    bool lockIsHeld() const
    {
        char byte = 0;
        return m_read >= 0 && ::read(m_read, &byte, 1) < 0; // 0 when every writer is gone
    }

    QString introspect(const QString &) const override { return {}; }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        calls << message.interface().section(u'.', 2) + u'.' + message.member();
        if (message.interface() == QLatin1String("org.freedesktop.login1.Manager")) {
            logindWords = message.arguments();
            int ends[2] = {-1, -1};
            if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0)
                return false;
            m_read = ends[0];
            const bool sent =
                connection.send(message.createReply(QVariant::fromValue(QDBusUnixFileDescriptor(ends[1]))));
            close(ends[1]);
            return sent;
        }
        if (message.member() == QLatin1String("Inhibit")) {
            saverWords = message.arguments();
            return connection.send(message.createReply(uint(42)));
        }
        given = message.arguments();
        return connection.send(message.createReply());
    }

private:
    QDBusConnection m_bus;
    int m_read = -1;
};

} // namespace

class TestKeepAwake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS")); }

    void byThePortal()
    {
        FakePortal portal;
        FakeDesktop desktop;
        portal.setAnswer(0);
        const Services services = makeServices();
        services.memoryGuard->guard();
        services.keepAwake->hold(reason);
        services.keepAwake->hold(reason); // once is enough
        QTRY_COMPARE(portal.calls().size(), 1);
        const FakePortal::Call asked = portal.calls().first();
        QCOMPARE(asked.interface, QStringLiteral("org.freedesktop.portal.Inhibit"));
        QVERIFY(portal.sawItsCallers());
        QCOMPARE(asked.arguments, (QVariantList{QString(), uint(12)}));
        QCOMPARE(asked.options.value(QStringLiteral("reason")).toString(), reason);
        QTest::qWait(50); // its answer is on its way
        QCOMPARE(prctl(PR_GET_DUMPABLE, 0UL, 0UL, 0UL, 0UL), 0);
        services.keepAwake->release();
        QTRY_COMPARE(portal.calls().size(), 2);
        QCOMPARE(portal.calls().last().interface, QStringLiteral("org.freedesktop.portal.Request"));
        QCOMPARE(portal.calls().last().method, QStringLiteral("Close"));
        services.keepAwake->release();
        QTest::qWait(50);
        QCOMPARE(portal.calls().size(), 2);
        QCOMPARE(desktop.calls, QStringList());
    }

    void letGoBeforeTheAnswer()
    {
        FakePortal portal;
        portal.setAnswer(0);
        const Services services = makeServices();
        services.keepAwake->hold(reason);
        services.keepAwake->release();
        QTRY_COMPARE(portal.calls().size(), 2);
        QCOMPARE(portal.calls().last().method, QStringLiteral("Close"));
    }

    void againAndAgain()
    {
        FakePortal portal;
        portal.setAnswer(0);
        {
            const Services services = makeServices();
            for (int round = 1; round <= 3; ++round) {
                services.keepAwake->hold(reason);
                QTRY_COMPARE(portal.calls().size(), qsizetype{2} * round - 1);
                services.keepAwake->release();
                QTRY_COMPARE(portal.calls().size(), qsizetype{2} * round);
            }
            services.keepAwake->hold(reason);
            QTRY_COMPARE(portal.calls().size(), 7);
            QTest::qWait(50);
        }
        QTRY_COMPARE(portal.calls().size(), 8); // given back with the object
    }

    void withoutAPortal_data()
    {
        QTest::addColumn<bool>("portal");
        QTest::newRow("no portal at all") << false;
        QTest::newRow("a portal without this") << true;
    }

    void withoutAPortal()
    {
        QFETCH(bool, portal);
        std::unique_ptr<FakePortal> fake;
        if (portal) {
            fake = std::make_unique<FakePortal>();
            fake->setAnswer(0, {}, FakePortal::NoInterface);
        }
        FakeDesktop desktop;
        const Services services = makeServices();
        services.keepAwake->hold(reason);
        QTRY_COMPARE(desktop.calls.size(), 2);
        QCOMPARE(desktop.saverWords, (QVariantList{QStringLiteral("Rapport"), reason}));
        QCOMPARE(desktop.logindWords, (QVariantList{QStringLiteral("sleep:idle"), QStringLiteral("Rapport"),
                                                    reason, QStringLiteral("block")}));
        QTest::qWait(50);
        QVERIFY(desktop.lockIsHeld());
        services.keepAwake->release();
        QTRY_COMPARE(desktop.calls.size(), 3);
        QCOMPARE(desktop.given, QVariantList{uint(42)});
        QTRY_VERIFY(!desktop.lockIsHeld());
    }

    void nobodyAnswers()
    {
        const Services services = makeServices();
        services.keepAwake->hold(reason);
        QTest::qWait(100);
        services.keepAwake->release();
    }

    void withoutABus()
    {
        const Services services = makeServices();
        services.keepAwake->hold(reason);
        services.keepAwake->release();
    }

private:
    const QString reason = QStringLiteral("Rapport is in use");
};

QTEST_GUILESS_MAIN(TestKeepAwake)
#include "tst_keep_awake.moc"
