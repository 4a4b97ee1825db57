// Where every node stands: its text alone parses to the same node, parts lie inside their whole and in order.
#include <gtest/gtest.h>

#include <set>

#include "engine/language/parse.hpp"
#include "tests/language/dump.hpp"
#include "tests/language/walk.hpp"

namespace crossfoot::testing {
namespace {

constexpr std::string_view kEverything = R"(# every construct
use "../std/change.xf"
define rate(part, whole) = part / whole * 100 %
define bare = root."sous-total"
group g in tables.été[2012] "Le groupe {a.b}" {
  rule one severity warning tags [a-b, 2013] note "because" "Total {y} of {t[2013].n} {{x}}"
    for y in report.periods where y > 2_011 and not y = 2013
    for n in 1..10:
    let z = {a, "b c", 2012}[y];
    let u = z except {a};
    sum(u) - 2 * (z.* + 0.5 M€) / -z.{a, b}[*] = total <= about 4 within 5 % or z.name matches /a\/[b]{2}/
  rule two: if a in 0 %..100 % then some k in 1..: attainable(a.b, of: k) and mixture(0.., 1..2, [1, "x", true])
  rule three: all(p in parts: p.date >= 2013-12-31 and p in [false]) or count(x in a..b: x) != 3
}
)";

class Spans : public ::testing::Test {
protected:
    void check(const ast::Expr& expr, const SourceMap& sources) {
        ASSERT_TRUE(expr.span.valid());
        ASSERT_LT(expr.span.begin, expr.span.end);
        const std::string text(sources.text(expr.span));
        SourceMap alone;
        Diagnostics diagnostics;
        const ast::ExprPtr again = parse_expression(alone.add("slice", text), alone, diagnostics);
        ASSERT_NE(again, nullptr) << text << "\n" << dump(diagnostics, alone);
        EXPECT_TRUE(ast::equal(expr, *again)) << text << "\n" << dump(expr, sources) << dump(*again, alone);
        EXPECT_TRUE(ast::equal(expr, *ast::clone(expr))) << text;
        std::uint32_t from = expr.span.begin;
        for (const ast::Expr* child : children(expr)) {
            EXPECT_GE(child->span.begin, from) << text;
            EXPECT_LE(child->span.end, expr.span.end) << text;
            from = child->span.end;
            check(*child, sources);
        }
        kinds_.insert(expr.node.index());
    }
    std::set<std::size_t> kinds_;
};

TEST_F(Spans, CoverExactlyTheTextOfEachNode) {
    SourceMap sources;
    Diagnostics diagnostics;
    const ast::File file = parse_rules(sources.add("all.xf", std::string(kEverything)), sources, diagnostics);
    ASSERT_FALSE(diagnostics.has_errors()) << dump(diagnostics, sources);
    each_expression(file.declarations, [&](const ast::Expr& expr, bool) { check(expr, sources); });
    EXPECT_EQ(kinds_.size(), std::variant_size_v<decltype(ast::Expr::node)>) << "a kind of node is not in the example";
}

// In a title with escapes a place is that of the characters as written.
TEST_F(Spans, OfHolesAreThoseOfTheFile) {
    SourceMap sources;
    Diagnostics diagnostics;
    const std::string text = R"(rule a "é\u00e9\t{t.\"sous-total\"[y]} {u.v}": 1 = 1)";
    const ast::File file = parse_rules(sources.add("hole.xf", text), sources, diagnostics);
    ASSERT_FALSE(diagnostics.has_errors()) << dump(diagnostics, sources);
    std::vector<std::string> found;
    each_expression(file.declarations, [&](const ast::Expr& expr, bool in_title) {
        if (in_title) found.emplace_back(sources.text(expr.span));
    });
    EXPECT_EQ(found, (std::vector<std::string>{R"(t.\"sous-total\"[y])", "u.v"}));
}

TEST_F(Spans, OperatorsAndUnitsHaveTheirOwn) {
    SourceMap sources;
    Diagnostics diagnostics;
    const ast::ExprPtr expr = parse_expression(sources.add("x", "a+b  <=  about  3 millions  d'euros"), sources, diagnostics);
    ASSERT_NE(expr, nullptr);
    const auto& relation = std::get<ast::Relation>(expr->node);
    EXPECT_EQ(sources.text(relation.comparison_spans.at(0)), "<=");
    EXPECT_EQ(sources.text(std::get<ast::Binary>(relation.sides.at(0)->node).op_span), "+");
    const auto& number = *std::get<ast::NumberPtr>(relation.sides.at(1)->node);
    EXPECT_EQ(sources.text(number.unit_span), "millions  d'euros");
    EXPECT_EQ(number.unit, "millions d'euros");
    EXPECT_EQ(number.qualifier, "about");
    EXPECT_EQ(number.number, Rational(3));
}

}  // namespace
}  // namespace crossfoot::testing
