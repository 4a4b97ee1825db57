// What stands where a figure is missing or withheld: markers, compared with a string without its
// surrounding white space.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/quantity/figure.hpp"
#include "engine/text/language.hpp"

namespace crossfoot::loading {

// A withheld value and where the dataset says that it lies.
struct Suppressed {
    std::string marker;
    Interval range = Interval::everything();   // in base units of `unit`; without unit, in the unit in force
    std::optional<UnitId> unit;
};

struct Markers {
    std::vector<std::string> missing;
    std::vector<Suppressed> suppressed;
    std::vector<std::string> flags;   // letters that may stand behind a marker or a figure

    [[nodiscard]] const Suppressed* find_suppressed(std::string_view text) const;
    [[nodiscard]] bool is_missing(std::string_view text) const;
    // The marker and the flag of ": c"; nothing where no declared flag stands behind a marker.
    [[nodiscard]] std::optional<std::pair<std::string_view, std::string_view>> flagged(std::string_view text) const;
    // The marker and the mark of "n.d. (1)", "n/a*"; nothing where no mark stands behind a marker.
    [[nodiscard]] std::optional<std::pair<std::string_view, std::string_view>> annotated(std::string_view text) const;
};

// The markers of a dataset that declares none.
[[nodiscard]] std::vector<std::string> default_missing_markers(Language language);

// Without surrounding white space (no-break and thin spaces included).
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace crossfoot::loading
