// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

#include "core/wording/TimeWording.h"

using namespace rapport::domain;
using namespace rapport::wording;

class TestTimeWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void days_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("day");     // 24 November 2026
        QTest::addColumn<QString>("weekday"); // the same
        QTest::addColumn<QString>("time");    // 14:05
        QTest::newRow("en_GB") << "en_GB"
                               << "24 November"
                               << "Tuesday 24 November"
                               << "14:05";
        QTest::newRow("en_US") << "en_US"
                               << "November 24"
                               << "Tuesday November 24" << QString();
        QTest::newRow("es") << "es_ES"
                            << "24 de noviembre"
                            << "martes 24 de noviembre"
                            << "14:05";
        QTest::newRow("fr") << "fr_FR"
                            << "24 novembre"
                            << "mardi 24 novembre"
                            << "14:05";
        QTest::newRow("de") << "de_DE"
                            << "24. November"
                            << "Dienstag 24. November"
                            << "14:05";
        QTest::newRow("ar") << "ar_EG" << QStringLiteral("٢٤ نوفمبر") << QStringLiteral("الثلاثاء ٢٤ نوفمبر")
                            << QString();
        QTest::newRow("pt") << "pt_BR"
                            << "24 de novembro" << QStringLiteral("terça-feira 24 de novembro") << "14:05";
        QTest::newRow("ja") << "ja_JP" << QStringLiteral("11月24日") << QStringLiteral("火曜日 11月24日")
                            << "14:05";
        QTest::newRow("hy") << "hy_AM" << QStringLiteral("նոյեմբերի 24") << QString() << QString();
        QTest::newRow("hu") << "hu_HU"
                            << "november 24."
                            << "kedd november 24."
                            << "14:05";
        QTest::newRow("sr") << "sr_RS" << QStringLiteral("24. новембар") << QString() << "14:05";
        QTest::newRow("ko") << "ko_KR" << QStringLiteral("11월 24일") << QString() << QString();
        QTest::newRow("none") << "C"
                              << "24 November"
                              << "Tuesday 24 November"
                              << "14:05";
    }

    void days()
    {
        QFETCH(QString, locale);
        QFETCH(QString, day);
        QFETCH(QString, weekday);
        QFETCH(QString, time);
        const QLocale place(locale);
        const QDate date(2026, 11, 24);
        QCOMPARE(dayAndMonth(date, place), day);
        if (!weekday.isEmpty())
            QCOMPARE(weekdayAndDay(date, place), weekday);
        const QString clock = clockTime(QTime(14, 5), place);
        if (!time.isEmpty())
            QCOMPARE(clock.left(5), time);
        // to the minute, with whatever the locale puts around it
        QVERIFY2(clock.contains(place.toString(5)), qPrintable(clock));
    }

    /// No language leaves a year, or a word or sign that went with it.
    void everyLocaleReadsWell()
    {
        const QDate date(2026, 11, 24);
        const auto all =
            QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
        QVERIFY(all.size() > 100);
        // Shavian, an alphabet for English, marks names by a dot before them.
        const QRegularExpression edges(QStringLiteral("^(?!·)[\\s\\p{P}]|[\\s,،፣-]$"));
        QStringList wrong;
        for (const QLocale &locale : all) {
            const QString day = dayAndMonth(date, locale);
            const bool leftovers = day.contains(QStringLiteral("26")) || day.contains(locale.toString(26)) ||
                                   day.contains(u'\'') || edges.match(day).hasMatch();
            if (leftovers || !day.contains(locale.toString(24)))
                wrong += locale.name() + QStringLiteral(": '") + day + u'\'';
        }
        QCOMPARE(wrong.join(u'\n'), QString());
    }

    void pastDays_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("words");
        // today is Friday, 1 January 2027
        QTest::newRow("today") << "en_GB" << QDate(2027, 1, 1) << "Today";
        QTest::newRow("yesterday, last year") << "en_GB" << QDate(2026, 12, 31) << "Yesterday";
        QTest::newRow("last year") << "en_GB" << QDate(2026, 12, 30) << "Wednesday 30 December 2026";
        QTest::newRow("this year, later") << "en_GB" << QDate(2027, 1, 2) << "Saturday 2 January";
        QTest::newRow("its own digits")
            << "ar_EG" << QDate(2026, 12, 30) << QStringLiteral("الأربعاء ٣٠ ديسمبر ٢٠٢٦");
    }

    void pastDays()
    {
        QFETCH(QString, locale);
        QFETCH(QDate, day);
        QTEST(pastDay(day, QDate(2027, 1, 1), QLocale(locale)), "words");
    }

    void headlines_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QTime>("now");
        QTest::addColumn<QString>("headline");
        // the session is on Thursday, 26 November 2026, 14:00
        const QDate monday(2026, 11, 23);
        const QDate thursday(2026, 11, 26);
        const QTime nine(9, 0);
        QTest::newRow("en, this week") << "en_GB" << monday << nine << "Next session Thursday, 14:00";
        QTest::newRow("es, this week") << "es_ES" << monday << nine << "Next session jueves, 14:00";
        QTest::newRow("fr, this week") << "fr_FR" << monday << nine << "Next session jeudi, 14:00";
        QTest::newRow("de, this week") << "de_DE" << monday << nine << "Next session Donnerstag, 14:00";
        QTest::newRow("ar, this week")
            << "ar_EG" << monday << nine << QStringLiteral("Next session الخميس, ٢:٠٠ م");
        QTest::newRow("en, later") << "en_GB" << QDate(2026, 11, 19) << nine
                                   << "Next session 26 November, 14:00";
        QTest::newRow("es, later") << "es_ES" << QDate(2026, 11, 1) << nine
                                   << "Next session 26 de noviembre, 14:00";
        QTest::newRow("tomorrow") << "en_GB" << QDate(2026, 11, 25) << nine << "Next session tomorrow, 14:00";
        QTest::newRow("today") << "en_GB" << thursday << nine << "Next session today, 14:00";
        QTest::newRow("it was today") << "en_GB" << thursday << QTime(14, 0) << "Your session was today";
        QTest::newRow("it was yesterday")
            << "en_GB" << QDate(2026, 11, 27) << nine << "Your session was yesterday";
        QTest::newRow("over") << "en_GB" << QDate(2026, 11, 28) << nine << "Saturday 28 November";
        QTest::newRow("over, es") << "es_ES" << QDate(2026, 11, 28) << nine
                                  << QStringLiteral("sábado 28 de noviembre");
    }

    void headlines()
    {
        QFETCH(QString, locale);
        QFETCH(QDate, today);
        QFETCH(QTime, now);
        QFETCH(QString, headline);
        Session session;
        session.date = QDate(2026, 11, 26);
        session.time = QTime(14, 0);
        session.zone = "Europe/Madrid";
        const Moment moment = at(today, now);
        QCOMPARE(sessionHeadline(session, moment, QLocale(locale)), headline);
        const QString none = sessionHeadline(std::nullopt, moment, QLocale(locale));
        QCOMPARE(none, weekdayAndDay(today, QLocale(locale)));
    }

private:
    static Moment at(QDate day, QTime time)
    {
        return Moment::fromDateTime(QDateTime(day, time, QTimeZone("Europe/Madrid")));
    }
};

QTEST_GUILESS_MAIN(TestTimeWording)
#include "tst_timewording.moc"
