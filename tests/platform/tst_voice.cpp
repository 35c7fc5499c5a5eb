// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <memory>

#include <QLibrary>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include "platform/linux/SpeechVoice.h"
#include "tests/platform/FakeSpeech.h"

using namespace rapport::platform;
using Ending = Voice::Ending;

/// The voice over a library that behaves by its script, and without any.
class TestVoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLibrary library(QStringLiteral(FAKE_SPEECH), 2);
        const auto find = reinterpret_cast<FakeSpeech *(*)()>(library.resolve("fake_speech"));
        QVERIFY2(find, qPrintable(library.errorString()));
        m_script = find();
    }
    void init()
    {
        *m_script = {};
        start(QStringLiteral(FAKE_SPEECH));
    }
    void cleanup() { m_voice.reset(); }

    void withoutTheLibrary()
    {
        start(QStringLiteral("no-such-speech-library"));
        QCOMPARE(probe(), false);
        say(QStringLiteral("Good morning."));
        QTRY_COMPARE(m_endings, QList<Ending>{Ending::Failed});
    }

    void aLibraryOfAnotherKind()
    {
        start(QStringLiteral("z")); // is there, and cannot speak
        QCOMPARE(probe(), false);
    }

    void nothingIsLoadedBeforeItIsNeeded()
    {
        QTest::qWait(50);
        m_voice->stop();
        QCOMPARE(m_script->opened, 0);
    }

    void probing_data()
    {
        QTest::addColumn<bool>("serviceRuns");
        QTest::addColumn<bool>("hasVoice");
        QTest::addColumn<bool>("available");
        QTest::newRow("all there") << true << true << true;
        QTest::newRow("no service") << false << true << false;
        QTest::newRow("only the stand-in") << true << false << false;
    }
    void probing()
    {
        QFETCH(const bool, serviceRuns);
        QFETCH(const bool, hasVoice);
        m_script->serviceRuns = serviceRuns;
        m_script->hasVoice = hasVoice;
        QTEST(probe(), "available");
        QVERIFY(m_script->said.empty());
    }

    void answersComeLaterAndOnlyToWhoIsThere()
    {
        int answers = 0;
        auto context = std::make_unique<QObject>();
        m_voice->probe(context.get(), [&answers](bool) { ++answers; });
        QCOMPARE(answers, 0);
        context.reset();
        QCOMPARE(probe(), true);
        QCOMPARE(answers, 0);
    }

    void speaksToTheEnd()
    {
        m_script->speaksAtOnce = true;
        say(QStringLiteral("J'ai besoin de temps. 時間"), QLocale(QLocale::French, QLocale::France));
        QTRY_COMPARE(m_endings, QList<Ending>{Ending::Spoken});
        QCOMPARE(m_script->said, std::vector<std::string>{"J'ai besoin de temps. 時間"});
        QCOMPARE(m_script->language, std::string("fr"));
        QCOMPARE(m_script->priority, 3); // below what a screen reader says
    }

    void stops()
    {
        say(QStringLiteral("A long story."));
        QTRY_COMPARE(m_script->said.size(), size_t(1));
        m_voice->stop();
        QTRY_COMPARE(m_endings, QList<Ending>{Ending::Stopped});
        QTest::qWait(20); // the library tells of the end, too: not twice
        QCOMPARE(m_endings.size(), 1);
        m_voice->stop();
        QTest::qWait(20);
        QCOMPARE(m_endings.size(), 1);
    }

    void theNextTextTakesThePlace()
    {
        say(QStringLiteral("One."));
        say(QStringLiteral("Two."));
        QTRY_COMPARE(m_script->said.size(), size_t(2));
        QCOMPARE(m_script->cancelled, 1);
        QTest::qWait(20);
        QCOMPARE(m_endings, QList<Ending>());
        m_voice->stop();
        QTRY_COMPARE(m_endings, QList<Ending>{Ending::Stopped});
    }

    void aServiceThatWentIsStartedAgain()
    {
        QCOMPARE(probe(), true);
        m_script->diesOnce = true;
        m_script->speaksAtOnce = true;
        say(QStringLiteral("Still here."));
        QTRY_COMPARE(m_endings, QList<Ending>{Ending::Spoken});
        QCOMPARE(m_script->opened, 2);
        QCOMPARE(m_script->closed, 1);
    }

    void aServiceThatIsGoneForGood()
    {
        QCOMPARE(probe(), true);
        m_script->diesOnce = true;
        m_script->serviceRuns = false;
        say(QStringLiteral("Nobody there."));
        QTRY_COMPARE(m_endings, QList<Ending>{Ending::Failed});
    }

    void neverByNetwork()
    {
        qputenv("SPEECHD_ADDRESS", "inet_socket:127.0.0.1:6560");
        qputenv("XDG_RUNTIME_DIR", "/somewhere");
        QCOMPARE(probe(), true);
        QVERIFY(!m_script->byNetwork);
        QVERIFY(m_script->startsService);
        QCOMPARE(m_script->path, std::string("/somewhere/speech-dispatcher/speechd.sock"));
    }

    void fallsSilentAtTheEnd()
    {
        say(QStringLiteral("A long story."));
        QTRY_COMPARE(m_script->said.size(), size_t(1));
        m_voice.reset();
        QCOMPARE(m_script->cancelled, 1);
        QCOMPARE(m_script->closed, 1);
    }

private:
    void start(const QString &library)
    {
        m_endings.clear();
        m_voice = std::make_unique<SpeechVoice>(library);
        connect(m_voice.get(), &Voice::finished, this, [this](Ending ending) { m_endings.append(ending); });
    }
    bool probe()
    {
        std::optional<bool> answer;
        m_voice->probe(this, [&answer](bool available) { answer = available; });
        [&answer] { QTRY_VERIFY(answer.has_value()); }();
        return answer.value_or(false);
    }
    void say(const QString &text, const QLocale &language = QLocale(QLocale::English))
    {
        m_voice->say(text, language);
    }

    FakeSpeech *m_script = nullptr;
    std::unique_ptr<SpeechVoice> m_voice;
    QList<Ending> m_endings;
};

QTEST_GUILESS_MAIN(TestVoice)
#include "tst_voice.moc"
