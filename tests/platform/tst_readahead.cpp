// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/ReadAhead.h"

#include <chrono>
#include <thread>

#include <QCoreApplication>
#include <QtTest>

// Reading ahead goes on while the application is made, as in main(), and must
// not pass for it: Qt takes the thread that uses it first for the one that draws.

namespace {

QStringList complaints;

void listen(QtMsgType, const QMessageLogContext &, const QString &message)
{
    complaints.append(message);
}

} // namespace

class TestReadAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theApplicationIsAtHomeInItsThread() { QCOMPARE(complaints, QStringList()); }
};

int main(int argc, char *argv[])
{
    const std::jthread ahead = rapport::platform::readAhead(true);
    std::this_thread::sleep_for(std::chrono::milliseconds(3)); // until it has begun
    qInstallMessageHandler(listen);
    QCoreApplication application(argc, argv);
    qInstallMessageHandler(nullptr);
    TestReadAhead test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_readahead.moc"
