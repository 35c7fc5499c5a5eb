// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <memory>

#include <QByteArray>
#include <QLibrary>

namespace rapport::platform {

/// The client library of Speech Dispatcher, loaded when first used, so that
/// neither building nor starting needs it. Its calls wait for the service:
/// keep it on a thread of its own.
///
/// It speaks over a socket in the file system and never over a network, also
/// where the environment names an address on one.
class SpeechLibrary
{
public:
    /// A message came to its end: at its last word, or cut off. Called on a
    /// thread of the library, which passes no pointer of ours back: one of
    /// these objects at a time hears something.
    using Listener = std::function<void(int message, bool whole)>;

    /// The library's name without "lib" and suffix.
    explicit SpeechLibrary(const QString &name);
    ~SpeechLibrary();
    Q_DISABLE_COPY_MOVE(SpeechLibrary)

    /// Connects, and has the service started where nobody has done so. False
    /// where there is no library, no service, or no voice but the stand-in
    /// that only says that there is none.
    bool open(const Listener &listener);
    bool isOpen() const { return m_connection != nullptr; }
    void close();

    /// The message's number, or −1: then the connection is of no more use.
    int say(const QByteArray &text, const QByteArray &language);
    void cancel();

private:
    struct Functions;

    bool resolve();
    bool hasVoice() const;

    QLibrary m_library;
    std::unique_ptr<Functions> m_functions;
    void *m_connection = nullptr;
};

} // namespace rapport::platform
