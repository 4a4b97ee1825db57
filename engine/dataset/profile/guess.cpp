#include "engine/dataset/profile/guess.hpp"

#include <algorithm>
#include <array>

#include "engine/dataset/profile/markers.hpp"
#include "engine/text/text_form.hpp"

namespace crossfoot::profile {
namespace {

std::uint64_t values_of(const Tally& tally) {
    return tally.sort == Sort::date ? tally.dates : tally.plain + tally.printed.count;
}

// Are the cells that are no values few, and like markers?
bool others_are_markers(const Tally& tally) {
    constexpr std::size_t kMostUnknown = 5;
    if (tally.others.overfull()) return false;
    std::size_t unknown = 0;
    std::uint64_t cells = 0;
    for (const Frequent& each : tally.others.frequent(Tally::kMostOthers)) {
        if (known_marker(each.value) != MarkerKind::none) continue;
        if (!may_be_marker(each.value)) return false;
        ++unknown;
        cells += each.count;
    }
    return unknown <= kMostUnknown && 10 * cells <= values_of(tally);
}

// One dimension, as far as the printed units go: the most frequent of them, or nothing where they do not agree.
std::optional<std::string> common_unit(const Printed& printed) {
    std::string best;
    std::uint64_t most = 0;
    for (const auto& [symbol, each] : printed.units)
        if (!symbol.empty() && each.first > most) best = symbol, most = each.first;
    Units units;
    for (const auto& [symbol, each] : printed.units) {
        if (symbol.empty() || symbol == best) continue;
        const auto a = parse_literal_unit(symbol, units, Language::en), b = parse_literal_unit(best, units, Language::en);
        if (!a || !b || !(units.unit(*a).dimension == units.unit(*b).dimension)) return std::nullopt;
        if (units.unit(*a).notation != units.unit(*b).notation) return std::nullopt;
    }
    return best;
}

bool whole_word(const std::string& name, std::string_view word) {
    const auto letter = [&](std::size_t at) {
        const auto c = static_cast<unsigned char>(name[at]);
        return (c >= 'a' && c <= 'z') || c >= 0x80;
    };
    for (std::size_t at = name.find(word); at != std::string::npos; at = name.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !letter(at - 1)) && (end == name.size() || !letter(end))) return true;
    }
    return false;
}

// « Budget (k€) », "tax in EUR", "percent_urban".
std::string unit_in_name(const std::string& name, Language language) {
    Units units;
    for (const auto& [open, close] : {std::pair{'(', ')'}, std::pair{'[', ']'}}) {
        const std::size_t begin = name.rfind(open), end = name.rfind(close);
        if (begin == std::string::npos || end == std::string::npos || end < begin + 2) continue;
        std::string inside = name.substr(begin + 1, end - begin - 1);
        for (const std::string_view word : {"en ", "in "})
            if (inside.starts_with(word)) inside.erase(0, word.size());
        if (const auto unit = parse_literal_unit(inside, units, language); unit && *unit != 0) return units.unit(*unit).symbol;
    }
    const std::string low = lowered(name);
    if (low.find('%') != std::string::npos) return "%";
    for (const std::string_view word : {"percent", "percentage", "pct", "pourcentage", "pourcent"})
        if (whole_word(low, word)) return "%";
    for (const std::string_view symbol : {"€", "k€", "M€"})
        if (whole_word(name, symbol) || name.ends_with(symbol)) return std::string(symbol);
    if (whole_word(low, "eur") || whole_word(low, "euros")) return "€";
    return {};
}

// Names of rates that may be written as percentages or as fractions; the values decide.
bool names_rate(const std::string& name) {
    const std::string low = lowered(name);
    constexpr std::array<std::string_view, 8> kWords{"part", "taux", "share", "rate", "evolution", "évolution", "change", "growth"};
    return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return whole_word(low, word); });
}

void describe_numbers(const Tally& tally, Language language, ColumnProfile& out) {
    const Printed& printed = tally.printed;
    Range range = tally.plain_range();
    out.unit = common_unit(printed).value_or("");
    const auto own = printed.units.find(out.unit);
    for (const auto& [symbol, each] : printed.ranges) {
        Range scaled = each;
        if (!symbol.empty() && symbol != out.unit) {
            const Rational factor = printed.units.at(symbol).second / own->second.second;
            *scaled.least *= factor;
            *scaled.greatest *= factor;
        }
        range.merge(scaled);
    }
    out.least = range.least;
    out.greatest = range.greatest;
    out.decimals = std::max(tally.plain_decimals(), printed.most_decimals);
    out.decimals_vary = printed.count > 0 && (printed.least_decimals != printed.most_decimals ||
                                              (tally.plain > 0 && tally.plain_decimals() != printed.most_decimals));
    out.decimal_comma = printed.commas > 0;
    out.grouped = printed.groups > 0;
    out.machine = tally.machine > 0;
    constexpr std::uint64_t kEnough = 20;  // fewer round numbers may be chance
    const bool many = tally.values.overfull() || tally.values.size() >= kEnough;
    if (printed.count == 0 && out.decimals == 0 && many && tally.zeros >= 2) out.zeros = tally.zeros;
    if (!out.unit.empty()) {
        out.unit_from = UnitFrom::cells;
        return;
    }
    out.unit = unit_in_name(out.name, language);
    const Rational one_and_a_half(3, 2);
    const bool fraction = out.least->abs() <= one_and_a_half && out.greatest->abs() <= one_and_a_half && out.decimals > 0;
    if (out.unit.empty() && names_rate(out.name) && out.decimals > 0) out.unit = "%";
    if (out.unit == "%" && fraction) out.unit.clear();
    if (!out.unit.empty()) out.unit_from = UnitFrom::name;
}

}  // namespace

std::optional<Sort> otherwise(const Tally& tally) {
    if (tally.sort == Sort::text) return std::nullopt;
    if (tally.codes > 0) return Sort::text;
    if (tally.sort == Sort::number && !common_unit(tally.printed)) return Sort::text;
    const bool no_others = tally.others.size() == 0 && !tally.others.overfull();
    if (no_others || (values_of(tally) > 0 && others_are_markers(tally))) return std::nullopt;
    return tally.sort == Sort::number && values_of(tally) == 0 ? Sort::date : Sort::text;
}

ColumnProfile describe(const std::string& name, const Tally& tally, Language language) {
    ColumnProfile out;
    out.name = name;
    out.filled = tally.sort == Sort::text ? tally.texts : values_of(tally);
    if (tally.empty > 0) out.missing.push_back({"", tally.empty});
    if (tally.sort != Sort::text) {
        // what is below 0 elsewhere could be below 0 where it is withheld
        const bool negative = tally.sort == Sort::date || (tally.plain_range().least && tally.plain_range().least->sign() < 0);
        for (const Frequent& each : tally.others.frequent(Tally::kMostOthers)) {
            const bool withheld = known_marker(each.value) == MarkerKind::suppressed && !negative;
            (withheld ? out.suppressed : out.missing).push_back(each);
        }
    }
    if (tally.sort == Sort::number) {
        out.type = out.filled > 0 ? ColumnType::number : ColumnType::empty;
        if (out.filled > 0) describe_numbers(tally, language, out);
    } else if (tally.sort == Sort::date) {
        out.type = ColumnType::date;
        out.first_day = tally.first_day;
        out.last_day = tally.last_day;
    } else {
        out.type = tally.texts > 0 ? ColumnType::text : ColumnType::empty;
        out.first_text = tally.first_text;
        out.last_text = tally.last_text;
    }
    if (tally.values.overfull()) return out;
    out.distinct = tally.values.size();
    out.frequent = tally.values.frequent(kFrequent);
    out.values = tally.values;
    return out;
}

}  // namespace crossfoot::profile
