#include "engine/checking/ranges/collapse.hpp"

#include <algorithm>
#include <unordered_map>

namespace crossfoot {

Interval apply(TermOp op, const Interval& a, const Interval& b) {
    switch (op) {
        case TermOp::add:
        case TermOp::sum: return a + b;
        case TermOp::subtract: return a - b;
        case TermOp::multiply: return a * b;
        case TermOp::divide:
            // {0} as divisor: the caller has refused a printed 0, so this is a corner of a search
            if (b.is_point() && b.low.value.is_zero()) return Interval::everything();
            return a / b;
        case TermOp::min: return min(a, b);
        case TermOp::max: return max(a, b);
        case TermOp::constant:
        case TermOp::variable:
        case TermOp::negate: break;
    }
    return a;
}

Interval Collapsed::bounded(Interval interval) const {
    return terms_.spend(interval) ? std::move(interval) : Interval::everything();
}

bool Collapsed::work(std::uint64_t amount) const {
    work_ += amount;
    return terms_.spend(amount) && !tired();
}

std::uint32_t Collapsed::push(Step step) {
    steps_.push_back(std::move(step));
    return static_cast<std::uint32_t>(steps_.size() - 1);
}

std::uint32_t Collapsed::leaf(Interval interval, VariableId variable, bool repeated) {
    leaves.push_back({std::move(interval), variable, repeated});
    return push({TermOp::variable, static_cast<std::uint32_t>(leaves.size() - 1), 0, {}});
}

std::uint32_t Collapsed::part(const Interval& interval) {
    // a known number is a constant: two of them are the same in the polynomials
    if (!interval.is_point()) return leaf(interval, kNone, false);
    constants_.push_back(interval.low.value);
    return push({TermOp::constant, static_cast<std::uint32_t>(constants_.size() - 1), 0, {}});
}

Collapsed::Collapsed(const Terms& terms, TermId root, const Box& box, VariableId keep) : terms_(terms) {
    std::vector<TermId> ids;
    terms.collect(root, ids);
    const std::size_t count = ids.size();
    if (!terms.spend(count)) {
        leaf(Interval::everything(), kNone, false);
        return;
    }
    const auto place = [&](TermId id) { return terms.position(id); };

    // how often each term, and so each unknown, is used on the way from the root (2 stands for more)
    std::vector<std::uint8_t> uses(count, 0);
    std::vector<std::pair<VariableId, std::uint8_t>> used;
    uses[count - 1] = 1;
    for (std::size_t at = count; at-- > 0;) {
        const Term& term = terms.term(ids[at]);
        for_each_operand(terms, term, [&](TermId id) {
            uses[place(id)] = static_cast<std::uint8_t>(std::min(2, uses[place(id)] + uses[at]));
        });
        if (term.op == TermOp::variable) used.emplace_back(term.a, uses[at]);
    }
    std::sort(used.begin(), used.end());
    const auto is_repeated = [&](VariableId id) {
        if (id == keep) return true;
        const auto first = std::lower_bound(used.begin(), used.end(), std::pair(id, std::uint8_t{0}));
        const bool several = first->second > 1 || (first + 1 != used.end() && (first + 1)->first == id);
        return several && !box[id].is_point();
    };

    // parts without a repeated unknown are evaluated at once; the others become steps
    std::vector<std::optional<Interval>> value(count);
    std::vector<std::uint32_t> step(count, 0);
    std::unordered_map<VariableId, std::uint32_t> leaf_of;
    const auto join = [&](TermOp op, const Interval& a, const Interval& b) { return bounded(apply(op, a, b)); };
    const auto as_step = [&](TermId id) {
        const std::size_t at = place(id);
        return value[at] ? part(*value[at]) : step[at];
    };
    for (std::size_t at = 0; at < count; ++at) {
        const Term& term = terms.term(ids[at]);
        bool shared = false;
        for_each_operand(terms, term, [&](TermId id) { shared = shared || !value[place(id)]; });
        switch (term.op) {
            case TermOp::constant: value[at] = Interval::point(terms.constant_value(term)); break;
            case TermOp::variable:
                if (!is_repeated(term.a)) {
                    value[at] = box[term.a];
                    break;
                }
                if (const auto known = leaf_of.find(term.a); known != leaf_of.end()) {
                    step[at] = known->second;
                    break;
                }
                step[at] = leaf(box[term.a], term.a, true);
                leaf_of.emplace(term.a, step[at]);
                repeats_ = repeats_ || term.a != keep;
                break;
            case TermOp::negate:
                if (shared) step[at] = push({TermOp::negate, as_step(term.a), 0, {}});
                else value[at] = -*value[place(term.a)];
                break;
            case TermOp::add:
            case TermOp::subtract:
            case TermOp::multiply:
            case TermOp::divide:
                if (shared) {
                    const std::uint32_t a = as_step(term.a);
                    const std::uint32_t b = as_step(term.b);
                    step[at] = push({term.op, a, b, {}});
                } else {
                    value[at] = join(term.op, *value[place(term.a)], *value[place(term.b)]);
                }
                break;
            case TermOp::sum:
            case TermOp::min:
            case TermOp::max: {
                std::optional<Interval> rest;   // all operands that share nothing are one leaf
                Step out{term.op, 0, 0, {}};
                std::vector<std::size_t> alone;
                for (const TermId id : terms.operands(term)) {
                    if (!value[place(id)]) out.list.push_back(step[place(id)]);
                    else alone.push_back(place(id));
                }
                if (!alone.empty())
                    rest = joined<Interval>(alone, [&](std::size_t i) -> const Interval& { return *value[i]; },
                                            [&](const Interval& a, const Interval& b) { return join(term.op, a, b); });
                if (!shared) {
                    value[at] = rest;
                    break;
                }
                if (rest) out.list.push_back(part(*rest));
                step[at] = push(std::move(out));
                break;
            }
        }
    }
    if (value[count - 1]) leaf(*value[count - 1], kNone, false);
    // a collapsed part that is used twice (a `let`) stands twice as well: it is one unknown of the form
    // only if it is one leaf, so parts with several uses were kept apart above by their unknowns' counts
}

std::vector<Interval> Collapsed::box() const {
    std::vector<Interval> out;
    out.reserve(leaves.size());
    for (const Leaf& each : leaves) out.push_back(each.interval);
    return out;
}

std::vector<Interval> Collapsed::natural_steps(const std::vector<Interval>& box) const {
    if (!terms_.spend(steps_.size())) return std::vector<Interval>(steps_.size(), Interval::everything());
    std::vector<Interval> out(steps_.size());
    for (std::size_t at = 0; at < steps_.size(); ++at) {
        const Step& step = steps_[at];
        switch (step.op) {
            case TermOp::constant: out[at] = Interval::point(constants_[step.a]); break;
            case TermOp::variable: out[at] = box[step.a]; break;
            case TermOp::negate: out[at] = -out[step.a]; break;
            case TermOp::add:
            case TermOp::subtract:
            case TermOp::multiply:
            case TermOp::divide: out[at] = bounded(apply(step.op, out[step.a], out[step.b])); break;
            case TermOp::sum:
            case TermOp::min:
            case TermOp::max:
                out[at] = joined<Interval>(step.list, [&](std::uint32_t i) -> const Interval& { return out[i]; },
                                           [&](const Interval& a, const Interval& b) { return bounded(apply(step.op, a, b)); });
                break;
        }
    }
    return out;
}

Interval Collapsed::natural(const std::vector<Interval>& box) const {
    if (steps_.size() == 1 && steps_[0].op == TermOp::variable) return box[steps_[0].a];
    return natural_steps(box).back();
}

bool Collapsed::divides_by_zero() const {
    const std::vector<Interval> values = natural_steps(box());
    return std::any_of(steps_.begin(), steps_.end(),
                       [&](const Step& step) { return step.op == TermOp::divide && values[step.b].contains(0); });
}

std::optional<Interval> Collapsed::affine() const {
    // each step as constant + factor by leaf, while it is one
    struct Affine {
        Rational constant;
        std::vector<Rational> factors;
    };
    std::vector<Affine> forms(steps_.size());
    const auto is_constant = [](const Affine& a) {
        return std::all_of(a.factors.begin(), a.factors.end(), [](const Rational& f) { return f.is_zero(); });
    };
    const auto scaled = [](Affine a, const Rational& by) {
        a.constant *= by;
        for (Rational& factor : a.factors) factor *= by;
        return a;
    };
    const auto sum = [](Affine a, const Affine& b) {
        a.constant += b.constant;
        for (std::size_t i = 0; i < a.factors.size(); ++i) a.factors[i] += b.factors[i];
        return a;
    };
    const std::size_t factors = steps_.size() * leaves.size();
    if (factors > kMostFactors || !terms_.spend(factors / kLookedAt)) return std::nullopt;
    for (std::size_t at = 0; at < steps_.size(); ++at) {
        const Step& step = steps_[at];
        Affine& out = forms[at];
        out.factors.assign(leaves.size(), 0);
        switch (step.op) {
            case TermOp::constant: out.constant = constants_[step.a]; break;
            case TermOp::variable: out.factors[step.a] = 1; break;
            case TermOp::negate: out = scaled(forms[step.a], -1); break;
            case TermOp::add: out = sum(forms[step.a], forms[step.b]); break;
            case TermOp::subtract: out = sum(forms[step.a], scaled(forms[step.b], -1)); break;
            case TermOp::multiply:
                if (is_constant(forms[step.a])) out = scaled(forms[step.b], forms[step.a].constant);
                else if (is_constant(forms[step.b])) out = scaled(forms[step.a], forms[step.b].constant);
                else return std::nullopt;
                break;
            case TermOp::divide:
                if (!is_constant(forms[step.b]) || forms[step.b].constant.is_zero()) return std::nullopt;
                out = scaled(forms[step.a], Rational(1) / forms[step.b].constant);
                break;
            case TermOp::sum:
                for (const std::uint32_t each : step.list) out = sum(std::move(out), forms[each]);
                break;
            case TermOp::min:
            case TermOp::max: return std::nullopt;
        }
    }
    const Affine& whole = forms.back();
    Interval out = Interval::point(whole.constant);
    for (std::size_t i = 0; i < leaves.size(); ++i)
        if (!whole.factors[i].is_zero()) out = out + Interval::point(whole.factors[i]) * leaves[i].interval;
    return out;
}

}  // namespace crossfoot
