#include "engine/quantity/numeral.hpp"

#include <algorithm>
#include <array>

#include "engine/quantity/denotation.hpp"
#include "engine/quantity/numeral_errors.hpp"
#include "engine/quantity/numeral_grammar.hpp"
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

}  // namespace

ReadResult read_figure(std::string_view text, const Reading& reading, Units& units) {
    if (text.size() > kLongestPrint) return read_long(text, reading);
    if (has_combining_mark(text))
        if (const std::string whole = composed(text); whole != text) return read_composed(whole, text, reading, units);
    const PrintText print(text);
    if (print.text().empty()) return NotAFigure{};
    NotUnderstood why;
    const auto own = parse_numeral(print.text(), reading.language, Signs::own, reading.signs);
    if (own) {
        auto answer = understand(*own, Signs::own, print, reading, units);
        if (const auto* understood = std::get_if<Understood>(&answer)) {
            ReadResult result = figure_of(*understood, without_outer_space(text, print), reading, units);
            if (!std::holds_alternative<NotAFigure>(result)) return result;
        } else if (auto* error = std::get_if<NumeralError>(&answer)) {
            return std::move(*error);
        } else {
            why = std::move(std::get<NotUnderstood>(answer));
        }
    }
    if (print.has_digit() && print.text().find_first_of(".,") != std::string_view::npos) {
        if (const auto foreign = parse_numeral(print.text(), reading.language, Signs::foreign, reading.signs)) {
            auto answer = understand(*foreign, Signs::foreign, print, reading, units);
            if (auto* error = std::get_if<NumeralError>(&answer)) return std::move(*error);
        }
    }
    return not_a_figure(print, why, reading);
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
