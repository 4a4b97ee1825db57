#include "engine/dataset/profile/tally.hpp"

#include <algorithm>

#include "engine/dataset/markers.hpp"
#include "engine/dataset/profile/markers.hpp"
#include "engine/dataset/table/cell.hpp"
#include "engine/dataset/table/odd_cells.hpp"

namespace crossfoot::profile {

namespace {

// "0-4", "15–24": a class of a table is the name of a row, not a number of its column.
bool names_a_class(const Figure& figure, std::string_view text) {
    if (!figure.qualified) return false;
    const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    for (const std::string_view dash : {"-", "–"})
        if (const std::size_t at = text.find(dash, 1); at != std::string_view::npos && digit(at - 1) && digit(at + dash.size())) return true;
    return false;
}

// "x0" is a code, though "× 4" is a factor.
bool is_code(std::string_view text) {
    return text.size() > 1 && (text[0] == 'x' || text[0] == 'X') && text[1] >= '0' && text[1] <= '9';
}

}  // namespace

std::optional<Figure> PrintedReader::read(std::string_view text) {
    if (is_code(text)) return std::nullopt;
    reading_.flags = manners_.flags.empty() ? nullptr : &manners_.flags;
    ReadResult result = read_figure(text, reading_, units_);
    auto* figure = std::get_if<Figure>(&result);
    if (figure == nullptr || names_a_class(*figure, text)) return std::nullopt;
    return std::move(*figure);
}

std::optional<Rational> PrintedReader::read_exponent(std::string_view text) {
    if (text.find_first_of("eE") == std::string_view::npos) return std::nullopt;
    ReadResult result = read_machine_number(text, reading_, units_);
    const auto* figure = std::get_if<Figure>(&result);
    if (figure == nullptr || figure->state != FigureState::known) return std::nullopt;
    return figure->value;
}

void Range::add(const Rational& value) {
    if (!least || value < *least) least = value;
    if (!greatest || *greatest < value) greatest = value;
}

void Range::merge(const Range& other) {
    if (other.least) add(*other.least);
    if (other.greatest) add(*other.greatest);
}

void Printed::add(const Figure& figure, const Unit& unit, std::string_view text, Language language) {
    ++count;
    // the currency before a number is its unit, or the end of it: "£4.5 million"
    std::string symbol = unit.symbol;
    if (!unit.before.empty()) symbol = symbol.empty() ? unit.before : symbol + " " + unit.before;
    auto& [seen, size] = units[symbol];
    ++seen;
    size = unit.size;
    ranges[symbol].add(figure.value / unit.size);
    const int decimals = figure.step.is_zero() || figure.qualified ? 0 : std::max(0, (figure.step / unit.size).decimals());
    least_decimals = std::min(least_decimals, decimals);
    most_decimals = std::max(most_decimals, decimals);
    const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    bool comma = false, group = false;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (!digit(at - 1)) continue;
        if (text[at] == ',' && digit(at + 1)) (language == Language::fr ? comma : group) = true;
        for (const std::string_view space : {" ", "\u00A0", "\u202F", "\u2009", "'"})
            group = group || (text.substr(at).starts_with(space) && digit(at + space.size()));
    }
    commas += comma ? 1U : 0U;
    groups += group ? 1U : 0U;
}

void Printed::merge(const Printed& other) {
    count += other.count;
    for (const auto& [symbol, each] : other.units) {
        units[symbol].first += each.first;
        units[symbol].second = each.second;
    }
    for (const auto& [symbol, each] : other.ranges) ranges[symbol].merge(each);
    least_decimals = std::min(least_decimals, other.least_decimals);
    most_decimals = std::max(most_decimals, other.most_decimals);
    commas += other.commas;
    groups += other.groups;
}

bool Tally::add(std::string_view content, std::uint64_t hash, PrintedReader& reader) {
    if (content.empty()) return ++empty, false;
    if (sort == Sort::text) {
        add_text(content);
        return values.add(content, hash);
    }
    if (sort == Sort::number ? !add_number(content, reader) : !add_date(content, reader.language(), reader.dates())) {
        const std::string_view text = loading::trimmed(content);
        if (text.empty()) return ++empty, false;
        others.add(text, hash_of(text));
        return false;  // a marker, or the table is read again
    }
    return values.add(content, hash);
}

bool Tally::add_number(std::string_view content, PrintedReader& reader) {
    if (const table::MachineNumber number = table::machine_number(content); number.read) {
        ++plain;
        const std::size_t first = content[0] == '-' ? 1 : 0;
        if (content[first] == '0' && content.size() > first + 1 && content[first + 1] != '.') ++codes;
        if (number.decimals > 0 && content.size() > 16 && table::is_machine_print(content)) ++machine;
        const std::uint32_t bit = 1U << number.decimals;
        std::int64_t &low = least[number.decimals], &high = greatest[number.decimals];
        if ((scales & bit) == 0) low = high = number.digits, scales |= bit;
        low = std::min(low, number.digits);
        high = std::max(high, number.digits);
        constexpr std::array<std::int64_t, kMostZeros + 1> kPowers{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};
        while (zeros > 0 && number.digits % kPowers[static_cast<std::size_t>(zeros)] != 0) --zeros;
        return true;
    }
    const std::string_view text = loading::trimmed(content);
    if (text.empty() || known_marker(text) != MarkerKind::none || others.overfull() || others.contains(text)) return false;
    const std::optional<Figure> figure = reader.read(text);
    if (!figure) {
        const std::optional<Rational> number = reader.read_exponent(text);
        if (!number) return false;
        ++machine;
        ++plain;
        exponents.add(*number);
        zeros = 0;
        return true;
    }
    if (table::is_machine_print(text)) ++machine;
    printed.add(*figure, reader.unit(*figure), text, reader.language());
    return true;
}

bool Tally::add_date(std::string_view content, Language language, DateOrder order) {
    std::int32_t day = 0;
    if (table::machine_day(content, day)) {
        first_day = std::min(first_day, day);
        last_day = std::max(last_day, day);
        return ++dates, true;
    }
    if (others.overfull()) return false;
    const auto date = read_date(loading::trimmed(content), language, order, DateIn::column);
    if (!date) return false;
    first_day = std::min(first_day, date->first);
    last_day = std::max(last_day, date->last);
    return ++dates, true;
}

void Tally::add_text(std::string_view content) {
    if (texts == 0 || content < first_text) first_text = content;
    if (texts == 0 || content > last_text) last_text = content;
    ++texts;
}

void Tally::merge(const Tally& other) {
    empty += other.empty;
    plain += other.plain;
    dates += other.dates;
    codes += other.codes;
    machine += other.machine;
    exponents.merge(other.exponents);
    zeros = std::min(zeros, other.zeros);
    for (int i = 0; i < kScales; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if ((other.scales & (1U << at)) == 0) continue;
        const bool fresh = (scales & (1U << at)) == 0;
        least[at] = fresh ? other.least[at] : std::min(least[at], other.least[at]);
        greatest[at] = fresh ? other.greatest[at] : std::max(greatest[at], other.greatest[at]);
        scales |= 1U << at;
    }
    printed.merge(other.printed);
    first_day = std::min(first_day, other.first_day);
    last_day = std::max(last_day, other.last_day);
    if (other.texts > 0) {
        const std::uint64_t all = texts + other.texts;
        add_text(other.first_text);
        add_text(other.last_text);
        texts = all;
    }
    values.merge(other.values);
    others.merge(other.others);
}

Range Tally::plain_range() const {
    Range out = exponents;
    for (int i = 0; i < kScales; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if ((scales & (1U << at)) == 0) continue;
        out.add(Rational(least[at]) * Rational::power_of_ten(-i));
        out.add(Rational(greatest[at]) * Rational::power_of_ten(-i));
    }
    return out;
}

int Tally::plain_decimals() const {
    int out = 0;
    for (int i = 0; i < kScales; ++i)
        if ((scales & (1U << static_cast<unsigned>(i))) != 0) out = i;
    return out;
}

}  // namespace crossfoot::profile
