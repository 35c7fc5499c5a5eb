// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <QDir>
#include <QFile>
#include <QTest>

#include "core/domain/Pause.h"
#include "core/domain/Text.h"
#include "core/wording/Starters.h"

using namespace rapport::domain;
using namespace rapport::wording;

class TestStarters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read()
    {
        const QList<Starter> all = starters(
            R"({"language": "en", "starters": [
                {"id": "sounds", "title": "T", "opening": "O",
                 "prompts": [{"at": 0, "text": "a"}, {"at": 1000, "text": "b"}]},
                {"id": "silent-2", "title": "S", "opening": "P", "prompts": [], "bells": [500]}]})");
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.first(), (Starter{QStringLiteral("sounds"),
                                       QStringLiteral("T"),
                                       QStringLiteral("O"),
                                       {{0, QStringLiteral("a")}, {1000, QStringLiteral("b")}},
                                       {}}));
        QCOMPARE(all.last().bellsPermille, QList<int>{500});
    }

    void leftOut_data()
    {
        QTest::addColumn<QByteArray>("starter");
        const auto row = [](const char *name, const char *starter) {
            QTest::newRow(name) << QByteArray(starter);
        };
        row("no id", R"({"title": "T", "opening": "O"})");
        row("an id that is not stable", R"({"id": "Sounds", "title": "T", "opening": "O"})");
        row("no title", R"({"id": "a", "opening": "O"})");
        row("no opening", R"({"id": "a", "title": "T"})");
        row("an empty prompt",
            R"({"id": "a", "title": "T", "opening": "O", "prompts": [{"at": 1, "text": ""}]})");
        row("no time", R"({"id": "a", "title": "T", "opening": "O", "prompts": [{"text": "x"}]})");
        row("a time beyond the end",
            R"({"id": "a", "title": "T", "opening": "O", "prompts": [{"at": 1001, "text": "x"}]})");
        row("the same time twice",
            R"({"id": "a", "title": "T", "opening": "O",
                "prompts": [{"at": 5, "text": "x"}, {"at": 5, "text": "y"}]})");
        row("back in time",
            R"({"id": "a", "title": "T", "opening": "O",
                "prompts": [{"at": 5, "text": "x"}, {"at": 4, "text": "y"}]})");
        row("bells back in time", R"({"id": "a", "title": "T", "opening": "O", "bells": [5, 4]})");
        row("a bell that is no number", R"({"id": "a", "title": "T", "opening": "O", "bells": ["5"]})");
    }

    void leftOut()
    {
        QFETCH(QByteArray, starter);
        const QByteArray good = R"({"id": "good", "title": "T", "opening": "O"})";
        const QList<Starter> all = starters("{\"starters\": [" + starter + ", " + good + "]}");
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().id, QStringLiteral("good"));
    }

    void unreadable_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("something else") << QByteArray("[1, 2]");
        QTest::newRow("no starters") << QByteArray(R"({"starters": 5})");
    }

    void unreadable()
    {
        QFETCH(QByteArray, json);
        QVERIFY(starters(json).isEmpty());
    }

    void ours_data()
    {
        QTest::addColumn<QString>("language");
        const QDir folder(QFINDTESTDATA("../../../assets/content"));
        const QStringList files = folder.entryList({QStringLiteral("*.json")});
        QVERIFY(!files.isEmpty());
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << folder.filePath(file);
    }

    /// What is written keeps what is promised: the same starters in every
    /// language, short enough to be read at one metre, none over a bell.
    void ours()
    {
        QFETCH(QString, language);
        QFile file(language);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray json = file.readAll();
        const QList<Starter> all = starters(json);
        QCOMPARE(all.size(), json.count("\"id\"")); // none was left out
        QStringList ids;
        for (const Starter &starter : all) {
            ids.append(starter.id);
            QVERIFY2(codePointCount(starter.title) <= longestPrompt, qPrintable(starter.title));
            for (const StarterPrompt &prompt : starter.prompts)
                QVERIFY2(codePointCount(prompt.text) <= longestPrompt, qPrintable(prompt.text));
            // At the usual length nothing needs to be left out.
            const qint64 usual = usualPauseMinutes * msPerPauseMinute;
            const QList<Cue> cues = planCues(starter, usual);
            QCOMPARE(cues.size(), 2 + starter.prompts.size() + starter.bellsPermille.size());
        }
        QCOMPARE(ids,
                 QStringList({QStringLiteral("sounds"), QStringLiteral("breath"), QStringLiteral("silent")}));
    }
};

QTEST_APPLESS_MAIN(TestStarters)
#include "tst_starters.moc"
