// The command line: what each one asks for, and what is said of a wrong one.
#include "engine/cli/options.hpp"

#include <gtest/gtest.h>

#include "engine/cli/option_table.hpp"
#include "engine/cli/usage.hpp"

namespace crossfoot::cli {
namespace {

std::variant<Options, UsageError> read(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "crossfoot");
    return read_options(static_cast<int>(arguments.size()), arguments.data());
}

template <class Command>
Command command(std::vector<const char*> arguments) {
    auto got = read(std::move(arguments));
    if (const auto* error = std::get_if<UsageError>(&got)) {
        ADD_FAILURE() << error->headline.in(Language::en);
        return {};
    }
    return std::get<Command>(std::get<Options>(got).command);
}

// The headline and the help of a mistake, one line each.
std::string mistake(std::vector<const char*> arguments, Language language = Language::en) {
    const auto got = read(std::move(arguments));
    const auto* error = std::get_if<UsageError>(&got);
    if (error == nullptr) return "no mistake";
    std::string out = error->headline.in(language);
    for (const Message& help : error->help) out.append("\n").append(help.in(language));
    return out;
}

TEST(Options, CheckHasItsDefaults) {
    const auto check = command<CheckCommand>({"check", "data"});
    EXPECT_EQ(check.dataset, "data");
    EXPECT_TRUE(check.rules.paths.empty());
    ASSERT_EQ(check.reports.size(), 1U);
    EXPECT_EQ(check.reports[0].format, Format::text);
    EXPECT_FALSE(check.reports[0].file);
    EXPECT_EQ(check.fail_on, FailOn::error);
    EXPECT_FALSE(check.all);
    EXPECT_FALSE(check.allow_empty);
}

TEST(Options, CheckTakesAllOfThem) {
    const auto check = command<CheckCommand>(
        {"check", "--rules",  "a",     "data",      "--rules=b",     "--format", "json=x.json", "--format",
         "text",  "--output", "y.txt", "--fail-on", "unverifiable",  "--only",   "a/*",         "--tags",
         "x,y",   "--tags",   "z",     "--all",     "--allow-empty", "-j4"});
    EXPECT_EQ(check.dataset, "data");
    EXPECT_EQ(check.rules.paths, (std::vector<std::string>{"a", "b"}));
    ASSERT_EQ(check.reports.size(), 2U);
    EXPECT_EQ(check.reports[0].file, "x.json");
    EXPECT_EQ(check.reports[1].file, "y.txt");
    EXPECT_EQ(check.fail_on, FailOn::unverifiable);
    EXPECT_EQ(check.selection.only, std::vector<std::string>{"a/*"});
    EXPECT_EQ(check.selection.tags, (std::vector<std::string>{"x", "y", "z"}));
    EXPECT_TRUE(check.all);
    EXPECT_TRUE(check.allow_empty);
    EXPECT_EQ(check.threads, 4U);
}

TEST(Options, StandardInputAndOutput) {
    const auto check = command<CheckCommand>({"check", "-", "--format", "json=-"});
    EXPECT_EQ(check.dataset, "-");
    EXPECT_FALSE(check.reports[0].file);
    EXPECT_EQ(command<CheckCommand>({"check", "--", "-odd-name"}).dataset, "-odd-name");
}

TEST(Options, TheOtherCommands) {
    EXPECT_EQ(command<ListCommand>({"list", "data", "--rules", "r"}).rules.paths, std::vector<std::string>{"r"});
    EXPECT_EQ(command<ExplainCodeCommand>({"explain", "XF303"}).code, "XF303");
    EXPECT_EQ(command<ExplainRuleCommand>({"explain", "data", "a/b"}).rule, "a/b");
    EXPECT_TRUE(command<FmtCommand>({"fmt", "--check", "a.xf", "b.xf"}).check);
    EXPECT_EQ(command<FmtCommand>({"fmt", "a.xf", "b.xf"}).files.size(), 2U);
    EXPECT_TRUE(command<ListCommand>({"list", "data", "--ids"}).ids);
    EXPECT_EQ(command<CompletionsCommand>({"completions", "fish"}).shell, Shell::fish);
    command<ManCommand>({"man"});
    command<VersionCommand>({"--version"});
    EXPECT_EQ(command<HelpCommand>({"--help"}).topic, "");
    EXPECT_EQ(command<HelpCommand>({"check", "-h"}).topic, "check");
}

TEST(Options, LanguageAndColourStandAnywhere) {
    for (const auto& arguments : {std::vector<const char*>{"--lang", "fr", "--color", "never", "check", "d"},
                                  std::vector<const char*>{"check", "--color=never", "d", "--lang=fr"}}) {
        const auto got = read(arguments);
        ASSERT_TRUE(std::holds_alternative<Options>(got));
        EXPECT_EQ(std::get<Options>(got).language, Language::fr);
        EXPECT_EQ(std::get<Options>(got).color, ColorChoice::never);
    }
}

TEST(Options, AMistakeKnowsTheLanguageAskedFor) {
    const auto got = read({"check", "d", "--lang", "fr", "--nonsense"});
    ASSERT_TRUE(std::holds_alternative<UsageError>(got));
    EXPECT_EQ(std::get<UsageError>(got).language, Language::fr);
}

TEST(Options, MistakesNameTheNearest) {
    const std::string commands = "the commands are " + and_list(command_names()).in(Language::en);
    EXPECT_EQ(mistake({}), "no command is given\n" + commands + "\n`crossfoot --help` shows how it is used");
    EXPECT_EQ(mistake({"chekc", "d"}), "`chekc` is no command\ndid you mean `check`?\n" + commands);
    EXPECT_EQ(mistake({"check", "d", "--formt", "json"}),
              "`--formt` is no option of `crossfoot check`\ndid you mean `--format`?\n`crossfoot check --help` shows "
              "how it is used");
    EXPECT_EQ(mistake({"check", "d", "--formt=json"}, Language::fr),
              "`--formt` n'est pas une option de `crossfoot check`\nvouliez-vous dire `--format`\u00A0?\n`crossfoot check "
              "--help` montre l'emploi");
    EXPECT_EQ(mistake({"--nonsense"}),
              "`--nonsense` is no option of `crossfoot`\n`crossfoot --help` shows how it is used");
    EXPECT_EQ(mistake({"check", "a", "b"}),
              "`b` is one argument too many\n`crossfoot check --help` shows how it is used");
}

TEST(Options, MistakesOfValues) {
    EXPECT_EQ(mistake({"check", "d", "--fail-on", "erorr"}),
              "`erorr` is no value of `--fail-on`\ndid you mean `error`?\nthe values are `error`, `warning`, "
              "`unverifiable` and `never`\n"
              "`crossfoot check --help` shows how it is used");
    EXPECT_EQ(mistake({"check", "d", "--lang", "de"}).substr(0, 28), "`de` is no value of `--lang`");
    EXPECT_EQ(mistake({"check", "d", "--color", "red"}).substr(0, 30), "`red` is no value of `--color`");
    for (const char* threads : {"0", "-1", "x", "4x", "1025", "99999999999999999999"})
        EXPECT_TRUE(mistake({"check", "d", "--jobs", threads}).starts_with("`-j` takes a number")) << threads;
    EXPECT_TRUE(mistake({"check", "d", "--all=yes"}).starts_with("`--all` takes no value"));
    EXPECT_TRUE(mistake({"check", "d", "--only"}).starts_with("`--only` needs a value"));
}

TEST(Options, MissingArguments) {
    EXPECT_TRUE(mistake({"check"}).starts_with("`crossfoot check` needs a dataset: a directory"));
    EXPECT_TRUE(mistake({"list"}).starts_with("`crossfoot list` needs a dataset"));
    EXPECT_TRUE(mistake({"explain"}).starts_with("`crossfoot explain` needs a code, or"));
    EXPECT_TRUE(mistake({"fmt"}).starts_with("`crossfoot fmt` needs the files"));
}

TEST(Options, FormatsThatAreNotThereAreNotTakenSilently) {
    EXPECT_EQ(mistake({"check", "d", "--format", "jsno"}),
              "`jsno` is no report format\ndid you mean `json`?\nthe formats are `text`, `json`, `sarif`, "
              "`junit`, `markdown`, `github`, `gitlab` and `html`");
    for (const char* later : {"pdf", "junit5=x", "JSON", ""})
        EXPECT_TRUE(mistake({"check", "d", "--format", later}).find("is no report format\n") != std::string::npos)
            << later;
}

TEST(Options, AWaiverNeedsARuleAndAReason) {
    EXPECT_TRUE(mistake({"waive", "d"}).starts_with("`crossfoot waive` needs the id of a rule"));
    EXPECT_TRUE(mistake({"waive", "d", "r"}).starts_with("`crossfoot waive` needs a reason"));
    EXPECT_TRUE(mistake({"waive", "d", "r", "--reason", "x", "--binding", "=x"}).starts_with("`=x` is no binding"));
}

TEST(Options, TwoReportsNeedTwoPlaces) {
    EXPECT_EQ(mistake({"check", "d", "--format", "text", "--format", "json"}),
              "two reports would be written to standard output\ngive all but one a file: `--format json=FILE`");
    EXPECT_TRUE(mistake({"check", "d", "--format", "text=x", "--format", "json=x"})
                    .starts_with("two reports would be written to `x`"));
    EXPECT_TRUE(mistake({"check", "d", "--format", "json=x", "--output", "y"})
                    .starts_with("`--output` has no report to write"));
    EXPECT_TRUE(mistake({"check", "d", "--format", "json="}).starts_with("`--format json=` names no file"));
    EXPECT_EQ(mistake({"check", "d", "--format", "text", "--format", "json", "--output", "x"}), "no mistake");
}

}  // namespace
}  // namespace crossfoot::cli
