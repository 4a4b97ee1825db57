// What is too deep, too long or no text at all is one diagnostic, never a crash.
#include <gtest/gtest.h>

#include "engine/language/parse.hpp"
#include "engine/language/print.hpp"
#include "tests/language/dump.hpp"

namespace crossfoot::testing {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

struct Parsed {
    SourceMap sources;
    Diagnostics diagnostics;
    ast::File file;
    explicit Parsed(std::string text, const ParseLimits& limits = {}) {
        file = parse_rules(sources.add("rules.xf", std::move(text)), sources, diagnostics, limits);
    }
    [[nodiscard]] std::vector<Code> codes() const {
        std::vector<Code> out;
        for (const Diagnostic& each : diagnostics.all()) out.push_back(each.code);
        return out;
    }
};

struct Nest { std::string_view open, inner, close; };

class Nesting : public ::testing::TestWithParam<Nest> {
protected:
    static std::string rule(std::size_t levels) {
        const Nest& nest = GetParam();
        return "rule before: a = b\nrule deep: " + repeat(nest.open, levels) + std::string(nest.inner) +
               repeat(nest.close, levels) + "\nrule after: a = b\n";
    }
};

TEST_P(Nesting, AtTheLimitParses) {
    const Parsed parsed(rule(200));
    EXPECT_TRUE(parsed.codes().empty()) << dump(parsed.diagnostics, parsed.sources);
    EXPECT_EQ(parsed.file.declarations.size(), 3U);
}

TEST_P(Nesting, BeyondTheLimitIsOneError) {
    for (const std::size_t levels : {201U, 1'000U, 100'000U}) {
        const Parsed parsed(rule(levels));
        EXPECT_EQ(parsed.codes(), std::vector{Code::XF204}) << levels << "\n" << dump(parsed.diagnostics, parsed.sources).substr(0, 2'000);
        EXPECT_EQ(parsed.file.declarations.size(), 2U);
    }
}

INSTANTIATE_TEST_SUITE_P(Language, Nesting, ::testing::Values(
    Nest{"(", "a", ")"}, Nest{"[", "a", "]"}, Nest{"f(", "a", ")"}, Nest{"a[", "b", "]"}, Nest{"f(x in c: ", "x", ")"},
    Nest{"f(of: ", "x", ")"}, Nest{"not ", "a", ""}, Nest{"if a then ", "b", ""}, Nest{"some n in 1..: ", "n = 1", ""}));

TEST(Limits, ManySignsInARow) {
    const Parsed parsed("rule deep: " + repeat("- ", 100'000) + "a\nrule after: a = b\n");
    EXPECT_EQ(parsed.codes().size(), 1U);
    EXPECT_EQ(parsed.file.declarations.size(), 1U);
}

TEST(Limits, NestedGroups) {
    for (const std::size_t levels : {200U, 201U, 1'000U, 20'000U}) {
        const Parsed parsed(repeat("group g {\n", levels) + "rule r: a = b\n" + repeat("}\n", levels));
        EXPECT_EQ(parsed.codes(), levels > 200 ? std::vector{Code::XF204} : std::vector<Code>{}) << levels;
    }
}

TEST(Limits, OpenBracesWithoutAnEnd) {
    for (const std::string_view open : {"{", "(", "[", "f(", "{a", "group g {", "a[", "\"{", "x in ", "not ", "if ", "some ", "- "}) {
        const Parsed parsed("rule r: " + repeat(open, 100'000));
        EXPECT_FALSE(parsed.codes().empty()) << open;
    }
}

// A chain leans to the left and is as high as it is long; the height of a tree is bounded, not its width.
TEST(Limits, LongChains) {
    const auto chain = [](std::string_view first, std::string_view next, std::size_t length) {
        return "rule r: " + std::string(first) + repeat(next, length) + " = 1\n";
    };
    for (const std::string_view next : {" + a", " * a", ".b", "[1]", ".*", "[*]", " except {b}"}) {
        EXPECT_TRUE(Parsed(chain("a", next, 900)).codes().empty()) << next;
        EXPECT_EQ(Parsed(chain("a", next, 1'100)).codes(), std::vector{Code::XF204}) << next;
        EXPECT_EQ(Parsed(chain("a", next, 100'000)).codes(), std::vector{Code::XF204}) << next;
    }
    const Parsed both(chain(repeat("(", 190) + "a" + repeat(repeat(" + a", 50) + ")", 190), "", 0));
    EXPECT_EQ(both.codes(), std::vector{Code::XF204});
    for (const std::string_view next : {" and a", " or a", " = a"}) EXPECT_TRUE(Parsed("rule r: a" + repeat(next, 100'000)).codes().empty()) << next;
    EXPECT_TRUE(Parsed("rule r: f(a" + repeat(", a", 100'000) + ") = 1").codes().empty());
    EXPECT_TRUE(Parsed("rule r: [a" + repeat(", a", 100'000) + "] = 1").codes().empty());
    EXPECT_TRUE(Parsed("rule r: sum({a" + repeat(", a", 100'000) + "}) = 1").codes().empty());
}

TEST(Limits, AllThatParsesPrints) {
    const Parsed parsed("rule r: " + repeat("(", 199) + "a" + repeat(" + b", 700) + repeat(")", 199) + " = 1\n");
    ASSERT_TRUE(parsed.codes().empty());
    const Parsed again(print_rules(parsed.file, parsed.sources));
    EXPECT_TRUE(ast::equal(parsed.file, again.file));
}

TEST(Limits, LargeFiles) {
    ParseLimits limits;
    limits.file_bytes = 20;
    EXPECT_EQ(Parsed("rule a: b = c      # 20", limits).codes(), std::vector{Code::XF205});
    EXPECT_TRUE(Parsed("rule a: b = c  # 20\n", limits).codes().empty());
}

TEST(Limits, OnlyUtf8) {
    EXPECT_EQ(Parsed("rule a \"\xE9t\xE9\": b = c").codes(), std::vector{Code::XF102});
    const Parsed late("# \xC3\xA9\nrule a: b = \xFF");
    ASSERT_EQ(late.codes(), std::vector{Code::XF102});
    EXPECT_EQ(late.sources.position(late.diagnostics.all().front().span).line, 2U);
    EXPECT_EQ(late.sources.position(late.diagnostics.all().front().span).column, 13U);
    EXPECT_TRUE(Parsed("\xEF\xBB\xBFrule a: b = c").codes().empty());
}

TEST(Limits, SignificantDigits) {
    const auto codes = [](const std::string& number) { return Parsed("rule r: a = " + number).codes(); };
    EXPECT_TRUE(codes(repeat("1", 34)).empty());
    EXPECT_TRUE(codes("0.000" + repeat("1", 34)).empty());
    EXPECT_EQ(codes(repeat("1", 35)), std::vector{Code::XF212});
    EXPECT_EQ(codes("0." + repeat("1", 40)), std::vector{Code::XF212});
    EXPECT_EQ(codes(repeat("9", 1'000'000)), std::vector{Code::XF212});
}

}  // namespace
}  // namespace crossfoot::testing
