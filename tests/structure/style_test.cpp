// The rest of the house style that can be read off the text: length, opening words, words that must not occur.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "tests/structure/source_files.hpp"

namespace crossfoot::testing {
namespace {

constexpr std::size_t kMostLines = 400;   // 60 to 250 is the aim

// Files that are longer, with what they may have. It may only shrink: an entry above what the file has fails as well.
const std::map<std::string, std::size_t> kLonger = {};

TEST(Style, FilesAreShort) {
    std::set<std::string> seen;
    for (const SourceText& source : engine_sources()) {
        const auto longer = kLonger.find(source.path);
        const std::size_t most = longer == kLonger.end() ? kMostLines : longer->second;
        EXPECT_LE(source.lines.size(), most) << source.path << " is too long for one thing";
        if (longer == kLonger.end()) continue;
        seen.insert(source.path);
        EXPECT_EQ(source.lines.size(), most) << source.path << " became shorter: lower its entry here";
    }
    EXPECT_EQ(seen.size(), kLonger.size()) << "an entry names no file";
}

TEST(Style, HeadersOpenWithTheirContract) {
    for (const SourceText& source : engine_sources()) {
        if (!source.is_header()) continue;
        ASSERT_GE(source.lines.size(), 2U) << source.path;
        EXPECT_TRUE(source.lines[0].starts_with("// ")) << source.path << " does not say what it is";
        bool once = false;
        for (const std::string& line : source.lines) once = once || line == "#pragma once";
        EXPECT_TRUE(once) << source.path;
    }
}

// In French a no-break space stands before : ; ? ! and inside « »; English has none there, so any plain one is a fault. What
// is quoted as code is left alone.
TEST(Style, FrenchMessagesBreakNoLineBeforeTheirSigns) {
    const std::regex quoted(R"("(?:[^"\\]|\\.)*")"), code("`[^`]*`"), fault(" [:;?!]| »|« ");
    std::size_t messages = 0;
    for (const SourceText& source : engine_sources()) {
        if (!source.path.ends_with("messages.hpp") && !source.path.ends_with("option_table.cpp")) continue;
        for (std::size_t i = 0; i < source.lines.size(); ++i) {
            const std::string& line = source.lines[i];
            if (line.starts_with("//")) continue;
            for (std::sregex_iterator each(line.begin(), line.end(), quoted), end; each != end; ++each, ++messages)
                EXPECT_FALSE(std::regex_search(std::regex_replace(each->str(), code, "`"), fault)) << source.path << ":" << i + 1 << ": " << each->str();
        }
    }
    EXPECT_GT(messages, 1000U);
}

// A word of code, why it must not occur, and where it may (a path or its beginning).
struct Ban {
    std::regex word;
    std::string why;
    std::vector<std::string> allowed;
};

TEST(Style, CodeKeepsToTheHouseRules) {
    const std::vector<Ban> bans = {
        {std::regex(R"(\b(double|float)\b)"), "no binary floating point passes where a figure does", {}},
        {std::regex(R"(\bshared_ptr\b)"), "no webs of shared ownership", {}},
        {std::regex(R"(\bstd::(cout|cerr|clog)\b|\b(printf|puts|abort|exit)\()"), "no stage prints or exits", {"engine/cli/"}},
        {std::regex(R"(^\s*#\s*define\s+(?!BOOST_|TOML_|CROSSFOOT_CODE\b))"), "no macros beyond the catalogue of codes", {}},
        {std::regex(R"(\badd_(option|flag)\()"), "options stand in engine/cli/option_table.cpp", {"engine/cli/options.cpp"}},
        {std::regex(R"(\busing namespace std\b)"), "names are spelled out", {}},
    };
    for (const SourceText& source : engine_sources()) {
        const std::vector<std::string> code = code_lines(source);
        for (std::size_t i = 0; i < code.size(); ++i)
            for (const Ban& ban : bans) {
                bool allowed = false;
                for (const std::string& path : ban.allowed) allowed = allowed || source.path.starts_with(path);
                EXPECT_TRUE(allowed || !std::regex_search(code[i], ban.word)) << source.path << ":" << i + 1 << ": " << ban.why;
            }
    }
}

TEST(Style, LinesFit) {
    constexpr std::size_t kColumns = 150;   // 120 is the aim
    for (const SourceText& source : engine_sources())
        for (std::size_t i = 0; i < source.lines.size(); ++i) {
            std::size_t columns = 0;
            for (const char c : source.lines[i]) columns += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
            EXPECT_LE(columns, kColumns) << source.path << ":" << i + 1;
        }
}

}  // namespace
}  // namespace crossfoot::testing
