// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/linux/SpeechVoice.h"

#include <chrono>

#include <QDeadlineTimer>
#include <QLocale>
#include <QThread>

#include "platform/linux/SpeechWorker.h"

namespace rapport::platform {

namespace {

// Long enough for a service that answers at all.
constexpr std::chrono::milliseconds endLimit{1000};

} // namespace

SpeechVoice::SpeechVoice(const QString &library)
    : Voice{nullptr}
    , m_library{library}
{}

SpeechVoice::~SpeechVoice()
{
    if (!m_thread)
        return;
    m_thread->quit();
    // To delete a running thread is fatal: one that hangs in the service is
    // left to the end of the process.
    if (m_thread->wait(QDeadlineTimer{endLimit}))
        delete m_thread;
}

void SpeechVoice::start()
{
    if (m_thread)
        return;
    m_worker = new SpeechWorker{m_library};
    connect(m_worker, &SpeechWorker::probed, this, [this](quint64 id, bool available) {
        const auto found = m_questions.find(id);
        const Question question = std::move(found->second);
        m_questions.erase(found);
        // Last, since the answer may ask again or end this voice.
        if (question.context)
            question.answer(available);
    });
    connect(m_worker, &SpeechWorker::ended, this, [this](quint64 turn, Ending ending) {
        if (turn == m_turn)
            Q_EMIT finished(ending);
    });
    m_thread = new QThread;
    m_thread->setObjectName(QStringLiteral("voice"));
    m_worker->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
}

void SpeechVoice::probe(QObject *context, Answer answer)
{
    start();
    const quint64 id = ++m_lastQuestion;
    m_questions.emplace(id, Question{context, std::move(answer)});
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, id] { worker->probe(id); }, Qt::QueuedConnection);
}

void SpeechVoice::say(const QString &text, const QLocale &language)
{
    start();
    const quint64 turn = ++m_turn;
    const QByteArray tag = language.bcp47Name().toLatin1();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, turn, text, tag] { worker->say(turn, text, tag); },
        Qt::QueuedConnection);
}

void SpeechVoice::stop()
{
    if (m_worker)
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker] { worker->stop(); }, Qt::QueuedConnection);
}

} // namespace rapport::platform
