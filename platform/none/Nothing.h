// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <condition_variable>
#include <mutex>

#include "platform/Services.h"

namespace rapport::platform {

/// Stands in where the system offers no key store that we know.
class NoKeyStore : public KeyStore
{
public:
    void read(const QString &key, QObject *context, ReadAnswer answer) override;
    void write(const QString &key, std::span<const std::byte> secret, QObject *context,
               Answer answer) override;
    void remove(const QString &key, QObject *context, Answer answer) override;
    void probe(QObject *context, Answer answer) override;
};

/// Stands in where no way leads out of the app.
class NoSharer : public Sharer
{
public:
    void composeEmail(const QString &subject, const QString &body, const QList<Attachment> &attachments,
                      QWindow *parent, QObject *context, Answer answer) override;
    void saveFile(const QString &suggestedName, const QByteArray &bytes, QWindow *parent, QObject *context,
                  Answer answer) override;
    void copyText(const QString &text, QObject *context, Answer answer) override;
    void clearCopied() override {}
    void openUri(const QUrl &uri, QWindow *parent, QObject *context, Answer answer) override;
};

/// Stands in where paths have to be typed.
class NoFileChooser : public FileChooser
{
public:
    void probe(QObject *context, std::function<void(bool available)> answer) override;
    void chooseFolder(const QString &title, const QString &beginIn, QWindow *parent, QObject *context,
                      Answer answer) override;
    void chooseFile(const QString &title, const Kind &kind, const QString &beginIn, QWindow *parent,
                    QObject *context, Answer answer) override;
};

/// The clock that C++ has everywhere. Whether it counts while the device sleeps
/// is not promised, nor where it began: no mark on it outlives the process.
class SteadyClock : public BootClock
{
public:
    SteadyClock();

    qint64 nowNs() const override;
    QByteArray bootId() const override { return m_id; }
    void waitUntil(qint64 markNs) override;
    void wake() override;

private:
    QByteArray m_id;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_woken = false;
};

/// The device sleeps when it likes.
class NoKeepAwake : public KeepAwake
{
public:
    void hold(const QString & /*reason*/) override {}
    void release() override {}
};

/// Nothing sounds; what rings is to be seen.
class NoBell : public Bell
{
public:
    void prepare(QObject *context, Answer answer) override;
    void ring(const QByteArray & /*samples*/, double /*volume*/) override {}
    void release() override {}
};

/// Whoever may look may look.
class NoMemoryGuard : public MemoryGuard
{
public:
    void guard() override {}
};

/// The defaults, for good.
class NoAppearance : public Appearance
{
    Q_OBJECT
public:
    Values values() const override { return {}; }
};

/// Stands in where nothing can speak.
class NoVoice : public Voice
{
    Q_OBJECT
public:
    void probe(QObject *context, Answer answer) override;
    void say(const QString &text, const QLocale &language) override;
    void stop() override {}
};

/// Makes the folder and takes every process for the only one: systems that
/// start an app once need no more.
class NoSingleInstance : public SingleInstance
{
    Q_OBJECT
public:
    Claim claim(const QString &folder) override;
    bool listen() override { return false; }
    bool passOn(const QString &action, std::chrono::milliseconds limit) override;
};

} // namespace rapport::platform
