// Slips of one kind in a printed figure: every print that one digit replaced, omitted, added or exchanged with its
// neighbour, another sign, or a factor of 10, 100 or 1000 makes of it. The prints keep the manner of the old one: grouping,
// decimal sign, words, unit, manner of signs. They are what causes proposes, what a rule set's strength is measured with,
// and what the benchmark of bench/slips seeds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/checking/recheck.hpp"
#include "engine/reasoning/cause.hpp"

namespace crossfoot {

// Which way a slip is followed. `away`: what a slip would make of the print. `back`: the prints that a slip of that kind
// would have turned into it; a digit that was omitted is one more there.
enum class SlipWay : std::uint8_t { away, back };

struct PrintSlip {
    CauseKind kind{};       // digit_replaced, digit_omitted, digit_added, digits_exchanged, sign or power_of_ten
    std::string print;
    Rational times;         // power_of_ten: by what the number is multiplied; else 0
};

// In a fixed order: by kind, then from the first digit to the last, then by the digit put there. No print twice, never the
// old one: a 0 at the end is a factor of ten, not a digit more. At most 20 for each digit, and 16. A numeral stays as it may be
// written (no leading zero), and its last decimal is neither dropped nor followed by another: that is another precision, no slip.
// Of a duration in several units ("1h15") slips of the digits of each numeral. Nothing for any other print whose digits are not one
// numeral (a range, a number in words), nor for a duration without `units`.
[[nodiscard]] std::vector<PrintSlip> print_slips(std::string_view print, Language language, SlipWay way, NumberSigns declared = {},
                                                 const Units* units = nullptr);

struct Slip {
    CauseKind kind{};
    Rational times;
    Figure figure;          // as it is read in the place of the old one
    bool odd_decimals = false;   // as many decimals as no figure beside it has
};

// As cause_weights.hpp says of its kind. A factor of 1000 is slipped over more easily than one of 10 or 100: thousands,
// millions. Whatever leaves decimals that nothing beside the figure has is less likely.
[[nodiscard]] std::uint32_t cost_of(const Slip& slip);

// The slips of the figure at `node` that can be read there, in the same order. Nothing for a figure that is missing or
// suppressed; of one that is shown otherwise than it is read (`printed`), slips of what is read.
[[nodiscard]] std::vector<Slip> slips_of(Rechecker& rechecker, NodeId node, SlipWay way);

}  // namespace crossfoot
