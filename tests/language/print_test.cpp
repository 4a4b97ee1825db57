// The printer on the rule files of this project: they are printed as they stand, or at least to the same tree.
#include <gtest/gtest.h>

#include <filesystem>

#include "engine/language/parse.hpp"
#include "engine/language/print.hpp"
#include "tests/language/dump.hpp"
#include "tests/support/case.hpp"
#include "tests/support/places.hpp"

namespace crossfoot::testing {
namespace {

namespace fs = std::filesystem;

TEST(Print, TheRulesOfTheProjectKeepTheirTree) {
    SourceMap sources;
    Diagnostics diagnostics;
    const std::string rules = testing::source_directory() + "/rules";
    const RuleSet set = load_rules({{rules, {}}}, sources, diagnostics);
    ASSERT_FALSE(diagnostics.has_errors()) << dump(diagnostics, sources);
    ASSERT_GT(set.files.size(), 5U);
    for (const RuleSet::Loaded& each : set.files) {
        const std::string printed = print_rules(each.file, sources);
        Diagnostics again;
        const ast::File file = parse_rules(sources.add(each.path, printed), sources, again);
        EXPECT_FALSE(again.has_errors()) << each.path << "\n" << dump(again, sources);
        EXPECT_TRUE(ast::equal(each.file, file)) << each.path;
        EXPECT_EQ(print_rules(file, sources), printed) << each.path;
        EXPECT_EQ(file.comments.size(), each.file.comments.size()) << each.path;
    }
}

TEST(Print, AnExpressionOfNoFile) {
    const auto name = [](std::string text) {
        auto out = std::make_unique<ast::Expr>();
        out->node = ast::Name{std::move(text)};
        return out;
    };
    ast::Expr sum;
    sum.node = ast::Binary{ast::Arithmetic::add, {}, name("a"), name("b")};
    EXPECT_EQ(print_expression(sum), "a + b");
}

// What `fmt` asks before it writes.
TEST(Print, ATextThatReadsOtherwiseIsNotTheSameRules) {
    SourceMap sources;
    Diagnostics diagnostics;
    const ast::File file = parse_rules(sources.add("x", "rule a: (12) .foo = 3   # why\n"), sources, diagnostics);
    ASSERT_FALSE(diagnostics.has_errors());
    EXPECT_TRUE(reads_as(print_rules(file, sources), file, sources));
    EXPECT_FALSE(reads_as("rule a: (12).foo = 3\n", file, sources));            // the comment is lost
    EXPECT_FALSE(reads_as("rule a: 12 .foo = 3  # why\n", file, sources));      // another tree
    EXPECT_FALSE(reads_as("rule a: 12.foo = 3  # why\n", file, sources));       // none
    EXPECT_FALSE(reads_as("rule a: (12).foo = 3  # why not\n", file, sources));
}

TEST(Print, AFileOfNothing) {
    EXPECT_EQ(print_rules(ast::File{}, SourceMap()), "");
    SourceMap sources;
    Diagnostics diagnostics;
    const ast::File file = parse_rules(sources.add("c.xf", "\n\n# only\n\n\n# comments"), sources, diagnostics);
    EXPECT_EQ(print_rules(file, sources), "# only\n\n# comments\n");
}

}  // namespace
}  // namespace crossfoot::testing
