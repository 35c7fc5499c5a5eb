// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/DraftKeeper.h"

#include <chrono>

#include "core/storage/DraftRepository.h"

namespace rapport::app {

namespace {
constexpr std::chrono::milliseconds afterTyping{500};
constexpr std::chrono::seconds untilNextTry{5};
} // namespace

DraftKeeper::DraftKeeper(const Environment &environment, const QString &place, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_place(place)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { write(m_waiting); });
}

void DraftKeeper::load(const std::function<void(const QString &)> &loaded)
{
    auto future = m_environment.database.run<QString>([place = m_place](storage::Database &database) {
        return storage::DraftRepository(database).text(place);
    });
    storage::whenDone(this, future,
                      [loaded](const storage::Result<QString> &text) { loaded(text.value_or(QString())); });
}

void DraftKeeper::changed(const QString &text)
{
    m_waiting = text;
    m_timer.start(afterTyping);
}

void DraftKeeper::forget()
{
    m_timer.stop();
    write({});
}

void DraftKeeper::flush()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    write(m_waiting);
}

void DraftKeeper::write(const QString &text)
{
    const qint64 now = m_environment.clock.now().utcMs;
    const auto keep = [place = m_place, text, now, held = m_environment.held](storage::Database &database) {
        auto kept = storage::DraftRepository(database).save(place, text, now);
        if (held && kept)
            held->drop(place);
        else if (held)
            held->hold(place, text, now);
        return kept;
    };
    storage::whenDone(this, m_environment.database.run<void>(keep),
                      [this, text](const storage::Result<void> &kept) {
                          if (kept || m_timer.isActive())
                              return;
                          m_waiting = text;
                          m_timer.start(untilNextTry);
                      });
}

} // namespace rapport::app
