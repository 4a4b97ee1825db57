// From a bound rule to a program over columns.
#include <algorithm>
#include <map>

#include "engine/checking/columns/constants.hpp"
#include "engine/checking/columns/program.hpp"
#include "engine/checking/columns/wide.hpp"
#include "engine/text/text_form.hpp"

namespace crossfoot::columns {
namespace {

using ast::Comparison;

StepPtr step(Step::Kind kind) {
    auto out = std::make_unique<Step>();
    out->kind = kind;
    return out;
}

class Compiler {
public:
    // `doubled`: the second half of the columns is that of the row before.
    Compiler(const Table& table, Slot row, Constants* constants, bool doubled = false)
        : table_(table), row_(row), constants_(constants), doubled_(doubled) {}
    // Of a condition on figures of a column.
    Compiler(const Table& table, Slot row, std::optional<std::size_t> value, Lets lets)
        : table_(table), row_(row), value_(value), lets_(std::move(lets)) {}

    StepPtr truth(const Core& core) {
        switch (core.op) {
            case Op::truth: {
                StepPtr out = step(Step::Kind::known);
                out->flag = core.flag;
                return out;
            }
            case Op::let: lets_[core.slot] = core.args[0].get(); return truth(*core.args[1]);
            case Op::negation: return connective(Step::Kind::negation, core);
            case Op::conjunction: return connective(Step::Kind::conjunction, core);
            case Op::disjunction: return connective(Step::Kind::disjunction, core);
            case Op::implication: {
                StepPtr out = step(Step::Kind::disjunction);
                out->implication = true;
                out->parts.push_back(step(Step::Kind::negation));
                out->parts[0]->parts.push_back(truth(*core.args[0]));
                out->parts.push_back(truth(*core.args[1]));
                return out;
            }
            case Op::relation: return relation(core);
            case Op::membership: return membership(core);
            case Op::matches:
                if (const auto column = column_of(*core.args[0]); column && kind(*column) == ColumnKind::text) {
                    StepPtr out = step(Step::Kind::pattern);
                    out->column = *column;
                    out->regex = core.regex;
                    return out;
                }
                break;
            case Op::call:
                if (doubled_ || (core.function != Function::present && core.function != Function::missing)) break;
                if (const auto column = column_of(*core.args[0])) {
                    StepPtr out = step(Step::Kind::presence);
                    out->column = *column;
                    out->flag = core.function == Function::present;
                    return out;
                }
                break;
            default: break;
        }
        return step(Step::Kind::undecided);
    }

private:
    ColumnKind kind(std::size_t column) const { return table_.columns[column].kind; }

    StepPtr connective(Step::Kind kind, const Core& core) {
        StepPtr out = step(kind);
        for (const CorePtr& each : core.args) out->parts.push_back(truth(*each));
        return out;
    }

    const Core& behind_lets(const Core& core) {
        const Core* at = &core;
        while (at->op == Op::local || at->op == Op::let) {
            if (at->op == Op::let) {
                lets_[at->slot] = at->args[0].get();
                at = at->args[1].get();
                continue;
            }
            const auto found = lets_.find(at->slot);
            if (found == lets_.end()) break;
            at = found->second;
        }
        return *at;
    }

    std::optional<std::size_t> column_of(const Core& given) {
        const Core& core = behind_lets(given);
        if (value_ && core.op == Op::local && core.slot == row_) return value_;
        if (value_ || core.op != Op::child) return std::nullopt;
        const Core& base = behind_lets(*core.args[0]);
        if (doubled_ && base.op == Op::call && base.function == Function::prior) {
            const auto column = table_.column(core.text);
            return column ? std::optional(*column + table_.columns.size() / 2) : std::nullopt;
        }
        if (base.op != Op::local || base.slot != row_) return std::nullopt;
        return table_.column(core.text);
    }

    std::optional<Linear> linear(const Core& given) {
        const Core& core = behind_lets(given);
        Linear out;
        if (const auto column = column_of(core)) {
            if (kind(*column) != ColumnKind::figure) return std::nullopt;
            out.terms.emplace_back(*column, 1);
            out.plain = true;
            return out;
        }
        if (constants_ != nullptr && core.op != Op::number)
            if (auto constant = constants_->of(core, table_, lets_)) return constant;
        switch (core.op) {
            case Op::number:
                if (core.range) return std::nullopt;
                out.constant = core.number;
                return out;
            case Op::negate: return scaled(*core.args[0], -1);
            case Op::add:
            case Op::subtract: return pair(*core.args[0], *core.args[1], core.op == Op::add ? 1 : -1);
            case Op::multiply: {
                const auto a = linear(*core.args[0]), b = linear(*core.args[1]);
                if (!a || !b || (!a->terms.empty() && !b->terms.empty())) return std::nullopt;
                const Linear& of = a->terms.empty() ? *b : *a;
                add(out, of, a->terms.empty() ? a->constant : b->constant);
                out.made_of = a->made_of;
                out.made_of.insert(out.made_of.end(), b->made_of.begin(), b->made_of.end());
                out.loose = a->loose || b->loose;
                out.computed = a->computed || b->computed;
                return out;
            }
            case Op::divide: return divided(*core.args[0], *core.args[1], !core.flag);
            case Op::call:
                if (core.function == Function::share || core.function == Function::ratio) return divided(*core.args[0], *core.args[1], true);
                if (core.function == Function::change) {
                    auto quotient = divided(*core.args[1], *core.args[0], true);
                    if (quotient) quotient->constant -= 1;
                    return quotient;
                }
                if (core.function == Function::difference) return pair(*core.args[1], *core.args[0], -1);
                if (core.function == Function::sum && !core.flag) return sum(*core.args[0]);
                return std::nullopt;
            default: return std::nullopt;
        }
    }

    // By a number that is the same for all rows.
    std::optional<Linear> divided(const Core& over, const Core& under, bool fractional) {
        const auto by = linear(under);
        if (!by || !by->terms.empty() || by->constant.is_zero()) return std::nullopt;
        auto out = scaled(over, Rational(1) / by->constant);
        if (!out) return out;
        out->made_of.insert(out->made_of.end(), by->made_of.begin(), by->made_of.end());
        out->fractional = out->fractional || fractional;
        out->loose = out->loose || by->loose;
        out->computed = out->computed || by->computed;
        return out;
    }

    std::optional<Linear> scaled(const Core& core, const Rational& factor) {
        const auto of = linear(core);
        if (!of) return std::nullopt;
        Linear out;
        return add(out, *of, factor), out;
    }

    std::optional<Linear> pair(const Core& first, const Core& second, const Rational& factor) {
        const auto a = linear(first), b = linear(second);
        if (!a || !b) return std::nullopt;
        Linear out;
        add(out, *a, 1);
        add(out, *b, factor);
        return out;
    }

    // sum([r.a, r.b]), sum(r.{a, b})
    std::optional<Linear> sum(const Core& given) {
        const Core& core = behind_lets(given);
        Linear out;
        if (core.op == Op::list) {
            for (const CorePtr& each : core.args) {
                const auto part = linear(*each);
                if (!part) return std::nullopt;
                add(out, *part, 1);
            }
            return out;
        }
        if (core.op != Op::members) return std::nullopt;
        const Core& base = behind_lets(*core.args[0]);
        if (base.op != Op::local || base.slot != row_) return std::nullopt;
        for (const std::string& key : core.keys) {
            const auto column = table_.column(key);
            if (!column || kind(*column) != ColumnKind::figure) return std::nullopt;
            Linear part;
            part.terms.emplace_back(*column, 1);
            add(out, part, 1);
        }
        return out;
    }

    StepPtr relation(const Core& core) {
        const std::size_t sides = core.args.size() - (core.has_within ? 1 : 0);
        if (sides == 2) return link(core, *core.args[0], *core.args[1], core.comparisons[0]);
        if (sides != 3 || core.has_within || core.flag) return step(Step::Kind::undecided);
        return between(*core.args[0], *core.args[1], *core.args[2], core.comparisons[0], core.comparisons[1]);
    }

    // low <= x <= high with constant ends: one choice of x for both links, which each of them allows
    StepPtr between(const Core& low, const Core& middle, const Core& high, Comparison first, Comparison second) {
        const auto a = linear(low), x = linear(middle), b = linear(high);
        const auto rising = [](Comparison c) { return c == Comparison::less || c == Comparison::less_equal; };
        const auto falling = [](Comparison c) { return c == Comparison::greater || c == Comparison::greater_equal; };
        if (!a || !x || !b || !a->terms.empty() || !b->terms.empty()) return step(Step::Kind::undecided);
        const bool up = rising(first) && rising(second) && a->constant < b->constant;
        const bool down = falling(first) && falling(second) && b->constant < a->constant;
        if (!up && !down) return step(Step::Kind::undecided);
        StepPtr out = step(Step::Kind::conjunction);
        out->chain = true;
        out->parts.push_back(compared(*a, *x, first));
        out->parts.push_back(compared(*x, *b, second));
        return out;
    }

    static StepPtr compared(const Linear& left, const Linear& right, Comparison comparison) {
        StepPtr out = step(Step::Kind::linear);
        add(out->left, left, 1);
        add(out->left, right, -1);
        out->comparison = comparison;
        if (comparison == Comparison::equal && left.plain != right.plain) out->derived = left.plain ? derived(left, right) : derived(right, left);
        out->same_print = left.plain && right.plain;
        make_finite(*out);
        out->at_print = out->left.made_of;
        out->exactly = (left.plain && right.figure) || (left.figure && right.plain);   // the print decides
        // a number that was computed rounds a whole one beside it
        const bool rounds = comparison == Comparison::equal && (left.computed || right.computed);
        out->loose = left.loose || right.loose || left.figure || right.figure || rounds;
        return out;
    }

    static Step::Derived derived(const Linear& plain, const Linear& other) {
        Step::Derived out{plain.terms.front().first, other.fractional, {}};
        for (const auto& [column, weight] : other.terms) out.beside.push_back(column);
        return out;
    }

    StepPtr link(const Core& core, const Core& left, const Core& right, Comparison comparison) {
        if (StepPtr text = text_link(left, right, comparison)) return text;
        if (StepPtr text = text_link(right, left, comparison)) return text;
        if (StepPtr day = day_link(left, right, comparison)) return day;
        const auto a = linear(left), b = linear(right);
        StepPtr out;
        if (a && b) out = compared(*a, *b, comparison);
        else if (b) out = quotient(left, *b, comparison);
        else if (a) out = quotient(right, *a, turned(comparison));
        if (!out) return step(Step::Kind::undecided);
        out->exactly = out->exactly || core.flag;
        if (!core.has_within) return out;
        const auto within = linear(*core.args.back());
        if (core.relative || out->exactly || !within || !within->terms.empty() || !within->made_of.empty() || comparison != Comparison::equal ||
            out->kind != Step::Kind::linear || within->constant.sign() < 0)
            return step(Step::Kind::undecided);
        out->has_within = true;
        out->loose = out->loose || within->loose;
        out->within = within->constant * out->scaled;
        out->same_print = false;
        return out;
    }

    // A share, ratio, change or a / b against a sum, no column standing twice.
    StepPtr quotient(const Core& given, const Linear& right, Comparison comparison) {
        const Core& core = behind_lets(given);
        const bool change = core.op == Op::call && core.function == Function::change;
        const bool direct =
            core.op == Op::divide || (core.op == Op::call && (core.function == Function::share || core.function == Function::ratio));
        if (!change && !direct) return nullptr;
        const auto over = linear(*core.args[change ? 1 : 0]), under = linear(*core.args[change ? 0 : 1]);
        if (!over || !under || under->terms.empty() || comparison == Comparison::not_equal) return nullptr;
        std::vector<std::size_t> all;
        for (const Linear* each : std::initializer_list<const Linear*>{&*over, &*under, &right})
            for (const auto& [column, weight] : each->terms) all.push_back(column);
        std::sort(all.begin(), all.end());
        if (std::adjacent_find(all.begin(), all.end()) != all.end()) return nullptr;
        StepPtr out = step(Step::Kind::quotient);
        out->left = *over;
        out->under = *under;
        out->right = right;
        if (change) out->right.constant += 1;  // new / old - 1
        for (const Linear* each : std::initializer_list<const Linear*>{&*over, &*under, &right})
            out->at_print.insert(out->at_print.end(), each->made_of.begin(), each->made_of.end());
        out->comparison = comparison;
        if (comparison == Comparison::equal && right.plain) out->derived = Step::Derived{right.terms.front().first, true, {}};
        out->loose = over->loose || under->loose || right.loose || right.computed;
        return out;
    }

    StepPtr text_link(const Core& left, const Core& right, Comparison comparison) {
        const auto column = column_of(left);
        const Core& literal = behind_lets(right);
        if (!column || kind(*column) != ColumnKind::text || literal.op != Op::text) return nullptr;
        if (comparison != Comparison::equal && comparison != Comparison::not_equal) return nullptr;
        StepPtr out = step(Step::Kind::text);
        out->column = *column;
        out->texts.push_back(composed(literal.text));
        out->flag = comparison == Comparison::equal;
        return out;
    }

    StepPtr day_link(const Core& left, const Core& right, Comparison comparison) {
        const auto column = column_of(left);
        const Core& literal = behind_lets(right);
        if (!column || kind(*column) != ColumnKind::date || literal.op != Op::date ||
            literal.day.first != literal.day.last)
            return nullptr;
        StepPtr out = step(Step::Kind::day);
        out->column = *column;
        out->comparison = comparison;
        out->right.constant = std::int64_t{literal.day.first};
        return out;
    }

    StepPtr membership(const Core& core) {
        if (core.flag) {
            if (core.args.size() > 2)
                return between(*core.args[1], *core.args[0], *core.args[2], Comparison::less_equal,
                               Comparison::less_equal);
            const auto low = linear(*core.args[1]), x = linear(*core.args[0]);
            return low && x && low->terms.empty() ? compared(*low, *x, Comparison::less_equal)
                                                  : step(Step::Kind::undecided);
        }
        const auto column = column_of(*core.args[0]);
        const Core& list = behind_lets(*core.args[1]);
        if (!column || kind(*column) != ColumnKind::text || list.op != Op::list) return step(Step::Kind::undecided);
        StepPtr out = step(Step::Kind::text);
        out->column = *column;
        out->flag = true;
        for (const CorePtr& each : list.args) {
            if (each->op != Op::text) return step(Step::Kind::undecided);
            out->texts.push_back(composed(each->text));
        }
        std::sort(out->texts.begin(), out->texts.end());
        return out;
    }

    const Table& table_;
    Slot row_;
    Constants* constants_ = nullptr;
    bool doubled_ = false;
    std::optional<std::size_t> value_;   // the slot is a figure of this column
    Lets lets_;
};

}  // namespace

StepPtr compile_condition(const Core& condition, Slot slot, std::optional<std::size_t> of_column, const Table& table, const Lets& lets,
                          std::vector<std::size_t>& columns) {
    if (of_column) columns.push_back(*of_column);
    else if (!read_columns(condition, slot, table, columns)) return step(Step::Kind::undecided);
    return Compiler(table, slot, of_column, lets).truth(condition);
}

Program compile(const BoundRule& rule, const Table& table, const Dataset& dataset, const KeptNumbers* known, bool doubled) {
    Program out;
    const Slot row = rule.fors.front().slot;
    out.reads_all = doubled || !columns_read(rule, table, out.columns);
    if (rule.fors.size() > 1) {
        out.body = step(Step::Kind::undecided);
        return out;
    }
    Constants constants(rule, dataset, known);
    Compiler compiler(table, row, &constants, doubled);
    if (rule.fors.front().where) out.where = compiler.truth(*rule.fors.front().where);
    out.body = compiler.truth(*rule.body);
    out.figures = constants.figures();
    if (out.where) compared_columns(*out.where, out.conditions);
    out.refutes = (!out.where || all_asked(*out.where, false, true)) && all_asked(*out.body, true, false);
    return out;
}

}  // namespace crossfoot::columns
