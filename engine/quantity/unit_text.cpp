// The text after a number: a unit, a scale word, both ("M€", "millions d'euros"), a label, a quotient ("€/m²").
#include <algorithm>
#include <limits>

#include "engine/quantity/lexicon.hpp"
#include "engine/quantity/print_text.hpp"
#include "engine/quantity/unit.hpp"
#include "engine/text/nearest.hpp"

namespace crossfoot {
namespace {

bool is_word(const ScaleWord& scale) { return scale.word.size() > 4; }

// The rest of `text` after the scale word, which may begin with a capital where it is a word.
std::optional<std::string_view> after_scale(std::string_view text, const ScaleWord& scale) {
    const bool same = text.starts_with(scale.word) ||
                      (is_word(scale) && text.starts_with(first_letter_raised(scale.word)));
    if (!same) return std::nullopt;
    return text.substr(scale.word.size());
}

Rational size_of(const ScaleWord& scale) { return Rational::power_of_ten(scale.exponent); }

Unit scaled_number(const ScaleWord& scale) {
    Unit unit;
    unit.symbol = scale.word;
    unit.size = size_of(scale);
    unit.scaled = true;
    return unit;
}

// Percentages, points and factors take no scale word, nor does a unit twice.
bool takes_scale(const Unit& unit) { return unit.notation == Notation::number && !unit.dimension.is_number() && !unit.scaled; }

// Quotients and scaled spellings multiply; this leaves room for what rules compute.
constexpr std::size_t kMostPrinted = std::numeric_limits<UnitId>::max() - 4096;

}  // namespace

std::optional<Rational> Units::scale(std::string_view word, Language language) const {
    for (const ScaleWord& each : lexicon(language).scales) {
        const auto rest = after_scale(word, each);
        if (!each.after_currency && rest && rest->empty()) return size_of(each);
    }
    return std::nullopt;
}

std::optional<Unit> Units::scaled(std::string_view after, Language language) const {
    const Lexicon& words = lexicon(language);
    for (const ScaleWord& each : words.scales) {
        if (each.after_currency) continue;
        auto rest = after_scale(after, each);
        if (!rest) continue;
        if (rest->empty()) return scaled_number(each);
        std::string symbol(each.word);
        const bool apart = rest->starts_with(' ');
        if (apart) {
            rest->remove_prefix(1);
            symbol += ' ';
            for (const std::string_view joint : {words.joint, words.elided_joint}) {
                if (joint.empty() || !rest->starts_with(joint)) continue;
                rest->remove_prefix(joint.size());
                symbol += joint;
                break;
            }
            if (is_label(*rest)) return scaled_number(each);
        } else if (const Spelling* glued = lookup(*rest, 3); !each.sticks || glued == nullptr || !glued->sticks) {
            continue;
        }
        const Unit* unit = find(*rest, language);
        if (unit == nullptr || !takes_scale(*unit)) continue;
        Unit out = *unit;
        out.symbol = symbol + unit->symbol;
        out.size = size_of(each) * unit->size;
        out.scaled = true;
        return out;
    }
    return std::nullopt;
}

std::optional<Unit> Units::quotient(std::string_view after, Language language) const {
    const std::size_t slash = after.rfind('/');
    if (slash == std::string_view::npos) return std::nullopt;
    std::string_view above = after.substr(0, slash), below = after.substr(slash + 1);
    if (above.ends_with(' ')) above.remove_suffix(1);
    if (below.starts_with(' ')) below.remove_prefix(1);
    const Unit* plain = find(above, language);
    std::optional<Unit> out = plain != nullptr ? std::optional(*plain) : scaled(above, language);
    const Unit* divisor = find(below, language);
    if (!out || divisor == nullptr || out->dimension.is_number() || !takes_scale(*divisor)) return std::nullopt;
    out->symbol += "/" + divisor->symbol;
    out->dimension = out->dimension / divisor->dimension;
    out->size /= divisor->size;
    return out;
}

// "£'000", "€000", "£m", "£ million": the currency of a column stands before its scale word.
std::optional<Unit> Units::currency_scaled(std::string_view after, Language language) const {
    const auto money = [&](std::string_view ending, bool touches, const Rational& size) -> std::optional<Unit> {
        if (!after.ends_with(ending)) return std::nullopt;
        std::string_view name = after.substr(0, after.size() - ending.size());
        if (name.ends_with(' ') && !touches) name.remove_suffix(1);
        const Unit* currency = find(name, language);
        if (currency == nullptr || kind(*currency) != Kind::money || currency->scaled) return std::nullopt;
        Unit out = *currency;
        out.symbol = after;
        out.size *= size;
        out.scaled = true;
        return out;
    };
    for (const std::string_view thousands : {"'000", "'000s", "000", "000s"})
        if (auto unit = money(thousands, thousands[0] != '\'', 1000)) return unit;
    for (const ScaleWord& each : lexicon(language).scales)
        if (auto unit = money(each.word, false, size_of(each))) return unit;
    return std::nullopt;
}

std::optional<Unit> Units::with_currency_before(std::string_view after, std::string_view before, Language language) const {
    const Unit* currency = find(before, language);
    if (currency == nullptr || kind(*currency) != Kind::money) return std::nullopt;
    Unit out = *currency;
    out.before = currency->symbol;
    out.symbol.clear();
    if (after.empty()) return out;
    for (const ScaleWord& each : lexicon(language).scales) {
        const auto rest = after_scale(after, each);
        if (!rest || !rest->empty()) continue;
        out.symbol = each.word;
        out.size *= size_of(each);
        out.scaled = true;
        return out;
    }
    return std::nullopt;
}

std::string Units::nearest_spelling(std::string_view text, Language language) const {
    constexpr std::size_t kLongestUnit = 40;
    const auto first = static_cast<unsigned char>(text.empty() ? '\0' : text[0]);
    const bool begins_like_a_unit = (first | 0x20U) - 'a' < 26U || first >= 0x80U;
    if (text.size() > kLongestUnit || !begins_like_a_unit) return {};
    // whatever is near has nearly the same length; most spellings fall out here, cheaply
    std::vector<std::string_view> candidates = spellings(language);
    std::erase_if(candidates, [&](std::string_view each) {
        return each.size() > text.size() + text.size() / 2 + 1 || text.size() > each.size() + each.size() / 2 + 1;
    });
    const auto found = nearest(text, candidates, 1);
    return found.empty() ? std::string() : found.front();
}

UnitText Units::make(std::string_view after, std::string_view before, Language language) {
    using Form = UnitText::Form;
    const auto known = [this](Form form, Unit unit) -> UnitText {
        if (printed_.size() >= kMostPrinted) return {};
        return {form, intern(std::move(unit)), {}};
    };
    if (!before.empty()) {
        if (auto unit = with_currency_before(after, before, language)) return known(Form::unit, std::move(*unit));
        return {Form::unknown, 0, nearest_spelling(after, language)};
    }
    if (after.empty() || is_label(after)) return {Form::bare, 0, {}};
    if (const Unit* unit = find(after, language)) return known(Form::unit, *unit);
    if (auto unit = scaled(after, language)) {
        const Form form = unit->dimension.is_number() ? Form::scaled : Form::unit;
        return known(form, std::move(*unit));
    }
    if (auto unit = currency_scaled(after, language)) return known(Form::unit, std::move(*unit));
    if (auto unit = quotient(after, language)) return known(Form::unit, std::move(*unit));
    return {Form::unknown, 0, nearest_spelling(after, language)};
}

const UnitText& Units::read(std::string_view after, std::string_view before, Language language) {
    // the texts of a report are few; a hostile one must not make the memory of them grow without end
    constexpr std::size_t kMostRemembered = 20'000;
    std::string composed;
    std::string_view key;
    char buffer[64];
    const std::size_t size = after.size() + before.size() + 2;
    if (size <= sizeof buffer) {
        buffer[0] = language == Language::fr ? 'f' : 'e';
        after.copy(buffer + 1, after.size());
        buffer[1 + after.size()] = '\0';
        before.copy(buffer + 2 + after.size(), before.size());
        key = {buffer, size};
    } else {
        composed.append(1, language == Language::fr ? 'f' : 'e').append(after).append(1, '\0').append(before);
        key = composed;
    }
    if (const auto found = read_.find(key); found != read_.end()) return found->second;
    if (read_.size() >= kMostRemembered) read_.clear();
    UnitText text = make(after, before, language);
    return read_.emplace(std::string(key), std::move(text)).first->second;
}

std::optional<UnitId> parse_literal_unit(std::string_view unit_text, Units& units, Language language) {
    const std::string text = tidy(unit_text);
    if (text.empty()) return std::nullopt;
    const Language other = language == Language::fr ? Language::en : Language::fr;
    for (const Language each : {language, other}) {
        const UnitText& read = units.read(text, {}, each);
        if (read.form != UnitText::Form::unknown) return read.unit;
    }
    return std::nullopt;
}

}  // namespace crossfoot
