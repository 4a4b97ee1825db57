#include "reports/unit_words.hpp"

namespace crossfoot::reports {
namespace {

// One base unit without its power.
std::string base_in_words(std::string_view name, const Units& units, Language language) {
    const Unit* known = units.find(name, Language::en);
    if (known == nullptr || units.base_name(known->dimension) != name) return std::string(name);
    return units.readable(known->dimension, language);
}

// The length of what parts two base units at the beginning of the text, or raises one to a power; 0 where a name goes on.
std::size_t between_bases(std::string_view text) {
    for (const std::string_view sign : {"/", "·", "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"})
        if (text.starts_with(sign)) return sign.size();
    return 0;
}

}  // namespace

std::string unit_in_words(std::string_view base_name, const Units& units, Language language) {
    if (base_name == "1") return {};
    std::string out, name;
    const auto flush = [&] {
        if (!name.empty()) out += name == "1" ? name : base_in_words(name, units, language);
        name.clear();
    };
    while (!base_name.empty()) {
        const std::size_t sign = between_bases(base_name);
        if (sign == 0) name += base_name.front();
        else flush(), out += base_name.substr(0, sign);
        base_name.remove_prefix(sign == 0 ? 1 : sign);
    }
    flush();
    return out;
}

Unit spelled_in(Unit unit, const Units& units, Language language) {
    const Unit* same_word = units.find(unit.symbol, language);
    const Language other = language == Language::fr ? Language::en : Language::fr;
    if (same_word != nullptr || units.find(unit.symbol, other) == nullptr) return unit;
    const auto plural = [](std::string_view word) { return word.ends_with('s'); };
    const Unit* best = nullptr;
    for (const std::string_view word : units.spellings(language)) {
        const Unit* each = units.find(word, language);
        if (each == nullptr || each->dimension != unit.dimension || each->size != unit.size || each->notation != unit.notation) continue;
        if (best == nullptr || (plural(unit.symbol) && plural(word) && !plural(best->symbol))) best = each;
    }
    if (best != nullptr) unit.symbol = best->symbol;
    return unit;
}

}  // namespace crossfoot::reports
