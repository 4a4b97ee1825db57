// Sets of whole numbers against std::set.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

#include "engine/checking/ranges/whole_numbers.hpp"

namespace crossfoot {
namespace {

constexpr int kEdge = 30;   // what lies beyond stands for "unbounded"

WholeNumbers draw(std::set<int>& same) {
    WholeNumbers out;
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
        const int first = *rc::gen::inRange(-10, 20), length = *rc::gen::inRange(0, 8);
        const bool unbounded = *rc::gen::inRange(0, 8) == 0;
        out = out.united(unbounded ? WholeNumbers(first, std::nullopt) : WholeNumbers(first, Rational(first + length - 1)));
        for (int n = first; unbounded ? n <= kEdge : n < first + length; ++n) same.insert(n);
    }
    return out;
}

std::set<int> listed(const WholeNumbers& numbers) {
    std::set<int> out;
    for (int n = -kEdge; n <= kEdge; ++n)
        if (!numbers.intersected(WholeNumbers(n, Rational(n))).empty()) out.insert(n);
    return out;
}

TEST(WholeNumbers, AreSets) {
    const bool law = rc::check("union, intersection and complement", [] {
        std::set<int> a_set, b_set;
        const WholeNumbers a = draw(a_set), b = draw(b_set);
        RC_ASSERT(listed(a) == a_set);
        std::set<int> both, either = a_set, rest;
        for (const int n : a_set)
            if (b_set.contains(n)) both.insert(n);
        either.insert(b_set.begin(), b_set.end());
        for (const int n : b_set)
            if (!a_set.contains(n)) rest.insert(n);
        RC_ASSERT(listed(a.united(b)) == either);
        RC_ASSERT(listed(a.intersected(b)) == both);
        RC_ASSERT(listed(a.missing_from(b)) == rest);
        if (const auto count = a.count()) RC_ASSERT(*count == Rational(static_cast<std::int64_t>(a_set.size())));
        // runs are disjoint, apart and ascending
        for (std::size_t i = 1; i < either.size() && i < a.united(b).runs().size(); ++i) {
            const WholeNumbers both_runs = a.united(b);
            RC_ASSERT(both_runs.runs()[i - 1].last.has_value());
            RC_ASSERT(*both_runs.runs()[i - 1].last + 1 < both_runs.runs()[i].first);
        }
    });
    EXPECT_TRUE(law);
}

}  // namespace
}  // namespace crossfoot
