// The manual: what roff would take for its own is escaped, and the programs that set it find nothing wrong.
#include "engine/cli/manual.hpp"

#include <gtest/gtest.h>

#include "engine/cli/option_table.hpp"
#include "tests/support/places.hpp"
#include "tests/support/process.hpp"

namespace crossfoot::cli {
namespace {

using testing::Outcome;

Outcome shell(const std::string& line) {
    return testing::run({"/bin/sh", {"-c", line}, "/tmp", "", {{"P", testing::program()}}});
}

TEST(Manual, TextStandsForItself) {
    EXPECT_EQ(roff("a-b 'c' \\d \"e\" `f` ~"), "a\\-b \\(aqc\\(aq \\ed \\(dqe\\(dq \\(gaf\\(ga \\(ti");
    EXPECT_EQ(roff("é\xC2\xA0; €"), "\\[u00E9]\\~; \\[u20AC]");
    EXPECT_EQ(roff("\xF0\x9F\x98\x80"), "\\[u1F600]");
}

TEST(Manual, NamesEveryCommandAndOption) {
    for (const Language language : {Language::en, Language::fr}) {
        const std::string page = manual(language);
        for (const std::string& command : command_names()) {
            EXPECT_NE(page.find(".SS \"crossfoot " + command + "\""), std::string::npos) << command;
            for (const OptionRow* option : options_of(command))
                EXPECT_NE(page.find(".B \"" + roff(synopsis(*option, language)) + "\""), std::string::npos) << option->name;
        }
        for (const char c : page) ASSERT_EQ(static_cast<unsigned char>(c) & 0x80U, 0U) << "plain ASCII";
    }
}

TEST(Manual, GroffFindsNothingWrong) {
    if (shell("command -v groff").exit_code != 0) GTEST_SKIP() << "groff is not installed";
    for (const std::string language : {"en", "fr"}) {
        const Outcome outcome = shell("$P man --lang " + language + " | groff -ww -man -Tutf8 -z");
        EXPECT_EQ(outcome.exit_code, 0);
        EXPECT_EQ(outcome.err, "");
    }
}

// A page without a date is meant: the same program prints the same page. The one line that is the page's name for
// whatis(1) may not be broken.
TEST(Manual, MandocFindsNothingWrong) {
    if (shell("command -v mandoc").exit_code != 0) GTEST_SKIP() << "mandoc is not installed";
    for (const std::string language : {"en", "fr"}) {
        const Outcome outcome = shell("$P man --lang " + language + " | mandoc -T lint | grep -v -e 'missing date' " +
                                      "-e '<stdin>:4:.*longer than 80 bytes'");
        EXPECT_EQ(outcome.out, "");
    }
}

TEST(Manual, ReadsAsItShould) {
    if (shell("command -v groff").exit_code != 0) GTEST_SKIP() << "groff is not installed";
    const Outcome outcome = shell("$P man --lang fr | groff -man -Tutf8 -P-c -P-b -P-u -rLL=200n");
    for (const char* line : {"crossfoot - vérifier que les chiffres d'un rapport s'accordent entre eux",
                             "crossfoot explain DONNÉES ID-RÈGLE [options]", "-j, --jobs N",
                             "crossfoot check rapport.toml --rules regles --only 'budget/*' --all"})
        EXPECT_NE(outcome.out.find(line), std::string::npos) << line << "\n" << outcome.out;
}

}  // namespace
}  // namespace crossfoot::cli
