// Which numbers over whole streamed tables a rule asks for.
#include <algorithm>
#include <map>
#include <set>

#include "engine/checking/binding/streamed.hpp"
#include "engine/checking/columns/overall.hpp"

namespace crossfoot::columns {
namespace {

using ast::Comparison;

// Rows of a table, or the figures of one of its columns, as far as conditions let them through.
struct Source {
    const Table* table = nullptr;
    std::optional<std::size_t> column;
    std::vector<Kept::Condition> conditions;
    bool known = false;
    friend bool operator==(const Source&, const Source&) = default;
};

class Recogniser {
public:
    Recogniser(const BoundRule& rule, const Dataset& dataset, const std::vector<const Table*>& streamed)
        : rule_(rule), dataset_(dataset), streamed_(streamed) {}

    std::optional<std::vector<Overall>> recognise() {
        for (std::size_t i = 0; i < rule_.fors.size(); ++i) {
            const CoreFor& each = rule_.fors[i];
            const bool rows = i == 0 && !each.range && table_of(*each.domain) != nullptr;
            if (!rows && !fits(each.domain.get())) return std::nullopt;
            if (!fits(each.high.get()) || !fits(each.where.get())) return std::nullopt;
        }
        for (const CoreTitlePiece& each : rule_.title)
            if (!fits(each.path.get())) return std::nullopt;
        if (!fits(rule_.body.get()) || found_.empty() || summed_twice()) return std::nullopt;
        return std::move(found_);
    }

private:
    // Two sums of one column may have figures in common, which would be other unknowns in each.
    [[nodiscard]] bool summed_twice() const {
        std::set<std::pair<const Table*, std::size_t>> summed;
        return std::any_of(found_.begin(), found_.end(), [&](const Overall& each) {
            const bool sums = each.function == Function::sum || each.function == Function::mean;
            return sums && !summed.emplace(each.table, *each.column).second;
        });
    }

    const Table* table_of(const Core& core) const { return streamed_rows(core, streamed_); }

    const Core& behind_lets(const Core& core) const {
        const Core* at = &core;
        while (at->op == Op::local) {
            const auto found = lets_.find(at->slot);
            if (found == lets_.end()) break;
            at = found->second;
        }
        return *at;
    }

    std::optional<Source> source(const Core& given) const {
        const Core& core = behind_lets(given);
        if (const Table* table = table_of(core)) return Source{table, std::nullopt, {}, false};
        if (core.op == Op::rows) return source(*core.args[0]);
        if (core.op == Op::call && core.function == Function::known) {
            auto out = source(*core.args[0]);
            if (!out || !out->column) return std::nullopt;
            out->known = true;
            return out;
        }
        if (core.op != Op::child && core.op != Op::filter) return std::nullopt;
        auto out = source(*core.args[0]);
        if (!out) return std::nullopt;
        if (core.op == Op::child) {
            if (out->column) return std::nullopt;
            out->column = out->table->column(core.text);
            return out->column ? out : std::nullopt;
        }
        out->conditions.push_back({core.args[1].get(), core.slot, out->column.has_value()});
        return out;
    }

    bool fits(const Core* core) {
        if (core == nullptr) return true;
        if (core->op == Op::node) return !reaches_streamed(core->node, dataset_);
        if (core->op == Op::local) return !collections_.contains(core->slot);
        if (core->op == Op::let) {
            lets_[core->slot] = core->args[0].get();
            std::optional<std::size_t> by;
            if (source(*core->args[0]) || groups(*core->args[0], by)) collections_[core->slot] = true;
            else if (!fits(core->args[0].get())) return false;
            return fits(core->args[1].get());
        }
        if (core->op == Op::call && core->closed && !core->has_within)
            if (auto made = number(*core)) {
                found_.push_back(std::move(*made));
                return true;
            }
        return std::all_of(core->args.begin(), core->args.end(), [&](const CorePtr& each) { return fits(each.get()); });
    }

    std::optional<Overall> number(const Core& core) const {
        const bool counts = core.function == Function::count, least = core.function == Function::min;
        if (!counts && !least && core.function != Function::max && core.function != Function::sum && core.function != Function::mean)
            return std::nullopt;
        Overall out;
        auto of = counts && !core.flag ? groups(*core.args[0], out.grouped) : std::nullopt;
        if (!of) of = source(*core.args[0]);
        if (least && !core.flag)
            if (auto ranked = of_rank(*core.args[0], out.from_part)) of = ranked;
        if (!of) return std::nullopt;
        if (core.flag) {
            const Core& body = *core.args.back();
            const bool field = body.op == Op::child && body.args[0]->op == Op::local && body.args[0]->slot == core.slot;
            if (counts) of->conditions.push_back({&body, core.slot, of->column.has_value()});
            else if (of->column || !field) return std::nullopt;
            else of->column = of->table->column(body.text);
        }
        if (!counts && !of->column) return std::nullopt;
        if (!counts && of->table->columns[*of->column].kind != ColumnKind::figure) return std::nullopt;
        out.core = &core;
        out.function = core.function;
        out.table = of->table;
        out.column = of->column;
        out.known = of->known;
        if (of->column) out.columns.push_back(*of->column);
        if (out.grouped) out.columns.push_back(*out.grouped);
        out.as_bound = of->conditions;
        for (const Kept::Condition& each : of->conditions) {
            const auto of_column = each.of_value ? of->column : std::nullopt;
            out.conditions.push_back(compile_condition(*each.core, each.slot, of_column, *of->table, lets_, out.columns));
        }
        return out;
    }

    // The rows of groups(ROWS, by: column).
    std::optional<Source> groups(const Core& given, std::optional<std::size_t>& by) const {
        const Core& core = behind_lets(given);
        if (core.op != Op::call || core.function != Function::groups) return std::nullopt;
        auto of = source(*core.args[0]);
        const Core& key = *core.args[1];
        if (!of || of->column || key.op != Op::child || key.args[0]->op != Op::local || key.args[0]->slot != core.slot) return std::nullopt;
        by = of->table->column(key.text);
        const bool printed = by && of->table->columns[*by].kind != ColumnKind::date;
        return printed ? of : std::nullopt;
    }

    // C[a * count(x in C: x <= it) >= b * count(C)]
    std::optional<Source> of_rank(const Core& given, std::optional<Rational>& part) const {
        const Core& core = behind_lets(given);
        if (core.op != Op::filter) return std::nullopt;
        const auto of = source(*core.args[0]);
        const Core& condition = *core.args[1];
        if (!of || !of->column || condition.op != Op::relation || condition.args.size() != 2 || condition.has_within) return std::nullopt;
        const bool turned = condition.comparisons[0] == Comparison::less_equal;
        if (!turned && condition.comparisons[0] != Comparison::greater_equal) return std::nullopt;
        const auto [a, rank] = times(*condition.args[turned ? 1 : 0]);
        const auto [b, count] = times(*condition.args[turned ? 0 : 1]);
        if (a.sign() <= 0 || b.sign() <= 0 || !is_rank(*rank, *of, core.slot)) return std::nullopt;
        if (count->op != Op::call || count->function != Function::count || count->flag || source(*count->args[0]) != of) return std::nullopt;
        part = b / a;
        return of;
    }

    // A number times something, else 1 times it.
    std::pair<Rational, const Core*> times(const Core& core) const {
        if (core.op != Op::multiply) return {1, &core};
        for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
            const Core& factor = behind_lets(*core.args[side]);
            if (factor.op == Op::number && !factor.range) return {factor.number, core.args[1 - side].get()};
        }
        return {1, &core};
    }

    bool is_rank(const Core& core, const Source& of, Slot value) const {
        if (core.op != Op::call || core.function != Function::count || !core.flag || core.has_within || source(*core.args[0]) != of) return false;
        const Core& body = *core.args.back();
        if (body.op != Op::relation || body.args.size() != 2 || body.has_within) return false;
        const auto is = [&](std::size_t side, Slot slot) { return body.args[side]->op == Op::local && body.args[side]->slot == slot; };
        if (body.comparisons[0] == Comparison::less_equal) return is(0, core.slot) && is(1, value);
        return body.comparisons[0] == Comparison::greater_equal && is(1, core.slot) && is(0, value);
    }

    const BoundRule& rule_;
    const Dataset& dataset_;
    const std::vector<const Table*>& streamed_;
    Lets lets_;
    std::map<Slot, bool> collections_;   // locals that are rows or figures of a streamed table
    std::vector<Overall> found_;
};

}  // namespace

std::optional<std::vector<Overall>> overall_numbers(const BoundRule& rule, const Dataset& dataset, const std::vector<const Table*>& streamed) {
    return Recogniser(rule, dataset, streamed).recognise();
}

}  // namespace crossfoot::columns
