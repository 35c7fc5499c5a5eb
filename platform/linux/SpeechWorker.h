// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "platform/linux/SpeechLibrary.h"
#include "platform/Voice.h"

namespace rapport::platform {

/// Waits for the speech service, so that the GUI thread need not. Lives on a
/// thread with an event loop of its own.
class SpeechWorker : public QObject
{
    Q_OBJECT
public:
    explicit SpeechWorker(const QString &library);
    ~SpeechWorker() override;

    void probe(quint64 question);

    /// The turn is told back with its end.
    void say(quint64 turn, const QString &text, const QByteArray &language);
    void stop();

Q_SIGNALS:
    void probed(quint64 question, bool available);
    void ended(quint64 turn, rapport::platform::Voice::Ending ending);

private:
    bool open();
    void heard(int message, bool whole);

    SpeechLibrary m_library;
    quint64 m_turn = 0;
    int m_message = -1; // what is being spoken
};

} // namespace rapport::platform
