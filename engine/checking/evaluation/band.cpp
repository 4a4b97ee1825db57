// The two ends of a term's range as functions of its missing figures.
#include <algorithm>

#include "engine/checking/ranges/range.hpp"

namespace crossfoot {
namespace {

Band fixed(const Interval& interval) {
    const auto at = [](const End& end, bool low) {
        if (!end.unbounded) return Interval::point(end.value);
        return low ? Interval{End::infinite(), End::opened(0)} : Interval{End::opened(0), End::infinite()};
    };
    return {at(interval.low, true), at(interval.high, false), interval.low.open, interval.high.open};
}

Band anything() { return {Interval::everything(), Interval::everything(), true, true}; }

Band sum(const Band& a, const Band& b) {
    return {a.low + b.low, a.high + b.high, a.low_open || b.low_open, a.high_open || b.high_open};
}

Band negated(const Band& a) { return {-a.high, -a.low, a.high_open, a.low_open}; }

}  // namespace

Band band(const Terms& terms, TermId root, const Box& box) {
    std::vector<TermId> ids;
    terms.collect(root, ids);
    std::vector<std::uint8_t> missing(ids.size(), 0);
    for (std::size_t at = 0; at < ids.size(); ++at) {
        const Term& term = terms.term(ids[at]);
        if (term.op == TermOp::variable) missing[at] = terms.variable(term.a).missing ? 1 : 0;
        for_each_operand(terms, term, [&](TermId id) { missing[at] |= missing[terms.position(id)]; });
    }
    std::vector<Band> bands(ids.size());
    const auto of = [&](TermId id) -> const Band& { return bands[terms.position(id)]; };
    for (std::size_t at = 0; at < ids.size(); ++at) {
        const Term& term = terms.term(ids[at]);
        switch (term.op) {
            case TermOp::constant: bands[at] = fixed(Interval::point(terms.constant_value(term))); break;
            case TermOp::variable:
                // a missing figure has one value, whatever it is: both ends are that value
                bands[at] = missing[at] != 0 ? Band{Interval::everything(), Interval::everything(), false, false} : fixed(box[term.a]);
                break;
            case TermOp::negate: bands[at] = negated(of(term.a)); break;
            case TermOp::add: bands[at] = sum(of(term.a), of(term.b)); break;
            case TermOp::subtract: bands[at] = sum(of(term.a), negated(of(term.b))); break;
            case TermOp::sum:
                bands[at] = of(terms.operands(term)[0]);
                for (const TermId id : terms.operands(term).subspan(1)) bands[at] = sum(bands[at], of(id));
                break;
            case TermOp::min:
            case TermOp::max: {
                bands[at] = of(terms.operands(term)[0]);
                const bool least = term.op == TermOp::min;
                for (const TermId id : terms.operands(term).subspan(1)) {
                    const Band& next = of(id);
                    bands[at] = {least ? min(bands[at].low, next.low) : max(bands[at].low, next.low),
                                 least ? min(bands[at].high, next.high) : max(bands[at].high, next.high),
                                 bands[at].low_open || next.low_open, bands[at].high_open || next.high_open};
                }
                break;
            }
            case TermOp::multiply:
            case TermOp::divide: {
                const bool pure = missing[terms.position(term.a)] == 0 && missing[terms.position(term.b)] == 0;
                const auto hulled = [](const Band& b) { return Interval{b.low.low, b.high.high}; };
                const Interval a = hulled(of(term.a)), b = hulled(of(term.b));
                const bool zero = term.op == TermOp::multiply && ((a.is_point() && a.low.value.is_zero()) || (b.is_point() && b.low.value.is_zero()));
                const bool by_zero = term.op == TermOp::divide && b.is_point() && b.low.value.is_zero();
                if (zero) bands[at] = fixed(Interval::point(0));
                else if (pure && !by_zero) bands[at] = fixed(term.op == TermOp::multiply ? a * b : a / b);
                else bands[at] = anything();
                break;
            }
        }
    }
    // how often each unknown is used (2 stands for more)
    std::vector<std::uint8_t> uses(ids.size(), 0);
    std::vector<VariableId> once;
    uses.back() = 1;
    for (std::size_t at = ids.size(); at-- > 0;) {
        const Term& term = terms.term(ids[at]);
        for_each_operand(terms, term, [&](TermId id) {
            const std::uint32_t place = terms.position(id);
            uses[place] = static_cast<std::uint8_t>(std::min(2, uses[place] + uses[at]));
        });
        if (term.op != TermOp::variable || box[term.a].is_point()) continue;
        const bool again = uses[at] > 1 || std::find(once.begin(), once.end(), term.a) != once.end();
        if (again) bands.back().exact = false;
        once.push_back(term.a);
    }
    return bands.back();
}

}  // namespace crossfoot
