// Judging chains against sampled choices of true values.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <functional>

#include "engine/checking/evaluation/relation.hpp"
#include "tests/quantity/generators.hpp"

namespace crossfoot::testing {
namespace {

using ast::Comparison;

bool satisfied(Comparison comparison, const Rational& a, const Rational& b) {
    switch (comparison) {
        case Comparison::equal: return a == b;
        case Comparison::not_equal: return a != b;
        case Comparison::less: return a < b;
        case Comparison::less_equal: return a <= b;
        case Comparison::greater: return a > b;
        case Comparison::greater_equal: return a >= b;
    }
    return false;
}

TEST(Relation, NeverDeniesWhatAChoiceSatisfiesAndIsCertainOnlyOfWhatAllSatisfy) {
    const bool law = rc::check("possible and certain against samples", [] {
        Dataset dataset;
        Terms terms(dataset);
        std::vector<TermId> leaves;
        std::vector<std::vector<Rational>> values;
        for (int i = 0; i < 3; ++i) {
            Variable variable;
            variable.range = *any_interval();
            values.push_back(members(variable.range));
            leaves.push_back(terms.unknown(std::move(variable)));
        }
        Comparing relation;
        const int sides = *rc::gen::inRange(2, 5);
        for (int i = 0; i < sides; ++i) {
            TermId side = *rc::gen::elementOf(leaves);
            if (*rc::gen::inRange(0, 2) == 0) side = terms.combine(*rc::gen::element(TermOp::add, TermOp::subtract, TermOp::multiply), side, *rc::gen::elementOf(leaves));
            relation.sides.push_back({side, kNoNode});
            if (i > 0)
                relation.comparisons.push_back(sides == 2 ? *rc::gen::element(Comparison::equal, Comparison::not_equal, Comparison::less, Comparison::greater_equal)
                                                          : *rc::gen::element(Comparison::equal, Comparison::less, Comparison::less_equal, Comparison::greater));
        }
        for (const Operand& side : relation.sides) {
            const Term& term = terms.term(side.term);
            RC_LOG() << "side: term " << side.term << " op " << int(term.op) << " of " << term.a << ", " << term.b << std::endl;
        }
        for (const Comparison each : relation.comparisons) RC_LOG() << "comparison " << int(each) << std::endl;
        const Outcome outcome = judge(terms, relation, Mode::ranges);
        std::vector<Rational> chosen(3);
        for (const Rational& x : values[0])
            for (const Rational& y : values[1])
                for (const Rational& z : values[2]) {
                    chosen = {x, y, z};
                    bool all = true;
                    for (std::size_t i = 0; i < relation.comparisons.size(); ++i)
                        all = all && satisfied(relation.comparisons[i], *terms.at(relation.sides[i].term, chosen), *terms.at(relation.sides[i + 1].term, chosen));
                    if (all) RC_ASSERT(outcome.possible != Truth::no);
                    else RC_ASSERT(outcome.certain != Truth::yes);
                }
    });
    EXPECT_TRUE(law);
}

// x + y = 10 = 2x asks y = 5 of a y that is at most 4.8, though each pair of sides can agree.
TEST(Relation, AChainIsOneChoiceOfTrueValues) {
    Dataset dataset;
    Terms terms(dataset);
    const auto unknown = [&](const Rational& low, const Rational& high) {
        Variable variable;
        variable.range = Interval::closed(low, high);
        return terms.unknown(std::move(variable));
    };
    const TermId x = unknown(Rational(9, 2), 6), y = unknown(4, Rational(24, 5)), ten = terms.constant(10);
    Comparing chain;
    chain.sides = {{terms.combine(TermOp::add, x, y)}, {ten}, {terms.combine(TermOp::multiply, terms.constant(2), x)}};
    chain.comparisons = {Comparison::equal, Comparison::equal};
    EXPECT_EQ(judge(terms, chain, Mode::ranges).possible, Truth::no);
}

}  // namespace
}  // namespace crossfoot::testing
