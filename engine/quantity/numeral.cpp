#include "engine/quantity/numeral.hpp"

#include <algorithm>
#include <array>

#include "engine/quantity/brackets.hpp"
#include "engine/quantity/denotation.hpp"
#include "engine/quantity/duration_text.hpp"
#include "engine/quantity/marks.hpp"
#include "engine/quantity/numeral_errors.hpp"
#include "engine/quantity/numeral_grammar.hpp"
#include "engine/quantity/respelled.hpp"
#include "engine/quantity/share.hpp"
#include "engine/quantity/understanding.hpp"

namespace crossfoot {
namespace {

ReadResult figure_of(const Understood& understood, std::string_view printed, const Reading& reading, const Units& units) {
    auto figure = denote(understood, reading, units);
    if (!figure) return NotAFigure{true, 0, static_cast<std::uint32_t>(printed.size()), {}};
    figure->printed = printed;
    return std::move(*figure);
}

// A text that is too long for a figure; but a number alone, however long, is told to be one.
ReadResult read_long(std::string_view text, const Reading& reading) {
    const auto digits = static_cast<int>(std::count_if(text.begin(), text.end(), is_digit));
    const bool number = std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == ' ' || c == '.' || c == ','; });
    const auto size = static_cast<std::uint32_t>(text.size());
    if (number && digits > kMostSignificantDigits) {
        NumeralError error = too_many_digits_error(PrintText(text), {}, digits);
        error.begin = 0;
        error.end = size;
        return error;
    }
    return NotAFigure{digits > 0 || holds_number_word(text, reading.language), 0, size, {}};
}

NotAFigure not_a_figure(const PrintText& print, const NotUnderstood& why, const Reading& reading) {
    NotAFigure out;
    out.number_like = print.has_digit() || holds_number_word(print.text(), reading.language);
    const bool knows_unit = !why.unit.empty();
    const std::size_t begin = knows_unit ? static_cast<std::size_t>(why.unit.data() - print.text().data()) : 0;
    const std::size_t end = knows_unit ? begin + why.unit.size() : print.text().size();
    out.begin = print.original_begin(begin);
    out.end = print.original_end(end);
    out.nearest_unit = why.nearest_unit;
    return out;
}

std::string_view without_outer_space(std::string_view text, const PrintText& print) {
    const std::uint32_t begin = print.original_begin(0);
    return text.substr(begin, print.original_end(print.text().size()) - begin);
}

// A text whose accents stand apart from their letters: places in it are lost, the whole stands for them.
ReadResult read_composed(const std::string& whole, std::string_view text, const Reading& reading, Units& units) {
    ReadResult result = read_figure(whole, reading, units);
    const auto size = static_cast<std::uint32_t>(text.size());
    if (auto* figure = std::get_if<Figure>(&result)) figure->printed = text;
    else if (auto* error = std::get_if<NumeralError>(&result)) error->begin = 0, error->end = size;
    else std::get<NotAFigure>(result).begin = 0, std::get<NotAFigure>(result).end = size;
    return result;
}

// How a text was made plainer before the grammar sees it.
struct Plainer {
    const Bracketed* brackets = nullptr;   // brackets were taken off
    bool approximate = false;              // "une dizaine" is written 10
    std::string_view shown;                // what was printed; empty where that is what is read
};

bool without_words(const NumeralSyntax& syntax, std::string_view text, const Plainer& plainer) {
    return plainer.brackets == nullptr || is_bracketed(syntax, text, *plainer.brackets);
}

// The words of the first grammar alone.
ReadResult read_words(const PrintText& print, std::string_view text, const Reading& reading, Units& units, const Plainer& plainer = {}) {
    NotUnderstood why;
    auto own = parse_numeral(print.text(), reading.language, Signs::own, reading.signs);
    if (own && without_words(*own, print.text(), plainer)) {
        if (plainer.brackets != nullptr) std::get<AmountSyntax>(own->body).bracketed = true;
        auto answer = understand(*own, Signs::own, print, reading, units, plainer.shown);
        if (auto* understood = std::get_if<Understood>(&answer)) {
            understood->approximate = plainer.approximate && understood->form == Understood::Form::number;
            ReadResult result = figure_of(*understood, without_outer_space(text, print), reading, units);
            if (!std::holds_alternative<NotAFigure>(result)) return result;
        } else if (auto* error = std::get_if<NumeralError>(&answer)) {
            return std::move(*error);
        } else {
            why = std::move(std::get<NotUnderstood>(answer));
        }
    }
    if (print.has_digit() && print.text().find_first_of(".,") != std::string_view::npos) {
        const auto foreign = parse_numeral(print.text(), reading.language, Signs::foreign, reading.signs);
        if (foreign && without_words(*foreign, print.text(), plainer)) {
            auto answer = understand(*foreign, Signs::foreign, print, reading, units, plainer.shown);
            if (auto* error = std::get_if<NumeralError>(&answer)) return std::move(*error);
        }
    }
    return not_a_figure(print, why, reading);
}

// A figure that another text stands for; nothing where that is none, as if there had been no other text.
std::optional<ReadResult> read_instead(const std::string& plain, const Reading& reading, Units& units, const Plainer& plainer, bool errors) {
    ReadResult result = read_words(PrintText(plain), plain, reading, units, plainer);
    if (std::holds_alternative<NotAFigure>(result) || (!errors && std::holds_alternative<NumeralError>(result))) return std::nullopt;
    return result;
}

// "un tiers de moins", "a quarter more": a fraction in words with a direction word behind it.
std::optional<ReadResult> read_fraction_with_direction(std::string_view text, const Reading& reading, Units& units) {
    for (const Tail& tail : lexicon(reading.language).tails) {
        const std::size_t size = tail.phrase.size();
        if (text.size() < size + 2 || !text.ends_with(tail.phrase) || text[text.size() - size - 1] != ' ') continue;
        const std::string fraction(text.substr(0, text.size() - size - 1));
        const PrintText print(fraction);
        const auto syntax = parse_numeral(print.text(), reading.language, Signs::own, reading.signs);
        if (!syntax || !std::holds_alternative<const FractionWord*>(syntax->body)) continue;
        auto answer = understand(*syntax, Signs::own, print, reading, units);
        auto* understood = std::get_if<Understood>(&answer);
        if (understood == nullptr) continue;
        const Lead* lead = syntax->leads[0];
        const bool directed = lead != nullptr && (lead->kind == LeadKind::fall || lead->kind == LeadKind::rise);
        if (directed && lead->kind != tail.kind) return ReadResult(direction_and_sign_error(print, text, print.text()));
        understood->falls = tail.kind == LeadKind::fall;
        if (auto figure = denote(*understood, reading, units)) return ReadResult(std::move(*figure));
    }
    return std::nullopt;
}

// What the first grammar does not know: brackets, `un habitant sur cinq`, `deux cents`, `une dizaine`, `1h15`, `10-15 %`.
std::optional<ReadResult> read_otherwise(const PrintText& print, std::string_view original, const Reading& reading, Units& units) {
    const std::string_view text = print.text();
    if (text.size() > kLongestRespelled) return std::nullopt;
    if (reading.brackets || reading.language == Language::en)
        if (const auto brackets = without_brackets(text))
            if (auto result = read_instead(brackets->text, reading, units, {.brackets = &*brackets, .shown = text}, true)) return result;
    if (const auto share = read_share(text, reading.language, units))
        if (auto figure = denote(*share, reading, units)) return ReadResult(std::move(*figure));
    for (const bool joints : {true, false})
        for (const auto respell : {&with_one_scale, &with_digits})
            if (const auto plain = respell(text, reading.language, joints))
                if (auto result = read_instead(*plain, reading, units, {}, false)) return result;
    if (const auto plain = with_approximation_as_digits(text, reading.language))
        if (auto result = read_instead(*plain, reading, units, {.approximate = true, .shown = text}, false)) return result;
    if (const auto plain = as_one_duration(text, reading.language, units))
        if (auto result = read_instead(*plain, reading, units, {}, false)) return result;
    if (const auto plain = with_range_words(text, original, reading))
        if (auto result = read_instead(*plain, reading, units, {}, false)) return result;
    return std::nullopt;
}

// All of a text but the marks behind it. `number_like` is what the grammar says of the whole.
ReadResult read_unmarked(std::string_view text, const Reading& reading, Units& units) {
    const PrintText print(text);
    ReadResult result = print.text().empty() ? ReadResult{NotAFigure{}} : read_words(print, text, reading, units);
    const auto* unread = std::get_if<NotAFigure>(&result);
    if (unread == nullptr) return result;
    // no number word need stand in these: `un tiers de moins`
    auto other = read_fraction_with_direction(print.text(), reading, units);
    if (!other && unread->number_like) other = read_otherwise(print, text, reading, units);
    if (!other) return result;
    result = std::move(*other);
    if (auto* figure = std::get_if<Figure>(&result)) {
        figure->printed = without_outer_space(text, print);
    } else if (auto* error = std::get_if<NumeralError>(&result)) {
        error->begin = print.original_begin(0);
        error->end = print.original_end(print.text().size());
    }
    return result;
}

// A print less its mark, which the figure keeps.
std::optional<ReadResult> read_marked(const MarkedText& marked, std::string_view text, const Reading& reading, Units& units) {
    ReadResult result = read_unmarked(marked.number, reading, units);
    if (std::holds_alternative<NotAFigure>(result)) return std::nullopt;
    if (auto* figure = std::get_if<Figure>(&result)) {
        figure->mark = marked.mark;
        const PrintText print(text);
        figure->printed = without_outer_space(text, print);
    }
    return result;
}

ReadResult read_before_marks(std::string_view text, const Reading& reading, Units& units) {
    ReadResult result = read_unmarked(text, reading, units);
    const auto* unread = std::get_if<NotAFigure>(&result);
    if (unread == nullptr || !unread->number_like) return result;
    if (const auto marked = without_marks(text))
        if (auto other = read_marked(*marked, text, reading, units)) result = std::move(*other);
    return result;
}

}  // namespace

ReadResult read_figure(std::string_view text, const Reading& reading, Units& units) {
    if (text.size() > kLongestPrint) return read_long(text, reading);
    if (has_combining_mark(text))
        if (const std::string whole = composed(text); whole != text) return read_composed(whole, text, reading, units);
    if (reading.flags == nullptr) return read_before_marks(text, reading, units);
    // a declared flag is no unit, whatever it is elsewhere
    if (const auto marked = without_flag(text, *reading.flags))
        if (auto result = read_marked(*marked, text, reading, units)) return std::move(*result);
    return read_before_marks(text, reading, units);
}

ReadResult read_plain(std::string_view digits, const Reading& reading, Units& units) {
    std::string_view rest = digits;
    const bool negative = rest.starts_with('-');
    if (negative || rest.starts_with('+')) rest.remove_prefix(1);
    const std::size_t point = rest.find('.');
    const std::string_view whole = rest.substr(0, point);
    const std::string_view decimals = point == std::string_view::npos ? std::string_view() : rest.substr(point + 1);
    const auto all_digits = [](std::string_view part) { return std::all_of(part.begin(), part.end(), is_digit); };
    if (whole.empty() || !all_digits(whole) || !all_digits(decimals) || (point != std::string_view::npos && decimals.empty()))
        return NotAFigure{std::any_of(digits.begin(), digits.end(), is_digit), 0, static_cast<std::uint32_t>(digits.size()), {}};
    PrintedNumber number = printed_number(rest, '.');
    if (number.significant > kMostSignificantDigits) {
        NumeralError error = too_many_digits_error(PrintText(digits), {}, number.significant);
        error.begin = 0;
        error.end = static_cast<std::uint32_t>(digits.size());
        return error;
    }
    return figure_of(understand_plain(std::move(number), negative, reading), digits, reading, units);
}

std::variant<Precision, NumeralError> read_precision(std::string_view text, const Reading& reading, Units& units) {
    const PrintText print(text);
    Precision out;
    if (text.size() <= kLongestPrint) {
        if (print.text() == "exact") {
            out.mode = Precision::Mode::exact;
            return out;
        }
        if (print.text() == "last-digit") {
            out.mode = Precision::Mode::last_digit;
            return out;
        }
        // a step is an exact number in the unit it prints; what is declared for figures does not touch it
        Reading plain;
        plain.language = reading.language;
        plain.signs = reading.signs;
        plain.precision.mode = Precision::Mode::exact;
        auto result = read_figure(text, plain, units);
        if (auto* error = std::get_if<NumeralError>(&result)) return std::move(*error);
        const auto* figure = std::get_if<Figure>(&result);
        if (figure != nullptr && !figure->qualified && figure->value.sign() > 0) {
            const Unit& unit = units.unit(figure->unit);
            out.mode = Precision::Mode::step;
            out.step = figure->value / unit.size;
            if (figure->unit != 0) out.unit = figure->unit;
            return out;
        }
    }
    return no_precision_error(print, reading.language);
}

// "-" and its kin stand for an empty cell; "." and "…" do so in statistical tables (INSEE, Eurostat), ":"
// in Eurostat's. Letters are what French and English tables write for "not available", never a bare "n"
// or "na", which may be text.
std::span<const std::string_view> default_missing_markers() {
    static constexpr auto kMarkers = std::to_array<std::string_view>({
        "", "-", "–", "—", "−", "--", ":", ".", "..", "...", "…",
        "n.d.", "nd", "N.D.", "ND", "n.c.", "nc", "N.C.", "NC", "n/a", "N/A", "n.a.", "N.A.", "NA",
    });
    return kMarkers;
}

}  // namespace crossfoot
