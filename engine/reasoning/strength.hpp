// How well rules guard the figures of a report: what each figure could be printed as without any rule noticing, the
// smallest slip that is surely caught, and the share of typical slips that are. A change is noticed where an instance that
// was not contradicted becomes so. Takes rules that are ready to be checked again, once for each thread; gives plain values that renderers read.
// Results depend on nothing but the arguments.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/checking/recheck.hpp"

namespace crossfoot {

// Typical slips: one digit replaced by another, one omitted, two neighbours exchanged, the other sign, ten times too much or
// too little. Only those that can be read as a figure in that place.
struct SlipCount {
    std::uint64_t caught = 0, all = 0;
    SlipCount& operator+=(const SlipCount& other);
};

// The printed values that go unnoticed, in steps of the figure's own print, from the figure's value outwards until the first
// that is noticed. In base units, both ends still unnoticed.
struct Unnoticed {
    Rational step;                        // one unit of the last digit printed
    std::optional<Rational> low, high;    // none: nothing is noticed on that side, however far
    // Every step inside goes unnoticed, and beyond the ends everything is noticed. Otherwise every step inside was tried
    // where there are at most 16 on a side, else as many of them, and nothing is known beyond the ends.
    bool proved = false;
};

struct FigureStrength {
    NodeId figure = kNoNode;
    std::size_t chapter = 0;              // into Strength::chapters
    std::size_t guards = 0;               // instances that use it and are not contradicted
    bool unprotected = true;              // no change of it that was tried is noticed
    std::optional<Unnoticed> unnoticed;   // none: an approximate figure, or a print that cannot be made otherwise
    // A slip of that much or more is caught, whichever way it goes (base units). None where there is no such amount.
    std::optional<Rational> surely;
    SlipCount slips;
};

// The figures below one key at the top of the dataset.
struct ChapterStrength {
    std::string key;
    std::uint64_t figures = 0, unprotected = 0;
    SlipCount slips;
};

struct Strength {
    std::vector<FigureStrength> figures;    // every printed figure outside the manifest, in the order of the dataset's keys
    std::vector<ChapterStrength> chapters;  // sorted by key
    ChapterStrength overall;                // without a key
    std::size_t rules = 0;                  // how many it was measured with
};

// `rules`: one for each thread, all of the same dataset, rules and selection, and ready; at least one. The result does not
// depend on how many there are. Missing and withheld figures are not in it.
[[nodiscard]] Strength measure_strength(std::span<Rechecker> rules);

}  // namespace crossfoot
