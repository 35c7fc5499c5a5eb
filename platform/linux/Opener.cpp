// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/linux/Opener.h"

#include <memory>
#include <sys/stat.h>

#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

namespace rapport::platform {

namespace {

// xdg-open without a desktop runs the browser in its own place and ends with
// it: what still runs by then has taken the address.
constexpr std::chrono::seconds takenAfter{3};

constexpr mode_t usualUmask = S_IWGRP | S_IWOTH;

} // namespace

void openByCommand(const QString &uri, Sharer::Answer answer)
{
    using Result = Sharer::Result;
    const QString program = QStandardPaths::findExecutable(QStringLiteral("xdg-open"));
    if (program.isEmpty()) {
        answer(Result::Unavailable);
        return;
    }
    auto once = std::make_shared<Sharer::Answer>(std::move(answer));
    const auto end = [once](Result result) {
        if (const Sharer::Answer pending = std::exchange(*once, {}))
            pending(result);
    };
    // Without a parent: a QProcess kills its process when it is destroyed, and
    // that may be the person's browser.
    auto *process = new QProcess;
    process->setStandardInputFile(QProcess::nullDevice());
    process->setStandardOutputFile(QProcess::nullDevice());
    process->setStandardErrorFile(QProcess::nullDevice());
    // Our strict umask would also make the browser's downloads private.
    process->setChildProcessModifier([] { umask(usualUmask); });
    QObject::connect(process, &QProcess::errorOccurred, process,
                     [process, end](QProcess::ProcessError error) {
                         if (error == QProcess::FailedToStart) {
                             process->deleteLater();
                             end(Result::Failed);
                         }
                     });
    QObject::connect(process, &QProcess::finished, process,
                     [process, end](int code, QProcess::ExitStatus status) {
                         process->deleteLater();
                         const bool taken = status == QProcess::NormalExit && code == 0;
                         end(taken ? Result::Done : Result::Unavailable);
                     });
    QTimer::singleShot(takenAfter, process, [end] { end(Result::Done); });
    process->start(program, {uri});
}

} // namespace rapport::platform
