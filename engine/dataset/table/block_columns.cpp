#include "engine/dataset/table/block_columns.hpp"

#include <algorithm>

#include "engine/quantity/numeric_date.hpp"

namespace crossfoot::table {

BlockColumns::BlockColumns(const Table& table, const Units& units)
    : table_(table), units_(units), compare_first_(markers_look_like_numbers(table)), columns_(table.columns.size()), odd_(table.columns.size()) {}

BlockColumns::BlockColumns(const Table& table, std::vector<Column> columns, std::size_t rows)
    : table_(table), rows_(rows), columns_(std::move(columns)) {}

std::string_view BlockColumns::text(std::size_t row, std::size_t column, std::string& space) const {
    if (fields_ == nullptr) return {};
    const std::uint32_t place = header_->place[column];
    return place == kAbsent ? std::string_view() : content(fields_->raw(row, place), space);
}

CellValue BlockColumns::value(std::size_t row, std::size_t column) {
    if (header_->place[column] == kAbsent) return absent_cell(table_.columns[column]);
    return read_cell(text(row, column, space_), table_.columns[column], table_, units_);
}

void BlockColumns::read(const Block& block, const Fields& fields, std::vector<Problem>& problems, std::size_t most,
                        std::uint64_t& wrong) {
    fields_ = &fields;
    header_ = block.header;
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (table_.columns[i].kind != ColumnKind::text) read_numbers(i, block, problems, most, wrong);
}

void BlockColumns::read_numbers(std::size_t index, const Block& block, std::vector<Problem>& problems, std::size_t most,
                                std::uint64_t& wrong) {
    const TableColumn& declared = table_.columns[index];
    Column& column = columns_[index];
    const std::size_t rows = fields_->rows();
    const std::uint32_t place = header_->place[index];
    column.numbers.resize(rows);
    column.states.resize(rows);
    column.printed_decimals.resize(rows);
    column.all_plain = true;
    if (place == kAbsent) {
        std::fill(column.numbers.begin(), column.numbers.end(), 0);
        std::fill(column.states.begin(), column.states.end(), CellState::missing);
        std::fill(column.printed_decimals.begin(), column.printed_decimals.end(), std::uint8_t{255});
        column.all_plain = column.mixed = false;
        column.decimals = 0;
        column.largest = 0;
        return;
    }
    const bool dates = declared.kind == ColumnKind::date, no_point = declared.whole || !declared.reading.signs.point_is_free();
    const bool machine = declared.reading.precision.mode == Precision::Mode::machine, commas = !machine && has_decimal_commas(declared);
    const auto problem_of = [&](std::size_t row, std::string_view raw, const CellProblem& problem) {
        const std::string_view record = fields_->record(row);
        const auto at = static_cast<std::uint32_t>(raw.data() - record.data()) + (raw.starts_with('"') ? 1U : 0U);
        Problem out = problem_at(block, fields_->row_begin(row), record, at + problem.begin, at + problem.end, problem.code, problem.headline);
        out.help = problem.help;
        return out;
    };
    OddCells& odd = odd_[index];
    const auto note_point = [&](std::size_t row, std::string_view raw, std::string_view text) {
        ++odd.points;
        if (odd.first_points.size() < kMostOdd) odd.first_points.push_back(problem_of(row, raw, point_beside_comma(text, declared)));
    };
    const auto note_machine = [&](std::size_t row, std::string_view raw, std::string_view text) {
        if (!is_machine_print(text)) return;
        ++odd.machine;
        if (odd.first_machine.size() < kMostOdd) odd.first_machine.push_back(problem_of(row, raw, machine_print(text, declared)));
    };
    std::uint8_t least = 255, greatest = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        std::string_view raw = fields_->raw(row, place);
        if (!compare_first_ && !machine) {
            if (dates) {
                std::int32_t day = 0;
                if (machine_day(raw, day)) {
                    column.numbers[row] = day;
                    column.states[row] = CellState::plain;
                    continue;
                }
                if (const auto found = read_numeric_date(raw, declared.reading.dates)) {
                    column.numbers[row] = found->first;
                    column.states[row] = CellState::plain;
                    continue;
                }
            } else if (const MachineNumber number = machine_number(raw);
                       number.read && !(no_point && number.decimals > 0)) {
                column.numbers[row] = number.digits;
                column.printed_decimals[row] = number.decimals;
                column.states[row] = CellState::plain;
                least = std::min(least, number.decimals);
                greatest = std::max(greatest, number.decimals);
                if (number.decimals > 0) {
                    if (commas) note_point(row, raw, raw);
                    if (raw.size() > 16) note_machine(row, raw, raw);
                }
                continue;
            }
        }
        const CellValue value = read_cell(content(raw, space_), declared, table_, units_);
        if (const auto* date = std::get_if<DayRange>(&value); date != nullptr && date->first == date->last) {
            column.numbers[row] = date->first;
            column.states[row] = CellState::plain;
            continue;
        }
        column.all_plain = false;
        column.numbers[row] = 0;
        column.printed_decimals[row] = 255;
        const auto* figure = std::get_if<Figure>(&value);
        column.states[row] =
            figure != nullptr && figure->state == FigureState::missing ? CellState::missing : CellState::other;
        const auto* problem = std::get_if<CellProblem>(&value);
        if (problem == nullptr) {
            if (figure == nullptr || figure->state != FigureState::known) continue;
            if (commas && is_point_alone(figure->printed)) note_point(row, raw, figure->printed);
            odd.comma = odd.comma || (commas && has_comma(figure->printed));
            if (!machine) note_machine(row, raw, figure->printed);
            continue;
        }
        ++wrong;
        if (problems.size() < most) problems.push_back(problem_of(row, raw, *problem));
    }
    column.decimals = 0;
    column.mixed = false;
    if (!dates && least != 255) align(column, least, greatest);
    column.largest = 0;
    for (const std::int64_t number : column.numbers)
        column.largest = std::max(column.largest, number < 0 ? -number : number);
}

// Cells with different decimals get the most that any has.
void BlockColumns::align(Column& column, std::uint8_t least, std::uint8_t most) {
    column.decimals = most;
    column.mixed = least != most;
    if (!column.mixed) return;
    for (std::size_t row = 0; row < column.numbers.size(); ++row) {
        if (column.states[row] != CellState::plain) continue;
        for (std::uint8_t d = column.printed_decimals[row]; d < most; ++d) {
            if (!__builtin_mul_overflow(column.numbers[row], std::int64_t{10}, &column.numbers[row])) continue;
            column.numbers[row] = 0;
            column.states[row] = CellState::other;
            column.all_plain = false;
            break;
        }
    }
}

}  // namespace crossfoot::table
