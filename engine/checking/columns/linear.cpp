// Sums of columns, added and made decimal.
#include <algorithm>

#include "engine/checking/columns/program.hpp"

namespace crossfoot::columns {

void add(Linear& into, const Linear& other, const Rational& factor) {
    into.constant += other.constant * factor;
    into.made_of.insert(into.made_of.end(), other.made_of.begin(), other.made_of.end());
    for (const auto& [column, weight] : other.terms) {
        const auto found = std::find_if(into.terms.begin(), into.terms.end(),
                                        [&](const auto& each) { return each.first == column; });
        if (found == into.terms.end()) into.terms.emplace_back(column, weight * factor);
        else found->second += weight * factor;
    }
    into.fractional = into.fractional || other.fractional;
    into.plain = into.figure = false;
    into.loose = into.loose || other.loose;
    into.computed = into.computed || other.computed;
}

void make_finite(Step& step) {
    const auto scale = [&](const Rational& by) {
        step.scaled *= by;
        step.left.constant *= by;
        for (auto& [column, weight] : step.left.terms) weight *= by;
    };
    for (std::size_t i = 0; i < step.left.terms.size(); ++i)
        if (step.left.terms[i].second.decimals() < 0) scale(Rational(1) / step.left.terms[i].second.abs());
}

}  // namespace crossfoot::columns
