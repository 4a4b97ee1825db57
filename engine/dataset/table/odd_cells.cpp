#include "engine/dataset/table/odd_cells.hpp"

#include <algorithm>
#include <iterator>

#include "engine/dataset/table/messages.hpp"
#include "engine/quantity/messages.hpp"
#include "engine/quantity/printed_number.hpp"

namespace crossfoot::table {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

void sort_by_place(std::vector<Problem>& all) {
    std::stable_sort(all.begin(), all.end(), [](const Problem& a, const Problem& b) {
        if (a.block != b.block) return a.block < b.block;
        return a.line != b.line ? a.line < b.line : a.begin < b.begin;
    });
}

void take(std::vector<Problem> from, std::uint64_t counted, std::size_t most, std::vector<Problem>& into, std::uint64_t& count) {
    count += counted;
    sort_by_place(from);
    if (from.size() > most) from.resize(most);
    std::move(from.begin(), from.end(), std::back_inserter(into));
}

}  // namespace

void OddCells::add(OddCells other) {
    comma = comma || other.comma;
    points += other.points;
    machine += other.machine;
    std::move(other.first_points.begin(), other.first_points.end(), std::back_inserter(first_points));
    std::move(other.first_machine.begin(), other.first_machine.end(), std::back_inserter(first_machine));
}

bool has_decimal_commas(const TableColumn& column) {
    return column.kind == ColumnKind::figure && column.reading.signs.point_is_free() &&
           decimal_sign(column.reading.language, column.reading.signs) == ',';
}

bool is_point_alone(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos || point == 0 || point + 1 == text.size()) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return digit(c) || c == '.'; }) &&
           text.find('.', point + 1) == std::string_view::npos;
}

bool is_machine_print(std::string_view text) {
    if (!is_point_alone(text)) return false;
    std::size_t from = 0;
    while (from < text.size() && (text[from] < '1' || text[from] > '9')) ++from;
    return std::count_if(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), digit) >= 16;
}

bool has_comma(std::string_view text) {
    for (std::size_t at = text.find(','); at != std::string_view::npos; at = text.find(',', at + 1))
        if (at > 0 && at + 1 < text.size() && digit(text[at - 1]) && digit(text[at + 1])) return true;
    return false;
}

CellProblem point_beside_comma(std::string_view text, const TableColumn& column) {
    CellProblem out;
    out.code = Code::XF108;
    out.headline = Message(messages::point_beside_comma, std::string(text), column.name);
    out.end = static_cast<std::uint32_t>(text.size());
    const bool negative = text.starts_with('-');
    const std::string_view digits = negative || text.starts_with('+') ? text.substr(1) : text;
    if (const auto number = read_foreign(digits, column.reading.language, column.reading.signs)) {
        const std::string sign = negative ? "-" : "";
        if (number->ambiguous) out.help.push_back(Message(messages::point_if_groups, sign + number->grouped));
        out.help.push_back(Message(messages::point_if_decimal, sign + number->decimal));
    }
    out.help.push_back(Message(quantity_messages::kDeclareSigns));
    return out;
}

CellProblem machine_print(std::string_view text, const TableColumn& column) {
    CellProblem out;
    out.code = Code::XF124;
    out.headline = Message(messages::machine_print, std::string(text), column.name, column.declared);
    out.help.push_back(Message(column.reading.unit ? messages::declare_float_precision : messages::declare_float));
    out.end = static_cast<std::uint32_t>(text.size());
    return out;
}

void settle(std::vector<OddCells> columns, std::size_t most, std::vector<Problem>& problems, std::uint64_t& wrong,
            std::vector<Problem>& warnings, std::uint64_t& warned) {
    for (OddCells& each : columns) {
        if (each.comma) take(std::move(each.first_points), each.points, most, problems, wrong);
        take(std::move(each.first_machine), each.machine, most, warnings, warned);
    }
}

}  // namespace crossfoot::table
