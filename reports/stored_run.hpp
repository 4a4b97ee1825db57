// Reads a JSON report back (reports/json.hpp) as the baseline of a later run.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "engine/checking/known/baseline.hpp"
#include "engine/text/message.hpp"

namespace crossfoot::reports {

// Its findings in their order; or what is wrong with it, as a clause. Other members are not looked at.
[[nodiscard]] std::variant<std::vector<StoredFinding>, Message> read_stored_run(std::string_view text);

}  // namespace crossfoot::reports
