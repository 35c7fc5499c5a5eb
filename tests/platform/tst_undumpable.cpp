// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QTest>

#include "platform/linux/Undumpable.h"

using rapport::platform::Undumpable;

namespace {

constexpr uid_t nobody = 65534;

int mark()
{
    return prctl(PR_GET_DUMPABLE, 0UL, 0UL, 0UL, 0UL);
}

/// Root reads everything, so both sides are somebody else.
void becomeNobody()
{
    if (geteuid() == 0 && (setresgid(nobody, nobody, nobody) != 0 || setresuid(nobody, nobody, nobody) != 0))
        _exit(2);
    prctl(PR_SET_DUMPABLE, 1UL, 0UL, 0UL, 0UL); // a change of user takes the mark away
}

/// A process that holds notes in its memory, and does what it is told.
class Holder
{
public:
    Holder()
    {
        if (pipe(m_orders.data()) != 0 || pipe(m_done.data()) != 0)
            return;
        m_pid = fork();
        if (m_pid == 0)
            obey();
        close(m_orders[0]);
        close(m_done[1]);
        awaitDone();
    }
    ~Holder()
    {
        close(m_orders[1]);
        close(m_done[0]);
        waitpid(m_pid, nullptr, 0);
    }
    Q_DISABLE_COPY_MOVE(Holder)

    void tell(char order)
    {
        if (write(m_orders[1], &order, 1) == 1)
            awaitDone();
    }

    /// What a program of the same account meets that opens a file of ours in /proc.
    int openedByAnother(const QByteArray &file) const
    {
        const QByteArray path = "/proc/" + QByteArray::number(m_pid) + "/" + file;
        const pid_t other = fork();
        if (other == 0) {
            becomeNobody();
            _exit(open(path.constData(), O_RDONLY | O_CLOEXEC) >= 0 ? 0 : errno);
        }
        int status = -1;
        waitpid(other, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    [[noreturn]] void obey() const
    {
        close(m_orders[1]);
        becomeNobody();
        // Where only a parent may look, anybody may look at this one.
        prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY, 0UL, 0UL, 0UL);
        const auto guard = std::make_shared<Undumpable>();
        Undumpable::Lifted lifted;
        char order = 0;
        do {
            if (order == 'g')
                guard->guard();
            else if (order == 'l')
                lifted = guard->lift();
            else if (order == 'd')
                lifted.reset();
            if (write(m_done[1], "x", 1) != 1)
                _exit(1);
        } while (read(m_orders[0], &order, 1) == 1);
        _exit(0);
    }
    void awaitDone() const
    {
        char byte = 0;
        QCOMPARE(read(m_done[0], &byte, 1), ssize_t{1});
    }

    std::array<int, 2> m_orders{-1, -1};
    std::array<int, 2> m_done{-1, -1};
    pid_t m_pid = -1;
};

} // namespace

class TestUndumpable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { prctl(PR_SET_DUMPABLE, 1UL, 0UL, 0UL, 0UL); }
    void cleanup() { init(); }

    void anotherProgramOfTheAccount_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("memory") << QByteArray("mem");
        QTest::newRow("environment") << QByteArray("environ");
        QTest::newRow("map of the memory") << QByteArray("maps");
        QTest::newRow("root, which a portal opens") << QByteArray("root");
    }
    void anotherProgramOfTheAccount()
    {
        QFETCH(const QByteArray, file);
        Holder holder;
        QCOMPARE(holder.openedByAnother(file), 0); // the positive control
        holder.tell('g');
        QCOMPARE(holder.openedByAnother(file), EACCES);
        holder.tell('l');
        QCOMPARE(holder.openedByAnother(file), 0);
        holder.tell('d');
        QCOMPARE(holder.openedByAnother(file), EACCES);
        QCOMPARE(holder.openedByAnother("cmdline"), 0); // which holds nothing
    }

    void nothingBeforeItGuards()
    {
        const auto guard = std::make_shared<Undumpable>();
        auto lifted = guard->lift();
        QCOMPARE(mark(), 1);
        lifted.reset();
        QCOMPARE(mark(), 1);
    }

    void liftsAreCounted()
    {
        const auto guard = std::make_shared<Undumpable>();
        guard->guard();
        guard->guard();
        QCOMPARE(mark(), 0);
        auto first = guard->lift();
        auto second = guard->lift();
        auto copy = second;
        first.reset();
        second.reset();
        QCOMPARE(mark(), 1);
        copy.reset();
        QCOMPARE(mark(), 0);
    }

    void guardingWaitsForACallUnderWay()
    {
        const auto guard = std::make_shared<Undumpable>();
        auto lifted = guard->lift();
        guard->guard();
        QCOMPARE(mark(), 1);
        lifted.reset();
        QCOMPARE(mark(), 0);
    }

    void aCallOutlivesWhoMadeTheGuard()
    {
        auto guard = std::make_shared<Undumpable>();
        guard->guard();
        auto lifted = guard->lift();
        guard.reset();
        lifted.reset();
        QCOMPARE(mark(), 0);
    }

    void whatWeStartIsAsUsual()
    {
        const auto guard = std::make_shared<Undumpable>();
        guard->guard();
        const pid_t child = fork();
        if (child == 0) {
            execl("/bin/sh", "sh", "-c", "exec cat /proc/$$/environ >/dev/null", nullptr);
            _exit(99);
        }
        int status = -1;
        waitpid(child, &status, 0);
        QCOMPARE(WEXITSTATUS(status), 0);
    }
};

QTEST_GUILESS_MAIN(TestUndumpable)
#include "tst_undumpable.moc"
