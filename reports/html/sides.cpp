#include "reports/html/sides.hpp"

#include "reports/html/messages.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports::html {

SideKind kind_of(const Side& side, const Dataset& dataset) {
    if (side.figures.empty()) return SideKind::required;
    if (side.figures.size() > 1 || dataset.node(side.figures.front()).kind != NodeKind::figure)
        return SideKind::recomputed;
    const Figure& figure = dataset.figure(side.figures.front());
    const bool same_value = !side.printed || figure.value == *side.printed;
    return same_value && figure.range == side.range ? SideKind::printed : SideKind::recomputed;
}

const Template& word_for(SideKind kind) {
    switch (kind) {
        case SideKind::printed: return words::printed;
        case SideKind::recomputed: return words::recomputed;
        case SideKind::required: break;
    }
    return words::required;
}

bool has_sides(const Finding& finding) {
    if (!finding.left || !finding.right || !finding.relation) return false;
    return !(finding.left->range == Interval::everything() && finding.right->range == Interval::everything());
}

bool has_gap(const Finding& finding) {
    return has_sides(finding) && finding.gap && finding.relation != ast::Comparison::not_equal;
}

std::string value_of(const Side& side, const Finding& finding, const Sheet& sheet) {
    if (!side.printed) return {};
    return quantity(*side.printed, scale_of(side, finding, sheet.dataset()));
}

std::string range_of(const Side& side, const Finding& finding, const Sheet& sheet) {
    if (side.range.is_point()) return std::string(words::exact.in(sheet.language()));
    return range_in_words(side.range, scale_of(side, finding, sheet.dataset()), sheet.language());
}

std::string percent_of(const Rational& part, const Sheet& sheet) {
    Scale scale;
    scale.unit.symbol = "%";
    scale.unit.notation = Notation::percent;
    scale.unit.size = Rational(1, 100);
    scale.numerals = sheet.dataset().manifest.language;
    scale.decimals = part.is_zero() ? 0 : decimals_for(part.abs(), scale.unit);
    const Rational rounded =
        Rational::from_decimal((part * 100).fixed(scale.decimals, Rational::Direction::nearest)) / 100;
    return quantity(rounded, scale);
}

}  // namespace crossfoot::reports::html
