// Well-formed UTF-8, by RFC 3629.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <utf8proc.h>

#include "engine/text/source.hpp"

namespace crossfoot {
namespace {

constexpr std::size_t kFine = std::string_view::npos;

struct Case {
    std::string_view name;
    std::string_view bytes;
    std::size_t malformed_at;
};

constexpr Case kCases[] = {
    {"nothing", "", kFine},
    {"ASCII with a zero", std::string_view("a\0b", 3), kFine},
    {"two, three and four bytes", "é€𝄞", kFine},
    {"the last of each length", "\x7F\xDF\xBF\xEF\xBF\xBF\xF4\x8F\xBF\xBF", kFine},
    {"a byte order mark", "\xEF\xBB\xBF" "a", kFine},
    {"Latin-1", "d\xE9linquance", 1},
    {"a lone continuation", "a\x80", 1},
    {"overlong slash", "\xC0\xAF", 0},
    {"overlong of three", "\xE0\x9F\xBF", 0},
    {"overlong of four", "\xF0\x8F\xBF\xBF", 0},
    {"a surrogate", "ok\xED\xA0\x80", 2},
    {"above U+10FFFF", "\xF4\x90\x80\x80", 0},
    {"F5", "\xF5\x80\x80\x80", 0},
    {"cut after two of three", "x\xE2\x82", 1},
    {"cut after three of four", "x\xF0\x9D\x84", 1},
    {"UTF-16", "\xFF\xFE" "a", 0},
};

TEST(Utf8, FindsTheFirstMalformedByte) {
    for (const Case& each : kCases) EXPECT_EQ(first_malformed_utf8(each.bytes), each.malformed_at) << each.name;
}

TEST(Utf8, AgreesWithUtf8proc) {
    EXPECT_TRUE(rc::check("the same first malformed byte", [] {
        // Bytes near the borders of the table of RFC 3629.
        const auto byte = rc::gen::elementOf(std::string("a\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xED\xEF\xF0\xF1\xF4\xF5\xFF"));
        const auto text = *rc::gen::container<std::string>(byte);
        std::size_t expected = kFine;
        const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
        for (std::size_t at = 0; at < text.size();) {
            utf8proc_int32_t character = 0;
            const auto length = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &character);
            if (length <= 0) {
                expected = at;
                break;
            }
            at += static_cast<std::size_t>(length);
        }
        RC_ASSERT(first_malformed_utf8(text) == expected);
    }));
}

TEST(Utf8, CountsCharacters) {
    EXPECT_EQ(character_count(""), 0U);
    EXPECT_EQ(character_count("€uro"), 4U);
    EXPECT_EQ(character_count("d\xE9j\xE0"), 4U) << "a malformed byte counts as one";
}

}  // namespace
}  // namespace crossfoot
