#include "reports/wording.hpp"

#include <algorithm>

#include "engine/quantity/print.hpp"
#include "reports/unit_words.hpp"

namespace crossfoot::reports {
namespace {

constexpr int kMostDecimals = 12;
constexpr int kShortDecimals = 6;  // a value with no more decimals than this is printed whole

bool is_rate(const Unit& unit) { return unit.notation == Notation::percent || unit.notation == Notation::point; }

// "19,65 M€" and "19,75 M€" share what follows the digits; saying it once is enough.
std::string without_common_unit(const std::string& low, const std::string& high) {
    std::size_t same = 0;
    while (same < low.size() && same < high.size() && low[low.size() - 1 - same] == high[high.size() - 1 - same])
        ++same;
    const std::string_view tail = std::string_view(low).substr(low.size() - same);
    const std::size_t digit = tail.find_last_of("0123456789");
    const std::size_t begin = low.size() - same + (digit == std::string_view::npos ? 0 : digit + 1);
    // Never inside a character.
    std::size_t at = begin;
    while (at < low.size() && (static_cast<unsigned char>(low[at]) & 0xC0U) == 0x80U) ++at;
    const std::string_view unit = std::string_view(low).substr(at);
    return unit.find_first_of("0123456789") == std::string_view::npos ? low.substr(0, at) : low;
}

void keep_smallest(std::optional<Rational>& smallest, const Rational& distance) {
    const Rational size = distance.abs();
    if (size.is_zero()) return;
    if (!smallest || size < *smallest) smallest = size;
}

// The smallest distance that a reader has to see: widths of the ranges, the gap, what the gap exceeds the
// allowance by.
std::optional<Rational> smallest_distance(const Finding& finding) {
    std::optional<Rational> smallest;
    for (const auto* side : {&finding.left, &finding.right})
        if (*side && (*side)->range.bounded())
            keep_smallest(smallest, (*side)->range.high.value - (*side)->range.low.value);
    if (finding.gap) keep_smallest(smallest, *finding.gap);
    if (finding.gap && finding.allowance && finding.verdict == Verdict::contradicted)
        keep_smallest(smallest, *finding.gap - *finding.allowance);
    return smallest;
}

// A side that names no unit of its own (`change(…)`) is shown in the one of the other side, or of a figure.
Unit unit_of(const Side& side, const Finding& finding, const Dataset& dataset) {
    if (side.shown != 0) return dataset.units.unit(side.shown);
    for (const auto* other : {&finding.left, &finding.right})
        if (*other && (*other)->unit == side.unit && (*other)->shown != 0) return dataset.units.unit((*other)->shown);
    for (const auto* each : {&finding.left, &finding.right})
        if (*each && (*each)->unit == side.unit && (*each)->literal) return spelled_in(*(*each)->literal, dataset.units, dataset.manifest.language);
    if (side.unit == "1") return dataset.units.unit(0);
    for (const NodeId node : side.figures) {
        if (dataset.node(node).kind != NodeKind::figure) continue;
        const Unit& unit = dataset.units.unit(dataset.figure(node).unit);
        if (dataset.units.base_name(unit.dimension) == side.unit) return unit;
    }
    Unit unit;
    unit.symbol = unit_in_words(side.unit, dataset.units, dataset.manifest.language);
    return unit;
}

}  // namespace

std::string_view colon(Language language) { return language == Language::fr ? "\xC2\xA0:" : ":"; }
std::string_view semicolon(Language language) { return language == Language::fr ? "\xC2\xA0;" : ";"; }

std::string number(std::uint64_t count, Language language) {
    const std::string digits = std::to_string(count);
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += language == Language::fr ? "\xE2\x80\xAF" : ",";
        out += digits[i];
    }
    return out;
}

std::string counted(const words::Counted& phrase, std::uint64_t count, Language language) {
    const bool one = count == 1 || (count == 0 && language == Language::fr);
    return Message(one ? phrase.one : phrase.many, number(count, language)).in(language);
}

int decimals_for(const Rational& distance, const Unit& unit) {
    const Rational shown = distance / unit.size;
    int decimals = 0;
    while (decimals < kMostDecimals && Rational::power_of_ten(1 - decimals) > shown) ++decimals;
    return decimals;
}

Scale scale_of(const Side& side, const Finding& finding, const Dataset& dataset) {
    Scale scale{unit_of(side, finding, dataset), kShortDecimals, dataset.manifest.language};
    if (const auto distance = smallest_distance(finding)) scale.decimals = decimals_for(*distance, scale.unit);
    return scale;
}

Scale scale_of_gap(const Finding& finding, const Dataset& dataset) {
    Scale scale = scale_of(*finding.left, finding, dataset);
    if (!is_rate(scale.unit)) return scale;
    scale.unit = Unit{};
    scale.unit.symbol = "pt";
    scale.unit.notation = Notation::point;
    scale.unit.size = Rational(1, 100);
    return scale;
}

Scale scale_of(const Figure& figure, const Dataset& dataset) {
    Scale scale{dataset.units.unit(figure.unit), kShortDecimals, dataset.manifest.language};
    if (figure.range.bounded() && !figure.range.is_point())
        scale.decimals = decimals_for(figure.range.high.value - figure.range.low.value, scale.unit);
    return scale;
}

std::string quantity(const Rational& value, const Scale& scale, Rational::Direction direction) {
    const int needed = (value / scale.unit.size).decimals();
    const int most = needed >= 0 && needed <= kShortDecimals ? std::max(needed, scale.decimals) : scale.decimals;
    return print_quantity(value, scale.unit, scale.numerals, direction, most);
}

std::string range_in_words(const Interval& range, const Scale& scale, Language language) {
    const auto said = [&](const Template& text, auto&&... parts) { return Message(text, parts...).in(language); };
    if (range.low.unbounded && range.high.unbounded) return said(words::any_value);
    const std::string low = range.low.unbounded ? "" : quantity(range.low.value, scale, Rational::Direction::down);
    const std::string high = range.high.unbounded ? "" : quantity(range.high.value, scale, Rational::Direction::up);
    if (range.is_point()) return quantity(range.low.value, scale);
    if (range.high.unbounded) return said(range.low.open ? words::more_than : words::at_least, low);
    if (range.low.unbounded) return said(range.high.open ? words::less_than : words::at_most, high);
    const std::string bare = without_common_unit(low, high);
    if (!range.low.open) return said(range.high.open ? words::from_below : words::from_to, bare, high);
    return said(range.high.open ? words::between_open : words::above_to, bare, high);
}

std::string figure_in_words(NodeId node, const Dataset& dataset, Language language) {
    if (dataset.node(node).kind != NodeKind::figure) return {};
    const Figure& figure = dataset.figure(node);
    if (figure.state == FigureState::missing) return std::string(words::missing_figure.in(language));
    const std::string range = range_in_words(figure.range, scale_of(figure, dataset), language);
    if (figure.state == FigureState::suppressed) return Message(words::withheld_figure, range).in(language);
    // A plain exact figure says itself what it is.
    if (figure.range.is_point() && !figure.qualified) return std::string(words::exact_figure.in(language));
    return range;
}

std::string draft_in_words(NodeId node, const Dataset& dataset, Language language) {
    const auto lines = dataset.draft_lines(node);
    if (!lines) return {};
    if (lines->first == lines->second) return Message(words::draft_line, lines->first).in(language);
    return Message(words::draft_lines, lines->first, lines->second).in(language);
}

}  // namespace crossfoot::reports
