// How simple a slip is. One table: a cause's cost is the prior of its kind over the number of ways in which a slip of that
// kind could have happened to the figure, as a rank. Typists' errors: a wrong digit is far more frequent than two exchanged
// (79 % and 10 % in Verhoeff 1969), but a number of six digits has 54 wrong digits and 5 exchanges, so that one exchange
// that fits says more than one wrong digit that does.
#pragma once

#include <cstdint>

#include "engine/reasoning/cause.hpp"

namespace crossfoot {

// What any change of a figure takes before its print is looked at: so much does a figure's weight count beside its slip.
inline constexpr std::int64_t kAnyChange = 40;

// Of a sign where none is printed: most figures without one cannot be negative.
inline constexpr std::uint32_t kSignPut = 35;

// Of two years exchanged where the rules ask for no more than an order of them.
inline constexpr std::uint32_t kLooseExchange = 60;

// Added to that of a slip back to a print with as many decimals as no figure beside has: a factor of ten takes more then than a
// digit too many, two digits exchanged more than one for another.
inline constexpr std::uint32_t kOddDecimals = 35;

// Of a slip that fits, but of which as many would fit by chance: it is no explanation, yet the print is likelier than one that no
// slip leads to.
inline constexpr std::uint32_t kWeakSlip = 90;

// Of another print that no slip explains.
inline constexpr std::uint32_t kUnexplained = 100;

[[nodiscard]] constexpr std::uint32_t cost_of(CauseKind kind) {
    switch (kind) {
        case CauseKind::rounded_whole: return 0;                                  // no slip: a rule that asks for more than the print
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
    return kUnexplained;
}

// Ten ways for each digit: one of them fits nearly anything where the figure is short or the statement loose. A digit too
// many or two exchanged leave a few ways only.
[[nodiscard]] constexpr bool has_many_ways(CauseKind kind) {
    return kind == CauseKind::digit_replaced || kind == CauseKind::digit_omitted;
}

// Of the slips of such a kind that a figure could have suffered, at most this part may clear the finding: else any error
// would be "explained" by that kind.
inline constexpr std::size_t kOneIn = 10;

// As many figures may be repaired by the same kind of slip, each alone: the two sides of a statement. With more of them
// the kind tells nothing of which figure is wrong.
inline constexpr std::size_t kMostAlike = 2;

}  // namespace crossfoot
