// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// QtKeychain's job queue belongs to the first thread that uses it, so a
// process has one key store. Every function here is a run of its own, in the
// session that it needs: see CMakeLists.txt.
#include <algorithm>
#include <optional>
#include <vector>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>

#include "platform/Services.h"
#include "tests/platform/FakeSecretService.h"

using namespace rapport::platform;
using namespace std::chrono_literals;
using Result = KeyStore::Result;

namespace {

// Long enough for a slow machine, short enough to wait for in a test.
constexpr auto limit = 3000ms;

QByteArray secretOf(std::size_t size, char first = 1)
{
    QByteArray secret;
    for (std::size_t i = 0; i < size; ++i)
        secret.append(static_cast<char>(first + static_cast<char>(i))); // has zeros and high bytes
    return secret;
}

std::span<const std::byte> bytesOf(const QByteArray &array)
{
    return std::as_bytes(std::span{array.constData(), static_cast<std::size_t>(array.size())});
}

class Store
{
public:
    explicit Store(std::chrono::milliseconds limit = ::limit)
        : m_services{makeServices({.keyStoreLimit = limit})}
    {}

    Result read(const QString &key, QByteArray *secret = nullptr)
    {
        std::optional<Result> answer;
        m_services.keyStore->read(key, &m_context, [&](Result result, std::span<const std::byte> bytes) {
            answer = result;
            if (secret)
                *secret = QByteArray{reinterpret_cast<const char *>(bytes.data()),
                                     static_cast<qsizetype>(bytes.size())};
        });
        return wait(answer);
    }

    Result write(const QString &key, const QByteArray &secret)
    {
        std::optional<Result> answer;
        m_services.keyStore->write(key, bytesOf(secret), &m_context, [&](Result result) { answer = result; });
        return wait(answer);
    }

    Result remove(const QString &key)
    {
        std::optional<Result> answer;
        m_services.keyStore->remove(key, &m_context, [&](Result result) { answer = result; });
        return wait(answer);
    }

    Result probe()
    {
        std::optional<Result> answer;
        m_services.keyStore->probe(&m_context, [&](Result result) { answer = result; });
        return wait(answer);
    }

    KeyStore &direct() { return *m_services.keyStore; }
    QObject *context() { return &m_context; }

private:
    // Far beyond any limit: an answer that never comes fails the test here.
    Result wait(const std::optional<Result> &answer)
    {
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 60'000))
            QTest::qFail("no answer within a minute", __FILE__, __LINE__);
        return answer.value_or(Result::Failed);
    }

    Services m_services;
    QObject m_context;
};

const QString key = QStringLiteral("kek-0123456789");

} // namespace

class TestKeyStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrip();
    void speed();
    void answersComeLater();
    void contextGone();
    void locked();
    void noService();
    void faults_data();
    void faults();
    void hangingService();
    void endWhileHanging();
};

// Session: a real gnome-keyring, unlocked.
void TestKeyStore::roundTrip()
{
    Store store;
    QByteArray stored;
    QCOMPARE(store.read(key, &stored), Result::NotFound);
    QVERIFY(stored.isEmpty());
    QCOMPARE(store.remove(key), Result::Ok);

    for (const std::size_t size : {std::size_t{1}, std::size_t{32}, KeyStore::maxSize}) {
        const QByteArray secret = secretOf(size, static_cast<char>(-5));
        QCOMPARE(store.write(key, secret), Result::Ok);
        QCOMPARE(store.read(key, &stored), Result::Ok);
        QCOMPARE(stored, secret);
    }
    QCOMPARE(store.read(QStringLiteral("kek-other")), Result::NotFound);
    QCOMPARE(store.write(key, {}), Result::Unusable);
    QCOMPARE(store.write(key, secretOf(KeyStore::maxSize + 1)), Result::Unusable);
    QCOMPARE(store.read(key, &stored), Result::Ok);
    QCOMPARE(stored.size(), static_cast<qsizetype>(KeyStore::maxSize));

    QCOMPARE(store.probe(), Result::Ok);
    QCOMPARE(store.read(QStringLiteral("probe")), Result::NotFound);
    QCOMPARE(store.remove(key), Result::Ok);
    QCOMPARE(store.read(key), Result::NotFound);
}

// Session: a real gnome-keyring, unlocked.
void TestKeyStore::speed()
{
    Store store;
    QCOMPARE(store.write(key, secretOf(32)), Result::Ok);
    std::vector<qint64> nanoseconds;
    for (int i = 0; i < 200; ++i) {
        // An event loop of its own: QTest sleeps 10 ms at a time while it waits.
        QEventLoop loop;
        QElapsedTimer timer;
        timer.start();
        store.direct().read(key, store.context(), [&](Result result, std::span<const std::byte>) {
            nanoseconds.push_back(timer.nsecsElapsed());
            loop.exit(result == Result::Ok ? 0 : 1);
        });
        QCOMPARE(loop.exec(), 0);
    }
    std::sort(nanoseconds.begin(), nanoseconds.end());
    qInfo("200 reads: median %.2f ms, longest %.2f ms", static_cast<double>(nanoseconds[100]) / 1e6,
          static_cast<double>(nanoseconds.back()) / 1e6);
}

// Session: a real gnome-keyring, unlocked.
void TestKeyStore::answersComeLater()
{
    Store store;
    const QByteArray secret = secretOf(32);
    QStringList order;
    store.direct().write(key, bytesOf(secret), store.context(), [&](Result result) {
        QCOMPARE(QThread::currentThread(), QCoreApplication::instance()->thread());
        QCOMPARE(result, Result::Ok);
        order << QStringLiteral("write");
        // A further call from inside an answer.
        store.direct().remove(key, store.context(), [&](Result) { order << QStringLiteral("remove"); });
    });
    store.direct().read(key, store.context(), [&](Result result, std::span<const std::byte> bytes) {
        QCOMPARE(result, Result::Ok);
        QCOMPARE(bytes.size(), std::size_t{32});
        order << QStringLiteral("read");
    });
    QVERIFY(order.isEmpty());
    QTRY_COMPARE(order.join(QLatin1Char{' '}), QStringLiteral("write read remove"));
}

// Session: a real gnome-keyring, unlocked.
void TestKeyStore::contextGone()
{
    Store store;
    bool called = false;
    {
        QObject context;
        store.direct().read(key, &context, [&](Result, std::span<const std::byte>) { called = true; });
        store.direct().write(key, {}, &context, [&](Result) { called = true; });
    }
    QCOMPARE(store.read(key), Result::NotFound); // served after the first
    QVERIFY(!called);
}

// Session: a real gnome-keyring, locked.
void TestKeyStore::locked()
{
    Store store;
    QCOMPARE(store.read(key), Result::Locked);
    QCOMPARE(store.write(key, secretOf(32)), Result::Locked);
    QCOMPARE(store.remove(key), Result::Locked);
    QCOMPARE(store.probe(), Result::Locked);
}

// Session: nobody has the service's name, or there is no bus at all.
void TestKeyStore::noService()
{
    Store store;
    QCOMPARE(store.read(key), Result::Unavailable);
    QCOMPARE(store.write(key, secretOf(32)), Result::Unavailable);
    QCOMPARE(store.remove(key), Result::Unavailable);
    QCOMPARE(store.probe(), Result::Unavailable);
}

void TestKeyStore::faults_data()
{
    QTest::addColumn<FakeSecretService::Fault>("fault");
    QTest::addColumn<Result>("write");
    QTest::addColumn<Result>("read");
    QTest::addColumn<Result>("remove");

    using Fake = FakeSecretService;
    QTest::newRow("none") << Fake::None << Result::Ok << Result::Ok << Result::Ok;
    QTest::newRow("forgets") << Fake::Forgets << Result::Failed << Result::NotFound << Result::Ok;
    QTest::newRow("alters") << Fake::Alters << Result::Failed << Result::Ok << Result::Ok;
    QTest::newRow("refuses") << Fake::Refuses << Result::Denied << Result::NotFound << Result::Ok;
    QTest::newRow("keeps") << Fake::Keeps << Result::Ok << Result::Ok << Result::Failed;
    QTest::newRow("oversized") << Fake::Oversized << Result::Failed << Result::Unusable << Result::Ok;
    QTest::newRow("empty") << Fake::Empty << Result::Failed << Result::Unusable << Result::Ok;
}

// Session: a bus. One row a run.
void TestKeyStore::faults()
{
    QFETCH(FakeSecretService::Fault, fault);
    FakeSecretService service{fault};
    QVERIFY(service.isRunning());
    Store store;
    QTEST(store.write(key, secretOf(32)), "write");
    QTEST(store.read(key), "read");
    QTEST(store.remove(key), "remove");
}

// Session: a bus.
void TestKeyStore::hangingService()
{
    FakeSecretService service{FakeSecretService::Silent};
    QVERIFY(service.isRunning());
    constexpr auto shortLimit = 500ms;
    constexpr auto slack = 400; // for a busy machine
    Store store{shortLimit};

    for (int call = 0; call < 3; ++call) {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(call == 1 ? store.write(key, secretOf(32)) : store.read(key), Result::TimedOut);
        QVERIFY2(timer.elapsed() >= shortLimit.count() && timer.elapsed() < shortLimit.count() + slack,
                 qPrintable(QString::number(timer.elapsed())));
    }

    // GLib gives the first job up after 25 s. From then on the store works,
    // and the write that nobody waited for any more has not happened.
    service.heal();
    Result result = Result::TimedOut;
    QElapsedTimer timer;
    timer.start();
    while (result == Result::TimedOut && timer.elapsed() < 60'000)
        result = store.read(key);
    qInfo("answers again after %lld ms", static_cast<long long>(timer.elapsed()));
    QCOMPARE(result, Result::NotFound);
    QCOMPARE(store.write(key, secretOf(32)), Result::Ok);
}

// Session: a bus.
void TestKeyStore::endWhileHanging()
{
    FakeSecretService service{FakeSecretService::Silent};
    bool called = false;
    QElapsedTimer timer;
    {
        Store store;
        store.direct().read(key, store.context(), [&](Result, std::span<const std::byte>) { called = true; });
        QTest::qWait(200);
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QTest::qWait(50);
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TestKeyStore)
#include "tst_keystore.moc"
