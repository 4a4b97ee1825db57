// Figures that agree, made from true values by rounding: one linear relation of two to nine terms, or a table with the
// totals of its rows and columns.
#pragma once

#include <string>
#include <vector>

#include "bench/slips/people.hpp"

namespace crossfoot::slips {

struct System {
    Manner manner;
    bool declared = false;                 // `_precision = "last-digit"`: rounded, though printed whole
    std::vector<std::string> tables;       // by figure: the table it stands in; empty: at the top
    std::vector<std::string> keys;         // by figure
    std::vector<std::int64_t> scaled;      // by figure: the digits of its print
    std::string rules;

    // As a dataset, one figure printed otherwise.
    [[nodiscard]] std::string toml(std::size_t changed, const std::string& print) const;
    [[nodiscard]] std::string path(std::size_t figure) const;
};

[[nodiscard]] System relation(Chance& chance);
[[nodiscard]] System table(Chance& chance);

}  // namespace crossfoot::slips
