// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0

// rapport-soak [--list | TORMENT [OPERATION] --from N --count N --step N --of N]
//
// Torments a vault and prints in one line of JSON what became of it; ends with
// 1 if anything was lost. `--list` names every piece of work there is. soak.py
// puts the pieces together, and the tests run each with a small count.

#include <cstdio>
#include <functional>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>

#include "tests/soak/Torments.h"

using namespace rapport::soak;

namespace {

struct Torment
{
    const char *name;
    const char *unit; ///< what is counted
    int inSoak;       ///< how many of them the soak does
    int inChunk;      ///< how many of them in one run, so that it can be interrupted
    bool eachOperation;
    std::function<void(const Operation &, const Part &, int, Report &)> run;
};

const std::vector<Torment> &torments()
{
    constexpr int everything = 1'000'000; // ends by itself
    static const std::vector<Torment> all{
        {"kill", "rounds", 1000, 50, true,
         [](const Operation &operation, const Part &part, int, Report &report) {
             kill(operation, part, report);
         }},
        {"faults", "calls", everything, 25, true,
         [](const Operation &operation, const Part &part, int, Report &report) {
             failEachCall(operation, part, report);
         }},
        {"full-disk", "sizes", 200, 50, true,
         [](const Operation &operation, const Part &part, int of, Report &report) {
             fillDisk(operation, part, of, report);
         }},
        {"header", "bits", everything, everything, false,
         [](const Operation &, const Part &part, int, Report &report) { flipHeader(part, report); }},
        {"pages", "pages", everything, everything, false,
         [](const Operation &, const Part &part, int, Report &report) { flipPages(part, report); }},
        {"cuts", "boundaries", everything, everything, false,
         [](const Operation &, const Part &part, int, Report &report) { cutDatabase(part, report); }},
        {"wrong-keys", "keys of the header", 10'000, 2500, false,
         [](const Operation &, const Part &part, int, Report &report) { wrongKeys(part, report); }},
    };
    return all;
}

int list()
{
    QJsonArray pieces;
    for (const Torment &torment : torments()) {
        QStringList names{QString()};
        if (torment.eachOperation) {
            names.clear();
            for (const Operation &operation : operations())
                names.append(QString::fromLatin1(operation.name));
        }
        for (const QString &name : names)
            pieces.append(QJsonObject{{QStringLiteral("torment"), QLatin1String(torment.name)},
                                      {QStringLiteral("operation"), name},
                                      {QStringLiteral("unit"), QLatin1String(torment.unit)},
                                      {QStringLiteral("count"), torment.inSoak},
                                      {QStringLiteral("chunk"), torment.inChunk}});
    }
    std::puts(QJsonDocument(pieces).toJson(QJsonDocument::Compact).constData());
    return 0;
}

/// With this torment and every operation that is meant; 2 if there is none.
int run(const QString &tormentName, const QString &operationName, const Part &part, int of)
{
    Report report;
    bool found = false;
    for (const Torment &torment : torments()) {
        if (tormentName != QLatin1String(torment.name))
            continue;
        for (const Operation &operation : operations()) {
            const bool meant = operationName.isEmpty() || operationName == QLatin1String(operation.name);
            if (meant && (torment.eachOperation || !found)) {
                torment.run(operation, part, of, report);
                found = true;
            }
        }
    }
    if (!found)
        return 2;
    std::puts(QJsonDocument(report.toJson()).toJson(QJsonDocument::Compact).constData());
    return report.isGood() ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption listing(QStringLiteral("list"));
    const auto number = [&](const char *name, const char *usual) {
        const QCommandLineOption option(QLatin1String(name), QString(), QStringLiteral("N"),
                                        QLatin1String(usual));
        parser.addOption(option);
        return option;
    };
    parser.addOption(listing);
    const QCommandLineOption from = number("from", "0");
    const QCommandLineOption count = number("count", "1");
    const QCommandLineOption step = number("step", "1");
    const QCommandLineOption of = number("of", "200");
    parser.process(application);
    if (parser.isSet(listing))
        return list();
    const QStringList words = parser.positionalArguments();
    const Part part{parser.value(from).toInt(), parser.value(count).toInt(),
                    std::max(parser.value(step).toInt(), 1)};
    return run(words.value(0), words.value(1), part, parser.value(of).toInt());
}
