// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <optional>
#include <sys/prctl.h>

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include "platform/Process.h"
#include "platform/Services.h"
#include "tests/platform/FakePortal.h"

using namespace rapport::platform;
using Result = Sharer::Result;

namespace {

// Collects the one answer of a call.
class Outcome
{
public:
    Sharer::Answer taker()
    {
        return [this](Result result) { m_result = result; };
    }
    bool known() const { return m_result.has_value(); }
    Result result() const { return m_result.value_or(Result::Failed); }

private:
    std::optional<Result> m_result;
};

#define COMPARE_OUTCOME(outcome, expected)                                                                   \
    QTRY_VERIFY((outcome).known());                                                                          \
    QCOMPARE((outcome).result(), expected)

QString attachmentFolder()
{
    return qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/rapport-attachments");
}

QByteArray contentOf(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

class TestSharer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void email();
    void emailWithAttachments();
    void emailAttachmentNames_data();
    void emailAttachmentNames();
    void emailLeftovers();
    void answers_data();
    void answers();
    void save();
    void saveReplacesWholly();
    void saveWithoutRight();
    void saveWithoutPath();
    void openUri_data();
    void openUri();
    void openUriRefused_data();
    void openUriRefused();
    void openUriByCommand_data();
    void openUriByCommand();
    void contextGone();
    void endWithOpenDialog();
    void seenByThePortalAlone_data();
    void seenByThePortalAlone();

private:
    std::unique_ptr<FakePortal> m_portal;
    std::unique_ptr<Sharer> m_sharer;
    std::shared_ptr<MemoryGuard> m_guard;
};

void TestSharer::initTestCase()
{
    hardenProcess(); // as in main(): what we start must not inherit all of it
}

void TestSharer::init()
{
    Services services = makeServices();
    m_sharer = std::move(services.sharer);
    m_guard = services.memoryGuard;
    m_portal = std::make_unique<FakePortal>();
}

void TestSharer::cleanup()
{
    m_sharer.reset();
    m_portal.reset();
    QVERIFY(!QFileInfo::exists(attachmentFolder()));
}

void TestSharer::email()
{
    Outcome outcome;
    const QString body = QStringLiteral("Two lines\nand ünïcödé: سلام 🙂");
    m_portal->setAnswer(0);
    m_sharer->composeEmail(QStringLiteral("For Thursday"), body, {}, nullptr, this, outcome.taker());
    QVERIFY(!outcome.known());
    COMPARE_OUTCOME(outcome, Result::Done);

    QCOMPARE(m_portal->calls().size(), 1);
    const FakePortal::Call call = m_portal->calls().constFirst();
    QCOMPARE(call.interface, QStringLiteral("org.freedesktop.portal.Email"));
    QCOMPARE(call.method, QStringLiteral("ComposeEmail"));
    QCOMPARE(call.arguments, QVariantList{QString{}});
    QCOMPARE(call.options.value(QStringLiteral("subject")).toString(), QStringLiteral("For Thursday"));
    QCOMPARE(call.options.value(QStringLiteral("body")).toString(), body);
    QVERIFY(!call.options.contains(QStringLiteral("attachment_fds")));
}

void TestSharer::emailWithAttachments()
{
    Outcome outcome;
    const QByteArray large(3'000'000, 'p');
    m_portal->setAnswer(0);
    m_sharer->composeEmail(QStringLiteral("s"), QStringLiteral("b"),
                           {{QStringLiteral("note.pdf"), large}, {QStringLiteral("note.pdf"), "second"}},
                           nullptr, this, outcome.taker());
    COMPARE_OUTCOME(outcome, Result::Done);

    const FakePortal::Call call = m_portal->calls().constFirst();
    QCOMPARE(call.attachments, (QList<QByteArray>{large, "second"}));
    for (const QString &path : call.attachmentPaths) {
        QCOMPARE(QFileInfo{path}.fileName(), QStringLiteral("note.pdf"));
        QVERIFY(path.startsWith(attachmentFolder()));
        QCOMPARE(QFileInfo{path}.permissions() & 0x0077, QFile::Permissions{});
    }
    QCOMPARE(QFileInfo{attachmentFolder()}.permissions() & 0x0077, QFile::Permissions{});
}

void TestSharer::emailAttachmentNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Result>("result");

    QTest::newRow("umlaut") << QStringLiteral("Über mich.txt") << Result::Done;
    QTest::newRow("with folders") << QStringLiteral("../../note.txt") << Result::Done;
    QTest::newRow("empty") << QString{} << Result::Failed;
    QTest::newRow("folder only") << QStringLiteral("a/") << Result::Failed;
    QTest::newRow("dots") << QStringLiteral("..") << Result::Failed;
    QTest::newRow("too long") << QString{300, QLatin1Char{'n'}} << Result::Failed;
}

void TestSharer::emailAttachmentNames()
{
    QFETCH(QString, name);
    QFETCH(Result, result);
    Outcome outcome;
    m_portal->setAnswer(0);
    m_sharer->composeEmail({}, {}, {{name, "x"}}, nullptr, this, outcome.taker());
    COMPARE_OUTCOME(outcome, result);
    for (const FakePortal::Call &call : m_portal->calls())
        QVERIFY(call.attachmentPaths.constFirst().startsWith(attachmentFolder()));
}

void TestSharer::emailLeftovers()
{
    QVERIFY(QDir{}.mkpath(attachmentFolder() + QStringLiteral("/7")));
    const QString left = attachmentFolder() + QStringLiteral("/7/left by a killed process");
    QFile file{left};
    QVERIFY(file.open(QIODevice::WriteOnly));
    Outcome outcome;
    m_sharer->composeEmail({}, {}, {{QStringLiteral("n"), "x"}}, nullptr, this, outcome.taker());
    COMPARE_OUTCOME(outcome, Result::Done);
    QVERIFY(!QFileInfo::exists(left));
}

void TestSharer::answers_data()
{
    QTest::addColumn<uint>("code");
    QTest::addColumn<FakePortal::Manner>("manner");
    QTest::addColumn<Result>("result");

    QTest::newRow("done") << 0U << FakePortal::Answers << Result::Done;
    QTest::newRow("done early") << 0U << FakePortal::AnswersEarly << Result::Done;
    QTest::newRow("cancelled") << 1U << FakePortal::Answers << Result::Cancelled;
    QTest::newRow("ended otherwise") << 2U << FakePortal::Answers << Result::Failed;
    QTest::newRow("no interface") << 0U << FakePortal::NoInterface << Result::Unavailable;
    QTest::newRow("portal dies") << 0U << FakePortal::Dies << Result::Failed;
}

void TestSharer::answers()
{
    QFETCH(uint, code);
    QFETCH(FakePortal::Manner, manner);
    QFETCH(Result, result);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("note.txt"));

    Outcome email;
    m_portal->setAnswer(code, {}, manner);
    m_sharer->composeEmail({}, QStringLiteral("b"), {}, nullptr, this, email.taker());
    COMPARE_OUTCOME(email, result);
    if (manner == FakePortal::Dies)
        return;

    Outcome save;
    const QVariantMap chosen{{QStringLiteral("uris"), QStringList{QUrl::fromLocalFile(path).toString()}}};
    m_portal->setAnswer(code, chosen, manner);
    m_sharer->saveFile(QStringLiteral("note.txt"), "text", nullptr, this, save.taker());
    COMPARE_OUTCOME(save, result);
    QCOMPARE(QFileInfo::exists(path), result == Result::Done);
}

void TestSharer::save()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Nöte & more.txt"));
    Outcome outcome;
    m_portal->setAnswer(
        0, {{QStringLiteral("uris"), QStringList{QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded)}}});
    m_sharer->saveFile(QStringLiteral("note.txt"), QByteArray{"a\0b", 3}, nullptr, this, outcome.taker());
    COMPARE_OUTCOME(outcome, Result::Done);
    QCOMPARE(contentOf(path), (QByteArray{"a\0b", 3}));
    const FakePortal::Call call = m_portal->calls().constFirst();
    QCOMPARE(call.interface, QStringLiteral("org.freedesktop.portal.FileChooser"));
    QCOMPARE(call.method, QStringLiteral("SaveFile"));
    QCOMPARE(call.options.value(QStringLiteral("current_name")).toString(), QStringLiteral("note.txt"));
}

void TestSharer::saveReplacesWholly()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("note.txt"));
    QFile old{path};
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("something longer than the new text") > 0);
    old.close();
    Outcome outcome;
    m_portal->setAnswer(0, {{QStringLiteral("uris"), QStringList{QUrl::fromLocalFile(path).toString()}}});
    m_sharer->saveFile(QStringLiteral("note.txt"), "new", nullptr, this, outcome.taker());
    COMPARE_OUTCOME(outcome, Result::Done);
    QCOMPARE(contentOf(path), QByteArray{"new"});
    QCOMPARE(QDir{folder.path()}.entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestSharer::saveWithoutRight()
{
    // Also root cannot make a file where a folder of that name is missing.
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("missing/note.txt"));
    Outcome outcome;
    m_portal->setAnswer(0, {{QStringLiteral("uris"), QStringList{QUrl::fromLocalFile(path).toString()}}});
    m_sharer->saveFile(QStringLiteral("note.txt"), "text", nullptr, this, outcome.taker());
    COMPARE_OUTCOME(outcome, Result::Failed);
}

void TestSharer::saveWithoutPath()
{
    Outcome outcome;
    m_portal->setAnswer(0, {{QStringLiteral("uris"), QStringList{QStringLiteral("sftp://host/note.txt")}}});
    m_sharer->saveFile(QStringLiteral("note.txt"), "text", nullptr, this, outcome.taker());
    COMPARE_OUTCOME(outcome, Result::Failed);
}

void TestSharer::openUri_data()
{
    QTest::addColumn<QString>("uri");
    QTest::newRow("call") << QStringLiteral("tel:112");
    QTest::newRow("message") << QStringLiteral("sms:988");
    QTest::newRow("page") << QStringLiteral("https://example.org/");
    QTest::newRow("mail") << QStringLiteral("mailto:somebody@example.org");
}

void TestSharer::openUri()
{
    QFETCH(QString, uri);
    Outcome outcome;
    m_portal->setAnswer(0);
    m_sharer->openUri(QUrl{uri}, nullptr, this, outcome.taker());
    COMPARE_OUTCOME(outcome, Result::Done);
    const FakePortal::Call call = m_portal->calls().constFirst();
    QCOMPARE(call.method, QStringLiteral("OpenURI"));
    QCOMPARE(call.arguments, (QVariantList{QString{}, uri}));
}

void TestSharer::openUriRefused_data()
{
    QTest::addColumn<QString>("uri");
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd");
    QTest::newRow("http") << QStringLiteral("http://example.org");
    QTest::newRow("script") << QStringLiteral("javascript:1");
    QTest::newRow("relative") << QStringLiteral("note.txt");
    QTest::newRow("empty") << QString{};
}

void TestSharer::openUriRefused()
{
    QFETCH(QString, uri);
    Outcome outcome;
    m_sharer->openUri(QUrl{uri}, nullptr, this, outcome.taker());
    COMPARE_OUTCOME(outcome, Result::Unavailable);
    QVERIFY(m_portal->calls().isEmpty());
}

void TestSharer::openUriByCommand_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<Result>("result");
    QTest::newRow("taken") << QByteArray{"echo \"$1 $(umask)\" >\"$HOME/opened\""} << Result::Done;
    QTest::newRow("no program for it") << QByteArray{"exit 3"} << Result::Unavailable;
    QTest::newRow("runs on") << QByteArray{"sleep 5"} << Result::Done;
    QTest::newRow("no xdg-open") << QByteArray{} << Result::Unavailable;
}

// On a desktop without a portal, with an xdg-open of our own.
void TestSharer::openUriByCommand()
{
    QFETCH(QByteArray, script);
    QFETCH(Result, result);
    m_portal.reset();
    const QTemporaryDir folder;
    QFile program{folder.filePath(QStringLiteral("xdg-open"))};
    if (!script.isEmpty()) {
        QVERIFY(program.open(QIODevice::WriteOnly) && program.write("#!/bin/sh\n" + script + "\n") > 0);
        program.close();
        QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    }
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QFile::encodeName(folder.path()) + (script.isEmpty() ? QByteArray{} : ":" + path));
    Outcome outcome;
    m_sharer->openUri(QUrl{QStringLiteral("https://example.org/a?b=c d")}, nullptr, this, outcome.taker());
    COMPARE_OUTCOME(outcome, result);
    qputenv("PATH", path);
    if (script.contains("opened")) {
        QCOMPARE(contentOf(QDir::homePath() + QStringLiteral("/opened")),
                 QByteArray{"https://example.org/a?b=c%20d 0022\n"});
    }
}

void TestSharer::contextGone()
{
    bool called = false;
    {
        QObject context;
        m_portal->setAnswer(0);
        m_sharer->composeEmail({}, {}, {}, nullptr, &context, [&](Result) { called = true; });
        m_sharer->copyText(QStringLiteral("x"), &context, [&](Result) { called = true; });
    }
    QTRY_COMPARE(m_portal->calls().size(), 1);
    QTest::qWait(100);
    QVERIFY(!called);
}

void TestSharer::endWithOpenDialog()
{
    Outcome outcome;
    m_portal->setAnswer(0, {}, FakePortal::Dies);
    m_sharer->composeEmail({}, {}, {{QStringLiteral("n"), "x"}}, nullptr, this, outcome.taker());
    m_sharer.reset();
    QTest::qWait(100);
    QVERIFY(!outcome.known());
}

void TestSharer::seenByThePortalAlone_data()
{
    QTest::addColumn<FakePortal::Manner>("manner");
    QTest::newRow("answers") << FakePortal::Answers;
    QTest::newRow("answers early") << FakePortal::AnswersEarly;
    QTest::newRow("the dialog stays open") << FakePortal::StaysOpen;
    QTest::newRow("no such dialog") << FakePortal::NoInterface;
    QTest::newRow("dies") << FakePortal::Dies;
}

void TestSharer::seenByThePortalAlone()
{
    QFETCH(const FakePortal::Manner, manner);
    const auto mark = [] { return prctl(PR_GET_DUMPABLE, 0UL, 0UL, 0UL, 0UL); };
    prctl(PR_SET_DUMPABLE, 1UL, 0UL, 0UL, 0UL);
    m_guard->guard();
    QCOMPARE(mark(), 0);
    Outcome outcome;
    m_portal->setAnswer(0, {}, manner);
    m_sharer->saveFile(QStringLiteral("note.pdf"), "x", nullptr, this, outcome.taker());
    QTRY_COMPARE(m_portal->calls().size(), 1);
    QVERIFY(m_portal->sawItsCallers());
    QTRY_COMPARE(mark(), 0);
    QTest::qWait(20);
    QCOMPARE(mark(), 0);
    prctl(PR_SET_DUMPABLE, 1UL, 0UL, 0UL, 0UL);
}

QTEST_MAIN(TestSharer)
#include "tst_sharer.moc"
