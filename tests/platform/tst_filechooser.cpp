// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <optional>
#include <sys/prctl.h>

#include <QDBusArgument>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTest>
#include <QUrl>
#include <QWindow>

#include "platform/Services.h"
#include "tests/platform/FakePortal.h"

using namespace rapport::platform;
using Result = FileChooser::Result;

namespace {

const QString title = QStringLiteral("Where the back-up is");
const FileChooser::Kind backups{QStringLiteral("Back-ups of Rapport"), QStringLiteral("*.rapbak")};

QVariantMap chosen(const QString &uri)
{
    return {{QStringLiteral("uris"), QStringList{uri}}};
}

} // namespace

class TestFileChooser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void isThere_data();
    void isThere();
    void folder();
    void file();
    void beginsWhereItCan_data();
    void beginsWhereItCan();
    void answers_data();
    void answers();
    void contextGone();
    void endWithOpenDialog();
    void seenByThePortalAlone_data();
    void seenByThePortalAlone();
    void belongsToItsWindow();
    void withoutPortal();

private:
    FileChooser::Answer taker()
    {
        return [this](Result result, const QString &path) {
            QVERIFY(!m_result);
            m_result = result;
            m_path = path;
        };
    }
    const FakePortal::Call &call() const { return m_portal->calls().constFirst(); }

    std::unique_ptr<FakePortal> m_portal;
    std::unique_ptr<FileChooser> m_chooser;
    std::shared_ptr<MemoryGuard> m_guard;
    std::optional<Result> m_result;
    QString m_path;
};

void TestFileChooser::init()
{
    Services services = makeServices();
    m_chooser = std::move(services.fileChooser);
    m_guard = services.memoryGuard;
    m_portal = std::make_unique<FakePortal>();
    m_result.reset();
    m_path.clear();
}

void TestFileChooser::cleanup()
{
    m_chooser.reset();
    m_portal.reset();
    prctl(PR_SET_DUMPABLE, 1UL, 0UL, 0UL, 0UL);
}

void TestFileChooser::isThere_data()
{
    QTest::addColumn<uint>("version");
    QTest::addColumn<bool>("available");
    QTest::newRow("no such dialog") << 0U << false;
    QTest::newRow("one for files only") << 2U << false;
    QTest::newRow("one for folders, too") << 3U << true;
    QTest::newRow("a later one") << 5U << true;
}

void TestFileChooser::isThere()
{
    QFETCH(const uint, version);
    QFETCH(const bool, available);
    m_portal->setChooserVersion(version);
    std::optional<bool> answer;
    m_chooser->probe(this, [&](bool there) { answer = there; });
    QVERIFY(!answer);
    QTRY_VERIFY(answer);
    QCOMPARE(*answer, available);
    QVERIFY(m_portal->calls().isEmpty()); // no dialog was shown
}

void TestFileChooser::folder()
{
    m_portal->setAnswer(0, chosen(QStringLiteral("file:///media/My%20stick/Back-%C3%BCps")));
    m_chooser->chooseFolder(title, QStringLiteral("/home"), nullptr, this, taker());
    QVERIFY(!m_result);
    QTRY_VERIFY(m_result);
    QCOMPARE(*m_result, Result::Chosen);
    QCOMPARE(m_path, QStringLiteral("/media/My stick/Back-üps"));

    QCOMPARE(m_portal->calls().size(), 1);
    QCOMPARE(call().interface, QStringLiteral("org.freedesktop.portal.FileChooser"));
    QCOMPARE(call().method, QStringLiteral("OpenFile"));
    QCOMPARE(call().arguments, (QVariantList{QString{}, title}));
    QCOMPARE(call().options.value(QStringLiteral("directory")), QVariant(true));
    QVERIFY(!call().options.contains(QStringLiteral("filters")));
}

void TestFileChooser::file()
{
    m_portal->setAnswer(0, chosen(QStringLiteral("file:///media/stick/mine.rapbak")),
                        FakePortal::AnswersEarly);
    m_chooser->chooseFile(title, backups, QStringLiteral("/media/stick"), nullptr, this, taker());
    QTRY_VERIFY(m_result);
    QCOMPARE(*m_result, Result::Chosen);
    QCOMPARE(m_path, QStringLiteral("/media/stick/mine.rapbak"));
    QVERIFY(!call().options.contains(QStringLiteral("directory")));

    const auto filters = call().options.value(QStringLiteral("filters")).value<QDBusArgument>();
    QCOMPARE(filters.currentSignature(), QStringLiteral("a(sa(us))"));
    QString name;
    QString pattern;
    uint kind = 9;
    filters.beginArray();
    filters.beginStructure();
    filters >> name;
    filters.beginArray();
    filters.beginStructure();
    filters >> kind >> pattern;
    filters.endStructure();
    QVERIFY(filters.atEnd());
    filters.endArray();
    filters.endStructure();
    QVERIFY(filters.atEnd());
    QCOMPARE(name, backups.name);
    QCOMPARE(kind, 0U);
    QCOMPARE(pattern, backups.pattern);
}

void TestFileChooser::beginsWhereItCan_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QVariant>("option");
    QTest::newRow("a folder") << QStringLiteral("/media/Stück")
                              << QVariant(QByteArray("/media/St\xc3\xbc"
                                                     "ck\0",
                                                     14));
    QTest::newRow("none") << QString{} << QVariant{};
    QTest::newRow("relative") << QStringLiteral("Documents") << QVariant{};
}

void TestFileChooser::beginsWhereItCan()
{
    QFETCH(const QString, folder);
    QFETCH(const QVariant, option);
    m_portal->setAnswer(1);
    m_chooser->chooseFolder(title, folder, nullptr, this, taker());
    QTRY_VERIFY(m_result);
    QCOMPARE(call().options.value(QStringLiteral("current_folder")), option);
}

void TestFileChooser::answers_data()
{
    QTest::addColumn<uint>("code");
    QTest::addColumn<QVariantMap>("results");
    QTest::addColumn<FakePortal::Manner>("manner");
    QTest::addColumn<Result>("result");

    const QVariantMap somewhere = chosen(QStringLiteral("file:///media"));
    QTest::newRow("chosen") << 0U << somewhere << FakePortal::Answers << Result::Chosen;
    QTest::newRow("cancelled") << 1U << somewhere << FakePortal::Answers << Result::Cancelled;
    QTest::newRow("ended otherwise") << 2U << somewhere << FakePortal::Answers << Result::Failed;
    QTest::newRow("no such dialog") << 0U << somewhere << FakePortal::NoInterface << Result::Unavailable;
    QTest::newRow("portal dies") << 0U << somewhere << FakePortal::Dies << Result::Failed;
    QTest::newRow("nothing named") << 0U << QVariantMap{} << FakePortal::Answers << Result::Failed;
    QTest::newRow("on another machine")
        << 0U << chosen(QStringLiteral("sftp://host/media")) << FakePortal::Answers << Result::Failed;
}

void TestFileChooser::answers()
{
    QFETCH(const uint, code);
    QFETCH(const QVariantMap, results);
    QFETCH(const FakePortal::Manner, manner);
    QFETCH(const Result, result);
    m_portal->setAnswer(code, results, manner);
    m_chooser->chooseFolder(title, {}, nullptr, this, taker());
    QTRY_VERIFY(m_result);
    QCOMPARE(*m_result, result);
    QCOMPARE(m_path, result == Result::Chosen ? QStringLiteral("/media") : QString{});
}

void TestFileChooser::contextGone()
{
    bool called = false;
    {
        QObject context;
        m_portal->setAnswer(0, chosen(QStringLiteral("file:///media")));
        m_chooser->chooseFolder(title, {}, nullptr, &context,
                                [&](Result, const QString &) { called = true; });
        m_chooser->probe(&context, [&](bool) { called = true; });
    }
    QTRY_COMPARE(m_portal->calls().size(), 1);
    QTest::qWait(100);
    QVERIFY(!called);
}

void TestFileChooser::endWithOpenDialog()
{
    m_portal->setAnswer(0, {}, FakePortal::StaysOpen);
    m_chooser->chooseFile(title, backups, {}, nullptr, this, taker());
    QTRY_COMPARE(m_portal->calls().size(), 1);
    QVERIFY(!m_result);
    m_chooser.reset();
    QTest::qWait(100);
    QVERIFY(!m_result);
}

void TestFileChooser::seenByThePortalAlone_data()
{
    QTest::addColumn<FakePortal::Manner>("manner");
    QTest::addColumn<bool>("probes");
    QTest::newRow("answers") << FakePortal::Answers << false;
    QTest::newRow("the dialog stays open") << FakePortal::StaysOpen << false;
    QTest::newRow("no such dialog") << FakePortal::NoInterface << false;
    QTest::newRow("dies") << FakePortal::Dies << false;
    QTest::newRow("asked whether it is there") << FakePortal::Answers << true;
}

void TestFileChooser::seenByThePortalAlone()
{
    QFETCH(const FakePortal::Manner, manner);
    QFETCH(const bool, probes);
    const auto mark = [] { return prctl(PR_GET_DUMPABLE, 0UL, 0UL, 0UL, 0UL); };
    m_guard->guard();
    QCOMPARE(mark(), 0);
    m_portal->setAnswer(0, {}, manner);
    m_portal->setChooserVersion(3);
    bool probed = false;
    if (probes)
        m_chooser->probe(this, [&](bool) { probed = true; });
    else
        m_chooser->chooseFolder(title, {}, nullptr, this, taker());
    QCOMPARE(mark(), 1);
    QTRY_VERIFY(probes ? probed : m_portal->calls().size() == 1);
    QVERIFY(m_portal->sawItsCallers());
    QTRY_COMPARE(mark(), 0);
    QTest::qWait(20);
    QCOMPARE(mark(), 0);
}

void TestFileChooser::belongsToItsWindow()
{
    QWindow window;
    window.create();
    m_portal->setAnswer(1);
    m_chooser->chooseFolder(title, {}, &window, this, taker());
    QTRY_VERIFY(m_result);
    const QString expected = QGuiApplication::platformName() == QStringLiteral("xcb")
                                 ? QStringLiteral("x11:") + QString::number(window.winId(), 16)
                                 : QString{};
    QCOMPARE(call().arguments.constFirst().toString(), expected);
}

// Also run where there is no bus at all.
void TestFileChooser::withoutPortal()
{
    m_portal.reset();
    std::optional<bool> there;
    QElapsedTimer clock;
    clock.start();
    m_chooser->probe(this, [&](bool available) { there = available; });
    m_chooser->chooseFolder(title, {}, nullptr, this, taker());
    QVERIFY(clock.elapsed() < 1000); // it waits for nobody
    QVERIFY(!there && !m_result);
    QTRY_VERIFY(there && m_result);
    QVERIFY(!*there);
    QCOMPARE(*m_result, Result::Unavailable);
}

QTEST_MAIN(TestFileChooser)
#include "tst_filechooser.moc"
