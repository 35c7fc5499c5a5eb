// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QSettings>
#include <QString>

#include "core/domain/AutoLock.h"

namespace rapport::app {

/// How the person wants Rapport to look and move, where they want it otherwise
/// than the rest of the device.
struct LookWishes
{
    std::optional<bool> dark;
    std::optional<bool> highContrast;
    std::optional<bool> reducedMotion;
    std::optional<int> letterPercent; ///< 100 … 200

    bool operator==(const LookWishes &) const = default;
};

/// The few settings that belong to the device and not to the vault, so that
/// they are there before it is open: never anything personal.
class DeviceSettings
{
public:
    static constexpr int smallestLetters = 100;
    static constexpr int largestLetters = 200;

    /// The folder holds the file settings.ini; it is made when first written.
    explicit DeviceSettings(const QString &folder);

    /// The region of Help now as an ISO 3166 code, empty until confirmed.
    QString helpRegion() const;
    void setHelpRegion(const QString &region);

    /// What a file from elsewhere says that nobody could have chosen is as if
    /// it were not there.
    LookWishes lookWishes() const;
    void setLookWishes(const LookWishes &wishes);

    /// Whether everything is covered while something else is in front: always,
    /// never, or, where nothing was chosen, where there is a lock.
    std::optional<bool> covers() const;
    void setCovers(const std::optional<bool> &covers);

    /// Whether what the person wrote is veiled wherever it stands in a list,
    /// not only on Today.
    bool veilsAll() const;
    void setVeilsAll(bool veils);

    /// After what the notes lock by themselves; nothing while it was not chosen.
    std::optional<domain::AutoLockWish> autoLock() const;
    void setAutoLock(domain::AutoLockWish wish);

    /// Where back-ups go; empty while no folder was chosen. Its path can be read
    /// by whoever can read the file: it says where to look, and opens nothing.
    QString backupFolder() const;
    void setBackupFolder(const QString &folder);

    /// False once the file could not be written. It is written soon after a
    /// change, not within it.
    bool kept() const;

private:
    QSettings m_settings;
};

} // namespace rapport::app
