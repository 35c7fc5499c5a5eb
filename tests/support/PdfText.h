// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QFile>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

// A PDF as other programs read it: poppler's and qpdf's.

namespace rapport::tests {

/// What a program of another house prints about a PDF; nothing if it is not
/// installed or complains.
inline std::optional<QByteArray> askAbout(const QByteArray &pdf, const QString &program,
                                          const QStringList &before, const QStringList &after = {})
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("it.pdf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(program, before + QStringList{QStringLiteral("it.pdf")} + after);
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput();
}

/// Text to compare: without presentation forms, without the invisible
/// characters that tell directions, with single blanks.
inline QString comparable(const QString &text)
{
    QString kept;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        if (c.category() != QChar::Other_Format && (c.isSpace() || c.category() != QChar::Other_Control))
            kept += c;
    }
    return kept.simplified();
}

inline std::optional<QString> pdfText(const QByteArray &pdf)
{
    const auto text = askAbout(pdf, QStringLiteral("pdftotext"),
                               {QStringLiteral("-enc"), QStringLiteral("UTF-8")}, {QStringLiteral("-")});
    return text ? std::optional(QString::fromUtf8(*text)) : std::nullopt;
}

} // namespace rapport::tests
