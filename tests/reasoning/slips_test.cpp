// What a slip would have made of a print, and the prints that would have become it.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "engine/reasoning/slips.hpp"

namespace crossfoot::testing {
namespace {

bool has(const std::vector<PrintSlip>& slips, CauseKind kind, const std::string& print) {
    return std::any_of(slips.begin(), slips.end(), [&](const PrintSlip& each) { return each.kind == kind && each.print == print; });
}

TEST(PrintSlips, AZeroAtTheEndIsAFactorOfTen) {
    const auto slips = print_slips("77", Language::en, SlipWay::back);
    EXPECT_TRUE(has(slips, CauseKind::power_of_ten, "770"));
    EXPECT_FALSE(has(slips, CauseKind::digit_omitted, "770"));
    EXPECT_TRUE(has(slips, CauseKind::digit_omitted, "771"));
}

TEST(PrintSlips, APaddedNumeralStaysPadded) {
    EXPECT_TRUE(has(print_slips("007", Language::en, SlipWay::back), CauseKind::digit_replaced, "005"));
}

// However a numeral is printed: no print twice, none with a 0 before its first digit, all in the order of the kinds.
RC_GTEST_PROP(PrintSlipLaws, NoLeadingZerosAndNoPrintTwice, ()) {
    const auto whole = *rc::gen::inRange(0, 30'000);
    const auto decimals = *rc::gen::inRange(0, 1'000);
    std::string print = (*rc::gen::arbitrary<bool>() ? "-" : "") + std::to_string(whole);
    if (*rc::gen::arbitrary<bool>()) print += "." + std::to_string(decimals);
    const auto way = *rc::gen::arbitrary<bool>() ? SlipWay::back : SlipWay::away;
    const std::vector<PrintSlip> slips = print_slips(print, Language::en, way);
    RC_ASSERT(slips.size() >= 8U);
    std::set<std::string> seen{print};
    for (const PrintSlip& each : slips) {
        RC_ASSERT(seen.insert(each.print).second);
        const std::size_t first = each.print.find_first_of("0123456789");
        RC_ASSERT(each.print[first] != '0' || first + 1 == each.print.size() || each.print[first + 1] == '.');
    }
    RC_ASSERT(std::is_sorted(slips.begin(), slips.end(), [](const PrintSlip& a, const PrintSlip& b) { return a.kind < b.kind; }));
}

}  // namespace
}  // namespace crossfoot::testing
