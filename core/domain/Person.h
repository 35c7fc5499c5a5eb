// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include <QString>

#include "core/domain/Note.h"
#include "core/domain/Record.h"

namespace rapport::domain {

/// Who somebody is to the person. Stored by its stable id, see idOf().
enum class PersonRole { Therapist };

/// Somebody: the therapist, for now. All but the role may be left empty.
struct Person
{
    Record record;
    PersonRole role = PersonRole::Therapist;
    QString name;                     ///< or none
    QString contact;                  ///< how to reach them, in the person's own words
    std::optional<ShareWay> usualWay; ///< in which a note usually goes to them

    bool operator==(const Person &) const = default;
};

/// The stable ASCII id in files and exports: "therapist".
QLatin1String idOf(PersonRole role);
std::optional<PersonRole> personRoleFromId(const QString &id);

/// Whether anything at all is known of them.
bool isNamed(const Person &person);

} // namespace rapport::domain
