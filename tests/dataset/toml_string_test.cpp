#include "engine/dataset/toml_string.hpp"

#include <gtest/gtest.h>

namespace crossfoot::loading {
namespace {

// The bytes of `lexeme` that stand for [begin, end) of `content`.
std::string piece(std::string_view lexeme, std::string_view content, std::uint32_t begin, std::uint32_t end) {
    const Span whole{0, 10, 10 + static_cast<std::uint32_t>(lexeme.size())};
    const Span span = inside_toml_string(whole, lexeme, content, begin, end);
    return std::string(lexeme.substr(span.begin - 10, span.end - span.begin));
}

TEST(TomlString, PlacesInsideStrings) {
    EXPECT_EQ(piece("\"4.000\"", "4.000", 1, 2), ".");
    EXPECT_EQ(piece("'4.000'", "4.000", 0, 5), "4.000");
    EXPECT_EQ(piece("\"\"\"\n4.000\"\"\"", "4.000", 0, 1), "4");
    EXPECT_EQ(piece("'''\r\n4.000'''", "4.000", 4, 5), "0");
    EXPECT_EQ(piece("\"\"\"4.000\"\"\"", "4.000", 0, 1), "4");
    EXPECT_EQ(piece("\"\"", "", 0, 0), "");
}

TEST(TomlString, TheWholeStringWhereItHasEscapes) {
    EXPECT_EQ(piece("\"4\\u002E000\"", "4.000", 1, 2), "\"4\\u002E000\"");
    EXPECT_EQ(piece("\"4.000\"", "4.000", 3, 9), "\"4.000\"");
}

TEST(TomlString, Quoting) {
    EXPECT_EQ(quoted_toml_string("été"), "\"été\"");
    EXPECT_EQ(quoted_toml_string("a\"b\\c\n\t\r\x01\x7F"), "\"a\\\"b\\\\c\\n\\t\\r\\u0001\\u007F\"");
}

}  // namespace
}  // namespace crossfoot::loading
