// The catalogue of codes.
#include "engine/text/codes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace crossfoot {
namespace {

TEST(Codes, AreListedOnceInOrder) {
    const auto codes = code_catalogue();
    ASSERT_FALSE(codes.empty());
    EXPECT_TRUE(std::is_sorted(codes.begin(), codes.end(), [](const auto& a, const auto& b) { return a.code < b.code; }));
    std::set<std::string_view> names, english, french;
    for (const CodeEntry& each : codes) {
        EXPECT_EQ(each.name, "XF" + std::to_string(static_cast<int>(each.code)));
        EXPECT_TRUE(names.insert(each.name).second) << each.name;
        EXPECT_TRUE(english.insert(each.en).second) << each.name << " says what another code says";
        EXPECT_TRUE(french.insert(each.fr).second) << each.name << " says what another code says";
    }
}

// House style of headlines: lower case (a name as `TOML` aside), no final period, plain apostrophe, code in backticks.
TEST(Codes, AreWordedAlike) {
    for (const CodeEntry& each : code_catalogue())
        for (const std::string_view text : {each.en, each.fr}) {
            EXPECT_FALSE(text.empty()) << each.name;
            EXPECT_NE(text.back(), '.') << each.name;
            EXPECT_FALSE(text.front() >= 'A' && text.front() <= 'Z') << each.name;
            EXPECT_EQ(text.find("’"), std::string_view::npos) << each.name;
            EXPECT_EQ(std::count(text.begin(), text.end(), '`') % 2, 0) << each.name;
        }
}

TEST(Codes, AreFoundByName) {
    for (const CodeEntry& each : code_catalogue()) {
        EXPECT_EQ(name(each.code), each.name);
        EXPECT_EQ(code_from(each.name), each.code);
        EXPECT_EQ(code_from(each.name.substr(2)), each.code);
        EXPECT_EQ(entry(each.code).title(Language::fr), each.fr);
    }
    EXPECT_EQ(code_from("xf301"), Code::XF301);
    EXPECT_EQ(code_from("XF999"), std::nullopt);
    EXPECT_EQ(code_from("XF"), std::nullopt);
    EXPECT_EQ(code_from(""), std::nullopt);
}

}  // namespace
}  // namespace crossfoot
