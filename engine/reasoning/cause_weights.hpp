// How simple a slip is. One table: a cause's cost is the prior of its kind over the number of ways in which a slip of that
// kind could have happened to the figure, as a rank. Typists' errors: a wrong digit is far more frequent than two exchanged
// (79 % and 10 % in Verhoeff 1969), but a number of six digits has 54 wrong digits and 5 exchanges, so that one exchange
// that fits says more than one wrong digit that does.
#pragma once

#include <cstdint>

#include "engine/reasoning/cause.hpp"

namespace crossfoot {

[[nodiscard]] constexpr std::uint32_t cost_of(CauseKind kind) {
    switch (kind) {
        case CauseKind::truncated: case CauseKind::truncated_total: return 5;     // a convention, no slip at all
        case CauseKind::sign: case CauseKind::years_exchanged: return 10;         // one way
        case CauseKind::wrong_base: case CauseKind::percent_for_points: return 15;
        case CauseKind::digits_exchanged: case CauseKind::last_year: return 20;   // as many ways as digits
        case CauseKind::figures_exchanged: return 25;
        case CauseKind::power_of_ten: case CauseKind::round_number: return 30;
        case CauseKind::digit_added: return 40;                                   // one digit is taken away again
        case CauseKind::digit_replaced: return 45;                                // nine ways for each digit
        case CauseKind::part_left_out: case CauseKind::part_twice: return 50;     // as many ways as parts
        case CauseKind::digit_omitted: return 60;                                 // ten ways for each place
    }
    return 100;
}

// Of the slips of one kind that a figure could have suffered, at most this part may clear the finding: else any error
// would be "explained" by that kind.
inline constexpr std::size_t kOneIn = 10;

// As many figures may be repaired by the same kind of slip, each alone: the two sides of a statement. With more of them
// the kind tells nothing of which figure is wrong.
inline constexpr std::size_t kMostAlike = 2;

}  // namespace crossfoot
