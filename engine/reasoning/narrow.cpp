#include "engine/reasoning/narrow.hpp"

#include <algorithm>
#include <deque>

#include "engine/checking/ranges/collapse.hpp"

namespace crossfoot::reasoning {
namespace {

using ast::Comparison;

bool on_one_side(const Interval& a) {
    return (!a.low.unbounded && a.low.value.sign() >= 0) || (!a.high.unbounded && a.high.value.sign() <= 0);
}

bool holds_zero(const Interval& a) { return a.contains(0); }

// `a` over an interval: everything where the divisor is 0, which never narrows.
Interval over(const Interval& a, const Interval& b) { return apply(TermOp::divide, a, b); }

// The ranges of one fact's nodes, up from the unknowns and down again from the relation.
class Look {
public:
    Look(const Fact& fact, std::span<const Interval> box) : fact_(fact), up_(fact.nodes.size()) {
        for (std::size_t at = 0; at < up_.size(); ++at) up_[at] = natural(fact, fact.nodes[at], box, up_);
        down_ = up_;
    }

    [[nodiscard]] const std::vector<Interval>& up() const { return up_; }

    bool relate() {
        const Interval left = up_[fact_.left], right = up_[fact_.right];
        Interval wider_right = right, wider_left = left;
        if (fact_.tolerance) {
            const Interval& tolerance = up_[*fact_.tolerance];
            const Interval around{{-tolerance.high.value, tolerance.high.open, tolerance.high.unbounded},
                                  tolerance.high};
            wider_right = right + around;
            wider_left = left + around;
        }
        switch (fact_.comparison) {
            case Comparison::equal: return cut(fact_.left, wider_right) && cut(fact_.right, wider_left);
            case Comparison::less:
            case Comparison::less_equal:
                return below(fact_.left, wider_right.high) && above(fact_.right, wider_left.low);
            case Comparison::greater:
            case Comparison::greater_equal:
                return above(fact_.left, wider_right.low) && below(fact_.right, wider_left.high);
            case Comparison::not_equal: break;
        }
        return true;
    }

    // Down to the unknowns: a node's range narrows those of its operands.
    bool descend() {
        for (std::size_t at = fact_.nodes.size(); at-- > 0;)
            if (!descend(fact_.nodes[at], down_[at])) return false;
        return true;
    }

    [[nodiscard]] const Interval& down(std::size_t at) const { return down_[at]; }

private:
    bool cut(std::uint32_t at, const Interval& to) {
        const auto left = intersection(down_[at], to);
        if (!left) return false;
        down_[at] = *left;
        return true;
    }
    bool strict() const { return fact_.comparison == Comparison::less || fact_.comparison == Comparison::greater; }
    bool below(std::uint32_t at, End high) {
        high.open = high.open || strict();
        return cut(at, {End::infinite(), std::move(high)});
    }
    bool above(std::uint32_t at, End low) {
        low.open = low.open || strict();
        return cut(at, {std::move(low), End::infinite()});
    }

    bool descend(const Term& term, const Interval& range) {
        switch (term.op) {
            case TermOp::constant:
            case TermOp::variable: return true;
            case TermOp::negate: return cut(term.a, -range);
            case TermOp::add: return cut(term.a, range - up_[term.b]) && cut(term.b, range - up_[term.a]);
            case TermOp::subtract: return cut(term.a, range + up_[term.b]) && cut(term.b, up_[term.a] - range);
            case TermOp::multiply:
                if (!holds_zero(up_[term.b]) && !cut(term.a, over(range, up_[term.b]))) return false;
                return holds_zero(up_[term.a]) || cut(term.b, over(range, up_[term.a]));
            case TermOp::divide:
                if (holds_zero(up_[term.b])) return true;
                if (!cut(term.a, range * up_[term.b])) return false;
                return holds_zero(range) || cut(term.b, over(up_[term.a], range));
            case TermOp::sum: return descend_sum(term, range);
            case TermOp::min:
            case TermOp::max: return descend_extreme(term, range);
        }
        return true;
    }

    // Each operand is the sum less all the others: sums from the front and from the back.
    bool descend_sum(const Term& term, const Interval& range) {
        const auto operands = fact_.operands(term);
        const std::size_t count = operands.size();
        std::vector<Interval> after(count, Interval::point(0));
        for (std::size_t i = count - 1; i > 0; --i) after[i - 1] = after[i] + up_[operands[i]];
        Interval before = Interval::point(0);
        for (std::size_t i = 0; i < count; ++i) {
            if (!cut(operands[i], range - (before + after[i]))) return false;
            before = before + up_[operands[i]];
        }
        return true;
    }

    // No operand lies beyond the extreme; the only one that can reach it does.
    bool descend_extreme(const Term& term, const Interval& range) {
        const auto operands = fact_.operands(term);
        const bool least = term.op == TermOp::min;
        std::size_t reaching = 0;
        std::uint32_t last = 0;
        for (const std::uint32_t each : operands) {
            if (!cut(each, least ? Interval{range.low, End::infinite()} : Interval{End::infinite(), range.high}))
                return false;
            if (!intersection(up_[each], range)) continue;
            ++reaching;
            last = each;
        }
        return reaching != 1 || cut(last, range);
    }

    const Fact& fact_;
    std::vector<Interval> up_, down_;
};

}  // namespace

Interval natural(const Fact& fact, const Term& term, std::span<const Interval> box, std::span<const Interval> below) {
    switch (term.op) {
        case TermOp::constant: return Interval::point(fact.constants[term.a]);
        case TermOp::variable: return box[term.a];
        case TermOp::negate: return -below[term.a];
        case TermOp::add:
        case TermOp::subtract:
        case TermOp::multiply:
        case TermOp::divide: return apply(term.op, below[term.a], below[term.b]);
        case TermOp::sum:
        case TermOp::min:
        case TermOp::max: break;
    }
    const auto operands = fact.operands(term);
    Interval out = below[operands[0]];
    for (const std::uint32_t each : operands.subspan(1)) out = apply(term.op, out, below[each]);
    return out;
}

bool projects_exactly(const Fact& fact, std::span<const Interval> box) {
    if (!fact.single)
        for (std::size_t i = 0; i < fact.nodes.size(); ++i)
            if (fact.nodes[i].op == TermOp::variable && !box[fact.nodes[i].a].is_point()) return false;
    if (fact.tolerance && fact.nodes[*fact.tolerance].op != TermOp::constant) {
        Look look(fact, box);
        if (!look.up()[*fact.tolerance].is_point()) return false;
    }
    bool products = false, extremes = false;
    for (const Term& term : fact.nodes) {
        products = products || term.op == TermOp::multiply || term.op == TermOp::divide;
        extremes = extremes || term.op == TermOp::min || term.op == TermOp::max;
    }
    if (extremes) return false;  // one of several operands reaches it: what is left of each need not be one interval
    if (!products) return true;
    const Look look(fact, box);
    const std::vector<Interval>& up = look.up();
    for (const Term& term : fact.nodes) {
        if (term.op == TermOp::divide) {
            if (up[term.b].contains(0)) return false;
            if (!up[term.b].is_point() && !up[term.a].is_point() && !on_one_side(up[term.a])) return false;
        }
        if (term.op == TermOp::multiply && !up[term.a].is_point() && !up[term.b].is_point() &&
            (up[term.a].contains(0) || up[term.b].contains(0)))
            return false;
    }
    return true;
}

bool project(const Fact& fact, std::span<const Interval> box, std::vector<Projection>& out) {
    Look look(fact, box);
    if (!look.relate() || !look.descend()) return false;
    for (std::size_t at = 0; at < fact.nodes.size(); ++at)
        if (fact.nodes[at].op == TermOp::variable) out.push_back({fact.nodes[at].a, look.down(at)});
    return true;
}

std::optional<Interval> allowed(const Fact& fact, std::span<const Interval> box, UnknownId unknown) {
    std::vector<Interval> free(box.begin(), box.end());
    free[unknown] = Interval::everything();
    std::vector<Projection> found;
    if (!project(fact, free, found)) return std::nullopt;
    std::optional<Interval> out = Interval::everything();
    for (const Projection& each : found)
        if (each.unknown == unknown && out) out = intersection(*out, each.range);
    return out;
}

namespace {

// The unknown that is left nothing: the first whose own range excludes what the fact allows it.
void note_clash(const Fact& fact, FactId id, std::span<const Interval> box, std::vector<Narrowing>& steps) {
    for (const UnknownId unknown : fact.unknowns) {
        const auto range = allowed(fact, box, unknown);
        if (!range || intersection(*range, box[unknown])) continue;
        steps.push_back({id, unknown, *range});
        return;
    }
}

}  // namespace

Narrowed narrow(const System& system, std::span<const FactId> facts, std::vector<Interval>& box, std::size_t rounds,
                std::vector<Narrowing>* steps) {
    std::vector<bool> mine(system.facts().size(), false), waiting(system.facts().size(), false);
    std::deque<FactId> queue(facts.begin(), facts.end());
    for (const FactId each : facts) mine[each] = waiting[each] = true;
    std::vector<Projection> found;
    for (std::size_t looks = 0; !queue.empty(); ++looks) {
        if (looks > rounds * facts.size()) return Narrowed::unfinished;
        const FactId id = queue.front();
        queue.pop_front();
        waiting[id] = false;
        found.clear();
        if (!project(system.facts()[id], box, found)) {
            if (steps != nullptr) note_clash(system.facts()[id], id, box, *steps);
            return Narrowed::impossible;
        }
        for (const Projection& each : found) {
            if (each.range == box[each.unknown]) continue;
            auto left = intersection(box[each.unknown], each.range);
            if (steps != nullptr) steps->push_back({id, each.unknown, left ? *left : each.range});
            if (!left) return Narrowed::impossible;  // of one that stands twice
            box[each.unknown] = std::move(*left);
            for (const FactId next : system.facts_with(each.unknown)) {
                if (!mine[next] || waiting[next] || (next == id && system.facts()[next].single)) continue;
                waiting[next] = true;
                queue.push_back(next);
            }
        }
    }
    return Narrowed::settled;
}

}  // namespace crossfoot::reasoning
