// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/QuietLog.h"

#include <QLoggingCategory>

namespace rapport::app {

void keepLogsQuiet()
{
    // In the place of the filter that reads the rules, for those who ask later, too.
    QLoggingCategory::installFilter([](QLoggingCategory *category) {
        category->setEnabled(QtDebugMsg, false);
        category->setEnabled(QtInfoMsg, false);
    });
}

} // namespace rapport::app
