// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/PauseContent.h"

#include <QFile>
#include <QtEndian>

#include "core/wording/Starters.h"
#include "platform/Bell.h"

namespace rapport::app {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString languageOf(const QLocale &locale)
{
    return locale.name().section(u'_', 0, 0);
}

template<typename T>
T numberAt(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<T>(bytes.constData() + at);
}

} // namespace

QList<domain::Starter> pauseStarters(const QLocale &locale)
{
    for (const QString &language : {languageOf(locale), QStringLiteral("en")}) {
        const auto found =
            wording::starters(contentOf(QStringLiteral(":/rapport/content/%1.json").arg(language)));
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QByteArray bellSamples(domain::CueKind kind)
{
    const auto sound = [](const char *name) {
        return samplesOfWav(contentOf(QStringLiteral(":/rapport/sounds/%1.wav").arg(QLatin1String(name))));
    };
    switch (kind) {
    case domain::CueKind::StartBell:
        return sound("start");
    case domain::CueKind::IntervalBell:
        return sound("interval");
    case domain::CueKind::EndBell:
        return sound("end");
    case domain::CueKind::Prompt:
        break;
    }
    return {};
}

QByteArray samplesOfWav(const QByteArray &wav)
{
    constexpr qsizetype fileHead = 12;
    constexpr qsizetype chunkHead = 8;
    constexpr qsizetype formatSize = 16;
    if (!wav.startsWith("RIFF") || wav.mid(8, 4) != "WAVE")
        return {};
    bool ours = false;
    for (qsizetype at = fileHead; at + chunkHead <= wav.size();) {
        const auto size = static_cast<qsizetype>(numberAt<quint32>(wav, at + 4));
        const qsizetype body = at + chunkHead;
        const QByteArray name = wav.mid(at, 4);
        if (name == "fmt " && size >= formatSize && body + size <= wav.size())
            ours = numberAt<quint16>(wav, body) == 1 && numberAt<quint16>(wav, body + 2) == 1 &&
                   numberAt<quint32>(wav, body + 4) == platform::Bell::samplesPerSecond &&
                   numberAt<quint16>(wav, body + 14) == 16;
        if (name == "data")
            return ours ? wav.mid(body, size) : QByteArray();
        at = body + size + size % 2;
    }
    return {};
}

} // namespace rapport::app
