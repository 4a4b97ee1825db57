#include "engine/quantity/unit.hpp"

#include "engine/quantity/lexicon.hpp"
#include "engine/quantity/print_text.hpp"
#include "engine/quantity/units_data.hpp"

namespace crossfoot {
namespace {

constexpr std::uint8_t kEnglish = 1, kFrench = 2, kBoth = 3;

std::uint8_t bit(Language language) { return language == Language::fr ? kFrench : kEnglish; }

template <class Each>
void for_each_word(std::string_view words, Each each) {
    while (!words.empty()) {
        const std::size_t bar = words.find('|');
        each(words.substr(0, bar));
        words.remove_prefix(bar == std::string_view::npos ? words.size() : bar + 1);
    }
}

Unit unit_of(const UnitDatum& datum) {
    Unit unit;
    for (const auto& factor : datum.factors)
        if (factor.power != 0) unit.dimension.factors.push_back(factor);
    unit.notation = datum.notation;
    unit.size = Rational(datum.size, datum.divisor);
    return unit;
}

}  // namespace

void Units::add(Spelling spelling) {
    by_word_.emplace(spelling.word, static_cast<std::uint32_t>(spellings_.size()));
    spellings_.push_back(std::move(spelling));
}

Units::Units() {
    const auto add_word = [this](std::string_view word, std::uint8_t languages, bool sticks, Unit unit) {
        Spelling spelling;
        spelling.word = word;
        spelling.languages = languages;
        spelling.sticks = sticks;
        spelling.unit = std::move(unit);
        spelling.unit.symbol = word;
        add(std::move(spelling));
    };
    bases_.reserve(2 * other_currencies().size());
    spellings_.reserve(3 * other_currencies().size());
    by_word_.reserve(3 * other_currencies().size());
    for (const BaseDatum& base : base_data()) bases_.emplace_back(base.name);
    for (const UnitDatum& datum : unit_data()) {
        const Unit unit = unit_of(datum);
        for_each_word(datum.symbols, [&](std::string_view word) { add_word(word, kBoth, datum.sticks, unit); });
        for_each_word(datum.en, [&](std::string_view word) { add_word(word, kEnglish, false, unit); });
        for_each_word(datum.fr, [&](std::string_view word) { add_word(word, kFrench, false, unit); });
    }
    for (const std::string_view code : other_currencies()) {
        Unit unit;
        unit.dimension.factors.push_back({static_cast<BaseId>(bases_.size()), 1});
        bases_.emplace_back(code);
        add_word(code, kBoth, true, std::move(unit));
    }
    for (const CurrencySymbol& each : currency_symbols()) add_word(each.symbol, kBoth, true, lookup(each.code, kBoth)->unit);
    intern(Unit{});
}

const Units::Spelling* Units::lookup(std::string_view word, std::uint8_t languages) const {
    // where both languages share a word, either row answers: they mean the same
    for (auto [at, end] = by_word_.equal_range(word); at != end; ++at)
        if ((spellings_[at->second].languages & languages) != 0) return &spellings_[at->second];
    return nullptr;
}

namespace {

// Letter case tells single symbols apart (t and T, m and M), so only words of two letters on may begin
// with a capital.
bool has_one_letter(std::string_view word) {
    return word.size() == 1 || (word.size() == 2 && (static_cast<unsigned char>(word[0]) & 0x80U) != 0);
}

}  // namespace

const Unit* Units::find(std::string_view word, Language language) const {
    if (word.empty()) return nullptr;
    const Spelling* found = lookup(word, bit(language));
    if (found == nullptr && !has_one_letter(word)) {
        found = lookup(first_letter_lowered(word), bit(language));
        if (found == nullptr) {
            found = lookup(first_letter_raised(word), bit(language));
            if (found != nullptr && !found->declared) found = nullptr;   // eUR is no spelling of EUR
        }
    }
    return found != nullptr && !found->label ? &found->unit : nullptr;
}

bool Units::is_label(std::string_view word) const {
    if (word.empty()) return false;
    const Spelling* found = lookup(word, kBoth);
    if (found == nullptr && !has_one_letter(word)) found = lookup(first_letter_lowered(word), kBoth);
    if (found == nullptr && !has_one_letter(word)) found = lookup(first_letter_raised(word), kBoth);
    return found != nullptr && found->label;
}

std::vector<std::string_view> Units::spellings(Language language) const {
    std::vector<std::string_view> out;
    out.reserve(spellings_.size());
    for (const Spelling& spelling : spellings_)
        if ((spelling.languages & bit(language)) != 0) out.push_back(spelling.word);
    return out;
}

bool Units::declare(std::string_view name, Spelling spelling) {
    spelling.word = tidy(name);
    spelling.declared = true;
    spelling.unit.symbol = spelling.label ? "" : spelling.word;
    const std::string_view word = spelling.word;
    // a name that begins like a number, or is a scale word, could not be told from the number before it
    if (word.empty() || word.size() > kLongestPrint || (word[0] >= '0' && word[0] <= '9')) return false;
    for (const Language language : {Language::en, Language::fr}) {
        if (scale(word, language)) return false;
        const Unit* known = find(word, language);
        const bool label = is_label(word);
        if (known == nullptr && !label) continue;
        if (label || spelling.label) return label && spelling.label;
        return known->notation == spelling.unit.notation && known->size == spelling.unit.size &&
               known->dimension == spelling.unit.dimension;
    }
    if (++declared_ > kMostDeclared) return false;
    add(std::move(spelling));
    read_.clear();
    return true;
}

bool Units::declare_count(std::string_view name) {
    const std::string word = tidy(name);
    const Unit* known = find(word, Language::en);
    // the same count again: its base is there already
    if (known != nullptr && known->dimension.factors.size() == 1 && first_letter_lowered(base_name(known->dimension)) == first_letter_lowered(word))
        return kind(*known) == Kind::count;
    Spelling spelling;
    spelling.unit.dimension.factors.push_back({static_cast<BaseId>(bases_.size()), 1});
    if (!declare(word, std::move(spelling))) return false;
    bases_.push_back(word);
    return true;
}

bool Units::declare_label(std::string_view name) {
    Spelling spelling;
    spelling.label = true;
    return declare(name, std::move(spelling));
}

bool Units::declare_multiple(std::string_view name, const Rational& size, const Unit& of) {
    if (size.sign() <= 0) return false;
    Spelling spelling;
    spelling.unit.dimension = of.dimension;
    spelling.unit.notation = of.notation;
    spelling.unit.size = size * of.size;
    return declare(name, std::move(spelling));
}

UnitId Units::intern(Unit unit) {
    const auto [begin, end] = by_symbol_.equal_range(std::string_view(unit.symbol));
    for (auto at = begin; at != end; ++at)
        if (printed_[at->second] == unit) return at->second;
    const auto id = static_cast<UnitId>(printed_.size());
    by_symbol_.emplace(unit.symbol, id);
    printed_.push_back(std::move(unit));
    return id;
}

}  // namespace crossfoot
