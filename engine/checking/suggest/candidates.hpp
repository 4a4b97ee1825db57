// The rules that a profile suggests, before they are checked.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/checking/suggest/relations.hpp"

namespace crossfoot::suggest {

struct Candidate {
    std::string id;    // within the table's group
    std::string text;  // the rule, on one line
    bool relation = false;   // among figures: rows that break it may be mistakes of the table
};

// Of table `index` of the profiles; references may lead to any of them. Ids are unique.
[[nodiscard]] std::vector<Candidate> candidates(std::span<const profile::Profile> profiles, std::size_t index,
                                                const std::vector<Relation>& relations, Language words);

}  // namespace crossfoot::suggest
