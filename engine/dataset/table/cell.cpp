#include "engine/dataset/table/cell.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

#include "engine/dataset/table/fields.hpp"
#include "engine/dataset/table/messages.hpp"
#include "engine/quantity/numeric_date.hpp"

namespace crossfoot::table {
namespace {

using loading::Suppressed;
using loading::trimmed;

Figure without_number(FigureState state, Interval range, const TableColumn& column) {
    Figure out;
    out.state = state;
    out.range = std::move(range);
    out.unit = column.reading.unit.value_or(0);
    return out;
}

Figure withheld(const Suppressed& marker, const TableColumn& column, const Units& units) {
    Figure out = without_number(FigureState::suppressed, marker.range, column);
    if (marker.unit || !column.reading.unit) return out;
    const Rational& size = units.unit(*column.reading.unit).size;
    for (End* end : {&out.range.low, &out.range.high})
        if (!end->unbounded) end->value *= size;
    return out;
}

bool rate(const Unit& unit) {
    return unit.notation == Notation::percent || unit.notation == Notation::permille ||
           unit.notation == Notation::point;
}

CellProblem misfit(std::string_view content, const TableColumn& column, const Template& expected) {
    constexpr std::size_t kShown = 60;
    std::string shown = mended_text(content.substr(0, kShown + 4));
    std::size_t end = std::min(shown.size(), kShown);
    while (end < shown.size() && end > 0 && (static_cast<unsigned char>(shown[end]) & 0xC0U) == 0x80U) --end;
    shown.resize(end);
    if (content.size() > end) shown += "…";
    CellProblem out;
    out.headline = Message(messages::cell_misfit, shown, column.name, column.declared);
    out.help.push_back(Message(expected));
    out.end = static_cast<std::uint32_t>(content.size());
    return out;
}

CellValue figure_of(ReadResult result, std::string_view content, std::string_view shown, const TableColumn& column,
                    const Units& units) {
    if (auto* error = std::get_if<NumeralError>(&result)) {
        const auto shift = static_cast<std::uint32_t>(shown.data() - content.data());
        return CellProblem{error->code, error->headline, error->help, error->begin + shift, error->end + shift};
    }
    auto* figure = std::get_if<Figure>(&result);
    if (figure == nullptr) {
        CellProblem out = misfit(content, column, messages::expected_figure);
        Units none;
        const bool exponent = std::holds_alternative<Figure>(read_machine_number(shown, Reading{}, none));
        if (exponent) out.help.push_back(Message(messages::exponent));
        out.help.push_back(Message(messages::declare_marker));
        return out;
    }
    const UnitId own = column.reading.unit.value_or(0);
    const Unit &found = units.unit(figure->unit), &wanted = units.unit(own);
    if (!(found.dimension == wanted.dimension) || rate(found) != rate(wanted))
        return misfit(content, column, messages::expected_unit);
    if (column.whole && !figure->value.is_whole()) return misfit(content, column, messages::expected_whole);
    figure->unit = own;
    figure->printed = shown;
    return std::move(*figure);
}

}  // namespace

CellValue read_cell(std::string_view content, const TableColumn& column, const Table& table, Units& units) {
    if (column.kind == ColumnKind::text) {
        if (content.empty()) return without_number(FigureState::missing, Interval::everything(), column);
        return std::string(content);
    }
    const std::string_view text = trimmed(content);
    const auto marked = [&](std::string_view marker, std::string_view mark) -> std::optional<Figure> {
        const Suppressed* suppressed = table.markers.find_suppressed(marker);
        if (suppressed == nullptr && !table.markers.is_missing(marker)) return std::nullopt;
        Figure out = suppressed != nullptr ? withheld(*suppressed, column, units)
                                           : without_number(FigureState::missing, Interval::everything(), column);
        out.printed = text;
        out.mark = mark;
        return out;
    };
    if (auto figure = marked(text, {})) return std::move(*figure);
    if (const auto flagged = table.markers.flagged(text)) return std::move(*marked(flagged->first, flagged->second));
    if (const auto noted = table.markers.annotated(text)) return std::move(*marked(noted->first, noted->second));
    if (column.kind == ColumnKind::date) {
        if (const auto date = read_date(text, column.reading.language, column.reading.dates, DateIn::column)) return *date;
        CellProblem out = misfit(content, column, messages::expected_date);
        if (column.reading.dates == DateOrder::year_first && needs_date_order(text))
            out.help.push_back(Message(messages::declare_date_order));
        return out;
    }
    Reading reading = column.reading;
    reading.flags = table.markers.flags.empty() ? nullptr : &table.markers.flags;
    reading.qualifier_widths = table.widths.empty() ? nullptr : &table.widths;
    if (reading.precision.mode == Precision::Mode::machine) return figure_of(read_machine_number(text, reading, units), content, text, column, units);
    ReadResult plain = NotAFigure{};
    if (reading.signs.point_is_free()) plain = read_plain(text, reading, units);
    if (!std::holds_alternative<NotAFigure>(plain)) return figure_of(std::move(plain), content, text, column, units);
    return figure_of(read_figure(text, reading, units), content, text, column, units);
}

CellValue absent_cell(const TableColumn& column) { return without_number(FigureState::missing, Interval::everything(), column); }

MachineNumber machine_number(std::string_view text) {
    MachineNumber out;
    const char* at = text.data();
    std::size_t size = text.size();
    const bool negative = size > 0 && *at == '-';
    if (negative) ++at, --size;
    if (size == 0 || size > 18) return out;
    std::uint64_t value = 0;
    if (size <= 8) {
        // eight digits at once (Mula 2014): the first digit is the lowest byte; missing ones in front are zeros
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        const unsigned spare = 8U * (8U - static_cast<unsigned>(size));
        word <<= spare;
        constexpr std::uint64_t kZeros = 0x3030303030303030U, kHigh = 0x8080808080808080U, kOnes = 0x0101010101010101U;
        if (spare != 0) word |= kZeros >> (64U - spare);
        const std::uint64_t dots = word ^ (kOnes * '.');
        const std::uint64_t zero = (dots - kOnes) & ~dots & kHigh;
        if (zero != 0) {
            const auto place = static_cast<unsigned>(__builtin_ctzll(zero)) / 8U;
            if (place == 7 || place * 8U == spare) return out;
            out.decimals = static_cast<std::uint8_t>(7U - place);
            const std::uint64_t below = place == 0 ? 0 : word & ((1ULL << (8U * place)) - 1U);
            const std::uint64_t above = word & ~((1ULL << (8U * (place + 1U))) - 1U);
            word = above | (below << 8U) | '0';
        }
        if ((word & 0xF0F0F0F0F0F0F0F0U) != kZeros) return out;
        if (((word + 0x0606060606060606U) & 0xF0F0F0F0F0F0F0F0U) != kZeros) return out;
        word = (word & 0x0F0F0F0F0F0F0F0FU) * 2561U >> 8U;
        word = (word & 0x00FF00FF00FF00FFU) * 6553601U >> 16U;
        value = (word & 0x0000FFFF0000FFFFU) * 42949672960001U >> 32U;
    } else {
        bool point = false;
        for (std::size_t i = 0; i < size; ++i) {
            const char c = at[i];
            if (c == '.' && !point && i > 0 && i + 1 < size) {
                point = true;
                out.decimals = static_cast<std::uint8_t>(size - i - 1);
                continue;
            }
            if (c < '0' || c > '9') return out;
            value = value * 10 + static_cast<std::uint64_t>(c - '0');
        }
    }
    out.digits = negative ? -static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value);
    out.read = true;
    return out;
}

bool machine_day(std::string_view text, std::int32_t& out) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto number = [&](std::size_t from, std::size_t to, int& into) {
        into = 0;
        for (std::size_t i = from; i < to; ++i) {
            if (text[i] < '0' || text[i] > '9') return false;
            into = into * 10 + (text[i] - '0');
        }
        return true;
    };
    int year = 0, month = 0, of_month = 0;
    if (!number(0, 4, year) || !number(5, 7, month) || !number(8, 10, of_month)) return false;
    const auto found = day(year, month, of_month);
    if (found) out = found->first;
    return found.has_value();
}

bool markers_look_like_numbers(const Table& table) {
    const auto numeric = [](const std::string& marker) {
        const std::string padded = marker + "        ";  // may be read past its end
        return machine_number(std::string_view(padded).substr(0, marker.size())).read;
    };
    return std::any_of(table.markers.missing.begin(), table.markers.missing.end(), numeric) ||
           std::any_of(table.markers.suppressed.begin(), table.markers.suppressed.end(),
                       [&](const Suppressed& each) { return numeric(each.marker); });
}

}  // namespace crossfoot::table
