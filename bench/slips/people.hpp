// Slips as people make them when they type and copy numbers, drawn by chance. Nothing here is taken from the engine's own
// list of slips: the benchmark is not to ask the engine for what the engine knows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/reasoning/cause.hpp"

namespace crossfoot::slips {

// The same numbers everywhere, by a seed that is any text.
class Chance {
public:
    explicit Chance(std::string_view seed);
    [[nodiscard]] std::int64_t next(std::int64_t low, std::int64_t high);   // both ends closed
    [[nodiscard]] bool one_in(std::int64_t count) { return next(1, count) == 1; }

private:
    std::uint64_t state_;
};

// How a number is printed.
struct Manner {
    int decimals = 0;
    bool grouped = true;
    bool french = false;
    std::string unit;     // " M€"; with the space before it
};

// A number as its digits, `manner.decimals` of them behind the decimal sign.
[[nodiscard]] std::string print_of(std::int64_t scaled, const Manner& manner);

enum class Typed : std::uint8_t { changed, exchanged, dropped, doubled, added, point_moved, sign, thousand_lost };
inline constexpr int kTypedKinds = 8;
[[nodiscard]] std::string_view to_string(Typed kind);
// The kind of cause that it is called by; none of them is told apart by more than that.
[[nodiscard]] CauseKind cause_of(Typed kind);

// What the slip makes of the number; nothing where it cannot happen to it, or changes nothing. A first digit 0 is never made.
[[nodiscard]] std::optional<std::string> slipped(std::int64_t scaled, const Manner& manner, Typed kind, Chance& chance);

}  // namespace crossfoot::slips
