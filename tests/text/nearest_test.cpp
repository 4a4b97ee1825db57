// The distance between names and the names that help offers.
#include "engine/text/nearest.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace crossfoot {
namespace {

using Strings = std::vector<std::string>;

// The definition itself, without table or limit.
std::size_t reference(const std::u32string& a, const std::u32string& b) {
    if (a.empty() || b.empty()) return a.size() + b.size();
    const auto cut = [](const std::u32string& text, std::size_t count) { return text.substr(0, text.size() - count); };
    const std::size_t same = a.back() == b.back() ? 0 : 1;
    std::size_t best = std::min({reference(cut(a, 1), b) + 1, reference(a, cut(b, 1)) + 1,
                                 reference(cut(a, 1), cut(b, 1)) + same});
    if (a.size() > 1 && b.size() > 1 && a.back() == b[b.size() - 2] && a[a.size() - 2] == b.back())
        best = std::min(best, reference(cut(a, 2), cut(b, 2)) + 1);
    return best;
}

std::string utf8(const std::u32string& text) {
    std::string out;
    for (const char32_t c : text) {
        if (c < 0x80) {
            out += static_cast<char>(c);
        } else if (c < 0x800) {
            out += static_cast<char>(0xC0U | (c >> 6U));
            out += static_cast<char>(0x80U | (c & 0x3FU));
        } else {
            out += static_cast<char>(0xF0U | (c >> 18U));
            out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
            out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
            out += static_cast<char>(0x80U | (c & 0x3FU));
        }
    }
    return out;
}

// Few letters, so that equal and exchanged ones are common; one of two bytes and one of four.
std::u32string word() {
    const auto letter = rc::gen::elementOf(std::u32string(U"abé𝄞"));
    return *rc::gen::resize(6, rc::gen::container<std::u32string>(letter));
}

TEST(EditDistance, CountsInsertionsDeletionsReplacementsAndExchanges) {
    EXPECT_EQ(edit_distance("total", "total", 9), 0U);
    EXPECT_EQ(edit_distance("", "total", 9), 5U);
    EXPECT_EQ(edit_distance("totl", "total", 9), 1U);
    EXPECT_EQ(edit_distance("toatl", "total", 9), 1U);
    EXPECT_EQ(edit_distance("tatel", "total", 9), 2U);
    EXPECT_EQ(edit_distance("élèves", "eleves", 9), 2U) << "characters, not bytes";
    EXPECT_EQ(edit_distance("ca", "abc", 9), 3U) << "optimal string alignment: no edit inside an exchange";
}

TEST(EditDistance, StopsAtTheLimit) {
    EXPECT_EQ(edit_distance("anru", "delinquance", 3), 4U);
    EXPECT_EQ(edit_distance("aaaa", "bbbb", 2), 3U);
    EXPECT_EQ(edit_distance("a", "b", 0), 1U);
}

TEST(EditDistance, IsThatOfTheDefinition) {
    EXPECT_TRUE(rc::check("distance = definition, limited", [] {
        const std::u32string a = word(), b = word();
        const std::size_t limit = *rc::gen::inRange<std::size_t>(0, 8);
        RC_ASSERT(edit_distance(utf8(a), utf8(b), limit) == std::min(reference(a, b), limit + 1));
    }));
}

TEST(EditDistance, IsSymmetricAndZeroOnlyForTheSame) {
    EXPECT_TRUE(rc::check("symmetry", [] {
        const std::string a = utf8(word()), b = utf8(word());
        RC_ASSERT(edit_distance(a, b, 20) == edit_distance(b, a, 20));
        RC_ASSERT((edit_distance(a, b, 20) == 0) == (a == b));
    }));
}

TEST(EditDistance, TakesAnyBytes) {
    EXPECT_TRUE(rc::check("any bytes", [](const std::string& a, const std::string& b) {
        RC_ASSERT(edit_distance(a, b, 1000) <= std::max(a.size(), b.size()));
        RC_ASSERT(edit_distance(a, a, 1000) == 0U);
    }));
}

TEST(Nearest, OffersWhatIsNearEnough) {
    EXPECT_EQ(nearest("totl", {"anru", "total", "anah"}), Strings{"total"});
    EXPECT_EQ(nearest("anrh", {"anru", "anah", "acse"}), (Strings{"anah", "anru"})) << "equally near: alphabetical";
    EXPECT_EQ(nearest("delinquance", {"routes", "total"}), Strings{});
    EXPECT_EQ(nearest("a", {"b", "ab"}), Strings{"ab"}) << "no letter in common is not near";
    EXPECT_EQ(nearest("total", {"total", "total"}), Strings{"total"});
    EXPECT_EQ(nearest("", {"a"}), Strings{});
}

TEST(Nearest, CountsCaseAndAccentsHalf) {
    EXPECT_EQ(nearest("eleves", {"élèves", "relevés"}), (Strings{"élèves", "relevés"}));
    EXPECT_EQ(nearest("ETP", {"etp", "EUR"}), Strings{"etp"}) << "nothing but case differs";
    EXPECT_EQ(nearest("e\u0301tat", {"\u00E9tat"}), Strings{"\u00E9tat"}) << "composed and decomposed are the same";
}

TEST(Nearest, GivesAtMostAsManyAsAsked) {
    EXPECT_EQ(nearest("aaaa", {"aaab", "aaac", "aaad", "aaae"}), (Strings{"aaab", "aaac", "aaad"}));
    EXPECT_EQ(nearest("aaaa", {"aaab", "aaac"}, 1), Strings{"aaab"});
}

TEST(Nearest, FindsANameWithOneMistake) {
    EXPECT_TRUE(rc::check("one mistake in three letters or more", [] {
        std::u32string name = word() + U"xyz";
        const std::string right = utf8(name);
        name.erase(*rc::gen::inRange<std::size_t>(0, name.size()), 1);
        RC_ASSERT(nearest(utf8(name), {right}) == Strings{right});
    }));
}

TEST(Nearest, DoesNotDependOnTheOrderOfCandidates) {
    EXPECT_TRUE(rc::check("order", [] {
        std::vector<std::string> names;
        for (int i = 0; i < 6; ++i) names.push_back(utf8(word()));
        std::vector<std::string_view> forward(names.begin(), names.end());
        std::vector<std::string_view> backward(names.rbegin(), names.rend());
        const std::string wanted = utf8(word());
        RC_ASSERT(nearest(wanted, forward) == nearest(wanted, backward));
    }));
}

}  // namespace
}  // namespace crossfoot
