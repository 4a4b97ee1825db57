// Which rules see the rows of streamed tables only through sums and counts.
#include <algorithm>
#include <map>

#include "engine/checking/binding/streamed.hpp"
#include "engine/checking/columns/rollup.hpp"

namespace crossfoot::columns {
namespace {

CorePtr copy_of(const Core* from) {
    if (from == nullptr) return nullptr;
    CorePtr out = make_core(from->op, from->span);
    for (const CorePtr& each : from->args) out->args.push_back(copy_of(each.get()));
    out->text = from->text;
    out->keys = from->keys;
    out->number = from->number;
    if (from->range) out->range = std::make_unique<Interval>(*from->range);
    out->dimension = from->dimension;
    out->node = from->node;
    out->slot = from->slot;
    out->day = from->day;
    out->flag = from->flag;
    out->varies = from->varies;
    out->has_within = from->has_within;
    out->relative = from->relative;
    out->closed = from->closed;
    out->comparisons = from->comparisons;
    out->function = from->function;
    out->regex = from->regex;
    return out;
}

BoundRule copy_of(const BoundRule& from) {
    BoundRule out;
    out.info = from.info;
    out.source = from.source;
    for (const CoreTitlePiece& each : from.title) out.title.push_back({each.text, copy_of(each.path.get())});
    for (const CoreFor& each : from.fors) {
        CoreFor made;
        made.name = each.name;
        made.slot = each.slot;
        made.domain = copy_of(each.domain.get());
        made.high = copy_of(each.high.get());
        made.range = each.range;
        made.where = copy_of(each.where.get());
        made.span = each.span;
        out.fors.push_back(std::move(made));
    }
    out.body = copy_of(from.body.get());
    out.slots = from.slots;
    out.file = from.file;
    return out;
}

void insert_once(std::vector<std::size_t>& into, std::size_t column) {
    const auto place = std::lower_bound(into.begin(), into.end(), column);
    if (place == into.end() || *place != column) into.insert(place, column);
}

class Recogniser {
public:
    Recogniser(const Dataset& dataset, const std::vector<const Table*>& streamed, RollKeys keys)
        : dataset_(dataset), streamed_(streamed), keys_(keys) {}

    std::optional<RolledRule> recognise(const BoundRule& rule) {
        RolledRule out;
        out.rule = copy_of(rule);
        for (CoreFor& each : out.rule.fors) {
            if (const Table* table = grouped(*each.domain)) groups_[each.slot] = table;
            else if (!fits(each.domain.get())) return std::nullopt;
            if (!fits(each.high.get()) || !fits(each.where.get())) return std::nullopt;
        }
        for (CoreTitlePiece& each : out.rule.title)
            if (!fits(each.path.get())) return std::nullopt;
        if (!fits(out.rule.body.get()) || tables_.empty()) return std::nullopt;
        const auto has_such_column = [](const RolledTable& each) { return each.table->column(kRowsKey).has_value(); };
        if (std::any_of(tables_.begin(), tables_.end(), has_such_column)) return std::nullopt;
        for (const RolledTable& each : tables_)
            for (const std::size_t column : each.sums)
                if (std::binary_search(each.keys.begin(), each.keys.end(), column)) return std::nullopt;
        out.tables = std::move(tables_);
        return out;
    }

private:
    const Table* table_of(const Core& core) const { return streamed_rows(core, streamed_); }

    RolledTable& side(const Table& table) {
        for (RolledTable& each : tables_)
            if (each.table == &table) return each;
        return tables_.emplace_back(RolledTable{&table, {}, {}});
    }

    // Counts are turned into sums on the way.
    bool fits(Core* core) {
        if (core == nullptr) return true;
        if (core->op == Op::node) return !reaches_streamed(core->node, dataset_);
        if (core->op == Op::local) return !groups_.contains(core->slot) && !collections_.contains(core->slot);
        if (core->op == Op::child && core->text == "key" && is_group(*core->args[0])) return true;
        if (core->op == Op::let && !(fits(core->args[0].get()) || follow(*core))) return false;
        if (core->op == Op::let) return fits(core->args[1].get());
        if (core->op == Op::call && core->function == Function::groups && grouped(*core) != nullptr) return true;
        if (core->op == Op::call && core->function == Function::sum && !core->has_within)
            if (const auto fit = sum(*core)) return *fit;
        if (core->op == Op::call && core->function == Function::count && !core->flag)
            if (const auto fit = count(*core)) return *fit;
        return std::all_of(core->args.begin(), core->args.end(), [&](const CorePtr& each) { return fits(each.get()); });
    }

    // sum(ROWS.column), sum(x in ROWS: x.column). Nothing where it is no sum over a streamed table.
    std::optional<bool> sum(Core& core) {
        Core& of = core.flag ? *core.args.back() : *core.args[0];
        if (of.op != Op::child) return std::nullopt;
        const bool bound = of.args[0]->op == Op::local && of.args[0]->slot == core.slot;
        if (core.flag && !bound) return std::nullopt;
        Core& rows = core.flag ? *core.args[0] : *of.args[0];
        const Table* table = rows_of(rows);
        if (table == nullptr) return std::nullopt;
        const auto column = table->column(of.text);
        if (!column || table->columns[*column].kind != ColumnKind::figure) return false;
        insert_once(side(*table).sums, *column);
        return chosen_by_texts(rows, *table);
    }

    // count(ROWS)
    std::optional<bool> count(Core& core) {
        const Table* table = rows_of(*core.args[0]);
        if (table == nullptr) return std::nullopt;
        if (!chosen_by_texts(*core.args[0], *table)) return false;
        (void)side(*table);
        if (core.args[0]->op != Op::rows && core.args[0]->op != Op::filter) {
            CorePtr all = make_core(Op::rows, core.args[0]->span);
            all->args.push_back(std::move(core.args[0]));
            core.args[0] = std::move(all);
        }
        CorePtr cell = make_core(Op::child, core.args[0]->span);
        cell->text = kRowsKey;
        cell->args.push_back(std::move(core.args[0]));
        core.args[0] = std::move(cell);
        core.function = Function::sum;
        return true;
    }

    static const Core& filter_in(const Core& rows) { return rows.op == Op::rows ? *rows.args[0] : rows; }

    // A local that `let`, or the parameter of a definition, gives to rows of a table.
    bool follow(const Core& let) {
        const Table* table = rows_of(*let.args[0]);
        if (table == nullptr || !chosen_by_texts(*let.args[0], *table)) return false;
        collections_[let.slot] = table;
        return true;
    }

    bool is_group(const Core& core) const { return core.op == Op::local && groups_.contains(core.slot); }

    // The table of groups(ROWS, by: column); the column is then one that chooses rows.
    const Table* grouped(const Core& core) {
        if (core.op != Op::call || core.function != Function::groups) return nullptr;
        const Table* table = rows_of(*core.args[0]);
        const Core& by = *core.args[1];
        if (table == nullptr || by.op != Op::child || by.args[0]->op != Op::local || by.args[0]->slot != core.slot) return nullptr;
        return chosen_by_texts(*core.args[0], *table) && key_column(*table, by.text) ? table : nullptr;
    }

    // A column that may choose rows.
    bool key_column(const Table& table, std::string_view name) {
        const auto column = table.column(name);
        if (!column) return false;
        const ColumnKind kind = table.columns[*column].kind;
        if (kind != ColumnKind::text && (kind != ColumnKind::figure || keys_ == RollKeys::texts)) return false;
        insert_once(side(table).keys, *column);
        return true;
    }

    // The table whose rows, all or filtered, a collection is.
    const Table* rows_of(const Core& rows) const {
        const Core& core = filter_in(rows);
        if (core.op == Op::child && core.text == "rows" && is_group(*core.args[0])) return groups_.at(core.args[0]->slot);
        if (core.op == Op::local)
            if (const auto found = collections_.find(core.slot); found != collections_.end()) return found->second;
        return core.op == Op::filter ? rows_of(*core.args[0]) : table_of(core);
    }

    bool chosen_by_texts(const Core& rows, const Table& table) {
        const Core& core = filter_in(rows);
        if (core.op != Op::filter) return true;
        return looks_at_texts(*core.args[1], core.slot, table) && chosen_by_texts(*core.args[0], table);
    }

    bool looks_at_texts(const Core& core, Slot row, const Table& table) {
        if (core.op == Op::local) return core.slot != row;
        if (core.op == Op::node) return !reaches_streamed(core.node, dataset_);
        if (core.op == Op::child && core.args[0]->op == Op::local && core.args[0]->slot == row) {
            return key_column(table, core.text);
        }
        return std::all_of(core.args.begin(), core.args.end(),
                           [&](const CorePtr& each) { return !each || looks_at_texts(*each, row, table); });
    }

    const Dataset& dataset_;
    const std::vector<const Table*>& streamed_;
    RollKeys keys_;
    std::map<Slot, const Table*> groups_, collections_;   // locals that are groups of a table, or rows of it
    std::vector<RolledTable> tables_;
};

}  // namespace

std::optional<RolledRule> rolled(const BoundRule& rule, const Dataset& dataset, const std::vector<const Table*>& streamed, RollKeys keys) {
    return Recogniser(dataset, streamed, keys).recognise(rule);
}

}  // namespace crossfoot::columns
