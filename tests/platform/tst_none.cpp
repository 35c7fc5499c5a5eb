// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <optional>

#include <QFileInfo>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QUrl>

#include "platform/Process.h"
#include "platform/Services.h"

using namespace rapport::platform;

// The null objects answer like real ones: once, later, and with what an
// interface can work with.
class TestNone : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keyStore();
    void sharer();
    void fileChooser();
    void voice();
    void appearance();
    void singleInstance();
    void bootClock();
    void bell();
};

void TestNone::keyStore()
{
    hardenProcess();
    const Services services = makeServices();
    const QString key = QStringLiteral("k");
    QList<KeyStore::Result> answers;
    const KeyStore::Answer take = [&](KeyStore::Result result) { answers << result; };
    services.keyStore->read(key, this, [&](KeyStore::Result result, std::span<const std::byte> secret) {
        QVERIFY(secret.empty());
        answers << result;
    });
    services.keyStore->write(key, {}, this, take);
    services.keyStore->remove(key, this, take);
    services.keyStore->probe(this, take);
    QVERIFY(answers.isEmpty());
    QTRY_COMPARE(answers, QList<KeyStore::Result>(4, KeyStore::Result::Unavailable));
}

void TestNone::sharer()
{
    const Services services = makeServices();
    QList<Sharer::Result> answers;
    const Sharer::Answer take = [&](Sharer::Result result) { answers << result; };
    services.sharer->composeEmail({}, {}, {}, nullptr, this, take);
    services.sharer->saveFile({}, {}, nullptr, this, take);
    services.sharer->copyText({}, this, take);
    services.sharer->openUri({}, nullptr, this, take);
    QVERIFY(answers.isEmpty());
    QTRY_COMPARE(answers, QList<Sharer::Result>(4, Sharer::Result::Unavailable));
}

void TestNone::fileChooser()
{
    const Services services = makeServices();
    QList<bool> probes;
    QList<FileChooser::Result> answers;
    const FileChooser::Answer take = [&](FileChooser::Result result, const QString &path) {
        QVERIFY(path.isEmpty());
        answers << result;
    };
    services.fileChooser->probe(this, [&](bool available) { probes << available; });
    services.fileChooser->chooseFolder({}, {}, nullptr, this, take);
    services.fileChooser->chooseFile({}, {}, {}, nullptr, this, take);
    QVERIFY(probes.isEmpty() && answers.isEmpty());
    QTRY_COMPARE(probes, QList<bool>{false});
    QTRY_COMPARE(answers, QList<FileChooser::Result>(2, FileChooser::Result::Unavailable));
}

void TestNone::voice()
{
    const Services services = makeServices();
    QList<bool> answers;
    QList<Voice::Ending> endings;
    connect(services.voice.get(), &Voice::finished, this, [&](Voice::Ending ending) { endings << ending; });
    services.voice->probe(this, [&](bool available) { answers << available; });
    services.voice->say(QStringLiteral("Good morning."), QLocale());
    services.voice->stop();
    QVERIFY(answers.isEmpty() && endings.isEmpty());
    QTRY_COMPARE(answers, QList<bool>{false});
    QTRY_COMPARE(endings, QList<Voice::Ending>{Voice::Ending::Failed});
}

void TestNone::appearance()
{
    const Services services = makeServices();
    services.memoryGuard->guard();
    services.sharer->clearCopied();
    QVERIFY(services.appearance->values() == Appearance::Values{});
}

void TestNone::singleInstance()
{
    const Services services = makeServices();
    const QTemporaryDir base;
    const QString folder = base.filePath(QStringLiteral("a/b"));
    QCOMPARE(services.singleInstance->claim(folder), SingleInstance::Claim::Acquired);
    QVERIFY(QFileInfo{folder}.isDir());
    QVERIFY(!services.singleInstance->listen());
    QVERIFY(!services.singleInstance->passOn({}));
    QFile file{base.filePath(QStringLiteral("file"))};
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(services.singleInstance->claim(file.fileName()), SingleInstance::Claim::CannotWrite);
}

void TestNone::bootClock()
{
    const Services services = makeServices();
    BootClock &clock = *services.bootClock;
    QVERIFY(!clock.bootId().isEmpty());
    QVERIFY(clock.bootId() != makeServices().bootClock->bootId()); // its marks outlive nothing
    const qint64 mark = clock.nowNs() + 20'000'000;
    clock.waitUntil(mark);
    QVERIFY(clock.nowNs() >= mark);
    clock.wake();
    clock.waitUntil(BootClock::never);
    const std::unique_ptr<QThread> waker(QThread::create([&clock] {
        QThread::msleep(20);
        clock.wake();
    }));
    waker->start();
    clock.waitUntil(BootClock::never);
    QVERIFY(waker->wait());
}

void TestNone::bell()
{
    const Services services = makeServices();
    QList<bool> answers;
    services.bell->prepare(this, [&](bool audible) { answers << audible; });
    services.bell->ring(QByteArray(4, 'a'), 1);
    services.bell->release();
    QVERIFY(answers.isEmpty());
    QTRY_COMPARE(answers, QList<bool>{false});
    services.keepAwake->hold(QStringLiteral("a test"));
    services.keepAwake->release();
}

QTEST_GUILESS_MAIN(TestNone)
#include "tst_none.moc"
