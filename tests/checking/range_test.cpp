// Tight ranges against a slow exact reference: every choice of true values sampled lies in the range, and where
// the term is monotone in each unknown the ends are those of the corners.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <functional>
#include <optional>

#include "engine/checking/ranges/range.hpp"
#include "tests/quantity/generators.hpp"

namespace crossfoot::testing {
namespace {

struct Drawn {
    Dataset dataset;
    Terms terms{dataset};
    TermId root = kNoTerm;
};

VariableId add_unknown(Terms& terms, Interval range) {
    Variable variable;
    variable.range = std::move(range);
    return terms.term(terms.unknown(std::move(variable))).a;
}

// A term over the first `unknowns` unknowns, each used any number of times.
TermId draw_term(Terms& terms, const std::vector<TermId>& leaves, int depth) {
    const int kind = depth == 0 ? *rc::gen::inRange(0, 2) : *rc::gen::inRange(0, 9);
    if (kind == 0) return terms.constant(*small_number());
    if (kind == 1) return *rc::gen::elementOf(leaves);
    const TermId a = draw_term(terms, leaves, depth - 1);
    if (kind == 2) return terms.negate(a);
    const TermId b = draw_term(terms, leaves, depth - 1);
    switch (kind) {
        case 3: return terms.combine(TermOp::add, a, b);
        case 4: return terms.combine(TermOp::subtract, a, b);
        case 5: return terms.combine(TermOp::multiply, a, b);
        case 6: return terms.combine(TermOp::divide, a, b);
        case 7: return terms.gather(TermOp::min, std::vector<TermId>{a, b});
        default: return terms.gather(TermOp::sum, std::vector<TermId>{a, b, *rc::gen::elementOf(leaves)});
    }
}

// Calls `each` with every combination of the given values.
void combinations(const std::vector<std::vector<Rational>>& values, const std::function<void(const std::vector<Rational>&)>& each) {
    std::vector<Rational> chosen(values.size());
    const std::function<void(std::size_t)> go = [&](std::size_t at) {
        if (at == values.size()) return each(chosen);
        for (const Rational& value : values[at]) {
            chosen[at] = value;
            go(at + 1);
        }
    };
    go(0);
}

TEST(TightRange, ContainsEveryChoiceOfTrueValues) {
    const bool law = rc::check("sampled values lie in the range", [] {
        Drawn d;
        std::vector<TermId> leaves;
        std::vector<std::vector<Rational>> values;
        for (int i = 0; i < 3; ++i) {
            const Interval range = *any_interval();
            Variable variable;
            variable.range = range;
            leaves.push_back(d.terms.unknown(std::move(variable)));
            values.push_back(members(range));
        }
        d.root = draw_term(d.terms, leaves, 4);
        const Range range = tight_range(d.terms, d.root, Box(d.terms, Mode::ranges));
        combinations(values, [&](const std::vector<Rational>& chosen) {
            const auto value = d.terms.at(d.root, chosen);
            if (value) RC_ASSERT(range.interval.contains(*value));
        });
    });
    EXPECT_TRUE(law);
}

TEST(TightRange, IsThatOfTheCornersWhereMonotone) {
    const bool law = rc::check("ends are corners", [] {
        Drawn d;
        std::vector<TermId> leaves;
        std::vector<std::vector<Rational>> corners;
        for (int i = 0; i < 3; ++i) {
            const Rational low = Rational(*rc::gen::inRange(1, 50)) / 2;
            const Rational high = low + Rational(*rc::gen::inRange(0, 60)) / 4;
            Variable variable;
            variable.range = Interval::closed(low, high);
            leaves.push_back(d.terms.unknown(std::move(variable)));
            corners.push_back({low, high});
        }
        Terms& t = d.terms;
        const TermId a = leaves[0], b = leaves[1], c = leaves[2];
        const auto op = [&](TermOp kind, TermId x, TermId y) { return t.combine(kind, x, y); };
        switch (*rc::gen::inRange(0, 7)) {
            case 0: d.root = op(TermOp::divide, op(TermOp::subtract, b, a), a); break;                       // change, written out
            case 1: d.root = op(TermOp::divide, a, op(TermOp::add, a, b)); break;                            // share of a in a + b
            case 2: d.root = op(TermOp::add, op(TermOp::multiply, a, b), a); break;
            case 3: d.root = op(TermOp::subtract, op(TermOp::add, a, b), op(TermOp::multiply, a, t.constant(3))); break;
            case 4: d.root = op(TermOp::divide, a, t.gather(TermOp::sum, std::vector<TermId>{a, b, c})); break;
            case 5: d.root = op(TermOp::add, t.gather(TermOp::min, std::vector<TermId>{a, b}), a); break;
            default:
                d.root = op(TermOp::divide, op(TermOp::add, op(TermOp::multiply, a, c), op(TermOp::multiply, b, c)),
                            op(TermOp::multiply, c, t.constant(2)));
        }
        std::optional<Rational> least, most;
        combinations(corners, [&](const std::vector<Rational>& chosen) {
            const Rational value = *t.at(d.root, chosen);
            if (!least || value < *least) least = value;
            if (!most || *most < value) most = value;
        });
        const Range range = tight_range(t, d.root, Box(t, Mode::ranges));
        RC_ASSERT(range.exact);
        RC_ASSERT(range.interval == Interval::closed(*least, *most));
    });
    EXPECT_TRUE(law);
}

TEST(TightRange, FollowsAnUnknownToInfinity) {
    Drawn d;
    const VariableId a = add_unknown(d.terms, {End::opened(20), End::infinite()});
    const TermId ta = 0;
    Variable five;
    five.range = Interval::closed(4, 5);
    const TermId tb = d.terms.unknown(std::move(five));
    const TermId share = d.terms.combine(TermOp::divide, ta, d.terms.combine(TermOp::add, ta, tb));
    const Range range = tight_range(d.terms, share, Box(d.terms, Mode::ranges));
    EXPECT_TRUE(range.exact);
    EXPECT_EQ(range.interval.low, End::opened(Rational(20, 25)));
    EXPECT_EQ(range.interval.high, End::opened(1));
    EXPECT_EQ(trend(d.terms, share, a, Box(d.terms, Mode::ranges)), Trend::rising);
}

TEST(TightRange, SaysWhereItOnlyBounds) {
    Drawn d;
    Variable x;
    x.range = Interval::closed(Rational(1, 10), Rational(2));
    const TermId a = d.terms.unknown(std::move(x));
    // x + 1/x turns at 1: not monotone, and no piece around 1 ever is
    const TermId sum = d.terms.combine(TermOp::add, a, d.terms.combine(TermOp::divide, d.terms.constant(1), a));
    const Range range = tight_range(d.terms, sum, Box(d.terms, Mode::ranges));
    EXPECT_TRUE(range.interval.contains(2));
    EXPECT_FALSE(range.exact);
}

}  // namespace
}  // namespace crossfoot::testing
