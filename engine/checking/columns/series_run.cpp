#include "engine/checking/columns/series_run.hpp"

#include <algorithm>
#include <unordered_map>

#include "engine/checking/binding/streamed.hpp"
#include "engine/checking/columns/wide.hpp"
#include "engine/text/text_form.hpp"

namespace crossfoot::columns {

using table::BlockColumns;
using table::CellState;
using table::Column;

namespace {

// Looks through a rule for its `prior` and for uses of its row as a whole.
class Look {
public:
    Look(const Table& table, Slot row) : table_(table), row_(row) {}

    // False where the rule is none of these.
    bool at(const Core& core) {
        switch (core.op) {
            case Op::child:
                if (is_row(*core.args[0]) || is_prior(*core.args[0])) return true;
                break;
            case Op::local: return core.slot != row_;   // the whole row
            case Op::let:
                // A name for a row is seen where its columns are.
                if (is_row(*core.args[0])) return false;
                if (is_prior(*core.args[0])) names_.push_back(core.slot);
                else if (!at(*core.args[0])) return false;
                return at(*core.args[1]);
            case Op::node:
                return true;
            case Op::call:
                if (core.function == Function::prior) return false;   // not to take a column of it
                break;
            default: break;
        }
        return std::all_of(core.args.begin(), core.args.end(), [this](const CorePtr& each) { return !each || at(*each); });
    }

    std::optional<std::size_t> by, within;
    bool found = false;

private:
    bool is_row(const Core& core) const { return core.op == Op::local && core.slot == row_; }

    bool is_prior(const Core& core) {
        if (core.op == Op::local && std::find(names_.begin(), names_.end(), core.slot) != names_.end()) return true;
        if (core.op != Op::call || core.function != Function::prior || !is_row(*core.args[0])) return false;
        const auto key = key_of(*core.args[1], core.slot);
        const auto group = core.args.size() > 2 ? key_of(*core.args[2], core.slot) : std::nullopt;
        if (!key || (core.args.size() > 2 && !group) || (found && (by != key || within != group))) return false;
        found = true, by = key, within = group;
        return true;
    }

    std::optional<std::size_t> key_of(const Core& core, Slot slot) const {
        if (core.op != Op::child || core.args[0]->op != Op::local || core.args[0]->slot != slot) return std::nullopt;
        return table_.column(core.text);
    }

    const Table& table_;
    Slot row_;
    std::vector<Slot> names_;   // of the row before
};

}  // namespace

std::optional<SeriesRule> series_rule(const BoundRule& rule, const std::vector<const Table*>& streamed) {
    if (rule.fors.size() != 1 || rule.fors.front().range || rule.by_form) return std::nullopt;
    const CoreFor& clause = rule.fors.front();
    const Table* table = streamed_rows(*clause.domain, streamed);
    if (table == nullptr) return std::nullopt;
    Look look(*table, clause.slot);
    if (!look.at(*rule.body) || (clause.where && !look.at(*clause.where)) || !look.found) return std::nullopt;
    const ColumnKind by = table->columns[*look.by].kind;
    if (by != ColumnKind::date && by != ColumnKind::figure) return std::nullopt;
    if (look.within && table->columns[*look.within].kind == ColumnKind::figure) return std::nullopt;
    return SeriesRule{&rule, table, *look.by, look.within};
}

Table with_row_before(const Table& table) {
    Table out;
    out.name = table.name;
    out.rows = table.rows;
    out.columns = table.columns;
    out.columns.insert(out.columns.end(), table.columns.begin(), table.columns.end());
    return out;
}

SeriesRun::SeriesRun(SeriesRule of, const Dataset& dataset, const KeptNumbers* known)
    : of_(of), dataset_(dataset), doubled_(with_row_before(*of.table)), program_(compile(*of.rule, doubled_, dataset, known, true)) {
    const std::size_t own = of_.table->columns.size();
    columns_ = {of_.by};
    if (of_.within && of_.table->columns[*of_.within].kind == ColumnKind::date) columns_.push_back(*of_.within);
    std::vector<std::size_t> compared;
    if (program_.where) compared_columns(*program_.where, compared);
    compared_columns(*program_.body, compared);
    for (const std::size_t each : compared)
        if (doubled_.columns[each].kind != ColumnKind::text) columns_.push_back(each % own);
    std::sort(columns_.begin(), columns_.end());
    columns_.erase(std::unique(columns_.begin(), columns_.end()), columns_.end());
}

std::size_t SeriesRun::place(std::size_t column) const {
    return static_cast<std::size_t>(std::lower_bound(columns_.begin(), columns_.end(), column) - columns_.begin());
}

// By row, the number of its group; false where a row has none.
bool SeriesRun::group(const BlockColumns& columns, Block& made) const {
    if (!of_.within) return true;
    std::unordered_map<std::string, std::uint32_t> known;
    std::string space;
    made.groups.reserve(made.rows);
    const bool date = of_.table->columns[*of_.within].kind == ColumnKind::date;
    for (std::size_t row = 0; row < made.rows; ++row) {
        std::string name;
        if (date) {
            const Column& column = columns.column(*of_.within);
            if (column.states[row] != CellState::plain) return false;
            name = std::to_string(column.numbers[row]);
        } else {
            const std::string_view text = columns.text(row, *of_.within, space);
            if (text.empty()) return false;
            name = columns.ascii() ? std::string(text) : composed(text);
        }
        const auto [at, fresh] = known.try_emplace(std::move(name), static_cast<std::uint32_t>(made.names.size()));
        if (fresh) made.names.push_back(at->first);
        made.groups.push_back(at->second);
    }
    return true;
}

BlockVisitor SeriesRun::visitor() {
    return [this](const table::Block& block, const BlockColumns& columns) {
        Block made;
        made.rows = columns.rows();
        for (const std::size_t each : columns_) made.columns.push_back(columns.column(each));
        const bool whole = columns.column(of_.by).all_plain && group(columns, made);
        const std::lock_guard lock(mutex_);
        failed_ = failed_ || !whole;
        if (failed_) blocks_.clear();
        else blocks_.emplace(block.number, std::move(made));
    };
}

// By group and key; rows with one key in their own order. Nothing where keys are too long to be compared.
std::optional<SeriesRun::Ordered> SeriesRun::ordered(const std::vector<const Block*>& blocks) const {
    const std::size_t by = place(of_.by);
    std::uint8_t decimals = 0;
    for (const Block* each : blocks) decimals = std::max(decimals, each->columns[by].decimals);
    std::unordered_map<std::string, std::uint64_t> groups;
    Ordered out;
    for (std::uint32_t at = 0; at < blocks.size(); ++at) {
        const Block& block = *blocks[at];
        const Column& keys = block.columns[by];
        const Wide unit = power_of_ten(decimals - keys.decimals);
        if (Wide{keys.largest} * unit > Wide{INT64_MAX}) return std::nullopt;
        std::vector<std::uint64_t> numbers;
        for (const std::string& name : block.names) numbers.push_back(groups.try_emplace(name, groups.size()).first->second);
        for (std::size_t row = 0; row < block.rows; ++row)
            out.push_back({block.groups.empty() ? 0 : numbers[block.groups[row]], static_cast<std::int64_t>(keys.numbers[row] * unit), at,
                           static_cast<std::uint32_t>(row)});
    }
    const auto less = [](const Row& a, const Row& b) {
        return std::tie(a.group, a.key, a.block, a.row) < std::tie(b.group, b.key, b.block, b.row);
    };
    if (!std::is_sorted(out.begin(), out.end(), less)) std::sort(out.begin(), out.end(), less);
    return out;
}

// A column of the rows before, by the rows of one block; `before` is by row, into `rows`.
std::optional<Column> SeriesRun::gathered(std::size_t index, const std::vector<const Block*>& blocks, const Ordered& rows,
                                          const std::vector<Before>& before) const {
    Column out;
    for (const Before& each : before)
        if (each.count == 1) out.decimals = std::max(out.decimals, blocks[rows[each.first].block]->columns[index].decimals);
    const std::size_t count = before.size();
    out.numbers.assign(count, 0), out.states.assign(count, CellState::missing), out.printed_decimals.assign(count, out.decimals);
    for (std::size_t row = 0; row < count; ++row) {
        if (before[row].count != 1) {
            out.all_plain = false;
            continue;
        }
        const Row& from = rows[before[row].first];
        const Column& column = blocks[from.block]->columns[index];
        out.states[row] = column.states[from.row];
        if (out.states[row] != CellState::plain) {
            out.all_plain = false;
            continue;
        }
        const Wide number = column.numbers[from.row] * power_of_ten(out.decimals - column.decimals);
        if (number > Wide{INT64_MAX} || number < -Wide{INT64_MAX}) return std::nullopt;
        out.numbers[row] = static_cast<std::int64_t>(number);
        out.largest = std::max(out.largest, out.numbers[row] < 0 ? -out.numbers[row] : out.numbers[row]);
        out.printed_decimals[row] = column.mixed ? column.printed_decimals[from.row] : column.decimals;
        out.mixed = out.mixed || out.printed_decimals[row] != out.decimals;
    }
    return out;
}

std::optional<SeriesRun::Decided> SeriesRun::decide(std::uint64_t listed) const {
    if (failed_) return std::nullopt;
    std::vector<const Block*> blocks;
    std::vector<std::uint64_t> numbers;
    for (const auto& [number, block] : blocks_) blocks.push_back(&block), numbers.push_back(number);
    const auto rows = ordered(blocks);
    if (!rows) return std::nullopt;
    std::vector<std::vector<Before>> before;
    for (const Block* each : blocks) before.emplace_back(each->rows);
    for (std::uint32_t begin = 0, last = 0, count = 0; begin < rows->size();) {
        std::uint32_t end = begin + 1;
        const Row& row = (*rows)[begin];
        if (begin > 0 && (*rows)[begin - 1].group != row.group) count = 0;
        while (end < rows->size() && (*rows)[end].group == row.group && (*rows)[end].key == row.key) ++end;
        for (std::uint32_t at = begin; at < end; ++at) before[(*rows)[at].block][(*rows)[at].row] = {last, count};
        last = begin, count = end - begin;
        begin = end;
    }

    Decided out;
    Runner runner(doubled_, dataset_.units);
    Masks where, body;
    const std::size_t own = of_.table->columns.size();
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        std::vector<Column> all(2 * own);
        bool whole = true;
        for (std::size_t i = 0; i < columns_.size() && whole; ++i) {
            auto of_before = gathered(i, blocks, *rows, before[at]);
            whole = of_before.has_value();
            if (!whole) break;
            all[columns_[i]] = blocks[at]->columns[i];
            all[own + columns_[i]] = *std::move(of_before);
        }
        const BlockColumns columns(doubled_, std::move(all), blocks[at]->rows);
        if (whole && program_.where) runner.run(*program_.where, columns, true, where);
        if (whole) runner.run(*program_.body, columns, false, body);
        for (std::size_t row = 0; row < blocks[at]->rows; ++row) {
            if (whole && program_.where && where.no[row] != 0) continue;
            const bool in = whole && (!program_.where || where.yes[row] != 0);
            if (in && body.yes[row] != 0 && listed == 0) {
                ++out.holds;
                continue;
            }
            if (in && body.yes[row] != 0) --listed;
            out.open.push_back(place_of(numbers[at], row));
            const Before& last = before[at][row];
            for (std::uint32_t each = last.first; each < last.first + last.count; ++each)
                out.beside.push_back(place_of(numbers[(*rows)[each].block], (*rows)[each].row));
        }
    }
    std::sort(out.beside.begin(), out.beside.end());
    out.beside.erase(std::unique(out.beside.begin(), out.beside.end()), out.beside.end());
    return out;
}

}  // namespace crossfoot::columns
