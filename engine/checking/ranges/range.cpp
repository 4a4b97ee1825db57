#include "engine/checking/ranges/range.hpp"

#include <algorithm>
#include <optional>

#include "engine/checking/ranges/collapse.hpp"

namespace crossfoot {

const Interval& Box::operator[](VariableId id) const {
    if (mode_ == Mode::ranges && own_.empty()) return terms_->variable(id).range;
    const auto [entry, fresh] = own_.try_emplace(id);
    if (fresh) entry->second = terms_->range(id, mode_);
    return entry->second;
}

Box Box::with(VariableId id, Interval range) const {
    Box out = *this;
    out.own_.insert_or_assign(id, std::move(range));
    return out;
}

namespace {

constexpr int kMostCuts = 32;   // of a box whose term is not monotone as a whole

// A corner is asked for from below (the least value) or from above.
enum class Side : std::uint8_t { low, high };

// Which end of an unknown gives that side of the range, where the term moves with it as `t` says.
const End& end_for(const Interval& interval, Trend t, Side side) {
    const bool low = (side == Side::low) == (t == Trend::rising);
    return low ? interval.low : interval.high;
}

// The end of the range at the corner that `trends` point to; nothing where a repeated unknown is unbounded
// there and the limit is not to be had from a quotient of polynomials.
std::optional<End> corner(const Collapsed& form, const std::vector<Interval>& box, const std::vector<Trend>& trends, Side side) {
    std::vector<Interval> fixed = box;
    bool open = false, infinite = false;
    for (std::size_t i = 0; i < form.leaves.size(); ++i) {
        if (!form.leaves[i].repeated || box[i].is_point()) continue;
        if (trends[i] == Trend::constant) {
            const End& any = box[i].low.unbounded ? box[i].high : box[i].low;
            fixed[i] = Interval::point(any.unbounded ? Rational(0) : any.value);
            continue;
        }
        const End& end = end_for(box[i], trends[i], side);
        open = open || end.open;
        infinite = infinite || end.unbounded;
        fixed[i] = Interval::point(end.value);
    }
    // where an end is out, whether the range's own end is out depends on what the others leave of the term
    if (open)
        if (const auto end = form.limit(box, trends, side == Side::low)) return end;
    if (infinite) return std::nullopt;
    // min and max of shared unknowns: an end in doubt counts as in, which accuses nobody
    const Interval range = form.natural(fixed);
    return side == Side::low ? range.low : range.high;
}

// All trends, or the first unknown whose trend is not to be had.
std::optional<std::size_t> trends_over(const Collapsed& form, const std::vector<Interval>& box, std::vector<Trend>& trends, int pieces) {
    trends.assign(form.leaves.size(), Trend::constant);
    for (std::size_t i = 0; i < form.leaves.size(); ++i) {
        if (!form.leaves[i].repeated || box[i].is_point()) continue;
        trends[i] = form.trend(i, box, pieces);
        if (trends[i] == Trend::unknown) return i;
    }
    return std::nullopt;
}

std::optional<Rational> middle(const Interval& interval) {
    if (interval.contains(0) && !(interval.low.value.is_zero() && !interval.low.unbounded) &&
        !(interval.high.value.is_zero() && !interval.high.unbounded))
        return Rational(0);
    if (interval.bounded()) return (interval.low.value + interval.high.value) / 2;
    if (!interval.low.unbounded) return interval.low.value + max(interval.low.value.abs(), Rational(1));
    if (!interval.high.unbounded) return interval.high.value - max(interval.high.value.abs(), Rational(1));
    return Rational(0);
}

// The range by pieces: each piece is monotone and exact at its corners, or is cut further while the budget lasts.
Range by_pieces(const Collapsed& form) {
    std::vector<std::vector<Interval>> open{form.box()};
    std::optional<Interval> exact, outer;
    const auto widen = [](std::optional<Interval>& into, const Interval& by) { into = into ? hull(*into, by) : by; };
    std::vector<Trend> trends;
    int pieces = Collapsed::kWhole;
    for (int budget = kMostCuts; !open.empty(); pieces = Collapsed::kPiece) {
        const std::vector<Interval> piece = std::move(open.back());
        open.pop_back();
        const auto stuck = trends_over(form, piece, trends, pieces);
        if (!stuck) {
            const auto low = corner(form, piece, trends, Side::low);
            const auto high = corner(form, piece, trends, Side::high);
            if (low && high) {
                widen(exact, {*low, *high});
                widen(outer, {*low, *high});
                continue;
            }
        } else if (--budget > 0 && !form.tired()) {
            std::vector<Interval> lower = piece, upper = piece;
            const auto at = middle(piece[*stuck]);
            lower[*stuck].high = End::closed(*at);
            upper[*stuck].low = End::closed(*at);
            open.push_back(std::move(lower));
            open.push_back(std::move(upper));
            continue;
        }
        widen(outer, form.natural(piece));
    }
    return {*outer, exact == outer};
}

}  // namespace

Range tight_range(const Terms& terms, TermId root, const Box& box) {
    const Collapsed form(terms, root, box);
    if (!form.repeats()) return {form.natural(form.box()), !terms.exhausted()};
    if (const auto affine = form.affine()) return {*affine, true};
    // a divisor that may be 0 makes the range unbounded; cutting would only hide it
    if (form.divides_by_zero()) return {form.natural(form.box()), false};
    return by_pieces(form);
}

Trend trend(const Terms& terms, TermId root, VariableId of, const Box& box) {
    const Collapsed form(terms, root, box, of);
    for (std::size_t i = 0; i < form.leaves.size(); ++i)
        if (form.leaves[i].variable == of) return form.divides_by_zero() ? Trend::unknown : form.trend(i, form.box(), Collapsed::kWhole);
    return Trend::constant;
}

}  // namespace crossfoot
