// One slip of each kind at a figure: what would be printed there had it happened.
#pragma once

#include <string>
#include <vector>

#include "engine/checking/recheck.hpp"
#include "engine/reasoning/cause.hpp"

namespace crossfoot::slips {

struct Seed {
    std::string name;               // the kind, for the table
    CauseKind kind{};
    std::vector<Change> changes;    // one figure, or two exchanged
};

// `round` chooses among the slips of one kind; the same round gives the same slips.
[[nodiscard]] std::vector<Seed> seeds_at(Rechecker& rechecker, NodeId figure, std::uint64_t round);

}  // namespace crossfoot::slips
