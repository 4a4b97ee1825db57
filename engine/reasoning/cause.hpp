// What may have gone wrong with a figure: a candidate that is proved by checking the rules again, not a guess. Plain
// values; found by causes.hpp, read by renderers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dataset/dataset.hpp"

namespace crossfoot {

// In the order of this list where nothing else ranks them. A digit is omitted or added in what was printed: the
// proposal has one more, or one less.
enum class CauseKind : std::uint8_t {
    digit_replaced, digit_omitted, digit_added, digits_exchanged, sign, power_of_ten, percent_for_points, wrong_base,
    truncated, figures_exchanged, last_year, part_left_out, part_twice, years_exchanged, round_number, truncated_total,
    rounded_whole,
};
[[nodiscard]] std::string_view to_string(CauseKind kind);   // "digit_replaced" …

// With `print` in the place of `figure` (and, of two exchanged, the print of `figure` in the place of `other`) the
// findings are cleared, no rule that held is contradicted, and none that could be computed cannot be any more. Without
// `print` it is a reading of what was printed under which the findings hold: nothing is to be printed otherwise.
struct Cause {
    CauseKind kind{};
    NodeId figure = kNoNode;
    std::string print;                  // in the report's way
    NodeId other = kNoNode;             // the other figure: of two exchanged, last year's, the part
    std::vector<std::size_t> clears;    // into Findings::findings, ascending
    std::uint32_t cost = 0;             // less is likelier, among causes that clear as many findings
};

}  // namespace crossfoot
