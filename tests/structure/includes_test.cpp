// Arrows between rooms go one way, and what a room may use of others' libraries stays in it: the #include lines against
// docs/decisions/0001-rooms.md.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/structure/source_files.hpp"

namespace crossfoot::testing {
namespace {

using Rooms = std::set<std::string>;

const std::map<std::string, Rooms> kMayUse = {
    {"text", {}},
    {"quantity", {"text"}},
    {"dataset", {"text", "quantity"}},
    {"language", {"text", "quantity"}},
    {"checking", {"text", "quantity", "dataset", "language"}},
    {"reasoning", {"text", "quantity", "dataset", "language", "checking"}},
    {"reports", {"text", "quantity", "dataset", "language", "checking", "reasoning"}},
    {"cli", {"text", "quantity", "dataset", "language", "checking", "reasoning", "reports"}},
};

std::string room_of_include(const std::string& include) { return SourceText{include.substr(1), {}}.room(); }

// Where Spirit may stand: the grammar of rules, the grammar of printed numbers and of dates.
bool is_grammar(const SourceText& source) {
    const std::string file = source.path.substr(source.path.rfind('/') + 1);
    if (source.directory() == "engine/language/grammar") return true;
    return source.directory() == "engine/quantity" &&
           (file.find("grammar") != std::string::npos || file.starts_with("numeral"));
}

struct Include {
    const SourceText* from;
    std::size_t line;
    std::string what;
    [[nodiscard]] std::string place() const { return from->path + ":" + std::to_string(line) + ": #include " + what; }
};

class Includes : public ::testing::Test {
protected:
    Includes() : sources_(engine_sources()) {
        for (const SourceText& source : sources_)
            for (std::size_t i = 0; i < source.lines.size(); ++i)
                if (std::string what = included(source.lines[i]); !what.empty())
                    includes_.push_back({&source, i + 1, std::move(what)});
    }
    std::vector<SourceText> sources_;
    std::vector<Include> includes_;
};

TEST_F(Includes, AreThere) {
    EXPECT_GT(sources_.size(), 30U);
    EXPECT_GT(includes_.size(), 100U);
    for (const SourceText& source : sources_) EXPECT_TRUE(kMayUse.contains(source.room())) << source.path << " is in no known room";
}

TEST_F(Includes, FollowTheArrows) {
    for (const Include& each : includes_) {
        if (each.what.front() != '"') continue;
        ASSERT_TRUE(each.what.starts_with("\"engine/") || each.what.starts_with("\"reports/"))
            << each.place() << " is not spelled from the project's root";
        const std::string from = each.from->room(), to = room_of_include(each.what);
        EXPECT_TRUE(from == to || kMayUse.at(from).contains(to)) << each.place() << ": " << from << " must not use " << to;
    }
}

// A header that brings a library along may be seen only where the library may: whatever includes it, at any remove, must
// be `inside` too.
void expect_kept(const std::vector<Include>& includes, const std::vector<std::string>& library, bool (*inside)(const SourceText&)) {
    std::set<std::string> carriers;
    for (bool grown = true; grown;) {
        grown = false;
        for (const Include& each : includes) {
            const bool is_library = std::any_of(library.begin(), library.end(), [&](const auto& l) { return each.what.starts_with(l); });
            if (each.from->is_header() && (is_library || carriers.contains(each.what)))
                grown = carriers.insert("\"" + each.from->path + "\"").second || grown;
        }
    }
    for (const Include& each : includes) {
        const bool is_library = std::any_of(library.begin(), library.end(), [&](const auto& l) { return each.what.starts_with(l); });
        const bool brings = is_library || carriers.contains(each.what);
        EXPECT_TRUE(!brings || inside(*each.from)) << each.place() << " brings " << library[0] << " along";
    }
}

TEST_F(Includes, KeepTomlInTheDataset) {
    expect_kept(includes_, {"<toml"}, [](const SourceText& source) { return source.directory() == "engine/dataset"; });
}

TEST_F(Includes, KeepSpiritInGrammars) { expect_kept(includes_, {"<boost/spirit", "<boost/fusion"}, is_grammar); }

TEST_F(Includes, KeepTheSolverInReasoning) {
    for (const Include& each : includes_)
        EXPECT_TRUE(!each.what.starts_with("<z3") || each.from->room() == "reasoning") << each.place();
}

TEST_F(Includes, KeepTheProgramsLibrariesOutOfTheEngine) {
    for (const Include& each : includes_) {
        const std::string room = each.from->room();
        EXPECT_TRUE(!each.what.starts_with("<CLI") || room == "cli") << each.place();
        EXPECT_TRUE(!each.what.starts_with("<nlohmann") || room == "reports" || room == "cli") << each.place();
    }
}

}  // namespace
}  // namespace crossfoot::testing
