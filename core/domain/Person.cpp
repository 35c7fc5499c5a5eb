// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "core/domain/Person.h"

namespace rapport::domain {

QLatin1String idOf(PersonRole role)
{
    switch (role) {
    case PersonRole::Therapist:
        return QLatin1String("therapist");
    }
    return {};
}

std::optional<PersonRole> personRoleFromId(const QString &id)
{
    return id == idOf(PersonRole::Therapist) ? std::optional(PersonRole::Therapist) : std::nullopt;
}

bool isNamed(const Person &person)
{
    return !person.name.isEmpty() || !person.contact.isEmpty() || person.usualWay.has_value();
}

} // namespace rapport::domain
