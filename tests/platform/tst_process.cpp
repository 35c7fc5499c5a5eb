// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <sys/resource.h>
#include <sys/stat.h>

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "platform/Process.h"

class TestProcess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noCoreDumps();
    void privateFiles();
};

void TestProcess::noCoreDumps()
{
    rapport::platform::hardenProcess();
    rlimit cores{1, 1};
    QCOMPARE(getrlimit(RLIMIT_CORE, &cores), 0);
    QCOMPARE(cores.rlim_cur, rlim_t{0});
    QCOMPARE(cores.rlim_max, rlim_t{0});
}

void TestProcess::privateFiles()
{
    umask(0);
    rapport::platform::hardenProcess();
    const QTemporaryDir folder;
    QFile file{folder.filePath(QStringLiteral("file"))};
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(QFileInfo{file}.permissions() & 0x0077, QFile::Permissions{});
    QCOMPARE(umask(S_IRWXG | S_IRWXO), mode_t{S_IRWXG | S_IRWXO});
}

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
