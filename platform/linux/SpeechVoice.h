// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>

#include <QPointer>

#include "platform/Voice.h"

class QThread;

namespace rapport::platform {

class SpeechWorker;

/// The voice by Speech Dispatcher, where that is installed. One per process
/// (see SpeechLibrary).
class SpeechVoice : public Voice
{
    Q_OBJECT
public:
    explicit SpeechVoice(const QString &library = QStringLiteral("speechd"));
    ~SpeechVoice() override;

    void probe(QObject *context, Answer answer) override;
    void say(const QString &text, const QLocale &language) override;
    void stop() override;

private:
    struct Question
    {
        QPointer<QObject> context;
        Answer answer;
    };

    void start();

    const QString m_library;
    std::map<quint64, Question> m_questions;
    quint64 m_lastQuestion = 0;
    quint64 m_turn = 0;
    QThread *m_thread = nullptr; // started with the first call
    SpeechWorker *m_worker = nullptr;
};

} // namespace rapport::platform
