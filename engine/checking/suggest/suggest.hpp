// Rules to start from, for tables that were profiled: cells that are given, keys, accepted values, ranges, sums, shares
// and changes, references. Each of them was checked over all rows by the engine itself, and holds; what does not hold,
// or could not be verified, is not suggested.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/checking/columns/table_pass.hpp"
#include "engine/dataset/profile/stanza.hpp"

namespace crossfoot::suggest {

// A rule that holds on nearly all rows: what it finds may be mistakes of the table. At most one row in twenty breaks a
// relation among figures, one in a hundred another rule.
struct NearlyHolds {
    std::string rule;  // on one line
    std::uint64_t contradicted = 0, instances = 0;
};

struct Suggestions {
    profile::ManifestNeeds manifest;
    std::vector<std::string> stanzas;  // by table
    std::string rules;                 // a whole file, laid out as `crossfoot fmt` does; empty where there is none
    std::size_t count = 0;             // of rules
    std::vector<NearlyHolds> nearly;
    // The dataset that the stanzas make, and what is wrong with it: a cell that does not fit its column after all.
    std::unique_ptr<Dataset> dataset;
    Diagnostics diagnostics;
};

// The unit of a rate that its values give away is put into the profiles. `directory`: where their sources stand.
[[nodiscard]] Suggestions suggest(std::vector<profile::Profile>& profiles, const std::string& directory, Language words,
                                  const columns::TableOptions& options);

}  // namespace crossfoot::suggest
