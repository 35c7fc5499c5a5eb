// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "platform/linux/SecretClipboard.h"

#include <utility>

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QUuid>

namespace rapport::platform {

namespace {

// Asked for by clipboard managers: what carries it is not kept in a history.
const QString hintFormat = QStringLiteral("x-kde-passwordManagerHint");
// Tells our text from the same text copied again by the person.
const QString tokenFormat = QStringLiteral("application/x-rapport-token");

} // namespace

SecretClipboard::SecretClipboard(std::chrono::milliseconds delay)
{
    m_delay.setInterval(delay);
    m_delay.setSingleShot(true);
    QObject::connect(&m_delay, &QTimer::timeout, &m_delay, [this] { clear(); });
}

SecretClipboard::~SecretClipboard()
{
    clear();
}

bool SecretClipboard::set(const QString &text)
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (!clipboard)
        return false;
    m_token = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    auto *content = new QMimeData;
    content->setText(text);
    content->setData(hintFormat, QByteArrayLiteral("secret"));
    content->setData(tokenFormat, m_token);
    clipboard->setMimeData(content);
    m_delay.start();
    return true;
}

void SecretClipboard::clear()
{
    m_delay.stop();
    const QByteArray token = std::exchange(m_token, {});
    if (token.isEmpty() || !qGuiApp)
        return;
    QClipboard *clipboard = QGuiApplication::clipboard();
    const QMimeData *content = clipboard->mimeData();
    if (content && content->data(tokenFormat) == token)
        clipboard->clear();
}

} // namespace rapport::platform
