// How the cells of a table are written, as far as `[report]` has to say it.
#pragma once

#include <string>
#include <vector>

#include "engine/quantity/date.hpp"

namespace crossfoot::profile {

// What a manifest may have to say of how cells are written, as the first rows show it.
struct Manners {
    DateOrder dates = DateOrder::year_first;
    bool brackets = false;            // of French numbers; English ones are negative in brackets without it
    std::vector<std::string> flags;   // letters behind numbers, in order
    friend bool operator==(const Manners&, const Manners&) = default;
};

}  // namespace crossfoot::profile
