// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <optional>
#include <random>

#include <QHash>
#include <QMutex>
#include <QTimeZone>
#include <QUrl>

#include "core/domain/Clock.h"
#include "platform/Services.h"
#include "tests/app/PauseFakes.h"

// Stand-ins for time, chance and the operating system's services. Everything
// else in these tests is real.

namespace rapport::tests {

/// A clock that stands still until it is told otherwise; the zone has summer
/// time. Begins on Monday, 2 March 2026, 09:00.
class SettableClock final : public domain::Clock
{
public:
    domain::Moment now() const override
    {
        const QMutexLocker lock(&m_mutex);
        return domain::Moment::fromDateTime(m_now);
    }
    QByteArray zone() const override { return madrid().id(); }

    void set(QDate day, QTime time)
    {
        const QMutexLocker lock(&m_mutex);
        m_now = QDateTime(day, time, madrid());
    }
    void advance(int seconds)
    {
        const QMutexLocker lock(&m_mutex);
        m_now = m_now.addSecs(seconds);
    }

private:
    static QTimeZone madrid() { return QTimeZone("Europe/Madrid"); }

    mutable QMutex m_mutex;
    QDateTime m_now{QDate(2026, 3, 2), QTime(9, 0), madrid()};
};

/// The same chance in every run, from any thread.
class SeededChance final : public domain::RandomSource
{
public:
    void fill(std::span<std::byte> bytes) override
    {
        const QMutexLocker lock(&m_mutex);
        for (std::byte &byte : bytes)
            byte = static_cast<std::byte>(m_engine() & 0xff);
    }

private:
    QMutex m_mutex;
    std::mt19937 m_engine{20260302};
};

/// Answers as it was told to, later, once; writes down what it was given.
class FakeSharer final : public platform::Sharer
{
public:
    enum class Way { Email, File, Clipboard, Uri };
    struct Given
    {
        Way way;
        QString name; ///< subject, file name or address
        QString text;
        QList<platform::Attachment> files; ///< what was attached, or the file
    };

    Result next = Result::Done;
    bool holds = false; ///< keeps the answer back, as an open dialog does
    QList<Given> given;
    int cleared = 0; ///< how often what was copied was to be cleared

    /// The person closes the dialog that was held open.
    void answerNow(Result result) { std::exchange(m_held, {})(result); }

    void composeEmail(const QString &subject, const QString &body,
                      const QList<platform::Attachment> &attachments, QWindow *, QObject *context,
                      Answer answer) override
    {
        take({Way::Email, subject, body, attachments}, context, std::move(answer));
    }
    void saveFile(const QString &name, const QByteArray &bytes, QWindow *, QObject *context,
                  Answer answer) override
    {
        take({Way::File, name, QString::fromUtf8(bytes), {{name, bytes}}}, context, std::move(answer));
    }
    void copyText(const QString &text, QObject *context, Answer answer) override
    {
        take({Way::Clipboard, {}, text, {}}, context, std::move(answer));
    }
    void clearCopied() override { ++cleared; }
    void openUri(const QUrl &uri, QWindow *, QObject *context, Answer answer) override
    {
        take({Way::Uri, uri.toString(), {}, {}}, context, std::move(answer));
    }

private:
    void take(const Given &what, QObject *context, Answer answer)
    {
        given.append(what);
        if (holds) {
            m_held = std::move(answer);
            return;
        }
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer), result = next] { answer(result); }, Qt::QueuedConnection);
    }

    Answer m_held;
};

/// The dialogs of a system that has them, once told so; answers as it was told
/// to, later, once.
class FakeFileChooser final : public platform::FileChooser
{
public:
    struct Asked
    {
        QString title;
        QString beginIn;
        QString pattern; ///< of a file; empty for a folder
    };

    bool available = false;
    Result next = Result::Chosen;
    QString path;
    bool holds = false; ///< keeps the answer back, as an open dialog does
    QList<Asked> asked;

    /// The person ends the dialog that was held open.
    void answerNow(Result result) { takeHeld()(result, pathOf(result)); }
    Answer takeHeld() { return std::exchange(m_held, {}); }

    void probe(QObject *context, std::function<void(bool)> answer) override
    {
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer), here = available] { answer(here); }, Qt::QueuedConnection);
    }
    void chooseFolder(const QString &title, const QString &beginIn, QWindow *, QObject *context,
                      Answer answer) override
    {
        take({title, beginIn, {}}, context, std::move(answer));
    }
    void chooseFile(const QString &title, const Kind &kind, const QString &beginIn, QWindow *,
                    QObject *context, Answer answer) override
    {
        take({title, beginIn, kind.pattern}, context, std::move(answer));
    }

private:
    QString pathOf(Result result) const { return result == Result::Chosen ? path : QString(); }

    void take(const Asked &what, QObject *context, Answer answer)
    {
        asked.append(what);
        if (holds) {
            m_held = std::move(answer);
            return;
        }
        QMetaObject::invokeMethod(
            context,
            [answer = std::move(answer), result = next, chosen = pathOf(next)] { answer(result, chosen); },
            Qt::QueuedConnection);
    }

    Answer m_held;
};

/// What a key store holds and how it behaves. It outlives the app, as the
/// operating system's does.
struct KeyStoreScript
{
    using Result = platform::KeyStore::Result;

    QHash<QString, QByteArray> entries;
    std::optional<Result> readAnswer; ///< instead of what is true
    std::optional<Result> writeAnswer;
    bool writesSomethingElse = false; ///< says Ok and keeps other bytes
    int reads = 0;
    int writes = 0;
    int removals = 0;
};

class FakeKeyStore final : public platform::KeyStore
{
public:
    explicit FakeKeyStore(KeyStoreScript &script)
        : m_script(script)
    {}

    void read(const QString &key, QObject *context, ReadAnswer answer) override
    {
        ++m_script.reads;
        const auto found = m_script.entries.constFind(key);
        const Result truth = found == m_script.entries.constEnd() ? Result::NotFound : Result::Ok;
        const Result result = m_script.readAnswer.value_or(truth);
        const QByteArray secret = result == Result::Ok ? m_script.entries.value(key) : QByteArray();
        QMetaObject::invokeMethod(
            context,
            [answer = std::move(answer), result, secret] {
                answer(result, std::as_bytes(std::span(secret.constData(), size_t(secret.size()))));
            },
            Qt::QueuedConnection);
    }

    void write(const QString &key, std::span<const std::byte> secret, QObject *context,
               Answer answer) override
    {
        ++m_script.writes;
        const Result result = m_script.writeAnswer.value_or(Result::Ok);
        if (result == Result::Ok) {
            QByteArray kept(reinterpret_cast<const char *>(secret.data()), qsizetype(secret.size()));
            if (m_script.writesSomethingElse)
                kept.fill('x');
            m_script.entries.insert(key, kept);
        }
        later(context, std::move(answer), result);
    }

    void remove(const QString &key, QObject *context, Answer answer) override
    {
        ++m_script.removals;
        m_script.entries.remove(key);
        later(context, std::move(answer), Result::Ok);
    }

    void probe(QObject *context, Answer answer) override
    {
        later(context, std::move(answer), m_script.writeAnswer.value_or(Result::Ok));
    }

private:
    static void later(QObject *context, Answer answer, Result result)
    {
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer), result] { answer(result); }, Qt::QueuedConnection);
    }

    KeyStoreScript &m_script;
};

/// Counts how often it was asked.
class FakeMemoryGuard final : public platform::MemoryGuard
{
public:
    int asked = 0;

    void guard() override { ++asked; }
};

class FakeInstance final : public platform::SingleInstance
{
public:
    Claim claim(const QString &) override { return Claim::Acquired; }
    bool listen() override { return true; }
    bool passOn(const QString &, std::chrono::milliseconds) override { return true; }
};

/// Speaks nothing and writes down what it was to say.
class FakeVoice final : public platform::Voice
{
public:
    bool available = true;
    QStringList said;
    int stops = 0;

    void probe(QObject *context, Answer answer) override
    {
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer), here = available] { answer(here); }, Qt::QueuedConnection);
    }
    void say(const QString &text, const QLocale &) override { said.append(text); }
    void stop() override { ++stops; }

    /// The last word was spoken, or something cut it off.
    void end(Ending ending) { Q_EMIT finished(ending); }
};

class FakeAppearance final : public platform::Appearance
{
public:
    Values values() const override { return m_values; }
    void set(const Values &values)
    {
        m_values = values;
        Q_EMIT changed();
    }

private:
    Values m_values;
};

/// All services, with a key store that behaves by its script.
inline platform::Services fakeServices(KeyStoreScript &script)
{
    platform::Services services;
    services.memoryGuard = std::make_shared<FakeMemoryGuard>();
    services.singleInstance = std::make_unique<FakeInstance>();
    services.appearance = std::make_unique<FakeAppearance>();
    services.keyStore = std::make_unique<FakeKeyStore>(script);
    services.sharer = std::make_unique<FakeSharer>();
    services.fileChooser = std::make_unique<FakeFileChooser>();
    services.voice = std::make_unique<FakeVoice>();
    services.bootClock = std::make_unique<ScriptedBootClock>();
    services.keepAwake = std::make_unique<RecordingKeepAwake>();
    services.bell = std::make_unique<RecordingBell>();
    return services;
}

} // namespace rapport::tests
