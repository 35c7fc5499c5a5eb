// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/vault/Layout.h"

namespace rapport::vault {

namespace {
const QLatin1String headerName{"/vault.json"};
const QLatin1String headerCopyName{"/vault.json.bak"};
const QLatin1String databaseName{"/rapport.db"};
} // namespace

Layout::Layout(const QString &root)
    : m_root(root)
{}

QString Layout::lock() const
{
    return m_root + QLatin1String("/lock");
}

QString Layout::attempts() const
{
    return m_root + QLatin1String("/attempts");
}

QString Layout::vault() const
{
    return m_root + QLatin1String("/vault");
}

QString Layout::newVault() const
{
    return m_root + QLatin1String("/vault.new");
}

QString Layout::quarantine() const
{
    return m_root + QLatin1String("/quarantine");
}

QString Layout::keysToForget() const
{
    return m_root + QLatin1String("/keys-to-forget");
}

QString Layout::erasing() const
{
    return m_root + QLatin1String("/erasing");
}

QString Layout::salvage() const
{
    return m_root + QLatin1String("/salvage");
}

QString Layout::salvagedDatabase() const
{
    return salvage() + databaseName;
}

QString Layout::salvageMark() const
{
    return salvage() + QLatin1String("/whole");
}

QString Layout::backupScratch() const
{
    return m_root + QLatin1String("/backup.new");
}

QString Layout::restoreScratch() const
{
    return m_root + QLatin1String("/restore.new");
}

QString Layout::restoredMark(const QString &directory)
{
    return directory + QLatin1String("/restored");
}

QString Layout::header() const
{
    return vault() + headerName;
}

QString Layout::headerCopy() const
{
    return vault() + headerCopyName;
}

QString Layout::database() const
{
    return vault() + databaseName;
}

QString Layout::premigrateCopy(int schemaVersion) const
{
    return vault() + QStringLiteral("/premigrate-%1.db").arg(schemaVersion);
}

QString Layout::newHeader() const
{
    return newVault() + headerName;
}

QString Layout::newHeaderCopy() const
{
    return newVault() + headerCopyName;
}

QString Layout::newDatabase() const
{
    return newVault() + databaseName;
}

} // namespace rapport::vault
