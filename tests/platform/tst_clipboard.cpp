// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include <optional>

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTest>

#include "platform/Services.h"

using namespace rapport::platform;
using Result = Sharer::Result;

namespace {

constexpr int clipboardDelay = 400; // ms

} // namespace

class TestClipboard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void copy();
    void changed();
    void twice();
    void atEnd();
    void atOnce();
    void atOnceNothingOfOthers();

private:
    void copyText(const QString &text);

    std::unique_ptr<Sharer> m_sharer;
};

void TestClipboard::init()
{
    QGuiApplication::clipboard()->clear();
    m_sharer = std::move(makeServices({.clipboardDelay = std::chrono::milliseconds{clipboardDelay}}).sharer);
}

void TestClipboard::copyText(const QString &text)
{
    std::optional<Result> answer;
    m_sharer->copyText(text, this, [&](Result result) { answer = result; });
    QVERIFY(!answer);
    QTRY_VERIFY(answer);
    QCOMPARE(*answer, Result::Done);
}

void TestClipboard::copy()
{
    copyText(QStringLiteral("what I wrote"));
    const QMimeData *content = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(content->text(), QStringLiteral("what I wrote"));
    QCOMPARE(content->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray{"secret"});
    QTest::qWait(clipboardDelay / 2);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("what I wrote"));
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString{});
}

void TestClipboard::changed()
{
    copyText(QStringLiteral("what I wrote"));
    // The person copies the very same text, and then it is theirs.
    QGuiApplication::clipboard()->setText(QStringLiteral("what I wrote"));
    QTest::qWait(clipboardDelay * 2);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("what I wrote"));
}

void TestClipboard::twice()
{
    copyText(QStringLiteral("first"));
    QTest::qWait(clipboardDelay * 3 / 4);
    copyText(QStringLiteral("second"));
    QTest::qWait(clipboardDelay / 2); // the first one's time is over
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("second"));
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString{});
}

void TestClipboard::atEnd()
{
    copyText(QStringLiteral("what I wrote"));
    m_sharer.reset();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString{});
}

void TestClipboard::atOnce()
{
    copyText(QStringLiteral("what I wrote"));
    m_sharer->clearCopied();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString{});
    copyText(QStringLiteral("once more"));
    QTest::qWait(clipboardDelay / 2);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("once more"));
}

void TestClipboard::atOnceNothingOfOthers()
{
    m_sharer->clearCopied();
    copyText(QStringLiteral("what I wrote"));
    QGuiApplication::clipboard()->setText(QStringLiteral("theirs"));
    m_sharer->clearCopied();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("theirs"));
}

QTEST_MAIN(TestClipboard)
#include "tst_clipboard.moc"
