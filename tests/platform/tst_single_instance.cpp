// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "platform/AppId.h"
#include "platform/Services.h"

using namespace rapport::platform;
using namespace std::chrono_literals;
using Claim = SingleInstance::Claim;

namespace {

// Another process, with its lines.
class Probe
{
public:
    explicit Probe(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(INSTANCE_PROBE), arguments);
    }
    ~Probe() { kill(); }

    // The next line, or nothing when it does not come within the time.
    QByteArray line(int milliseconds = 5000)
    {
        const bool came = QTest::qWaitFor([this] { return m_process.canReadLine(); }, milliseconds);
        return came ? m_process.readLine().trimmed() : QByteArray{};
    }

    void kill()
    {
        m_process.kill(); // SIGKILL
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

std::unique_ptr<SingleInstance> makeInstance()
{
    return std::move(makeServices().singleInstance);
}

bool hasBus()
{
    return QDBusConnection::sessionBus().isConnected();
}

QFile::Permissions forOthers(const QString &path)
{
    return QFileInfo{path}.permissions() & 0x0077;
}

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void claimMakesPrivateFolder();
    void claimTightensFolder();
    void claimTwice();
    void cannotWrite_data();
    void cannotWrite();
    void secondProcess();
    void afterKill();
    void activation_data();
    void activation();
    void activationByDesktop_data();
    void activationByDesktop();
    void activationWhileStarting();
    void nobodyListens();

private:
    std::unique_ptr<QTemporaryDir> m_base;
    QString m_folder;
};

void TestSingleInstance::init()
{
    m_base = std::make_unique<QTemporaryDir>();
    m_folder = m_base->filePath(QStringLiteral("share/räpport"));
}

void TestSingleInstance::claimMakesPrivateFolder()
{
    const mode_t before = umask(0);
    const auto instance = makeInstance();
    const Claim claim = instance->claim(m_folder);
    umask(before);
    QCOMPARE(claim, Claim::Acquired);
    const QString lock = m_folder + QStringLiteral("/lock");
    QVERIFY(QFileInfo{lock}.isFile());
    QCOMPARE(forOthers(m_folder), QFile::Permissions{});
    QCOMPARE(forOthers(lock), QFile::Permissions{});
}

void TestSingleInstance::claimTightensFolder()
{
    QVERIFY(QDir{}.mkpath(m_folder));
    QVERIFY(QFile::setPermissions(m_folder, QFile::Permissions{0x7755}));
    const auto instance = makeInstance();
    QCOMPARE(instance->claim(m_folder), Claim::Acquired);
    QCOMPARE(forOthers(m_folder), QFile::Permissions{});
}

void TestSingleInstance::claimTwice()
{
    const auto first = makeInstance();
    QCOMPARE(first->claim(m_folder), Claim::Acquired);
    QCOMPARE(first->claim(m_folder), Claim::Acquired);
    auto second = makeInstance();
    QCOMPARE(second->claim(m_folder), Claim::AlreadyRunning); // also within one process
    QCOMPARE(second->claim(m_folder + QStringLiteral("2")), Claim::Acquired);
}

void TestSingleInstance::cannotWrite_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"folder is a file", "parent is a file", "lock is a folder", "lock is a link"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

// Faults that also stop root.
void TestSingleInstance::cannotWrite()
{
    QFETCH(QString, kind);
    const auto makeFile = [](const QString &path) { return QFile{path}.open(QIODevice::WriteOnly); };
    const QString lock = m_folder + QStringLiteral("/lock");
    if (kind == QStringLiteral("parent is a file")) {
        QVERIFY(makeFile(QFileInfo{m_folder}.path()));
    } else if (kind == QStringLiteral("folder is a file")) {
        QVERIFY(QDir{}.mkpath(QFileInfo{m_folder}.path()) && makeFile(m_folder));
    } else if (kind == QStringLiteral("lock is a folder")) {
        QVERIFY(QDir{}.mkpath(lock));
    } else {
        QVERIFY(QDir{}.mkpath(m_folder));
        QVERIFY(makeFile(m_base->filePath(QStringLiteral("elsewhere"))));
        QVERIFY(QFile::link(m_base->filePath(QStringLiteral("elsewhere")), lock));
    }
    QCOMPARE(makeInstance()->claim(m_folder), Claim::CannotWrite);
}

void TestSingleInstance::secondProcess()
{
    Probe first{{m_folder}};
    QCOMPARE(first.line(), "acquired");
    QCOMPARE(makeInstance()->claim(m_folder), Claim::AlreadyRunning);
    // Without a bus the lock still decides, and the courtesy is left out.
    QCOMPARE(first.line(), hasBus() ? "listening" : "not listening");
    Probe second{{m_folder, QStringLiteral("new-need")}};
    QCOMPARE(second.line(), "already running");
    QVERIFY(second.line().startsWith(hasBus() ? "heard after" : "not heard after"));
    if (hasBus())
        QCOMPARE(first.line(), "activated 'new-need'");
}

void TestSingleInstance::afterKill()
{
    for (int round = 0; round < 20; ++round) {
        Probe first{{m_folder}};
        QCOMPARE(first.line(), "acquired");
        first.kill();
        QCOMPARE(makeInstance()->claim(m_folder), Claim::Acquired);
    }
}

void TestSingleInstance::activation_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("none") << QString{};
    QTest::newRow("new need") << QStringLiteral("new-need");
}

void TestSingleInstance::activation()
{
    QFETCH(QString, action);
    const auto first = makeInstance();
    QCOMPARE(first->claim(m_folder), Claim::Acquired);
    QVERIFY(first->listen());
    QVERIFY(first->listen());
    QSignalSpy activated{first.get(), &SingleInstance::activated};

    Probe second{{m_folder, action}};
    QCOMPARE(second.line(), "already running");
    // It may have been heard while the other's line was awaited.
    QTRY_COMPARE_WITH_TIMEOUT(activated.count(), 1, 2000);
    QCOMPARE(activated.constFirst().constFirst().toString(), action);
    const QByteArray heard = second.line();
    QVERIFY2(heard.startsWith("heard after"), heard.constData());
    qInfo("%s ms", heard.constData());
    QCOMPARE(activated.count(), 1);
}

void TestSingleInstance::activationByDesktop_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QVariantList>("arguments");
    QTest::addColumn<QString>("action");

    const QVariantMap data{{QStringLiteral("activation-token"), QStringLiteral("token-1")},
                           {QStringLiteral("desktop-startup-id"), QStringLiteral("x")}};
    QTest::newRow("activate") << QStringLiteral("Activate") << QVariantList{data} << QString{};
    QTest::newRow("open") << QStringLiteral("Open")
                          << QVariantList{QStringList{QStringLiteral("file:///x")}, data} << QString{};
    const auto action = [&](const char *row, const QString &name, const QString &expected) {
        QTest::newRow(row) << QStringLiteral("ActivateAction") << QVariantList{name, QVariantList{}, data}
                           << expected;
    };
    action("action", QStringLiteral("new-need"), QStringLiteral("new-need"));
    action("too long", QString{65, QLatin1Char{'a'}}, QString{});
    action("not an identifier", QStringLiteral("a; b"), QString{});
    action("not ASCII", QStringLiteral("nöte"), QString{});
}

// As a desktop calls it, with the signatures of the specification.
void TestSingleInstance::activationByDesktop()
{
    QFETCH(QString, method);
    QFETCH(QVariantList, arguments);
    QFETCH(QString, action);
    const auto first = makeInstance();
    QVERIFY(first->listen());
    QSignalSpy activated{first.get(), &SingleInstance::activated};
    qunsetenv("XDG_ACTIVATION_TOKEN");

    const QString busName = QStringLiteral("desktop");
    QDBusConnection desktop = QDBusConnection::connectToBus(QDBusConnection::SessionBus, busName);
    QDBusMessage call = QDBusMessage::createMethodCall(appId, QStringLiteral("/app/rapport/Rapport"),
                                                       QStringLiteral("org.freedesktop.Application"), method);
    call.setArguments(arguments);
    desktop.asyncCall(call);
    // It may have been heard while the other's line was awaited.
    QTRY_COMPARE_WITH_TIMEOUT(activated.count(), 1, 2000);
    QCOMPARE(activated.constFirst().constFirst().toString(), action);
    QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArray{"token-1"});
    QDBusConnection::disconnectFromBus(busName);
}

void TestSingleInstance::activationWhileStarting()
{
    const auto first = makeInstance();
    QCOMPARE(first->claim(m_folder), Claim::Acquired);
    QSignalSpy activated{first.get(), &SingleInstance::activated};
    Probe second{{m_folder, QStringLiteral("new-need")}};
    QCOMPARE(second.line(), "already running");
    QTest::qWait(300);
    QVERIFY(first->listen());
    QVERIFY(activated.wait(2000));
}

void TestSingleInstance::nobodyListens()
{
    const auto first = makeInstance();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!first->passOn(QStringLiteral("new-need"), 300ms));
    QVERIFY(timer.elapsed() < 1500);
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_single_instance.moc"
