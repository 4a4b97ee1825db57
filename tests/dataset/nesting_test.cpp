#include "engine/dataset/nesting.hpp"

#include <gtest/gtest.h>

namespace crossfoot::loading {
namespace {

struct NestingCase {
    std::string_view text;
    unsigned depth;   // the least limit under which it passes
};

class Nesting : public ::testing::TestWithParam<NestingCase> {};

TEST_P(Nesting, IsCounted) {
    const auto& [text, depth] = GetParam();
    EXPECT_FALSE(first_too_deep(text, depth)) << text;
    EXPECT_TRUE(depth == 0 || first_too_deep(text, depth - 1)) << text;
}

INSTANTIATE_TEST_SUITE_P(Texts, Nesting, ::testing::Values(
    NestingCase{"", 0}, NestingCase{"x = 1.5\ny = 2.5\n", 0}, NestingCase{"a.b = 1\n", 1}, NestingCase{"[a]\nx = 1\n", 1},
    NestingCase{"[a.b]\nc.d = [[1.5]]\n", 5}, NestingCase{"[[a]]\n", 2}, NestingCase{"x = [1, [2], [3]]\n", 2},
    NestingCase{"x = { a.b = 1, c.d = 2 }\n", 2}, NestingCase{"x = [{ a = 1.5 }, { b.c = 2 }]\n", 3},
    NestingCase{"x = \"[[[[\"\n", 0}, NestingCase{"x = '[[[['\ny = [1]\n", 1}, NestingCase{"x = \"\"\"\n[[[\n\\\"\"\"\"\ny = [1]\n", 1},
    NestingCase{"# [[[[\nx = 1\n", 0}, NestingCase{"\"a.b.c\" = 1\n", 0}, NestingCase{"x = [\n  [1],\n  [2],\n]\n[a]\n", 2},
    NestingCase{"[\"a.b\"]\n", 1}, NestingCase{"x = \"\\\"[[\"\n", 0}, NestingCase{"x = \"not ended [[\n[a]\n", 1}));

}  // namespace
}  // namespace crossfoot::loading
