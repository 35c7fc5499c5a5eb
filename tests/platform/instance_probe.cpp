// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// A process that claims a folder and says on standard output what happens; for
// tst_single_instance.
//   instance_probe FOLDER            claims, listens, prints what activates it
//   instance_probe FOLDER ACTION     claims; when another runs, passes on
#include <cstdio>

#include <QCoreApplication>
#include <QElapsedTimer>

#include "platform/Services.h"

using namespace rapport::platform;
using Claim = SingleInstance::Claim;

namespace {

void say(const QByteArray &line)
{
    std::puts(line.constData());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application{argc, argv};
    const QStringList arguments = QCoreApplication::arguments();
    const std::unique_ptr<SingleInstance> instance = std::move(makeServices().singleInstance);
    const Claim claim = instance->claim(arguments.at(1));
    if (claim == Claim::CannotWrite) {
        say("cannot write");
        return 1;
    }
    if (claim == Claim::AlreadyRunning) {
        say("already running");
        QElapsedTimer timer;
        timer.start();
        const bool heard = instance->passOn(arguments.value(2));
        say((heard ? "heard after " : "not heard after ") + QByteArray::number(timer.elapsed()));
        return 0;
    }
    QObject::connect(instance.get(), &SingleInstance::activated, instance.get(),
                     [](const QString &action) { say("activated '" + action.toLatin1() + '\''); });
    say("acquired");
    say(instance->listen() ? "listening" : "not listening");
    return QCoreApplication::exec();
}
