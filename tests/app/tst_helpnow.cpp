// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <memory>

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/HelpNow.h"
#include "tests/app/Fakes.h"

using namespace rapport;
using namespace rapport::app;
using namespace rapport::tests;

namespace {

struct Region
{
    const char *id;
    const char *texts; ///< numbers to send a message to
    const char *calls;
    const char *emergency; ///< only those seen at an official page
};

/// Copied by hand from what was found and judged, not from the file that is
/// tested. A wrong digit here sends somebody to nobody.
constexpr Region found[]{
    {"US", "988", "988", "911"},
    {"CA", "988", "988", "911"},
    {"GB", "", "116 123", ""},
    {"IE", "", "116 123", "112"},
    {"AU", "0477 13 11 14", "13 11 14", "000"},
    {"NZ", "1737", "1737", "111"},
    {"FR", "", "3114", "112"},
    {"CH", "", "143", ""},
    {"DE", "", "0800 1110111|0800 1110222", "112"},
    {"AT", "", "142", "112"},
    {"ES", "", "024", "112"},
    {"NL", "", "113|0800-0113", "112"},
    {"BE", "", "1813|0800 32 123", "112"},
    {"BR", "", "188", ""},
    {"IN", "", "14416|1800-891-4416", ""},
    {"MX", "", "800 911 2000", ""},
    {"CL", "", "*4141", ""},
    {"PT", "", "1411", "112"},
};

/// Left out for doubt, and a few that nobody looked at.
constexpr const char *without[]{"JP", "LB", "AR", "EG", "SA", "IT", "SE", "XX", "us", ""};

QByteArray shipped()
{
    QFile file(QStringLiteral(":/rapport/crisis/lines.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList listOf(const char *numbers)
{
    return QString::fromLatin1(numbers).split(u'|', Qt::SkipEmptyParts);
}

} // namespace

class TestHelpNow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock.set(QDate(2026, 11, 23), QTime(12, 0));
        m_sharer = std::make_unique<FakeSharer>();
        start();
    }

    void cleanup()
    {
        m_tester.reset();
        m_help.reset();
        m_settings.reset();
    }

    void everyNumberIsTheOneFound_data()
    {
        QTest::addColumn<int>("row");
        for (int i = 0; i < int(std::size(found)); ++i)
            QTest::newRow(found[i].id) << i;
    }

    void everyNumberIsTheOneFound()
    {
        QFETCH(int, row);
        const Region &region = found[row];
        m_help->choose(QString::fromLatin1(region.id));
        QVERIFY(m_help->covered());
        const QStringList texts = listOf(region.texts);
        QCOMPARE(numbers(), texts + listOf(region.calls));
        for (int i = 0; i < m_help->rowCount(); ++i) {
            const QModelIndex line = m_help->index(i);
            QCOMPARE(line.data(HelpNow::ByTextRole).toBool(), i < texts.size()); // those by text first
            QVERIFY(!line.data(HelpNow::NameRole).toString().isEmpty());
        }
        QCOMPARE(m_help->emergency(), QString::fromLatin1(region.emergency));
        QVERIFY(!m_help->regionName().isEmpty());
    }

    void noRegionIsThereThatWasNotFound()
    {
        QStringList expected;
        for (const Region &region : found)
            expected += QString::fromLatin1(region.id);
        QStringList offered = m_help->regions();
        expected.sort();
        offered.sort();
        QCOMPARE(offered, expected);
    }

    void everyLineSaysWhereItIsFrom()
    {
        const QJsonArray regions = QJsonDocument::fromJson(shipped()).object().value(u"regions").toArray();
        QCOMPARE(regions.size(), qsizetype(std::size(found)));
        for (const auto &region : regions) {
            const QByteArray id = region[u"region"].toString().toLatin1();
            const QJsonArray lines = region[u"lines"].toArray();
            QVERIFY2(!lines.isEmpty(), id.constData());
            for (const auto &line : lines) {
                QVERIFY2(!line[u"call"].toArray().isEmpty() || !line[u"text"].toArray().isEmpty(),
                         id.constData());
                QVERIFY2(line[u"source"].toString().contains(u'.'), id.constData());
                QVERIFY2(QStringList({QStringLiteral("A"), QStringLiteral("B")})
                             .contains(line[u"sure"].toString()),
                         id.constData());
            }
        }
    }

    void otherRegionsShowNoLine_data()
    {
        QTest::addColumn<QString>("region");
        for (const char *region : without)
            QTest::addRow("'%s'", region) << QString::fromLatin1(region);
    }

    void otherRegionsShowNoLine()
    {
        QFETCH(QString, region);
        m_help->choose(QStringLiteral("US"));
        m_help->choose(region);
        QVERIFY(!m_help->covered());
        QCOMPARE(m_help->rowCount(), 0);
        QCOMPARE(m_help->emergency(), QString());
        QCOMPARE(m_help->region(), region);
    }

    void languagesAreNamedInThemselves()
    {
        m_help->choose(QStringLiteral("BE"));
        QCOMPARE(m_help->index(0).data(HelpNow::SpeaksRole).toString(), QStringLiteral("Nederlands"));
        QCOMPARE(m_help->index(1).data(HelpNow::SpeaksRole).toString(), QString::fromUtf8("français"));
        m_help->choose(QStringLiteral("FR"));
        QCOMPARE(m_help->index(0).data(HelpNow::SpeaksRole).toString(), QString());
    }

    void aChoiceIsRemembered()
    {
        QVERIFY(!m_help->confirmed()); // a guess by the locale is only where the question starts
        m_help->choose(QStringLiteral("NZ"));
        QVERIFY(m_help->confirmed());
        start();
        QVERIFY(m_help->confirmed());
        QCOMPARE(m_help->region(), QStringLiteral("NZ"));
        QVERIFY(m_help->covered());
    }

    void age_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<bool>("old");
        QTest::newRow("now") << QDate(2026, 11, 23) << false;
        QTest::newRow("a year on") << QDate(2027, 11, 22) << false;
        QTest::newRow("and a day") << QDate(2027, 11, 23) << true;
        QTest::newRow("years on") << QDate(2031, 1, 1) << true;
    }

    void age()
    {
        QFETCH(QDate, today);
        QFETCH(bool, old);
        m_clock.set(today, QTime(12, 0));
        QCOMPARE(m_help->outOfDate(), old);
        QVERIFY(m_help->checkedOn().contains(QStringLiteral("2026")));
    }

    void aFileThatCannotBeReadShowsNothingAndIsOld()
    {
        HelpNow help(QByteArray("not json"), *m_settings, m_clock, *m_sharer);
        help.choose(QStringLiteral("US"));
        QVERIFY(!help.covered());
        QVERIFY(help.regions().isEmpty());
        QVERIFY(help.outOfDate());
    }

    void reaching_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("byText");
        QTest::addColumn<QString>("address");
        QTest::newRow("call") << "116 123" << false << "tel:116123";
        QTest::newRow("text") << "0477 13 11 14" << true << "sms:0477131114";
        QTest::newRow("dashes") << "1800-891-4416" << false << "tel:18008914416";
        QTest::newRow("a star") << "*4141" << false << "tel:*4141";
        QTest::newRow("from abroad") << "+44 116 123" << false << "tel:+44116123";
        QTest::newRow("a leading zero") << "024" << false << "tel:024";
    }

    void reaching()
    {
        QFETCH(QString, number);
        QFETCH(bool, byText);
        QFETCH(QString, address);
        m_help->reach(number, byText);
        QCOMPARE(m_sharer->given.size(), 1);
        QCOMPARE(m_sharer->given.first().name, address);
        QCoreApplication::processEvents();
        QCOMPARE(m_help->message(), QString());
    }

    void withoutAPhoneAppTheNumberIsSaid_data()
    {
        QTest::addColumn<int>("answer");
        QTest::newRow("not there") << int(platform::Sharer::Result::Unavailable);
        QTest::newRow("failed") << int(platform::Sharer::Result::Failed);
    }

    void withoutAPhoneAppTheNumberIsSaid()
    {
        QFETCH(int, answer);
        m_sharer->next = platform::Sharer::Result(answer);
        QSignalSpy said(m_help.get(), &HelpNow::messageChanged);
        m_help->reach(QStringLiteral("116 123"), false);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY2(m_help->message().contains(QStringLiteral("116 123")), qPrintable(m_help->message()));
        m_help->choose(QStringLiteral("FR"));
        QCOMPARE(m_help->message(), QString());
    }

private:
    /// As after a start of the app.
    void start()
    {
        m_tester.reset();
        m_help.reset();
        m_settings = std::make_unique<DeviceSettings>(m_folder->path());
        m_help = std::make_unique<HelpNow>(shipped(), *m_settings, m_clock, *m_sharer);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_help.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    QStringList numbers() const
    {
        QStringList numbers;
        for (int row = 0; row < m_help->rowCount(); ++row)
            numbers += m_help->index(row).data(HelpNow::NumberRole).toString();
        return numbers;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    SettableClock m_clock;
    std::unique_ptr<FakeSharer> m_sharer;
    std::unique_ptr<DeviceSettings> m_settings;
    std::unique_ptr<HelpNow> m_help;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestHelpNow)
#include "tst_helpnow.moc"
