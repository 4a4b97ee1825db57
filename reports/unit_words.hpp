// Units that no figure of the report prints, in the report's language.
#pragma once

#include <string>
#include <string_view>

#include "engine/quantity/unit.hpp"

namespace crossfoot::reports {

// The unit of a finding ("EUR/month") as a person writes it ("€/mois"); "" for a number.
[[nodiscard]] std::string unit_in_words(std::string_view base_name, const Units& units, Language language);

// The unit of a rule's number as the language spells it: "months" as "mois". One that it knows, or has no word for, stays.
[[nodiscard]] Unit spelled_in(Unit unit, const Units& units, Language language);

}  // namespace crossfoot::reports
