#include "tests/quantity/figures_table.hpp"

#include <map>
#include <optional>
#include <stdexcept>

#include "engine/quantity/date.hpp"

namespace crossfoot::testing {
namespace {

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

std::string without_backticks(std::string text) {
    if (text.size() >= 2 && text.front() == '`' && text.back() == '`') return text.substr(1, text.size() - 2);
    return text;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) text.replace(at, what.size(), by);
    return text;
}

std::string decimal(const Rational& value) { return value.decimal(Rational::Direction::nearest); }

Rounding rounding_from(const std::string& name) {
    if (name == "nearest") return Rounding::nearest;
    if (name == "half-up") return Rounding::half_up;
    if (name == "half-even") return Rounding::half_even;
    if (name == "truncated") return Rounding::truncated;
    throw std::invalid_argument("no such rounding: " + name);
}

// What a row declares, and what its reading points to.
struct Declared {
    Reading reading;
    std::map<std::string, Rational> widths;
    std::vector<std::string> flags;
    bool plain = false;   // a TOML integer or float
};

void declare(Declared& out, const std::string& item, Units& units) {
    const std::size_t equals = item.find('=');
    const std::string key = item.substr(0, equals), value = equals == std::string::npos ? "" : item.substr(equals + 1);
    if (key == "en") {
        out.reading.language = Language::en;
    } else if (key == "brackets") {
        out.reading.brackets = true;
    } else if (key == "flags") {
        for (std::size_t at = 0; at < value.size();) {
            const std::size_t end = std::min(value.find(' ', at), value.size());
            out.flags.push_back(value.substr(at, end - at));
            at = end + 1;
        }
    } else if (key == "plain") {
        out.plain = true;
    } else if (key == "rounding") {
        out.reading.rounding = rounding_from(value);
    } else if (key == "unit") {
        out.reading.unit = parse_literal_unit(value, units, out.reading.language);
        if (!out.reading.unit) throw std::invalid_argument("no such unit: " + value);
    } else if (key == "precision") {
        auto precision = read_precision(value, out.reading, units);
        if (!std::holds_alternative<Precision>(precision)) throw std::invalid_argument("no such precision: " + value);
        out.reading.precision = std::get<Precision>(precision);
    } else {
        Reading plain;
        plain.language = out.reading.language;
        const ReadResult width = read_figure(value, plain, units);
        out.widths[key] = std::get<Figure>(width).value;
    }
}

}  // namespace

std::vector<TableRow> table_rows(const std::vector<std::string>& lines) {
    std::vector<TableRow> out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string& line = lines[i];
        if (!line.starts_with("| ") || line.starts_with("| print ") || line.starts_with("| ---")) continue;
        std::vector<std::string> cells;
        for (std::size_t at = 1; at < line.size();) {
            const std::size_t bar = line.find('|', at);
            if (bar == std::string::npos) break;
            cells.push_back(trimmed(std::string_view(line).substr(at, bar - at)));
            at = bar + 1;
        }
        if (cells.size() != 3) throw std::invalid_argument("line " + std::to_string(i + 1) + " has no three cells");
        out.push_back({i + 1, without_backticks(cells[0]), cells[1], without_backticks(cells[2])});
    }
    return out;
}

Units table_units() {
    Units units;
    units.declare_count("élèves");
    units.declare_count("communes");
    units.declare_label("faits");
    units.declare_label("habitants");
    units.declare_multiple("MWh", Rational(3'600'000'000), *units.find("J", Language::fr));
    return units;
}

std::string spelled(const Interval& interval) {
    const auto end = [](const End& each, const char* infinite) { return each.unbounded ? infinite : decimal(each.value); };
    return (interval.low.open ? "]" : "[") + end(interval.low, "-∞") + "; " + end(interval.high, "+∞") + (interval.high.open ? "[" : "]");
}

std::string spelled(const ReadResult& result, const Units& units, Language language) {
    if (const auto* figure = std::get_if<Figure>(&result)) {
        std::string out = spelled(figure->range) + " " + units.base_name(units.unit(figure->unit).dimension);
        out += ", " + decimal(figure->value);
        if (!figure->step.is_zero()) out += ", step " + decimal(figure->step);
        if (figure->qualified) out += ", qualified";
        if (figure->finer) out += ", finer";
        return out;
    }
    if (const auto* error = std::get_if<NumeralError>(&result)) {
        std::string out(name(error->code));
        out += " at " + std::to_string(error->begin) + "-" + std::to_string(error->end) + ": " + error->headline.in(language);
        for (const Message& help : error->help) out += "; " + help.in(language);
        return replaced(out, "`", "'");
    }
    const auto& text = std::get<NotAFigure>(result);
    std::string out = text.number_like ? "text with a number" : "text";
    if (text.number_like) out += " at " + std::to_string(text.begin) + "-" + std::to_string(text.end);
    if (!text.nearest_unit.empty()) out += ", near " + text.nearest_unit;
    return out;
}

namespace {

Declared declared_in(const TableRow& row, Units& units) {
    Declared out;
    for (std::size_t at = 0; at < row.declared.size();) {
        const std::size_t end = std::min(row.declared.find(", ", at), row.declared.size());
        declare(out, row.declared.substr(at, end - at), units);
        at = end + 2;
    }
    return out;
}

std::string print_of(const TableRow& row) { return replaced(replaced(row.print, "␣", "\u00A0"), "⏎", "\n"); }

// An end without finite decimals as a quotient.
std::string quotient(const Rational& value) {
    for (int divisor : {1, 3, 7, 9})
        if ((value * divisor).decimals() >= 0) {
            if (divisor == 1) return decimal(value);
            for (const int by : {1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 400})
                if ((value * divisor * by).is_whole()) return decimal(value * divisor * by) + "/" + std::to_string(divisor * by);
        }
    return decimal(value);
}

}  // namespace

std::string set_of(const TableRow& row) {
    Units units = table_units();
    Declared declared = declared_in(row, units);
    if (!declared.flags.empty()) declared.reading.flags = &declared.flags;
    const ReadResult result = read_figure(print_of(row), declared.reading, units);
    if (const auto* error = std::get_if<NumeralError>(&result)) return std::string(name(error->code));
    const auto* figure = std::get_if<Figure>(&result);
    if (figure == nullptr) return std::get<NotAFigure>(result).number_like ? "unread" : "text";
    const Interval& range = figure->range;
    const auto end = [](const End& each, const char* infinite) { return each.unbounded ? std::string(infinite) : quotient(each.value); };
    std::string out = (range.low.open ? "]" : "[") + end(range.low, "-∞") + "; " + end(range.high, "+∞") + (range.high.open ? "[" : "]");
    out += " " + units.base_name(units.unit(figure->unit).dimension);
    if (!figure->mark.empty()) out += ", mark " + figure->mark;
    return out;
}

std::string meaning_of(const TableRow& row) {
    Units units = table_units();
    Declared declared = declared_in(row, units);
    if (!declared.flags.empty()) declared.reading.flags = &declared.flags;
    if (!declared.widths.empty()) declared.reading.qualifier_widths = &declared.widths;
    const std::string print = print_of(row);
    const Language language = declared.reading.language;
    const ReadResult result = declared.plain ? read_plain(print, declared.reading, units) : read_figure(print, declared.reading, units);
    const auto date = std::holds_alternative<NotAFigure>(result) ? read_date(print, language) : std::nullopt;
    if (date) return "days " + iso(date->first) + " to " + iso(date->last);
    return spelled(result, units, language);
}

}  // namespace crossfoot::testing
