// Monotony of a collapsed term: by the numerator of the derivative where the term is a quotient of polynomials,
// by interval differentiation otherwise (min and max).
#include <algorithm>

#include "engine/checking/ranges/collapse.hpp"

namespace crossfoot {

const std::optional<Quotient>& Collapsed::quotient() const {
    if (quotient_tried_) return quotient_;
    quotient_tried_ = true;
    std::vector<Quotient> forms(steps_.size());
    std::size_t products = 0, counted = 0;   // of terms, and of these what has been spent
    const auto costs = [](const Quotient& a, const Quotient& b) {
        return (a.over.size() + a.under.size()) * (b.over.size() + b.under.size());
    };
    const auto combine = [](TermOp op, const Quotient& a, const Quotient& b) -> Quotient {
        switch (op) {
            case TermOp::multiply: return {a.over * b.over, a.under * b.under};
            case TermOp::divide: return {a.over * b.under, a.under * b.over};
            case TermOp::subtract:
                if (a.under == b.under) return {a.over - b.over, a.under};
                return {a.over * b.under - b.over * a.under, a.under * b.under};
            default:
                if (a.under == b.under) return {a.over + b.over, a.under};
                return {a.over * b.under + b.over * a.under, a.under * b.under};
        }
    };
    for (std::size_t at = 0; at < steps_.size(); ++at) {
        const Step& step = steps_[at];
        if (step.op == TermOp::add || step.op == TermOp::subtract || step.op == TermOp::multiply || step.op == TermOp::divide)
            products += costs(forms[step.a], forms[step.b]);
        if (products > kMostProducts || !terms_.spend(1 + products - counted)) return quotient_;
        counted = products;
        Quotient& out = forms[at];
        out.under = Polynomial(1);
        switch (step.op) {
            case TermOp::constant: out.over = Polynomial(constants_[step.a]); break;
            case TermOp::variable: out.over = Polynomial::unknown(step.a); break;
            case TermOp::negate: out = {Polynomial(0) - forms[step.a].over, forms[step.a].under}; break;
            case TermOp::add:
            case TermOp::subtract:
            case TermOp::multiply:
            case TermOp::divide: out = combine(step.op, forms[step.a], forms[step.b]); break;
            case TermOp::sum:
                out.over = Polynomial(0);
                for (const std::uint32_t each : step.list) {
                    products += costs(out, forms[each]);
                    if (products > kMostProducts || !terms_.spend(products - counted)) return quotient_;
                    counted = products;
                    out = combine(TermOp::sum, out, forms[each]);
                }
                break;
            case TermOp::min:
            case TermOp::max: return quotient_;
        }
        if (out.over.too_large() || out.under.too_large()) return quotient_;
    }
    quotient_ = std::move(forms.back());
    return quotient_;
}

Trend Collapsed::trend(std::size_t leaf, const std::vector<Interval>& box, int pieces) const {
    const auto id = static_cast<std::uint32_t>(leaf);
    if (const auto& form = quotient()) {
        if (!terms_.spend(2 * form->over.length() * form->under.length())) return Trend::unknown;
        const Polynomial numerator = form->over.derivative(id) * form->under - form->over * form->under.derivative(id);
        if (!numerator.too_large()) {
            const int sign = sign_over(numerator, box, pieces, [&](const Interval& bound) { return work(numerator.length() * Terms::cost(bound)); });
            return sign == 2 ? Trend::unknown : static_cast<Trend>(sign);
        }
    }
    return trend_by_intervals(leaf, box);
}

Trend Collapsed::trend_by_intervals(std::size_t leaf, const std::vector<Interval>& box) const {
    const std::vector<Interval> value = natural_steps(box);
    if (!work(steps_.size())) return Trend::unknown;
    std::vector<Interval> slope(steps_.size(), Interval::point(0));
    // min and max take the slope of the operand that surely decides, or of any that may
    const auto pick = [&](TermOp op, std::size_t a, std::size_t b) {
        const bool min = op == TermOp::min;
        const auto surely_below = [&](std::size_t x, std::size_t y) {
            return !value[x].high.unbounded && !value[y].low.unbounded && value[x].high.value <= value[y].low.value;
        };
        if (surely_below(a, b)) return min ? slope[a] : slope[b];
        if (surely_below(b, a)) return min ? slope[b] : slope[a];
        return hull(slope[a], slope[b]);
    };
    for (std::size_t at = 0; at < steps_.size(); ++at) {
        const Step& step = steps_[at];
        if (at > 0 && !work(4 * Terms::cost(slope[at - 1]))) return Trend::unknown;
        switch (step.op) {
            case TermOp::constant: break;
            case TermOp::variable: slope[at] = Interval::point(step.a == leaf ? 1 : 0); break;
            case TermOp::negate: slope[at] = -slope[step.a]; break;
            case TermOp::add: slope[at] = slope[step.a] + slope[step.b]; break;
            case TermOp::subtract: slope[at] = slope[step.a] - slope[step.b]; break;
            case TermOp::multiply: slope[at] = slope[step.a] * value[step.b] + value[step.a] * slope[step.b]; break;
            case TermOp::divide: {
                const Interval numerator = slope[step.a] * value[step.b] - value[step.a] * slope[step.b];
                slope[at] = apply(TermOp::divide, numerator, value[step.b] * value[step.b]);
                break;
            }
            case TermOp::sum:
                slope[at] = joined<Interval>(step.list, [&](std::uint32_t i) -> const Interval& { return slope[i]; },
                                             [&](const Interval& a, const Interval& b) { return bounded(a + b); });
                break;
            case TermOp::min:
            case TermOp::max: {
                // the value met so far is folded along in its own place
                std::size_t best = step.list[0];
                Interval so_far = slope[best];
                for (std::size_t i = 1; i < step.list.size(); ++i) {
                    const std::size_t next = step.list[i];
                    so_far = i == 1 ? pick(step.op, best, next) : hull(so_far, slope[next]);
                }
                slope[at] = so_far;
                break;
            }
        }
    }
    const Interval& whole = slope.back();
    if (whole.is_point() && whole.low.value.is_zero()) return Trend::constant;
    if (!whole.low.unbounded && whole.low.value.sign() >= 0) return Trend::rising;
    if (!whole.high.unbounded && whole.high.value.sign() <= 0) return Trend::falling;
    return Trend::unknown;
}

std::optional<End> Collapsed::limit(const std::vector<Interval>& box, const std::vector<Trend>& trends, bool low) const {
    if (!quotient()) return std::nullopt;
    Quotient form = *quotient();
    if (!terms_.spend(2 * leaves.size() * form.over.length() * form.under.length())) return std::nullopt;
    // the other leaves can no longer be left as intervals: their own trends are needed too
    std::vector<const End*> ends(leaves.size(), nullptr);
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        Trend t = trends[i];
        if (!leaves[i].repeated) t = box[i].is_point() ? Trend::constant : trend(i, box, kWhole);
        if (t == Trend::unknown) return std::nullopt;
        const bool take_low = t == Trend::constant ? !box[i].low.unbounded : low == (t == Trend::rising);
        ends[i] = take_low ? &box[i].low : &box[i].high;
    }
    // closed ends first: what they leave may no longer depend on an unknown whose end is out, and then it is reached
    bool open = false;
    for (const int round : {0, 1, 2}) {
        for (std::size_t i = 0; i < leaves.size(); ++i) {
            const End& end = *ends[i];
            if ((end.unbounded ? 2 : end.open ? 1 : 0) != round) continue;
            const auto id = static_cast<std::uint32_t>(i);
            const Polynomial slope = form.over.derivative(id) * form.under - form.over * form.under.derivative(id);
            if (round > 0 && !slope.is_zero()) open = true;
            if (!end.unbounded || slope.is_zero()) {
                Rational value = end.unbounded ? Rational(0) : end.value;
                if (form.under.substitute(id, value).is_zero()) {
                    // a pole: the term grows beyond any bound; 0 over 0 is left to plain interval arithmetic
                    if (!slope.is_zero()) return form.over.substitute(id, value).is_zero() ? std::nullopt : std::optional(End::infinite());
                    value += 1;   // nothing depends on it: any value stands for it
                }
                form = {form.over.substitute(id, value), form.under.substitute(id, value)};
                continue;
            }
            const std::uint32_t over = form.over.degree(id), under = form.under.degree(id);
            if (over > under) return End::infinite();
            form = {form.over.coefficient(id, under), form.under.coefficient(id, under)};
        }
    }
    const auto over = form.over.constant(), under = form.under.constant();
    if (!over || !under || under->is_zero()) return std::nullopt;
    return End{*over / *under, open, false};
}

}  // namespace crossfoot
