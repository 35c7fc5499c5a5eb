// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/wording/Starters.h"

#include <algorithm>
#include <optional>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rapport::wording {

namespace {

using domain::Starter;
using domain::StarterPrompt;

constexpr int whole = 1000;

bool isStableId(const QString &id)
{
    return !id.isEmpty() && std::all_of(id.begin(), id.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

/// Times within a pause, each after the one before it.
bool ascend(const QList<int> &times)
{
    int before = -1;
    for (const int time : times) {
        if (time <= before || time > whole)
            return false;
        before = time;
    }
    return true;
}

std::optional<Starter> starter(const QJsonObject &object)
{
    Starter read;
    read.id = object.value(QLatin1String("id")).toString();
    read.title = object.value(QLatin1String("title")).toString();
    read.opening = object.value(QLatin1String("opening")).toString();
    QList<int> times;
    const QJsonArray prompts = object.value(QLatin1String("prompts")).toArray();
    for (const auto &value : prompts) {
        const QJsonObject prompt = value.toObject();
        times.append(prompt.value(QLatin1String("at")).toInt(-1));
        read.prompts.append({times.last(), prompt.value(QLatin1String("text")).toString()});
    }
    const QJsonArray bells = object.value(QLatin1String("bells")).toArray();
    for (const auto &value : bells)
        read.bellsPermille.append(value.toInt(-1));
    const bool said = std::all_of(read.prompts.begin(), read.prompts.end(),
                                  [](const StarterPrompt &prompt) { return !prompt.text.isEmpty(); });
    if (!isStableId(read.id) || read.title.isEmpty() || read.opening.isEmpty() || !said || !ascend(times) ||
        !ascend(read.bellsPermille))
        return std::nullopt;
    return read;
}

} // namespace

QList<Starter> starters(const QByteArray &json)
{
    QList<Starter> read;
    const QJsonArray all = QJsonDocument::fromJson(json).object().value(QLatin1String("starters")).toArray();
    for (const auto &value : all) {
        if (const auto one = starter(value.toObject()))
            read.append(*one);
    }
    return read;
}

} // namespace rapport::wording
