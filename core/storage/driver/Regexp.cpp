// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/storage/driver/Regexp.h"

#include <QCache>
#include <QRegularExpression>

#include <sqlcipher/sqlite3.h>

namespace rapport::storage {
namespace {

using Patterns = QCache<QString, QRegularExpression>;

QString text(sqlite3_value *value)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_value_text(value)),
                             sqlite3_value_bytes(value));
}

void regexp(sqlite3_context *context, int, sqlite3_value **arguments)
{
    auto *patterns = static_cast<Patterns *>(sqlite3_user_data(context));
    const QString pattern = text(arguments[0]);
    if (!patterns->contains(pattern))
        patterns->insert(pattern, new QRegularExpression(pattern, QRegularExpression::DontCaptureOption));
    const QRegularExpression *expression = patterns->object(pattern);
    // Matching with an invalid pattern would write the pattern to the log.
    const bool found = expression && expression->isValid() && text(arguments[1]).contains(*expression);
    sqlite3_result_int(context, found);
}

void forget(void *patterns)
{
    delete static_cast<Patterns *>(patterns);
}

} // namespace

int addRegexp(sqlite3 *handle, int cachedPatterns)
{
    return sqlite3_create_function_v2(handle, "regexp", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                      new Patterns(cachedPatterns), &regexp, nullptr, nullptr, &forget);
}

} // namespace rapport::storage
