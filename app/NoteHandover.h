// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QQmlEngine>

#include "app/Environment.h"
#include "app/NoteLines.h"
#include "app/NotePages.h"
#include "core/domain/Note.h"
#include "platform/Sharer.h"

namespace rapport::app {

/// A finished note: how it reads, and how it leaves. Preview, PDF, text and
/// ledger all come from its lines.
class NoteHandover : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Rooms gives it")
    Q_PROPERTY(rapport::app::NoteLines *lines READ lines CONSTANT FINAL)
    Q_PROPERTY(rapport::app::NotePages *pages READ pages CONSTANT FINAL)
    Q_PROPERTY(QString plainText READ plainText NOTIFY noteChanged FINAL)
    Q_PROPERTY(bool firstTime READ firstTime NOTIFY firstTimeChanged FINAL)
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString message READ message NOTIFY stateChanged FINAL)

public:
    enum State { Nothing, Previewing, HandingOver, HandedOver, Failed };
    Q_ENUM(State)

    NoteHandover(const Environment &environment, platform::Sharer &sharer, QObject *parent);

    NoteLines *lines() { return &m_lines; }
    NotePages *pages() { return &m_pages; }
    QString plainText() const { return m_text; }
    bool firstTime() const { return m_firstTime; }
    State state() const { return m_state; }
    QString message() const { return m_message; }

    // The ways out. Each is written into the ledger before the note leaves and
    // taken out again when it did not leave.
    Q_INVOKABLE void copyText();
    Q_INVOKABLE void saveText();
    Q_INVOKABLE void savePdf();
    Q_INVOKABLE void sendEmail(); ///< the page goes with the text

    /// The words that stand before the first sending were read.
    Q_INVOKABLE void confirmFirstTime();

    // For the other view models.
    void show(const domain::Note &note);
    void clear();

Q_SIGNALS:
    void noteChanged();
    void stateChanged();
    void firstTimeChanged();

private:
    /// Gives what was written into the ledger to a way out.
    using Hand = std::function<void(const QString &text, const platform::Sharer::Answer &)>;
    using HandPdf =
        std::function<void(const QByteArray &pdf, const QString &text, const platform::Sharer::Answer &)>;
    bool begin();
    void handOver(domain::ShareWay way, const Hand &hand);
    void handOverPdf(domain::ShareWay way, const HandPdf &hand);
    void writeDown(domain::ShareWay way, const Hand &hand);
    void answered(domain::ShareWay way, platform::Sharer::Result result);
    void takeBack(const domain::Uid &share);
    void setState(State state, const QString &message = {});
    bool isOnItsWay(const domain::Uid &note) const;
    QString fileName(const QString &ending) const;

    Environment m_environment;
    platform::Sharer &m_sharer;
    NoteLines m_lines;
    NotePages m_pages;
    domain::Note m_note;
    bool m_stored = false;
    QString m_text;
    bool m_firstTime = true;
    State m_state = Nothing;
    QString m_message;
};

} // namespace rapport::app
