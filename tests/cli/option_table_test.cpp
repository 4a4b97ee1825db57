// The table of options is the only one: what is read, what help and documents name, and what the sources register.
#include "engine/cli/option_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "engine/cli/help.hpp"
#include "engine/cli/options.hpp"
#include "reports/cells.hpp"
#include "tests/support/case.hpp"

namespace crossfoot::cli {
namespace {

constexpr Language kBoth[] = {Language::en, Language::fr};

std::vector<std::string> topics() {
    std::vector<std::string> out = command_names();
    out.insert(out.begin(), "");
    return out;
}

// All that could be an option in a text: words with two dashes, or one dash and a letter.
std::set<std::string> options_in(const std::string& text) {
    static const std::regex word(R"((^|[\s\[`(|])(--[a-z][a-z-]*|-[a-z])(?![a-z]))");
    std::set<std::string> out;
    for (std::sregex_iterator each(text.begin(), text.end(), word); each != std::sregex_iterator(); ++each)
        out.insert((*each)[2]);
    return out;
}

std::set<std::string> names_of(const std::string& topic) {
    std::set<std::string> out;
    for (const OptionRow* each : options_of(topic)) {
        out.insert(std::string(each->name));
        if (!each->letter.empty()) out.insert(std::string(each->letter));
    }
    return out;
}

TEST(OptionTable, EveryOptionIsReadByEachOfItsNames) {
    for (const std::string& topic : topics())
        for (const std::string& name : names_of(topic)) {
            // What is read before help is asked for is accepted, if only it is known.
            std::vector<std::string> words = {"crossfoot"};
            if (!topic.empty()) words.push_back(topic);
            words.push_back(name);
            const auto rows = options_of(topic);
            const auto row = std::find_if(rows.begin(), rows.end(),
                                          [&](const OptionRow* each) { return each->name == name || each->letter == name; });
            if ((*row)->takes_value()) words.emplace_back((*row)->choices == nullptr ? "1" : (*row)->choices().front());
            words.emplace_back("--help");
            std::vector<const char*> argv;
            for (const std::string& each : words) argv.push_back(each.c_str());
            const auto got = read_options(static_cast<int>(argv.size()), argv.data());
            ASSERT_TRUE(std::holds_alternative<Options>(got)) << topic << " " << name;
            EXPECT_EQ(std::get<HelpCommand>(std::get<Options>(got).command).topic, topic);
        }
}

TEST(OptionTable, HelpNamesExactlyTheOptionsThatThereAre) {
    for (const Language language : kBoth)
        for (const std::string& topic : topics()) {
            reports::Page page;
            page.language = language;
            std::string text = help_text(topic, page);
            // The one option of another program.
            if (const std::size_t other = text.find("| man -l -"); other != std::string::npos) text.erase(other, 10);
            const std::set<std::string> named = options_in(text);
            std::set<std::string> known = names_of(topic);
            for (const std::string& each : known) EXPECT_TRUE(named.contains(each)) << topic << " " << each;
            // The examples of the program are those of its commands.
            if (topic.empty())
                for (const std::string& command : command_names()) known.merge(names_of(command));
            for (const std::string& each : named) EXPECT_TRUE(known.contains(each)) << topic << " " << each;
        }
}

TEST(OptionTable, NamesAreOnce) {
    for (const std::string& topic : topics()) {
        std::multiset<std::string> names;
        for (const OptionRow* each : options_of(topic)) {
            names.insert(std::string(each->name));
            if (!each->letter.empty()) names.insert(std::string(each->letter));
        }
        for (const std::string& each : names) EXPECT_EQ(names.count(each), 1U) << topic << " " << each;
    }
}

TEST(OptionTable, HelpFitsAnyTerminal) {
    for (const Language language : kBoth)
        for (const unsigned width : {20U, 40U, 80U, 200U})
            for (const std::string& topic : topics()) {
                reports::Page page;
                page.language = language;
                page.width = width;
                std::string text = help_text(topic, page);
                text.erase(text.rfind(language == Language::fr ? "Exemple" : "Example"));  // commands are not broken
                for (const std::string& line : testing::lines_of(text)) {
                    const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
                    const bool one_word = line.find_first_of(" |", begin) == std::string::npos;
                    EXPECT_TRUE(one_word || reports::cell_width(line) <= width) << width << ": " << line;
                }
            }
}

}  // namespace
}  // namespace crossfoot::cli
