// Cells of a terminal: widths, tabs, what must not reach a terminal, cutting and wrapping; places in long lines.
#include "reports/cells.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/text/source.hpp"
#include "reports/page.hpp"
#include "reports/places.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {
namespace {

TEST(Cells, WidthOfWideCombiningAndTabs) {
    EXPECT_EQ(cell_width("abc"), 3U);
    EXPECT_EQ(cell_width("élève"), 5U);
    EXPECT_EQ(cell_width("e\xCC\x81"), 1U) << "a combining accent takes no cell";
    EXPECT_EQ(cell_width("表"), 2U);
    EXPECT_EQ(cell_width("a\tb"), 5U) << "to the next fourth cell";
    EXPECT_EQ(cell_width("12\xE2\x80\xAF"
                         "828"),
              6U);
}

TEST(Cells, NothingCanDrawOverAReport) {
    EXPECT_EQ(clean("a\x1b[2Jb"), "a␛[2Jb");
    EXPECT_EQ(clean("a\x7f"), "a␡");
    EXPECT_EQ(clean("a\nb"), "a␊b");
    EXPECT_EQ(clean("a\xE2\x80\xAE"
                    "b"),
              "a\xEF\xBF\xBD"
              "b")
        << "right-to-left override";
    EXPECT_EQ(clean("\xC2\x9B"
                    "31m"),
              "\xEF\xBF\xBD"
              "31m")
        << "the one-byte CSI of ECMA-48";
    EXPECT_EQ(clean("\xFF"), "\xEF\xBF\xBD");
}

TEST(Cells, CutAndPad) {
    EXPECT_EQ(cut("abcdef", 6), "abcdef");
    EXPECT_EQ(cut("abcdefg", 6), "abcde…");
    EXPECT_EQ(cut("表表表", 4), "表…");
    EXPECT_EQ(padded("é", 3), "é  ");
    EXPECT_EQ(padded("abcd", 3), "abcd");
}

TEST(Cells, Wrap) {
    using Lines = std::vector<std::string>;
    EXPECT_EQ(wrapped("one two three", 0), (Lines{"one two three"}));
    EXPECT_EQ(wrapped("one two three", 8), (Lines{"one two", "three"}));
    EXPECT_EQ(wrapped("immeasurable", 4), (Lines{"immeasurable"}));
    EXPECT_EQ(wrapped("52\xC2\xA0M€ et", 6), (Lines{"52\xC2\xA0M€", "et"})) << "never at a no-break space";
}

TEST(Cells, KeepsNumbersAndUnitsTogether) {
    using Lines = std::vector<std::string>;
    EXPECT_EQ(wrapped("gap 19 654 M€, rounding", 10), (Lines{"gap", "19 654 M€,", "rounding"}));
    EXPECT_EQ(wrapped("sank by - 13 %", 9), (Lines{"sank by", "- 13 %"}));
    EXPECT_EQ(wrapped("1 2 3 4 5 6", 5), (Lines{"1 2 3", "4 5 6"})) << "wider than a line";
    EXPECT_EQ(wrapped("7 = 8", 3), (Lines{"7 =", "8"})) << "signs between numbers are no units";
    EXPECT_EQ(unbroken("4 000 € ≠ 5.3 million, ± 2 % or so"), "4\u00A0000\u00A0€ ≠ 5.3\u00A0million, ±\u00A02\u00A0% or so");
    EXPECT_EQ(unbroken("19 M€  total"), "19\u00A0M€  total") << "columns stay apart";
}

// Whatever the bytes: no control character is left, the glyphs cover the text without gap, and cells add up.
RC_GTEST_PROP(Cells, AnyBytes, (const std::string& text)) {
    std::size_t at = 0;
    unsigned cell = 0;
    for (const Glyph& glyph : glyphs(text)) {
        RC_ASSERT(glyph.begin == at);
        RC_ASSERT(glyph.cell == cell);
        at = glyph.end;
        cell += glyph.width;
    }
    RC_ASSERT(at == text.size());
    RC_ASSERT(cell == cell_width(text));
    const std::string shown = clean(text);
    RC_ASSERT(first_malformed_utf8(shown) == std::string::npos);
    for (const char c : shown) RC_ASSERT(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
    RC_ASSERT(clean(shown) == shown);
}

RC_GTEST_PROP(Cells, CutIsNeverWider, (const std::string& text)) {
    const auto cells = *rc::gen::inRange(1U, 30U);
    RC_ASSERT(cell_width(cut(clean(text), cells)) <= cells);
}

TEST(Places, LongLinesAgreeWithTheSourceMap) {
    std::string text = "first\n";
    for (int i = 0; i < 5000; ++i) text += "é" + std::to_string(i);
    text += "\nlast";
    SourceMap sources;
    const FileId file = sources.add("a", text);
    Places places(sources);
    for (std::uint32_t at = 0; at <= text.size(); at += 97) {
        const Position expected = sources.position({file, at, at});
        const Position got = places.at(file, at);
        ASSERT_EQ(got.line, expected.line);
        ASSERT_EQ(got.column, expected.column) << at;
    }
}

TEST(Counts, AreGroupedAndPlural) {
    EXPECT_EQ(number(1234567, Language::en), "1,234,567");
    EXPECT_EQ(number(1234, Language::fr),
              "1\xE2\x80\xAF"
              "234");
    EXPECT_EQ(counted(words::n_errors, 0, Language::en), "0 errors");
    EXPECT_EQ(counted(words::n_errors, 0, Language::fr), "0 erreur");
    EXPECT_EQ(counted(words::n_errors, 1, Language::en), "1 error");
    EXPECT_EQ(counted(words::n_errors, 2, Language::fr), "2 erreurs");
}

TEST(Page, PaintsOnlyWithColour) {
    Page page;
    EXPECT_EQ(paint(page, Style::error, "x"), "x");
    page.color = true;
    EXPECT_EQ(paint(page, Style::error, "x"), "\x1b[1;91mx\x1b[0m");
    EXPECT_EQ(paint(page, Style::error, ""), "");
}

}  // namespace
}  // namespace crossfoot::reports
