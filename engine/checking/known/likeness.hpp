// By what a finding of a stored run and one of this run are told to be the same, and which of two is worse.
#pragma once

#include "engine/checking/known/baseline.hpp"
#include "engine/checking/known/identity.hpp"

namespace crossfoot {

// As a JSON run would keep it, with `beyond`.
[[nodiscard]] StoredFinding stored(const Finding& finding, Identities& identities);
// The part of the gap beyond the allowance, at least 0, through the decimals that a stored run keeps, so that the same number is
// the same. Nothing where one of them is not there.
[[nodiscard]] std::optional<Rational> beyond(const std::optional<Rational>& gap, const std::optional<Rational>& allowance);
// What is printed: rule, bindings and figures without the numbers of rows, as a digest.
[[nodiscard]] std::string print_of(const StoredFinding& finding);

// How bad it is: more is worse.
struct State {
    int rank = 0;
    Severity severity = Severity::error;
    std::optional<Rational> beyond;
};
[[nodiscard]] State state_of(const StoredFinding& finding);
[[nodiscard]] bool is_worse(const State& now, const State& before);
// The worst first.
[[nodiscard]] bool earlier(const State& a, const State& b);

// Alike in place and in print first: where rows without a key have moved, another row stands at the same place.
enum class By : std::uint8_t { place_and_print, print, place };

// Hashes in the memory of one run.
struct Keys {
    std::uint64_t print = 0, place = 0, path = 0;   // `path`: the place where there is no identity
    [[nodiscard]] std::uint64_t of(By by, bool identity) const;
};
// `paths`: are some runs without identities?
[[nodiscard]] Keys keys_of(const StoredFinding& finding, bool paths);

}  // namespace crossfoot
