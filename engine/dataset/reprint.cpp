#include "engine/dataset/reprint.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "engine/quantity/duration_text.hpp"
#include "engine/quantity/numeral.hpp"

namespace crossfoot {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// How a place is read: as a string, or as the TOML number that it is.
struct Manner {
    Reading reading;
    bool plain = false;
    std::string written;   // what is read so
};

std::optional<Figure> read_by(const Manner& manner, std::string_view print, Units& units) {
    std::string digits;
    if (manner.plain) {   // as the loader takes underscores and the sign out
        for (const char c : print)
            if (c != '_' && (c != '+' || !digits.empty())) digits += c;
    }
    ReadResult result = manner.plain ? read_plain(digits, manner.reading, units) : read_figure(print, manner.reading, units);
    auto* figure = std::get_if<Figure>(&result);
    if (figure == nullptr) return std::nullopt;
    figure->printed = print;
    return std::move(*figure);
}

bool same_meaning(const Figure& a, const Figure& b) {
    return a.value == b.value && a.range == b.range && a.step == b.step && a.unit == b.unit && a.qualified == b.qualified &&
           a.rounded == b.rounded && a.finer == b.finer && a.machine == b.machine && a.fractional == b.fractional && a.whole_step == b.whole_step;
}

std::optional<Manner> manner_of(Dataset& dataset, const Figure& figure, std::string_view written) {
    const Language own = dataset.manifest.language;
    const Language other = own == Language::fr ? Language::en : Language::fr;
    Precision last_digit, exact, step;
    last_digit.mode = Precision::Mode::last_digit;
    exact.mode = Precision::Mode::exact;
    step.mode = Precision::Mode::step;
    step.step = figure.step / dataset.units.unit(figure.unit).size;
    const std::array<Precision, 4> precisions{Precision{}, exact, last_digit, step};
    for (const Language language : {own, other}) {
        for (const bool plain : {false, true}) {
            for (const Precision& precision : precisions) {
                if (precision.mode == Precision::Mode::step && figure.step.sign() <= 0) continue;
                for (const bool with_unit : {false, true}) {
                    Manner manner;
                    manner.plain = plain;
                    manner.reading.language = language;
                    manner.reading.signs = figure.signs;
                    manner.reading.brackets = dataset.manifest.brackets;
                    manner.reading.flags = dataset.manifest.flags.empty() ? nullptr : &dataset.manifest.flags;
                    manner.reading.precision = precision;
                    if (figure.rounding_declared) manner.reading.rounding = figure.rounding;
                    if (with_unit) manner.reading.unit = figure.unit;
                    const auto read = read_by(manner, written, dataset.units);
                    if (!read || !same_meaning(*read, figure)) continue;
                    manner.written = written;
                    return manner;
                }
            }
        }
    }
    return std::nullopt;
}

// The value as it stands in the source, without the quotes of a text.
std::string_view in_source(const Dataset& dataset, NodeId node) {
    const Span span = dataset.node(node).span;
    std::string_view text = span.valid() ? dataset.sources.text(span) : std::string_view();
    const bool quoted = text.size() >= 2 && (text[0] == '"' || text[0] == '\'') && text.back() == text[0];
    return quoted ? text.substr(1, text.size() - 2) : text;
}

std::optional<Manner> manner_of(Dataset& dataset, NodeId node) {
    const Figure& figure = dataset.figure(node);
    if (figure.state != FigureState::known) return std::nullopt;
    if (auto manner = manner_of(dataset, figure, figure.printed)) return manner;
    const std::string_view written = in_source(dataset, node);
    return written == figure.printed ? std::nullopt : manner_of(dataset, figure, written);
}

// A print taken apart: what stands before and after the numeral, and how the numeral is written.
struct Style {
    std::string before, after;   // without the sign
    std::string minus = "-";     // how a negative number is signed
    std::string separator;       // between groups of three digits; empty: not grouped
    std::string decimal_sign;
    int decimals = 0;
    bool signed_plus = false;    // a positive number shows its sign
    bool has_minus = false;      // the print itself shows a minus
};

struct Character {
    std::string_view bytes;
    [[nodiscard]] bool digit() const { return bytes.size() == 1 && is_digit(bytes[0]); }
};

constexpr std::array<std::string_view, 4> kSpaces{" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
constexpr std::array<std::string_view, 3> kMinus{"-", "\xE2\x88\x92", "\xE2\x80\x93"};

bool one_of(std::string_view text, std::span<const std::string_view> all) { return std::find(all.begin(), all.end(), text) != all.end(); }

std::vector<Character> characters(std::string_view text) {
    std::vector<Character> out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
        out.push_back({text.substr(at, end - at)});
        at = end;
    }
    return out;
}

std::string joined(std::span<const Character> all) {
    std::string out;
    for (const Character& each : all) out += each.bytes;
    return out;
}

// Takes the sign off the end of what stands before the numeral: "- ", "−", "+".
void take_sign(std::string& before, Style& style) {
    const std::vector<Character> all = characters(before);
    std::size_t end = all.size();
    while (end > 0 && one_of(all[end - 1].bytes, kSpaces)) --end;
    if (end == 0) return;
    const std::string_view sign = all[end - 1].bytes;
    style.has_minus = one_of(sign, kMinus);
    if (style.has_minus) style.minus = joined(std::span(all).subspan(end - 1));
    else if (sign == "+") style.signed_plus = true;
    else return;
    if (sign == "+") style.minus = "-" + joined(std::span(all).subspan(end));
    before = joined(std::span(all).first(end - 1));
}

bool digits_at(std::span<const Character> all, std::size_t at, std::size_t count) {
    if (at + count > all.size()) return false;
    const auto part = all.subspan(at, count);
    return std::all_of(part.begin(), part.end(), [](const Character& c) { return c.digit(); });
}

// Nothing where the print holds no digit, or digits that are not of one numeral.
std::optional<Style> style_of(std::string_view printed, char decimal_sign, Language language, NumberSigns signs) {
    const std::vector<Character> all = characters(printed);
    const char group = group_signs(language, signs).back();
    std::size_t at = 0;
    while (at < all.size() && !all[at].digit()) ++at;
    if (at == all.size()) return std::nullopt;
    Style style;
    style.before = joined(std::span(all).first(at));
    style.decimal_sign = decimal_sign;
    std::size_t whole = 0;
    for (; at < all.size(); ++at) {
        if (all[at].digit()) {
            ++whole;
            continue;
        }
        const std::string_view sign = all[at].bytes;
        const bool groups = one_of(sign, kSpaces) || (sign == "'" && decimal_sign != '\'') || sign == std::string_view(&group, 1);
        if (!groups || !digits_at(all, at + 1, 3)) break;
        style.separator = sign;
    }
    const bool grouped = !style.separator.empty();
    if (!grouped && whole <= 3) style.separator = group == ' ' ? "\xE2\x80\xAF" : std::string(1, group);   // too short to tell
    if (at < all.size() && all[at].bytes == std::string_view(&decimal_sign, 1) && digits_at(all, at + 1, 1))
        for (++at; digits_at(all, at, 1); ++at) ++style.decimals;
    style.after = joined(std::span(all).subspan(at));
    if (std::any_of(style.after.begin(), style.after.end(), is_digit)) return std::nullopt;
    take_sign(style.before, style);
    return style;
}

// The magnitude of `value`, in printed units, with its sign as the style has it.
std::string print_in(const Style& style, const Rational& value) {
    const std::string plain = value.abs().fixed(style.decimals, Rational::Direction::nearest);
    const std::size_t point = std::min(plain.find('.'), plain.size());
    std::string numeral;
    for (std::size_t at = 0; at < point; ++at) {
        if (at > 0 && (point - at) % 3 == 0) numeral += style.separator;
        numeral += plain[at];
    }
    if (point < plain.size()) (numeral += style.decimal_sign).append(plain, point + 1);
    const std::string sign = value.sign() < 0 ? style.minus : style.signed_plus && value.sign() > 0 ? "+" + style.minus.substr(1) : "";
    return style.before + sign + numeral + style.after;
}

}  // namespace

std::optional<std::string> written_as(Dataset& dataset, NodeId node) {
    auto manner = manner_of(dataset, node);
    return manner ? std::optional(std::move(manner->written)) : std::nullopt;
}

std::optional<Figure> read_instead(Dataset& dataset, NodeId node, std::string_view print) {
    const Figure& old = dataset.figure(node);
    const auto manner = manner_of(dataset, node);
    if (!manner) return std::nullopt;
    auto figure = read_by(*manner, print, dataset.units);
    if (!figure || !(dataset.units.unit(figure->unit).dimension == dataset.units.unit(old.unit).dimension)) return std::nullopt;
    return figure;
}

std::optional<Figure> restyled(Dataset& dataset, NodeId node, const Rational& value) {
    const Figure& old = dataset.figure(node);
    if (old.qualified) return std::nullopt;
    const auto manner = manner_of(dataset, node);
    if (!manner) return std::nullopt;
    const Language language = manner->reading.language;
    const char sign = manner->plain ? '.' : decimal_sign(language, old.signs);
    // the mark behind the figure stays as it is
    const std::string& text = manner->written;
    const std::size_t marked = old.mark.empty() ? std::string::npos : text.rfind(old.mark);
    auto style = style_of(std::string_view(text).substr(0, marked), sign, language, old.signs);
    if (!style) {
        auto duration = duration_in_manner_of(text, value, language, dataset.units);
        if (!duration || value.sign() * old.value.sign() < 0) return std::nullopt;
        return read_by(*manner, *duration, dataset.units);
    }
    if (marked != std::string::npos) style->after += text.substr(marked);
    const std::string_view written = dataset.node(node).span.valid() ? dataset.sources.text(dataset.node(node).span) : std::string_view();
    if (!written.starts_with('"') && !written.starts_with('\'')) style->separator.clear();   // TOML numbers are not grouped
    const Rational size = dataset.units.unit(old.unit).size;
    const Rational shown = Rational::from_decimal((value / size).fixed(style->decimals, Rational::Direction::nearest));
    // words or brackets may be its sign ("baisse de", "de moins"): the print that reads back as the value is the one, and
    // where no minus was printed for a negative number none is added
    const bool unsigned_negative = old.value.sign() < 0 && !style->has_minus && shown.sign() < 0;
    const Rational first = unsigned_negative ? -shown : shown;
    for (const Rational& each : {first, -first}) {
        auto figure = read_by(*manner, print_in(*style, each), dataset.units);
        if (figure && figure->value == shown * size) return figure;
    }
    // a word that says the other sign cannot stay
    style->before.clear();
    auto figure = read_by(*manner, print_in(*style, shown), dataset.units);
    if (figure && figure->value == shown * size) return figure;
    return std::nullopt;
}

}  // namespace crossfoot
