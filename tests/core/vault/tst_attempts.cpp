// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QRandomGenerator>
#include <QTest>

#include "core/vault/Attempts.h"
#include "tests/core/vault/Doubles.h"
#include "tests/core/vault/Place.h"

using namespace rapport::vault;
using namespace rapport::vault::test;

namespace {

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;
const QByteArray firstBoot("2f0c9a1e-0000-4000-8000-000000000001");
const QByteArray nextBoot("2f0c9a1e-0000-4000-8000-000000000002");

Attempts wrongTimes(std::uint32_t times, const BootTime &last)
{
    Attempts attempts;
    for (std::uint32_t i = 0; i < times; ++i)
        attempts = attempts.afterTry(last);
    return attempts;
}

} // namespace

class AttemptsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delays_data();
    void delays();
    void clocks_data();
    void clocks();
    void countingEnds();
    void file_data();
    void file();
    void everyByteOfTheFile();
    void missingOrDamaged_data();
    void missingOrDamaged();
    void tryIsWrittenFirst();
    void rightSecretClears();
    void faults_data();
    void faults();
    void noBypass();
};

void AttemptsTest::delays_data()
{
    QTest::addColumn<quint32>("wrong");
    QTest::addColumn<qint64>("wait");
    QTest::newRow("none") << 0u << qint64(0);
    QTest::newRow("first") << 1u << qint64(0);
    QTest::newRow("fourth") << 4u << qint64(0);
    QTest::newRow("fifth") << 5u << 30 * second;
    QTest::newRow("sixth") << 6u << minute;
    QTest::newRow("seventh") << 7u << 2 * minute;
    QTest::newRow("eighth") << 8u << 4 * minute;
    QTest::newRow("ninth") << 9u << 8 * minute;
    QTest::newRow("tenth") << 10u << 16 * minute;
    QTest::newRow("eleventh") << 11u << 32 * minute;
    QTest::newRow("twelfth") << 12u << 60 * minute;
    QTest::newRow("thirteenth") << 13u << 60 * minute;
    QTest::newRow("hundredth") << 100u << 60 * minute;
    QTest::newRow("the most that is counted") << 1'000'000u << 60 * minute;
}

void AttemptsTest::delays()
{
    QFETCH(quint32, wrong);
    QFETCH(qint64, wait);
    const BootTime now{5 * minute, firstBoot};
    const Attempts attempts{wrong, now};
    QCOMPARE(qint64(attempts.waitMs(now)), wait);
    if (wrong <= 100)
        QCOMPARE(wrongTimes(wrong, now).waitMs(now), wait);
}

void AttemptsTest::clocks_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QByteArray>("boot");
    QTest::addColumn<qint64>("wait"); // of eight minutes from 10:00 on
    QTest::newRow("at once") << 10 * minute << firstBoot << 8 * minute;
    QTest::newRow("soon") << 11 * minute << firstBoot << 7 * minute;
    QTest::newRow("a moment before") << 18 * minute - 1 << firstBoot << qint64(1);
    QTest::newRow("then") << 18 * minute << firstBoot << qint64(0);
    QTest::newRow("much later") << 90'000 * minute << firstBoot << qint64(0);
    QTest::newRow("just started again") << qint64(0) << nextBoot << 8 * minute;
    QTest::newRow("started again, later on its clock") << 17 * minute << nextBoot << qint64(0);
    QTest::newRow("started again, a while ago") << 3 * minute << nextBoot << 5 * minute;
    QTest::newRow("the clock went back") << 9 * minute << firstBoot << qint64(0);
    QTest::newRow("no id any more") << minute << QByteArray() << 7 * minute;
    QTest::newRow("below zero") << qint64(-1) << nextBoot << 8 * minute;
    QTest::newRow("the least there is") << std::numeric_limits<qint64>::min() << firstBoot << 8 * minute;
    QTest::newRow("the most there is") << std::numeric_limits<qint64>::max() << firstBoot << qint64(0);
}

void AttemptsTest::clocks()
{
    QFETCH(qint64, ms);
    QFETCH(QByteArray, boot);
    QFETCH(qint64, wait);
    const Attempts attempts{9, {10 * minute, firstBoot}};
    QCOMPARE(qint64(attempts.waitMs({ms, boot})), wait);
}

void AttemptsTest::countingEnds()
{
    const Attempts attempts{Attempts::mostCounted, {}};
    QCOMPARE(attempts.afterTry({}).wrong, Attempts::mostCounted);
}

void AttemptsTest::file_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const char *file, bool good = false) {
        QTest::newRow(name) << QByteArray(file) << good;
    };
    row("fresh", R"({"boot":"","format":1,"since":0,"wrong":0})", true);
    row("five", R"({"boot":"2f0c-1","format":1,"since":81234,"wrong":5})", true);
    row("the most", R"({"boot":"","format":1,"since":9007199254740991,"wrong":1000000})", true);
    row("empty", "");
    row("not JSON", "wrong=0");
    row("a list", "[]");
    row("a line's end", "{\"boot\":\"\",\"format\":1,\"since\":0,\"wrong\":0}\n");
    row("another order", R"({"format":1,"boot":"","since":0,"wrong":0})");
    row("a member twice", R"({"boot":"","format":1,"since":0,"wrong":0,"wrong":0})");
    row("a member more", R"({"boot":"","format":1,"since":0,"wrong":0,"zero":0})");
    row("a member less", R"({"boot":"","format":1,"since":0})");
    row("a newer format", R"({"boot":"","format":2,"since":0,"wrong":0})");
    row("below zero", R"({"boot":"","format":1,"since":0,"wrong":-1})");
    row("too many", R"({"boot":"","format":1,"since":0,"wrong":1000001})");
    row("far too many", R"({"boot":"","format":1,"since":0,"wrong":1e300})");
    row("part of one", R"({"boot":"","format":1,"since":0,"wrong":0.5})");
    row("as text", R"({"boot":"","format":1,"since":0,"wrong":"0"})");
    row("a time too late", R"({"boot":"","format":1,"since":9007199254740992,"wrong":0})");
    row("a time before", R"({"boot":"","format":1,"since":-1,"wrong":0})");
    row("an id with other letters", R"({"boot":"zz","format":1,"since":0,"wrong":0})");
    row("an id that is none", R"({"boot":7,"format":1,"since":0,"wrong":0})");
    QTest::newRow("an id of 64")
        << QByteArray(R"({"boot":")").append(64, 'a').append(R"(","format":1,"since":0,"wrong":0})") << true;
    QTest::newRow("an id of 65")
        << QByteArray(R"({"boot":")").append(65, 'a').append(R"(","format":1,"since":0,"wrong":0})") << false;
    QTest::newRow("huge") << QByteArray(10'000'000, '[') << false;
}

void AttemptsTest::file()
{
    QFETCH(QByteArray, file);
    QFETCH(bool, good);
    const auto parsed = Attempts::parse(file);
    QCOMPARE(parsed.has_value(), good);
    if (good)
        QCOMPARE(parsed->serialise(), file);
}

void AttemptsTest::everyByteOfTheFile()
{
    const QByteArray file = Attempts{7, {81'234, firstBoot}}.serialise();
    int taken = 0;
    for (qsizetype place = 0; place < file.size(); ++place) {
        for (int value = 0; value < 256; ++value) {
            QByteArray changed = file;
            changed[place] = char(value);
            const auto parsed = Attempts::parse(changed);
            QVERIFY(!parsed || parsed->serialise() == changed);
            taken += parsed.has_value() && changed != file;
        }
        QVERIFY(!Attempts::parse(file.first(place)));
    }
    // Other digits of the numbers and of the id: all that can be said is what
    // whoever may write the file could say anyway.
    qInfo("%d of %lld changed bytes are another file of ours", taken, file.size() * 255);
}

void AttemptsTest::missingOrDamaged_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("cut") << Attempts{7, {81'234, firstBoot}}.serialise().chopped(3);
    QTest::newRow("huge") << QByteArray(100'000, 'x');
}

void AttemptsTest::missingOrDamaged()
{
    QFETCH(QByteArray, file);
    Place place;
    if (file.isNull())
        QVERIFY(place.disk->makeDirectory(place.layout.root()));
    else
        put(place.layout.attempts(), file);
    const BootTime now{3 * minute, firstBoot};
    const auto loaded = loadAttempts(*place.disk, place.layout, now);
    QVERIFY(loaded);
    QCOMPARE(loaded->wrong, 5u);
    QCOMPARE(qint64(loaded->waitMs(now)), 30 * second);
    // Written down: looking again does not begin the wait again.
    const auto later = loadAttempts(*place.disk, place.layout, {3 * minute + 20 * second, firstBoot});
    QCOMPARE(*later, *loaded);
    QCOMPARE(qint64(later->waitMs({3 * minute + 20 * second, firstBoot})), 10 * second);
    QCOMPARE(QFile::permissions(place.layout.attempts()) & 0x0077, QFile::Permissions());
}

void AttemptsTest::tryIsWrittenFirst()
{
    Place place;
    QVERIFY(place.disk->makeDirectory(place.layout.root()));
    QVERIFY(clearAttempts(*place.disk, place.layout));
    Attempts attempts = *loadAttempts(*place.disk, place.layout, {minute, firstBoot});
    QCOMPARE(attempts, Attempts());
    for (std::uint32_t tried = 1; tried <= 12; ++tried) {
        attempts = *writeTry(*place.disk, place.layout, attempts, {minute * tried, firstBoot});
        // The process ends here: what was written is what the next one reads.
        QCOMPARE(*loadAttempts(*place.disk, place.layout, {minute * tried, firstBoot}), attempts);
        QCOMPARE(attempts.wrong, tried);
    }
}

void AttemptsTest::rightSecretClears()
{
    Place place;
    put(place.layout.attempts(), Attempts{9, {minute, firstBoot}}.serialise());
    QVERIFY(clearAttempts(*place.disk, place.layout));
    QCOMPARE(*loadAttempts(*place.disk, place.layout, {minute, firstBoot}), Attempts());
    SteppedDisk counting([](int) { return Result<void>(); });
    QVERIFY(clearAttempts(counting, place.layout));
    QCOMPARE(counting.steps(), 0); // nothing to change, nothing written
}

void AttemptsTest::faults_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("full disk") << int(Error::DiskFull);
    QTest::newRow("read only") << int(Error::CannotWrite);
}

/// A try that cannot be counted is not to be made.
void AttemptsTest::faults()
{
    QFETCH(int, kind);
    Place place;
    QVERIFY(place.disk->makeDirectory(place.layout.root()));
    SteppedDisk failing([kind](int) -> Result<void> { return tl::unexpected(Error{Error::Kind(kind)}); });
    const auto assumed = loadAttempts(failing, place.layout, {minute, firstBoot});
    QCOMPARE(int(assumed.error().kind), kind);
    const auto tried = writeTry(failing, place.layout, Attempts(), {minute, firstBoot});
    QCOMPARE(int(tried.error().kind), kind);
    QCOMPARE(int(clearAttempts(failing, place.layout).error().kind), kind);
    QVERIFY(!QFile::exists(place.layout.attempts()));
}

/// Somebody guesses as fast as they can, ends the process, starts the device
/// again and removes the file, for ten days: the tries are counted.
void AttemptsTest::noBypass()
{
    QRandomGenerator chance(1);
    Place place;
    QVERIFY(place.disk->makeDirectory(place.layout.root()));
    QVERIFY(clearAttempts(*place.disk, place.layout));
    constexpr qint64 bootTakes = 20 * second;
    int boots = 1;
    int tries = 0;
    qint64 ms = 0;
    qint64 elapsed = 0;
    while (elapsed < qint64{10} * 24 * 60 * minute) {
        const BootTime now{ms, QByteArray::number(boots)};
        const Attempts attempts = *loadAttempts(*place.disk, place.layout, now);
        const qint64 wait = attempts.waitMs(now);
        if (wait > 0 && chance.bounded(4) == 0) { // hoping that it helps
            ++boots;
            ms = 0;
            elapsed += bootTakes;
            continue;
        }
        ms += wait + second;
        elapsed += wait + second;
        const BootTime then{ms, now.bootId};
        QCOMPARE(qint64(attempts.waitMs(then)), qint64(0));
        QVERIFY(writeTry(*place.disk, place.layout, attempts, then));
        ++tries;
    }
    qInfo("%d tries in ten days, %d starts", tries, boots);
    QVERIFY(tries <= 11 + 10 * 24);
}

QTEST_GUILESS_MAIN(AttemptsTest)
#include "tst_attempts.moc"
