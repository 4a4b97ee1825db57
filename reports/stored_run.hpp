// Reads a JSON report back (reports/json.hpp) as the baseline of a later run.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/checking/known/baseline.hpp"
#include "engine/text/message.hpp"

namespace crossfoot::reports {

struct StoredRun {
    std::vector<StoredFinding> findings;   // in their order
    // What could not be true together, by identity: the rules, as they are named. None of a run without `--reason`.
    std::map<std::string, std::string> joint;
};

// The run; or what is wrong with it, as a clause. Other members are not looked at.
[[nodiscard]] std::variant<StoredRun, Message> read_stored_run(std::string_view text);

}  // namespace crossfoot::reports
