#include "engine/quantity/respelled.hpp"

#include <algorithm>

#include "engine/quantity/numeral_grammar.hpp"
#include "engine/quantity/print_text.hpp"
#include "engine/quantity/printed_number.hpp"

namespace crossfoot {
namespace {

// Reads number words from the front of a text.
class WordReader {
public:
    // `joints`: "and" may stand inside a number.
    WordReader(std::string_view text, Language language, bool joints = true)
        : text_(text), language_(language), how_(lexicon(language).hundreds), joints_(joints) {}

    // A number of so many words at least; `at` moves behind it. Nothing where there are fewer.
    std::optional<std::int64_t> number(std::size_t& at, std::size_t least_words = 2) {
        at_ = at;
        words_ = 0;
        auto value = below_thousand();
        const std::size_t before = at_;
        const std::size_t words = words_;
        if (value && *value > 0) separator();
        if (word(how_.thousand)) {
            const std::int64_t thousands = value.value_or(1);
            const std::size_t here = at_;
            separator();
            joint();
            auto rest = below_thousand();
            if (!rest) rest = one_behind_joint();
            if (!rest) at_ = here;
            if (how_.scales && (!rest || !value)) {   // "two hundred thousand": the scale word stays
                at_ = before;
                words_ = words;
            } else {
                value = thousands * 1000 + rest.value_or(0);
            }
        } else {
            at_ = before;
        }
        if (!value || words_ < least_words) return std::nullopt;
        at = at_;
        return value;
    }

private:
    bool ends_here(std::size_t at) const { return at == text_.size() || text_[at] == ' ' || text_[at] == '-'; }

    bool word(std::string_view what) {
        const std::string_view rest = text_.substr(at_);
        const bool same = rest.starts_with(what) || (at_ == 0 && first_letter_lowered(rest.substr(0, what.size())) == what);
        if (!same || !ends_here(at_ + what.size())) return false;
        at_ += what.size();
        ++words_;
        return true;
    }
    void separator() {
        if (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '-')) ++at_;
    }
    void joint() {
        if (how_.joint.empty() || !joints_) return;
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with(how_.joint) && rest.size() > how_.joint.size() && rest[how_.joint.size()] == ' ') at_ += how_.joint.size() + 1;
    }
    // "mille et un", "deux mille et une"
    std::optional<std::int64_t> one_behind_joint() {
        const std::string_view joint = how_.joint_before_one;
        if (joint.empty() || !joints_ || !text_.substr(at_).starts_with(joint) || !ends_here(at_ + joint.size())) return std::nullopt;
        const std::size_t before = at_, words = words_;
        at_ += joint.size();
        separator();
        if (const auto one = below_hundred(); one && *one == 1) return one;
        at_ = before;
        words_ = words;
        return std::nullopt;
    }
    std::optional<std::int64_t> below_hundred() {
        std::size_t size = 0;
        const NumberWord* found = parse_number_word(text_.substr(at_), language_, size);
        if (found == nullptr || found->value >= 100 || !ends_here(at_ + size)) return std::nullopt;
        at_ += size;
        ++words_;
        return found->value;
    }
    std::optional<std::int64_t> below_thousand() {
        std::optional<std::int64_t> out = one_hundred() ? std::optional<std::int64_t>(1) : std::nullopt;
        if (!out) {
            out = below_hundred();
            if (!out) return std::nullopt;
            const std::size_t before = at_;
            separator();
            if (*out < 1 || *out > 9 || !hundred()) {
                at_ = before;
                return out;
            }
        }
        *out *= 100;
        const std::size_t before = at_;
        separator();
        joint();
        if (const auto rest = below_hundred(); rest && *rest > 0) return *out + *rest;
        at_ = before;
        return out;
    }
    bool hundred() { return word(how_.hundreds) || word(how_.hundred); }
    // "cent", "one hundred", "a hundred"
    bool one_hundred() {
        std::size_t size = 0;
        const NumberWord* found = parse_number_word(text_.substr(at_), language_, size);
        if (found == nullptr || found->value != 100 || !ends_here(at_ + size)) return hundred();
        at_ += size;
        ++words_;
        return true;
    }

    std::string_view text_;
    Language language_;
    const Hundreds& how_;
    bool joints_;
    std::size_t at_ = 0, words_ = 0;
};

// Reads "un million deux cent mille" from the front of a text: groups of number words, each with a smaller scale word.
class ScaledWords {
public:
    ScaledWords(std::string_view text, Language language, bool joints)
        : text_(text), language_(language), joints_(joints), words_(lexicon(language)) {}

    // The number with its first scale word, "1,2 million"; `at` moves behind it. Nothing where there is one scale alone, or
    // where what follows the last is below a thousand: "un million deux" may be 1,2 million as well.
    std::optional<std::string> read(std::size_t& at) {
        at_ = at;
        const auto first = group(1000);
        if (!first || *first == 0 || !space()) return std::nullopt;
        const ScaleWord* scale = take_scale(kBillions + 1);
        if (scale == nullptr) return std::nullopt;
        Rational value(*first);
        bool added = false;
        std::size_t end = at_;
        for (int above = scale->exponent; above > kThousands && space();) {
            const auto next = group(kMillion);
            if (!next || *next == 0) break;
            const ScaleWord* smaller = space() ? take_scale(above) : nullptr;
            if (smaller == nullptr) at_ = group_end_;
            const int exponent = smaller != nullptr ? smaller->exponent : 0;
            if (exponent == 0 ? *next < 1000 : *next >= 1000) return std::nullopt;
            value += Rational(*next) * Rational::power_of_ten(exponent - scale->exponent);
            added = true;
            end = at_;
            above = exponent;
        }
        if (!added || (end < text_.size() && text_[end] != ' ')) return std::nullopt;
        std::size_t size = 0;
        if (end < text_.size() && parse_number_word(text_.substr(end + 1), language_, size) != nullptr) return std::nullopt;
        at = end;
        std::string out = value.decimal(Rational::Direction::nearest);
        std::replace(out.begin(), out.end(), '.', words_.decimal_sign);
        return out.append(" ").append(scale->word);
    }

private:
    static constexpr int kThousands = 3, kMillions = 6, kBillions = 9;
    static constexpr std::int64_t kMillion = 1'000'000;

    bool space() {
        if (at_ >= text_.size() || text_[at_] != ' ') return false;
        ++at_;
        return true;
    }
    std::optional<std::int64_t> group(std::int64_t below) {
        std::size_t at = at_;
        const auto value = WordReader(text_, language_, joints_).number(at, 1);
        if (!value || *value >= below) return std::nullopt;
        at_ = group_end_ = at;
        return value;
    }
    // A scale word of less than 10 to `below`, written out.
    const ScaleWord* take_scale(int below) {
        for (const ScaleWord& each : words_.scales) {
            const bool word = !each.sticks && !each.after_currency && each.exponent < below;
            if (!word || !text_.substr(at_).starts_with(each.word)) continue;
            const std::size_t end = at_ + each.word.size();
            if (end < text_.size() && text_[end] != ' ') continue;
            at_ = end;
            return &each;
        }
        return nullptr;
    }

    std::string_view text_;
    Language language_;
    bool joints_;
    const Lexicon& words_;
    std::size_t at_ = 0, group_end_ = 0;
};

bool is_number_word_at(std::string_view text, Language language) {
    std::size_t size = 0;
    return parse_number_word(text, language, size) != nullptr && (size == text.size() || text[size] == ' ' || text[size] == '-');
}

bool is_year(std::string_view numeral) { return numeral.size() == 4 && (numeral[0] == '1' || numeral[0] == '2'); }
bool begins_with_zero(std::string_view numeral) { return numeral.size() > 1 && numeral[0] == '0' && is_digit(numeral[1]); }

}  // namespace

std::optional<std::string> with_digits(std::string_view text, Language language, bool joints) {
    std::string out;
    bool changed = false;
    WordReader words(text, language, joints);
    for (std::size_t at = 0; at < text.size();) {
        const bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\'' || text[at - 1] == '-';
        if (begins) {
            if (const auto value = words.number(at)) {
                // "deux cents trois quarts" is no number
                if (at < text.size() && is_number_word_at(text.substr(at + 1), language)) return std::nullopt;
                out += std::to_string(*value);
                changed = true;
                continue;
            }
        }
        out += text[at++];
    }
    return changed ? std::optional(out) : std::nullopt;
}

std::optional<std::string> with_one_scale(std::string_view text, Language language, bool joints) {
    std::string out;
    bool changed = false;
    ScaledWords words(text, language, joints);
    for (std::size_t at = 0; at < text.size();) {
        const bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\'';
        if (const auto number = begins ? words.read(at) : std::nullopt) {
            out += *number;
            changed = true;
            continue;
        }
        out += text[at++];
    }
    return changed ? std::optional(out) : std::nullopt;
}

std::optional<std::string> with_approximation_as_digits(std::string_view text, Language language) {
    const Lexicon& words = lexicon(language);
    for (const ApproximateWord& each : words.approximations) {
        if (each.phrase.empty()) continue;
        std::size_t at = text.find(each.phrase);
        if (at == std::string_view::npos && text.size() >= each.phrase.size() &&
            first_letter_lowered(text.substr(0, each.phrase.size())) == each.phrase)
            at = 0;
        if (at == std::string_view::npos || (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\'')) continue;
        std::string_view rest = text.substr(at + each.phrase.size());
        if (!rest.empty()) {
            if (!rest.starts_with(' ')) continue;
            rest.remove_prefix(1);
            // without `de` no unit follows: "une dizaine d'euros"
            if (rest.starts_with(words.joint)) rest.remove_prefix(words.joint.size());
            else if (rest.starts_with(words.elided_joint)) rest.remove_prefix(words.elided_joint.size());
            else continue;
            if (rest.starts_with("plus") || rest.starts_with("moins")) continue;   // "une dizaine de plus"
        }
        std::string out(text.substr(0, at));
        out += std::to_string(each.value);
        if (!rest.empty()) out.append(" ").append(rest);
        return out;
    }
    return std::nullopt;
}

std::optional<std::string> with_range_words(std::string_view text, std::string_view original, const Reading& reading) {
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos || text.find('-', dash + 1) != std::string_view::npos) return std::nullopt;
    if (dash == 0 || dash + 1 == text.size() || !is_digit(text[dash - 1]) || !is_digit(text[dash + 1])) return std::nullopt;
    if (original.find("\u2212") != std::string_view::npos) return std::nullopt;
    const std::string_view between = lexicon(reading.language).ranges.back().connective;
    std::string out(text.substr(0, dash));
    out.append(" ").append(between).append(" ").append(text.substr(dash + 1));
    const auto syntax = parse_numeral(out, reading.language, Signs::own, reading.signs);
    const auto* range = syntax ? std::get_if<RangeSyntax>(&syntax->body) : nullptr;
    if (range == nullptr || range->low.word != nullptr || range->high.word != nullptr) return std::nullopt;
    if (!range->low.unit.empty() || range->low.signed_ || range->high.signed_ || !range->high.currency.empty()) return std::nullopt;
    const std::string_view low = range->low.numeral, high = range->high.numeral;
    if (begins_with_zero(low) || begins_with_zero(high)) return std::nullopt;
    if (is_year(low) && is_year(high) && range->high.unit.empty() && range->low.currency.empty()) return std::nullopt;
    const char decimal = decimal_sign(reading.language, reading.signs);
    if (!(printed_number(low, decimal).value < printed_number(high, decimal).value)) return std::nullopt;
    return out;
}

}  // namespace crossfoot
