#include "engine/reasoning/system.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/reasoning/narrow.hpp"

namespace crossfoot::reasoning {
namespace {

constexpr std::uint32_t kUnset = 0xFFFFFFFFU;

// Copies what one relation needs out of the arena of its instance.
class Compile {
public:
    Compile(const Expressions& from, std::span<const UnknownId> unknown_of, Fact& into)
        : from_(from), unknown_of_(unknown_of), into_(into), place_(from.nodes.size(), kUnset) {}

    // Nested as deep as the expression: the binder limits that.
    std::uint32_t of(ExpressionId id) {
        const Term& term = from_.term(id);
        if (term.op == TermOp::variable) return variable(term);  // a figure that stands twice is two leaves
        if (place_[id] != kUnset) {
            into_.single = into_.single && constant_[id];
            return place_[id];
        }
        Term out = term;
        bool constant = true;
        const auto operand = [&](ExpressionId each) {
            const std::uint32_t place = of(each);
            constant = constant && from_.term(each).op == TermOp::constant;
            return place;
        };
        switch (term.op) {
            case TermOp::constant:
                into_.constants.push_back(from_.constants[term.a]);
                out.a = static_cast<std::uint32_t>(into_.constants.size() - 1);
                break;
            case TermOp::variable: break;
            case TermOp::negate: out.a = operand(term.a); break;
            case TermOp::add:
            case TermOp::subtract:
            case TermOp::multiply:
            case TermOp::divide:
                out.a = operand(term.a);
                out.b = operand(term.b);
                break;
            case TermOp::sum:
            case TermOp::min:
            case TermOp::max: {
                std::vector<std::uint32_t> places;
                for (const ExpressionId each : from_.operands(term)) places.push_back(operand(each));
                out.a = static_cast<std::uint32_t>(into_.operand_list.size());
                into_.operand_list.insert(into_.operand_list.end(), places.begin(), places.end());
                break;
            }
        }
        constant_.resize(from_.nodes.size(), false);
        constant_[id] = constant;
        return place_[id] = push(out);
    }

private:
    std::uint32_t push(const Term& term) {
        into_.nodes.push_back(term);
        return static_cast<std::uint32_t>(into_.nodes.size() - 1);
    }

    std::uint32_t variable(const Term& term) {
        const UnknownId id = unknown_of_[term.a];
        if (std::find(into_.unknowns.begin(), into_.unknowns.end(), id) == into_.unknowns.end())
            into_.unknowns.push_back(id);
        else into_.single = false;
        return push({TermOp::variable, id, 0});
    }

    const Expressions& from_;
    std::span<const UnknownId> unknown_of_;
    Fact& into_;
    std::vector<std::uint32_t> place_;
    std::vector<bool> constant_;
};

}  // namespace

UnknownId System::unknown(const Expressions::Unknown& of, const Dataset& dataset) {
    if (of.figure == kNoNode) return add({of.figure, of.range});
    const Figure& figure = dataset.figure(of.figure);
    // in each instance another fact
    if (figure.each) return add({of.figure, of.derived ? derived_range(figure) : figure.range, of.derived});
    const auto known = of_figure_.find(of.figure);
    if (known == of_figure_.end()) {
        const UnknownId id = add({of.figure, of.derived ? derived_range(figure) : figure.range, of.derived});
        of_figure_.emplace(of.figure, id);
        return id;
    }
    Unknown& shared = unknowns_[known->second];
    if (of.derived && !shared.derived) {
        shared.printed = derived_range(figure);
        shared.derived = true;
        set_apart(known->second);
    }
    return of.derived || !shared.derived ? known->second : add({of.figure, shared.printed, true});
}

UnknownId System::add(Unknown unknown) {
    unknowns_.push_back(std::move(unknown));
    facts_with_.emplace_back();
    return static_cast<UnknownId>(unknowns_.size() - 1);
}

void System::set_apart(UnknownId figure) {
    const std::vector<FactId> facts = std::exchange(facts_with_[figure], {});
    for (const FactId id : facts) {
        Unknown copy = unknowns_[figure];
        const UnknownId own = add(std::move(copy));
        facts_with_[own].push_back(id);
        Fact& fact = facts_[id];
        std::replace(fact.unknowns.begin(), fact.unknowns.end(), figure, own);
        for (Term& term : fact.nodes)
            if (term.op == TermOp::variable && term.a == figure) term.a = own;
    }
}

void System::put(NodeId node, const Figure& figure, std::vector<Interval>& box) const {
    for (UnknownId id = 0; id < unknowns_.size(); ++id)
        if (unknowns_[id].figure == node)
            box[id] = unknowns_[id].derived && !figure.whole_step.is_zero() ? derived_range(figure) : figure.range;
}

void System::add(InstanceId instance, const Statement& statement, const Dataset& dataset) {
    const std::vector<Expressions::Unknown>& unknowns = statement.expressions.unknowns;
    std::vector<UnknownId> unknown_of(unknowns.size());
    for (const bool derived : {true, false})   // what is derived sets the other uses of its figure apart
        for (std::size_t i = 0; i < unknowns.size(); ++i)
            if (unknowns[i].derived == derived) unknown_of[i] = unknown(unknowns[i], dataset);
    for (const AssertedRelation& relation : statement.relations) {
        if (relation.exactly) continue;
        Fact fact;
        fact.instance = instance;
        fact.comparison = relation.comparison;
        fact.same_print = relation.same_print;
        Compile compile(statement.expressions, unknown_of, fact);
        fact.left = compile.of(relation.left);
        fact.right = compile.of(relation.right);
        if (relation.tolerance != kNoExpression) fact.tolerance = compile.of(relation.tolerance);
        const auto id = static_cast<FactId>(facts_.size());
        for (const UnknownId each : fact.unknowns) facts_with_[each].push_back(id);
        facts_.push_back(std::move(fact));
    }
}

std::optional<UnknownId> System::unknown_of(NodeId figure) const {
    const auto found = of_figure_.find(figure);
    return found == of_figure_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Interval> System::box() const {
    std::vector<Interval> out;
    out.reserve(unknowns_.size());
    for (const Unknown& each : unknowns_) out.push_back(each.printed);
    return out;
}

std::vector<Part> parts_of(const System& system, std::span<const FactId> facts, std::span<const Interval> box) {
    // union-find over the places of `facts`; each uncertain unknown joins the facts that it stands in
    std::vector<std::uint32_t> root(facts.size());
    std::iota(root.begin(), root.end(), 0U);
    const auto find = [&](std::uint32_t at) {
        while (root[at] != at) at = root[at] = root[root[at]];
        return at;
    };
    std::vector<std::uint32_t> first(box.size(), kUnset);
    for (std::uint32_t at = 0; at < facts.size(); ++at) {
        for (const UnknownId id : system.facts()[facts[at]].unknowns) {
            if (box[id].is_point()) continue;
            if (first[id] == kUnset) first[id] = at;
            const std::uint32_t a = find(first[id]), b = find(at);
            root[std::max(a, b)] = std::min(a, b);
        }
    }
    struct Count {
        std::size_t edges = 0, unknowns = 0;
        bool simple = true;
        std::uint32_t place = kUnset;
    };
    std::vector<Count> counts(facts.size());
    std::vector<Part> out;
    for (std::uint32_t at = 0; at < facts.size(); ++at) {
        Count& count = counts[find(at)];
        if (count.place == kUnset) {
            count.place = static_cast<std::uint32_t>(out.size());
            out.emplace_back();
        }
        const Fact& fact = system.facts()[facts[at]];
        out[count.place].facts.push_back(facts[at]);
        count.simple = count.simple && projects_exactly(fact, box);
        for (const UnknownId id : fact.unknowns) {
            if (box[id].is_point()) continue;
            ++count.edges;
            if (first[id] == at) ++count.unknowns;
        }
    }
    for (const Count& count : counts) {
        if (count.place == kUnset) continue;
        Part& part = out[count.place];
        part.tree = count.simple && count.edges + 1 == count.unknowns + part.facts.size();
    }
    for (Part& part : out) std::sort(part.facts.begin(), part.facts.end());
    return out;
}

}  // namespace crossfoot::reasoning
