// One source line underlined: where the underline stands, hanging texts, windows on long lines.
#include "reports/underline.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reports/cells.hpp"

namespace crossfoot::reports {
namespace {

constexpr unsigned kCells = 60;

// All pieces as text, one line each.
std::string shown(std::string_view line, std::vector<LineMark> marks) {
    const Page page;
    std::string out;
    for (const Underlined& piece : underline(line, std::move(marks), kCells, page, Style::error)) {
        out.append(piece.source).append("\n");
        for (const std::string& row : piece.rows) out.append(row).append("\n");
    }
    return out;
}

TEST(Underline, OneMark) {
    EXPECT_EQ(shown("total = 52", {{8, 10, "here", true}}), "total = 52\n        ^^ here\n");
    EXPECT_EQ(shown("total = 52", {{8, 10, "", false}}), "total = 52\n        --\n");
}

TEST(Underline, PlacesWithoutExtent) {
    EXPECT_EQ(shown("abc", {{3, 3, "end", true}}), "abc\n   ^ end\n");
    EXPECT_EQ(shown("", {{0, 0, "", true}}), "\n^\n");
    EXPECT_EQ(shown("abc", {{90, 99, "", true}}), "abc\n   ^\n") << "past the end";
}

TEST(Underline, CountsCells) {
    EXPECT_EQ(shown("\tx", {{1, 2, "", true}}), "    x\n    ^\n");
    EXPECT_EQ(shown("表x表", {{0, 3, "", true}, {4, 7, "", false}}), "表x表\n^^ --\n");
    EXPECT_EQ(shown("ée\xCC\x81x", {{5, 6, "", true}}), "ée\xCC\x81x\n  ^\n");
    EXPECT_EQ(shown("é", {{1, 2, "", true}}), "é\n^\n") << "a place inside a character is the character";
}

TEST(Underline, TextsHangFromTheirUnderlines) {
    EXPECT_EQ(
        shown("a = 12, b = 34, c = 56", {{4, 6, "first", true}, {12, 14, "second", true}, {20, 22, "third", false}}),
        "a = 12, b = 34, c = 56\n"
        "    ^^      ^^      -- third\n"
        "    |       |\n"
        "    |       second\n"
        "    first\n");
}

TEST(Underline, OneTextLeftOfASilentMark) {
    EXPECT_EQ(shown("a b", {{0, 1, "first", true}, {2, 3, "", true}}), "a b\n^ ^\n|\nfirst\n");
}

TEST(Underline, TwoMarksAtOnePlaceSayBoth) {
    EXPECT_EQ(shown("ab", {{0, 2, "one", false}, {0, 2, "two", true}}), "ab\n^^ one; two\n");
    EXPECT_EQ(shown("ab", {{0, 2, "one", true}, {0, 2, "one", true}}), "ab\n^^ one\n");
}

TEST(Underline, ALongLineIsShownAroundItsMark) {
    const std::string line = std::string(100, 'a') + "HERE" + std::string(100, 'b');
    EXPECT_EQ(shown(line, {{100, 104, "this", true}}), "…" + std::string(27, 'a') + "HERE" + std::string(27, 'b') +
                                                           "…\n" + std::string(28, ' ') + "^^^^ this\n");
}

TEST(Underline, ALongLineKeepsItsBeginningWhereItFits) {
    const std::string line = "total = 52, " + std::string(200, 'b');
    EXPECT_EQ(shown(line, {{8, 10, "", true}}), "total = 52, " + std::string(47, 'b') + "…\n        ^^\n");
}

TEST(Underline, FarMarksOfALongLineStandInPieces) {
    const std::string line = "first" + std::string(500, '.') + "last";
    EXPECT_EQ(shown(line, {{0, 5, "1", true}, {505, 509, "2", true}}), "first" + std::string(54, '.') + "…\n^^^^^ 1\n" +
                                                                           "…" + std::string(27, '.') + "last\n" +
                                                                           std::string(28, ' ') + "^^^^ 2\n");
}

TEST(Underline, AMarkWiderThanTheWindowIsCut) {
    const std::string line(200, 'x');
    EXPECT_EQ(shown(line, {{0, 200, "all", true}}), std::string(59, 'x') + "…\n" + std::string(59, '^') + " all\n");
}

// Any line and any marks: nothing shown is wider than the window, and every piece has an underline.
RC_GTEST_PROP(Underline, AnyLine, (const std::string& text)) {
    std::string line;
    const auto times = *rc::gen::inRange(1, 20);
    for (int i = 0; i < times; ++i) line += text;
    const auto offset = rc::gen::inRange<std::size_t>(0, line.size() + 3);
    const auto places =
        *rc::gen::container<std::vector<std::pair<std::size_t, std::size_t>>>(rc::gen::pair(offset, offset));
    std::vector<LineMark> marks;
    for (const auto& [a, b] : places) marks.push_back({std::min(a, b), std::max(a, b), "", true});
    const Page page;
    for (const Underlined& piece : underline(line, marks, kCells, page, Style::error)) {
        RC_ASSERT(cell_width(piece.source) <= kCells);
        for (const std::string& row : piece.rows) RC_ASSERT(cell_width(row) <= kCells + 1);
        // Both sides of a || in RC_ASSERT are evaluated.
        if (!marks.empty()) RC_ASSERT(piece.rows.at(0).find('^') != std::string::npos);
    }
}

}  // namespace
}  // namespace crossfoot::reports
