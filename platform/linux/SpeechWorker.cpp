// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/linux/SpeechWorker.h"

namespace rapport::platform {

SpeechWorker::SpeechWorker(const QString &library)
    : m_library{library}
{}

SpeechWorker::~SpeechWorker()
{
    if (m_message >= 0)
        m_library.cancel();
    m_library.close(); // before this object, which the listener names
}

bool SpeechWorker::open()
{
    // By the queue, so that an end is never heard before say() knows the number.
    return m_library.open([this](int message, bool whole) {
        QMetaObject::invokeMethod(
            this, [this, message, whole] { heard(message, whole); }, Qt::QueuedConnection);
    });
}

void SpeechWorker::probe(quint64 question)
{
    Q_EMIT probed(question, open());
}

void SpeechWorker::say(quint64 turn, const QString &text, const QByteArray &language)
{
    if (m_message >= 0)
        m_library.cancel();
    m_turn = turn;
    m_message = open() ? m_library.say(text.toUtf8(), language) : -1;
    if (m_message >= 0)
        return;
    // The service may have gone since it was last needed: once more, from the start.
    m_library.close();
    m_message = open() ? m_library.say(text.toUtf8(), language) : -1;
    if (m_message < 0)
        Q_EMIT ended(turn, Voice::Ending::Failed);
}

void SpeechWorker::stop()
{
    if (m_message < 0)
        return;
    m_message = -1;
    m_library.cancel();
    Q_EMIT ended(m_turn, Voice::Ending::Stopped);
}

void SpeechWorker::heard(int message, bool whole)
{
    if (message != m_message)
        return;
    m_message = -1;
    Q_EMIT ended(m_turn, whole ? Voice::Ending::Spoken : Voice::Ending::Stopped);
}

} // namespace rapport::platform
