// Which rules can be judged key by key, and what of them sums can decide.
#include <algorithm>
#include <map>

#include "engine/checking/binding/streamed.hpp"
#include "engine/checking/columns/keyed.hpp"

namespace crossfoot::columns {
namespace {

using ast::Comparison;

struct Sides {
    std::vector<std::pair<std::size_t, Rational>> terms;
    Rational constant, width;
    bool single = false;   // one value by itself
};

class Recogniser {
public:
    Recogniser(const BoundRule& rule, const Dataset& dataset, const std::vector<const Table*>& streamed)
        : rule_(rule), dataset_(dataset), streamed_(streamed) {}

    std::optional<KeyedRule> recognise() {
        if (rule_.fors.empty()) return whole_column();
        const CoreFor& clause = rule_.fors.front();
        if (rule_.fors.size() > 1 || clause.range || !domain(*clause.domain)) return std::nullopt;
        if (clause.where && !separable(*clause.where)) return std::nullopt;
        for (const CoreTitlePiece& piece : rule_.title)
            if (piece.path && !separable(*piece.path)) return std::nullopt;
        if (!separable(*rule_.body) || out_.sides.size() > kMostSides) return std::nullopt;
        // rows alone are a Program's
        if (out_.form == KeyedRule::Form::rows && out_.sides.size() < 2 && !out_.own) return std::nullopt;
        out_.decides = !clause.where && !out_.own && decidable(*rule_.body);
        if (out_.form == KeyedRule::Form::rows) rows_of_[clause.slot] = 0;
        if (clause.where) note_read(*clause.where);
        note_read(*rule_.body);
        return std::move(out_);
    }

private:
    // unique(tables.t[*].column)
    std::optional<KeyedRule> whole_column() {
        const Core& body = *rule_.body;
        if (body.op != Op::call || body.function != Function::unique) return std::nullopt;
        const Core& path = *body.args[0];
        if (path.op != Op::child || path.args[0]->op != Op::rows) return std::nullopt;
        const Table* table = table_of(*path.args[0]);
        const auto column = table == nullptr ? std::nullopt : text_column(*table, path.text);
        if (!column) return std::nullopt;
        out_.form = KeyedRule::Form::unique;
        out_.sides.push_back({table->rows, table, *column, {}, false});
        out_.decides = true;
        return std::move(out_);
    }

    const Table* table_of(const Core& core) const { return streamed_rows(core, streamed_); }

    static std::optional<std::size_t> column_of_kind(const Table& table, std::string_view name, ColumnKind kind) {
        const auto column = table.column(name);
        return column && table.columns[*column].kind == kind ? column : std::nullopt;
    }
    static std::optional<std::size_t> text_column(const Table& table, std::string_view name) {
        return column_of_kind(table, name, ColumnKind::text);
    }

    static bool is_local(const Core& core, Slot slot) { return core.op == Op::local && core.slot == slot; }
    static bool is_child_of(const Core& core, Slot slot) { return core.op == Op::child && is_local(*core.args[0], slot); }
    Slot subject() const { return rule_.fors.front().slot; }

    bool domain(const Core& core) {
        if (core.op == Op::call && core.function == Function::groups) {
            const Table* table = table_of(*core.args[0]);
            if (table == nullptr || !is_child_of(*core.args[1], core.slot)) return false;
            const auto column = text_column(*table, core.args[1]->text);
            if (!column) return false;
            out_.form = KeyedRule::Form::groups;
            out_.sides.push_back({table->rows, table, *column, {}, false});
            return true;
        }
        const Table* table = table_of(core);
        if (table == nullptr) return false;
        out_.sides.push_back({table->rows, table, kCount, {}, false});   // the key shows where it is first used
        return true;
    }

    // g.key, or the one column of r that the other tables are looked up by
    bool is_key(const Core& core) {
        if (!is_child_of(core, subject())) return false;
        if (out_.form == KeyedRule::Form::groups) return core.text == "key";
        const auto column = text_column(*out_.sides[0].table, core.text);
        if (!column) return false;
        if (out_.sides[0].column == kCount) out_.sides[0].column = *column;
        return out_.sides[0].column == *column;
    }

    std::optional<std::size_t> side(const Table& table, std::string_view name) {
        const auto column = text_column(table, name);
        if (!column) return std::nullopt;
        if (out_.form == KeyedRule::Form::rows && out_.sides[0].table == &table && out_.sides[0].column == *column) {
            out_.own = true;
            return 0;
        }
        for (std::size_t i = 1; i < out_.sides.size(); ++i)
            if (out_.sides[i].table == &table && out_.sides[i].column == *column) return i;
        // one side for one table: else its rows at hand are not those of one key
        if (std::any_of(out_.sides.begin(), out_.sides.end(), [&](const KeyedSide& each) { return each.table == &table; }))
            return std::nullopt;
        out_.sides.push_back({table.rows, &table, *column, {}, false});
        return out_.sides.size() - 1;
    }

    // tables.u[column = key]; `others`: further conditions may stand beside it
    std::optional<std::size_t> looked_up(const Core& core, bool others) {
        if (core.op != Op::filter) return std::nullopt;
        const Table* table = table_of(*core.args[0]);
        if (table == nullptr) return std::nullopt;
        const Core& condition = *core.args[1];
        if (condition.op == Op::conjunction) {
            if (!others) return std::nullopt;
            std::optional<std::size_t> out;
            for (const CorePtr& each : condition.args) {
                const auto found = out ? std::nullopt : keyed_by(*each, core.slot, *table);
                if (found) out = found;
                else if (!separable(*each)) return std::nullopt;
            }
            if (out) out_.sides[*out].conditions = true;
            return out;
        }
        return keyed_by(condition, core.slot, *table);
    }

    std::optional<std::size_t> keyed_by(const Core& condition, Slot row, const Table& table) {
        if (condition.op != Op::relation || condition.args.size() != 2 || condition.comparisons[0] != Comparison::equal || condition.flag)
            return std::nullopt;
        for (const bool turned : {false, true}) {
            const Core &own = *condition.args[turned ? 1 : 0], &key = *condition.args[turned ? 0 : 1];
            if (is_child_of(own, row) && is_key(key)) return side(table, own.text);
        }
        return std::nullopt;
    }

    // key in tables.u[*].column
    std::optional<std::size_t> referred(const Core& core) {
        if (core.op != Op::membership || core.flag || core.args.size() != 2 || !is_key(*core.args[0])) return std::nullopt;
        const Core& list = *core.args[1];
        if (list.op != Op::child || list.args[0]->op != Op::rows) return std::nullopt;
        const Table* table = table_of(*list.args[0]);
        return table == nullptr ? std::nullopt : side(*table, list.text);
    }

    // prior(r, by: …, within: column): among the rows of its own key
    bool row_before(const Core& core) {
        if (out_.form != KeyedRule::Form::rows || core.args.size() < 3 || !is_local(*core.args[0], subject())) return false;
        const Core& within = *core.args[2];
        if (!is_child_of(within, core.slot)) return false;
        const auto column = text_column(*out_.sides[0].table, within.text);
        if (!column) return false;
        if (out_.sides[0].column == kCount) out_.sides[0].column = *column;
        out_.own = true;
        return out_.sides[0].column == *column && separable(*core.args[1]);
    }

    // Does it look at streamed tables by the key only?
    bool separable(const Core& core) {
        if (core.op == Op::node) return !reaches_streamed(core.node, dataset_);
        if (core.op == Op::filter && table_of(*core.args[0]) != nullptr) return looked_up(core, true).has_value();
        if (core.op == Op::membership && referred(core)) return true;
        if (core.op == Op::call && core.function == Function::prior) return row_before(core);
        return std::all_of(core.args.begin(), core.args.end(), [&](const CorePtr& each) { return !each || separable(*each); });
    }

    // The side whose rows an expression is, or whose row it is.
    std::optional<std::size_t> side_of(const Core& core) const {
        if (core.op == Op::local) {
            const auto found = rows_of_.find(core.slot);
            return found == rows_of_.end() ? std::nullopt : std::optional(found->second);
        }
        if (is_group_rows(core) || (core.op == Op::call && core.function == Function::prior)) return 0;
        if (core.op == Op::filter || core.op == Op::rows) return side_of(*core.args[0]);
        const Table* table = table_of(core);
        for (std::size_t i = 0; i < out_.sides.size() && table != nullptr; ++i)
            if (out_.sides[i].table == table) return i;
        return std::nullopt;
    }

    void note_read(const Core& core) {
        const bool binds = core.op == Op::filter || core.op == Op::let || (core.op == Op::call && core.flag);
        for (std::size_t i = 0; i < core.args.size(); ++i) {
            if (binds && i + 1 == core.args.size())
                if (const auto side = side_of(*core.args[0])) rows_of_[core.slot] = *side;
            if (core.args[i]) note_read(*core.args[i]);
        }
        std::vector<std::string> names;
        if (core.op == Op::child) names.push_back(core.text);
        if (core.op == Op::members) names = core.keys;
        const auto side = names.empty() ? std::nullopt : side_of(*core.args[0]);
        if (!side) return;
        for (const std::string& name : names)
            if (const auto column = column_of_kind(*out_.sides[*side].table, name, ColumnKind::figure)) out_.sides[*side].read.push_back(*column);
    }

    bool decidable(const Core& core) {
        if (core.op == Op::conjunction)
            return std::all_of(core.args.begin(), core.args.end(), [&](const CorePtr& each) { return decidable(*each); });
        if (core.op == Op::relation) return relation(core);
        if (const auto found = referred(core)) {
            out_.references.push_back(*found);
            return true;
        }
        if (core.op == Op::call && core.function == Function::unique && out_.form == KeyedRule::Form::groups) {
            const Core& path = *core.args[0];
            if (path.op != Op::child || !is_group_rows(*path.args[0])) return false;
            const auto column = text_column(*out_.sides[0].table, path.text);
            if (column) out_.unique_columns.push_back(*column);
            return column.has_value();
        }
        return false;
    }

    bool relation(const Core& core) {
        if (core.args.size() != 2 || core.has_within || core.flag || core.comparisons[0] == Comparison::not_equal) return false;
        const auto left = linear(*core.args[0]), right = linear(*core.args[1]);
        if (!left || !right) return false;
        Sides both;
        add(both, *left, 1);
        add(both, *right, -1);
        KeyedRelation made;
        made.comparison = core.comparisons[0];
        made.terms = std::move(both.terms);
        made.constant = both.constant;
        made.width = both.width;
        made.same_print = left->single && right->single;
        out_.relations.push_back(std::move(made));
        return true;
    }

    static void add(Sides& into, const Sides& other, const Rational& factor) {
        into.constant += other.constant * factor;
        into.width += other.width * factor.abs();
        for (const auto& [sum, weight] : other.terms) {
            const auto found = std::find_if(into.terms.begin(), into.terms.end(), [&, sum = sum](const auto& each) { return each.first == sum; });
            if (found == into.terms.end()) into.terms.emplace_back(sum, weight * factor);
            else found->second += weight * factor;
        }
        into.single = false;
    }

    static std::optional<Sides> scaled(const std::optional<Sides>& of, const Rational& factor) {
        if (!of) return std::nullopt;
        Sides out;
        add(out, *of, factor);
        return out;
    }

    bool is_group_rows(const Core& given) const {
        const Core& core = given.op == Op::rows ? *given.args[0] : given;
        return out_.form == KeyedRule::Form::groups && is_child_of(core, subject()) && core.text == "rows";
    }

    // The side whose rows under the key a collection is.
    std::optional<std::size_t> rows_of(const Core& core) {
        if (is_group_rows(core)) return 0;
        return looked_up(core.op == Op::rows ? *core.args[0] : core, false);
    }

    std::optional<Sides> sum(std::size_t of_side, std::size_t column, bool single) {
        const auto same = std::find_if(out_.sums.begin(), out_.sums.end(), [&](const KeyedSum& each) {
            return each.side == of_side && each.column == column;
        });
        const auto place = static_cast<std::size_t>(same - out_.sums.begin());
        if (same == out_.sums.end()) out_.sums.push_back({of_side, column, single});
        else same->single = same->single || single;
        Sides out;
        out.terms.emplace_back(place, 1);
        out.single = single;
        return out;
    }

    std::optional<Sides> sum_of(std::optional<std::size_t> of_side, std::string_view name, bool single) {
        if (!of_side) return std::nullopt;
        const auto column = column_of_kind(*out_.sides[*of_side].table, name, ColumnKind::figure);
        return column ? sum(*of_side, *column, single) : std::nullopt;
    }

    std::optional<Sides> linear(const Core& core) {
        switch (core.op) {
            case Op::number: {
                if (core.range) return std::nullopt;
                Sides out;
                out.constant = core.number;
                return out;
            }
            case Op::node: return report_figure(core.node);
            case Op::negate: return scaled(linear(*core.args[0]), -1);
            case Op::add:
            case Op::subtract: {
                auto a = linear(*core.args[0]);
                const auto b = linear(*core.args[1]);
                if (!a || !b) return std::nullopt;
                add(*a, *b, core.op == Op::add ? 1 : -1);
                return a;
            }
            case Op::multiply: {
                const auto a = linear(*core.args[0]), b = linear(*core.args[1]);
                if (!a || !b) return std::nullopt;
                if (a->terms.empty() && a->width.is_zero()) return scaled(b, a->constant);
                return b->terms.empty() && b->width.is_zero() ? scaled(a, b->constant) : std::nullopt;
            }
            case Op::divide: {
                const auto b = linear(*core.args[1]);
                if (!b || !b->terms.empty() || !b->width.is_zero() || b->constant.is_zero()) return std::nullopt;
                return scaled(linear(*core.args[0]), Rational(1) / b->constant);
            }
            case Op::child:
                if (out_.form == KeyedRule::Form::rows && is_child_of(core, subject())) return sum_of(0, core.text, true);
                return sum_of(looked_up(*core.args[0], false), core.text, true);
            case Op::call: return call(core);
            default: return std::nullopt;
        }
    }

    std::optional<Sides> call(const Core& core) {
        if (core.function == Function::count && !core.flag) {
            const auto of_side = rows_of(*core.args[0]);
            return of_side ? sum(*of_side, kCount, false) : std::nullopt;
        }
        if (core.function != Function::sum || core.has_within) return std::nullopt;
        if (!core.flag) {
            const Core& path = *core.args[0];
            return path.op == Op::child ? sum_of(rows_of(*path.args[0]), path.text, false) : std::nullopt;
        }
        const Core& each = *core.args.back();   // sum(x in rows: x.column)
        return is_child_of(each, core.slot) ? sum_of(rows_of(*core.args[0]), each.text, false) : std::nullopt;
    }

    std::optional<Sides> report_figure(NodeId node) const {
        if (dataset_.node(node).kind != NodeKind::figure) return std::nullopt;
        const Figure& figure = dataset_.figure(node);
        if (figure.state != FigureState::known || figure.qualified) return std::nullopt;
        if (figure.rounding != Rounding::nearest && !figure.step.is_zero()) return std::nullopt;
        Sides out;
        out.constant = figure.value;
        out.width = figure.rounded ? figure.step : Rational(0);
        return out;
    }

    const BoundRule& rule_;
    const Dataset& dataset_;
    const std::vector<const Table*>& streamed_;
    std::map<Slot, std::size_t> rows_of_;   // locals that are rows of a side
    KeyedRule out_;
};

}  // namespace

std::optional<KeyedRule> keyed(const BoundRule& rule, const Dataset& dataset, const std::vector<const Table*>& streamed) {
    return Recogniser(rule, dataset, streamed).recognise();
}

}  // namespace crossfoot::columns
