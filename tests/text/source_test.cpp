// Places in texts: lines and columns of bytes, with every line end and any bytes.
#include "engine/text/source.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace crossfoot {
namespace {

TEST(SourceFile, CountsLinesAndCharactersFromOne) {
    const SourceFile file("a.toml", "clé = \"é\"\n\n[b]");
    EXPECT_EQ(file.position(0).line, 1U);
    EXPECT_EQ(file.position(0).column, 1U);
    EXPECT_EQ(file.position(5).column, 5U) << "é is two bytes and one column";
    EXPECT_EQ(file.position(12).line, 2U);
    EXPECT_EQ(file.position(13).line, 3U);
    EXPECT_EQ(file.position(15).column, 3U);
    EXPECT_EQ(file.line_count(), 3U);
    EXPECT_EQ(file.line(1), "clé = \"é\"");
    EXPECT_EQ(file.line(2), "");
    EXPECT_EQ(file.line(3), "[b]");
}

TEST(SourceFile, TakesEitherLineEnd) {
    const SourceFile file("a", "one\r\ntwo\r\n");
    EXPECT_EQ(file.line(1), "one");
    EXPECT_EQ(file.line(2), "two");
    EXPECT_EQ(file.line(3), "") << "after the last line end stands an empty line";
    EXPECT_EQ(file.position(5).line, 2U);
    EXPECT_EQ(file.line_begin(2), 5U);
}

TEST(SourceFile, AnswersOutsideItsTextToo) {
    const SourceFile file("a", "x\ny");
    EXPECT_EQ(file.position(99).line, 2U);
    EXPECT_EQ(file.position(99).column, 2U);
    EXPECT_EQ(file.line(0), "");
    EXPECT_EQ(file.line(3), "");
    EXPECT_EQ(file.line_begin(0), 0U);
    EXPECT_EQ(file.line_begin(3), 3U);
    EXPECT_EQ(SourceFile("empty", "").position(0).line, 1U);
}

TEST(SourceFile, PositionsFollowTheText) {
    EXPECT_TRUE(rc::check("walking a text gives its positions", [] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(
            rc::gen::elementOf(std::vector<std::string>{"a", "é", "€", "𝄞", "\n", "\r\n", "\t"}));
        std::string text;
        for (const auto& piece : pieces) text += piece;
        const SourceFile file("f", text);
        std::uint32_t line = 1, column = 1, at = 0;
        for (const auto& piece : pieces) {
            const Position position = file.position(at);
            RC_ASSERT(position.line == line);
            RC_ASSERT(position.column == column);
            at += static_cast<std::uint32_t>(piece.size());
            if (piece.back() == '\n') {
                ++line;
                column = 1;
                RC_ASSERT(file.line_begin(line) == at);
            } else {
                ++column;
            }
        }
        RC_ASSERT(file.line_count() == line);
    }));
}

TEST(SourceMap, KeepsTextsAtTheirAddress) {
    SourceMap map;
    const FileId first = map.add("first", "abc");
    const SourceFile* address = &map.file(first);
    for (int i = 0; i < 100; ++i) map.add("more", std::string(100, 'x'));
    EXPECT_EQ(&map.file(first), address);
    EXPECT_EQ(map.text({first, 1, 3}), "bc");
    EXPECT_EQ(map.text({first, 2, 99}), "c") << "a span past the end is cut";
    EXPECT_EQ(map.size(), 101U);
    EXPECT_EQ(map.position({first, 1, 2}).column, 2U);
}

TEST(Span, CoversBoth) {
    EXPECT_EQ(cover({0, 4, 6}, {0, 1, 5}), (Span{0, 1, 6}));
    EXPECT_FALSE(Span{}.valid());
    EXPECT_TRUE((Span{0, 0, 0}).valid());
}

}  // namespace
}  // namespace crossfoot
