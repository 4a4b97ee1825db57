#include "engine/checking/columns/rollup_run.hpp"

#include <algorithm>

#include "engine/quantity/numeral.hpp"
#include "engine/text/text_form.hpp"

namespace crossfoot::columns {
namespace {

using table::BlockColumns;
using table::CellState;
using table::Column;

constexpr char kBetween = '\x1f';   // of the texts of a key

// A figure of a sum: `value` and the width of its range in units of the column. `decimals`: some cell has them.
Figure figure_of(const TableColumn& column, const Rational& value, const Rational& width, bool decimals, Units& units) {
    ReadResult read = read_plain("1", column.reading, units);
    Figure out = std::get<Figure>(std::move(read));   // the column has a scale
    const Rational size = out.value;
    out.printed = value.decimal(Rational::Direction::nearest);
    out.value = value * size;
    out.step = width * size;
    out.rounded = !width.is_zero();
    out.fractional = out.fractional || decimals;
    out.whole_step = 0;
    out.range = {End::closed(out.value - out.step * Rational(1, 2)), End::closed(out.value + out.step * Rational(1, 2))};
    return out;
}

Figure count_figure(std::uint64_t rows) {
    Figure out;
    out.printed = std::to_string(rows);
    out.value = Rational(static_cast<std::int64_t>(rows));
    out.range = Interval::point(out.value);
    return out;
}

// A cell of a row that is being made.
NodeId add_cell(Dataset& dataset, NodeId row, std::uint32_t key, NodeKind kind, std::uint32_t payload) {
    Node cell;
    cell.kind = kind;
    cell.parent = row;
    cell.key = key;
    cell.payload = payload;
    cell.span = dataset.node(row).span;
    return dataset.add(cell);
}

}  // namespace

NodeId add_count(Dataset& dataset, NodeId row, std::uint64_t rows) {
    return add_cell(dataset, row, dataset.intern_key(kRowsKey), NodeKind::figure, dataset.add_figure(count_figure(rows)));
}

void set_cells(Dataset& dataset, NodeId row, std::vector<NodeId> cells) {
    std::sort(cells.begin(), cells.end(), [&](NodeId a, NodeId b) { return dataset.key(a) < dataset.key(b); });
    dataset.set_children(row, std::move(cells));
}

RollupRun::RollupRun(RolledTable of, const Units& units, std::uint64_t most_keys) : of_(std::move(of)), most_keys_(most_keys) {
    for (const std::size_t column : of_.sums) widths_.push_back(widths_of(scale_of(of_.table->columns[column], units)));
}

BlockVisitor RollupRun::visitor() {
    return [this](const table::Block& block, const BlockColumns& columns) { take(block, columns); };
}

void RollupRun::take(const table::Block& block, const BlockColumns& columns) {
    if (too_much_) return;
    ByKey rolled;
    std::vector<std::uint64_t> odd;
    std::vector<const Column*> cells;
    for (const std::size_t column : of_.sums) cells.push_back(&columns.column(column));
    std::vector<Wide> scales;
    for (const Column* each : cells) scales.push_back(each->decimals <= kSumPlaces ? power_of_ten(kSumPlaces - each->decimals) : 0);
    std::vector<std::int64_t> widths(cells.size());
    std::string key, space;
    Rolled* last = nullptr;
    std::string_view last_key;
    for (std::size_t row = 0; row < columns.rows(); ++row) {
        bool plain = true;
        key.clear();
        for (const std::size_t column : of_.keys) {
            const std::string_view text = columns.text(row, column, space);
            const bool figure = of_.table->columns[column].kind == ColumnKind::figure;
            plain = plain && !text.empty() && text.find(kBetween) == std::string_view::npos;
            plain = plain && (!figure || columns.column(column).states[row] == CellState::plain);
            key += columns.ascii() || is_ascii(text) ? text : std::string_view(composed(std::string(text)));
            key += kBetween;
        }
        for (std::size_t i = 0; plain && i < cells.size(); ++i) {
            widths[i] = summed_width(*cells[i], widths_[i], row);
            plain = widths[i] >= 0;
        }
        if (!plain) {
            odd.push_back(place_of(block.number, row));
            continue;
        }
        if (last == nullptr || last_key != key) {
            const auto [place, fresh] = rolled.try_emplace(key);
            if (fresh) place->second.first = place_of(block.number, row), place->second.sums.resize(cells.size());
            last = &place->second;
            last_key = place->first;
        }
        ++last->rows;
        for (std::size_t i = 0; i < cells.size(); ++i) last->sums[i].add(cells[i]->numbers[row] * scales[i], widths[i], has_decimals(*cells[i], row));
    }
    merge(rolled, odd);
}

void RollupRun::merge(ByKey& block, const std::vector<std::uint64_t>& odd) {
    const std::lock_guard lock(mutex_);
    odd_.insert(odd_.end(), odd.begin(), odd.end());
    for (auto& [key, rolled] : block) {
        const auto [place, fresh] = keys_.try_emplace(key);
        Rolled& all = place->second;
        if (fresh) {
            all = std::move(rolled);
            continue;
        }
        all.first = std::min(all.first, rolled.first);
        all.rows += rolled.rows;
        for (std::size_t i = 0; i < all.sums.size(); ++i) all.sums[i].add(rolled.sums[i]);
    }
    if (keys_.size() > most_keys_ || odd_.size() > kMostOdd) too_much_ = true;
}

std::vector<std::uint64_t> RollupRun::odd_rows() const {
    std::vector<std::uint64_t> out = odd_;
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<std::pair<std::uint64_t, NodeId>> RollupRun::add_rows(Dataset& dataset) const {
    std::vector<std::pair<std::uint64_t, NodeId>> out;
    std::vector<const ByKey::value_type*> all;
    for (const auto& each : keys_) all.push_back(&each);
    std::sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->second.first < b->second.first; });
    for (const auto* each : all) {
        bool counts = true;
        for (std::size_t sign = 0; sign < 3; ++sign) {
            const auto& sums = each->second.sums;
            const auto stands = [&](const SignedSums& sum) { return sum.of[sign].value != 0 || sum.of[sign].width != 0; };
            const bool any = std::any_of(sums.begin(), sums.end(), stands);
            if (!any && (sign < 2 || !counts)) continue;   // the last one counts where there is no other
            out.emplace_back(each->second.first, add_row(dataset, each->first, each->second, sign, counts));
            counts = false;
        }
    }
    return out;
}

NodeId RollupRun::add_row(Dataset& dataset, const std::string& key, const Rolled& rolled, std::size_t sign, bool counts) const {
    const Table& table = *of_.table;
    Node row;
    row.kind = NodeKind::table;
    row.parent = table.rows;
    row.key = Dataset::kManyRows;
    row.payload = dataset.add_group();
    row.span = table.span;
    const NodeId out = dataset.add(row);
    std::vector<NodeId> cells{add_count(dataset, out, counts ? rolled.rows : 0)};
    std::string_view rest = key;
    for (const std::size_t column : of_.keys) {
        const std::size_t end = std::min(rest.find(kBetween), rest.size());
        const TableColumn& declared = table.columns[column];
        if (declared.kind == ColumnKind::text) {
            const std::uint32_t text = dataset.add_text(std::string(rest.substr(0, end)));
            cells.push_back(add_cell(dataset, out, declared.key, NodeKind::text, text));
        } else {
            table::CellValue read = table::read_cell(rest.substr(0, end), declared, table, dataset.units);
            const std::uint32_t figure = dataset.add_figure(std::get<Figure>(std::move(read)));   // it was a plain number
            cells.push_back(add_cell(dataset, out, declared.key, NodeKind::figure, figure));
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const Rational unit = Rational(1) / Rational::power_of_ten(kSumPlaces);
    for (std::size_t i = 0; i < of_.sums.size(); ++i) {
        const TableColumn& column = table.columns[of_.sums[i]];
        const KeySum& sum = rolled.sums[i].of[sign];
        const Figure figure = figure_of(column, rational(sum.value) * unit, rational(sum.width) * unit, rolled.sums[i].decimals, dataset.units);
        cells.push_back(add_cell(dataset, out, column.key, NodeKind::figure, dataset.add_figure(figure)));
    }
    set_cells(dataset, out, std::move(cells));
    return out;
}

}  // namespace crossfoot::columns
