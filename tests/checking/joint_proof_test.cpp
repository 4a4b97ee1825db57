// The proof of a chain that is impossible as a whole, against sampled choices of true values.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "engine/checking/evaluation/joint_proof.hpp"
#include "tests/quantity/generators.hpp"

namespace crossfoot::testing {
namespace {

using ast::Comparison;

bool satisfied(Comparison comparison, const Rational& a, const Rational& b) {
    switch (comparison) {
        case Comparison::less: return a < b;
        case Comparison::less_equal: return a <= b;
        case Comparison::greater: return a > b;
        case Comparison::greater_equal: return a >= b;
        default: return a == b;
    }
}

// Is a value of the range in the relation to the number?
bool possible(const Interval& range, Comparison comparison, const Rational& wanted) {
    const Interval turned = -range;
    const auto below = [&](const End& low, const Rational& limit, bool strict) {
        return low.unbounded || low.value < limit || (!strict && !low.open && low.value == limit);
    };
    switch (comparison) {
        case Comparison::less: return below(range.low, wanted, true);
        case Comparison::less_equal: return below(range.low, wanted, false);
        case Comparison::greater: return below(turned.low, -wanted, true);
        case Comparison::greater_equal: return below(turned.low, -wanted, false);
        default: return range.contains(wanted);
    }
}

// x + y = 10.85 = x - y + 10.15 asks for x = 5.775; a sum of links follows from the chain, whatever the unknowns are, and
// no value of its range is in the relation that it asks for.
TEST(JointProof, FollowsFromTheChainAndCannotBe) {
    std::size_t proofs = 0;
    const auto one_chain = [&] {
        Dataset dataset;
        Terms terms(dataset);
        std::vector<TermId> leaves;
        std::vector<Rational> middles;
        for (int i = 0; i < 3; ++i) {
            Variable variable;
            const int low = *rc::gen::inRange(0, 8);
            variable.range = Interval::closed(low, low + 1);
            middles.push_back(Rational(2 * low + 1, 2));
            leaves.push_back(terms.unknown(std::move(variable)));
        }
        // Sums and differences of two unknowns, moved so that their ranges have about as much in common as they have apart.
        Comparing chain;
        const int sides = *rc::gen::inRange(3, 5);
        for (int i = 0; i < sides; ++i) {
            const auto shift = [] { return Rational(*rc::gen::inRange(-4, 5), 5); };
            TermId side = terms.constant(shift());
            if (i != 1) {
                const bool plus = *rc::gen::inRange(0, 2) == 0;
                const auto a = *rc::gen::inRange<std::size_t>(0, 3), b = *rc::gen::inRange<std::size_t>(0, 3);
                side = terms.combine(plus ? TermOp::add : TermOp::subtract, leaves[a], leaves[b]);
                side = terms.combine(TermOp::subtract, side, terms.constant((plus ? middles[a] + middles[b] : middles[a] - middles[b]) + shift()));
            }
            chain.sides.push_back({side, kNoNode, false});
            if (i > 0)
                chain.comparisons.push_back(*rc::gen::element(Comparison::equal, Comparison::equal, Comparison::equal, Comparison::less_equal,
                                                              Comparison::less, Comparison::greater, Comparison::greater_equal));
        }
        const Outcome outcome = judge(terms, chain, Mode::ranges);
        if (!outcome.jointly) return;
        RC_ASSERT(outcome.possible == Truth::no);
        const Box box(terms, Mode::ranges);
        const auto proof = joint_proof(terms, chain, box);
        RC_ASSERT(proof.has_value());
        ++proofs;
        const TermId sum = sum_of(terms, chain, *proof);
        RC_ASSERT(!possible(tight_range(terms, sum, box).interval, proof->comparison, proof->wanted));
        // Whatever the unknowns are, also beyond their ranges: the sum less what is wanted is that of the links.
        for (int tries = 0; tries < 8; ++tries) {
            std::vector<Rational> values;
            for (int i = 0; i < 3; ++i) values.emplace_back(*rc::gen::inRange(-20, 20));
            Rational links = 0;
            for (const auto& [link, times] : proof->links) {
                links += times * (*terms.at(chain.sides[link].term, values) - *terms.at(chain.sides[link + 1].term, values));
                const bool rising = times.sign() > 0;
                switch (chain.comparisons[link]) {   // each link is taken in the direction in which it is stated
                    case Comparison::equal: break;
                    case Comparison::less:
                    case Comparison::less_equal:
                        RC_ASSERT(rising == (proof->comparison == Comparison::less || proof->comparison == Comparison::less_equal));
                        break;
                    default: RC_ASSERT(rising == (proof->comparison == Comparison::greater || proof->comparison == Comparison::greater_equal));
                }
            }
            RC_ASSERT(*terms.at(sum, values) - proof->wanted == links);
            bool all = true;
            for (std::size_t i = 0; i + 1 < chain.sides.size(); ++i)
                all = all && satisfied(chain.comparisons[i], *terms.at(chain.sides[i].term, values), *terms.at(chain.sides[i + 1].term, values));
            if (all) RC_ASSERT(satisfied(proof->comparison, *terms.at(sum, values), proof->wanted));
        }
    };
    EXPECT_TRUE(rc::check("proofs", [&] {
        for (int chains = 0; chains < 50; ++chains) one_chain();
    }));
    EXPECT_GT(proofs, 20U) << "hardly a chain was impossible as a whole";
}

}  // namespace
}  // namespace crossfoot::testing
