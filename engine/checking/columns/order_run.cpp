#include "engine/checking/columns/order_run.hpp"

#include <algorithm>
#include <set>

#include "engine/checking/binding/streamed.hpp"
#include "engine/checking/columns/wide.hpp"

namespace crossfoot::columns {

using table::BlockColumns;
using table::CellState;
using table::Column;

namespace {

// What the later value is less than the earlier one, in the smaller of their units.
Wide drop(std::int64_t before, std::uint8_t before_digits, std::int64_t after, std::uint8_t after_digits) {
    const int digits = std::max(before_digits, after_digits);
    return before * power_of_ten(digits - before_digits) - after * power_of_ten(digits - after_digits);
}

}  // namespace

std::optional<ColumnOrder> column_order(const BoundRule& rule, const Dataset& dataset, const std::vector<const Table*>& streamed) {
    if (!rule.fors.empty()) return std::nullopt;
    for (const CoreTitlePiece& each : rule.title)
        if (each.path && (each.path->op != Op::node || reaches_streamed(each.path->node, dataset))) return std::nullopt;
    std::map<Slot, const Core*> lets;
    const auto behind = [&](const Core* core) {
        for (;;) {
            if (core->op == Op::let) {
                lets[core->slot] = core->args[0].get();
                core = core->args[1].get();
            } else if (const auto found = core->op == Op::local ? lets.find(core->slot) : lets.end(); found != lets.end()) {
                core = found->second;
            } else {
                return core;
            }
        }
    };
    const Core* body = behind(rule.body.get());
    const bool rising = body->op == Op::call && body->function == Function::ascending;
    if (!rising && (body->op != Op::call || body->function != Function::descending)) return std::nullopt;
    if (body->args.size() != 1 || body->flag) return std::nullopt;
    const Core* path = behind(body->args[0].get());
    if (path->op != Op::child) return std::nullopt;
    const Core* rows = behind(path->args[0].get());
    const Table* table = streamed_rows(*rows, streamed);
    if (table == nullptr) return std::nullopt;
    const auto column = table->column(path->text);
    const bool ordered = column && table->columns[*column].kind != ColumnKind::text;
    return ordered ? std::optional(ColumnOrder{table, *column, rising}) : std::nullopt;
}

BlockVisitor OrderRun::visitor() {
    return [this](const table::Block& block, const BlockColumns& columns) {
        const Column& column = columns.column(of_.column);
        const bool date = of_.table->columns[of_.column].kind == ColumnKind::date;
        Block made;
        for (std::size_t row = 0; row < columns.rows(); ++row) {
            const std::uint64_t place = place_of(block.number, row);
            if (made.first == UINT64_MAX) made.first = place;
            else if (made.second == UINT64_MAX) made.second = place;
            if (column.states[row] == CellState::missing) {
                made.missing = std::min(made.missing, place);
                continue;
            }
            if (column.states[row] != CellState::plain) {
                failed_ = true;
                return;
            }
            const Digits digits = date ? Digits{0} : column.mixed ? column.printed_decimals[row] : column.decimals;
            const auto unit = static_cast<std::int64_t>(date ? 1 : power_of_ten(column.decimals - digits));
            const std::int64_t value = column.numbers[row] / unit;
            const At at{of_.rising ? value : -value, place};
            follow(made, digits, at);
            for (const auto& [before, most] : made.most) offer(made.worst, before, digits, {most, at});
            const auto [most, first] = made.most.try_emplace(digits, at);
            if (most->second.value < at.value) most->second = at;
            const auto [least, fresh] = made.least.try_emplace(digits, at);
            if (at.value < least->second.value) least->second = at;
        }
        const std::lock_guard lock(mutex_);
        blocks_.emplace(block.number, std::move(made));
    };
}

// Of counts and days one less is less; of figures that may be rounded the last digit alone says nothing.
bool OrderRun::back(const At& before, const At& after) const {
    const TableColumn& column = of_.table->columns[of_.column];
    return before.value - after.value >= (column.whole || column.kind == ColumnKind::date ? 1 : 2);
}

void OrderRun::follow(Block& block, Digits digits, const At& at) const {
    if (!block.digits) block.digits = digits;
    block.mixed = block.mixed || *block.digits != digits;
    if (block.mixed) return;
    if (!block.begins) block.begins = at;
    const bool fall = block.reaches && back(*block.reaches, at);
    if (fall && block.falls.size() < kMostFalls) block.falls.push_back({*block.reaches, at});
    if (fall || !block.reaches || block.reaches->value <= at.value) block.reaches = at;
}

std::vector<OrderRun::Pair> OrderRun::falls() const {
    std::vector<Pair> out;
    std::optional<Digits> digits;
    std::optional<At> reaches;
    for (const auto& [number, block] : blocks_) {
        if (!block.begins && !block.mixed) continue;
        if (!digits) digits = block.digits;
        if (block.mixed || digits != block.digits) return {};
        const bool fall = reaches && back(*reaches, *block.begins);
        if (fall) out.push_back({*reaches, *block.begins});
        out.insert(out.end(), block.falls.begin(), block.falls.end());
        if (out.size() >= kMostFalls) break;
        if (fall || !block.falls.empty() || !reaches || reaches->value <= block.reaches->value) reaches = block.reaches;
    }
    out.resize(std::min(out.size(), kMostFalls));
    return out;
}

// The pair with the greater drop stays, of equal ones the earlier.
void OrderRun::offer(Worst& worst, Digits before, Digits after, const Pair& made) {
    const auto [place, fresh] = worst.try_emplace({before, after}, made);
    if (fresh) return;
    Pair& known = place->second;
    const auto size = [&](const Pair& pair) { return drop(pair.before.value, before, pair.after.value, after); };
    if (size(known) < size(made)) known = made;
}

std::vector<std::uint64_t> OrderRun::places() const {
    std::map<Digits, At> most;   // of all blocks before
    Worst worst;
    std::set<std::uint64_t> out;
    std::uint64_t missing = UINT64_MAX;
    std::vector<std::uint64_t> first;
    for (const auto& [number, block] : blocks_) {
        for (const auto& [pair, made] : block.worst) offer(worst, pair.first, pair.second, made);
        for (const auto& [before, at] : most)
            for (const auto& [after, least] : block.least) offer(worst, before, after, {at, least});
        for (const auto& [digits, at] : block.most) {
            const auto [place, fresh] = most.try_emplace(digits, at);
            if (!fresh && place->second.value < at.value) place->second = at;
        }
        missing = std::min(missing, block.missing);
        for (const std::uint64_t place : {block.first, block.second})
            if (place != UINT64_MAX && first.size() < 2) first.push_back(place);
    }
    for (const auto& [pair, rows] : worst) out.insert({rows.before.place, rows.after.place});
    for (const Pair& fall : falls()) out.insert({fall.before.place, fall.after.place});
    if (missing != UINT64_MAX) out.insert(missing);
    if (out.size() < 2) out.insert(first.begin(), first.end());
    return {out.begin(), out.end()};
}

}  // namespace crossfoot::columns
