#include "engine/quantity/share.hpp"

#include <algorithm>

#include "engine/quantity/numeral_grammar.hpp"
#include "engine/quantity/print_text.hpp"

namespace crossfoot {
namespace {

struct SmallNumber {
    int value = 0;
    std::string_view rest;   // behind it, without the space
};

// A whole number to ten at the front, in digits or as a word.
std::optional<SmallNumber> small_number(std::string_view text, Language language) {
    std::size_t size = 0;
    int value = 0;
    if (!text.empty() && is_digit(text[0])) {
        for (; size < text.size() && is_digit(text[size]); ++size) value = std::min(value * 10 + (text[size] - '0'), 1000);
        if (text[0] == '0') return std::nullopt;
    } else {
        const NumberWord* word = parse_number_word(text, language, size);
        if (word == nullptr) return std::nullopt;
        value = word->value;
    }
    if (size < text.size() && text[size] != ' ') return std::nullopt;
    if (value < 1 || value > 10) return std::nullopt;
    return SmallNumber{value, text.substr(std::min(size + 1, text.size()))};
}

// May this be what is shared? Not what has a number in it, nor a unit that is measured or rated.
bool may_be_shared(std::string_view noun, Language language, const Units& units) {
    if (noun.empty()) return true;
    if (std::any_of(noun.begin(), noun.end(), is_digit) || holds_number_word(noun, language)) return false;
    if (noun.find_first_of("%‰€$£/()") != std::string_view::npos) return false;
    const Unit* unit = units.find(noun, language);
    return unit == nullptr || units.kind(*unit) == Kind::count;
}

// Behind the whole only what is known to be counted may stand: "one in five years" is no fraction of years.
bool may_follow(std::string_view noun, Language language, const Units& units) {
    if (noun.empty() || units.is_label(noun)) return true;
    const Unit* unit = units.find(noun, language);
    return unit != nullptr && units.kind(*unit) == Kind::count;
}

}  // namespace

std::optional<Understood> read_share(std::string_view text, Language language, Units& units) {
    std::array<const Lead*, 3> leads{};
    const std::string_view body = text.substr(parse_leads(text, language, leads));
    for (const std::string_view connective : lexicon(language).share_words) {
        const std::size_t at = body.find(connective);
        if (at == std::string_view::npos) continue;
        const auto part = small_number(body.substr(0, at), language);
        const auto whole = small_number(body.substr(at + connective.size()), language);
        if (!part || !whole || !may_be_shared(part->rest, language, units) || !may_follow(whole->rest, language, units)) continue;
        const bool one_of = part->value == 1 && whole->value >= 2, of_ten = whole->value == 10 && part->value < 10;
        if (!one_of && !of_ten) continue;
        Understood out;
        out.form = Understood::Form::fraction;
        out.number.value = Rational(part->value, whole->value);
        for (const Lead* lead : leads) {
            if (lead == nullptr) break;
            if (lead->kind == LeadKind::minus || (is_qualifier(lead->kind) && out.qualifier != nullptr)) return std::nullopt;
            if (is_qualifier(lead->kind)) out.qualifier = lead;
            else if (out.qualifier != nullptr || lead != leads[0]) return std::nullopt;
            else out.falls = lead->kind == LeadKind::fall;
        }
        Unit unit;
        unit.notation = Notation::fraction;
        out.unit = out.lower_unit = units.intern(std::move(unit));
        return out;
    }
    return std::nullopt;
}

}  // namespace crossfoot
